//! The recording standards: which clauses there are, and where each stands.
//!
//! A rule names the clauses that it stands on; the standard in force says how it
//! numbers them. An agency can bring another board's manual in its policy.

use crate::finding::Citation;

/// Every requirement that a record can meet or miss, one a line: its name, its
/// place in NEL SCP and in Wirral (`-` where the manual does not have it), the
/// standard's own word for its force, and the requirement in our words.
pub const CLAUSES: &str = include_str!("standard/clauses.tsv");

/// The clauses that no rule can hold, one a line, and why no program can see them.
pub const UNSEEN: &str = include_str!("standard/unseen.tsv");

/// A manual: what it calls itself, and where each clause stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// Its short name: `nel-scp`.
    pub id: String,
    /// Its full name.
    pub title: String,
    /// Clause name and section; a clause that the manual does not have is absent.
    sections: Vec<(String, String)>,
}

impl Standard {
    /// Another board's manual.
    #[must_use]
    pub fn new(id: String, title: String, sections: Vec<(String, String)>) -> Standard {
        Standard { id, title, sections }
    }

    /// North East Lincolnshire Safeguarding Children Partnership. Its paragraphs carry
    /// no numbers; they are counted within its part on case recording.
    #[must_use]
    pub fn nel_scp() -> Standard {
        Standard::built_in("nel-scp", "North East Lincolnshire Safeguarding Children Partnership", 1)
    }

    /// Wirral Local Safeguarding Children Board.
    #[must_use]
    pub fn wirral() -> Standard {
        Standard::built_in("wirral", "Wirral Local Safeguarding Children Board", 2)
    }

    fn built_in(id: &str, title: &str, column: usize) -> Standard {
        let sections = rows(CLAUSES)
            .filter_map(|row| Some((*row.first()?, *row.get(column)?)))
            .filter(|(_, section)| *section != "-")
            .map(|(clause, section)| (clause.to_owned(), section.to_owned()))
            .collect();
        Standard::new(id.to_owned(), title.to_owned(), sections)
    }

    /// Where a clause stands; nothing where this manual does not have it.
    #[must_use]
    pub fn section(&self, clause: &str) -> Option<&str> {
        self.sections.iter().find(|(name, _)| name == clause).map(|(_, section)| section.as_str())
    }

    /// Where the clauses stand, each section once, in the order given.
    #[must_use]
    pub fn cite(&self, clauses: &[&str]) -> Vec<Citation> {
        let mut citations: Vec<Citation> = Vec::new();
        for section in clauses.iter().filter_map(|clause| self.section(clause)) {
            if !citations.iter().any(|citation| citation.section == section) {
                citations.push(Citation { standard: self.id.clone(), section: section.to_owned() });
            }
        }
        citations
    }

    /// What the standard asks for, in our words: its sections in the order in which they
    /// stand in the table, with each the requirements that stand there.
    #[must_use]
    pub fn requirements(&self) -> Vec<(&str, Vec<&'static str>)> {
        let mut list: Vec<(&str, Vec<&'static str>)> = Vec::new();
        for clause in clauses() {
            let Some(section) = self.section(clause.id) else { continue };
            match list.iter_mut().find(|(known, _)| *known == section) {
                Some((_, requirements)) => requirements.push(clause.requirement),
                None => list.push((section, vec![clause.requirement])),
            }
        }
        list
    }
}

/// A clause, whatever the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its name: `late-entry-stated`.
    pub id: &'static str,
    /// The standard's own word for it: must, should, prefer.
    pub force: &'static str,
    /// What it asks, in our words.
    pub requirement: &'static str,
}

/// All clauses.
pub fn clauses() -> impl Iterator<Item = Clause> {
    rows(CLAUSES).filter_map(|row| match row.as_slice() {
        [id, _, _, force, requirement] => Some(Clause { id, force, requirement }),
        _ => None,
    })
}

/// Why no program can see whether a record meets the clause; nothing where rules ask.
#[must_use]
pub fn unseen(clause: &str) -> Option<&'static str> {
    rows(UNSEEN).find(|row| row.first() == Some(&clause)).and_then(|row| row.get(1).copied())
}

/// A table without its headings.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

/// The names of all clauses.
pub fn clause_names() -> impl Iterator<Item = &'static str> {
    clauses().map(|clause| clause.id)
}
