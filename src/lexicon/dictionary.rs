//! The terms of all tables, found in a text in one pass.

use std::sync::LazyLock;

use super::{language_rows, table};
use crate::text::Text;
use crate::text::phrases::{Match, Phrases, longest};

/// A table of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// What the language rules speak about.
    Language,
    /// What is told about seeing and hearing the child and the family.
    Voices,
    /// What an assessment, a plan or a review speaks of.
    Involvement,
    /// What a template or a tool leaves behind.
    Leftovers,
    /// Why information was shared.
    Grounds,
    /// How a text tells of a sharing.
    Sharing,
    /// Facts, opinions, sources, decisions.
    Evidence,
    /// The ways in which a record says that it is late.
    Late,
    /// Words that tell a day only to somebody who knows when they were written.
    RelativeDates,
}

impl Tables {
    const ALL: [Tables; 9] = [
        Tables::Language,
        Tables::Voices,
        Tables::Involvement,
        Tables::Leftovers,
        Tables::Grounds,
        Tables::Sharing,
        Tables::Evidence,
        Tables::Late,
        Tables::RelativeDates,
    ];

    /// The table as it is written; that of the language rules is in several.
    pub(crate) const fn tsv(self) -> &'static str {
        match self {
            Tables::Language => "",
            Tables::Voices => include_str!("voices.tsv"),
            Tables::Involvement => include_str!("involvement.tsv"),
            Tables::Leftovers => include_str!("leftovers.tsv"),
            Tables::Grounds => include_str!("grounds.tsv"),
            Tables::Sharing => include_str!("sharing.tsv"),
            Tables::Evidence => include_str!("evidence.tsv"),
            Tables::Late => include_str!("late.tsv"),
            Tables::RelativeDates => include_str!("relative-dates.tsv"),
        }
    }

    fn terms(self) -> Vec<&'static str> {
        match self {
            Tables::Language => language_rows().map(|(_, [term, ..])| term).collect(),
            Tables::Leftovers => super::rows(self.tsv()).map(|[_, _, term]| term).collect(),
            Tables::Late | Tables::RelativeDates => super::rows(self.tsv()).map(|[term]| term).collect(),
            _ => table::rows(self.tsv()).map(|(_, term)| term).collect(),
        }
    }
}

/// The terms of the table that stand in the text: from the left the longest each time.
pub fn find<'t>(table: Tables, text: &'t Text) -> impl Iterator<Item = &'t Match<'static>> {
    longest(all(table, text))
}

/// All of them, by where they begin: some overlap others.
pub(super) fn all<'t>(table: Tables, text: &'t Text) -> &'t [Match<'static>] {
    static DICTIONARY: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_tables(Tables::ALL.map(Tables::terms)));
    let found = text.terms.get_or_init(|| DICTIONARY.find(text));
    found.get(table as usize).map_or(&[], Vec::as_slice)
}
