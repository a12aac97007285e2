//! Agreement to share information.
//!
//! To raise a sharing with a family can put a child at risk, and no list of words can
//! tell for certain where it would. So no message here sends anybody to a family for
//! agreement: they want the reason on record, agreement or another. None of them has
//! the words ask, seek or obtain, whatever the record says, and a test sees to that.

mod agency;
mod child;
mod grounds;
mod sharing;
mod told;

use std::ops::Range;

use super::{Check, Rule};
use crate::check::{Context, Findings, Passage};
use crate::finding::Severity;
use crate::record::{Agreed, Agreement, Entry, Field};
use child::{by_adults_alone, is_of_age};
use grounds::{Grounds, reasoned_sentences};
use sharing::{agreed, has_ground, is_filled, outside, reason_path, shared};
use told::told;

const SHARING: &[&str] = &["agreement-to-share", "sharing-consent"];

/// `consent/not-recorded`
pub static NOT_RECORDED: Rule = Rule {
    id: "consent/not-recorded",
    severity: Severity::Error,
    clauses: SHARING,
    summary: "Information was shared, and the record shows neither agreement nor a legal ground nor a reason.",
    why: "A family, and the child when grown up, may want to know why others were told about them.",
    bad: r#"{ "sharing": [{ "what": "School attendance", "with": ["Oak School"], "sharedAt": "2026-03-04" }] }"#,
    good: r#"{ "sharing": [{ "what": "School attendance", "with": ["Oak School"], "sharedAt": "2026-03-04",
        "agreement": "given", "agreedBy": [{ "name": "Kelly Jones", "role": "Mother", "on": "2026-03-03" }] }] }"#,
    check: Check::Entry(not_recorded),
};

const RECORD_WHY: &str = "Record why this was shared: agreement, or the legal reason. \
    If it could put someone at risk to raise this with the family, do not raise it; write the reason.";

fn not_recorded(entry: &Entry, context: &Context, findings: &mut Findings) {
    let grounds = Grounds::of(context);
    for (index, sharing) in shared(entry, context) {
        let shows_agreement = match &sharing.agreement {
            Field::Blank => agreed(sharing).next().is_some() || sharing.withdrawn_on.is_given(),
            Field::Given(agreement) => *agreement != Agreement::Unsure,
            Field::Unreadable => true,
        };
        if shows_agreement || has_ground(sharing) || grounds.has_ground() || grounds.has_agreement() {
            continue;
        }
        let reason = sharing.agreement.is_given() || sharing.reason.is_given();
        let path = if reason { reason_path(sharing, index) } else { format!("sharing/{index}/agreement") };
        findings.add(&path, RECORD_WHY);
    }
    if entry.sharing.iter().any(is_filled) {
        return;
    }
    let open = told(context).find_map(|(passage, told)| {
        let mut open = without_reason(passage, told.sharings);
        Some((passage, open.next()?, open.count()))
    });
    if let Some((passage, words, others)) = open.filter(|_| !grounds.has_ground() && !grounds.has_agreement()) {
        let range = passage.text.range(passage.text.span_of(words));
        findings.mark(passage, range, RECORD_WHY, Vec::new(), u32::try_from(others + 1).unwrap_or(u32::MAX));
        findings.at_most(Severity::Warning);
    }
}

/// `consent/incomplete`
pub static INCOMPLETE: Rule = Rule {
    id: "consent/incomplete",
    severity: Severity::Error,
    clauses: &["agreement-to-share"],
    summary: "Agreement was given or refused, and the record does not say by whom and when.",
    why: "Agreement is somebody’s, on a day. Without both it cannot be relied on, nor withdrawn.",
    bad: r#"{ "sharing": [{ "with": ["Oak School"], "agreement": "given", "agreedBy": [{ "role": "Mother" }] }] }"#,
    good: r#"{ "sharing": [{ "with": ["Oak School"], "agreement": "given",
        "agreedBy": [{ "role": "Mother", "on": "2026-03-03" }] }] }"#,
    check: Check::Entry(incomplete),
};

fn incomplete(entry: &Entry, context: &Context, findings: &mut Findings) {
    for (index, sharing) in outside(entry, context) {
        let (who, when) = match sharing.agreement.get() {
            Some(Agreement::Given) => ("Say who agreed to the sharing.", "Give the date on which they agreed."),
            Some(Agreement::Refused) => {
                ("Say who did not agree to the sharing.", "Give the date on which they said so.")
            }
            _ => continue,
        };
        let nobody = Agreed::default();
        let mut people: Vec<_> = agreed(sharing).collect();
        if people.is_empty() {
            people.push((0, &nobody));
        }
        for (person, agreed) in people {
            if !agreed.name.has_answer() && !agreed.role.has_answer() {
                findings.add(&format!("sharing/{index}/agreedBy/{person}/name"), who);
            }
            if agreed.on.is_blank() {
                findings.add(&format!("sharing/{index}/agreedBy/{person}/on"), when);
            }
        }
    }
}

/// `consent/no-reason`
pub static NO_REASON: Rule = Rule {
    id: "consent/no-reason",
    severity: Severity::Error,
    clauses: SHARING,
    summary: "Information was shared although agreement was refused or not sought, and the record gives no reason.",
    why: "There are good reasons to share without agreement. The record has to hold the one that counted here.",
    bad: r#"{ "sharing": [{ "with": ["Police"], "sharedAt": "2026-03-04", "agreement": "notSought" }] }"#,
    good: r#"{ "sharing": [{ "with": ["Police"], "sharedAt": "2026-03-04", "agreement": "notSought",
        "reason": "significantHarm" }] }"#,
    check: Check::Entry(no_reason),
};

fn no_reason(entry: &Entry, context: &Context, findings: &mut Findings) {
    let grounds = Grounds::of(context);
    for (index, sharing) in shared(entry, context) {
        let without = matches!(sharing.agreement.get(), Some(Agreement::Refused | Agreement::NotSought));
        if without && !has_ground(sharing) && !grounds.has_ground() {
            findings.add(
                &reason_path(sharing, index),
                "Record the reason for sharing this without agreement: for example significant harm, a legal duty or a crime.",
            );
        }
    }
}

/// `consent/unsure-not-consulted`
pub static UNSURE_NOT_CONSULTED: Rule = Rule {
    id: "consent/unsure-not-consulted",
    severity: Severity::Warning,
    clauses: &["unsure-consult"],
    summary: "The worker was unsure about sharing, and the record names no supervisor or manager who was consulted.",
    why: "Nobody has to decide alone what could help or harm a child.",
    bad: r#"{ "sharing": [{ "with": ["Oak School"], "agreement": "unsure" }] }"#,
    good: r#"{ "sharing": [{ "with": ["Oak School"], "agreement": "unsure",
        "consulted": { "name": "Pat Hill", "postTitle": "Team manager", "on": "2026-03-04" } }] }"#,
    check: Check::Entry(unsure_not_consulted),
};

fn unsure_not_consulted(entry: &Entry, context: &Context, findings: &mut Findings) {
    for (index, sharing) in outside(entry, context) {
        let consulted = sharing.consulted.name.has_answer() || sharing.consulted.post_title.has_answer();
        if sharing.agreement.get() == Some(&Agreement::Unsure) && !consulted {
            findings.add(
                &format!("sharing/{index}/consulted/name"),
                "Talk this over with your supervisor or manager, and record who it was and when.",
            );
        }
    }
}

/// `consent/after-sharing`
pub static AFTER_SHARING: Rule = Rule {
    id: "consent/after-sharing",
    severity: Severity::Error,
    clauses: SHARING,
    summary: "Agreement is dated after the sharing, and the record gives no other ground.",
    why: "Whoever agreed afterwards had no choice before.",
    bad: r#"{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-04", "agreement": "given",
        "agreedBy": [{ "role": "Mother", "on": "2026-03-06" }] }] }"#,
    good: r#"{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-06", "agreement": "given",
        "agreedBy": [{ "role": "Mother", "on": "2026-03-04" }] }] }"#,
    check: Check::Entry(after_sharing),
};

fn after_sharing(entry: &Entry, context: &Context, findings: &mut Findings) {
    let grounds = Grounds::of(context);
    for (index, sharing) in shared(entry, context) {
        let Some(shared_at) = sharing.shared_at.get() else { continue };
        let is_after = |agreed: &Agreed| agreed.on.get().is_some_and(|on| shared_at.is_before(on));
        let all_after = agreed(sharing).all(|(_, agreed)| is_after(agreed));
        let is_given = sharing.agreement.get() == Some(&Agreement::Given);
        if let Some((person, _)) = agreed(sharing).next().filter(|_| is_given && all_after)
            && !has_ground(sharing)
            && !grounds.has_ground()
        {
            findings.add(
                &format!("sharing/{index}/agreedBy/{person}/on"),
                "This agreement is dated after the sharing. Check both dates, or record the reason for sharing without it.",
            );
        }
    }
}

/// `consent/withdrawn`
pub static WITHDRAWN: Rule = Rule {
    id: "consent/withdrawn",
    severity: Severity::Error,
    clauses: SHARING,
    summary: "Information was shared after agreement had been withdrawn, and the record gives no other ground.",
    why: "Who has taken back an agreement must be able to rely on it, or read why it could not count.",
    bad: r#"{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-06", "agreement": "withdrawn",
        "withdrawnOn": "2026-03-04" }] }"#,
    good: r#"{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-02", "agreement": "withdrawn",
        "withdrawnOn": "2026-03-04" }] }"#,
    check: Check::Entry(withdrawn),
};

fn withdrawn(entry: &Entry, context: &Context, findings: &mut Findings) {
    let grounds = Grounds::of(context);
    for (index, sharing) in shared(entry, context) {
        let (Some(withdrawn_on), Some(shared_at)) = (sharing.withdrawn_on.get(), sharing.shared_at.get()) else {
            continue;
        };
        let again = |agreed: &Agreed| agreed.on.get().is_some_and(|on| !on.is_before(withdrawn_on));
        let is_given = sharing.agreement.get() == Some(&Agreement::Given);
        let given_again = is_given && agreed(sharing).any(|(_, agreed)| again(agreed));
        if withdrawn_on.is_before(shared_at) && !given_again && !has_ground(sharing) && !grounds.has_ground() {
            findings.add(
                &reason_path(sharing, index),
                "This was shared after agreement was withdrawn. Record the reason, or check both dates.",
            );
        }
    }
}

/// `consent/child-not-asked`
pub static CHILD_NOT_ASKED: Rule = Rule {
    id: "consent/child-not-asked",
    severity: Severity::Advice,
    clauses: SHARING,
    summary: "Only adults agreed, though the child is old enough to have a say, and the record is silent on what the child understood.",
    why: "A young person’s information is theirs. If they understand enough, their word counts.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2012-05-02" },
        "entries": [{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-04", "agreement": "given",
        "agreedBy": [{ "name": "Kelly Jones", "role": "Mother", "on": "2026-03-03" }] }] }] }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2012-05-02" },
        "entries": [{ "sharing": [{ "with": ["Oak School"], "sharedAt": "2026-03-04", "agreement": "given",
        "agreedBy": [{ "name": "Kelly Jones", "role": "Mother", "on": "2026-03-03" }],
        "childUnderstanding": "Ava knows that her teacher will be told, and wants that." }] }] }"#,
    check: Check::Entry(child_not_asked),
};

fn child_not_asked(entry: &Entry, context: &Context, findings: &mut Findings) {
    let Some(file) = context.file else { return };
    let grounds = Grounds::of(context);
    for (index, sharing) in outside(entry, context) {
        let at = sharing.shared_at.get().or(entry.event_at.get()).unwrap_or(&context.now);
        let is_given = sharing.agreement.get() == Some(&Agreement::Given) && !sharing.not_shared.is_yes();
        let is_said = || sharing.child_understanding.has_answer() || grounds.has_understanding();
        let is_open = is_given && is_of_age(file, at, context) && by_adults_alone(sharing, file);
        if is_open && !has_ground(sharing) && !grounds.has_ground() && !is_said() {
            findings.add(
                &format!("sharing/{index}/childUnderstanding"),
                "Say what the child understood and thought of this sharing, or why the child had no part in it.",
            );
        }
    }
}

/// `consent/not-shared-without-reason`
pub static NOT_SHARED_WITHOUT_REASON: Rule = Rule {
    id: "consent/not-shared-without-reason",
    severity: Severity::Advice,
    clauses: &["sharing-consent"],
    summary: "The record decides not to share, and gives no reason.",
    why: "What others were not told can matter as much as what they were. The reason shows that it was weighed.",
    bad: r#"{ "sharing": [{ "what": "Ava’s new address", "notShared": true }] }"#,
    good: r#"{ "sharing": [{ "what": "Ava’s new address", "notShared": true,
        "reasonText": "Mum and Ava would be in danger if it became known." }] }"#,
    check: Check::Entry(not_shared_without_reason),
};

fn not_shared_without_reason(entry: &Entry, context: &Context, findings: &mut Findings) {
    let grounds = Grounds::of(context);
    let message = "Write down why this was not shared.";
    for (index, sharing) in outside(entry, context) {
        let refused = matches!(sharing.agreement.get(), Some(Agreement::Refused | Agreement::Withdrawn));
        if sharing.not_shared.is_yes() && !refused && !has_ground(sharing) && !grounds.has_ground() {
            findings.add(&format!("sharing/{index}/reasonText"), message);
        }
    }
    // Every way to write of such a decision has this word.
    let has_not = |passage: &Passage| ["not", "NOT"].iter().any(|not| passage.text.source().contains(not));
    let is_spoken_of = context.passages.iter().any(has_not);
    if entry.sharing.iter().any(is_filled) || !is_spoken_of || grounds.has_ground() {
        return;
    }
    for (passage, told) in told(context) {
        if let Some(words) = without_reason(passage, told.withheld).next() {
            findings.mark(passage, passage.text.range(passage.text.span_of(words)), message, Vec::new(), 1);
        }
    }
}

/// Those of the stretches for which neither their own sentence nor the next gives a reason.
fn without_reason(passage: &Passage, stretches: Vec<Range<usize>>) -> impl Iterator<Item = Range<usize>> {
    let reasoned = if stretches.is_empty() { Vec::new() } else { reasoned_sentences(passage) };
    stretches.into_iter().filter(move |words| {
        let sentence = passage.text.words().get(words.start).map(|word| word.sentence);
        sentence.is_some_and(|sentence| reasoned.binary_search(&sentence).is_err())
    })
}
