//! Plain English without prejudice: words that judge, blame, guess or hurt, short forms
//! that nobody explains, words that a family would not use, sentences too long to follow.
//!
//! All of these leave alone what stands in quotation marks, names, the child's own
//! words, terms that the agency allows, and terms that the text itself explains.

mod abbreviations;
pub(super) mod labels;
mod negation;
pub(crate) mod patterns;
mod people;
mod phrases;
pub(super) mod place;
pub(super) mod reports;
mod sentences;

use super::{Check, Rule};
use crate::check::{Context, Findings, Passage};
use crate::finding::Severity;
use crate::lexicon::Group;

/// `language/blaming`
pub static BLAMING: Rule = Rule {
    id: "language/blaming",
    severity: Severity::Warning,
    clauses: &["no-judgment-or-speculation", "sensitive-to-difference"],
    summary: "Words put the blame for harm on the person who was harmed.",
    why: "A child or parent who reads that it was their doing is hurt again, and the one who did the harm drops out \
          of sight.",
    bad: "Ava puts herself at risk by meeting him.",
    good: "Ava is at risk from a man aged 27 who contacts her online and asks her to meet him.",
    check: Check::Text(blaming),
};

fn blaming(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Blaming, "it can put the blame on the person who was harmed", passage, context, findings);
}

/// `language/insensitive`
pub static INSENSITIVE: Rule = Rule {
    id: "language/insensitive",
    severity: Severity::Warning,
    clauses: &["sensitive-to-difference"],
    summary: "An outdated or hurtful word is used for who somebody is or what they live with.",
    why: "People read their records. A word that belittles them stays with them, and says nothing that a fact would \
          not say better.",
    bad: "Mum’s brother is wheelchair-bound.",
    good: "Mum’s brother uses a wheelchair.",
    check: Check::Text(insensitive),
};

fn insensitive(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Insensitive, "this is outdated or can hurt", passage, context, findings);
}

/// `language/judgmental`
pub static JUDGMENTAL: Rule = Rule {
    id: "language/judgmental",
    severity: Severity::Warning,
    clauses: &["no-judgment-or-speculation"],
    summary: "A judgment on a person stands in place of what was seen or said.",
    why: "A label tells the next reader what to think and gives nothing to check. What was seen or said does.",
    bad: "Mum was hostile throughout.",
    good: "Mum stood in the doorway, shouted “get out” twice and did not let me in.",
    check: Check::Text(judgmental),
};

fn judgmental(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Judgmental, "it judges and does not say what happened", passage, context, findings);
}

/// `language/speculative`
pub static SPECULATIVE: Rule = Rule {
    id: "language/speculative",
    severity: Severity::Warning,
    clauses: &["no-judgment-or-speculation"],
    summary: "A guess of the writer is put as a statement.",
    why: "A guess that is not marked as one is read as a fact, and copied on as one.",
    bad: "Dad had probably been drinking.",
    good: "Dad’s breath smelt of beer and his speech was slurred. He told me that he had drunk four cans.",
    check: Check::Text(speculative),
};

fn speculative(passage: &Passage, context: &Context, findings: &mut Findings) {
    phrases::speak(Group::Speculative, "it puts a guess where a fact belongs", passage, context, findings);
}

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

/// `language/long-sentence`
pub static LONG_SENTENCE: Rule = Rule {
    id: "language/long-sentence",
    severity: Severity::Advice,
    clauses: &["plain-english"],
    summary: "A sentence is longer than the policy allows.",
    why: "In a long sentence it is easy to lose who did what to whom.",
    bad: "I visited Mum at home with the health visitor and we talked about the new school and the bus and the uniform \
          and the free meals and what Ava had said to her teacher about the move.",
    good: "I visited Mum at home with the health visitor. We talked about the new school, the bus, the uniform and the \
           free meals. Mum told us what Ava had said to her teacher about the move.",
    check: Check::Sentences(sentences::check),
};
