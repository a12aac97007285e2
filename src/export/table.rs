//! CSV and TSV: a heading row, and a record in each row under it.

use super::columns::Columns;
use super::letters::Letters;
use super::pending::{LineEnd, Pending, line_end};
use super::problem::{Refusal, RowError};
use super::scan::{Outcome, Scan};
use super::{LONGEST_HEADING, Row};
use crate::policy::RecordKind;

/// The heading row: the first that is not blank.
#[derive(Debug)]
pub(super) struct Heading {
    number: u32,
    delimiter: u8,
    cells: Vec<String>,
}

impl Heading {
    /// Reads it, once it is there. Without a delimiter, the heading shows which it is.
    pub fn read(pending: &mut Pending, delimiter: Option<u8>) -> Result<Option<Heading>, Refusal> {
        let finished = pending.is_finished();
        let (mut number, mut start) = (1, 0);
        while let LineEnd::Bytes(length) = line_end(pending.bytes(), start, finished) {
            start += length;
            number += 1;
        }
        let bytes = pending.bytes().get(start..).unwrap_or_default();
        let row = delimiter.or_else(|| commonest_delimiter(bytes, finished)).and_then(|delimiter| {
            let mut scan = Scan::new(delimiter, usize::MAX);
            scan.run(bytes, finished).map(|outcome| (outcome, scan, delimiter))
        });
        match row {
            Some((Outcome::Whole(end), scan, delimiter)) if end <= LONGEST_HEADING => {
                let bytes = bytes.get(..end).unwrap_or_default();
                if bytes.contains(&0) {
                    return Err(Refusal::NoText);
                }
                let letters = Letters::new(bytes);
                let cells = scan.cells().iter().map(|cell| cell.text(letters).trim().to_owned()).collect();
                pending.read(start + end);
                Ok(Some(Heading { number, delimiter, cells }))
            }
            None if bytes.len() <= LONGEST_HEADING => Ok(None),
            _ => Err(Refusal::Heading),
        }
    }
}

/// The delimiter that the first row has most of outside quotations; a comma, where it
/// has none. Nothing, where the end of the row has not arrived.
fn commonest_delimiter(bytes: &[u8], finished: bool) -> Option<u8> {
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    let end = bytes.iter().find(|byte| {
        quoted ^= **byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| !quoted && delimiter == *byte) {
            *count += 1;
        }
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    let commonest = counts.into_iter().max_by_key(|(_, count)| *count).map(|(delimiter, _)| delimiter);
    commonest.filter(|_| end.is_some() || finished)
}

/// Reads records row by row.
#[derive(Debug)]
pub(super) struct Table {
    columns: Columns,
    scan: Scan,
    /// The number of the last row.
    number: u32,
    /// The last row ended nobody knows where.
    lost: Option<RowError>,
    /// What is left of the line is passed over.
    passing: bool,
}

impl Table {
    pub fn new(heading: Heading, map: Option<&[(String, String)]>, kind: RecordKind) -> Result<Table, Refusal> {
        let Heading { number, delimiter, cells } = heading;
        let scan = Scan::new(delimiter, cells.len());
        let columns = Columns::new(cells, map, kind)?;
        Ok(Table { columns, scan, number, lost: None, passing: false })
    }

    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    pub fn next_row(&mut self, pending: &mut Pending) -> Option<Row> {
        while self.lost.is_none() {
            let bytes = pending.bytes();
            let outcome = self.scan.run(bytes, pending.is_finished())?;
            self.number = self.number.saturating_add(1);
            match outcome {
                Outcome::Mismatch => self.lost = Some(RowError::Quotation { lines: 0 }),
                Outcome::TooLong => self.lost = Some(RowError::TooLong),
                Outcome::Whole(end) => {
                    let value = self.columns.record(bytes.get(..end).unwrap_or_default(), self.scan.cells());
                    pending.read(end);
                    self.scan.restart();
                    if let Some(value) = value.transpose() {
                        return Some(Row { number: self.number, value });
                    }
                }
            }
            self.passing = self.lost.is_some();
        }
        self.find_again(pending)
    }

    /// A quotation may have begun that has no end. So what follows is tried line by
    /// line until one of them begins a row that is whole. Gives the row that was lost.
    ///
    /// A try goes beyond its own line only by a quotation that begins there, and through
    /// no more of them than there are columns: so that is how often, at most, a stretch
    /// of text is gone through.
    fn find_again(&mut self, pending: &mut Pending) -> Option<Row> {
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
                    return self.lost.take().map(|error| Row { number: self.number, value: Err(error) });
                }
            }
            self.passing = true;
        }
    }

    fn is_row(&self, bytes: &[u8]) -> bool {
        matches!(self.columns.record(bytes, self.scan.cells()), Ok(Some(_)))
    }

    /// Goes to the next line; says whether it has arrived.
    fn pass_line(&mut self, pending: &mut Pending) -> bool {
        self.scan.restart();
        let bytes = pending.bytes();
        let line = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
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
