//! What the terms of `lexicon/voices.tsv` are in a sentence.

use std::sync::LazyLock;

use crate::lexicon::dictionary::TableName;
use crate::lexicon::table::Table;

/// The part that a term plays.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Looks like one of the others, and is none: "was told", "looks like".
    OtherSense,
    /// The writer: "I".
    Writer,
    /// The child: "you", where the record speaks to the child.
    Child,
    /// A parent, or whoever else the child belongs to.
    Family,
    /// Anybody or anything else that says things: a teacher, a school, a report.
    Other,
    /// Whoever was spoken of before: "she".
    Pronoun,
    /// What follows is not told: "how she feels".
    Question,
    /// Stands between somebody and the verb: "is".
    Auxiliary,
    /// Goes on with somebody else: "Ava and her brother".
    And,
    /// Said or wrote.
    Say,
    /// Wanted, thought, felt.
    Feel,
    /// Shows without words what a child feels: "smiled".
    Show,
    /// Shows that somebody was there, and nothing else: "came downstairs".
    There,
    /// Shows what a child feels even where nobody is named: "Smiling and chatty."
    State,
    /// The child’s: "wishes and feelings".
    Wishes,
    /// Somebody’s: "views".
    Views,
    /// Has yet to be done: "to be obtained".
    Later,
    /// Saw or spoke to.
    See,
    /// Turns from whom somebody was with to what it was about.
    About,
    /// "seen"
    Seen,
    /// "was not seen"
    Unseen,
    /// Was somewhere else, or asleep.
    Away,
    /// The same, where it stands right behind whoever it is: "Ava at school".
    Place,
    /// Nobody came to the door.
    NoEntry,
    /// A reason follows.
    Because,
    /// "alone", beside a word of seeing or speaking,
    Alone,
    /// in another sense: "home alone"
    NotApart,
    /// "seen alone"
    Apart,
    /// Somebody else was there.
    Company,
    /// Could not or would not say.
    Unable,
    /// Is not born.
    Unborn,
}

const NAMES: [&str; 31] = [
    "other sense",
    "writer",
    "child",
    "family",
    "other",
    "pronoun",
    "question",
    "auxiliary",
    "and",
    "say",
    "feel",
    "show",
    "there",
    "state",
    "wishes",
    "views",
    "later",
    "see",
    "about",
    "seen",
    "unseen",
    "away",
    "place",
    "no entry",
    "because",
    "alone",
    "not apart",
    "apart",
    "company",
    "unable",
    "unborn",
];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

/// The table.
pub static TERMS: LazyLock<Table> = LazyLock::new(|| Table::new(TableName::Voices, &NAMES));
