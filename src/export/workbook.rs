//! Workbooks of spreadsheet programs (XLSX): one of their filled sheets, as the CSV that
//! it would be saved as.
//!
//! A workbook keeps its texts apart from its cells, so that it is read whole. The table
//! that is made of it is handed out in pieces.

use std::collections::VecDeque;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::problem::Refusal;

/// As many bytes as a piece has, or a few more.
const PIECE: usize = 256 * 1024;

/// The table on a sheet of a workbook, as UTF-8 with commas.
#[derive(Debug)]
pub(super) struct Workbook {
    /// Nothing, once it is clear which sheet is read.
    bytes: Vec<u8>,
    /// How many of the sheets that can be seen were passed, the one whose table it is included.
    passed: usize,
    /// How many others have anything on them.
    others: usize,
    /// A piece of the sheet was handed out.
    begun: bool,
    pieces: VecDeque<Box<[u8]>>,
}

impl Workbook {
    /// The table on the first sheet that has one.
    pub fn open(mut bytes: Vec<u8>) -> Result<Workbook, Refusal> {
        bytes.shrink_to_fit();
        let mut workbook = Workbook { bytes, passed: 0, others: 0, begun: false, pieces: VecDeque::new() };
        if workbook.next_sheet()? { Ok(workbook) } else { Err(Refusal::Empty) }
    }

    /// Goes on to the next sheet with anything on it, and says whether there is one.
    pub fn next_sheet(&mut self) -> Result<bool, Refusal> {
        if self.bytes.is_empty() {
            return Ok(false);
        }
        let (mut file, names) = sheets(&self.bytes)?;
        for name in names.iter().skip(self.passed) {
            self.passed += 1;
            self.begun = false;
            self.pieces = pieces(&mut file, name).map_err(|_| Refusal::NoWorkbook)?;
            if !self.pieces.is_empty() {
                let others = names.iter().filter(|other| *other != name);
                self.others = others.filter(|other| is_filled(&mut file, other)).count();
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How many other sheets have anything on them.
    pub fn others(&self) -> usize {
        self.others
    }

    /// The next piece of the table. Whoever asks for the second has read the heading row,
    /// which is whole in the first, and stays with the sheet.
    pub fn next_piece(&mut self) -> Option<Box<[u8]>> {
        if self.begun {
            self.bytes = Vec::new();
        }
        self.begun = true;
        self.pieces.pop_front()
    }
}

type File<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The workbook, and the names of its sheets that can be seen.
fn sheets(bytes: &[u8]) -> Result<(File<'_>, Vec<String>), Refusal> {
    let file: File = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refusal::NoWorkbook)?;
    let sheets = file.sheets_metadata().iter();
    let visible = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let names = visible.map(|sheet| sheet.name.clone()).collect();
    Ok((file, names))
}

fn is_filled(file: &mut File, name: &str) -> bool {
    file.worksheet_cells_reader(name).is_ok_and(|mut cells| {
        std::iter::from_fn(|| cells.next_cell().ok().flatten()).any(|cell| !matches!(cell.get_value(), DataRef::Empty))
    })
}

fn pieces(workbook: &mut File, name: &str) -> Result<VecDeque<Box<[u8]>>, XlsxError> {
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
    pieces: VecDeque<Box<[u8]>>,
    piece: Vec<u8>,
    /// The last column of the rows so far that has anything.
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
            let width = self.width.map_or(self.column, |width| width.max(self.column));
            self.width = Some(width);
            for _ in self.column..width {
                self.piece.push(b',');
            }
        }
        self.piece.push(b'\n');
        self.row += 1;
        self.column = 0;
        self.filled = false;
        if self.piece.len() >= PIECE {
            self.pieces.push_back(self.piece.as_slice().into());
            self.piece.clear();
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

    fn finish(mut self) -> VecDeque<Box<[u8]>> {
        if self.filled {
            self.end_row();
        }
        if self.width.is_some() {
            self.pieces.push_back(self.piece.into());
        }
        self.pieces
    }
}
