//! Bytes as text.

use std::borrow::Cow;
use std::ops::Range;

/// What Windows-1252 has in the place of the control characters U+0080 to U+009F. The
/// five places that it leaves free stay what they are, as in browsers.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The bytes of a row: UTF-8, or else Windows-1252, where every byte means something.
#[derive(Clone, Copy, Debug)]
pub(super) enum Letters<'r> {
    Utf8(&'r str),
    Windows1252(&'r [u8]),
}

impl<'r> Letters<'r> {
    pub fn new(row: &'r [u8]) -> Letters<'r> {
        std::str::from_utf8(row).map_or(Letters::Windows1252(row), Letters::Utf8)
    }

    /// The whole text.
    pub fn all(self) -> Cow<'r, str> {
        match self {
            Letters::Utf8(text) => text.into(),
            Letters::Windows1252(bytes) => bytes.iter().copied().map(windows_1252).collect(),
        }
    }

    /// The text of those bytes, which begin and end between two characters.
    pub fn part(self, range: Range<usize>) -> Cow<'r, str> {
        match self {
            Letters::Utf8(text) => Letters::Utf8(text.get(range).unwrap_or_default()),
            Letters::Windows1252(bytes) => Letters::Windows1252(bytes.get(range).unwrap_or_default()),
        }
        .all()
    }
}

pub(super) fn windows_1252(byte: u8) -> char {
    let place = byte.checked_sub(0x80).map(usize::from);
    place.and_then(|place| WINDOWS_1252.get(place)).copied().unwrap_or(char::from(byte))
}
