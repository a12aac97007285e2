//! JSON: one list of records, or one record after the other.

use super::LONGEST_ROW;
use super::cut::Cut;
use super::pending::Pending;
use super::problem::RowError;

/// Finds where the items of the list end.
#[derive(Debug, Default)]
pub(super) struct Array {
    /// The number of the last item.
    number: u32,
    /// How many of the pending bytes are looked at.
    at: usize,
    /// How many brackets are open within the item.
    depth: u32,
    state: State,
    /// The item is too long: what is left of it is passed over.
    passing: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Before the list.
    #[default]
    Outside,
    /// Between two items.
    Between,
    /// In an item.
    Inside,
    /// In a text within an item.
    Text,
    /// After a backslash in such a text.
    Escape,
    /// After a text that a line end broke: until a line begins with an object.
    Lost,
}

impl Array {
    pub fn next(&mut self, pending: &mut Pending) -> Option<Cut> {
        loop {
            self.skip_between(pending);
            if self.state == State::Lost {
                return None;
            }
            let found = self.find_end(pending.bytes());
            let length = match found {
                Some(length) => length,
                None if pending.bytes().len() > LONGEST_ROW => self.at,
                None if pending.is_finished() && !pending.bytes().is_empty() => self.at,
                None => return None,
            };
            self.at = 0;
            let is_rest = std::mem::replace(&mut self.passing, found.is_none() && !pending.is_finished());
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

    /// Passes over what stands between items.
    fn skip_between(&mut self, pending: &mut Pending) {
        while self.state == State::Lost {
            let bytes = pending.bytes();
            match bytes.iter().find(|byte| !is_between(**byte)) {
                Some(b'{') => self.state = State::Between,
                _ => match memchr::memchr(b'\n', bytes) {
                    Some(end) => pending.read(end + 1),
                    None if pending.is_finished() => {
                        self.state = State::Between;
                        pending.read(usize::MAX);
                    }
                    None => return,
                },
            }
        }
        if matches!(self.state, State::Outside | State::Between) {
            let is_outside = self.state == State::Outside;
            let skipped = |byte: u8| is_between(byte) || is_outside && byte == b'[';
            let count = pending.bytes().iter().position(|byte| !skipped(*byte));
            pending.read(count.unwrap_or(usize::MAX));
            if count.is_some() {
                self.state = State::Inside;
                self.depth = 0;
            }
        }
    }

    /// How many bytes the item has, once its end is there.
    fn find_end(&mut self, bytes: &[u8]) -> Option<usize> {
        while let Some(byte) = bytes.get(self.at) {
            match (self.state, byte) {
                (State::Text, b'"') => self.state = State::Inside,
                (State::Text, b'\\') => self.state = State::Escape,
                // No text goes over a line end.
                (State::Text, b'\n') => {
                    self.state = State::Lost;
                    return Some(self.at + 1);
                }
                (State::Text, _) => {
                    let rest = bytes.get(self.at..).unwrap_or_default();
                    self.at += memchr::memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
                    continue;
                }
                (State::Escape, _) | (_, b'"') => self.state = State::Text,
                (_, b'{' | b'[') => self.depth += 1,
                // The list ends, or a comma follows an item that is no object.
                (_, b']' | b',') if self.depth == 0 => {
                    self.state = State::Between;
                    return Some(self.at);
                }
                (_, b'}' | b']') => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.state = State::Between;
                        return Some(self.at + 1);
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
        None
    }
}

fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b',' | b']')
}
