//! When it was written, and whether the record says so where that was late.

use super::{Check, Rule};
use crate::calendar::Moment;
use crate::check::{Context, Findings, Passage};
use crate::finding::{Fix, Range, Severity};
use crate::lexicon::dictionary::{self, TableName};
use crate::lexicon::is_late_statement;
use crate::policy::Timescale;
use crate::record::{Entry, EntryType};
use crate::text::Word;

/// `timing/missing-event-time`
pub static MISSING_EVENT_TIME: Rule = Rule {
    id: "timing/missing-event-time",
    severity: Severity::Error,
    clauses: &["contemporaneous", "late-entry-stated"],
    summary: "The record does not say when the event took place.",
    why: "Without its date an event has no place in the child’s story, and nobody can tell how soon it was written down.",
    bad: r#"{ "type": "visit", "recordedAt": "2026-03-04T16:40" }"#,
    good: r#"{ "type": "visit", "eventAt": "2026-03-04T15:00", "recordedAt": "2026-03-04T16:40" }"#,
    check: Check::Entry(missing_event_time),
};

fn missing_event_time(entry: &Entry, _: &Context, findings: &mut Findings) {
    if entry.event_at.is_blank() {
        findings.add("eventAt", "Give the date on which this took place, and the time if you know it.");
    }
}

/// `timing/late-entry-not-stated`
pub static LATE_ENTRY_NOT_STATED: Rule = Rule {
    id: "timing/late-entry-not-stated",
    severity: Severity::Error,
    clauses: &["late-entry-stated"],
    summary: "A record was completed later after the event than the policy allows, and does not say so.",
    why: "A reader has to know what was written from fresh memory and what was not. A late record that says so is sound.",
    bad: r#"{ "type": "visit", "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15" }"#,
    good: r#"{ "type": "visit", "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15",
        "text": "Late entry, written on 9 March 2026 at 10:15, because I was on leave." }"#,
    check: Check::Entry(late_entry_not_stated),
};

fn late_entry_not_stated(entry: &Entry, context: &Context, findings: &mut Findings) {
    let Some(written) = late_by(entry, context) else { return };
    if field_says_late(entry) || text_says_late(context) {
        return;
    }
    let message = format!(
        "This was written later after the event than your agency’s policy allows ({}). \
         Say that it is a late entry, and why.",
        in_words(context.policy.timescale(entry.entry_type.get().copied()))
    );
    if entry.late.present {
        findings.add("late/stated", message);
    } else if let Some(passage) = context.passages.first() {
        let statement = format!("Late entry, written on {written}. ");
        let fix = Fix { label: "Say that this is a late entry".to_owned(), replacement: statement };
        findings.mark(passage, Range { start: 0, end: 0 }, message, vec![fix], 1);
    } else {
        findings.add("late/stated", message);
    }
}

/// When the entry was written, where that was later than the policy allows.
fn late_by(entry: &Entry, context: &Context) -> Option<Moment> {
    let happened = entry.event_ended_at.get().or(entry.event_at.get())?;
    let written = if entry.draft.is_yes() { Some(&context.now) } else { entry.recorded_at.get() }?;
    let timescale = context.policy.timescale(entry.entry_type.get().copied());
    is_late(happened, written, timescale, context).then_some(*written)
}

/// The kindest reading decides where a date has no time.
fn is_late(from: &Moment, to: &Moment, timescale: Timescale, context: &Context) -> bool {
    match timescale {
        Timescale::Hours(hours) => to.fewest_minutes_since(from) > i64::from(hours) * 60,
        Timescale::WorkingDays(days) => to.date > context.policy.calendar.working_days_after(from.date, days),
    }
}

fn in_words(timescale: Timescale) -> String {
    match timescale {
        Timescale::Hours(1) => "within an hour".to_owned(),
        Timescale::Hours(hours) => format!("within {hours} hours"),
        Timescale::WorkingDays(0) => "on the same day".to_owned(),
        Timescale::WorkingDays(1) => "by the end of the next working day".to_owned(),
        Timescale::WorkingDays(days) => format!("within {days} working days"),
    }
}

/// Who says when or why it is late says that it is.
fn field_says_late(entry: &Entry) -> bool {
    let late = &entry.late;
    late.stated.is_yes() || late.written_at.is_given() || late.reason.is_given()
}

fn text_says_late(context: &Context) -> bool {
    late_statement(context).is_some()
}

/// What is done to a record.
const WRITING: [&str; 8] = ["recorded", "written", "wrote", "writing", "typed", "entered", "completed", "uploaded"];

/// The first sentence that says that the record is late: its passage and its words.
fn late_statement<'c>(context: &'c Context) -> Option<(&'c Passage<'c>, std::ops::Range<usize>)> {
    context.passages.iter().find_map(|passage| {
        let text = &passage.text;
        dictionary::find(TableName::Late, text).find_map(|found| {
            let first = text.words().get(found.words.start)?;
            let sentence = text.sentence_of(first)?;
            let words = sentence.first_word as usize..sentence.end_word as usize;
            let denied = found.words.start.checked_sub(3).unwrap_or(words.start).max(words.start)..found.words.start;
            let is_denied = denied.into_iter().any(|index| text.word(index).eq_ignore_ascii_case("not"));
            let has_date = || text.words_in(words.clone()).iter().any(Word::has_digit);
            let has_verb = || words.clone().any(|index| text.is_one_of(index, &WRITING));
            let is_said = !first.is_quoted() && !is_denied && is_late_statement(found.rows, has_date, has_verb);
            is_said.then_some((passage, words))
        })
    })
}

/// `timing/late-entry-time-missing`
pub static LATE_ENTRY_TIME_MISSING: Rule = Rule {
    id: "timing/late-entry-time-missing",
    severity: Severity::Warning,
    clauses: &["late-entry-time"],
    summary: "A stated late entry does not give the date and time at which it was written.",
    why: "“Late” alone leaves open whether it was written a day or a month after.",
    bad: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09", "late": { "stated": true } }"#,
    good: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "late": { "stated": true } }"#,
    check: Check::Entry(late_entry_time_missing),
};

fn late_entry_time_missing(entry: &Entry, context: &Context, findings: &mut Findings) {
    let has_time = |moment: Option<&Moment>| moment.is_some_and(|moment| moment.time.is_some());
    // A draft is stamped when it is submitted.
    if entry.draft.is_yes() || has_time(entry.recorded_at.get()) || has_time(entry.late.written_at.get()) {
        return;
    }
    let statement = late_statement(context);
    let in_text = statement.as_ref().is_some_and(|(passage, words)| {
        let words = || words.clone().map(|index| passage.text.word(index));
        words().any(is_time)
            && words().any(|word| word.starts_with(|letter: char| letter.is_ascii_digit()) && !is_time(word))
    });
    if (field_says_late(entry) || statement.is_some()) && !in_text {
        let path = if entry.late.present { "late/writtenAt" } else { "recordedAt" };
        findings.add(path, "Give the date and time at which this late entry was written.");
    }
}

/// "10:15", "10.15am", "3pm"; a decimal alone is no time.
fn is_time(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let clock = word.trim_end_matches(['a', 'p', 'm', '.']);
    clock.contains(':') || clock.len() < word.len() && clock.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `timing/relative-date`
pub static RELATIVE_DATE: Rule = Rule {
    id: "timing/relative-date",
    severity: Severity::Advice,
    clauses: &["late-entry-stated", "factually-correct"],
    summary: "A late entry says “yesterday” or “last week” and leaves open from when it counts.",
    why: "In a record written days later, nobody can tell which day “yesterday” was.",
    bad: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15",
        "text": "Late entry. Ava told me that she stayed with her nan yesterday." }"#,
    good: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15",
        "text": "Late entry. Ava told me that she stayed with her nan on 2 March." }"#,
    check: Check::Entry(relative_date),
};

fn relative_date(entry: &Entry, context: &Context, findings: &mut Findings) {
    if late_by(entry, context).is_none() && !field_says_late(entry) && !text_says_late(context) {
        return;
    }
    for passage in &context.passages {
        let text = &passage.text;
        // Where each term stands first, and how often it stands there.
        let mut terms: Vec<(u32, Range, u32)> = Vec::new();
        for found in dictionary::find(TableName::RelativeDates, text) {
            if text.words_in(found.words.clone()).iter().any(Word::is_quoted) {
                continue;
            }
            let row = found.rows.first().copied().unwrap_or_default();
            match terms.iter_mut().find(|(known, ..)| *known == row) {
                Some((_, _, count)) => *count += 1,
                None => terms.push((row, text.range(text.span_of(found.words.clone())), 1)),
            }
        }
        for (_, range, count) in terms {
            findings.mark(
                passage,
                range,
                "This is a late entry, so a reader cannot tell from which day this counts. Give the date.",
                Vec::new(),
                count,
            );
        }
    }
}

/// `timing/late-update-not-stated`
pub static LATE_UPDATE_NOT_STATED: Rule = Rule {
    id: "timing/late-update-not-stated",
    severity: Severity::Error,
    clauses: &["contemporaneous", "late-entry-stated"],
    summary: "A record was changed later after its completion than the policy allows, and does not say so.",
    why: "A reader has to know what was known at the time and what was added afterwards.",
    bad: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-03T17:00", "updatedAt": "2026-04-20T09:30",
        "text": "Ava was in school." }"#,
    good: r#"{ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-03T17:00", "updatedAt": "2026-04-20T09:30",
        "text": "Ava was in school. Updated on 20 April 2026 at 09:30: the school confirmed this by email." }"#,
    check: Check::Entry(late_update_not_stated),
};

fn late_update_not_stated(entry: &Entry, context: &Context, findings: &mut Findings) {
    let (Some(recorded), Some(updated)) = (entry.recorded_at.get(), entry.updated_at.get()) else { return };
    let timescale = context.policy.timescale(entry.entry_type.get().copied());
    if is_late(recorded, updated, timescale, context) && !field_says_late(entry) && !text_says_late(context) {
        let message = format!(
            "This record was changed later than your agency’s policy allows ({}). \
             Say in the record what was added, on which date and at what time.",
            in_words(timescale)
        );
        findings.add("updatedAt", message);
    }
}

/// `timing/recorded-before-event`
pub static RECORDED_BEFORE_EVENT: Rule = Rule {
    id: "timing/recorded-before-event",
    severity: Severity::Error,
    clauses: &["factually-correct"],
    summary: "A record was completed before the event that it records began.",
    why: "One of the two dates must be wrong, and others will rely on both.",
    bad: r#"{ "type": "visit", "eventAt": "2026-03-14T16:00", "recordedAt": "2026-03-04T17:00" }"#,
    good: r#"{ "type": "visit", "eventAt": "2026-03-04T16:00", "recordedAt": "2026-03-04T17:00" }"#,
    check: Check::Entry(recorded_before_event),
};

fn recorded_before_event(entry: &Entry, context: &Context, findings: &mut Findings) {
    let (Some(event), Some(recorded)) = (entry.event_at.get(), entry.recorded_at.get()) else { return };
    // An event still to come is the next rule's matter.
    if recorded.is_before(event) && !is_planned(entry) && !context.now.is_before(event) {
        findings.add("recordedAt", "This record was completed before it took place: check both dates.");
    }
}

/// A plan is written before what it plans.
fn is_planned(entry: &Entry) -> bool {
    entry.entry_type.get() == Some(&EntryType::Plan)
}

/// `timing/future-event`
pub static FUTURE_EVENT: Rule = Rule {
    id: "timing/future-event",
    severity: Severity::Error,
    clauses: &["factually-correct"],
    summary: "An event lies in the future.",
    why: "A record says what happened. A date that has not come yet is a slip, and others will rely on it.",
    bad: r#"{ "type": "visit", "eventAt": "2090-03-04T16:00" }"#,
    good: r#"{ "type": "visit", "eventAt": "2026-03-04T16:00" }"#,
    check: Check::Entry(future_event),
};

fn future_event(entry: &Entry, context: &Context, findings: &mut Findings) {
    if entry.event_at.get().is_some_and(|event| context.now.is_before(event)) && !is_planned(entry) {
        findings.add("eventAt", "This date has not come yet: check the date on which it took place.");
    }
}

/// `timing/timescale-missed`
pub static TIMESCALE_MISSED: Rule = Rule {
    id: "timing/timescale-missed",
    severity: Severity::Warning,
    clauses: &["timescales-minimum"],
    summary: "Work with a due date was completed after it.",
    why: "Timescales are there for the child, who is the one that waits.",
    bad: r#"{ "type": "assessment", "dueOn": "2026-03-04", "completedOn": "2026-03-20" }"#,
    good: r#"{ "type": "assessment", "dueOn": "2026-03-04", "completedOn": "2026-03-20",
        "extension": { "until": "2026-03-25", "authorisedBy": { "name": "Pat Hill" } } }"#,
    check: Check::Entry(timescale_missed),
};

fn timescale_missed(entry: &Entry, _: &Context, findings: &mut Findings) {
    let (Some(due), Some(completed)) = (entry.due_on.get(), entry.completed_on.get()) else { return };
    let covered = entry.extension.until.get().is_some_and(|until| !until.is_before(completed));
    if due.is_before(completed) && !covered {
        findings.add(
            "completedOn",
            "This was completed after its due date. Record why, and any extension that was agreed.",
        );
    }
}

/// `timing/extension-not-authorised`
pub static EXTENSION_NOT_AUTHORISED: Rule = Rule {
    id: "timing/extension-not-authorised",
    severity: Severity::Error,
    clauses: &["extension-authorised"],
    summary: "An extension lacks the manager who authorised it, or the other agencies’ managers who were consulted.",
    why: "More time for the work is more waiting for the child: a manager decides it, and the other agencies know.",
    bad: r#"{ "type": "assessment", "extension": { "until": "2026-03-25" } }"#,
    good: r#"{ "type": "assessment", "extension": { "until": "2026-03-25",
        "authorisedBy": { "name": "Pat Hill", "postTitle": "Team manager" },
        "consulted": [{ "name": "Sam Reid", "postTitle": "Named nurse", "agency": "Health" }] } }"#,
    check: Check::Entry(extension_not_authorised),
};

fn extension_not_authorised(entry: &Entry, _: &Context, findings: &mut Findings) {
    let extension = &entry.extension;
    let authorised = !extension.authorised_by.name.is_blank();
    let consulted = extension.consulted.iter().any(|worker| !worker.name.is_blank());
    let extended = !extension.until.is_blank() || !extension.authorised_on.is_blank() || authorised || consulted;
    if extended && !authorised {
        findings.add("extension/authorisedBy/name", "Name the manager who authorised this extension.");
    }
    if extended && !consulted {
        findings.add(
            "extension/consulted/0/name",
            "Name the managers of the other agencies who were consulted about this extension.",
        );
    }
}
