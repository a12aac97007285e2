//! What the terms of `lexicon/sharing.tsv` are in a sentence about sharing.

use std::sync::LazyLock;

use crate::lexicon::dictionary::TableName;
use crate::lexicon::table::{Kinds, Table};
use crate::text::Text;

/// The part that a term plays.
#[derive(Clone, Copy)]
pub enum Kind {
    /// The writer: "I".
    Me,
    /// The writer, where that is the writer's post: "the social worker".
    Worker,
    /// Stands between somebody and the verb: "have also".
    Meanwhile,
    /// Goes on with the same person: "and".
    And,
    /// Makes a verb passive: "was".
    Passive,
    /// Somebody else who may have done it: "she", "Mum".
    Other,
    /// Leaves open whether it was done: "if".
    Doubt,
    /// It was not done, or not yet: "not", "will".
    Not,
    /// Somebody else's word for it: "reported".
    Report,
    /// What can be shared: "concerns".
    Thing,
    /// Told an agency: "informed school".
    Tell,
    /// Where it stands behind the agency, the agency was told: "police informed".
    Informed,
    /// Shared something with an agency.
    With,
    /// Passed something to an agency.
    To,
    /// The same, but of no use as a passive: a child "was referred to" by anybody.
    Refer,
    /// What is sent to agencies: "a referral",
    Document,
    /// and what is done with it: "made".
    Made,
    /// Talked to an agency, and about something: "spoke to the GP about".
    Speak,
    /// Several agencies at once: "discussed at MARAC",
    Forum,
    /// "agency checks completed".
    Checks,
    /// "decided not to share"
    Withhold,
    /// An agency, or a role in one.
    Agency,
    /// Makes a name one: "PC Dale".
    Rank,
    /// Stands before a name: "Ms Khan at school".
    Title,
    /// Stands before an agency: "the", "her".
    Lead,
    /// Stands between a name and an agency.
    At,
    /// What people share that is no information: a bedroom, care, a joke.
    Innocent,
    /// Can stand behind an agency that was told,
    Next,
    /// or only behind one that somebody told.
    Object,
    /// What it was about follows.
    About,
    /// Who did it follows,
    By,
    /// or how: "by phone".
    Channel,
}

/// Their names in the table, in the same order.
const NAMES: [&str; 32] = [
    "me",
    "worker",
    "meanwhile",
    "and",
    "passive",
    "other",
    "doubt",
    "not",
    "report",
    "thing",
    "tell",
    "informed",
    "with",
    "to",
    "refer",
    "document",
    "made",
    "speak",
    "forum",
    "checks",
    "withhold",
    "agency",
    "rank",
    "title",
    "lead",
    "at",
    "innocent",
    "next",
    "object",
    "about",
    "by",
    "channel",
];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

/// For each word of the text the kinds of the term that begins there, and the word after it.
pub fn terms_of(text: &Text) -> Vec<(Kinds, usize)> {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(TableName::Sharing, &NAMES));
    TABLE.by_word(text)
}
