//! Facts, opinions, sources and decisions, told apart.
//!
//! What a form leaves open is an error; what a text only suggests is a warning at
//! most. A text is left alone wherever a sentence, or one beside it, may hold what is
//! asked for, and so is what stands in quotation marks, a question, a condition, a plan.

mod account;
mod conclusions;
mod decisions;
mod evaluations;
mod opinions;
mod reports;
mod rulings;
mod terms;

use std::ops::Range;

use super::author::is_named;
use super::{Check, Rule};
use crate::check::{Context, Findings, Passage};
use crate::finding::Severity;
use crate::lexicon::{Group, Phrase};
use crate::record::{Decision, Entry, Section, SectionKind, Source};
pub(crate) use account::Account;
use account::Reading;
use terms::Kind;

/// `evidence/kind-missing`
pub static KIND_MISSING: Rule = Rule {
    id: "evidence/kind-missing",
    severity: Severity::Error,
    clauses: &["kinds-distinguished"],
    summary: "A section does not say whether it is a fact, an opinion, an assessment, a judgment or a decision.",
    why: "An opinion that is read as a fact can follow a family for years.",
    bad: r#"{ "sections": [{ "source": "firstHand", "text": "Ava had no coat on." }] }"#,
    good: r#"{ "sections": [{ "kind": "fact", "source": "firstHand", "text": "Ava had no coat on." }] }"#,
    check: Check::Entry(kind_missing),
};

fn kind_missing(entry: &Entry, _: &Context, findings: &mut Findings) {
    for (index, section) in sections(entry) {
        if section.kind.is_blank() {
            findings.add(
                &format!("sections/{index}/kind"),
                "Say what this section is: fact, opinion, assessment, judgment or decision.",
            );
        }
    }
}

/// `evidence/source-missing`
pub static SOURCE_MISSING: Rule = Rule {
    id: "evidence/source-missing",
    severity: Severity::Error,
    clauses: &["first-or-third-hand"],
    summary: "A section does not say whether its writer saw or heard it, or was told.",
    why: "What the writer saw and what somebody told the writer do not weigh the same.",
    bad: r#"{ "sections": [{ "kind": "fact", "text": "Ava had no coat on." }] }"#,
    good: r#"{ "sections": [{ "kind": "fact", "source": "firstHand", "text": "Ava had no coat on." }] }"#,
    check: Check::Entry(source_missing),
};

fn source_missing(entry: &Entry, _: &Context, findings: &mut Findings) {
    for (index, section) in sections(entry) {
        if section.source.is_blank() {
            findings.add(
                &format!("sections/{index}/source"),
                "Say whether this is first-hand, or comes from somebody else (third-party).",
            );
        }
    }
}

/// `evidence/unnamed-source`
pub static UNNAMED_SOURCE: Rule = Rule {
    id: "evidence/unnamed-source",
    severity: Severity::Error,
    clauses: &["named-informant", "first-or-third-hand"],
    summary: "Somebody else gave the information, and the record does not say who: name and role.",
    why: "A reader must be able to go back to the person who saw or heard it, and to judge how they could know.",
    bad: r#"{ "sections": [{ "kind": "fact", "source": "thirdParty", "text": "Ava was late on three days." }] }"#,
    good: r#"{ "sections": [{ "kind": "fact", "source": "thirdParty", "text": "Ava was late on three days.",
        "informant": { "name": "Tom Ellis", "role": "Teacher" } }] }"#,
    check: Check::Entry(unnamed_source),
};

fn unnamed_source(entry: &Entry, _: &Context, findings: &mut Findings) {
    // One person who told it all need not be named again.
    let told_it_all = || matches!(&entry.informants[..], [informant] if is_named(informant));
    for (index, section) in sections(entry) {
        let informant = &section.informant;
        if section.source.get() != Some(&Source::ThirdParty) || is_named(informant) || told_it_all() {
            continue;
        }
        let (part, message) = if informant.anonymous.is_yes() {
            ("how", "Say how this information arrived, for example by phone or by letter.")
        } else if informant.name.has_answer() {
            ("role", "Give the role of the person who gave this information.")
        } else {
            (
                "name",
                "Say who gave this information: their name and their role, \
                 or that they stayed anonymous and how the information arrived.",
            )
        };
        findings.add(&format!("sections/{index}/informant/{part}"), message);
    }
}

/// `evidence/unmarked-opinion`
pub static UNMARKED_OPINION: Rule = Rule {
    id: "evidence/unmarked-opinion",
    severity: Severity::Warning,
    clauses: &["opinion-or-fact", "kinds-distinguished"],
    summary: "An opinion stands among facts, and nothing says that it is one.",
    why: "Opinions belong in a record. Those who read it must be able to tell them from what happened.",
    bad: "I visited at 4 pm. I feel that Mum is not coping.",
    good: "I visited at 4 pm. In my professional opinion Mum needs more help: she has slept two hours a night since Sunday.",
    check: Check::Text(unmarked_opinion),
};

fn unmarked_opinion(passage: &Passage, context: &Context, findings: &mut Findings) {
    if !is_narrative(passage) || is_opinion(passage, context) {
        return;
    }
    let reading = Reading::of(passage);
    let (held, unowned): (Vec<_>, Vec<_>) = opinions::unmarked(reading).partition(|(_, is_held)| *is_held);
    let words = |found: Vec<(Range<usize>, bool)>| found.into_iter().map(|(words, _)| words);
    let message =
        "This reads as an opinion. Say that it is one, whose it is, and what you saw or heard that it rests on.";
    let of_patterns = opinions::of_patterns(reading).filter(|words| !is_judged(passage, context, words));
    let held = words(held).chain(opinions::of_worth(reading)).chain(opinions::of_loyalty(reading));
    mark_terms(passage, one_each(reading, held, of_patterns), message, findings);
    let message = "Say whose opinion this is, and what it rests on.";
    mark_terms(passage, words(unowned), message, findings);
}

/// `evidence/opinion-without-basis`
pub static OPINION_WITHOUT_BASIS: Rule = Rule {
    id: "evidence/opinion-without-basis",
    severity: Severity::Advice,
    clauses: &["kinds-distinguished"],
    summary: "An opinion, assessment or judgment stands without the evidence for it.",
    why: "With the evidence beside it others can weigh an opinion, and the family can answer it.",
    bad: r#"{ "sections": [{ "kind": "opinion", "source": "firstHand", "text": "Ava is safer than in May." }] }"#,
    good: r#"{ "sections": [{ "kind": "opinion", "source": "firstHand", "text": "Ava is safer than in May.",
        "basis": "She has been at school every day since 1 June and has told her teacher that she sleeps at home." }] }"#,
    check: Check::Entry(opinion_without_basis),
};

fn opinion_without_basis(entry: &Entry, context: &Context, findings: &mut Findings) {
    for (index, section) in sections(entry) {
        let says_why = || {
            says(
                context,
                &format!("sections/{index}/text"),
                &[Kind::Reasoned, Kind::Purpose, Kind::Observed, Kind::Source],
            )
        };
        if is_kind_of_opinion(section) && !section.basis.has_answer() && section.text.has_answer() && !says_why() {
            findings.add(&format!("sections/{index}/basis"), "Say what you saw, heard or read that this rests on.");
        }
    }
}

/// `evidence/unattributed-report`
pub static UNATTRIBUTED_REPORT: Rule = Rule {
    id: "evidence/unattributed-report",
    severity: Severity::Warning,
    clauses: &["first-or-third-hand"],
    summary: "Something is passed on from hearsay, and nothing says who said it.",
    why: "Without its source a rumour reads like a fact, and nobody can check it.",
    bad: "It was reported that Mum shouts at Ava.",
    good: "Tom Ellis, Ava’s teacher, told me by phone that he heard Mum shout at Ava on 3 March.",
    check: Check::Text(unattributed_report),
};

fn unattributed_report(passage: &Passage, context: &Context, findings: &mut Findings) {
    if is_narrative(passage) && !has_named_informant(passage, context) {
        let message = "Say who told you this: their name or their role, and when.";
        mark_terms(passage, reports::unattributed(Reading::of(passage)), message, findings);
    }
}

/// `evidence/vague`
pub static VAGUE: Rule = Rule {
    id: "evidence/vague",
    severity: Severity::Advice,
    clauses: &["relevant-and-sufficient"],
    summary: "A conclusion stands in the place of what was seen or said.",
    why: "Others can only see how a child was if the record says what the child did, said and looked like.",
    bad: "I saw Ava at home. Ava presented as fine.",
    good: "I saw Ava at home. Ava presented as fine: she laughed, showed me her drawings and ate her tea.",
    check: Check::Text(vague),
};

fn vague(passage: &Passage, context: &Context, findings: &mut Findings) {
    if is_narrative(passage) && !is_opinion(passage, context) {
        let message = "Say what you saw or heard that led you to this.";
        let reading = Reading::of(passage);
        let of_grammar = conclusions::of_worth(reading).chain(conclusions::of_manner(reading));
        let of_patterns = conclusions::of_patterns(reading).filter(|words| !is_judged(passage, context, words));
        let found = conclusions::bare(reading).chain(of_grammar);
        mark_terms(passage, apart(found, of_patterns), message, findings);
    }
}

/// `evidence/decision-without-maker`
pub static DECISION_WITHOUT_MAKER: Rule = Rule {
    id: "evidence/decision-without-maker",
    severity: Severity::Error,
    clauses: &["decision-who-why"],
    summary: "A decision does not say who made it.",
    why: "Somebody answers for every decision about a child, and the child may want to ask them.",
    bad: r#"{ "decisions": [{ "what": "Close the case", "reasons": "The plan’s goals are met." }] }"#,
    good: r#"{ "decisions": [{ "what": "Close the case", "reasons": "The plan’s goals are met.",
        "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" } }] }"#,
    check: Check::EntryAndText(decision_without_maker, told_without_maker),
};

fn decision_without_maker(entry: &Entry, context: &Context, findings: &mut Findings) {
    for (index, decision) in made(entry) {
        let maker = &decision.made_by;
        let is_said = || says(context, &format!("decisions/{index}/what"), &[Kind::Made]);
        if !maker.name.has_answer() && !maker.post_title.has_answer() && !maker.agency.has_answer() && !is_said() {
            findings.add(
                &format!("decisions/{index}/madeBy/name"),
                "Say who made this decision: their name and their role.",
            );
        }
    }
}

fn told_without_maker(passage: &Passage, context: &Context, findings: &mut Findings) {
    for decision in told(passage, context).iter().filter(|decision| !decision.has_maker) {
        // One stretch of text gets one finding.
        let message = if decision.has_reasons || decision.told.is_empty() {
            "Say who decided this: their name or their role."
        } else {
            "Say who decided this, by name or role, and why."
        };
        mark_decision(passage, decision.told.clone(), message, findings);
    }
}

/// `evidence/decision-without-reasons`
pub static DECISION_WITHOUT_REASONS: Rule = Rule {
    id: "evidence/decision-without-reasons",
    severity: Severity::Error,
    clauses: &["decision-who-why"],
    summary: "A decision does not say why it was made.",
    why: "The reasons show that the decision was weighed, and let others see when it no longer holds.",
    bad: r#"{ "decisions": [{ "what": "Close the case", "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" } }] }"#,
    good: r#"{ "decisions": [{ "what": "Close the case", "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" },
        "reasons": "The plan’s goals are met." }] }"#,
    check: Check::EntryAndText(decision_without_reasons, told_without_reasons),
};

fn decision_without_reasons(entry: &Entry, context: &Context, findings: &mut Findings) {
    for (index, decision) in made(entry) {
        let is_said = || says(context, &format!("decisions/{index}/what"), &[Kind::Reasoned]);
        if !decision.reasons.has_answer() && !is_said() {
            findings.add(&format!("decisions/{index}/reasons"), "Say why this was decided.");
        }
    }
}

fn told_without_reasons(passage: &Passage, context: &Context, findings: &mut Findings) {
    for decision in told(passage, context).iter().filter(|decision| !decision.has_reasons) {
        mark_decision(
            passage,
            decision.told.clone(),
            "Say why this was decided, in this sentence or the next.",
            findings,
        );
    }
}

/// Marks the words, or the passage where there are none.
fn mark_decision(passage: &Passage, words: Range<usize>, message: &str, findings: &mut Findings) {
    if words.is_empty() {
        findings.add(&passage.path, message);
    } else {
        findings.mark(passage, passage.text.range(passage.text.span_of(words)), message, Vec::new(), 1);
    }
    findings.at_most(Severity::Warning);
}

/// The decisions that a text tells of, where the record has no fields for them that are filled.
fn told<'p>(passage: &'p Passage, context: &Context) -> &'p [decisions::Decision] {
    let has_fields = context.entry.is_some_and(|entry| made(entry).next().is_some());
    if !is_narrative(passage) || has_fields {
        return &[];
    }
    Account::decisions(passage, |reading| {
        let is_decision =
            section_of(passage, context).is_some_and(|section| section.kind.get() == Some(&SectionKind::Decision));
        let mut told = if is_decision { vec![decisions::whole(reading)] } else { decisions::decisions(reading) };
        let is_by_author = || context.entry.is_some_and(|entry| is_decider(entry.author.post_title.text()));
        let by_author = !told.is_empty() && is_by_author();
        for decision in &mut told {
            decision.has_maker |= by_author;
        }
        told
    })
}

/// Of each sentence the words that come first.
fn one_each(
    reading: Reading,
    found: impl Iterator<Item = Range<usize>>,
    of_patterns: impl Iterator<Item = Range<usize>>,
) -> impl Iterator<Item = Range<usize>> {
    let mut last = None;
    apart(found, of_patterns).filter(move |words| {
        let sentence = reading.sentence_of(words.start);
        last.replace(sentence) != Some(sentence)
    })
}

/// The words in their order, with those that patterns find where these stand apart from the others.
fn apart(
    found: impl Iterator<Item = Range<usize>>,
    of_patterns: impl Iterator<Item = Range<usize>>,
) -> impl Iterator<Item = Range<usize>> {
    let found = found.map(|words| (words, false)).chain(of_patterns.map(|words| (words, true)));
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(words, is_of_pattern)| (words.start, *is_of_pattern, words.end));
    // From behind, whatever stands in the way of what a pattern found begins within its words.
    let mut next = usize::MAX;
    found.reverse();
    found.retain(|(words, is_of_pattern)| {
        if !is_of_pattern {
            next = words.start;
        }
        !is_of_pattern || words.end <= next
    });
    found.reverse();
    let mut end = 0;
    found.retain(|(words, _)| {
        let is_apart = words.start >= end;
        end = end.max(words.end);
        is_apart
    });
    found.into_iter().map(|(words, _)| words)
}

/// Whether a rule about language speaks of the same words: one question about them is enough.
fn is_judged(passage: &Passage, context: &Context, words: &Range<usize>) -> bool {
    let judges = |phrase: &Phrase| phrase.group != Group::Silent;
    let phrases = passage.phrases.iter();
    let mut over = phrases.filter(|found| found.words.start < words.end && words.start < found.words.end);
    over.any(|found| context.policy.lexicon.phrase(found.phrase).is_some_and(judges))
}

/// Marks each term once, where it stands first, with a count.
fn mark_terms(passage: &Passage, found: impl Iterator<Item = Range<usize>>, message: &str, findings: &mut Findings) {
    let mut terms: Vec<(String, Range<usize>, u32)> = Vec::new();
    for words in found {
        let term = passage.text.slice(passage.text.span_of(words.clone())).to_lowercase();
        match terms.iter_mut().find(|(known, ..)| *known == term) {
            Some((.., count)) => *count += 1,
            None => terms.push((term, words, 1)),
        }
    }
    for (_, words, count) in terms {
        findings.mark(passage, passage.text.range(passage.text.span_of(words)), message, Vec::new(), count);
    }
}

/// The sections in which something stands, and their places.
fn sections<'e>(entry: &'e Entry<'e>) -> impl Iterator<Item = (usize, &'e Section<'e>)> {
    entry.sections.iter().enumerate().filter(|(_, section)| !section.text.is_blank() || !section.basis.is_blank())
}

/// The decisions that the record's fields tell of, and their places; empty rows of a form left out.
fn made<'e>(entry: &'e Entry<'e>) -> impl Iterator<Item = (usize, &'e Decision<'e>)> {
    entry.decisions.iter().enumerate().filter(|(_, decision)| {
        let maker = &decision.made_by;
        let is_about_one = decision.reasons.has_answer() || maker.name.has_answer() || decision.made_on.is_given();
        decision.what.has_answer() || decision.what.is_blank() && is_about_one
    })
}

/// Whether the text at the path has a sentence that comes to one of these.
fn says(context: &Context, path: &str, kinds: &[Kind]) -> bool {
    let passage = context.passages.iter().find(|passage| passage.path == path);
    passage.is_some_and(|passage| {
        let reading = Reading::of(passage);
        (0..passage.text.sentences().len()).any(|sentence| kinds.iter().any(|kind| reading.signs(sentence).has(*kind)))
    })
}

/// Whether the passage tells what happened: the text of an entry, or of one of its sections.
fn is_narrative(passage: &Passage) -> bool {
    let path = passage.path.as_str();
    path.is_empty() || path == "text" || section_index(path).is_some()
}

/// The place of the section whose text stands at the path.
fn section_index(path: &str) -> Option<usize> {
    path.strip_prefix("sections/")?.strip_suffix("/text")?.parse().ok()
}

fn section_of<'c>(passage: &Passage, context: &Context<'c>) -> Option<&'c Section<'c>> {
    context.entry?.sections.get(section_index(&passage.path)?)
}

fn is_kind_of_opinion(section: &Section) -> bool {
    matches!(section.kind.get(), Some(SectionKind::Opinion | SectionKind::Assessment | SectionKind::Judgment))
}

/// Whether the passage is a section that says it is no account of facts.
fn is_opinion(passage: &Passage, context: &Context) -> bool {
    section_of(passage, context)
        .is_some_and(|section| is_kind_of_opinion(section) || section.kind.get() == Some(&SectionKind::Decision))
}

/// Whether the record's fields name who told what stands in the passage.
fn has_named_informant(passage: &Passage, context: &Context) -> bool {
    let is_known = |informant: &crate::record::Informant| {
        informant.name.has_answer() || informant.role.has_answer() || informant.anonymous.is_yes()
    };
    section_of(passage, context).is_some_and(|section| is_known(&section.informant))
        || context.entry.is_some_and(|entry| entry.informants.iter().any(is_known))
}

/// Whether whoever holds the post decides: a manager, a judge.
fn is_decider(post_title: &str) -> bool {
    let text = crate::text::Text::new(post_title);
    terms::terms_of(&text).iter().any(|(kinds, _)| kinds.has(Kind::Decider))
}
