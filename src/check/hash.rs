//! By what words are known again without being kept.

use crate::text::char_at;

/// What each character of ASCII adds: a letter in small or a digit itself, a space the end of a
/// word, anything else nothing.
const ASCII: [u8; 128] = {
    let mut added = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        added[byte as usize] = match byte {
            b'\t'..=b'\r' | b' ' => b' ',
            _ if byte.is_ascii_alphanumeric() => byte.to_ascii_lowercase(),
            _ => 0,
        };
        byte += 1;
    }
    added
};

/// FNV-1a over the letters and digits of words: the same on every machine.
#[derive(Debug)]
pub struct Hash {
    value: u64,
    words: usize,
}

impl Default for Hash {
    fn default() -> Hash {
        Hash { value: 0xCBF2_9CE4_8422_2325, words: 0 }
    }
}

impl Hash {
    /// Of what was added so far, each bit of it as good as any other.
    #[must_use]
    pub fn value(&self) -> u64 {
        let mixed = (self.value ^ self.value >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        let mixed = (mixed ^ mixed >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        mixed ^ mixed >> 33
    }

    /// How many words were added.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words
    }

    /// Adds words, whatever their case and whatever stands between them.
    pub fn add_words(&mut self, text: &str) {
        let mut is_in_word = false;
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            at += 1;
            match ASCII.get(usize::from(byte)) {
                Some(0) => {}
                Some(b' ') => self.end_word(&mut is_in_word),
                Some(letter) => {
                    self.add(u64::from(*letter));
                    is_in_word = true;
                }
                None => {
                    let Some(letter) = char_at(text, at - 1) else { break };
                    at += letter.len_utf8() - 1;
                    if letter.is_alphanumeric() {
                        letter.to_lowercase().for_each(|letter| self.add(u64::from(letter)));
                        is_in_word = true;
                    } else if letter.is_whitespace() {
                        self.end_word(&mut is_in_word);
                    }
                }
            }
        }
        self.end_word(&mut is_in_word);
    }

    fn end_word(&mut self, is_in_word: &mut bool) {
        if std::mem::take(is_in_word) {
            self.add(u64::from(' '));
            self.words += 1;
        }
    }

    /// Adds a number.
    pub fn add(&mut self, number: u64) {
        self.value = (self.value ^ number).wrapping_mul(0x0100_0000_01B3);
    }
}
