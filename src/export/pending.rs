//! The bytes that have arrived and are not yet read.

use super::problem::Refusal;

/// Bytes that have arrived and are not yet read.
#[derive(Debug, Default)]
pub(super) struct Pending {
    bytes: Vec<u8>,
    /// How many of them are read.
    read: usize,
    finished: bool,
    /// The first bytes have been looked at.
    begun: bool,
}

/// What a file begins with that is no text.
const NO_TEXT: [(&[u8], Refusal); 7] = [
    (b"PK\x03\x04", Refusal::Workbook),
    (b"\xD0\xCF\x11\xE0", Refusal::Workbook),
    (b"\x1F\x8B", Refusal::Compressed),
    (b"\xFF\xFE", Refusal::Utf16),
    (b"\xFE\xFF", Refusal::Utf16),
    (b"%PDF", Refusal::NoText),
    (b"\x89PNG", Refusal::NoText),
];

/// As many bytes as the longest of these beginnings has.
const BEGINNING: usize = 4;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Pending {
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.read);
        self.read = 0;
        self.bytes.extend_from_slice(bytes);
    }

    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// Nothing arrives any more.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// What is not yet read.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.read..).unwrap_or_default()
    }

    /// So many of the bytes are read.
    pub fn read(&mut self, count: usize) {
        self.read = self.read.saturating_add(count).min(self.bytes.len());
    }

    /// Passes over the byte order mark, once the bytes are there that can hold one.
    /// Says whether they were there.
    pub fn skip_mark(&mut self) -> Result<bool, Refusal> {
        let bytes = self.bytes();
        if !self.begun && (bytes.len() >= BEGINNING || self.finished) {
            if let Some((_, refusal)) = NO_TEXT.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
                return Err(refusal.clone());
            }
            if bytes.starts_with(BYTE_ORDER_MARK) {
                self.read(BYTE_ORDER_MARK.len());
            }
            self.begun = true;
        }
        Ok(self.begun)
    }
}

/// Whether a line ends at some place.
pub(super) enum LineEnd {
    /// It goes on.
    No,
    /// The next byte decides.
    Unknown,
    /// It ends, with so many bytes.
    Bytes(usize),
}

/// Whether a line ends at that place: with `\n`, with `\r\n`, or with `\r` alone.
pub(super) fn line_end(bytes: &[u8], at: usize, finished: bool) -> LineEnd {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => LineEnd::Bytes(2),
        (Some(b'\r'), None) if !finished => LineEnd::Unknown,
        (Some(b'\r' | b'\n'), _) => LineEnd::Bytes(1),
        _ => LineEnd::No,
    }
}
