//! What the words of a text can stand for among the words of a lexicon.

use super::Text;
use super::inflection::{Form, stems};
use super::spelling::normalise;
use super::vocabulary::{Vocabulary, hash, index};

/// A word of the vocabulary, as itself or in any form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) word: u32,
    pub(super) any_form: bool,
}

impl Key {
    /// One of 32 bits, the same for all forms of the word.
    pub(super) fn bit(self) -> u32 {
        1 << (self.word % 32)
    }
}

/// What words of a text can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) key: Key,
    pub(super) form: Form,
    /// How many words of the text are read as one.
    pub(super) width: usize,
}

/// What each word of a text can stand for.
pub(super) struct Readings {
    list: Vec<Reading>,
    /// Where the readings of each word begin in the list, and whether the word adjoins the one before.
    words: Vec<(u32, bool)>,
}

/// Words met before and what they can stand for: most words of a text are. Of two words
/// that have the same place, only the one that was met last is known.
#[derive(Debug, Default)]
pub(super) struct Met {
    /// None until a word is met; then [`PLACES`] of them.
    places: Vec<(Box<str>, Box<[Reading]>)>,
}

/// A power of two.
const PLACES: usize = 16384;

/// Of a longer word nothing is kept, so that what is kept stays small.
const LONGEST: usize = 24;

impl Met {
    /// Adds the readings of a word to the list.
    fn read(&mut self, vocabulary: &Vocabulary, written: &str, list: &mut Vec<Reading>) {
        if written.len() > LONGEST {
            return read(vocabulary, &normalise(written), 1, list);
        }
        if self.places.is_empty() {
            self.places.resize(PLACES, Default::default());
        }
        let place = hash(written.bytes()) as usize % PLACES;
        let Some((word, readings)) = self.places.get_mut(place) else { return };
        if **word == *written {
            list.extend_from_slice(readings);
        } else {
            let start = list.len();
            read(vocabulary, &normalise(written), 1, list);
            *word = written.into();
            *readings = list.get(start..).unwrap_or_default().into();
        }
    }
}

/// Adds the readings of a word to the list.
fn read(vocabulary: &Vocabulary, spelt: &str, width: usize, list: &mut Vec<Reading>) {
    if let Some(word) = vocabulary.find(spelt, "") {
        list.push(Reading { key: Key { word, any_form: false }, form: Form::Base, width });
    }
    stems(spelt, |stem, ending, form| {
        if let Some(word) = vocabulary.find(stem, ending) {
            list.push(Reading { key: Key { word, any_form: true }, form, width });
        }
    });
}

impl Readings {
    pub(super) fn new(vocabulary: &Vocabulary, met: &mut Met, text: &Text) -> Readings {
        let mut readings =
            Readings { list: Vec::with_capacity(text.words().len()), words: Vec::with_capacity(text.words().len()) };
        let mut words = text.words().iter().peekable();
        while let Some(word) = words.next() {
            readings.words.push((index(readings.list.len()), word.is_adjoined()));
            let written = text.slice(word.span);
            met.read(vocabulary, written, &mut readings.list);
            if let Some(next) = words.peek()
                && next.is_adjoined()
                && is_hyphen(text.source(), word.span.end as usize, next.span.start as usize)
            {
                let solid = normalise(written).into_owned() + &normalise(text.slice(next.span));
                read(vocabulary, &solid, 2, &mut readings.list);
            }
        }
        readings
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the word can belong to one term with the word before.
    pub(super) fn is_adjoined(&self, word: usize) -> bool {
        self.words.get(word).is_some_and(|(_, adjoined)| *adjoined)
    }

    /// What the word can stand for, the likeliest first.
    pub(super) fn at(&self, word: usize) -> &[Reading] {
        let Some((start, _)) = self.words.get(word) else { return &[] };
        let end = self.words.get(word + 1).map_or(self.list.len(), |(end, _)| *end as usize);
        self.list.get(*start as usize..end).unwrap_or_default()
    }
}

fn is_hyphen(source: &str, start: usize, end: usize) -> bool {
    matches!(source.get(start..end), Some("-" | "‐" | "‑"))
}
