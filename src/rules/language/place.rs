//! Where a term stands: the words around it, within its sentence.

use std::ops::Range;

use crate::text::inflection::{Form, base_forms};
use crate::text::spelling::normalise;
use crate::text::{Text, Word};

/// Some words of a text, and the sentence that they stand in.
#[derive(Clone, Debug)]
pub struct Place<'p, 't> {
    /// The text.
    pub text: &'p Text<'t>,
    /// The words.
    pub words: Range<usize>,
    /// All words of the sentence.
    pub sentence: Range<usize>,
    /// Whether the sentence is a question.
    pub is_question: bool,
}

impl<'p, 't> Place<'p, 't> {
    /// The place of these words.
    pub fn new(words: Range<usize>, text: &'p Text<'t>) -> Place<'p, 't> {
        let sentence = text.words().get(words.start).and_then(|word| text.sentence_of(word));
        let all = sentence.map_or(words.clone(), |sentence| sentence.first_word as usize..sentence.end_word as usize);
        Place { text, words, sentence: all, is_question: sentence.is_some_and(|sentence| sentence.question) }
    }

    /// The words before, nearest first; not more than `reach`.
    pub fn before(&self, reach: usize) -> impl Iterator<Item = usize> + use<> {
        (self.words.start.saturating_sub(reach).max(self.sentence.start)..self.words.start).rev()
    }

    /// The words behind, nearest first; not more than `reach`.
    pub fn after(&self, reach: usize) -> Range<usize> {
        self.words.end..self.words.end.saturating_add(reach).min(self.sentence.end)
    }

    /// What stands between a word and the next.
    pub fn gap(&self, index: usize) -> &'t str {
        match self.text.words_in(index..index + 2) {
            [word, next] => self.text.between(word, next),
            _ => "",
        }
    }

    /// Whether only a space or a hyphen stands between the word and the one before.
    pub fn is_adjoined(&self, index: usize) -> bool {
        self.sentence.contains(&index) && self.text.words().get(index).is_some_and(Word::is_adjoined)
    }

    /// Whether the word is one of these.
    pub fn is(&self, index: usize, words: &[&str]) -> bool {
        let is_one = |word: &str| {
            let first = word.bytes().next();
            words.iter().any(|known| known.bytes().next() == first && *known == word)
        };
        self.sentence.contains(&index) && is_one(&normalise(self.text.word(index)))
    }

    /// Whether the word is a form of one of these.
    pub fn is_form_of(&self, index: usize, bases: &[&str]) -> bool {
        let mut is_one = false;
        if self.sentence.contains(&index) {
            base_forms(&normalise(self.text.word(index)), |base, _| is_one |= bases.contains(&base));
        }
        is_one
    }

    /// Whether the word may be a past or a participle: told, said, aged.
    pub fn is_past(&self, index: usize) -> bool {
        let mut is_past = false;
        base_forms(&normalise(self.text.word(index)), |_, form| {
            is_past |= matches!(form, Form::Ed | Form::Past | Form::Participle | Form::Uncertain);
        });
        is_past
    }

    /// Whether the word begins with a capital.
    pub fn is_capitalised(&self, index: usize) -> bool {
        self.text.words().get(index).is_some_and(Word::is_capitalised)
    }

    /// The text of the sentence up to the words, and from the words on; of a very long
    /// sentence what is near.
    pub fn sides(&self) -> (&'t str, &'t str) {
        const NEAR: usize = 400;
        let source = self.text.source();
        let span = self.text.span_of(self.words.clone());
        let (start, end) = (span.start as usize, span.end as usize);
        let sentence = self.text.words().get(self.words.start).and_then(|word| self.text.sentence_of(word));
        let all = sentence.map_or(span, |sentence| sentence.span);
        let first = source.ceil_char_boundary(start.saturating_sub(NEAR)).max(all.start as usize);
        let last = source.floor_char_boundary(end.saturating_add(NEAR)).min(all.end as usize);
        (source.get(first..start).unwrap_or_default(), source.get(end..last).unwrap_or_default())
    }
}
