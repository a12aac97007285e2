//! CSV and TSV: a heading row, and a record in each row under it.

use super::LONGEST_HEADING;
use super::cut::Cut;
use super::letters::Letters;
use super::pending::{LineEnd, Pending, line_end};
use super::problem::{Refusal, RowError};
use super::scan::{Cell, Marks, Outcome, Scan};

/// The heading row.
#[derive(Debug)]
pub(super) struct Heading {
    pub number: u32,
    pub marks: Marks,
    pub cells: Vec<String>,
    /// There are other rows above it, which are no records.
    pub is_below: bool,
}

/// What parts cells where nobody says what does, in order of likelihood.
const DELIMITERS: [u8; 4] = *b"|\t;,";

/// Of so many rows at most one may be the heading row, under a title, the day of the export and
/// what was asked for.
const MOST_ABOVE: usize = 20;

/// So many bytes are looked through for it.
const LONGEST_ABOVE: usize = 32 * 1024;

/// What parts and what quotes cells, as far as it is given.
type Given = (Option<u8>, Option<u8>);

/// Whether there is a heading row is not clear before more has arrived.
struct NotYet;

impl Heading {
    /// Finds it, once it is there: the first row of which enough is understood, or else the
    /// first that is not blank. What parts and quotes its cells, it shows itself where that
    /// is not given.
    pub fn find(
        pending: &mut Pending,
        given: Given,
        is_understood: impl Fn(&[String]) -> bool,
    ) -> Result<Option<Heading>, Refusal> {
        // The first piece of a workbook is all of it, or more than is looked through.
        let finished = pending.is_finished() || pending.is_workbook();
        let bytes = pending.bytes();
        let Some((mut heading, mut end)) = Heading::read(bytes, finished, given)? else { return Ok(None) };
        if !is_understood(&heading.cells) {
            let rest = bytes.get(end..).unwrap_or_default();
            match Heading::below(rest, finished, given, is_understood) {
                Err(NotYet) => return Ok(None),
                Ok(Some((found, length))) => {
                    end += length;
                    heading = Heading { number: heading.number + found.number, is_below: true, ..found };
                }
                Ok(None) => {}
            }
        }
        pending.read(end);
        Ok(Some(heading))
    }

    /// The first row of which enough is understood, and where it ends.
    fn below(
        bytes: &[u8],
        finished: bool,
        given: Given,
        is_understood: impl Fn(&[String]) -> bool,
    ) -> Result<Option<(Heading, usize)>, NotYet> {
        let (bytes, finished, is_all) = match bytes.get(..LONGEST_ABOVE) {
            Some(beginning) => (beginning, false, true),
            None => (bytes, finished, finished),
        };
        let (mut number, mut end) = (0, 0);
        for _ in 0..MOST_ABOVE {
            match Heading::read(bytes.get(end..).unwrap_or_default(), finished, given) {
                Ok(Some((heading, length))) => {
                    number += heading.number;
                    end += length;
                    if is_understood(&heading.cells) {
                        return Ok(Some((Heading { number, ..heading }, end)));
                    }
                }
                Ok(None) if !is_all => return Err(NotYet),
                _ => break,
            }
        }
        Ok(None)
    }

    /// The first row that is not blank, and where it ends.
    fn read(bytes: &[u8], finished: bool, given: Given) -> Result<Option<(Heading, usize)>, Refusal> {
        let (delimiter, quote) = given;
        let (mut number, mut start) = (1, 0);
        while let LineEnd::Bytes(length) = line_end(bytes, start, finished) {
            start += length;
            number += 1;
        }
        let rest = bytes.get(start..).unwrap_or_default();
        if let Some((said, length)) = said_delimiter(rest, finished) {
            let given = (delimiter.or(Some(said)), quote);
            let heading = Heading::read(rest.get(length..).unwrap_or_default(), finished, given)?;
            let place = |(heading, end): (Heading, usize)| {
                (Heading { number: heading.number + number, ..heading }, start + length + end)
            };
            return Ok(heading.map(place));
        }
        let quote = quote.unwrap_or_else(|| if rest.first() == Some(&b'\'') { b'\'' } else { b'"' });
        let row = delimiter.or_else(|| commonest_delimiter(rest, quote, finished)).and_then(|delimiter| {
            let marks = Marks { delimiter, quote };
            let mut scan = Scan::new(marks, usize::MAX);
            scan.run(rest, finished).map(|outcome| (outcome, scan, marks))
        });
        match row {
            Some((Outcome::Whole(end), scan, marks)) if end <= LONGEST_HEADING => {
                let row = rest.get(..end).unwrap_or_default();
                if row.contains(&0) {
                    return Err(Refusal::NoText);
                }
                let letters = Letters::new(row);
                let cells = scan.cells().iter().map(|cell| cell.text(letters, quote).trim().to_owned()).collect();
                Ok(Some((Heading { number, marks, cells, is_below: false }, start + end)))
            }
            None if rest.len() <= LONGEST_HEADING => Ok(None),
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
