//! An export in pieces that can be checked apart from each other, and put together again.

use super::cut::Cut;
use super::layout::{Described, Layout};
use super::{Column, Cutting, Options, Refusal, RowError};

/// As many bytes as a piece has, or up to a row more.
const LONGEST_PIECE: usize = 256 * 1024;

/// A part of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Whole rows.
    Rows {
        /// The number of the first, from 1.
        number: u32,
        /// Their bytes.
        bytes: Vec<u8>,
        /// How many bytes each of them has.
        lengths: Vec<u32>,
    },
    /// A row that cannot be read, whose bytes are passed over.
    Malformed {
        /// Its number, from 1.
        number: u32,
        /// Why.
        error: RowError,
    },
}

/// Cuts an export into pieces, which a [`Checker`](super::Checker) checks, or several.
#[derive(Debug)]
pub struct Cutter {
    cutting: Cutting,
    number: u32,
    bytes: Vec<u8>,
    lengths: Vec<u32>,
    malformed: Option<(u32, RowError)>,
}

impl Cutter {
    /// A cutter that has read nothing yet.
    ///
    /// # Errors
    /// Where the column map leads to a field that such a record does not have, or
    /// twice to the same.
    pub fn new(options: Options) -> Result<Cutter, Refusal> {
        Ok(Cutter {
            cutting: Cutting::new(options)?,
            number: 0,
            bytes: Vec::new(),
            lengths: Vec::new(),
            malformed: None,
        })
    }

    /// Takes the next bytes. Get the pieces out with [`Cutter::next`] before the next push,
    /// so that they do not pile up.
    pub fn push(&mut self, bytes: &[u8]) {
        self.cutting.pending.push(bytes);
    }

    /// There are no more bytes: what has no end yet ends here.
    pub fn finish(&mut self) {
        self.cutting.pending.finish();
    }

    /// The next piece. One that is not full is only given where `all` is asked for.
    ///
    /// # Errors
    /// Where the bytes are no export that can be read. Nothing follows then.
    pub fn next(&mut self, all: bool) -> Result<Option<Piece>, Refusal> {
        if let Some((number, error)) = self.malformed.take() {
            return Ok(Some(Piece::Malformed { number, error }));
        }
        while self.bytes.len() < LONGEST_PIECE {
            match self.cutting.next()? {
                Some(Cut { number, end: Ok(length) }) => {
                    if self.bytes.is_empty() {
                        self.number = number;
                    }
                    let pending = &mut self.cutting.pending;
                    self.bytes.extend_from_slice(pending.bytes().get(..length).unwrap_or_default());
                    self.lengths.push(u32::try_from(length).unwrap_or(u32::MAX));
                    pending.read(length);
                }
                Some(Cut { number, end: Err(error) }) if self.bytes.is_empty() => {
                    return Ok(Some(Piece::Malformed { number, error }));
                }
                Some(Cut { number, end: Err(error) }) => {
                    self.malformed = Some((number, error));
                    break;
                }
                None if all || self.cutting.pending.is_finished() => break,
                None => return Ok(None),
            }
        }
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let (bytes, lengths) = (std::mem::take(&mut self.bytes), std::mem::take(&mut self.lengths));
        Ok(Some(Piece::Rows { number: self.number, bytes, lengths }))
    }

    /// The columns of the table, once its heading row is read, also where none of them
    /// is understood; JSON has none.
    #[must_use]
    pub fn columns(&self) -> Option<&[Column]> {
        self.cutting.columns()
    }

    /// What is not read, in sentences.
    #[must_use]
    pub fn limits(&self) -> Vec<String> {
        let above = self.cutting.heading_below.map(|number| {
            format!("The headings were found in row {number}, and what stands above them is not checked.")
        });
        let sheets = match self.cutting.pending.other_sheets() {
            0 => None,
            1 => Some("One other sheet of the workbook has something on it, and is not checked.".to_owned()),
            others => {
                Some(format!("{others} other sheets of the workbook have something on them, and are not checked."))
            }
        };
        above.into_iter().chain(sheets).collect()
    }

    /// How the rows are written, once that is known.
    #[must_use]
    pub fn layout(&self) -> Option<Described> {
        self.cutting.layout().map(Layout::describe)
    }
}
