//! Who wrote it, and who told them.

use super::{Check, Rule};
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{Entry, Informant, Medium};

/// `author/missing-name`
pub static MISSING_NAME: Rule = Rule {
    id: "author/missing-name",
    severity: Severity::Error,
    clauses: &["author-identified", "paper-signed", "author-distinguishable"],
    summary: "The record does not name its author, or gives initials, a team or a post alone.",
    why: "Whoever reads this in twenty years must be able to tell who wrote it.",
    bad: r#"{ "author": { "name": "P.S.", "postTitle": "Social worker" } }"#,
    good: r#"{ "author": { "name": "Priya Shah", "postTitle": "Social worker" } }"#,
    check: Check::Entry(missing_name),
};

fn missing_name(entry: &Entry, _: &Context, findings: &mut Findings) {
    let path = "author/name";
    let name = entry.author.name.text();
    if !entry.author.name.has_answer() {
        findings.add(path, "Give the name of the person who wrote this record.");
    } else if is_initials(name) {
        findings.add(path, "Write the author’s name in full: initials do not say who it was.");
    } else if is_team(name) {
        findings.add(path, "Name the person who wrote this record, not the team or the post.");
    }
}

/// Single letters, or capitals that cannot be read as a name. One name alone is a name.
fn is_initials(name: &str) -> bool {
    let words = || name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_capitals = |word: &str| {
        let letters = word.chars().count();
        let vowels = word.chars().any(|letter| "AEIOUY".contains(letter));
        word.chars().all(|letter| letter.is_ascii_uppercase()) && (letters == 2 || letters == 3 && !vowels)
    };
    words().next().is_some()
        && (words().all(|word| word.chars().count() == 1) || words().count() == 1 && words().all(is_capitals))
}

/// A team, a service, or a post in place of a name.
fn is_team(name: &str) -> bool {
    const TEAMS: [&str; 5] = ["team", "service", "services", "admin", "edt"];
    const POSTS: [&str; 8] = ["duty", "social", "support", "family", "worker", "officer", "manager", "practitioner"];
    let has = |known: &[&str], word: &str| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    name.split_whitespace().any(|word| has(&TEAMS, word)) || name.split_whitespace().all(|word| has(&POSTS, word))
}

/// `author/missing-post-title`
pub static MISSING_POST_TITLE: Rule = Rule {
    id: "author/missing-post-title",
    severity: Severity::Error,
    clauses: &["author-identified", "paper-signed", "author-distinguishable"],
    summary: "The record does not give its author’s post title.",
    why: "A reader needs to know in what role the author saw, heard and decided.",
    bad: r#"{ "author": { "name": "Priya Shah" } }"#,
    good: r#"{ "author": { "name": "Priya Shah", "postTitle": "Social worker" } }"#,
    check: Check::Entry(missing_post_title),
};

fn missing_post_title(entry: &Entry, _: &Context, findings: &mut Findings) {
    if !entry.author.post_title.has_answer() {
        findings.add("author/postTitle", "Give the post title of the person who wrote this record.");
    }
}

/// `author/missing-completion-time`
pub static MISSING_COMPLETION_TIME: Rule = Rule {
    id: "author/missing-completion-time",
    severity: Severity::Error,
    clauses: &["author-identified"],
    summary: "A computer record does not give the date and time at which it was completed.",
    why: "Without both nobody can tell how fresh the memory was, or which of two records came first.",
    bad: r#"{ "recordedAt": "2026-03-04" }"#,
    good: r#"{ "recordedAt": "2026-03-04T16:40" }"#,
    check: Check::Entry(missing_completion_time),
};

fn missing_completion_time(entry: &Entry, _: &Context, findings: &mut Findings) {
    let on_computer = !matches!(entry.medium.get(), Some(Medium::Paper | Medium::Audio | Medium::Video));
    // A draft is stamped when it is submitted.
    if !on_computer || entry.draft.is_yes() {
        return;
    }
    let path = "recordedAt";
    if entry.recorded_at.is_blank() {
        findings.add(path, "Give the date and time at which this record was completed.");
    } else if entry.recorded_at.get().is_some_and(|moment| moment.time.is_none()) {
        findings.add(path, "Give the time at which this record was completed, beside the date.");
    }
}

/// `author/unsigned`
pub static UNSIGNED: Rule = Rule {
    id: "author/unsigned",
    severity: Severity::Error,
    clauses: &["complete-form", "paper-signed", "author-distinguishable"],
    summary: "A paper record, or a form that asks for a signature, is not signed, dated and the name printed.",
    why: "On paper the signature, its date and a name that can be read are all that says who wrote it and when.",
    bad: r#"{ "medium": "paper", "signature": { "name": "P. Shah", "printedName": "Priya Shah" } }"#,
    good: r#"{ "medium": "paper",
        "signature": { "name": "P. Shah", "printedName": "Priya Shah", "signedAt": "4 March 2026" } }"#,
    check: Check::Entry(unsigned),
};

fn unsigned(entry: &Entry, _: &Context, findings: &mut Findings) {
    let signature = &entry.signature;
    let on_paper = matches!(entry.medium.get(), Some(Medium::Paper));
    if !on_paper && !signature.present {
        return;
    }
    let by_hand = on_paper || signature.handwritten.is_yes();
    if !signature.name.has_answer() && !signature.handwritten.is_yes() {
        findings.add("signature/name", "Sign this record, and date the signature.");
        return;
    }
    if signature.signed_at.is_blank() {
        findings.add("signature/signedAt", "Date the signature.");
    }
    if !signature.printed_name.has_answer() && (by_hand || signature.legible.is_no()) {
        findings.add("signature/printedName", "Print the name beside the signature, so that it can be read.");
    }
}

/// `author/unnamed-informant`
pub static UNNAMED_INFORMANT: Rule = Rule {
    id: "author/unnamed-informant",
    severity: Severity::Error,
    clauses: &["named-informant"],
    summary: "The author was not there, and the record does not say who gave the information.",
    why: "A reader must be able to go back to the person who saw or heard it.",
    bad: r#"{ "author": { "name": "Priya Shah", "firstHand": false } }"#,
    good: r#"{ "author": { "name": "Priya Shah", "firstHand": false },
        "informants": [{ "name": "Tom Ellis", "role": "Teacher" }] }"#,
    check: Check::Entry(unnamed_informant),
};

fn unnamed_informant(entry: &Entry, _: &Context, findings: &mut Findings) {
    if !entry.author.first_hand.is_no() {
        return;
    }
    let mut known = entry.informants.iter().chain(entry.sections.iter().map(|section| &section.informant));
    if known.any(is_named) {
        return;
    }
    let message = "Say who gave you this information: their name and their role, \
                   or that they stayed anonymous and how the information arrived.";
    let filled =
        entry.informants.iter().position(|informant| informant.name.has_answer() || informant.anonymous.is_yes());
    let path = match filled.and_then(|index| Some((index, entry.informants.get(index)?))) {
        Some((index, informant)) if informant.anonymous.is_yes() => format!("informants/{index}/how"),
        Some((index, _)) => format!("informants/{index}/role"),
        None => "informants/0/name".to_owned(),
    };
    findings.add(&path, message);
}

/// Name and role, or anonymous with the way in which the information arrived.
pub(super) fn is_named(informant: &Informant) -> bool {
    let role = informant.role.has_answer() || informant.post_title.has_answer();
    informant.name.has_answer() && role || informant.anonymous.is_yes() && informant.how.has_answer()
}

/// `author/informant-sign-off`
pub static INFORMANT_SIGN_OFF: Rule = Rule {
    id: "author/informant-sign-off",
    severity: Severity::Advice,
    clauses: &["informant-signs"],
    summary: "Nothing shows that the person who gave the information has read and signed the record.",
    why: "Whoever was there can best say whether it was written down right.",
    bad: r#"{ "author": { "firstHand": false }, "informants": [{ "name": "Tom Ellis", "role": "Teacher" }] }"#,
    good: r#"{ "author": { "firstHand": false },
        "informants": [{ "name": "Tom Ellis", "role": "Teacher", "readAndSigned": true, "postTitle": "Head of Year 5" }] }"#,
    check: Check::Entry(informant_sign_off),
};

fn informant_sign_off(entry: &Entry, _: &Context, findings: &mut Findings) {
    for (index, informant) in entry.informants.iter().enumerate() {
        let asked = informant.name.has_answer() && !informant.anonymous.is_yes() && !is_family(informant.role.text());
        if !asked {
            continue;
        }
        if !informant.read_and_signed.is_yes() {
            let path = format!("informants/{index}/readAndSigned");
            findings.add(&path, "If you can, let the person who gave this information read the record, sign it and state their post title.");
        } else if informant.post_title.is_blank() {
            let path = format!("informants/{index}/postTitle");
            findings.add(&path, "Give the post title of the person who read and signed this record.");
        }
    }
}

/// Whether the role is that of a child or a member of a family, who are not asked to sign.
fn is_family(role: &str) -> bool {
    const FAMILY: [&str; 36] = [
        "child",
        "young",
        "baby",
        "son",
        "daughter",
        "mother",
        "mum",
        "mam",
        "mom",
        "father",
        "dad",
        "parent",
        "parents",
        "stepmother",
        "stepfather",
        "stepdad",
        "stepmum",
        "brother",
        "sister",
        "sibling",
        "grandmother",
        "grandfather",
        "grandparent",
        "grandma",
        "grandad",
        "granddad",
        "nan",
        "nana",
        "gran",
        "aunt",
        "auntie",
        "uncle",
        "cousin",
        "relative",
        "family",
        "partner",
    ];
    // A family support worker is no member of the family.
    const WORK: [&str; 16] = [
        "worker",
        "practitioner",
        "officer",
        "nurse",
        "manager",
        "support",
        "teacher",
        "teaching",
        "school",
        "doctor",
        "gp",
        "midwife",
        "visitor",
        "therapist",
        "foster",
        "liaison",
    ];
    let has = |words: &[&str]| {
        role.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
    };
    has(&FAMILY) && !has(&WORK)
}
