//! The family: heard, told about the record, in a language they understand.

use super::terms::{Kind, kinds_of, speaks_of};
use super::voices::{Fact, told};
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{CaseFile, Entry, EntryType, Field, Gap, Person};
use crate::rules::{Check, Rule};

/// `involvement/family-views`
pub static FAMILY_VIEWS: Rule = Rule {
    id: "involvement/family-views",
    severity: Severity::Warning,
    clauses: &["family-involved", "views-and-wishes"],
    summary: "An assessment, plan or review has neither the family’s views nor why they are missing.",
    why: "A family knows things that nobody else does, and a plan that they had no say in is not theirs.",
    bad: r#"{ "type": "assessment", "text": "The home is damp and the children share one bed." }"#,
    good: r#"{ "type": "assessment", "text": "The home is damp and the children share one bed.",
        "familyViews": "Ms Jones worries most about the damp. She would like help to press the landlord." }"#,
    check: Check::Entry(family_views),
};

fn family_views(entry: &Entry, context: &Context, findings: &mut Findings) {
    let is_asked = matches!(entry.entry_type.get(), Some(EntryType::Assessment | EntryType::Plan | EntryType::Review));
    let is_answered = entry.family_views.has_answer() || entry.reason_no_family_views.has_answer();
    if is_asked && !is_answered && !told(context).has(Fact::Family) {
        findings.add(
            "familyViews",
            "Write down what the family think and want. If their views are missing, say why, \
             for example that it was not safe to talk to them.",
        );
    }
}

/// `involvement/not-informed`
pub static NOT_INFORMED: Rule = Rule {
    id: "involvement/not-informed",
    severity: Severity::Error,
    clauses: &["informed-of-record"],
    summary: "The file does not say that the child and family were told why the record is kept, about confidentiality, and how to see it.",
    why: "People have a right to know that there is a record of them, and how to read it.",
    bad: r#"{ "kind": "file", "referenceNumber": "123", "informed": { "on": "", "whyKept": false } }"#,
    good: r#"{ "kind": "file", "referenceNumber": "123", "informed": { "on": "2026-03-04", "by": "Priya Shah",
        "whyKept": true, "confidentiality": true, "howToSee": true } }"#,
    check: Check::File(not_informed),
};

fn not_informed(file: &CaseFile, context: &Context, findings: &mut Findings) {
    let informed = &file.informed;
    let parts = [
        (&informed.why_kept, "informed/whyKept", "why the record is kept"),
        (&informed.confidentiality, "informed/confidentiality", "about confidentiality"),
        (&informed.how_to_see, "informed/howToSee", "how to see the record"),
    ];
    let is_open = |field: &Field<bool>| field.is_blank() || field.is_no();
    if parts.iter().all(|(field, ..)| !is_open(field)) || is_told(Kind::Informed, file, context) {
        return;
    }
    let is_said = !informed.on.is_blank() || informed.by.has_answer() || parts.iter().any(|(field, ..)| field.is_yes());
    if !is_said {
        findings.add(
            "informed/on",
            "Say when the child and family were told why this record is kept, about confidentiality and how to see it, \
             or tell them and note the date.",
        );
        return;
    }
    for (_, path, what) in parts.iter().filter(|(field, ..)| is_open(field)) {
        findings.add(path, format!("Say whether the child and family were told {what}."));
    }
}

/// `involvement/interpreter`
pub static INTERPRETER: Rule = Rule {
    id: "involvement/interpreter",
    severity: Severity::Warning,
    clauses: &["understandable-form"],
    summary: "Somebody’s first language is not English, or they have a communication need, and nothing is said of an interpreter or another form.",
    why: "Nobody can take part in what they cannot follow.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Nowak", "firstLanguage": "Polish" } }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Nowak", "firstLanguage": "Polish" },
        "informed": { "interpreter": "Not needed: the family speak English well and chose to" } }"#,
    check: Check::File(interpreter),
};

fn interpreter(file: &CaseFile, context: &Context, findings: &mut Findings) {
    // "None" is an answer: nobody wanted or needed one.
    let is_answered =
        |field: &Field<_>| field.has_answer() || Gap::read(field.text()) == Some(Gap::Nothing) && field.is_given();
    if is_answered(&file.informed.interpreter) || is_answered(&file.informed.form) {
        return;
    }
    let mut people = std::iter::once(&file.child).chain(file.people.iter());
    if people.any(needs_another_form) && !is_told(Kind::Interpreter, file, context) {
        findings.add(
            "informed/interpreter",
            "Say who interpreted, or in which other form this was explained. If neither was needed or wanted, say so.",
        );
    }
}

/// Whether somebody may not follow spoken or written English, and the file does not say
/// what helps.
fn needs_another_form(person: &Person) -> bool {
    let language = person.first_language.text();
    let needs = person.communication_needs.text();
    // English beside another language is English too.
    let is_foreign = person.first_language.has_answer()
        && (!speaks_of(Kind::English, language) || speaks_of(Kind::NotEnglish, language));
    let is_none = needs.eq_ignore_ascii_case("no") || speaks_of(Kind::NoNeed, needs);
    let has_need = person.communication_needs.has_answer() && !is_none;
    let helps = |words: &str| speaks_of(Kind::Interpreter, words) || speaks_of(Kind::OtherForm, words);
    let is_met = helps(language) || helps(needs);
    (is_foreign || has_need) && !is_met
}

/// Whether a text of the file or of its entries has such a term.
fn is_told(kind: Kind, file: &CaseFile, context: &Context) -> bool {
    let of_entries = || {
        file.entries
            .iter()
            .flat_map(|entry| std::iter::once(&entry.text).chain(entry.sections.iter().map(|section| &section.text)))
    };
    context.passages.iter().any(|passage| kinds_of(&passage.text).has(kind))
        || of_entries().any(|text| speaks_of(kind, text.text()))
}
