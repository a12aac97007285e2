//! What the entries of each file show together, when they come as rows of an export.

use std::collections::HashMap;
use std::num::NonZeroU32;

use chrono::NaiveDate;

use crate::calendar::Moment;
use crate::check::files::key_of_reference;
use crate::check::files::seen::{Number, Seen, SeenEntry, When};
use crate::check::{Options, check};
use crate::finding::Finding;
use crate::policy::Policy;
use crate::record::{Entry, Value};

/// The rules that look at the entries of a file together.
const RULES: [&str; 4] = ["file/sequence", "file/order", "file/duplicate-entry", "file/stale"];

/// What is known of the rows that hold entries, beside what is kept of these.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    /// From which place among the entries on the rows count up from which number.
    rows: Vec<(u32, u32)>,
    /// The last day on which there was work on a file, by its key; nothing, where one of its
    /// entries shows none.
    last_days: HashMap<u64, Option<NaiveDate>>,
}

/// What the entries of each file show together.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// The findings, each of which may be one about many rows.
    pub kinds: Vec<Finding>,
    /// The number of a row, and the place of a finding about it in the list, in the order of
    /// the rows.
    pub places: Vec<[u32; 2]>,
}

impl Grouped {
    /// Says which row the entry at a place is in.
    pub fn add(&mut self, place: u32, row: u32) {
        let follows = |(first, number): &(u32, u32)| row.checked_sub(*number) == place.checked_sub(*first);
        if !self.rows.last().is_some_and(follows) {
            self.rows.push((place, row));
        }
    }

    /// Keeps on which day there was work on the file of an entry.
    pub fn add_day(&mut self, entry: &Entry, now: Moment) {
        let Some(file) = key_of_reference(entry.file_id.text()) else { return };
        let dates = [entry.recorded_at.get(), entry.updated_at.get(), entry.event_at.get()];
        let past = dates.into_iter().flatten().map(|moment| moment.date).filter(|date| *date <= now.date);
        let last = past.max().filter(|_| !entry.draft.is_yes());
        let known = self.last_days.entry(file).or_insert(last);
        *known = known.zip(last).map(|(one, other)| one.max(other));
    }

    /// What is found in the entries of each file together. Nothing is said of numbers where
    /// no entry of the whole export has one.
    pub fn findings(
        &self,
        seen: &Seen,
        policy: &Policy,
        now: Moment,
        front_sheets: &HashMap<String, Value>,
    ) -> Together {
        let places = || (0_u32..).zip(seen.iter()).filter(|(_, entry)| !entry.is_listed());
        let is_numbered = places().any(|(_, entry)| entry.number() != Number::Blank);
        let policy = policy.only(if is_numbered { &RULES } else { RULES.get(2..).unwrap_or_default() });
        let sheets: HashMap<u64, &Value> =
            front_sheets.iter().filter_map(|(number, sheet)| Some((key_of_reference(number)?, sheet))).collect();
        let mut order: Vec<u32> = places().map(|(place, _)| place).collect();
        let file_at = |place: &u32| seen.get(*place).map(SeenEntry::file);
        order.sort_unstable_by_key(|place| (file_at(place), *place));
        let mut together = Together::default();
        for places in order.chunk_by(|one, other| file_at(one) == file_at(other)) {
            let entries: Vec<&SeenEntry> = places.iter().filter_map(|place| seen.get(*place)).collect();
            let (Some(last), Some(key)) = (places.last(), places.first().and_then(file_at)) else { continue };
            let last_day = self.last_days.get(&key).copied().flatten();
            let file = file(&entries, last_day, sheets.get(&key).copied());
            for mut finding in check(&file, &policy, Options { now, file: None }).findings {
                let place = entry_of(&mut finding).and_then(|index| places.get(index)).unwrap_or(last);
                together.add(self.row(*place), finding);
            }
        }
        together.places.sort_by_key(|[row, _]| *row);
        together
    }

    fn row(&self, place: u32) -> u32 {
        let after = self.rows.partition_point(|(first, _)| *first <= place);
        let known = after.checked_sub(1).and_then(|index| self.rows.get(index));
        known.map_or(0, |(first, row)| row.saturating_add(place - first))
    }
}

impl Together {
    fn add(&mut self, row: u32, finding: Finding) {
        let known = self.kinds.iter().position(|kind| *kind == finding);
        let kind = known.unwrap_or_else(|| {
            self.kinds.push(finding);
            self.kinds.len() - 1
        });
        self.places.push([row, u32::try_from(kind).unwrap_or(u32::MAX)]);
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
fn file(entries: &[&SeenEntry], last_day: Option<NaiveDate>, front_sheet: Option<&Value>) -> Value {
    let entries = entries.iter().map(|entry| stand_in(entry, last_day)).collect();
    let mut file =
        vec![("kind".to_owned(), Value::Text("file".to_owned())), ("entries".to_owned(), Value::List(entries))];
    for name in ["status", "openedOn", "closedOn"] {
        if let Some(value) = front_sheet.and_then(|sheet| sheet.get(name)) {
            file.push((name.to_owned(), value.clone()));
        }
    }
    Value::Map(file)
}

fn stand_in(entry: &SeenEntry, last_day: Option<NaiveDate>) -> Value {
    let number = match entry.number() {
        Number::Blank => None,
        Number::Unreadable => Some(Value::Other),
        Number::Given(number) => Some(Value::Number(f64::from(number))),
    };
    let fields = [
        ("sequence", number),
        ("draft", entry.is_draft().then_some(Value::Bool(true))),
        ("eventAt", entry.event.value()),
        ("recordedAt", entry.recorded.value()),
        ("updatedAt", last_day.map(|day| Value::Text(day.to_string()))),
        ("text", entry.content.map(|content| text_of(entry, content))),
    ];
    Value::Map(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

/// A text that is the same as that of another entry where theirs were, and long enough
/// to tell on an occasion without a time.
fn text_of(entry: &SeenEntry, content: NonZeroU32) -> Value {
    let occasions = [entry.event, entry.recorded];
    let words = match (occasions.into_iter().any(When::has_time), occasions.into_iter().any(When::is_known)) {
        (true, _) => 1,
        (_, true) => 10,
        _ => 25,
    };
    Value::Text(vec![format!("{content:x}"); words].join(" "))
}
