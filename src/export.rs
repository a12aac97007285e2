//! Exported records: the bytes of a file go in, its records come out row by row.
//!
//! A [`Reader`] is fed with bytes as they arrive and hands out every [`Row`] as soon
//! as it is complete, so that its memory does not grow with the export. A row that
//! cannot be read is handed out with the reason, and the rows after it are read.
//!
//! ```
//! use recording_standard::export::{Options, Reader};
//!
//! let mut reader = Reader::new(Options::default())?;
//! reader.push(b"Date of visit;Recorded by;Notes\r\n3/3/2026;Priya Shah;");
//! reader.push(b"\"Ava said: \"\"It\xE2\x80\x99s loud.\"\"\"\r\n");
//! reader.finish();
//!
//! let row = reader.next_row()?.ok_or("no row")?;
//! assert_eq!(row.number, 2);
//! let record = row.value?;
//! assert_eq!(record.at("author/name").and_then(|name| name.text()), Some("Priya Shah"));
//! assert_eq!(record.at("text").and_then(|text| text.text()), Some("Ava said: \"It’s loud.\""));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Which number a row has
//! That of a spreadsheet: the heading of a table is row 1, or stands below titles, a cell
//! may hold many lines, a blank line is a row without a record. Where quotation marks do not match,
//! what was passed over counts as one row. In NDJSON it is the number of the line, in a
//! JSON list that of the item.
//!
//! # Letters
//! UTF-16 is known by its byte order mark, or by the zeros between its letters. Otherwise
//! a row whose bytes are not UTF-8 is read as Windows-1252. Each row is judged by
//! itself, so that nothing has to be held back until the end of the file, and an export
//! joined out of files from two systems is read right.
//!
//! # Memory
//! What is held is the row that is read, and what was pushed since the last. A workbook
//! alone is held whole: its texts stand apart from its cells.

mod about;
mod array;
mod catalogue;
mod cells;
mod checker;
mod columns;
mod cut;
mod encoding;
mod grouped;
mod layout;
mod letters;
mod lines;
mod markup;
mod pending;
mod pieces;
mod problem;
mod quote;
mod scan;
mod table;
mod told;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod workbook;

use crate::policy::RecordKind;
use crate::record::Value;
pub use about::About;
use array::Array;
pub use catalogue::{Catalogue, Clause, FieldInfo, fields};
pub use checker::Checker;
pub use columns::Column;
use cut::{Cut, Ends};
pub use encoding::Encoding;
pub use grouped::Together;
pub use layout::Described;
use layout::Layout;
use lines::Lines;
use pending::Pending;
pub use pieces::{Cutter, Piece};
pub use problem::{Refusal, RowError};
pub use quote::{Quote, quotes};
use table::{Heading, Table};

/// A row of more bytes than this is not read.
pub const LONGEST_ROW: usize = 16 * 1024 * 1024;

/// A heading row of more bytes than this is none.
const LONGEST_HEADING: usize = 1024 * 1024;

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Cells parted by commas, semicolons, tabs or bars, whichever the heading row has most of.
    Csv,
    /// Cells parted by tabs.
    Tsv,
    /// A JSON object on each line.
    Ndjson,
    /// A JSON list of objects, or such objects one after the other.
    Json,
    /// A workbook of a spreadsheet program.
    Xlsx,
}

impl Format {
    /// Reads `csv`, `tsv`, `ndjson`, `json` or `xlsx`.
    #[must_use]
    pub fn read(name: &str) -> Option<Format> {
        match name {
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "ndjson" => Some(Format::Ndjson),
            "json" => Some(Format::Json),
            "xlsx" => Some(Format::Xlsx),
            _ => None,
        }
    }
}

/// What is known of an export before it is read.
#[derive(Clone, Debug)]
pub struct Options {
    /// How it is written; the first bytes tell where it is not given.
    pub format: Option<Format>,
    /// What its records are.
    pub kind: RecordKind,
    /// For each heading the slash path in the record, or `""` for a column to leave out.
    /// Guessed from the headings where it is not given.
    pub columns: Option<Vec<(String, String)>>,
    /// How its letters are written; the first bytes tell where it is not given.
    pub encoding: Option<Encoding>,
    /// What parts the cells of a table; the heading row tells where it is not given.
    pub delimiter: Option<u8>,
    /// What may stand around the cells of a table, or zero for nothing; a quotation mark,
    /// or an apostrophe where the heading row begins with one, where it is not given.
    pub quote: Option<u8>,
}

impl Default for Options {
    /// Entries, in whatever format, under headings to guess from.
    fn default() -> Options {
        Options { format: None, kind: RecordKind::Entry, columns: None, encoding: None, delimiter: None, quote: None }
    }
}

/// One row of an export.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number, from 1.
    pub number: u32,
    /// The record, or why it cannot be read.
    pub value: Result<Value, RowError>,
}

/// Reads an export out of bytes that arrive bit by bit. However they are cut, the
/// rows are the same.
#[derive(Debug)]
pub struct Reader {
    cutting: Cutting,
}

impl Reader {
    /// A reader that has read nothing yet.
    ///
    /// # Errors
    /// Where the column map leads to a field that such a record does not have, or
    /// twice to the same.
    pub fn new(options: Options) -> Result<Reader, Refusal> {
        Ok(Reader { cutting: Cutting::new(options)? })
    }

    /// Takes the next bytes. Get all rows out with [`Reader::next_row`] before the
    /// next push, so that they do not pile up.
    pub fn push(&mut self, bytes: &[u8]) {
        self.cutting.pending.push(bytes);
    }

    /// There are no more bytes: what has no end yet ends here.
    pub fn finish(&mut self) {
        self.cutting.pending.finish();
    }

    /// The next row, where its bytes have arrived.
    ///
    /// # Errors
    /// Where the bytes are no export that can be read. Nothing follows then.
    pub fn next_row(&mut self) -> Result<Option<Row>, Refusal> {
        while let Some(Cut { number, end }) = self.cutting.next()? {
            let value = match end {
                Err(error) => Err(error),
                Ok(length) => {
                    let Cutting { pending, open: Some((_, layout)), .. } = &mut self.cutting else { break };
                    let value = layout.record(pending.bytes().get(..length).unwrap_or_default()).transpose();
                    pending.read(length);
                    let Some(value) = value else { continue };
                    value
                }
            };
            return Ok(Some(Row { number, value }));
        }
        Ok(None)
    }

    /// The columns of the table, once its heading row is read, also where none of them
    /// is understood; JSON has none.
    #[must_use]
    pub fn columns(&self) -> Option<&[Column]> {
        self.cutting.columns()
    }
}

/// Cuts an export into rows.
#[derive(Debug)]
struct Cutting {
    options: Options,
    pending: Pending,
    open: Option<(Ends, Layout)>,
    /// The number of the heading row, where other rows stand above it.
    heading_below: Option<u32>,
}

impl Cutting {
    fn new(options: Options) -> Result<Cutting, Refusal> {
        if let Some(map) = &options.columns {
            columns::check(map, options.kind)?;
        }
        Ok(Cutting { options, pending: Pending::default(), open: None, heading_below: None })
    }

    /// The next row, where its bytes have arrived.
    fn next(&mut self) -> Result<Option<Cut>, Refusal> {
        loop {
            if self.open.is_none() {
                match self.open() {
                    // The first sheet of a workbook is often a cover.
                    Err(Refusal::NoSuchHeading { .. }) if self.pending.next_sheet()? => continue,
                    opened => self.open = opened?,
                }
            }
            let cut = match &mut self.open {
                Some((_, Layout::Table { columns, .. })) if !columns.are_of_use() => {
                    if !self.pending.next_sheet()? {
                        return Err(Refusal::NoHeadingUnderstood);
                    }
                    self.open = None;
                    continue;
                }
                Some((ends, _)) => ends.next(&mut self.pending),
                None => None,
            };
            if cut.is_some() || !self.pending.unfold()? {
                return Ok(cut);
            }
        }
    }

    fn layout(&self) -> Option<&Layout> {
        self.open.as_ref().map(|(_, layout)| layout)
    }

    fn columns(&self) -> Option<&[Column]> {
        match self.layout() {
            Some(Layout::Table { columns, .. }) => Some(columns.list()),
            _ => None,
        }
    }

    /// Finds out what the bytes are, once there are enough of them.
    fn open(&mut self) -> Result<Option<(Ends, Layout)>, Refusal> {
        let Some(format) = self.format()? else { return Ok(None) };
        let Options { kind, columns, delimiter, quote, .. } = &self.options;
        let json = |ends| match columns {
            Some(_) => Err(Refusal::ColumnsOfJson),
            None => Ok(Some((ends, Layout::Json { kind: *kind }))),
        };
        let (delimiter, quote) = match format {
            Format::Ndjson => return json(Ends::Lines(Lines::default())),
            Format::Json => return json(Ends::Array(Array::default())),
            Format::Csv => (*delimiter, *quote),
            Format::Tsv => (delimiter.or(Some(b'\t')), *quote),
            Format::Xlsx => (Some(b','), Some(b'"')),
        };
        let is_understood = |headings: &[String]| columns::are_headings(headings, columns.as_deref(), *kind);
        let heading = Heading::find(&mut self.pending, (delimiter, quote), is_understood)?;
        let Some(heading) = heading else { return Ok(None) };
        self.heading_below = heading.is_below.then_some(heading.number);
        let table = Table::new(&heading);
        Ok(Some((Ends::Table(table), Layout::table(heading, columns.as_deref(), *kind)?)))
    }

    /// The format that was given, or that the first bytes show.
    fn format(&mut self) -> Result<Option<Format>, Refusal> {
        if !self.pending.begin(self.options.encoding)? {
            return Ok(None);
        }
        if self.pending.is_workbook() {
            return Ok(Some(Format::Xlsx));
        }
        let bytes = self.pending.bytes().trim_ascii_start();
        match (self.options.format, bytes.first()) {
            (Some(Format::Xlsx), _) => Err(Refusal::NoWorkbook),
            (Some(Format::Ndjson), _) => Ok(Some(Format::Ndjson)),
            (_, None) if self.pending.is_finished() => Err(Refusal::Empty),
            (_, None) if self.pending.bytes().len() > LONGEST_HEADING => Err(Refusal::Heading),
            (_, None) => Ok(None),
            (Some(format), Some(_)) => Ok(Some(format)),
            (None, Some(b'[')) => Ok(Some(Format::Json)),
            (None, Some(b'{')) => Ok(self.format_of_object(bytes)),
            (None, Some(_)) => Ok(Some(Format::Csv)),
        }
    }

    /// An object of which the first line holds no more than the beginning is one of
    /// several lines.
    fn format_of_object(&self, bytes: &[u8]) -> Option<Format> {
        let next = bytes.iter().skip(1).position(|byte| *byte == b'\n' || !byte.is_ascii_whitespace());
        match next.and_then(|place| bytes.get(place + 1)) {
            Some(b'\n') => Some(Format::Json),
            None if !self.pending.is_finished() => None,
            _ => Some(Format::Ndjson),
        }
    }
}
