//! By what words are known again without being kept.

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
        for letter in text.chars() {
            if letter.is_ascii_alphanumeric() {
                self.add(u64::from(letter.to_ascii_lowercase()));
                is_in_word = true;
            } else if letter.is_whitespace() {
                self.end_word(&mut is_in_word);
            } else if !letter.is_ascii() && letter.is_alphanumeric() {
                letter.to_lowercase().for_each(|letter| self.add(u64::from(letter)));
                is_in_word = true;
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
