//! Finds where the cells of a table's row begin and end.

use std::borrow::Cow;

use super::LONGEST_ROW;
use super::letters::Letters;
use super::pending::{LineEnd, line_end};

/// A cell within the bytes of its row, without the quotation marks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub start: usize,
    pub end: usize,
    /// Quotation marks within it stand doubled.
    pub doubled: bool,
}

impl Cell {
    /// What it says, given the letters of its row and the mark that quotes cells.
    pub fn text(self, row: Letters, quote: u8) -> Cow<str> {
        let text = row.part(self.start..self.end);
        if !self.doubled {
            return text;
        }
        let quote = char::from(quote);
        text.replace(&String::from_iter([quote, quote]), &String::from(quote)).into()
    }

    pub fn is_blank(&self, row: &[u8]) -> bool {
        row.get(self.start..self.end).is_none_or(|bytes| bytes.trim_ascii().is_empty())
    }
}

/// What parts the cells of a table, and what may stand around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub delimiter: u8,
    /// Zero, which is in no text, where nothing does.
    pub quote: u8,
}

/// How a row ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Whole, after so many bytes.
    Whole(usize),
    /// In a quotation that has no end, or that something follows which is no delimiter,
    /// or in a cell of several lines to the right of all columns.
    Mismatch,
    /// Not within [`LONGEST_ROW`].
    TooLong,
}

/// The reading of one row, which goes on where it stopped when more bytes have arrived.
#[derive(Debug)]
pub(super) struct Scan {
    marks: Marks,
    /// How many cells a row should have.
    width: usize,
    at: usize,
    state: State,
    /// Where the cell begins.
    start: usize,
    doubled: bool,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// A cell begins.
    Start,
    /// In a cell without quotation marks around it.
    Plain,
    /// In a quoted cell.
    Quoted,
    /// After a quotation mark in a quoted cell, which ends it unless another follows.
    Quote,
}

impl Scan {
    pub fn new(marks: Marks, width: usize) -> Scan {
        Scan { marks, width, at: 0, state: State::Start, start: 0, doubled: false, cells: Vec::new() }
    }

    /// Begins with another row.
    pub fn restart(&mut self) {
        self.at = 0;
        self.state = State::Start;
        self.cells.clear();
    }

    /// The cells that were found.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Reads on to the end of the row that the bytes begin with; nothing, where it has
    /// not arrived, or where there are no bytes and none arrive any more.
    pub fn run(&mut self, bytes: &[u8], finished: bool) -> Option<Outcome> {
        let (bytes, finished) = match bytes.get(..LONGEST_ROW) {
            Some(longest) => (longest, false),
            None => (bytes, finished),
        };
        let Marks { delimiter, quote } = self.marks;
        while let Some(byte) = bytes.get(self.at).copied() {
            match self.state {
                State::Start if byte == quote => self.enter(State::Quoted, self.at + 1),
                State::Start => {
                    self.enter(State::Plain, self.at);
                    continue;
                }
                State::Quoted if byte == quote => self.state = State::Quote,
                State::Quoted => {
                    let rest = bytes.get(self.at..).unwrap_or_default();
                    self.at += memchr::memchr(quote, rest).unwrap_or(rest.len());
                    continue;
                }
                State::Quote if byte == quote => {
                    self.state = State::Quoted;
                    self.doubled = true;
                }
                State::Plain | State::Quote if byte == delimiter => {
                    self.leave();
                    if self.is_astray(bytes) {
                        return Some(Outcome::Mismatch);
                    }
                    self.state = State::Start;
                }
                State::Plain | State::Quote => match line_end(bytes, self.at, finished) {
                    LineEnd::Bytes(length) => {
                        self.leave();
                        return Some(Outcome::Whole(self.at + length));
                    }
                    LineEnd::Unknown => break,
                    LineEnd::No if matches!(self.state, State::Quote) => return Some(Outcome::Mismatch),
                    LineEnd::No => {
                        let rest = bytes.get(self.at + 1..).unwrap_or_default();
                        self.at += memchr::memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
                    }
                },
            }
            self.at += 1;
        }
        match self.state {
            State::Quoted if finished || bytes.len() == LONGEST_ROW => Some(Outcome::Mismatch),
            _ if bytes.len() == LONGEST_ROW => Some(Outcome::TooLong),
            _ if !finished || bytes.is_empty() => None,
            State::Start => {
                self.enter(State::Plain, self.at);
                self.leave();
                Some(Outcome::Whole(self.at))
            }
            _ => {
                self.leave();
                Some(Outcome::Whole(self.at))
            }
        }
    }

    fn enter(&mut self, state: State, start: usize) {
        self.state = state;
        self.start = start;
        self.doubled = false;
    }

    fn leave(&mut self) {
        let mark = usize::from(matches!(self.state, State::Quote));
        self.cells.push(Cell { start: self.start, end: self.at - mark, doubled: self.doubled });
    }

    /// Whether the last cell has several lines and lies to the right of all columns.
    fn is_astray(&self, bytes: &[u8]) -> bool {
        let surplus = self.cells.get(self.width..).and_then(|surplus| surplus.last());
        surplus
            .and_then(|cell| bytes.get(cell.start..cell.end))
            .is_some_and(|bytes| bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r')))
    }
}
