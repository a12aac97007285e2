//! The entries of each file, gathered out of the rows of an export.
//!
//! Of an entry is kept what the rules about a file's entries ask for: its number and
//! times, and a hash of what it says. That is 56 bytes a row.

use std::collections::HashMap;
use std::num::NonZeroU64;

use chrono::{Datelike, NaiveDate, Timelike};

use crate::calendar::Moment;
use crate::check::entries::content;
use crate::check::files::key_of_reference;
use crate::check::{Options, check};
use crate::finding::Finding;
use crate::policy::Policy;
use crate::record::{Entry, Field, Value};

/// The rules that look at the entries of a file together.
const RULES: [&str; 4] = ["file/sequence", "file/order", "file/duplicate-entry", "file/stale"];

/// Of more entries than this, those that come last are not held together.
pub const MOST_ENTRIES: usize = 2_000_000;

/// The entries of the files of an export.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    entries: Vec<Slim>,
    /// Some had no more room.
    pub is_full: bool,
}

/// What is kept of an entry.
#[derive(Clone, Copy, Debug)]
struct Slim {
    file: u64,
    content: Option<NonZeroU64>,
    number: Number,
    row: u32,
    event: When,
    recorded: When,
    updated: When,
    is_draft: bool,
}

/// The number of an entry in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    Blank,
    /// None, or one that no file reaches.
    Unreadable,
    Given(i32),
}

/// A moment in less room.
#[derive(Clone, Copy, Debug)]
struct When {
    /// As chrono counts them; nothing where it is not known.
    day: i32,
    minute: u16,
}

impl When {
    const UNKNOWN: When = When { day: i32::MIN, minute: u16::MAX };

    fn of(moment: Option<&Moment>) -> When {
        moment.map_or(When::UNKNOWN, |moment| {
            let minute = moment.time.and_then(|time| u16::try_from(time.num_seconds_from_midnight() / 60).ok());
            When { day: moment.date.num_days_from_ce(), minute: minute.unwrap_or(u16::MAX) }
        })
    }

    fn is_known(self) -> bool {
        self.day != i32::MIN
    }

    fn has_time(self) -> bool {
        self.minute != u16::MAX
    }

    fn value(self) -> Option<Value> {
        let date = NaiveDate::from_num_days_from_ce_opt(self.day).filter(|_| self.is_known())?;
        let time =
            if self.has_time() { format!("T{:02}:{:02}", self.minute / 60, self.minute % 60) } else { String::new() };
        Some(Value::Text(format!("{date}{time}")))
    }
}

impl Grouped {
    /// Keeps what is needed of the entry in a row.
    pub fn add(&mut self, row: u32, record: &Value, entry: &Entry) {
        let Some(file) = key_of_reference(entry.file_id.text()) else { return };
        if self.entries.len() >= MOST_ENTRIES {
            self.is_full = true;
            return;
        }
        self.entries.push(Slim {
            file,
            row,
            content: content(record, entry).and_then(NonZeroU64::new),
            number: match &entry.sequence {
                Field::Blank => Number::Blank,
                Field::Unreadable => Number::Unreadable,
                Field::Given(number) => i32::try_from(*number).map_or(Number::Unreadable, Number::Given),
            },
            event: When::of(entry.event_at.get()),
            recorded: When::of(entry.recorded_at.get()),
            updated: When::of(entry.updated_at.get()),
            is_draft: entry.draft.is_yes(),
        });
    }

    /// What is found in the entries of each file together, with the rows that it is about.
    /// Nothing is said of numbers where no entry of the whole export has one.
    pub fn findings(
        &mut self,
        policy: &Policy,
        now: Moment,
        front_sheets: &HashMap<String, Value>,
    ) -> Vec<(u32, Finding)> {
        let is_numbered = self.entries.iter().any(|entry| entry.number != Number::Blank);
        let policy = policy.only(if is_numbered { &RULES } else { RULES.get(2..).unwrap_or_default() });
        let sheets: HashMap<u64, &Value> =
            front_sheets.iter().filter_map(|(number, sheet)| Some((key_of_reference(number)?, sheet))).collect();
        self.entries.sort_unstable_by_key(|entry| (entry.file, entry.row));
        let mut findings = Vec::new();
        for entries in self.entries.chunk_by(|one, other| one.file == other.file) {
            let Some(last) = entries.last() else { continue };
            let file = file(entries, sheets.get(&last.file).copied());
            for mut finding in check(&file, &policy, Options { now, file: None }).findings {
                let row = entry_of(&mut finding).and_then(|index| entries.get(index)).unwrap_or(last).row;
                findings.push((row, finding));
            }
        }
        findings.sort_by_key(|(row, _)| *row);
        findings
    }
}

/// Of which entry of the file the finding is, whose path becomes one in that entry. One
/// about all of them is told of the last.
fn entry_of(finding: &mut Finding) -> Option<usize> {
    let place = finding.path.strip_prefix("/entries/").unwrap_or_default();
    let (index, path) =
        place.split_once('/').map_or((place, String::new()), |(index, path)| (index, format!("/{path}")));
    let index = index.parse().ok();
    finding.path = path;
    index
}

/// A case file that has of its entries just what was kept.
fn file(entries: &[Slim], front_sheet: Option<&Value>) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut file = vec![
        ("kind".to_owned(), text("file")),
        ("entries".to_owned(), Value::List(entries.iter().map(Slim::value).collect())),
    ];
    for name in ["status", "openedOn", "closedOn"] {
        if let Some(value) = front_sheet.and_then(|sheet| sheet.get(name)) {
            file.push((name.to_owned(), value.clone()));
        }
    }
    Value::Map(file)
}

impl Slim {
    fn value(&self) -> Value {
        let mut entry = Vec::new();
        let mut add = |name: &str, value: Option<Value>| entry.extend(value.map(|value| (name.to_owned(), value)));
        add(
            "sequence",
            match self.number {
                Number::Blank => None,
                Number::Unreadable => Some(Value::Other),
                Number::Given(number) => Some(Value::Number(f64::from(number))),
            },
        );
        add("draft", self.is_draft.then_some(Value::Bool(true)));
        add("eventAt", self.event.value());
        add("recordedAt", self.recorded.value());
        add("updatedAt", self.updated.value());
        add("text", self.content.map(|content| Value::Text(self.stand_in(content))));
        Value::Map(entry)
    }

    /// A text that is the same as that of another entry where theirs were, and long enough
    /// to tell on an occasion without a time.
    fn stand_in(&self, content: NonZeroU64) -> String {
        let occasions = [self.event, self.recorded];
        let has_time = occasions.into_iter().any(When::has_time);
        let is_dated = occasions.into_iter().any(When::is_known);
        let words = match (has_time, is_dated) {
            (true, _) => 1,
            (_, true) => 10,
            _ => 25,
        };
        vec![format!("{content:x}"); words].join(" ")
    }
}
