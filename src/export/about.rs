//! What a report says of a record beside its findings.

use std::borrow::Cow;

use serde::Serialize;

use crate::policy::Policy;
use crate::record::shape::read_words;
use crate::record::{CaseFile, Entry, Field, Value, is_file};

/// By what a record is found again, and counted with others. Nothing of it says who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct About<'r> {
    /// The record's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'r, str>>,
    /// The reference number of the child's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_id: Option<Cow<'r, str>>,
    /// The team whose work it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<Cow<'r, str>>,
    /// The day on which it took place, or was recorded where that is all that is known: `2026-03-04`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// How many working days after the event the recording was completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u32>,
}

impl<'r> About<'r> {
    /// What is to be said of this record, by the working days of this policy.
    #[must_use]
    pub fn new(record: &'r Value, policy: &Policy) -> About<'r> {
        let words = |name| record.get(name).and_then(read_words).filter(|words| !words.trim().is_empty());
        let about = |file_id, team: &Field<Cow<'r, str>>| About {
            id: words("id"),
            file_id: words(file_id),
            team: team.get().map(|team| team.trim().to_owned().into()),
            ..About::default()
        };
        if is_file(record) {
            return about("referenceNumber", &CaseFile::read(record).team);
        }
        let entry = Entry::read(record);
        let happened = entry.event_at.get();
        let written = entry.recorded_at.get();
        let ended = entry.event_ended_at.get().or(happened);
        let days = ended
            .zip(written)
            .and_then(|(ended, written)| policy.calendar.working_days_between(ended.date, written.date));
        About {
            on: happened.or(written).map(|moment| moment.date.to_string()),
            working_days: days,
            ..about("fileId", &entry.team)
        }
    }
}
