//! The bytes that have arrived and are not yet read.

use super::encoding::{Decoder, Encoding};
use super::problem::Refusal;
use super::workbook::Workbook;

/// Bytes that have arrived and are not yet read: in UTF-8, or in Windows-1252.
#[derive(Debug, Default)]
pub(super) struct Pending {
    bytes: Vec<u8>,
    /// How many of them are read.
    read: usize,
    finished: bool,
    /// What the first bytes showed.
    content: Option<Content>,
    other_sheets: usize,
}

/// What arrives.
#[derive(Debug)]
enum Content {
    Text(Decoder),
    /// A workbook is read once all of it is there.
    Workbook(Vec<u8>),
    Table(Workbook),
}

/// What a file begins with that is no text.
const NO_TEXT: [(&[u8], Refusal); 4] = [
    (b"\xD0\xCF\x11\xE0", Refusal::OldWorkbook),
    (b"\x1F\x8B", Refusal::Compressed),
    (b"%PDF", Refusal::NoText),
    (b"\x89PNG", Refusal::NoText),
];

/// What a workbook begins with, as every zip does.
const ZIP: &[u8] = b"PK\x03\x04";

/// As many bytes as the longest of these beginnings has.
const BEGINNING: usize = 4;

pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Pending {
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.read);
        self.read = 0;
        match &mut self.content {
            Some(Content::Text(decoder)) => decoder.push(bytes, &mut self.bytes),
            Some(Content::Workbook(whole)) => whole.extend_from_slice(bytes),
            Some(Content::Table(_)) => {}
            None => self.bytes.extend_from_slice(bytes),
        }
    }

    pub fn finish(&mut self) {
        self.finished = true;
        if let Some(Content::Text(decoder)) = &mut self.content {
            decoder.finish(&mut self.bytes);
        }
    }

    /// What arrives is a workbook.
    pub fn is_workbook(&self) -> bool {
        matches!(self.content, Some(Content::Table(_) | Content::Workbook(_)))
    }

    /// Nothing arrives any more.
    pub fn is_finished(&self) -> bool {
        self.finished && !self.is_workbook()
    }

    /// What is not yet read.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.read..).unwrap_or_default()
    }

    /// So many of the bytes are read.
    pub fn read(&mut self, count: usize) {
        self.read = self.read.saturating_add(count).min(self.bytes.len());
    }

    /// Finds out what the bytes are, once there are enough of them, and passes over a byte
    /// order mark. Says whether they are known.
    pub fn begin(&mut self, encoding: Option<Encoding>) -> Result<bool, Refusal> {
        if self.content.is_some() {
            return Ok(true);
        }
        if self.bytes.len() < BEGINNING && !self.finished {
            return Ok(false);
        }
        let bytes = std::mem::take(&mut self.bytes);
        if let Some((_, refusal)) = NO_TEXT.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
            return Err(refusal.clone());
        }
        if bytes.starts_with(ZIP) {
            self.content = Some(Content::Workbook(bytes));
            return Ok(true);
        }
        let mut decoder = Decoder::new(encoding.unwrap_or_else(|| Encoding::of(&bytes)));
        decoder.push(&bytes, &mut self.bytes);
        if self.finished {
            decoder.finish(&mut self.bytes);
        }
        self.content = Some(Content::Text(decoder));
        let mark = [BYTE_ORDER_MARK, "ï»¿".as_bytes()].into_iter().find(|mark| self.bytes.starts_with(mark));
        self.read(mark.map_or(0, <[u8]>::len));
        Ok(true)
    }

    /// Goes on to the next sheet of a workbook with anything on it, and says whether there is one.
    pub fn next_sheet(&mut self) -> Result<bool, Refusal> {
        let Some(Content::Table(workbook)) = &mut self.content else { return Ok(false) };
        self.bytes.clear();
        self.read = 0;
        let found = workbook.next_sheet()?;
        self.other_sheets = workbook.others();
        Ok(found)
    }

    /// How many sheets of a workbook are not read, though there is something on them.
    pub fn other_sheets(&self) -> usize {
        self.other_sheets
    }

    /// Makes more bytes out of a workbook that is whole. Says whether there are more.
    pub fn unfold(&mut self) -> Result<bool, Refusal> {
        if let (true, Some(Content::Workbook(whole))) = (self.finished, &mut self.content) {
            let workbook = Workbook::open(std::mem::take(whole))?;
            self.other_sheets = workbook.others();
            self.content = Some(Content::Table(workbook));
        }
        let Some(Content::Table(workbook)) = &mut self.content else { return Ok(false) };
        self.bytes.drain(..self.read);
        self.read = 0;
        match workbook.next_piece() {
            Some(piece) => self.bytes.extend_from_slice(&piece),
            None => self.content = Some(Content::Text(Decoder::new(Encoding::Utf8))),
        }
        Ok(true)
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
