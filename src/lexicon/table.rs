//! Terms by kind, and where they stand in a text.

use std::ops::Range;

use super::dictionary::{self, TableName};
use crate::text::Text;

/// A table of terms, each of one or more kinds.
#[derive(Debug)]
pub struct Table {
    table: TableName,
    kinds: Vec<Kinds>,
}

/// Which kinds a term is of, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u64);

impl Kinds {
    /// Whether one of them is this.
    #[must_use]
    pub fn has(self, kind: impl Into<u32>) -> bool {
        self.0 >> kind.into() & 1 == 1
    }

    /// These and another.
    #[must_use]
    pub fn with(self, kind: impl Into<u32>) -> Kinds {
        Kinds(self.0 | 1 << kind.into())
    }

    /// These and those.
    #[must_use]
    pub fn and(self, others: Kinds) -> Kinds {
        Kinds(self.0 | others.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Table {
    /// The kinds of a table of `kind` tab `term`, a pair a line under a line of headings. The
    /// place of a kind's name among the names is its number.
    #[must_use]
    pub fn new(table: TableName, names: &[&str]) -> Table {
        let number = |kind: &str| {
            debug_assert!(names.contains(&kind), "“{kind}” is no kind of the table");
            (0..).zip(names).find(|(_, name)| **name == kind).map_or(0, |(number, _): (u32, _)| 1 << number)
        };
        Table { table, kinds: rows(table.tsv()).map(|(kind, _)| Kinds(number(kind))).collect() }
    }

    /// The kinds of each term in the text, and its words.
    pub fn find(&self, text: &Text) -> impl Iterator<Item = (Kinds, Range<usize>)> {
        dictionary::find(self.table, text).map(|found| {
            let kinds = found.rows.iter().filter_map(|row| self.kinds.get(*row as usize));
            (Kinds(kinds.fold(0, |all, kinds| all | kinds.0)), found.words.clone())
        })
    }

    /// For each word of the text the kinds of the term that begins there, and the word
    /// after that term: where none begins, the next word.
    #[must_use]
    pub fn by_word(&self, text: &Text) -> Vec<(Kinds, usize)> {
        let mut terms: Vec<_> = (1..=text.words().len()).map(|next| (Kinds::default(), next)).collect();
        for (kinds, words) in self.find(text) {
            if let Some(term) = terms.get_mut(words.start) {
                *term = (kinds, words.end);
            }
        }
        terms
    }
}

/// The cells of each row of such a table.
pub(super) fn rows(tsv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    tsv.lines().skip(1).filter_map(|line| line.split_once('\t'))
}
