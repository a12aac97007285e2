//! What is known of an export once its beginning is read, and how records are made of
//! its rows by that.

use serde::{Deserialize, Serialize};

use super::columns::Columns;
use super::letters::Letters;
use super::pending::BYTE_ORDER_MARK;
use super::problem::{Refusal, RowError};
use super::scan::{Marks, Outcome, Scan};
use super::table::{Heading, fit};
use crate::policy::RecordKind;
use crate::record::Value;

/// Makes records of rows.
#[derive(Debug)]
pub(super) enum Layout {
    /// Each row has the same cells.
    Table { columns: Columns, marks: Marks, scan: Scan },
    /// Each row is JSON.
    Json { kind: RecordKind },
}

/// How the rows of an export are written, in a form that goes from one thread to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    delimiter: u8,
    quote: u8,
    /// Those of a table.
    headings: Option<Vec<String>>,
}

impl Layout {
    /// The layout in other words.
    pub fn describe(&self) -> Described {
        match self {
            Layout::Json { .. } => Described { delimiter: 0, quote: 0, headings: None },
            Layout::Table { columns, marks, .. } => {
                let headings = columns.list().iter().map(|column| column.heading.clone()).collect();
                Described { delimiter: marks.delimiter, quote: marks.quote, headings: Some(headings) }
            }
        }
    }

    /// The layout that was described.
    pub fn described(of: Described, map: Option<&[(String, String)]>, kind: RecordKind) -> Result<Layout, Refusal> {
        let Described { delimiter, quote, headings } = of;
        let Some(cells) = headings else { return Ok(Layout::Json { kind }) };
        let marks = Marks { delimiter, quote };
        Layout::table(Heading { number: 0, marks, cells, is_below: false }, map, kind)
    }

    /// That of a table.
    pub fn table(heading: Heading, map: Option<&[(String, String)]>, kind: RecordKind) -> Result<Layout, Refusal> {
        let columns = Columns::new(heading.cells, map, kind)?;
        let scan = Scan::new(heading.marks, usize::MAX);
        Ok(Layout::Table { columns, marks: heading.marks, scan })
    }

    /// The record that a row holds; none, where it is blank, or the heading row once more.
    pub fn record(&mut self, row: &[u8]) -> Result<Option<Value>, RowError> {
        match self {
            Layout::Table { columns, marks, scan } => {
                scan.restart();
                if !matches!(scan.run(row, true), Some(Outcome::Whole(_))) {
                    return Ok(None);
                }
                if !fit(row, scan.cells(), columns.list().len())? || columns.are_in(row, scan.cells(), marks.quote) {
                    return Ok(None);
                }
                Ok(Some(columns.record(row, scan.cells(), marks.quote)))
            }
            Layout::Json { kind } => json(row, *kind),
        }
    }
}

fn json(row: &[u8], kind: RecordKind) -> Result<Option<Value>, RowError> {
    if row.trim_ascii().is_empty() {
        return Ok(None);
    }
    // Files that were joined have a mark where each began.
    let row = row.strip_prefix(BYTE_ORDER_MARK).unwrap_or(row);
    let text = Letters::new(row.trim_ascii_end()).all();
    let mut record: Value = serde_json::from_str(&text).or_else(|error| {
        let mended = without_lone_surrogates(&text);
        serde_json::from_str(&mended).map_err(|_| RowError::Json { at: character(&text, &error) })
    })?;
    if !matches!(record, Value::Map(_)) {
        return Err(RowError::NoObject);
    }
    if kind == RecordKind::File {
        record.set("kind", "file".into());
    }
    Ok(Some(record))
}

/// The character, from 1, at which the error was clear.
fn character(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let byte = before + error.column();
    text.char_indices().take_while(|(place, _)| *place < byte).count().max(1)
}

/// JSON in which each half of a character, such as a text that was cut off within an
/// emoji ends with, has become U+FFFD.
fn without_lone_surrogates(json: &str) -> String {
    let mut mended = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, escape)) = rest.find('\\').and_then(|place| rest.split_at_checked(place)) {
        mended.push_str(before);
        let after = escape.get(UNIT..).unwrap_or_default();
        let (kept, length) = match (unit(escape), unit(after)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (escape, 2 * UNIT),
            (Some(0xD800..=0xDFFF), _) => ("\\ufffd", UNIT),
            _ => (escape, escape.char_indices().nth(2).map_or(escape.len(), |(place, _)| place)),
        };
        mended.push_str(kept.get(..length).unwrap_or_default());
        rest = escape.get(length..).unwrap_or_default();
    }
    mended.push_str(rest);
    mended
}

/// The length of an escaped UTF-16 unit: `\uD83D`.
const UNIT: usize = 6;

/// The escaped UTF-16 unit with which the text begins.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}
