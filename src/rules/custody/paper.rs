//! The paper file that goes with an electronic record.

use std::borrow::Cow;

use crate::calendar::Moment;
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::gap::without_letter;
use crate::record::shape::same_letters;
use crate::record::{CaseFile, Field, Medium, shape_at};
use crate::rules::{Check, Rule};

/// `custody/paper-location`
pub static PAPER_LOCATION: Rule = Rule {
    id: "custody/paper-location",
    severity: Severity::Error,
    clauses: &["paper-location"],
    summary: "Something is held on paper, and the electronic record does not say what and where.",
    why: "Whoever reads the screen has to know that there is more, and where to find it.",
    bad: r#"{ "kind": "file", "volumes": [{ "number": 1 }] }"#,
    good: r#"{ "kind": "file", "volumes": [{ "number": 1 }],
        "paper": { "source": "Records of the health visitor from 2019 to 2021", "location": "Civic offices, room 12" } }"#,
    check: Check::File(paper_location),
};

fn paper_location(file: &CaseFile, _: &Context, findings: &mut Findings) {
    let has_entries = file.entries.iter().any(|entry| entry.medium.get() == Some(&Medium::Paper));
    if !is_on_paper(file) && !has_entries {
        return;
    }
    if !file.paper.source.has_answer() {
        findings.add("paper/source", "Say what is held on paper: which part of the record, and where it came from.");
    }
    if !file.paper.location.has_answer() {
        findings.add("paper/location", "Say where the paper is kept.");
    }
}

/// Whether the file is on paper, or has a paper file beside it.
fn is_on_paper(file: &CaseFile) -> bool {
    let paper = &file.paper;
    let details = &paper.details;
    let words =
        [&paper.source, &paper.location, &paper.storage, &paper.reference_number, &details.full_name, &details.address];
    file.medium.get() == Some(&Medium::Paper)
        || !file.volumes.is_empty()
        || words.iter().any(|field| !field.is_blank())
        || !details.date_of_birth.is_blank()
}

/// `custody/paper-mismatch`
pub static PAPER_MISMATCH: Rule = Rule {
    id: "custody/paper-mismatch",
    severity: Severity::Error,
    clauses: &["electronic-matches-paper"],
    summary: "A detail on the paper file differs from the electronic record.",
    why: "Two files that disagree may be two children’s, and each will be believed by somebody.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2017-05-02" },
        "paper": { "details": { "fullName": "Ava Jones", "dateOfBirth": "2017-05-12" } } }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2017-05-02" },
        "paper": { "details": { "fullName": "AVA JONES", "dateOfBirth": "2 May 2017" } } }"#,
    check: Check::File(paper_mismatch),
};

fn paper_mismatch(file: &CaseFile, context: &Context, findings: &mut Findings) {
    let (screen, paper) = (&file.child, &file.paper.details);
    let same_home = |one: &str, other: &str| same_address(one, other, [&screen.postcode, &paper.postcode]);
    let compared = [
        ("paper/details/fullName", agree(&screen.full_name, &paper.full_name, same_name)),
        ("paper/details/address", agree(&screen.address, &paper.address, same_home)),
        ("paper/details/dateOfBirth", same_day(&screen.date_of_birth, &paper.date_of_birth)),
        ("paper/details/ethnicity", agree(&screen.ethnicity, &paper.ethnicity, same_answer)),
        ("paper/details/religion", agree(&screen.religion, &paper.religion, same_answer)),
        ("paper/details/firstLanguage", agree(&screen.first_language, &paper.first_language, same_answer)),
        ("paper/details/expectedBirthDate", same_day(&screen.expected_birth_date, &paper.expected_birth_date)),
        ("paper/details/nhsNumber", agree(&screen.nhs_number, &paper.nhs_number, same_letters)),
        ("paper/details/upn", agree(&screen.upn, &paper.upn, same_letters)),
        ("paper/details/postcode", agree(&screen.postcode, &paper.postcode, same_letters)),
        ("paper/referenceNumber", agree(&file.reference_number, &file.paper.reference_number, same_letters)),
    ];
    for (path, _) in compared.into_iter().filter(|(_, agree)| !agree) {
        let label = shape_at(context.parts, path).and_then(|(_, mut labels)| labels.pop()).unwrap_or_default();
        findings.add(
            path,
            format!("Check {label}: the paper file and this record differ. Put right the one that is wrong."),
        );
    }
}

type Words<'r> = Field<Cow<'r, str>>;

/// Whether two answers say the same; where one is missing there is nothing to compare.
fn agree(one: &Words, other: &Words, is_same: impl Fn(&str, &str) -> bool) -> bool {
    !one.is_given()
        || !other.is_given()
        || !one.has_answer()
        || !other.has_answer()
        || is_same(one.text(), other.text())
}

fn same_day(one: &Field<Moment>, other: &Field<Moment>) -> bool {
    one.get().zip(other.get()).is_none_or(|(one, other)| one.date == other.date)
}

/// "Jones, Ava" is Ava Jones.
fn same_name(one: &str, other: &str) -> bool {
    let in_order = |name: &str| match name.split_once(',') {
        Some((last, first)) => format!("{first} {last}"),
        None => name.to_owned(),
    };
    same_letters(&in_order(one), &in_order(other))
}

/// Some write the postcode behind the address, some into a field of its own.
fn same_address(one: &str, other: &str, postcodes: [&Words; 2]) -> bool {
    let street = |address: &str| {
        let letters = letters_of(address);
        let mut ends = postcodes.iter().map(|postcode| letters_of(postcode.text()));
        let street = ends.find_map(|end| letters.strip_suffix(&end).filter(|_| !end.is_empty()).map(str::to_owned));
        street.unwrap_or(letters)
    };
    street(one) == street(other)
}

fn letters_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A code and its words cannot be compared without the agency’s list of codes.
fn same_answer(one: &str, other: &str) -> bool {
    let (one, other) = (without_letter(one), without_letter(other));
    is_code(one) != is_code(other) || same_letters(one, other)
}

fn is_code(answer: &str) -> bool {
    (2..=4).contains(&answer.len()) && answer.chars().all(|letter| letter.is_ascii_uppercase())
}

/// `custody/paper-storage`
pub static PAPER_STORAGE: Rule = Rule {
    id: "custody/paper-storage",
    severity: Severity::Warning,
    clauses: &["paper-fixed", "locked-storage"],
    summary: "There is a paper file, and nothing says how it is kept locked and its papers fixed.",
    why: "A loose sheet is soon in another family’s file, and an open shelf is open to everybody.",
    bad: r#"{ "kind": "file", "medium": "paper", "paper": { "location": "Civic offices, room 12" } }"#,
    good: r#"{ "kind": "file", "medium": "paper",
        "paper": { "location": "Civic offices, room 12", "storage": "Locked cabinet; papers on tags, in date order" } }"#,
    check: Check::File(paper_storage),
};

fn paper_storage(file: &CaseFile, _: &Context, findings: &mut Findings) {
    if is_on_paper(file) && !file.paper.storage.has_answer() {
        findings.add("paper/storage", "Say how the paper file is locked away, and how its papers are fixed in it.");
    }
}
