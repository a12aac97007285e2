//! Plain English: abbreviations that nobody explains, and words that a family would
//! not use.
//!
//! All of these leave alone what stands in quotation marks, names, terms that the
//! agency allows, and terms that the text itself explains.

mod abbreviations;
mod phrases;

use super::{Check, Rule};
use crate::check::{Context, Findings, Passage};
use crate::finding::Severity;
use crate::lexicon::Group;

/// `language/undefined-abbreviation`
pub static UNDEFINED_ABBREVIATION: Rule = Rule {
    id: "language/undefined-abbreviation",
    severity: Severity::Warning,
    clauses: &["few-technical-terms", "terms-defined"],
    summary: "An abbreviation is used and not explained.",
    why: "Families, and the child when grown up, cannot know what it stands for; and some stand for several things.",
    bad: "The CIN plan was reviewed with Mum.",
    good: "The child in need (CIN) plan was reviewed with Mum. The next CIN meeting is on 4 May.",
    check: Check::Text(abbreviations::check),
};

/// `language/jargon`
pub static JARGON: Rule = Rule {
    id: "language/jargon",
    severity: Severity::Warning,
    clauses: &["few-technical-terms", "terms-defined", "jargon-free"],
    summary: "A professional term is used that a family would not understand.",
    why: "A record is about a family. They should be able to read it without a translator.",
    bad: "Mum was signposted to the food bank.",
    good: "I gave Mum the address and opening times of the food bank.",
    check: Check::Text(jargon),
};

fn jargon(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Jargon, "families may not know this term", passage, context, findings);
}

/// `language/wordy`
pub static WORDY: Rule = Rule {
    id: "language/wordy",
    severity: Severity::Advice,
    clauses: &["plain-english"],
    summary: "Officialese stands where a shorter everyday word would do.",
    why: "Short words are read faster and misread less.",
    bad: "Mum rang prior to the visit.",
    good: "Mum rang before the visit.",
    check: Check::Text(wordy),
};

fn wordy(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Wordy, "there is a shorter way to say this", passage, context, findings);
}
