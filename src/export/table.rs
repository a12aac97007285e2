//! CSV and TSV: a heading row, and a record in each row under it.

use super::LONGEST_HEADING;
use super::cut::Cut;
use super::letters::Letters;
use super::pending::{LineEnd, Pending, line_end};
use super::problem::{Refusal, RowError};
use super::scan::{Cell, Marks, Outcome, Scan};

/// The heading row: the first that is not blank.
#[derive(Debug)]
pub(super) struct Heading {
    pub number: u32,
    pub marks: Marks,
    pub cells: Vec<String>,
}

/// What parts cells where nobody says what does, in order of likelihood.
const DELIMITERS: [u8; 4] = *b"|\t;,";

impl Heading {
    /// Reads it, once it is there. What parts and quotes its cells, it shows itself where
    /// that is not given.
    pub fn read(pending: &mut Pending, delimiter: Option<u8>, quote: Option<u8>) -> Result<Option<Heading>, Refusal> {
        let finished = pending.is_finished();
        let (mut number, mut start) = (1, 0);
        while let LineEnd::Bytes(length) = line_end(pending.bytes(), start, finished) {
            start += length;
            number += 1;
        }
        let bytes = pending.bytes().get(start..).unwrap_or_default();
        if let Some((said, length)) = said_delimiter(bytes, finished) {
            pending.read(start + length);
            let heading = Heading::read(pending, delimiter.or(Some(said)), quote)?;
            return Ok(heading.map(|heading| Heading { number: heading.number + number, ..heading }));
        }
        let quote = quote.unwrap_or_else(|| if bytes.first() == Some(&b'\'') { b'\'' } else { b'"' });
        let row = delimiter.or_else(|| commonest_delimiter(bytes, quote, finished)).and_then(|delimiter| {
            let marks = Marks { delimiter, quote };
            let mut scan = Scan::new(marks, usize::MAX);
            scan.run(bytes, finished).map(|outcome| (outcome, scan, marks))
        });
        match row {
            Some((Outcome::Whole(end), scan, marks)) if end <= LONGEST_HEADING => {
                let bytes = bytes.get(..end).unwrap_or_default();
                if bytes.contains(&0) {
                    return Err(Refusal::NoText);
                }
                let letters = Letters::new(bytes);
                let cells = scan.cells().iter().map(|cell| cell.text(letters, quote).trim().to_owned()).collect();
                pending.read(start + end);
                Ok(Some(Heading { number, marks, cells }))
            }
            None if bytes.len() <= LONGEST_HEADING => Ok(None),
            _ => Err(Refusal::Heading),
        }
    }
}

/// The delimiter that a first line names for spreadsheet programs, as in `sep=;`, and
/// how long that line is.
fn said_delimiter(bytes: &[u8], finished: bool) -> Option<(u8, usize)> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let said = rest.first().filter(|delimiter| delimiter.is_ascii() && !matches!(delimiter, b'\r' | b'\n'))?;
    match line_end(bytes, 5, finished) {
        LineEnd::Bytes(length) => Some((*said, 5 + length)),
        _ => None,
    }
}

/// The delimiter that the first row has most of outside quotations; a comma, where it
/// has none. Nothing, where the end of the row has not arrived.
fn commonest_delimiter(bytes: &[u8], quote: u8, finished: bool) -> Option<u8> {
    let mut counts = DELIMITERS.map(|delimiter| (delimiter, 0));
    let mut quoted = false;
    let end = bytes.iter().find(|byte| {
        quoted ^= **byte == quote;
        if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| !quoted && delimiter == *byte) {
            *count += 1;
        }
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    let commonest = counts.into_iter().max_by_key(|(_, count)| *count).map(|(delimiter, _)| delimiter);
    commonest.filter(|_| end.is_some() || finished)
}

/// Finds where the rows of a table end.
#[derive(Debug)]
pub(super) struct Table {
    scan: Scan,
    width: usize,
    /// The number of the last row.
    number: u32,
    /// The last row ended nobody knows where.
    lost: Option<RowError>,
    /// What is left of the line is passed over.
    passing: bool,
}

impl Table {
    pub fn new(heading: &Heading) -> Table {
        let width = heading.cells.len();
        Table { scan: Scan::new(heading.marks, width), width, number: heading.number, lost: None, passing: false }
    }

    pub fn next(&mut self, pending: &mut Pending) -> Option<Cut> {
        if self.lost.is_none() {
            let outcome = self.scan.run(pending.bytes(), pending.is_finished())?;
            self.number = self.number.saturating_add(1);
            match outcome {
                Outcome::Mismatch => self.lost = Some(RowError::Quotation { lines: 0 }),
                Outcome::TooLong => self.lost = Some(RowError::TooLong),
                Outcome::Whole(end) => {
                    self.scan.restart();
                    return Some(Cut { number: self.number, end: Ok(end) });
                }
            }
            self.passing = true;
        }
        self.find_again(pending)
    }

    /// A quotation may have begun that has no end. So what follows is tried line by
    /// line until one of them begins a row that is whole. Gives the row that was lost.
    ///
    /// A try goes beyond its own line only by a quotation that begins there, and through
    /// no more of them than there are columns: so that is how often, at most, a stretch
    /// of text is gone through.
    fn find_again(&mut self, pending: &mut Pending) -> Option<Cut> {
        loop {
            if self.passing && !self.pass_line(pending) {
                return None;
            }
            let bytes = pending.bytes();
            match self.scan.run(bytes, pending.is_finished()) {
                None if !(bytes.is_empty() && pending.is_finished()) => return None,
                Some(Outcome::Whole(end)) if !self.is_row(bytes.get(..end).unwrap_or_default()) => {}
                Some(Outcome::Mismatch | Outcome::TooLong) => {}
                None | Some(Outcome::Whole(_)) => {
                    self.scan.restart();
                    return self.lost.take().map(|error| Cut { number: self.number, end: Err(error) });
                }
            }
            self.passing = true;
        }
    }

    fn is_row(&self, bytes: &[u8]) -> bool {
        matches!(fit(bytes, self.scan.cells(), self.width), Ok(true))
    }

    /// Goes to the next line; says whether it has arrived.
    fn pass_line(&mut self, pending: &mut Pending) -> bool {
        self.scan.restart();
        let bytes = pending.bytes();
        let line = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
        let (used, arrived) = match line_end(bytes, line, pending.is_finished()) {
            LineEnd::Bytes(length) => (line + length, true),
            LineEnd::Unknown => (line, false),
            LineEnd::No => (line, pending.is_finished()),
        };
        pending.read(used);
        if let (true, Some(RowError::Quotation { lines })) = (arrived, &mut self.lost) {
            *lines = lines.saturating_add(1);
        }
        self.passing = !arrived;
        arrived
    }
}

/// Whether a row holds anything, in as many cells as there are headings. More cells than
/// that do no harm while they are blank.
pub(super) fn fit(row: &[u8], cells: &[Cell], expected: usize) -> Result<bool, RowError> {
    let is_blank = |cells: &[Cell]| cells.iter().all(|cell| cell.is_blank(row));
    match cells.get(expected..) {
        _ if is_blank(cells) => Ok(false),
        Some(surplus) if is_blank(surplus) => Ok(true),
        _ => Err(RowError::Cells { found: cells.len(), expected }),
    }
}
