//! Records, and devices with records, that leave the place where they are kept.

use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{CaseFile, Removal};
use crate::rules::{Check, Rule};

/// `custody/removal-authority`
pub static REMOVAL_AUTHORITY: Rule = Rule {
    id: "custody/removal-authority",
    severity: Severity::Error,
    clauses: &["removal-approved", "removal-recorded"],
    summary: "A record was taken out, and nothing says which manager approved that and when.",
    why: "A file that leaves the building can be lost for good. Somebody has to have weighed that.",
    bad: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "removedOn": "2026-03-04" }] }"#,
    good: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "removedOn": "2026-03-04",
        "authorisedBy": { "name": "Pat Hill", "postTitle": "Team manager" }, "authorisedOn": "2026-03-03" }] }"#,
    check: Check::File(removal_authority),
};

fn removal_authority(file: &CaseFile, _: &Context, findings: &mut Findings) {
    for (index, removal) in removals(file) {
        if !removal.authorised_by.name.has_answer() {
            let path = format!("removals/{index}/authorisedBy/name");
            findings.add(&path, "Name the manager who approved this removal.");
        }
        if removal.authorised_on.is_blank() {
            findings
                .add(&format!("removals/{index}/authorisedOn"), "Give the date on which this removal was approved.");
        }
    }
}

/// `custody/removal-terms`
pub static REMOVAL_TERMS: Rule = Rule {
    id: "custody/removal-terms",
    severity: Severity::Warning,
    clauses: &["removal-approved", "removal-devices", "removal-recorded"],
    summary: "A removal lacks how long, how the record is kept secure, or who was told; or a device the agency’s procedure.",
    why: "Whoever needs the file while it is out must know who has it and when it will be back.",
    bad: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "removedOn": "2026-03-04", "dueBack": "2026-03-06" }] }"#,
    good: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "removedOn": "2026-03-04", "dueBack": "2026-03-06",
        "security": "Locked case, not left in the car", "informed": ["Duty desk"] }] }"#,
    check: Check::File(removal_terms),
};

fn removal_terms(file: &CaseFile, _: &Context, findings: &mut Findings) {
    for (index, removal) in removals(file) {
        let mut ask = |field: &str, message: &str| findings.add(&format!("removals/{index}/{field}"), message);
        // Once it is back, nobody needs to agree by when.
        if removal.due_back.is_blank() && removal.returned_on.is_blank() {
            ask("dueBack", "Say by when this is to be back.");
        }
        if !removal.security.has_answer() {
            ask("security", "Say how this is kept secure while it is out.");
        }
        if removal.informed.is_blank() || removal.informed.get().is_some_and(Vec::is_empty) {
            ask("informed", "Say who was told that this is out: whoever may need it in the meantime.");
        }
        let has_device = removal.device.has_answer() && !removal.device.text().eq_ignore_ascii_case("no");
        if has_device && !removal.device_procedure.has_answer() {
            ask("deviceProcedure", "Say under which procedure of your agency this device may leave.");
        }
    }
}

/// `custody/removal-overdue`
pub static REMOVAL_OVERDUE: Rule = Rule {
    id: "custody/removal-overdue",
    severity: Severity::Error,
    clauses: &["removal-recorded"],
    summary: "A record that was taken out is not back after the agreed date.",
    why: "The longer a file is out, the likelier it is lost, and whoever needs it does without.",
    bad: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "dueBack": "2026-03-06" }] }"#,
    good: r#"{ "kind": "file", "removals": [{ "what": "Volume 2", "dueBack": "2026-03-06", "returnedOn": "2026-03-05" }] }"#,
    check: Check::File(removal_overdue),
};

fn removal_overdue(file: &CaseFile, context: &Context, findings: &mut Findings) {
    for (index, removal) in removals(file) {
        let is_overdue = removal.due_back.get().is_some_and(|due| context.now.date > due.date);
        if is_overdue && removal.returned_on.is_blank() {
            findings.add(
                &format!("removals/{index}/returnedOn"),
                "This was to be back by now. Note the date on which it came back, or ask for it and agree a new date.",
            );
        }
    }
}

/// The removals, and their places; empty rows of a form left out.
fn removals<'f>(file: &'f CaseFile<'f>) -> impl Iterator<Item = (usize, &'f Removal<'f>)> {
    file.removals.iter().enumerate().filter(|(_, removal)| !is_blank(removal))
}

fn is_blank(removal: &Removal) -> bool {
    let dates = [&removal.removed_on, &removal.authorised_on, &removal.due_back, &removal.returned_on];
    let words = [&removal.what, &removal.device, &removal.security, &removal.authorised_by.name];
    dates.iter().all(|date| date.is_blank()) && words.iter().all(|words| words.is_blank())
}
