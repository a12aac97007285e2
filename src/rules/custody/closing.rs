//! The end of a file: put in order, and kept for as long as the agency says.

use chrono::{Months, NaiveDate};

use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::policy::RetentionFrom;
use crate::record::{CaseFile, Status};
use crate::rules::{Check, Rule};

/// `custody/retention`
pub static RETENTION: Rule = Rule {
    id: "custody/retention",
    severity: Severity::Warning,
    clauses: &["retention-period"],
    summary: "A closed file has no retention date, or one that is more than a year from the policy’s period.",
    why: "Somebody who grew up in care may look for this file in fifty years. It should be there, and no longer than allowed.",
    bad: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04", "child": { "dateOfBirth": "2011-05-02" },
        "retention": { "until": "2032-03-04" } }"#,
    good: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04", "child": { "dateOfBirth": "2011-05-02" },
        "retention": { "until": "2086-05-02" } }"#,
    check: Check::File(retention),
};

const MONTHS_OF_YEAR: u32 = 12;

fn retention(file: &CaseFile, context: &Context, findings: &mut Findings) {
    let is_closed = file.standing(&context.now) == Status::Closed;
    let Some(years) = context.policy.retention_years.filter(|_| is_closed) else { return };
    let path = "retention/until";
    if file.retention.until.is_blank() {
        findings.add(path, "Give the date until which your agency keeps this file.");
        return;
    }
    let from = match context.policy.retention_from {
        RetentionFrom::Birth => file.child.date_of_birth.get(),
        RetentionFrom::Closing => file.closed_on.get(),
    };
    let due = from.and_then(|from| from.date.checked_add_months(Months::new(years.checked_mul(MONTHS_OF_YEAR)?)));
    let (Some(due), Some(until)) = (due, file.retention.until.get()) else { return };
    if !is_within_a_year(due, until.date) {
        findings.add(
            path,
            "This is more than a year from the period in your agency’s policy. Check the date, or record why this file is kept differently.",
        );
    }
}

fn is_within_a_year(one: NaiveDate, other: NaiveDate) -> bool {
    let year = Months::new(MONTHS_OF_YEAR);
    one.min(other).checked_add_months(year).is_none_or(|latest| one.max(other) <= latest)
}

/// `custody/closing-tidy`
pub static CLOSING_TIDY: Rule = Rule {
    id: "custody/closing-tidy",
    severity: Severity::Warning,
    clauses: &["closing-tidy"],
    summary: "A file is closed, and nobody has confirmed that it was put in order and needless items taken out.",
    why: "Whoever opens a closed file, perhaps the child when grown up, should find the story and not the clutter.",
    bad: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04" }"#,
    good: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04",
        "retention": { "tidied": { "by": "Priya Shah", "on": "2026-03-10" } } }"#,
    check: Check::File(closing_tidy),
};

fn closing_tidy(file: &CaseFile, context: &Context, findings: &mut Findings) {
    if file.standing(&context.now) == Status::Closed && !file.retention.tidied.by.has_answer() {
        findings.add(
            "retention/tidied/by",
            "Put this file in order, take out duplicates and other needless items, and note who did so.",
        );
    }
}
