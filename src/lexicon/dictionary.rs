//! The terms of all tables, found in a text in one pass.

use std::sync::LazyLock;

use super::patterns::patterns;
use super::{language_rows, table};
use crate::text::Text;
use crate::text::phrases::{Match, Phrases, longest};

/// Which table of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableName {
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
    /// What patterns are made of.
    Patterns,
    /// Of this what patterns are looked for by.
    Anchors,
    /// Words that tell a day only to somebody who knows when they were written.
    RelativeDates,
}

impl TableName {
    const ALL: [TableName; 11] = [
        TableName::Language,
        TableName::Voices,
        TableName::Involvement,
        TableName::Leftovers,
        TableName::Grounds,
        TableName::Sharing,
        TableName::Evidence,
        TableName::Late,
        TableName::Patterns,
        TableName::Anchors,
        TableName::RelativeDates,
    ];

    /// The table as it is written; that of the language rules and that of patterns are in several.
    pub(crate) const fn tsv(self) -> &'static str {
        match self {
            TableName::Language | TableName::Patterns | TableName::Anchors => "",
            TableName::Voices => include_str!("voices.tsv"),
            TableName::Involvement => include_str!("involvement.tsv"),
            TableName::Leftovers => include_str!("leftovers.tsv"),
            TableName::Grounds => include_str!("grounds.tsv"),
            TableName::Sharing => include_str!("sharing.tsv"),
            TableName::Evidence => include_str!("evidence.tsv"),
            TableName::Late => include_str!("late.tsv"),
            TableName::RelativeDates => include_str!("relative-dates.tsv"),
        }
    }

    /// Its terms, each with the number of its row: that of patterns has one for each class and
    /// choice of words.
    fn terms(self) -> Vec<(u32, &'static str)> {
        let terms: Vec<_> = match self {
            TableName::Patterns => return patterns().terms(),
            TableName::Anchors => return patterns().anchors(),
            TableName::Language => language_rows().map(|(_, [term, ..])| term).collect(),
            TableName::Leftovers => super::rows(self.tsv()).map(|[_, _, term]| term).collect(),
            TableName::Late | TableName::RelativeDates => super::rows(self.tsv()).map(|[term]| term).collect(),
            _ => table::rows(self.tsv()).map(|(_, term)| term).collect(),
        };
        (0..).zip(terms).collect()
    }
}

/// The terms of the table that stand in the text: from the left the longest each time.
pub fn find<'t>(table: TableName, text: &'t Text) -> impl Iterator<Item = &'t Match<'static>> {
    longest(all(table, text))
}

/// All of them, by where they begin: some overlap others.
pub fn all<'t>(table: TableName, text: &'t Text) -> &'t [Match<'static>] {
    static DICTIONARY: LazyLock<Phrases> = LazyLock::new(|| Phrases::of_tables(TableName::ALL.map(TableName::terms)));
    let found = text.terms.get_or_init(|| DICTIONARY.find(text));
    found.get(table as usize).map_or(&[], Vec::as_slice)
}
