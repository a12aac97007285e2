//! The entries of one file, taken together.

use super::{Check, Rule};
use crate::calendar::Moment;
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{CaseFile, Entry, Status};

/// `file/one-child`
pub static ONE_CHILD: Rule = Rule {
    id: "file/one-child",
    severity: Severity::Error,
    clauses: &["one-file-per-child"],
    summary: "One file is kept for several children, or has an entry that belongs to another child’s file.",
    why: "Each child has a story of their own, and a right to read it without reading another’s.",
    bad: r#"{ "kind": "file", "referenceNumber": "4417", "child": { "fullName": "Ava and Ben Jones" } }"#,
    good: r#"{ "kind": "file", "referenceNumber": "4417", "child": { "fullName": "Ava Jones" } }"#,
    check: Check::Record(one_child),
};

fn one_child(context: &Context, findings: &mut Findings) {
    let Some(file) = context.file else { return };
    let Some(entry) = context.entry else {
        if names_several(file) {
            findings.add("child/fullName", "Keep a separate file for each child, and give this one a single name.");
        }
        return of_other_files(file, findings);
    };
    // Those in the list have been looked at with their file.
    let is_listed = matches!(context.among, Some((_, crate::check::entries::Place::Listed(_))));
    if !is_listed && is_of_other_file(entry, file) {
        findings.add("fileId", OTHER_FILE);
    }
}

const OTHER_FILE: &str = "This entry carries the reference number of another file: check which child it is about.";

/// Entries with another reference number; one finding where all of them have it.
fn of_other_files(file: &CaseFile, findings: &mut Findings) {
    let mut others = file.entries.iter().enumerate().filter(|(_, entry)| is_of_other_file(entry, file));
    let is_whole_file = file.entries.len() > 1 && others.clone().count() == file.entries.len();
    if is_whole_file && let Some((index, _)) = others.next() {
        let message = "The entries carry another reference number than their file: check that they belong together.";
        findings.add(&format!("entries/{index}/fileId"), message);
        return;
    }
    for (index, _) in others {
        findings.add(&format!("entries/{index}/fileId"), OTHER_FILE);
    }
}

fn is_of_other_file(entry: &Entry, file: &CaseFile) -> bool {
    let (of_entry, of_file) = (&entry.file_id, &file.reference_number);
    of_entry.has_answer() && of_file.has_answer() && plain(of_entry.text()) != plain(of_file.text())
}

/// A reference number as it is compared: "04417", "44-17" and "4417" are one.
pub(crate) fn plain(number: &str) -> String {
    let letters: String =
        number.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.trim_start_matches('0').to_owned()
}

/// "Ava and Ben Jones", "Ava Jones, Ben Jones", "the Jones children".
fn names_several(file: &CaseFile) -> bool {
    const SEVERAL: [&str; 10] =
        ["siblings", "children", "twins", "triplets", "brothers", "sisters", "family", "sibs", "kids", "babies"];
    let name = file.child.full_name.text();
    let words: Vec<String> =
        name.split(|letter: char| !letter.is_alphanumeric() && letter != '&').map(str::to_lowercase).collect();
    let between = words.iter().skip(1).take(words.len().saturating_sub(2));
    let is_pair = between.clone().any(|word| word == "and" || word == "&");
    let is_group = words.iter().any(|word| SEVERAL.contains(&word.as_str()));
    let parts: Vec<&str> = name.split([',', ';', '+']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let last_words = || parts.iter().filter_map(|part| part.rsplit_once(' ')).map(|(_, last)| last.to_lowercase());
    // "Jones, Ava Mary" is one child, "Ava Jones, Ben Jones" are two.
    let is_list = parts.len() > 1
        && last_words().count() == parts.len()
        && last_words().all(|last| Some(last) == last_words().next());
    let is_unborn = file.child.expected_birth_date.is_given();
    is_pair || is_group && !is_unborn || is_list || name.contains(';') && parts.len() > 1
}

/// `file/sequence`
pub static SEQUENCE: Rule = Rule {
    id: "file/sequence",
    severity: Severity::Error,
    clauses: &["entry-sequence"],
    summary: "Entries have no number, the same number, or a number is missing between them.",
    why: "Numbers without a gap show that nothing was taken out and nothing slipped in.",
    bad: r#"{ "kind": "file", "entries": [{ "sequence": 1 }, { "sequence": 2 }, { "sequence": 4 }] }"#,
    good: r#"{ "kind": "file", "entries": [{ "sequence": 1 }, { "sequence": 2 }, { "sequence": 3 }] }"#,
    check: Check::File(sequence),
};

fn sequence(file: &CaseFile, _: &Context, findings: &mut Findings) {
    // A draft gets its number when it is submitted.
    let finished = || file.entries.iter().enumerate().filter(|(_, entry)| !entry.draft.is_yes());
    if finished().next().is_none() {
        return;
    }
    if finished().all(|(_, entry)| entry.sequence.is_blank()) {
        findings.add("entries", "Number the entries of this file in the order in which they were written.");
        return;
    }
    for (index, _) in finished().filter(|(_, entry)| entry.sequence.is_blank()) {
        findings.add(&format!("entries/{index}/sequence"), "Give this entry its number in the order of the file.");
    }
    for pair in numbered(file).windows(2) {
        let [(before, _, _), (number, index, _)] = pair else { continue };
        let path = format!("entries/{index}/sequence");
        if number == before {
            findings.add(&path, "Another entry has this number, too: give each its own.");
        } else if number.saturating_sub(*before) > 1 {
            findings.add(
                &path,
                "One or more numbers are missing before this one: find the entries, or say why there are none.",
            );
        }
    }
}

/// The entries that have a number, in its order.
fn numbered<'f>(file: &'f CaseFile<'f>) -> Vec<(i64, usize, &'f Entry<'f>)> {
    let numbers = file.entries.iter().enumerate();
    let mut numbered: Vec<_> =
        numbers.filter_map(|(index, entry)| Some((*entry.sequence.get()?, index, entry))).collect();
    numbered.sort_by_key(|(number, index, _)| (*number, *index));
    numbered
}

/// `file/order`
pub static ORDER: Rule = Rule {
    id: "file/order",
    severity: Severity::Warning,
    clauses: &["entry-sequence"],
    summary: "The numbers of the entries run against the times at which they were recorded.",
    why: "If numbers and times disagree, nobody can tell which was known first.",
    bad: r#"{ "kind": "file", "entries": [{ "sequence": 1, "recordedAt": "2026-03-05T10:00" },
        { "sequence": 2, "recordedAt": "2026-03-04T10:00" }] }"#,
    good: r#"{ "kind": "file", "entries": [{ "sequence": 1, "recordedAt": "2026-03-04T10:00" },
        { "sequence": 2, "recordedAt": "2026-03-05T10:00" }] }"#,
    check: Check::File(order),
};

fn order(file: &CaseFile, _: &Context, findings: &mut Findings) {
    let dated: Vec<(usize, &Moment)> =
        numbered(file).into_iter().filter_map(|(_, index, entry)| Some((index, entry.recorded_at.get()?))).collect();
    let pairs = || dated.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
    let against: Vec<usize> =
        pairs().filter(|((_, before), (_, after))| after.is_before(before)).map(|(_, (index, _))| *index).collect();
    if against.len() > 1 && against.len() * 2 > pairs().count() {
        let message =
            "The numbers run from the newest entry to the oldest: number them in the order in which they were written.";
        findings.add("entries", message);
        return;
    }
    for index in against {
        let message =
            "This entry was recorded before the one that has the number before it: check the number and the time.";
        findings.add(&format!("entries/{index}/sequence"), message);
    }
}

/// `file/duplicate-entry`
pub static DUPLICATE_ENTRY: Rule = Rule {
    id: "file/duplicate-entry",
    severity: Severity::Warning,
    clauses: &["closing-tidy"],
    summary: "The same entry stands on the file twice.",
    why: "What happened once reads as if it had happened twice.",
    bad: r#"{ "kind": "file", "entries": [
        { "eventAt": "2026-03-04T15:00", "text": "Ava was at home and showed me her new room." },
        { "eventAt": "2026-03-04T15:00", "text": "Ava was at home and showed me her new room." }] }"#,
    good: r#"{ "kind": "file", "entries": [
        { "eventAt": "2026-03-04T15:00", "text": "Ava was at home and showed me her new room." },
        { "eventAt": "2026-03-11T15:00", "text": "Ava was at school, and her teacher joined us." }] }"#,
    check: Check::Entry(duplicate_entry),
};

fn duplicate_entry(entry: &Entry, context: &Context, findings: &mut Findings) {
    let twin = context.among.and_then(|(entries, place)| entries.earlier_twin(context.record, place, entry));
    if twin.is_some() {
        findings.add("", "This entry stands on the file already: keep one of the two.");
    }
}

/// `file/stale`
pub static STALE: Rule = Rule {
    id: "file/stale",
    severity: Severity::Advice,
    clauses: &["contemporaneous"],
    summary: "An open file has had no entry for longer than the policy allows.",
    why: "Either nothing was done for the child, or it was not written down.",
    bad: r#"{ "kind": "file", "status": "open", "entries": [{ "eventAt": "2026-03-04T15:00" }] }"#,
    good: r#"{ "kind": "file", "status": "open", "entries": [{ "eventAt": "2026-11-16T15:00" }] }"#,
    check: Check::File(stale),
};

fn stale(file: &CaseFile, context: &Context, findings: &mut Findings) {
    let is_open = match file.status.get() {
        Some(status) => *status == Status::Open,
        None => file.status.is_blank() && file.opened_on.is_given() && file.closed_on.is_blank(),
    };
    let are_entries_known = matches!(context.record.get("entries"), Some(crate::record::Value::List(_)));
    if !is_open || !are_entries_known {
        return;
    }
    let mut last = file.opened_on.get();
    for entry in file.entries.iter() {
        // What is still to come shows no work so far.
        let dates = [entry.recorded_at.get(), entry.updated_at.get(), entry.event_at.get()];
        let latest = dates
            .into_iter()
            .flatten()
            .filter(|moment| moment.date <= context.now.date)
            .max_by_key(|moment| moment.date);
        if entry.draft.is_yes() || latest.is_none() {
            return;
        }
        last = last.into_iter().chain(latest).max_by_key(|moment| moment.date);
    }
    let Some(last) = last else { return };
    let days = context.now.date.signed_duration_since(last.date).num_days();
    if days > i64::from(context.policy.stale_days) {
        let message = format!(
            "Nothing was recorded here for more than {} days. Bring the file up to date, or close it.",
            context.policy.stale_days
        );
        findings.add("entries", message);
    }
}
