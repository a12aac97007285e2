//! What the terms of `lexicon/involvement.tsv` speak of.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lexicon::dictionary::TableName;
use crate::lexicon::table::{Kinds, Table};
use crate::text::{Text, Word};

/// What a term speaks of.
#[derive(Clone, Copy)]
pub enum Kind {
    /// What goes well.
    Strength,
    /// What does not; counts in a heading alone.
    Difficulty,
    /// What a plan is to bring about.
    Planned,
    /// What has come of it.
    Achieved,
    /// A review,
    Review,
    /// a time,
    When,
    /// and a review that has been.
    Last,
    /// The child’s family.
    Family,
    /// School, nursery, work.
    Education,
    /// Community and culture.
    Community,
    /// Another agency.
    Agency,
    /// An interpreter, or a form in which a family was told.
    Interpreter,
    /// Another form, where a field about language names it: "pictures".
    OtherForm,
    /// That somebody was told about the record.
    Informed,
    /// A reason follows.
    Because,
    /// English, or no language yet.
    English,
    /// Any other language than that.
    NotEnglish,
    /// No communication need.
    NoNeed,
}

const NAMES: [&str; 18] = [
    "strength",
    "difficulty",
    "planned",
    "achieved",
    "review",
    "when",
    "last",
    "family",
    "education",
    "community",
    "agency",
    "interpreter",
    "other form",
    "informed",
    "because",
    "english",
    "not english",
    "no need",
];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

static TERMS: LazyLock<Table> = LazyLock::new(|| Table::new(TableName::Involvement, &NAMES));

/// Whether the words have a term of that kind.
pub fn speaks_of(kind: Kind, words: &str) -> bool {
    kinds_of(&Text::new(words)).has(kind)
}

/// The kinds of all terms of a text.
pub fn kinds_of(text: &Text) -> Kinds {
    TERMS.find(text).fold(Kinds::default(), |all, (kinds, _)| all.and(kinds))
}

/// The kinds of the terms in its headings.
pub fn kinds_of_headings(text: &Text) -> Kinds {
    let is_in_heading = |word: usize| {
        let start = text.words().get(word).map(|word| word.span.start);
        start.is_some_and(|start| text.section_at(start).is_some_and(|heading| heading.span.contains(start)))
    };
    let found = TERMS.find(text).filter(|(_, words)| is_in_heading(words.start));
    found.fold(Kinds::default(), |all, (kinds, _)| all.and(kinds))
}

/// Whether a sentence says when there will be a review: a date, a weekday, "monthly".
pub fn says_when_reviewed(text: &Text) -> bool {
    // "Weekly visits, to be reviewed" says when the visits are.
    const BEFORE: usize = 2;
    const AFTER: usize = 8;
    let mut kinds = vec![Kinds::default(); text.words().len()];
    for (found, words) in TERMS.find(text) {
        kinds.get_mut(words).into_iter().flatten().for_each(|kinds| *kinds = found);
    }
    let in_words = |words: Range<usize>, kind: Kind| {
        kinds.get(words).is_some_and(|kinds| kinds.iter().any(|kinds| kinds.has(kind)))
    };
    text.sentences().iter().any(|sentence| {
        let (start, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let says_when = |at: usize| {
            let near = at.saturating_sub(BEFORE).max(start)..(at + AFTER).min(end);
            in_words(near.clone(), Kind::When) || text.words_in(near).iter().any(Word::has_digit)
        };
        !in_words(start..end, Kind::Last) && (start..end).any(|at| in_words(at..at + 1, Kind::Review) && says_when(at))
    })
}
