//! What managers look at: audits and their shortcomings, decisions and their reviews.

use chrono::Months;

use super::involvement::{Kind, says_when_reviewed, speaks_of};
use super::{Check, Rule};
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{Audit, CaseFile, Decision, EntryType, Status};
use crate::text::Text;

/// `oversight/audit-overdue`
pub static AUDIT_OVERDUE: Rule = Rule {
    id: "oversight/audit-overdue",
    severity: Severity::Warning,
    clauses: &["manager-audit"],
    summary: "The last audit of an open file is older than the policy allows, or there has been none since it was opened that long ago.",
    why: "A second pair of eyes finds what the first has grown used to.",
    bad: r#"{ "kind": "file", "status": "open", "openedOn": "2025-01-10", "audits": [{ "on": "2026-03-04" }] }"#,
    good: r#"{ "kind": "file", "status": "open", "openedOn": "2025-01-10", "audits": [{ "on": "2026-09-04" }] }"#,
    check: Check::File(audit_overdue),
};

fn audit_overdue(file: &CaseFile, context: &Context, findings: &mut Findings) {
    // An audit of which nobody can tell when it was may have been yesterday.
    let is_unknown = file.audits.iter().any(|audit| !audit.on.is_given() && is_filled(audit));
    if is_unknown || file.standing(&context.now) != Status::Open {
        return;
    }
    let dates = file.audits.iter().enumerate().filter_map(|(index, audit)| Some((audit.on.get()?.date, index)));
    let last = dates.filter(|(date, _)| *date <= context.now.date).max();
    let Some(since) = last.map(|(date, _)| date).or(file.opened_on.get().map(|opened| opened.date)) else { return };
    let months = context.policy.audit_every_months;
    if since.checked_add_months(Months::new(months)).is_some_and(|due| due < context.now.date) {
        let path = format!("audits/{}/on", last.map_or(0, |(_, index)| index));
        let often = if months == 1 { "every month".to_owned() } else { format!("every {months} months") };
        findings
            .add(&path, format!("Your agency’s policy asks for an audit {often}: add the latest, or plan the next."));
    }
}

fn is_filled(audit: &Audit) -> bool {
    !audit.on.is_blank() || !audit.by.name.is_blank() || audit.deficiencies.iter().any(|found| !found.what.is_blank())
}

/// `oversight/deficiency-open`
pub static DEFICIENCY_OPEN: Rule = Rule {
    id: "oversight/deficiency-open",
    severity: Severity::Warning,
    clauses: &["manager-audit"],
    summary: "A shortcoming that an audit found is not put right in the time that the policy gives.",
    why: "Finding a gap helps the child only when somebody closes it.",
    bad: r#"{ "kind": "file", "audits": [{ "on": "2026-09-04", "deficiencies": [{ "what": "No chronology" }] }] }"#,
    good: r#"{ "kind": "file", "audits": [{ "on": "2026-09-04",
        "deficiencies": [{ "what": "No chronology", "rectifiedOn": "2026-09-18" }] }] }"#,
    check: Check::File(deficiency_open),
};

fn deficiency_open(file: &CaseFile, context: &Context, findings: &mut Findings) {
    for (index, audit) in file.audits.iter().enumerate() {
        let days = audit.on.get().map(|on| context.now.date.signed_duration_since(on.date).num_days());
        if days.is_none_or(|days| days <= i64::from(context.policy.deficiency_days)) {
            continue;
        }
        for (place, found) in audit.deficiencies.iter().enumerate() {
            if found.what.has_answer() && found.rectified_on.is_blank() {
                findings.add(
                    &format!("audits/{index}/deficiencies/{place}/rectifiedOn"),
                    "Note the date on which this was put right, or agree with the team by when it will be.",
                );
            }
        }
    }
}

/// `oversight/decision-incomplete`
pub static DECISION_INCOMPLETE: Rule = Rule {
    id: "oversight/decision-incomplete",
    severity: Severity::Error,
    clauses: &["decision-who-why", "management-decisions"],
    summary: "A manager’s recommendation, decision or action lacks who, when, what or why.",
    why: "A decision changes a child’s life. Whoever asks about it later has a right to all four.",
    bad: r#"{ "kind": "file", "managementDecisions": [{ "what": "Visits every week until June",
        "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" }, "madeOn": "2026-03-04" }] }"#,
    good: r#"{ "kind": "file", "managementDecisions": [{ "what": "Visits every week until June",
        "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" }, "madeOn": "2026-03-04",
        "reasons": "Jay has been hurt twice since January." }] }"#,
    check: Check::Record(decision_incomplete),
};

fn decision_incomplete(context: &Context, findings: &mut Findings) {
    // A decision in a dated entry was made when the entry says.
    let is_dated = context.entry.is_some_and(|entry| !entry.event_at.is_blank());
    for (path, decision) in by_managers(context) {
        let mut ask = |field: &str, message: &str| findings.add(&format!("{path}/{field}"), message);
        if !decision.what.has_answer() {
            ask("what", "Say what was decided or recommended, or what the manager did.");
        }
        if !decision.made_by.name.has_answer() {
            ask("madeBy/name", "Name the manager who decided this.");
        }
        if decision.made_on.is_blank() && !is_dated {
            ask("madeOn", "Give the date on which this was decided.");
        }
        if !decision.reasons.has_answer() && !speaks_of(Kind::Because, decision.what.text()) {
            ask("reasons", "Say why this was decided.");
        }
    }
}

/// `oversight/decision-not-reviewed`
pub static DECISION_NOT_REVIEWED: Rule = Rule {
    id: "oversight/decision-not-reviewed",
    severity: Severity::Warning,
    clauses: &["management-decisions"],
    summary: "A manager’s decision has no review date, or is past it and not reviewed.",
    why: "What was right in March may be wrong in June. Only a review tells.",
    bad: r#"{ "kind": "file", "managementDecisions": [{ "what": "Visits every week", "reviewOn": "2026-06-04" }] }"#,
    good: r#"{ "kind": "file", "managementDecisions": [{ "what": "Visits every week", "reviewOn": "2026-06-04",
        "reviewedOn": "2026-06-02" }] }"#,
    check: Check::Record(decision_not_reviewed),
};

fn decision_not_reviewed(context: &Context, findings: &mut Findings) {
    // What was decided on a file that has ended since waits for nobody.
    let ends = [Some(EntryType::ClosingSummary), Some(EntryType::TransferSummary)];
    let is_ended = context.file.is_some_and(|file| file.standing(&context.now) != Status::Open)
        || context.entry.is_some_and(|entry| ends.contains(&entry.entry_type.get().copied()));
    for (path, decision) in by_managers(context).into_iter().filter(|_| !is_ended) {
        if !decision.reviewed_on.is_blank() {
            continue;
        }
        if decision.review_on.get().is_some_and(|review| review.date < context.now.date) {
            let message = "This was to be reviewed by now. Give the date of the review, or set a new one.";
            findings.add(&format!("{path}/reviewedOn"), message);
        } else if decision.review_on.is_blank() && !says_when_reviewed(&Text::new(decision.what.text())) {
            findings.add(&format!("{path}/reviewOn"), "Give the date on which this decision will be reviewed.");
        }
    }
}

/// The decisions of managers in the record, and their paths; empty rows of a form left out.
fn by_managers<'c>(context: &'c Context) -> Vec<(String, &'c Decision<'c>)> {
    let (list, name) = match (context.entry, context.file) {
        (Some(entry), _) => (&entry.decisions, "decisions"),
        (None, Some(file)) => (&file.management_decisions, "managementDecisions"),
        (None, None) => return Vec::new(),
    };
    let is_by_manager = |decision: &Decision| context.entry.is_none() || decision.by_manager.is_yes();
    let decisions = list.iter().enumerate().filter(|(_, decision)| !is_blank(decision) && is_by_manager(decision));
    decisions.map(|(index, decision)| (format!("{name}/{index}"), decision)).collect()
}

fn is_blank(decision: &Decision) -> bool {
    let texts = [&decision.what, &decision.reasons, &decision.made_by.name, &decision.made_by.post_title];
    let dates = [&decision.made_on, &decision.review_on, &decision.reviewed_on];
    texts.iter().all(|text| text.is_blank()) && dates.iter().all(|date| date.is_blank())
}
