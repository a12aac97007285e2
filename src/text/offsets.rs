//! From bytes to UTF-16 code units, counted once.

use super::offset;

const BLOCK: usize = 64;

/// How many UTF-16 code units stand before each block of bytes.
#[derive(Debug)]
pub(super) struct Offsets {
    /// Empty where the text is ASCII: then a byte is a code unit.
    blocks: Vec<u32>,
}

impl Offsets {
    pub(super) fn new(source: &str) -> Offsets {
        if source.is_ascii() {
            return Offsets { blocks: Vec::new() };
        }
        let mut units = 0;
        let mut blocks = vec![0];
        blocks.extend(source.as_bytes().chunks(BLOCK).map(|block| {
            units += code_units(block);
            units
        }));
        Offsets { blocks }
    }

    pub(super) fn utf16(&self, source: &str, byte: u32) -> u32 {
        let byte = (byte as usize).min(source.len());
        let block = byte / BLOCK;
        match self.blocks.get(block) {
            None => offset(byte),
            Some(before) => before + code_units(source.as_bytes().get(block * BLOCK..byte).unwrap_or_default()),
        }
    }
}

/// A character counts at its first byte: one unit, or two where it takes four bytes.
fn code_units(bytes: &[u8]) -> u32 {
    offset(bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum())
}
