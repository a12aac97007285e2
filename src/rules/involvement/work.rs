//! The work: strengths, outcomes, reviews, and the world around the child.

use super::terms::{Kind, kinds_of, kinds_of_headings, says_when_reviewed};
use crate::calendar::age_on;
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::lexicon::table::Kinds;
use crate::record::{Entry, EntryType};
use crate::rules::{Check, Rule};

/// `involvement/strengths`
pub static STRENGTHS: Rule = Rule {
    id: "involvement/strengths",
    severity: Severity::Warning,
    clauses: &["no-judgment-or-speculation", "strengths-and-difficulties"],
    summary: "An assessment or a plan names difficulties and no strengths.",
    why: "Help builds on what goes well, and a family described by its troubles alone will not know itself.",
    bad: r#"{ "type": "assessment", "difficulties": "Jay misses two days of school a week." }"#,
    good: r#"{ "type": "assessment", "difficulties": "Jay misses two days of school a week.",
        "strengths": "Jay gets his sister to nursery every morning and has never missed football." }"#,
    check: Check::Entry(strengths),
};

fn strengths(entry: &Entry, context: &Context, findings: &mut Findings) {
    let is_asked = matches!(entry.entry_type.get(), Some(EntryType::Assessment | EntryType::Plan));
    if !is_asked || entry.strengths.has_answer() {
        return;
    }
    let mut texts = context.passages.iter().map(|passage| &passage.text);
    let has_difficulties = entry.difficulties.has_answer()
        || texts.clone().any(|text| !text.headings().is_empty() && kinds_of_headings(text).has(Kind::Difficulty));
    if has_difficulties && !texts.any(|text| kinds_of(text).has(Kind::Strength)) {
        findings
            .add("strengths", "Write down what goes well and what the family are good at, beside the difficulties.");
    }
}

/// `involvement/outcomes`
pub static OUTCOMES: Rule = Rule {
    id: "involvement/outcomes",
    severity: Severity::Warning,
    clauses: &["outcomes"],
    summary: "A plan has no planned outcomes, or a review no actual ones.",
    why: "Only who knows what should be different for the child can tell whether it is.",
    bad: r#"{ "type": "plan", "text": "The family support worker will visit on Tuesdays." }"#,
    good: r#"{ "type": "plan", "text": "The family support worker will visit on Tuesdays.",
        "plannedOutcomes": "Ava is in bed by eight on school nights and awake in class." }"#,
    check: Check::Entry(outcomes),
};

fn outcomes(entry: &Entry, context: &Context, findings: &mut Findings) {
    let says = |kind: Kind| context.passages.iter().any(|passage| kinds_of(&passage.text).has(kind));
    match entry.entry_type.get() {
        Some(EntryType::Plan) if !entry.planned_outcomes.has_answer() && !says(Kind::Planned) => {
            findings.add("plannedOutcomes", "Say what should be different for the child when this plan has worked.");
        }
        Some(EntryType::Review) if !entry.actual_outcomes.has_answer() && !says(Kind::Achieved) => {
            findings
                .add("actualOutcomes", "Say what has changed for the child since the plan was made, and what has not.");
        }
        _ => {}
    }
}

/// `involvement/review-date`
pub static REVIEW_DATE: Rule = Rule {
    id: "involvement/review-date",
    severity: Severity::Warning,
    clauses: &["review-of-services"],
    summary: "A plan does not say when it will be reviewed.",
    why: "A plan that nobody looks at again goes on whether it helps or not.",
    bad: r#"{ "type": "plan", "text": "Speech therapy once a week at nursery." }"#,
    good: r#"{ "type": "plan", "text": "Speech therapy once a week at nursery.", "reviewOn": "2026-06-04" }"#,
    check: Check::Entry(review_date),
};

fn review_date(entry: &Entry, context: &Context, findings: &mut Findings) {
    let is_plan = entry.entry_type.get() == Some(&EntryType::Plan);
    let is_given = !entry.review_on.is_blank() || entry.decisions.iter().any(|decision| !decision.review_on.is_blank());
    if is_plan && !is_given && !context.passages.iter().any(|passage| says_when_reviewed(&passage.text)) {
        findings.add("reviewOn", "Give the date on which this plan will be reviewed.");
    }
}

/// `involvement/context`
pub static CONTEXT: Rule = Rule {
    id: "involvement/context",
    severity: Severity::Advice,
    clauses: &["context", "multi-agency"],
    summary: "An assessment is silent on family, on education, on community and culture, or on other agencies.",
    why: "A child is understood within the family, the school, the street and the faith in which they live.",
    bad: r#"{ "type": "assessment", "text": "Ava lives with her mum and two brothers. She walks to Oak School. Her GP knows the family." }"#,
    good: r#"{ "type": "assessment", "text": "Ava lives with her mum and two brothers. She walks to Oak School. Her GP knows the family.",
        "context": { "communityAndCulture": "The family go to the Polish church, where Ava sings in the choir." } }"#,
    check: Check::Entry(surroundings),
};

/// The age in years from which children have places in nursery.
const NURSERY_AGE: u32 = 2;

fn surroundings(entry: &Entry, context: &Context, findings: &mut Findings) {
    if entry.entry_type.get() != Some(&EntryType::Assessment) {
        return;
    }
    let around = &entry.context;
    let areas = [
        (
            &around.family,
            Kind::Family,
            "context/family",
            "the child’s family: who they are, and what they mean to the child",
        ),
        (&around.education, Kind::Education, "context/education", "nursery, school or work"),
        (
            &around.community_and_culture,
            Kind::Community,
            "context/communityAndCulture",
            "the child’s community and culture: friends, faith, language, what matters to the family",
        ),
        (
            &around.other_agencies,
            Kind::Agency,
            "context/otherAgencies",
            "other agencies that know the family, or that none do",
        ),
    ];
    let texts = context.passages.iter().map(|passage| kinds_of(&passage.text));
    let said = texts.fold(Kinds::default(), Kinds::and);
    for (field, kind, path, what) in areas {
        let is_too_young = path == "context/education" && is_below_nursery_age(entry, context);
        if !field.has_answer() && !is_too_young && !said.has(kind) {
            findings.add(path, format!("If you can, say something of {what}."));
        }
    }
}

fn is_below_nursery_age(entry: &Entry, context: &Context) -> bool {
    let at = entry.event_at.get().unwrap_or(&context.now);
    let Some(child) = context.file.map(|file| &file.child) else { return false };
    match child.date_of_birth.get() {
        Some(birth) => age_on(birth.date, at.date).is_none_or(|age| age < NURSERY_AGE),
        None => child.date_of_birth.is_blank() && !child.expected_birth_date.is_blank(),
    }
}
