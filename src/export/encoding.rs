//! Bytes of other encodings as UTF-8.

use super::letters::windows_1252;

/// How the letters of an export are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and Windows-1252 in every row that is not.
    Utf8,
    /// UTF-16, the less significant byte first.
    Utf16Le,
    /// UTF-16, the more significant byte first.
    Utf16Be,
    /// Windows-1252, whatever the bytes look like.
    Windows1252,
}

/// What a file in UTF-16 begins with.
const MARKS: [(&[u8], Encoding); 2] = [(b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

impl Encoding {
    /// Reads `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.
    #[must_use]
    pub fn read(name: &str) -> Option<Encoding> {
        match name {
            "utf-8" => Some(Encoding::Utf8),
            "utf-16le" => Some(Encoding::Utf16Le),
            "utf-16be" => Some(Encoding::Utf16Be),
            "windows-1252" => Some(Encoding::Windows1252),
            _ => None,
        }
    }

    /// What the first four bytes show: a mark, or text of which every second byte is zero.
    pub(super) fn of(beginning: &[u8]) -> Encoding {
        if let Some((_, encoding)) = MARKS.iter().find(|(mark, _)| beginning.starts_with(mark)) {
            return *encoding;
        }
        match beginning {
            [one, 0, other, 0, ..] if *one > 0 && *other > 0 => Encoding::Utf16Le,
            [0, one, 0, other, ..] if *one > 0 && *other > 0 => Encoding::Utf16Be,
            _ => Encoding::Utf8,
        }
    }
}

/// Makes UTF-8 of bytes that arrive bit by bit.
#[derive(Debug)]
pub(super) struct Decoder {
    encoding: Encoding,
    /// The first byte of a unit whose other has not arrived.
    half: Option<u8>,
    /// The first unit of a character whose other has not arrived.
    high: Option<u16>,
}

impl Decoder {
    pub fn new(encoding: Encoding) -> Decoder {
        Decoder { encoding, half: None, high: None }
    }

    pub fn push(&mut self, bytes: &[u8], text: &mut Vec<u8>) {
        let unit = match self.encoding {
            Encoding::Utf8 => return text.extend_from_slice(bytes),
            Encoding::Windows1252 => return bytes.iter().for_each(|byte| add(windows_1252(*byte), text)),
            Encoding::Utf16Le => u16::from_le_bytes,
            Encoding::Utf16Be => u16::from_be_bytes,
        };
        for byte in bytes {
            match self.half.take() {
                Some(first) => self.add_unit(unit([first, *byte]), text),
                None => self.half = Some(*byte),
            }
        }
    }

    /// What is left when nothing arrives any more.
    pub fn finish(&mut self, text: &mut Vec<u8>) {
        if self.half.take().is_some() || self.high.take().is_some() {
            add(char::REPLACEMENT_CHARACTER, text);
        }
    }

    fn add_unit(&mut self, unit: u16, text: &mut Vec<u8>) {
        if (0xD800..0xDC00).contains(&unit) {
            if self.high.replace(unit).is_some() {
                add(char::REPLACEMENT_CHARACTER, text);
            }
            return;
        }
        let units = self.high.take().into_iter().chain([unit]);
        for letter in char::decode_utf16(units) {
            add(letter.unwrap_or(char::REPLACEMENT_CHARACTER), text);
        }
    }
}

fn add(letter: char, text: &mut Vec<u8>) {
    text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
}
