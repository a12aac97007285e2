//! NDJSON: a record on each line.

use super::LONGEST_ROW;
use super::cut::Cut;
use super::pending::Pending;
use super::problem::RowError;

/// Finds where lines end.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The number of the last line.
    number: u32,
    /// How many of the pending bytes have no line end among them.
    searched: usize,
    /// The line is too long: what is left of it is passed over.
    passing: bool,
}

impl Lines {
    pub fn next(&mut self, pending: &mut Pending) -> Option<Cut> {
        loop {
            let bytes = pending.bytes();
            let fresh = bytes.get(self.searched..).unwrap_or_default();
            let end = memchr::memchr(b'\n', fresh).map(|place| self.searched + place + 1);
            let length = match end {
                Some(end) => end,
                None if bytes.is_empty() || (bytes.len() <= LONGEST_ROW && !pending.is_finished()) => {
                    self.searched = bytes.len();
                    return None;
                }
                None => bytes.len(),
            };
            self.searched = 0;
            let is_rest = std::mem::replace(&mut self.passing, end.is_none());
            if !is_rest {
                self.number = self.number.saturating_add(1);
                if length <= LONGEST_ROW {
                    return Some(Cut { number: self.number, end: Ok(length) });
                }
            }
            pending.read(length);
            if !is_rest {
                return Some(Cut { number: self.number, end: Err(RowError::TooLong) });
            }
        }
    }
}
