//! What is told of the rows of a piece. A report repeats itself: whatever can be the same
//! in many rows is told once, and after that by its number.

use std::collections::HashMap;

use serde::{Serialize, Serializer};

use super::{About, Quote, RowError};
use crate::finding::{Citation, Finding, Fix, Range, Report, Severity};

/// So much is known by number. After that the numbers begin anew, so that the memory does
/// not grow with the export.
const MOST_KNOWN: usize = 20_000;

/// What is told of a piece, and what was told before.
#[derive(Debug, Default)]
pub(super) struct Told {
    kinds: HashMap<Kind, u32>,
    paths: HashMap<String, u32>,
    news: News,
}

/// What is told now.
#[derive(Debug, Default, Serialize)]
pub(super) struct News {
    /// The numbers begin anew.
    anew: bool,
    kinds: Vec<Kind>,
    paths: Vec<String>,
    rows: Vec<Row>,
}

/// What findings of many rows have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct Kind {
    rule: &'static str,
    severity: Severity,
    message: String,
    clauses: Vec<Citation>,
    fixes: Vec<Fix>,
}

#[derive(Debug)]
enum Row {
    Malformed(u32, String),
    Checked(Box<Checked>),
}

#[derive(Debug)]
struct Checked {
    row: u32,
    id: Option<String>,
    file_id: Option<String>,
    team: Option<String>,
    on: Option<String>,
    working_days: Option<u32>,
    words: u32,
    findings: Vec<Place>,
    /// For each finding what stands before its words, the words, and what stands after.
    quotes: Option<Vec<Option<[String; 3]>>>,
}

/// A finding by the numbers of its kind and path, where it begins and ends, and how often it occurs.
type Place = (u32, u32, Option<u32>, Option<u32>, Option<u32>);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Row::Malformed(row, problem) => (row, problem).serialize(serializer),
            Row::Checked(checked) => {
                let Checked { row, id, file_id, team, on, working_days, words, findings, quotes } = &**checked;
                (row, id, file_id, team, on, working_days, words, findings, quotes).serialize(serializer)
            }
        }
    }
}

impl Told {
    pub fn malformed(&mut self, row: u32, error: &RowError) {
        self.news.rows.push(Row::Malformed(row, error.to_string()));
    }

    pub fn checked(&mut self, row: u32, about: &About, report: Report, quotes: Option<&[Option<Quote>]>) {
        let owned = |text: &Option<std::borrow::Cow<str>>| text.as_deref().map(str::to_owned);
        let words = report.words;
        let findings = report.findings.into_iter().map(|finding| self.finding(finding)).collect();
        self.news.rows.push(Row::Checked(Box::new(Checked {
            row,
            id: owned(&about.id),
            file_id: owned(&about.file_id),
            team: owned(&about.team),
            on: about.on.clone(),
            working_days: about.working_days,
            words,
            findings,
            quotes: quotes.map(|quotes| quotes.iter().map(|quote| quote.map(owned_quote)).collect()),
        })));
    }

    fn finding(&mut self, finding: Finding) -> Place {
        let Finding { rule, severity, path, range, message, clauses, fixes, count } = finding;
        let kind = number(Kind { rule, severity, message, clauses, fixes }, &mut self.kinds, &mut self.news.kinds);
        let path = number(path, &mut self.paths, &mut self.news.paths);
        let (start, end) = range.map(|Range { start, end }| (start, end)).unzip();
        (kind, path, start, end, count)
    }

    /// What is to be told.
    pub fn take(&mut self) -> News {
        let anew = self.kinds.len() > MOST_KNOWN || self.paths.len() > MOST_KNOWN;
        if anew {
            self.kinds.clear();
            self.paths.clear();
        }
        let next = News { anew, ..News::default() };
        std::mem::replace(&mut self.news, next)
    }
}

fn owned_quote(Quote { before, words, after }: Quote) -> [String; 3] {
    [before, words, after].map(str::to_owned)
}

/// The number of something, which is told now where it was not before.
fn number<T: Clone + Eq + std::hash::Hash>(thing: T, known: &mut HashMap<T, u32>, news: &mut Vec<T>) -> u32 {
    if let Some(number) = known.get(&thing) {
        return *number;
    }
    let number = u32::try_from(known.len()).unwrap_or(u32::MAX);
    news.push(thing.clone());
    known.insert(thing, number);
    number
}
