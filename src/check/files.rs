//! The files of an export side by side: which paragraphs, and which children's names,
//! belong to another file.
//!
//! ```
//! use recording_standard::check::files::Files;
//! use recording_standard::{Moment, Options, Policy, Value};
//!
//! let records: Vec<Value> = serde_json::from_str(r#"[
//!     { "kind": "file", "referenceNumber": "4417", "child": { "fullName": "Ava Jones" } },
//!     { "kind": "file", "referenceNumber": "4418", "child": { "fullName": "Ben Smith" } },
//!     { "fileId": "4417", "eventAt": "2026-03-04", "text": "I saw Ben Smith alone at school." }
//! ]"#)?;
//! let [ava, _, visit] = records.as_slice() else { return Ok(()) };
//!
//! let mut files = Files::default();
//! for record in &records {
//!     files.add(record);
//! }
//! let now = Moment::read("2026-03-05T10:00").ok_or("no date")?;
//! let report = files.check(visit, &Policy::default(), Options { now, file: Some(ava) });
//!
//! assert!(report.findings.iter().any(|finding| finding.rule == "accuracy/wrong-name"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! There are two walks: the first adds every record, whole files or single entries, in
//! any order; the second checks each. What is kept between them are hashes, never a word:
//! of a child the names and where she or he lives, of an entry its times and its number, of
//! a long paragraph its first writing. Parts of an export can be added apart and merged: the
//! outcome is the same.

pub mod seen;

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

#[cfg(feature = "export")]
use serde::{Deserialize, Serialize};

use super::entries::{paragraphs, prose};
use super::hash::Hash;
use super::steps::to_end;
use super::{Options, check_in_steps, values_of_entries};
use crate::finding::Report;
use crate::policy::Policy;
use crate::record::{CaseFile, Entry, Person, Value, is_file};
use crate::rules::accuracy::child::{first_name, names, surnames};
use crate::rules::file::plain;
use seen::{Seen, SeenEntry, When};

/// So many paragraphs are kept where nothing else is said: some 30 MB. Of more, every
/// second one is, then every fourth, and so on, chosen by their words, so that the same
/// ones are kept in any order.
const MOST_PARAGRAPHS: usize = 1_835_008;

/// What so many workers wrote on so many files is standing text of the agency.
const FEWEST_WRITERS: u32 = 4;

/// What is known of the files of an export. Once it is settled it can be written and read
/// again, by those who check other parts of it.
#[derive(Debug)]
#[cfg_attr(feature = "export", derive(Serialize, Deserialize))]
pub struct Files {
    children: HashMap<u64, Child>,
    /// How many children have a first name, alone, with a surname, and with a home.
    names: HashMap<u64, u32>,
    #[cfg_attr(feature = "export", serde(skip))]
    seen: Seen,
    /// For each paragraph that one entry has, the place of that. Bytes leave no gap between
    /// themselves and the place.
    #[cfg_attr(feature = "export", serde(skip))]
    once: HashMap<[u8; 8], u32>,
    /// The paragraphs that more than one entry has.
    shared: HashMap<u64, Origin>,
    most_paragraphs: usize,
    /// How often the paragraphs to keep were halved.
    halvings: u32,
}

impl Default for Files {
    fn default() -> Files {
        Files::keeping(MOST_PARAGRAPHS)
    }
}

/// A child: hashes of the words that tell her or him from others.
#[derive(Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(Serialize, Deserialize))]
struct Child {
    first: Vec<u64>,
    last: Vec<u64>,
    homes: Vec<u64>,
}

/// Where a paragraph was written first, and by how many workers and on how many files in all.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "export", derive(Serialize, Deserialize))]
struct Origin {
    file: u64,
    written: When,
    event: When,
    /// A bit for each writer and each file, by hashes: never more than there are.
    writers: u16,
    files: u16,
}

/// Whose entry has the same paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// An earlier one of the same child.
    Own,
    /// An earlier one of another child.
    Other,
}

impl Files {
    /// Nothing known yet; with room for so many paragraphs, at 15 bytes each.
    #[must_use]
    pub fn keeping(most_paragraphs: usize) -> Files {
        Files {
            children: HashMap::new(),
            names: HashMap::new(),
            seen: Seen::default(),
            once: HashMap::new(),
            shared: HashMap::new(),
            most_paragraphs,
            halvings: 0,
        }
    }

    /// Learns a record: a case file with the entries that it has, or an entry with its
    /// `fileId`. Each record is to be added once.
    pub fn add(&mut self, record: &Value) {
        if !is_file(record) {
            self.add_row(record, &Entry::read(record));
            return;
        }
        let file = CaseFile::read(record);
        let Some(key) = key_of(&file) else { return };
        self.add_child(key, Child::of(&file.child));
        for (value, entry) in values_of_entries(record).iter().zip(file.entries.iter()) {
            self.add_entry(SeenEntry::new(key, value, entry, true), value);
        }
    }

    /// Learns an entry by itself, which was read already. Gives its place among the entries,
    /// where it has a file and there is room.
    pub(crate) fn add_row(&mut self, record: &Value, entry: &Entry) -> Option<u32> {
        let file = key_of_reference(entry.file_id.text())?;
        self.add_entry(SeenEntry::new(file, record, entry, false), record)
    }

    /// Learns what was learnt of another part of the export.
    pub fn merge(&mut self, other: Files) {
        for (key, child) in other.children {
            self.add_child(key, child);
        }
        let places: Vec<_> = other.seen.iter().map(|entry| self.seen.push(*entry)).collect();
        self.seen.is_full |= other.seen.is_full;
        self.halve(other.halvings);
        for (paragraph, place) in other.once {
            if let Some(Some(place)) = places.get(place as usize) {
                self.add_paragraph(u64::from_le_bytes(paragraph), *place);
            }
        }
        for (paragraph, origin) in other.shared {
            self.add_shared(paragraph, origin);
        }
    }

    /// Forgets the entries, and the paragraphs that one of them alone has, once all records
    /// are added: nothing will be asked about them.
    pub fn settle(&mut self) {
        self.settle_paragraphs();
        self.seen.forget();
    }

    /// Forgets the paragraphs alone.
    pub(crate) fn settle_paragraphs(&mut self) {
        self.once = HashMap::new();
    }

    /// The entries that were added, until all is settled.
    #[must_use]
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Of how many long paragraphs one is compared: 1 where there is room for all, then
    /// 2, 4 and so on.
    #[must_use]
    pub fn one_paragraph_in(&self) -> u64 {
        1_u64.checked_shl(self.halvings).unwrap_or(u64::MAX)
    }

    /// Checks a record as [`check`](super::check()) does, and against the other files too.
    #[must_use]
    pub fn check(&self, record: &Value, policy: &Policy, options: Options) -> Report {
        to_end(check_in_steps(record, policy, options, Some(self)))
    }

    fn add_child(&mut self, key: u64, child: Child) {
        let Slot::Vacant(slot) = self.children.entry(key) else { return };
        for first in &child.first {
            let second = child.last.iter().chain(&child.homes);
            for name in second.map(|second| pair(*first, *second)).chain([*first]) {
                *self.names.entry(name).or_default() += 1;
            }
        }
        slot.insert(child);
    }

    fn add_entry(&mut self, entry: SeenEntry, value: &Value) -> Option<u32> {
        let place = self.seen.push(entry)?;
        // What has no date is neither earlier nor later.
        if entry.event.is_known() {
            prose(value, &mut |text| {
                for paragraph in paragraphs(text) {
                    self.add_paragraph(paragraph.hash, place);
                }
            });
        }
        Some(place)
    }

    fn add_paragraph(&mut self, paragraph: u64, place: u32) {
        let Some(origin) = self.seen.get(place).map(Origin::of) else { return };
        let key = paragraph.to_le_bytes();
        if self.once.contains_key(&key) || self.shared.contains_key(&paragraph) {
            self.add_shared(paragraph, origin);
        } else if self.has_room_for(paragraph) {
            self.once.insert(key, place);
        }
    }

    /// Adds what another entry has, too.
    fn add_shared(&mut self, paragraph: u64, origin: Origin) {
        let once = self.once.remove(&paragraph.to_le_bytes());
        let first = once.and_then(|place| self.seen.get(place)).map(Origin::of);
        if let Some(known) = first.or_else(|| self.shared.get(&paragraph).copied()) {
            self.shared.insert(paragraph, known.meet(&origin));
        } else if self.has_room_for(paragraph) {
            self.shared.insert(paragraph, origin);
        }
    }

    /// Whether a paragraph more is kept; the others are halved until there is room for it. A
    /// table that grew first would take twice the room.
    fn has_room_for(&mut self, paragraph: u64) -> bool {
        while self.once.len() + self.shared.len() >= self.most_paragraphs && is_kept(paragraph, self.halvings) {
            self.halve(self.halvings + 1);
        }
        is_kept(paragraph, self.halvings)
    }

    /// Halves them so often at least.
    fn halve(&mut self, times: u32) {
        if times <= self.halvings {
            return;
        }
        self.halvings = times;
        self.once.retain(|paragraph, _| is_kept(u64::from_le_bytes(*paragraph), times));
        self.shared.retain(|paragraph, _| is_kept(*paragraph, times));
        // What was taken out leaves marks in a table, which would grow for them.
        self.once.shrink_to_fit();
        self.shared.shrink_to_fit();
    }

    fn origin(&self, paragraph: u64) -> Option<Origin> {
        let first = || self.once.get(&paragraph.to_le_bytes()).and_then(|place| self.seen.get(*place)).map(Origin::of);
        self.shared.get(&paragraph).copied().or_else(first)
    }
}

impl Origin {
    fn of(entry: &SeenEntry) -> Origin {
        let file = entry.file();
        Origin { file, written: entry.written(), event: entry.event, writers: entry.writer(), files: bit(file) }
    }

    fn meet(&self, other: &Origin) -> Origin {
        let time = |origin: &Origin| (origin.written, origin.event, origin.file);
        let first = if time(other) < time(self) { other } else { self };
        Origin { writers: self.writers | other.writers, files: self.files | other.files, ..*first }
    }

    fn is_standing_text(&self) -> bool {
        self.writers.count_ones() >= FEWEST_WRITERS && self.files.count_ones() >= FEWEST_WRITERS
    }
}

impl Child {
    fn of(person: &Person) -> Child {
        let homes = [person.address.text(), person.postcode.text()];
        Child {
            first: names(person).filter_map(first_name).filter_map(|name| hash(&name)).collect(),
            last: names(person).flat_map(surnames).filter_map(|name| hash(&name)).collect(),
            homes: homes.into_iter().filter_map(hash).collect(),
        }
    }

    fn names(&self) -> impl Iterator<Item = u64> {
        self.first.iter().flat_map(|first| self.last.iter().map(|last| pair(*first, *last)))
    }
}

/// The other files as they are to the file of one child.
#[derive(Debug)]
pub struct Elsewhere<'r> {
    files: &'r Files,
    key: Option<u64>,
    child: Child,
    /// First name and surname of everybody on the front sheet.
    people: Vec<u64>,
}

impl<'r> Elsewhere<'r> {
    /// As they are to the child of the file, or of the entry where no file was given.
    #[must_use]
    pub fn new(files: &'r Files, file: Option<&CaseFile>, entry: Option<&Entry>) -> Elsewhere<'r> {
        let of_entry = || entry.and_then(|entry| key_of_reference(entry.file_id.text()));
        Elsewhere {
            files,
            key: file.and_then(key_of).or_else(of_entry),
            child: file.map(|file| Child::of(&file.child)).unwrap_or_default(),
            people: file
                .into_iter()
                .flat_map(|file| file.people.iter())
                .flat_map(|person| Child::of(person).names().collect::<Vec<_>>())
                .collect(),
        }
    }

    /// Whether so many workers have written the paragraph on so many files that it is the agency's.
    #[must_use]
    pub fn is_standing_text(&self, paragraph: u64) -> bool {
        self.files.origin(paragraph).is_some_and(|origin| origin.is_standing_text())
    }

    /// Whose entry had the paragraph before this one. One occasion that is recorded for
    /// several children, as a visit to brothers and sisters is, is no copy.
    #[must_use]
    pub fn earlier_with_paragraph(&self, paragraph: u64, entry: &Entry) -> Option<Whose> {
        let origin = self.files.origin(paragraph)?;
        let event = When::of(Some(entry.event_at.get()?));
        let is_earlier = origin.written < When::of(entry.recorded_at.get().or(entry.event_at.get()));
        let is_own = self.key? == origin.file;
        let is_same_day = origin.event.is_same_day(event) && (is_own || self.may_be_family(origin.file));
        let is_copy = is_earlier && !origin.event.may_be(event) && !is_same_day;
        is_copy.then_some(if is_own { Whose::Own } else { Whose::Other })
    }

    /// Whether the child of the other file lives with this one, shares a surname, stands
    /// on the front sheet, or is not known.
    fn may_be_family(&self, file: u64) -> bool {
        let Some(other) = self.files.children.get(&file) else { return true };
        let shares = |own: &[u64], others: &[u64]| own.iter().any(|one| others.contains(one));
        let is_known = !self.child.last.is_empty() && !other.last.is_empty();
        !is_known
            || shares(&self.child.last, &other.last)
            || shares(&self.child.homes, &other.homes)
            || other.names().any(|name| self.people.contains(&name))
    }

    /// Whether a child of that first name has a file of her or his own and this child's
    /// surname or home.
    #[must_use]
    pub fn is_relative(&self, first: &str) -> bool {
        let Some(first) = hash(first) else { return false };
        let mut second = self.child.last.iter().chain(&self.child.homes);
        second.any(|second| self.files.names.contains_key(&pair(first, *second)))
    }

    /// Whether another file is about a child of that name.
    #[must_use]
    pub fn is_child(&self, first: &str, last: &str) -> bool {
        let name = hash(first).zip(hash(last)).map(|(first, last)| pair(first, last));
        name.is_some_and(|name| self.files.names.contains_key(&name))
    }

    /// Whether just one other file is about a child of that first name.
    #[must_use]
    pub fn is_rare(&self, first: &str) -> bool {
        hash(first).is_some_and(|first| self.files.names.get(&first) == Some(&1))
    }
}

fn is_kept(paragraph: u64, halvings: u32) -> bool {
    paragraph.leading_zeros() >= halvings
}

fn bit(hash: u64) -> u16 {
    1 << ((hash >> 32) % 16)
}

fn key_of(file: &CaseFile) -> Option<u64> {
    key_of_reference(file.reference_number.text())
}

pub(crate) fn key_of_reference(number: &str) -> Option<u64> {
    hash(&plain(number)).map(seen::key)
}

/// Of the words of a text; nothing where there are none.
fn hash(text: &str) -> Option<u64> {
    let mut hash = Hash::default();
    hash.add_words(text);
    (hash.words() > 0).then_some(hash.value())
}

fn pair(first: u64, second: u64) -> u64 {
    let mut hash = Hash::default();
    hash.add(first);
    hash.add(second);
    hash.value()
}
