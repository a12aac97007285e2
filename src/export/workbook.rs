//! Workbooks of spreadsheet programs (XLSX): their first filled sheet, as the CSV that it
//! would be saved as.
//!
//! A workbook keeps its texts apart from its cells, so that it is read whole. The table
//! that is made of it is handed out in pieces.

use std::collections::VecDeque;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::problem::Refusal;

/// As many bytes as a piece has, or a few more.
const PIECE: usize = 256 * 1024;

/// The table of a workbook, as UTF-8 with commas.
#[derive(Debug)]
pub(super) struct Workbook {
    pieces: VecDeque<Vec<u8>>,
}

impl Workbook {
    pub fn open(bytes: Vec<u8>) -> Result<Workbook, Refusal> {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refusal::NoWorkbook)?;
        let sheets = workbook.sheets_metadata().iter();
        let visible =
            sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
        let names: Vec<_> = visible.map(|sheet| sheet.name.clone()).collect();
        for name in names {
            let pieces = pieces(&mut workbook, &name).map_err(|_| Refusal::NoWorkbook)?;
            if !pieces.is_empty() {
                return Ok(Workbook { pieces });
            }
        }
        Err(Refusal::Empty)
    }

    /// The next piece of the table.
    pub fn next_piece(&mut self) -> Option<Vec<u8>> {
        self.pieces.pop_front()
    }
}

fn pieces(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<VecDeque<Vec<u8>>, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let mut table = Table::default();
    while let Some(cell) = cells.next_cell()? {
        table.add(cell.get_position(), cell.get_value());
    }
    Ok(table.finish())
}

/// Writes cells one after the other.
#[derive(Default)]
struct Table {
    pieces: VecDeque<Vec<u8>>,
    piece: Vec<u8>,
    /// The last column of the first filled row.
    width: Option<u32>,
    row: u32,
    /// The column that was written last, from 0.
    column: u32,
    /// Something stands in the row.
    filled: bool,
}

impl Table {
    fn add(&mut self, (row, column): (u32, u32), value: &DataRef) {
        if matches!(value, DataRef::Empty) {
            return;
        }
        while self.row < row {
            self.end_row();
        }
        for _ in self.column..column {
            self.piece.push(b',');
        }
        self.column = column;
        self.filled = true;
        self.write(value);
    }

    fn end_row(&mut self) {
        if self.filled {
            let width = *self.width.get_or_insert(self.column);
            for _ in self.column..width {
                self.piece.push(b',');
            }
        }
        self.piece.push(b'\n');
        self.row += 1;
        self.column = 0;
        self.filled = false;
        if self.piece.len() >= PIECE {
            self.pieces.push_back(std::mem::take(&mut self.piece));
        }
    }

    fn write(&mut self, value: &DataRef) {
        match value {
            DataRef::SharedString(text) => self.write_text(text),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => self.write_text(text),
            DataRef::Int(number) => self.write_text(&number.to_string()),
            DataRef::Float(number) => self.write_text(&number.to_string()),
            DataRef::Bool(flag) => self.write_text(if *flag { "TRUE" } else { "FALSE" }),
            DataRef::DateTime(time) => {
                let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
                let time = if (hour, minute) == (0, 0) { String::new() } else { format!("T{hour:02}:{minute:02}") };
                self.write_text(&format!("{year:04}-{month:02}-{day:02}{time}"));
            }
            DataRef::Error(_) | DataRef::Empty => {}
        }
    }

    fn write_text(&mut self, text: &str) {
        if !text.contains(['"', ',', '\n', '\r']) {
            return self.piece.extend_from_slice(text.as_bytes());
        }
        self.piece.push(b'"');
        for (index, part) in text.split('"').enumerate() {
            if index > 0 {
                self.piece.extend_from_slice(b"\"\"");
            }
            self.piece.extend_from_slice(part.as_bytes());
        }
        self.piece.push(b'"');
    }

    fn finish(mut self) -> VecDeque<Vec<u8>> {
        if self.filled {
            self.end_row();
        }
        if self.width.is_some() {
            self.pieces.push_back(self.piece);
        }
        self.pieces
    }
}
