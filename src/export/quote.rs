//! The words about which a finding speaks, for reports that are asked to hold them.

use serde::Serialize;

use crate::finding::{Finding, Range};
use crate::record::Value;

/// So many characters stand around the words at most, and so many are quoted of a whole field.
const MOST_AROUND: usize = 80;

/// Words of a record, with some before and after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Quote<'r> {
    /// What stands before the words.
    pub before: &'r str,
    /// The words that the finding marks; those of the whole field where it marks none.
    pub words: &'r str,
    /// What stands after them.
    pub after: &'r str,
}

/// For each finding what the record says there, where it says anything.
#[must_use]
pub fn quotes<'r>(record: &'r Value, findings: &[Finding]) -> Vec<Option<Quote<'r>>> {
    let mut place = ("", Place::default());
    let mut list = Vec::with_capacity(findings.len());
    for finding in findings {
        let path = finding.path.as_str();
        let text = record.at(path.trim_start_matches('/')).and_then(Value::text);
        list.push(text.map(|text| match finding.range {
            None => whole(text),
            Some(range) => {
                // Findings come in the order of their places: a text is walked once.
                if place.0 != path || range.start < place.1.unit {
                    place = (path, Place::default());
                }
                around(text, range, &mut place.1)
            }
        }));
    }
    list
}

/// A place in a text, in bytes and in UTF-16 code units.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    byte: usize,
    unit: u32,
}

impl Place {
    /// Goes on to a code unit.
    fn go_to(&mut self, text: &str, unit: u32) {
        for character in text.get(self.byte..).unwrap_or_default().chars() {
            if self.unit >= unit {
                break;
            }
            self.byte += character.len_utf8();
            self.unit += if character.len_utf16() == 1 { 1 } else { 2 };
        }
    }
}

fn whole(text: &str) -> Quote<'_> {
    let (words, _) = text.split_at(forwards(text));
    Quote { before: "", words, after: "" }
}

fn around<'r>(text: &'r str, range: Range, start: &mut Place) -> Quote<'r> {
    start.go_to(text, range.start);
    let mut end = *start;
    end.go_to(text, range.end);
    let (rest, after) = text.split_at(end.byte);
    let (before, words) = rest.split_at(start.byte);
    let (_, before) = before.split_at(backwards(before));
    let (after, _) = after.split_at(forwards(after));
    Quote { before, words, after }
}

/// Where the first characters of a text end, between words where that is possible.
fn forwards(text: &str) -> usize {
    match text.char_indices().nth(MOST_AROUND) {
        None => text.len(),
        Some((end, _)) => text.get(..end).and_then(|start| start.rfind(char::is_whitespace)).unwrap_or(end),
    }
}

/// Where the last characters of a text begin, between words where that is possible.
fn backwards(text: &str) -> usize {
    match text.char_indices().rev().nth(MOST_AROUND) {
        None => 0,
        Some((start, _)) => {
            let space = text.get(start..).and_then(|end| end.char_indices().find(|(_, letter)| letter.is_whitespace()));
            space.map_or(start, |(place, letter)| start + place + letter.len_utf8())
        }
    }
}
