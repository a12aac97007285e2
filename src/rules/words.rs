//! Lists of words.

/// Words that are looked for in texts.
#[derive(Debug)]
pub struct Words {
    list: &'static str,
    /// For each letter with which they begin the lengths that they have, a bit each, by
    /// which nearly all other words are told from them at once.
    lengths: [u32; 32],
}

impl Words {
    /// The words of a list: in small letters, with one space between them.
    #[must_use]
    pub const fn new(list: &'static str) -> Words {
        let mut lengths = [0; 32];
        let bytes = list.as_bytes();
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                lengths[letter(bytes[start])] |= bit(at - start);
                start = at + 1;
            }
            at += 1;
        }
        Words { list, lengths }
    }

    /// Whether the word is one of them. Letter case does not matter.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word) && self.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether one of them begins with the same letter and is as long.
    #[must_use]
    pub fn may_have(&self, word: &str) -> bool {
        let lengths = word.bytes().next().and_then(|first| self.lengths.get(letter(first)));
        lengths.is_some_and(|lengths| lengths & bit(word.len()) != 0)
    }

    /// One word after the other.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.split(' ')
    }
}

/// The number of a letter, the same for small and capital letters.
const fn letter(byte: u8) -> usize {
    (byte & 31) as usize
}

const fn bit(length: usize) -> u32 {
    1 << if length < 31 { length } else { 31 }
}
