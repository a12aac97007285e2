//! Agreement to share information.
//!
//! To raise a sharing with a family can put a child at risk, and no list of words can
//! tell for certain where it would. So no message here sends anybody to a family for
//! agreement: they want the reason on record, agreement or another. None of them has
//! the words ask, seek or obtain, whatever the record says, and a test sees to that.

mod agency;
mod grounds;
mod table;
mod told;

use super::{Check, Rule};
use crate::calendar::{Moment, age_on};
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{Agreed, Agreement, CaseFile, Entry, Field, Ground, Sharing};
use agency::OwnAgency;
use grounds::{gives_agreement, gives_ground, gives_reason, tells_understanding};
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
    for (index, sharing) in shared(entry, context) {
        let shows_agreement = match &sharing.agreement {
            Field::Blank => agreed(sharing).next().is_some() || sharing.withdrawn_on.is_given(),
            Field::Given(agreement) => *agreement != Agreement::Unsure,
            Field::Unreadable => true,
        };
        if shows_agreement || has_ground(sharing) || gives_ground(context) || gives_agreement(context) {
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
        let mut open = told.sharings.into_iter().filter(|words| !gives_reason(passage, words.start));
        Some((passage, open.next()?, open.count()))
    });
    if let Some((passage, words, others)) = open.filter(|_| !gives_ground(context) && !gives_agreement(context)) {
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
    for (index, sharing) in shared(entry, context) {
        let without = matches!(sharing.agreement.get(), Some(Agreement::Refused | Agreement::NotSought));
        if without && !has_ground(sharing) && !gives_ground(context) {
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
    for (index, sharing) in shared(entry, context) {
        let Some(shared_at) = sharing.shared_at.get() else { continue };
        let is_after = |agreed: &Agreed| agreed.on.get().is_some_and(|on| shared_at.is_before(on));
        let all_after = agreed(sharing).all(|(_, agreed)| is_after(agreed));
        let is_given = sharing.agreement.get() == Some(&Agreement::Given);
        if let Some((person, _)) = agreed(sharing).next().filter(|_| is_given && all_after)
            && !has_ground(sharing)
            && !gives_ground(context)
        {
            findings.add(
                &format!("sharing/{index}/agreedBy/{person}/on"),
                "This agreement is dated after the sharing. Check both dates, or record the reason for sharing before.",
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
    for (index, sharing) in shared(entry, context) {
        let (Some(withdrawn_on), Some(shared_at)) = (sharing.withdrawn_on.get(), sharing.shared_at.get()) else {
            continue;
        };
        let again = |agreed: &Agreed| agreed.on.get().is_some_and(|on| !on.is_before(withdrawn_on));
        let is_given = sharing.agreement.get() == Some(&Agreement::Given);
        let given_again = is_given && agreed(sharing).any(|(_, agreed)| again(agreed));
        if withdrawn_on.is_before(shared_at) && !given_again && !has_ground(sharing) && !gives_ground(context) {
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
    for (index, sharing) in outside(entry, context) {
        let at = sharing.shared_at.get().or(entry.event_at.get()).unwrap_or(&context.now);
        let is_given = sharing.agreement.get() == Some(&Agreement::Given) && !sharing.not_shared.is_yes();
        let is_said = !sharing.child_understanding.is_blank() || tells_understanding(context);
        if is_given
            && is_of_age(file, at, context)
            && by_adults_alone(sharing, file)
            && !is_said
            && !has_ground(sharing)
            && !gives_ground(context)
        {
            findings.add(
                &format!("sharing/{index}/childUnderstanding"),
                "Say what the child understood and thought of this sharing, or why the child had no part in it.",
            );
        }
    }
}

fn is_of_age(file: &CaseFile, at: &Moment, context: &Context) -> bool {
    let age = file.child.date_of_birth.get().and_then(|birth| age_on(birth.date, at.date));
    age.is_some_and(|age| age >= context.policy.child_asks_from)
}

/// Whether everybody who agreed is somebody else than the child, as far as their roles say.
fn by_adults_alone(sharing: &Sharing, file: &CaseFile) -> bool {
    let is_adult = |agreed: &Agreed| agreed.role.has_answer() && !is_child(agreed, file);
    agreed(sharing).next().is_some() && agreed(sharing).all(|(_, agreed)| is_adult(agreed))
}

fn is_child(agreed: &Agreed, file: &CaseFile) -> bool {
    const CHILD: [&str; 13] = [
        "child", "young", "yp", "daughter", "son", "self", "subject", "boy", "girl", "pupil", "student", "patient",
        "baby",
    ];
    // "The child's mother" is no child.
    const ADULT: [&str; 20] = [
        "mother",
        "mum",
        "mam",
        "mom",
        "father",
        "dad",
        "parent",
        "parents",
        "carer",
        "guardian",
        "grandmother",
        "grandfather",
        "grandparent",
        "nan",
        "aunt",
        "uncle",
        "stepmother",
        "stepfather",
        "worker",
        "teacher",
    ];
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect()
    };
    let role = words(agreed.role.text());
    let has = |known: &[&str]| role.iter().any(|word| known.contains(&word.as_str()));
    let first_name = words(file.child.full_name.text()).into_iter().next().filter(|name| !name.is_empty());
    let is_named = first_name.is_some_and(|first| words(agreed.name.text()).first() == Some(&first) || role == [first]);
    is_named || has(&CHILD) && !has(&ADULT)
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
    let message = "Write down why this was not shared.";
    for (index, sharing) in outside(entry, context) {
        let refused = matches!(sharing.agreement.get(), Some(Agreement::Refused | Agreement::Withdrawn));
        if sharing.not_shared.is_yes() && !refused && !has_ground(sharing) && !gives_ground(context) {
            findings.add(&format!("sharing/{index}/reasonText"), message);
        }
    }
    if entry.sharing.iter().any(is_filled) || gives_ground(context) {
        return;
    }
    for (passage, told) in told(context) {
        if let Some(words) = told.withheld.into_iter().find(|words| !gives_reason(passage, words.start)) {
            findings.mark(passage, passage.text.range(passage.text.span_of(words)), message, Vec::new(), 1);
        }
    }
}

/// The sharings that concern somebody outside the agency, and their places.
fn outside<'e>(entry: &'e Entry<'e>, context: &Context) -> impl Iterator<Item = (usize, &'e Sharing<'e>)> {
    let own = OwnAgency::of(context);
    entry.sharing.iter().enumerate().filter(move |(_, sharing)| !own.has_all(sharing))
}

/// Those in which information was shared: somebody received it, or there is a date.
fn shared<'e>(entry: &'e Entry<'e>, context: &Context) -> impl Iterator<Item = (usize, &'e Sharing<'e>)> {
    outside(entry, context).filter(|(_, sharing)| {
        let received = sharing.with.get().is_some_and(|recipients| !recipients.is_empty());
        !sharing.not_shared.is_yes() && (received || sharing.shared_at.is_given())
    })
}

/// Whether a form's row says anything.
fn is_filled(sharing: &Sharing) -> bool {
    let has_recipients = sharing.with.get().is_some_and(|recipients| !recipients.is_empty());
    let has_dates = sharing.shared_at.is_given() || sharing.withdrawn_on.is_given();
    let has_agreement = !sharing.agreement.is_blank() || agreed(sharing).next().is_some();
    let has_reason = !sharing.reason.is_blank() || !sharing.reason_text.is_blank();
    has_recipients
        || has_dates
        || has_agreement
        || has_reason
        || sharing.not_shared.is_yes()
        || !sharing.what.is_blank()
}

/// Those who were spoken to about the sharing, and their places; empty rows of a form left out.
fn agreed<'s>(sharing: &'s Sharing<'s>) -> impl Iterator<Item = (usize, &'s Agreed<'s>)> {
    let is_blank = |agreed: &Agreed| agreed.name.is_blank() && agreed.role.is_blank() && agreed.on.is_blank();
    sharing.agreed_by.iter().enumerate().filter(move |(_, agreed)| !is_blank(agreed))
}

/// A ground other than agreement; "other" needs to be put in words.
fn has_ground(sharing: &Sharing) -> bool {
    let is_named = match &sharing.reason {
        Field::Given(ground) => *ground != Ground::Other,
        Field::Unreadable => true,
        Field::Blank => false,
    };
    is_named || sharing.reason_text.has_answer()
}

/// Where the reason is missing.
fn reason_path(sharing: &Sharing, index: usize) -> String {
    let field = if sharing.reason.is_given() { "reasonText" } else { "reason" };
    format!("sharing/{index}/{field}")
}
