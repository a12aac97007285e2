//! Forms completed in all fields, each with an answer of its kind.
//!
//! About one field only one of these rules speaks: nothing stands in it, a filler
//! does, the answer is not known yet, or it cannot be read.

mod identifiers;
mod required;

use std::cell::LazyCell;

use super::{Check, Rule};
use crate::check::{Context, Findings, walk};
use crate::finding::Severity;
use crate::record::shape::read_words;
use crate::record::{CaseFile, EntryType, Field, Gap, Shape, Status, Value, shape_at};
use identifiers::{is_nhs_number, is_postcode, is_upn};
use required::{Answer, BIRTH, required_fields};

/// `fields/missing`
pub static MISSING: Rule = Rule {
    id: "fields/missing",
    severity: Severity::Error,
    clauses: &["complete-form", "person-details"],
    summary: "A field that the standard or the agency requires is blank.",
    why: "A gap on the front sheet is carried into every decision that others take from it.",
    bad: r#"{ "kind": "file", "referenceNumber": "20417", "riskAssessment": "None identified, assessed by Priya Shah on 4 March 2026.",
        "child": { "fullName": "Ava Jones", "address": "4 Mill Lane, Grimsby", "dateOfBirth": "2018-05-02",
        "ethnicity": "WBRI", "religion": "" } }"#,
    good: r#"{ "kind": "file", "referenceNumber": "20417", "riskAssessment": "None identified, assessed by Priya Shah on 4 March 2026.",
        "child": { "fullName": "Ava Jones", "address": "4 Mill Lane, Grimsby", "dateOfBirth": "2018-05-02",
        "ethnicity": "WBRI", "religion": "No religion" } }"#,
    check: Check::Record(missing),
};

fn missing(context: &Context, findings: &mut Findings) {
    for (path, answer) in required_fields(context) {
        if answer == Answer::Missing {
            let or = if path == BIRTH { ", or the expected date for a child who is not born yet" } else { "" };
            let name = name_of(path, context);
            let message = match name.as_str() {
                "the text" => "Write what happened: there is no text yet.".to_owned(),
                name if name.starts_with("the ") => format!("Fill in {name}{or}."),
                name => format!("Say {name}."),
            };
            findings.add(path, message);
        }
    }
}

/// `fields/placeholder`
pub static PLACEHOLDER: Rule = Rule {
    id: "fields/placeholder",
    severity: Severity::Error,
    clauses: &["complete-form"],
    summary: "A required field holds a filler such as “n/a”, “tbc” or “-” in place of an answer.",
    why: "A filler looks like an answer, and nobody comes back to it.",
    bad: r#"{ "kind": "file", "riskAssessment": "tbc" }"#,
    good: r#"{ "kind": "file", "riskAssessment": "None identified, assessed by Priya Shah on 4 March 2026." }"#,
    check: Check::Record(placeholder),
};

fn placeholder(context: &Context, findings: &mut Findings) {
    for (path, answer) in required_fields(context) {
        let name = name_of(path, context);
        match answer {
            Answer::Gap(Gap::Nothing) if path == "riskAssessment" => {
                findings.add(path, "Say what the risks are. If none was found, say so, with who assessed it and when.");
            }
            Answer::Gap(Gap::Filler | Gap::Nothing | Gap::NotBorn) => {
                findings.add(path, format!("Write the answer in place of the filler: {name}."));
            }
            _ => {}
        }
    }
}

/// `fields/not-yet-known`
pub static NOT_YET_KNOWN: Rule = Rule {
    id: "fields/not-yet-known",
    severity: Severity::Advice,
    clauses: &["person-details", "contemporaneous"],
    summary: "A required field says that the answer is not known yet, or was declined, and nothing more.",
    why: "What is not known today can be known tomorrow, if the record says that somebody is to come back to it.",
    bad: r#"{ "kind": "file", "child": { "religion": "not known" } }"#,
    good: r#"{ "kind": "file", "child": { "religion": "Not known: Ava came into care on 4 March; I will talk with her nan on 9 March." } }"#,
    check: Check::Record(not_yet_known),
};

fn not_yet_known(context: &Context, findings: &mut Findings) {
    for (path, answer) in required_fields(context) {
        let name = name_of(path, context);
        let holds_text = matches!(shape_at(context.parts, path), Some((Shape::Words | Shape::Prose, _)));
        match answer {
            Answer::Gap(Gap::NotKnown) if holds_text => {
                findings.add(path, format!("Say why this is not known yet, and when it will be: {name}."));
            }
            Answer::Gap(Gap::NotKnown) => findings.add(path, format!("Fill this in as soon as it is known: {name}.")),
            Answer::Gap(Gap::Declined) => findings.add(path, format!("Say who declined to answer, and when: {name}.")),
            _ => {}
        }
    }
}

/// `fields/unreadable`
pub static UNREADABLE: Rule = Rule {
    id: "fields/unreadable",
    severity: Severity::Error,
    clauses: &["relevant-and-sufficient"],
    summary: "A value is not of its field’s kind: a date that does not exist, a list where text belongs.",
    why: "What a system cannot read, it drops: the next reader sees a blank.",
    bad: r#"{ "eventAt": "31/02/2026" }"#,
    good: r#"{ "eventAt": "28/02/2026" }"#,
    check: Check::Record(unreadable),
};

fn unreadable(context: &Context, findings: &mut Findings) {
    if !matches!(context.record, Value::Map(_)) {
        findings.add("", "This is not a record that can be read: look at how it was saved or exported.");
        return;
    }
    let required = LazyCell::new(|| required_fields(context));
    walk(context.record, context.parts, &mut String::new(), &mut |path, value, part| {
        let is_gap = || required.iter().any(|(known, answer)| *known == path && matches!(answer, Answer::Gap(_)));
        if matches!(part.shape.state(value), Field::Unreadable) && !is_gap() {
            findings.add(path, how_to_write(part.shape, &name_of(path, context)));
        }
        // The entries of a file are records of their own.
        let items = match value {
            Value::List(items) if part.name != "entries" => items.as_slice(),
            _ => &[],
        };
        let kind = match part.shape {
            Shape::ListOfWords => Shape::Words,
            Shape::List(parts) => Shape::Group(parts),
            _ => return,
        };
        for (index, item) in items.iter().enumerate() {
            if matches!(kind.state(item), Field::Unreadable) {
                let path = format!("{path}/{index}");
                findings.add(&path, how_to_write(kind, &name_of(&path, context)));
            }
        }
    });
}

/// What a field of that shape takes.
fn how_to_write(shape: Shape, name: &str) -> String {
    match shape {
        Shape::Date => format!("Write {name} as a day, month and year, for example 4 March 2026."),
        Shape::Flag => format!("Answer yes or no: {name}."),
        Shape::Number => format!("Write {name} as a whole number."),
        Shape::OneOf(_) => format!("Choose one of the answers that the form offers: {name}."),
        Shape::ListOfWords => format!("Write {name} as a list of names."),
        Shape::Group(_) => format!("Give the fields of {name} one by one."),
        Shape::List(_) => format!("Give {name} as a list, even where there is only one."),
        Shape::Words | Shape::Prose | Shape::Any => format!("Write {name} as text."),
    }
}

/// `fields/invalid-identifier`
pub static INVALID_IDENTIFIER: Rule = Rule {
    id: "fields/invalid-identifier",
    severity: Severity::Error,
    clauses: &["factually-correct"],
    summary: "An NHS number, pupil number or postcode fails its check digit or pattern.",
    why: "One wrong digit leads to another child’s record, or to nobody’s.",
    bad: r#"{ "kind": "file", "child": { "nhsNumber": "943 476 5918" } }"#,
    good: r#"{ "kind": "file", "child": { "nhsNumber": "943 476 5919" } }"#,
    check: Check::File(invalid_identifier),
};

type IsIdentifier = fn(&str) -> bool;

/// Property, how it is checked, and what is true of a right one.
const IDENTIFIERS: [(&str, IsIdentifier, &str); 3] = [
    ("nhsNumber", is_nhs_number, "it has ten digits, and the last one fits the others"),
    ("upn", is_upn, "it has thirteen characters, and the letter in front fits the others"),
    ("postcode", is_postcode, "it has the form of DN31 1HU"),
];

fn invalid_identifier(_: &CaseFile, context: &Context, findings: &mut Findings) {
    walk(context.record, context.parts, &mut String::new(), &mut |path, value, part| {
        let Some((_, is_identifier, rule)) = IDENTIFIERS.iter().find(|(name, ..)| *name == part.name) else { return };
        let Some(text) = read_words(value).filter(|text| !text.trim().is_empty()) else { return };
        if Gap::read(&text).is_none() && !is_identifier(&text) {
            findings.add(path, format!("Check {}: {rule}.", name_of(path, context)));
        }
    });
}

/// `fields/missing-summary`
pub static MISSING_SUMMARY: Rule = Rule {
    id: "fields/missing-summary",
    severity: Severity::Error,
    clauses: &["person-details"],
    summary: "A closed file has no closing summary, or a transferred one no transfer summary.",
    why: "Whoever opens the file next, perhaps the child when grown up, starts with its summary.",
    bad: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04" }"#,
    good: r#"{ "kind": "file", "status": "closed", "closedOn": "2026-03-04",
        "closingSummary": "Ava lives with her nan under a special guardianship order. She is well and in school." }"#,
    check: Check::File(missing_summary),
};

fn missing_summary(file: &CaseFile, context: &Context, findings: &mut Findings) {
    let (summary, path, of, done) = match file.standing(&context.now) {
        Status::Closed => (&file.closing_summary, "closingSummary", EntryType::ClosingSummary, "closed"),
        Status::Transferred => (&file.transfer_summary, "transferSummary", EntryType::TransferSummary, "transferred"),
        Status::Open => return,
    };
    let is_entry = file.entries.iter().any(|entry| entry.entry_type.get() == Some(&of));
    if !is_entry && !summary.has_answer() {
        findings.add(path, format!("Write {}: the file is {done}.", name_of(path, context)));
    }
}

/// How a message speaks of the field at a path: "the date of birth (child)".
fn name_of(path: &str, context: &Context) -> String {
    const LEADS: [&str; 7] = ["the", "when", "whether", "why", "who", "whom", "how"];
    let mut labels = shape_at(context.parts, path).map(|(_, labels)| labels).unwrap_or_default();
    let label = labels.pop().unwrap_or_default();
    let lead = label.split(' ').next().unwrap_or_default();
    let name = if LEADS.contains(&lead) { label.into_owned() } else { format!("the part “{label}”") };
    if labels.is_empty() { name } else { format!("{name} ({})", labels.join(", ")) }
}
