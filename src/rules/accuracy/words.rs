//! Lists of words.

/// Words that are looked for in texts.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    list: &'static str,
    /// The letters with which they begin, and the lengths that they have, a bit each, by
    /// which nearly all other words are told from them at once.
    letters: u32,
    lengths: u32,
}

impl Words {
    /// The words of a list: in small letters, with one space between them.
    #[must_use]
    pub const fn new(list: &'static str) -> Words {
        let (mut letters, mut lengths) = (0, 0);
        let bytes = list.as_bytes();
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                letters |= bit(bytes[start] as usize);
                lengths |= bit(at - start);
                start = at + 1;
            }
            at += 1;
        }
        Words { list, letters, lengths }
    }

    /// Whether the word is one of them. Letter case does not matter.
    #[must_use]
    pub fn has(self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else { return false };
        let may_be = self.letters & bit(first.to_ascii_lowercase().into()) != 0 && self.lengths & bit(word.len()) != 0;
        may_be && self.list.split(' ').any(|known| known.eq_ignore_ascii_case(word))
    }
}

const fn bit(number: usize) -> u32 {
    1 << (number % 32)
}
