//! A text, taken apart in one pass: words, sentences, quotations, lines and headings.
//!
//! ```
//! use recording_standard::text::Text;
//!
//! let text = Text::new("Ava said, “I’m fine.” Dr. Shah saw her at 3.30pm.");
//!
//! let sentences: Vec<_> = text.sentences().iter().map(|sentence| text.slice(sentence.span)).collect();
//! assert_eq!(sentences, ["Ava said, “I’m fine.”", "Dr. Shah saw her at 3.30pm."]);
//! assert_eq!(text.slice(text.quotations()[0]), "“I’m fine.”");
//! ```
//!
//! What this text means to the rules is told by the modules below: [`phrases`] finds
//! the terms of a lexicon in it, [`definitions`] the abbreviations that it explains.

pub(crate) mod beginnings;
pub mod definitions;
pub mod inflection;
mod offsets;
pub mod phrases;
mod quotations;
mod readings;
mod scan;
pub mod spelling;
pub(crate) mod vocabulary;
mod words;

use std::cell::OnceCell;

use crate::finding::Range;
use offsets::Offsets;
use phrases::Matches;
pub use words::Word;

/// A stretch of a text in bytes. [`Text::range`] gives it in UTF-16 code units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it ends; not included.
    pub end: u32,
}

impl Span {
    /// Whether the byte lies in the stretch.
    #[must_use]
    pub fn contains(self, byte: u32) -> bool {
        self.start <= byte && byte < self.end
    }
}

/// A sentence: up to its end mark, or a list item, a heading, a line that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first mark or word to its end mark, closing quotation marks and brackets included.
    pub span: Span,
    /// Its first word, in [`Text::words`].
    pub first_word: u32,
    /// The word after its last.
    pub end_word: u32,
    /// Whether it ends in a question mark.
    pub question: bool,
}

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Without indentation and line end.
    pub span: Span,
    /// Whether more than 60 of 100 letters are capitals: a title, or typed in capitals throughout.
    pub shouted: bool,
}

/// A heading in free text. It opens a section that goes on to the next heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From its first word to its last, without the colon.
    pub span: Span,
    /// Its first word, in [`Text::words`].
    pub first_word: u32,
    /// The word after its last.
    pub end_word: u32,
}

/// A text, taken apart. Everything is in the order of the text.
#[derive(Debug)]
pub struct Text<'t> {
    source: &'t str,
    offsets: Offsets,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    quotations: Vec<Span>,
    lines: Vec<Line>,
    headings: Vec<Heading>,
    /// The terms of the lexicon in it, once one of its tables is asked.
    pub(crate) terms: OnceCell<Matches<'static>>,
}

impl<'t> Text<'t> {
    /// Takes a text apart. Of a text longer than 4 GiB the rest is not read.
    #[must_use]
    pub fn new(source: &'t str) -> Text<'t> {
        let source = source.get(..source.floor_char_boundary(u32::MAX as usize)).unwrap_or_default();
        scan::scan(source)
    }

    /// The text itself.
    #[must_use]
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The sentences. Every word belongs to exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The quotations with their marks, by where they begin; one may lie within another.
    /// A line that begins with `>` and what follows "said:" on its line are quotations too.
    #[must_use]
    pub fn quotations(&self) -> &[Span] {
        &self.quotations
    }

    /// The lines that are not blank.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The headings.
    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The heading of the section in which the byte lies.
    #[must_use]
    pub fn section_at(&self, byte: u32) -> Option<&Heading> {
        last_up_to(&self.headings, |heading| heading.span.start <= byte)
    }

    /// The line in which the byte lies; for one between two lines, the line before.
    #[must_use]
    pub fn line_at(&self, byte: u32) -> Option<&Line> {
        last_up_to(&self.lines, |line| line.span.start <= byte)
    }

    /// The sentence of a word.
    #[must_use]
    pub fn sentence_of(&self, word: &Word) -> Option<&Sentence> {
        self.sentences.get(word.sentence as usize)
    }

    /// The words from one index up to another; none where there are not so many.
    #[must_use]
    pub fn words_in(&self, words: std::ops::Range<usize>) -> &[Word] {
        self.words.get(words).unwrap_or_default()
    }

    /// A word as it is written; `""` where there are not so many words.
    #[must_use]
    pub fn word(&self, index: usize) -> &'t str {
        self.words.get(index).map_or("", |word| self.slice(word.span))
    }

    /// Whether a word is one of these. Letter case does not matter.
    #[must_use]
    pub fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        let written = self.word(index);
        words.iter().any(|word| word.len() == written.len() && word.eq_ignore_ascii_case(written))
    }

    /// The stretch from the first to the last of some words.
    #[must_use]
    pub fn span_of(&self, words: std::ops::Range<usize>) -> Span {
        match self.words_in(words) {
            [first, .., last] => Span { start: first.span.start, end: last.span.end },
            [only] => only.span,
            [] => Span::default(),
        }
    }

    /// The text of a stretch.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'t str {
        self.source.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// What stands between two words.
    #[must_use]
    pub fn between(&self, word: &Word, next: &Word) -> &'t str {
        self.slice(Span { start: word.span.end, end: next.span.start })
    }

    /// A stretch in UTF-16 code units. Takes the same time wherever it lies.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.utf16(span.start), end: self.utf16(span.end) }
    }

    /// How many UTF-16 code units stand before a byte. Takes the same time wherever it lies.
    #[must_use]
    pub fn utf16(&self, byte: u32) -> u32 {
        self.offsets.utf16(self.source, byte)
    }
}

/// The last of the items, which are in order, for which this holds.
fn last_up_to<T>(items: &[T], holds: impl Fn(&T) -> bool) -> Option<&T> {
    items.get(items.partition_point(holds).checked_sub(1)?)
}

/// The character that begins at this byte.
pub(crate) fn char_at(source: &str, byte: usize) -> Option<char> {
    source.get(byte..)?.chars().next()
}

/// The character that ends before this byte.
fn char_before(source: &str, byte: usize) -> Option<char> {
    source.get(..byte)?.chars().next_back()
}

/// An offset in a text, which [`Text::new`] has made sure is less than 4 GiB.
#[allow(clippy::cast_possible_truncation)]
const fn offset(byte: usize) -> u32 {
    byte as u32
}
