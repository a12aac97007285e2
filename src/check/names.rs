//! The words of names, which no rule about words questions.

use std::collections::HashSet;

use crate::record::CaseFile;

/// Names of people, places, teams and organisations, taken apart.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In lower case.
    words: HashSet<String>,
    /// With which letters those begin, a bit each, by which most other words are told from them at once.
    beginnings: u32,
    /// In capitals.
    initials: HashSet<String>,
}

impl Names {
    /// Of the child and of everybody else on the front sheet.
    #[must_use]
    pub fn of_file(file: &CaseFile) -> Names {
        let mut names = Names::default();
        for person in std::iter::once(&file.child).chain(file.people.iter()) {
            names.add(person.full_name.text());
            for name in person.known_as.get().into_iter().chain(person.preferred_words.get()).flatten() {
                names.add(name);
            }
        }
        names
    }

    /// Adds a name.
    pub fn add(&mut self, name: &str) {
        let words =
            || name.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|word| !word.is_empty());
        for word in words().map(str::to_lowercase) {
            self.beginnings |= beginning(&word);
            self.words.insert(word);
        }
        self.initials.insert(words().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect());
    }

    /// Whether the word stands in one of the names. Letter case does not matter.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        let may_be = self.beginnings & beginning(word) != 0;
        may_be && self.words.contains(&word.to_lowercase())
    }

    /// Whether the capitals are the initials of one of the names.
    #[must_use]
    pub fn has_initials(&self, capitals: &str) -> bool {
        self.initials.contains(capitals)
    }
}

/// The first letter as a bit, the same for small and capital letters; all others have one together.
fn beginning(word: &str) -> u32 {
    match word.bytes().next() {
        Some(letter) if letter.is_ascii_alphabetic() => 1 << (letter & 31),
        _ => 1,
    }
}
