//! What is kept of each entry of an export until all are read: 24 bytes.

use std::num::NonZeroU32;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
#[cfg(feature = "export")]
use serde::{Deserialize, Serialize};

use crate::calendar::Moment;
use crate::check::entries::content;
use crate::record::{Entry, Field, Value};

use super::hash;

/// Of more entries than this, those that come last are not held against each other.
pub const MOST_ENTRIES: usize = 2_000_000;

/// So many at a time get their room, so that none of them ever moves.
const CHUNK: usize = 1 << 14;

/// The entries of an export, by their places from 0.
#[derive(Debug, Default)]
pub struct Seen {
    chunks: Vec<Vec<SeenEntry>>,
    /// Some had no more room.
    pub is_full: bool,
}

impl Seen {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        let last = self.chunks.last().map_or(0, Vec::len);
        u32::try_from(self.chunks.len().saturating_sub(1) * CHUNK + last).unwrap_or(u32::MAX)
    }

    /// The one at a place.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&SeenEntry> {
        let place = place as usize;
        self.chunks.get(place / CHUNK)?.get(place % CHUNK)
    }

    /// All of them in their order.
    pub fn iter(&self) -> impl Iterator<Item = &SeenEntry> {
        self.chunks.iter().flatten()
    }

    /// Gives back their room.
    pub(super) fn forget(&mut self) {
        self.chunks = Vec::new();
    }

    /// Gives its place, where there is room.
    pub(super) fn push(&mut self, entry: SeenEntry) -> Option<u32> {
        let place = self.count();
        if place as usize >= MOST_ENTRIES {
            self.is_full = true;
            return None;
        }
        if self.chunks.last().is_none_or(|chunk| chunk.len() == CHUNK) {
            self.chunks.push(Vec::with_capacity(CHUNK));
        }
        self.chunks.last_mut()?.push(entry);
        Some(place)
    }
}

/// What is kept of an entry.
#[derive(Clone, Copy, Debug)]
pub struct SeenEntry {
    /// The key of its file, and in the bits that are no part of a key what is below.
    file: u64,
    /// When it took place.
    pub event: When,
    /// When its recording was completed.
    pub recorded: When,
    /// Of what it says: enough to tell the entries of one file apart.
    pub content: Option<NonZeroU32>,
    number: i32,
}

/// The key of a file is a hash without these bits.
const NO_KEY: u64 = 0xFF;
const DRAFT: u64 = 0x80;
const LISTED: u64 = 0x40;
const SIGNED: u64 = 0x20;
const WRITER: u64 = 0x0F;

/// The number of an entry in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// There is none.
    Blank,
    /// What is written is none, or one that no file reaches.
    Unreadable,
    /// This.
    Given(i32),
}

const BLANK: i32 = i32::MIN;
const UNREADABLE: i32 = i32::MIN + 1;

impl SeenEntry {
    /// Of an entry by the key of its file; `is_listed` where it stands in that file's record.
    #[must_use]
    pub fn new(file: u64, value: &Value, entry: &Entry, is_listed: bool) -> SeenEntry {
        let flag = |flag: u64, is_set: bool| if is_set { flag } else { 0 };
        let writer = hash(entry.author.name.text());
        let writer = writer.map_or(0, |writer| SIGNED | writer >> 32 & WRITER);
        SeenEntry {
            file: file & !NO_KEY | flag(DRAFT, entry.draft.is_yes()) | flag(LISTED, is_listed) | writer,
            event: When::of(entry.event_at.get()),
            recorded: When::of(entry.recorded_at.get()),
            content: content(value, entry).and_then(|hash| NonZeroU32::new((hash >> 32) as u32)),
            number: match &entry.sequence {
                Field::Blank => BLANK,
                Field::Unreadable => UNREADABLE,
                Field::Given(number) => i32::try_from(*number).map_or(UNREADABLE, |number| number.max(UNREADABLE)),
            },
        }
    }

    /// The key of its file.
    #[must_use]
    pub fn file(&self) -> u64 {
        self.file & !NO_KEY
    }

    /// It is a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.file & DRAFT != 0
    }

    /// It stands in the record of its file.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.file & LISTED != 0
    }

    /// A bit for its writer, out of 16.
    #[must_use]
    pub fn writer(&self) -> u16 {
        if self.file & SIGNED == 0 { 0 } else { 1 << (self.file & WRITER) }
    }

    /// Its number in its file.
    #[must_use]
    pub fn number(&self) -> Number {
        match self.number {
            BLANK => Number::Blank,
            UNREADABLE => Number::Unreadable,
            number => Number::Given(number),
        }
    }

    /// When it was written, as far as it says.
    #[must_use]
    pub fn written(&self) -> When {
        if self.recorded.is_known() { self.recorded } else { self.event }
    }
}

/// The key of a file out of a hash.
pub(super) fn key(hash: u64) -> u64 {
    hash & !NO_KEY
}

/// A moment in four bytes: its minutes since the last century began, or zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "export", derive(Serialize, Deserialize))]
pub struct When(u32);

const MINUTES: u32 = 24 * 60;

/// The last day of 1899, as chrono counts days.
const BEFORE_ALL: i32 = 693_595;

impl When {
    /// Of a moment of the years 1900 to 2199, which are those that are read.
    #[must_use]
    pub fn of(moment: Option<&Moment>) -> When {
        moment.map_or(When::default(), |moment| {
            let day = u32::try_from(moment.date.num_days_from_ce() - BEFORE_ALL).unwrap_or(0);
            When(
                day.saturating_mul(MINUTES)
                    .saturating_add(moment.time.map_or(0, |time| time.num_seconds_from_midnight() / 60)),
            )
        })
    }

    /// Its day is known.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.0 >= MINUTES
    }

    /// Its time is known. Midnight is none.
    #[must_use]
    pub fn has_time(self) -> bool {
        !self.0.is_multiple_of(MINUTES)
    }

    /// Both are of one day.
    #[must_use]
    pub fn is_same_day(self, other: When) -> bool {
        self.0 / MINUTES == other.0 / MINUTES
    }

    /// Whether both can be the same: nothing that is known parts them.
    #[must_use]
    pub fn may_be(self, other: When) -> bool {
        self == other || self.is_same_day(other) && !(self.has_time() && other.has_time())
    }

    /// As a record has it; nothing where it is not known.
    #[must_use]
    pub fn value(self) -> Option<Value> {
        let day = i32::try_from(self.0 / MINUTES).ok().filter(|_| self.is_known())?;
        let date = NaiveDate::from_num_days_from_ce_opt(day + BEFORE_ALL)?;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(self.0 % MINUTES * 60, 0).filter(|_| self.has_time());
        let time = time.map(|time| time.format("T%H:%M").to_string()).unwrap_or_default();
        Some(Value::Text(format!("{date}{time}")))
    }
}
