//! Decisions that a text tells of, and what it does not tell about them.

use std::ops::Range;

use super::account::Reading;
use super::opinions::decides;
use super::terms::Kind;
use crate::lexicon::table::Kinds;
use crate::text::Heading;

/// A decision in a text.
#[derive(Debug)]
pub struct Decision {
    /// The words that tell of it: "it was decided". Empty where the whole text does.
    pub told: Range<usize>,
    /// Whether the text says who decided.
    pub has_maker: bool,
    /// Whether it says why.
    pub has_reasons: bool,
}

/// How far from a decision's verb the words can stand that tell what sort of decision it is.
const FAR: usize = 6;

/// The decisions of a text: those under a heading that says so, and those in sentences,
/// of which each tells of one.
pub fn decisions(reading: Reading) -> Vec<Decision> {
    let headings = reading.text.headings();
    let has_heading = |kind: Kind| headings.iter().any(|heading| reading.heading_has(heading, kind));
    let (has_rationale, has_maker) = (has_heading(Kind::Rationale), has_heading(Kind::Maker));
    let next = headings.iter().skip(1).map(|next| next.first_word as usize).chain([reading.text.words().len()]);
    let ends = headings.iter().zip(next).map(|(heading, next)| end_of_label(reading, heading, next));
    let labelled = headings.iter().zip(ends).filter_map(|(heading, end)| labelled(reading, heading, end));
    let mut last = None;
    let told = reading.statements().filter_map(|(kinds, words, sentence)| {
        let is_new = last != Some(sentence);
        let decision = told(reading, kinds, words, sentence).filter(|_| is_new)?;
        last = Some(sentence);
        Some(decision)
    });
    let mut decisions: Vec<_> = labelled.chain(told).collect();
    for decision in &mut decisions {
        decision.has_maker |= has_maker;
        decision.has_reasons |= has_rationale;
    }
    decisions
}

/// The decision that a text as a whole is. It has no words of its own.
pub fn whole(reading: Reading) -> Decision {
    let has_rationale = reading.text.headings().iter().any(|heading| reading.heading_has(heading, Kind::Rationale));
    let decision = section(reading, 0..0, 0..reading.text.words().len());
    Decision { has_reasons: decision.has_reasons || has_rationale, ..decision }
}

/// Where the words end that belong to the heading: on its own line, if they begin there.
fn end_of_label(reading: Reading, heading: &Heading, next: usize) -> usize {
    let line = reading.text.line_at(heading.span.start).map_or(0, |line| line.span.end);
    let words = heading.end_word as usize..next;
    let on_line = reading.text.words_in(words.clone()).iter().take_while(|word| word.span.start < line).count();
    if on_line > 0 { words.start + on_line } else { next }
}

/// The decision under a heading.
fn labelled(reading: Reading, heading: &Heading, end: usize) -> Option<Decision> {
    let words = heading.first_word as usize..heading.end_word as usize;
    let is_label = reading.heading_has(heading, Kind::Decision);
    (is_label && words.end < end).then(|| section(reading, words.clone(), words.end..end))
}

/// A decision that is told in some sentences, the label apart.
fn section(reading: Reading, told: Range<usize>, words: Range<usize>) -> Decision {
    let sentence = |at: usize| reading.text.words().get(at).map_or(0, |word| word.sentence as usize);
    let (first, last) = (sentence(words.start), sentence(words.end.saturating_sub(1)));
    let is_told = |kind: Kind| (first..=last).any(|sentence| reading.signs(sentence).has(kind));
    Decision {
        told,
        has_maker: is_told(Kind::Made) || is_told(Kind::Me),
        has_reasons: is_told(Kind::Reasoned) || is_told(Kind::Purpose),
    }
}

/// The decision that the term tells of.
fn told(reading: Reading, kinds: Kinds, words: Range<usize>, sentence: usize) -> Option<Decision> {
    let is_labelled = || reading.is_under(Kind::Decision, words.start);
    let is_decision = is_impersonal(reading, kinds, &words) || is_taken(reading, kinds, &words);
    if !is_decision || reading.is_said(words.start, sentence) || is_labelled() {
        return None;
    }
    let signs = reading.signs(sentence);
    let has_maker = signs.has(Kind::Made)
        || reading.signs(sentence + 1).has(Kind::Made)
        || reading.before(sentence).has(Kind::Decider)
        || is_taken(reading, kinds, &words);
    let has_reasons = reading.has_reason(words.end, sentence) || reading.is_explained(words.end);
    Some(Decision { told: words, has_maker, has_reasons })
}

/// "It was decided", "No further action", "Funding was approved", "agreed at panel";
/// but not "It was agreed with Mum", "It was agreed that I would ring", and not what
/// another agency decided.
fn is_impersonal(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let has_forum = || reading.has_in(reading.behind(words.end, NEAR), Kind::Forum);
    let is_participle = || kinds.has(Kind::Agree) || kinds.has(Kind::Approve);
    let is_granted = || reading.kinds_before(words.start).has(Kind::Granted);
    if kinds.has(Kind::Unowned) && decides(reading, words.end) {
        return true;
    }
    let is_told = kinds.has(Kind::Decided)
        || is_bare(reading, kinds, words)
        || kinds.has(Kind::Closed) && !is_by_agency(reading, words) && !is_noun(reading, words.start)
        || (kinds.has(Kind::Ruled) || is_participle()) && is_granted()
        || kinds.has(Kind::Settled) && has_forum() && reading.actor(words.start).is_none();
    let is_named = || reading.text.slice(reading.text.span_of(words.clone())).to_lowercase().contains("decision");
    is_told && !is_with_somebody(reading, words.end) && (is_named() || !is_arrangement(reading, words.end))
}

/// "Agreed to close", "Decided that he stays": a sentence that begins with its verb.
fn is_bare(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    let is_verb = kinds.has(Kind::Agree) || kinds.has(Kind::Decide) || kinds.has(Kind::Say);
    let is_past = ["agreed", "decided"].iter().any(|known| reading.text.word(words.start).eq_ignore_ascii_case(known));
    is_verb && is_past && reading.begins_sentence(words.start)
}

/// "I have decided to close the case", "Panel approved ten hours"; but not "Ava decided
/// to wear her coat", "Mum agreed to ring".
fn is_taken(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    let is_verb = kinds.has(Kind::Decide) || kinds.has(Kind::Agree) || kinds.has(Kind::Approve);
    if !is_verb {
        return false;
    }
    let Some(who) = reading.actor(words.start) else { return false };
    let behind = || reading.behind(words.end, FAR);
    let has = |kind: Kind| reading.has_in(behind(), kind);
    // "The panel chair, Geraldine Ames, approved".
    let is_decider = || reading.has_in(words.start.saturating_sub(FAR)..words.start, Kind::Decider);
    let decides = who.has(Kind::Decider) || who.has(Kind::Forum) || who.has(Kind::Name) && is_decider();
    let is_measure = has(Kind::Measure) && has(Kind::Matter);
    let next = reading.text.word(words.end);
    let is_decision = decides && (is_measure || kinds.has(Kind::Approve) && has(Kind::Matter))
        || (who.has(Kind::Me) || who.has(Kind::Name)) && next == "to" && is_measure
        || (who.has(Kind::Me) || decides)
            && reading.text.word(words.start).eq_ignore_ascii_case("decided")
            && matches!(next, "that" | "not" | "against");
    is_decision && !is_with_somebody(reading, words.end) && !is_arrangement(reading, words.end)
}

/// "The no further action letter".
fn is_noun(reading: Reading, at: usize) -> bool {
    let is = |at: usize, known: &str| reading.text.word(at).eq_ignore_ascii_case(known);
    let has_article =
        at.checked_sub(1).is_some_and(|before| ["a", "the", "this"].iter().any(|known| is(before, known)));
    is(at, "no") && has_article
}

/// "No further action by police", "Police took no further action".
fn is_by_agency(reading: Reading, words: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let is_agency = |at: usize| reading.kinds(at).has(Kind::Body);
    let mut by = reading.behind(words.end, FAR).filter(|at| reading.kinds(*at).has(Kind::By));
    by.any(|by| reading.behind(by + 1, NEAR).any(is_agency))
        || reading.actor(words.start).is_some_and(|who| who.has(Kind::Body))
}

fn is_with_somebody(reading: Reading, at: usize) -> bool {
    ["with", "between"]
        .iter()
        .any(|known| reading.behind(at, 2).any(|at| reading.text.word(at).eq_ignore_ascii_case(known)))
}

fn is_arrangement(reading: Reading, at: usize) -> bool {
    const FAR: usize = 6;
    reading.has_in(reading.behind(at, FAR), Kind::Arrange)
}
