//! What the words of a text can be looked up as. Made once a text, when the first table
//! of terms asks, and used by all of them.

use super::Text;
use super::inflection::{Form, base_forms};
use super::spelling::normalise;
use super::vocabulary::{hash, index};

/// One way to look up a word, or two that a hyphen joins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    start: u32,
    end: u32,
    pub(super) hash: u32,
    /// Of which form of the base the text has it; nothing where it is looked up as it stands.
    pub(super) form: Option<Form>,
    /// How many words of the text are looked up as one.
    pub(super) width: u8,
}

/// The spellings of all words.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    letters: String,
    list: Vec<Spelling>,
    /// Where those of each word begin in the list.
    words: Vec<u32>,
}

impl Spellings {
    pub(super) fn new(text: &Text) -> Spellings {
        let mut spellings = Spellings::default();
        let mut words = text.words().iter().peekable();
        while let Some(word) = words.next() {
            spellings.words.push(index(spellings.list.len()));
            let spelt = normalise(text.slice(word.span));
            spellings.add(&spelt, 1);
            if let Some(next) = words.peek()
                && next.is_adjoined()
                && is_hyphen(text.source(), word.span.end as usize, next.span.start as usize)
            {
                let solid = spelt.into_owned() + &normalise(text.slice(next.span));
                spellings.add(&solid, 2);
            }
        }
        spellings
    }

    fn add(&mut self, spelt: &str, width: u8) {
        self.push(spelt, None, width);
        base_forms(spelt, |base, form| self.push(base, Some(form), width));
    }

    fn push(&mut self, letters: &str, form: Option<Form>, width: u8) {
        // The base is often the word itself.
        let start = match self.list.last() {
            Some(last) if self.letters_of(*last) == letters => last.start,
            _ => {
                self.letters.push_str(letters);
                index(self.letters.len() - letters.len())
            }
        };
        let end = start + index(letters.len());
        self.list.push(Spelling { start, end, hash: hash(letters), form, width });
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The spellings of a word, as it stands first.
    pub(super) fn of(&self, word: usize) -> &[Spelling] {
        let Some(start) = self.words.get(word) else { return &[] };
        let end = self.words.get(word + 1).map_or(self.list.len(), |end| *end as usize);
        self.list.get(*start as usize..end).unwrap_or_default()
    }

    pub(super) fn letters_of(&self, spelling: Spelling) -> &str {
        self.letters.get(spelling.start as usize..spelling.end as usize).unwrap_or_default()
    }
}

fn is_hyphen(source: &str, start: usize, end: usize) -> bool {
    matches!(source.get(start..end), Some("-" | "‐" | "‑"))
}
