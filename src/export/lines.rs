//! NDJSON: a record on each line.

use super::letters::Letters;
use super::pending::Pending;
use super::problem::RowError;
use super::{LONGEST_ROW, Row};
use crate::policy::RecordKind;
use crate::record::Value;

/// Reads records line by line.
#[derive(Debug)]
pub(super) struct Lines {
    kind: RecordKind,
    /// The number of the last line.
    number: u32,
    /// How many of the pending bytes have no line end among them.
    searched: usize,
    /// The line is too long: what is left of it is passed over.
    passing: bool,
}

impl Lines {
    pub fn new(kind: RecordKind) -> Lines {
        Lines { kind, number: 0, searched: 0, passing: false }
    }

    pub fn next_row(&mut self, pending: &mut Pending) -> Option<Row> {
        loop {
            let bytes = pending.bytes();
            let fresh = bytes.get(self.searched..).unwrap_or_default();
            let end = fresh.iter().position(|byte| *byte == b'\n').map(|place| self.searched + place);
            let (line, used) = match end {
                Some(end) => (bytes.get(..end)?, end + 1),
                None if bytes.is_empty() || (bytes.len() <= LONGEST_ROW && !pending.is_finished()) => {
                    self.searched = bytes.len();
                    return None;
                }
                None => (bytes, bytes.len()),
            };
            let is_rest = std::mem::replace(&mut self.passing, end.is_none());
            self.searched = 0;
            let row = if is_rest { None } else { self.row(line) };
            pending.read(used);
            if row.is_some() {
                return row;
            }
        }
    }

    /// The row that the next line makes; a blank one makes none.
    fn row(&mut self, line: &[u8]) -> Option<Row> {
        self.number = self.number.saturating_add(1);
        let value = if line.len() > LONGEST_ROW {
            Err(RowError::TooLong)
        } else if line.trim_ascii().is_empty() {
            return None;
        } else {
            self.record(line)
        };
        Some(Row { number: self.number, value })
    }

    fn record(&self, line: &[u8]) -> Result<Value, RowError> {
        let text = Letters::new(line).all();
        let mut record: Value = serde_json::from_str(&text).or_else(|error| {
            let mended = without_lone_surrogates(&text);
            serde_json::from_str(&mended).map_err(|_| RowError::Json { at: character(&text, error.column()) })
        })?;
        if !matches!(record, Value::Map(_)) {
            return Err(RowError::NoObject);
        }
        if self.kind == RecordKind::File {
            record.set("kind", "file".into());
        }
        Ok(record)
    }
}

/// The character, from 1, in which the byte lies, from 1.
fn character(text: &str, byte: usize) -> usize {
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
