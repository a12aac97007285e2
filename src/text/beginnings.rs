//! How the words of a list begin.

/// The first three letters of the words of a list, by which most other words are told from
/// them at once.
#[derive(Debug)]
pub(crate) struct Beginnings {
    /// For each letter that comes first a bit for each that comes second,
    second: [u32; 32],
    /// and one for each that comes third.
    third: [u32; 32],
}

impl Beginnings {
    /// Those of no word.
    pub(crate) const fn none() -> Beginnings {
        Beginnings { second: [0; 32], third: [0; 32] }
    }

    /// These and those of another word.
    pub(crate) const fn with(mut self, word: &str) -> Beginnings {
        self.add(word);
        self
    }

    /// Adds those of another word.
    pub(crate) const fn add(&mut self, word: &str) {
        let (first, second, third) = letters(word.as_bytes());
        self.second[first] |= second;
        self.third[first] |= third;
    }

    /// Whether a word of the list may begin as this one does.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let (first, second, third) = letters(word.as_bytes());
        let has = |letters: &[u32; 32], letter| letters.get(first).is_some_and(|known| known & letter != 0);
        has(&self.second, second) && has(&self.third, third)
    }
}

/// The first letter by its number, and a bit for each of the next two; one for none.
const fn letters(word: &[u8]) -> (usize, u32, u32) {
    match *word {
        [first, second, third, ..] => ((first & 31) as usize, 1 << (second & 31), 1 << (third & 31)),
        [first, second] => ((first & 31) as usize, 1 << (second & 31), 1),
        [first] => ((first & 31) as usize, 1, 1),
        [] => (0, 1, 1),
    }
}
