//! The child: seen, seen alone, heard.

use super::voices::{Fact, told};
use crate::calendar::{Moment, age_on};
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{CaseFile, Entry, EntryType};
use crate::rules::{Check, Rule};

/// `involvement/child-not-seen`
pub static CHILD_NOT_SEEN: Rule = Rule {
    id: "involvement/child-not-seen",
    severity: Severity::Warning,
    clauses: &["child-seen"],
    summary: "A visit or an assessment says neither that the child was seen nor why not.",
    why: "Nobody can tell how a child is from a record in which the child does not appear.",
    bad: r#"{ "type": "visit", "text": "I talked to Mum about the tenancy. The kitchen was warm and clean." }"#,
    good: r#"{ "type": "visit",
        "text": "I talked to Mum about the tenancy. I saw Ava in the kitchen, where she was painting." }"#,
    check: Check::Entry(child_not_seen),
};

fn child_not_seen(entry: &Entry, context: &Context, findings: &mut Findings) {
    let child = &entry.child;
    let is_asked = matches!(entry.entry_type.get(), Some(EntryType::Visit | EntryType::Assessment));
    let is_seen = !child.seen.is_blank() && !child.seen.is_no() || !child.seen_alone.is_blank();
    if !is_asked || is_seen || child.reason_not_seen.has_answer() || is_unborn(entry, context) {
        return;
    }
    let told = told(context);
    if child.seen.is_no() {
        if !told.has(Fact::NotSeen) {
            findings.add("child/reasonNotSeen", "Say why the child was not seen, and when you hope to see them.");
        }
    } else if !told.has(Fact::Seen) && !told.has(Fact::NotSeen) {
        findings.add("child/seen", "Say whether you saw the child, or why not.");
    }
}

/// `involvement/not-seen-alone`
pub static NOT_SEEN_ALONE: Rule = Rule {
    id: "involvement/not-seen-alone",
    severity: Severity::Warning,
    clauses: &["child-seen-alone"],
    summary: "A visit does not say whether the child was seen alone.",
    why: "Some things a child can only say, or show, when nobody else is in the room.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2017-05-02" },
        "entries": [{ "type": "visit", "eventAt": "2026-03-04", "child": { "seen": true } }] }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2017-05-02" },
        "entries": [{ "type": "visit", "eventAt": "2026-03-04", "child": { "seen": true },
        "text": "Ava and I sat in the garden while her mum cooked, so that we could talk on our own." }] }"#,
    check: Check::Entry(not_seen_alone),
};

fn not_seen_alone(entry: &Entry, context: &Context, findings: &mut Findings) {
    let child = &entry.child;
    let is_visit = entry.entry_type.get() == Some(&EntryType::Visit);
    let birth = context.file.and_then(|file| file.child.date_of_birth.get());
    let age = birth.and_then(|birth| age_on(birth.date, happened(entry, context).date));
    let is_of_age = age.is_some_and(|age| age >= context.policy.seen_alone_from);
    // A child who was not seen was not seen alone either.
    let is_unseen = child.seen.is_no() || child.reason_not_seen.has_answer();
    if !is_visit || !is_of_age || is_unseen || !child.seen_alone.is_blank() {
        return;
    }
    let told = told(context);
    let is_unseen = told.has(Fact::NotSeen) && !told.has(Fact::Seen) && !child.seen.is_yes();
    if !is_unseen && !told.has(Fact::Alone) {
        findings.add("child/seenAlone", "Say whether you saw the child alone. If not, a word on why helps the reader.");
    }
}

/// `involvement/child-voice`
pub static CHILD_VOICE: Rule = Rule {
    id: "involvement/child-voice",
    // For a visit or a decision it is a warning.
    severity: Severity::Error,
    clauses: &["family-involved", "views-and-wishes", "child-voice"],
    summary: "A visit, assessment, plan, review or decision has neither the child’s wishes and feelings nor why they are missing.",
    why: "What is decided about a child is decided for somebody who wants and fears things. A baby shows them, too.",
    bad: r#"{ "type": "review", "text": "The plan was gone through point by point. All actions are on track." }"#,
    good: r#"{ "type": "review", "text": "The plan was gone through point by point. All actions are on track.",
        "child": { "views": "Ava is glad that her brother comes on Sundays. She does not want to change school." } }"#,
    check: Check::Entry(child_voice),
};

fn child_voice(entry: &Entry, context: &Context, findings: &mut Findings) {
    let most = match entry.entry_type.get() {
        Some(EntryType::Assessment | EntryType::Plan | EntryType::Review) => Severity::Error,
        Some(EntryType::Visit | EntryType::Decision) => Severity::Warning,
        _ => return,
    };
    let child = &entry.child;
    let is_answered =
        [&child.views, &child.reason_no_views, &child.reason_not_seen].iter().any(|field| field.has_answer());
    if is_answered || is_unborn(entry, context) {
        return;
    }
    let told = told(context);
    let is_unseen = told.has(Fact::NotSeen) && !told.has(Fact::Seen);
    if !told.has(Fact::Child) && !is_unseen {
        findings.add(
            "child/views",
            "Write down what the child said, wants and feels, or what you saw of it in a child who does not speak. \
             If you could not find out, say why.",
        );
        findings.at_most(most);
    }
}

/// When what is recorded took place, as near as the entry says.
fn happened<'c>(entry: &'c Entry, context: &'c Context) -> &'c Moment {
    entry.event_at.get().or(entry.recorded_at.get()).unwrap_or(&context.now)
}

/// Whether the child was not born when this took place, as far as the file says.
fn is_unborn(entry: &Entry, context: &Context) -> bool {
    let is_unborn = |file: &CaseFile| match file.child.date_of_birth.get() {
        Some(birth) => happened(entry, context).is_before(birth),
        None => file.child.date_of_birth.is_blank() && !file.child.expected_birth_date.is_blank(),
    };
    context.file.is_some_and(is_unborn)
}
