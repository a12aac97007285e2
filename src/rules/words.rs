//! Lists of words.

/// Words that are looked for in texts.
#[derive(Debug)]
pub struct Words {
    list: &'static str,
    /// For each letter with which they begin a bit for what else of them is looked at first, by
    /// which nearly all other words are told from them at once.
    looks: [u32; 32],
}

impl Words {
    /// The words of a list: in small letters, with one space between them.
    #[must_use]
    pub const fn new(list: &'static str) -> Words {
        let mut looks = [0; 32];
        let bytes = list.as_bytes();
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                let word = bytes.split_at(at).0.split_at(start).1;
                looks[letter(word, 0)] |= look(word);
                start = at + 1;
            }
            at += 1;
        }
        Words { list, looks }
    }

    /// Whether the word is one of them. Letter case does not matter.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word) && self.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether one of them looks like it: by three of its letters and how long it is.
    #[must_use]
    pub fn may_have(&self, word: &str) -> bool {
        let word = word.as_bytes();
        self.looks.get(letter(word, 0)).is_some_and(|looks| looks & look(word) != 0)
    }

    /// One word after the other.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.split(' ')
    }
}

/// The number of a letter, the same for small and capital letters; 0 where there is none.
const fn letter(word: &[u8], at: usize) -> usize {
    if at < word.len() { (word[at] & 31) as usize } else { 0 }
}

/// A bit of 32 for the second letter, the third and how many there are.
const fn look(word: &[u8]) -> u32 {
    1 << ((letter(word, 1) * 3 + letter(word, 2) * 7 + word.len()) % 32)
}
