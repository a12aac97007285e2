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
//! That of a spreadsheet: the heading of a table is row 1, a cell may hold many
//! lines, a blank line is a row without a record. Where quotation marks do not match,
//! what was passed over counts as one row. In NDJSON it is the number of the line.
//!
//! # Letters
//! A row whose bytes are not UTF-8 is read as Windows-1252. Each row is judged by
//! itself, so that nothing has to be held back until the end of the file, and an export
//! joined out of files from two systems is read right.

mod about;
mod catalogue;
mod cells;
mod columns;
mod letters;
mod lines;
mod pending;
mod problem;
mod quote;
mod scan;
mod table;
#[cfg(target_arch = "wasm32")]
mod wasm;

use crate::policy::RecordKind;
use crate::record::Value;
pub use about::About;
pub use catalogue::{Catalogue, Clause, FieldInfo, fields};
pub use columns::Column;
use lines::Lines;
use pending::Pending;
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
    /// Cells parted by commas, semicolons or tabs, whichever the heading row has most of.
    Csv,
    /// Cells parted by tabs.
    Tsv,
    /// A JSON object on each line.
    Ndjson,
}

impl Format {
    /// Reads `csv`, `tsv` or `ndjson`.
    #[must_use]
    pub fn read(name: &str) -> Option<Format> {
        match name {
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "ndjson" => Some(Format::Ndjson),
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
}

impl Default for Options {
    /// Entries, in whatever format, under headings to guess from.
    fn default() -> Options {
        Options { format: None, kind: RecordKind::Entry, columns: None }
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
    options: Options,
    pending: Pending,
    source: Option<Source>,
}

/// What the bytes turned out to be.
#[derive(Debug)]
enum Source {
    Table(Table),
    Lines(Lines),
}

impl Reader {
    /// A reader that has read nothing yet.
    ///
    /// # Errors
    /// Where the column map leads to a field that such a record does not have, or
    /// twice to the same.
    pub fn new(options: Options) -> Result<Reader, Refusal> {
        if let Some(map) = &options.columns {
            columns::check(map, options.kind)?;
        }
        Ok(Reader { options, pending: Pending::default(), source: None })
    }

    /// Takes the next bytes. Get all rows out with [`Reader::next_row`] before the
    /// next push, so that they do not pile up.
    pub fn push(&mut self, bytes: &[u8]) {
        self.pending.push(bytes);
    }

    /// There are no more bytes: what has no end yet ends here.
    pub fn finish(&mut self) {
        self.pending.finish();
    }

    /// The next row, where its bytes have arrived.
    ///
    /// # Errors
    /// Where the bytes are no export that can be read. Nothing follows then.
    pub fn next_row(&mut self) -> Result<Option<Row>, Refusal> {
        if self.source.is_none() {
            self.source = self.open()?;
        }
        Ok(match &mut self.source {
            Some(Source::Table(table)) if !table.columns().are_of_use() => return Err(Refusal::NoHeadingUnderstood),
            Some(Source::Table(table)) => table.next_row(&mut self.pending),
            Some(Source::Lines(lines)) => lines.next_row(&mut self.pending),
            None => None,
        })
    }

    /// The columns of the table, once its heading row is read, also where none of them
    /// is understood; NDJSON has none.
    #[must_use]
    pub fn columns(&self) -> Option<&[Column]> {
        match &self.source {
            Some(Source::Table(table)) => Some(table.columns().list()),
            _ => None,
        }
    }

    /// Finds out what the bytes are, once there are enough of them.
    fn open(&mut self) -> Result<Option<Source>, Refusal> {
        let Some(format) = self.format()? else { return Ok(None) };
        let delimiter = match format {
            Format::Ndjson if self.options.columns.is_some() => return Err(Refusal::ColumnsOfLines),
            Format::Ndjson => return Ok(Some(Source::Lines(Lines::new(self.options.kind)))),
            Format::Csv => None,
            Format::Tsv => Some(b'\t'),
        };
        let Some(heading) = Heading::read(&mut self.pending, delimiter)? else { return Ok(None) };
        let Options { kind, columns, .. } = &self.options;
        Ok(Some(Source::Table(Table::new(heading, columns.as_deref(), *kind)?)))
    }

    /// The format that was given, or that the first bytes show.
    fn format(&mut self) -> Result<Option<Format>, Refusal> {
        if !self.pending.skip_mark()? {
            return Ok(None);
        }
        let first = self.pending.bytes().iter().find(|byte| !byte.is_ascii_whitespace());
        match (self.options.format, first) {
            (Some(Format::Ndjson) | None, Some(b'[')) => Err(Refusal::JsonArray),
            (Some(Format::Ndjson), _) | (None, Some(b'{')) => Ok(Some(Format::Ndjson)),
            (Some(format), Some(_)) => Ok(Some(format)),
            (None, Some(_)) => Ok(Some(Format::Csv)),
            (_, None) if self.pending.is_finished() => Err(Refusal::Empty),
            (_, None) if self.pending.bytes().len() > LONGEST_HEADING => Err(Refusal::Heading),
            (_, None) => Ok(None),
        }
    }
}
