//! Decisions that a text tells of, and what it does not tell about them.

use std::ops::Range;

use super::account::Reading;
use super::opinions::decides;
use super::rulings::{Ruling, rulings};
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
    // "My decision:" speaks of what stands under it.
    let is_mine = |heading: &Heading| reading.is(heading.first_word as usize, &["my"]);
    let has_maker = headings.iter().any(|heading| reading.heading_has(heading, Kind::Maker) && !is_mine(heading));
    let has_rationale = has_rationale(reading);
    let next = headings.iter().skip(1).map(|next| next.first_word as usize).chain([reading.text.words().len()]);
    let ends = headings.iter().zip(next).map(|(heading, next)| end_of_label(reading, heading, next));
    let labelled = headings.iter().zip(ends).filter_map(|(heading, end)| labelled(reading, heading, end));
    // A form that names who decides may name them anywhere.
    let is_maker_named =
        || (0..reading.text.sentences().len()).any(|sentence| reading.signs(sentence).has(Kind::Maker));
    let mut decisions: Vec<_> = labelled.collect();
    if decisions.iter().any(|decision| !decision.has_maker) && is_maker_named() {
        for decision in &mut decisions {
            decision.has_maker = true;
        }
    }
    let told = told_in_sentences(reading);
    let is_new =
        |ruling: &Ruling| told.iter().all(|decision| reading.sentence_of(decision.told.start) != Some(ruling.sentence));
    decisions.extend(rulings(reading).filter(is_new).filter_map(|ruling| ruled(reading, ruling)));
    decisions.extend(told);
    for decision in &mut decisions {
        decision.has_maker |= has_maker;
        decision.has_reasons |= has_rationale;
    }
    decisions
}

/// What sentences tell: one decision each, and rather by the words that say that one was
/// taken than by what was decided: "No role for us: a decision was made to close".
fn told_in_sentences(reading: Reading) -> Vec<Decision> {
    let mut last = None;
    let mut decisions = Vec::new();
    for (kinds, words, sentence) in reading.statements() {
        let is_plain = kinds.has(Kind::Decided);
        let is_better = |(known, was_plain): (usize, bool)| known != sentence || is_plain && !was_plain;
        // "A decision was made to close. Jay will step down to": the second tells the first again.
        let is_told_again =
            kinds.has(Kind::Closed) && last.is_some_and(|(known, _)| known + 1 == sentence && reading.continues(known));
        if !last.is_none_or(is_better) || is_told_again {
            continue;
        }
        if let Some(decision) = told(reading, kinds, words, sentence) {
            if last.is_some_and(|(known, _)| known == sentence) {
                decisions.pop();
            }
            last = Some((sentence, is_plain));
            decisions.push(decision);
        }
    }
    decisions
}

/// The decision that a ruling is, unless it stands under a heading that says so.
fn ruled(reading: Reading, ruling: Ruling) -> Option<Decision> {
    const NEAR: usize = 3;
    let Ruling { words, sentence, is_mine } = ruling;
    let agent = reading.agent(words.end);
    // "The CAMHS referral was accepted", "was turned down by the landlord".
    let is_others = agent.is_some_and(|who| !is_ours(who))
        || !is_mine && reading.has_in(words.start.saturating_sub(NEAR)..words.start, Kind::Body)
        || !is_mine && is_subordinate(reading, words.start)
        || is_shared(reading, &words)
        || is_passed_on(reading, &words, sentence);
    // "Visits will be reduced if he settles."
    let is_open = words.clone().any(|at| reading.is(at, &["will"]))
        && reading.has_in(reading.behind(words.end, FAR), Kind::Doubt);
    if is_others || is_open || reading.is_said(words.end, sentence) || reading.is_under(Kind::Decision, words.start) {
        return None;
    }
    let has_maker = is_mine
        || is_made_beside(reading, &words, sentence)
        || is_made_next(reading, sentence)
        || reading.before(sentence).has(Kind::Decider)
        || agent.is_some();
    let has_reasons = reading.has_reason(words.end, sentence) || reading.is_explained(words.end);
    Some(Decision { told: words, has_maker, has_reasons })
}

/// "Pat rang: Kai is grounded."
fn is_passed_on(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    const NEAR: usize = 4;
    let follows_colon = || {
        reading.follows_colon(words.start)
            || reading.words_before(words.start, NEAR).any(|before| reading.follows_colon(before))
    };
    reading.is_met(words.start, sentence) && follows_colon()
}

/// "Agreed today with Tia: no phone at the table", "To stay with Nan; they arranged it between them".
fn is_shared(reading: Reading, words: &Range<usize>) -> bool {
    const MOST: usize = 16;
    const NEAR: usize = 8;
    const AGREED: [&str; 3] = ["agree", "agreed", "arranged"];
    let has = |known: &[&str]| reading.words_before(words.start, NEAR).any(|before| reading.is(before, known));
    let is_theirs = |at: usize| reading.is(at, &["between"]) && reading.is(at + 1, &["them", "themselves", "us"]);
    has(&AGREED) && has(&["between", "with"]) || reading.behind(words.end, MOST).any(is_theirs)
}

/// Whether the sentence says who decided, and does so outside the words: "the meeting resolved"
/// names nobody.
fn is_made_beside(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    let is_group = |at: usize| {
        let kinds = reading.kinds(at);
        kinds.has(Kind::Forum) || kinds.has(Kind::Staff) || kinds.has(Kind::Decider)
    };
    let all = reading.text.sentences().get(sentence).map_or(0..0, |all| all.first_word as usize..all.end_word as usize);
    let is_named = |at: usize| !words.contains(&at) && reading.kinds(at).has(Kind::Decider);
    reading.signs(sentence).has(Kind::Made) && (!words.clone().any(is_group) || all.into_iter().any(is_named))
}

/// The decision that a text as a whole is. It has no words of its own.
pub fn whole(reading: Reading) -> Decision {
    let has_rationale = has_rationale(reading);
    let decision = section(reading, 0..0, 0..reading.text.words().len());
    Decision { has_reasons: decision.has_reasons || has_rationale, ..decision }
}

/// Whether a heading, or a short line as good as one, says that reasons follow: "Reasons".
fn has_rationale(reading: Reading) -> bool {
    const LONGEST: u32 = 3;
    let lines = reading.text.sentences().iter().filter(|line| line.end_word - line.first_word <= LONGEST);
    let is_rationale = |first: u32| reading.kinds(first as usize).has(Kind::Rationale);
    reading.text.headings().iter().any(|heading| reading.heading_has(heading, Kind::Rationale))
        || lines.into_iter().any(|line| is_rationale(line.first_word) && !line.question)
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
    const NEAR: usize = 3;
    let words = heading.first_word as usize..heading.end_word as usize;
    let is_label = reading.heading_has(heading, Kind::Decision)
        || reading.heading_has(heading, Kind::Outcome) && is_step(reading, words.end);
    // "Decisions: I have decided that": the verb says more than the label.
    let verb = (words.end..end.min(words.end + NEAR)).find(|at| reading.kinds(*at).has(Kind::Decide));
    let told = verb.map_or(words.clone(), |verb| verb..reading.term_end(verb));
    (is_label && words.end < end).then(|| section(reading, told, words.end..end))
}

/// "Outcome: proceed to a section 47 enquiry", "Outcome: child in need plan"; but not
/// "Outcome: contact went well".
fn is_step(reading: Reading, first: usize) -> bool {
    const LONGEST: usize = 12;
    const TURNS: [&str; 3] = ["to", "not", "for"];
    const VERBS: [&str; 18] = [
        "allocate",
        "cease",
        "close",
        "complete",
        "continue",
        "convene",
        "discontinue",
        "end",
        "escalate",
        "extend",
        "hold",
        "issue",
        "move",
        "proceed",
        "progress",
        "refer",
        "remain",
        "transfer",
    ];
    let rest = reading.behind(first + 1, LONGEST);
    let is_short = rest.len() < LONGEST && !reading.text.word(first).is_empty();
    let verb = rest.start.saturating_sub(1)..rest.end.min(first + 2);
    let verb = verb.into_iter().find(|at| !reading.is(*at, &TURNS));
    let is_verb =
        verb.is_some_and(|verb| reading.is(verb, &VERBS)) && !rest.clone().any(|at| reading.kinds(at).has(Kind::Me));
    let stands_alone = || reading.kinds(first).has(Kind::Step) && reading.stops_by(reading.term_end(first), 2);
    is_short && (is_verb || stands_alone())
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
    let verb = words.clone();
    let words = if kinds.has(Kind::Ruled) { first_auxiliary(reading, words.start)..words.end } else { words };
    let is_labelled = || reading.is_under(Kind::Decision, words.start);
    let makers = kinds.has(Kind::Decision).then(|| in_label(reading, &words)).flatten();
    let is_taken = is_taken(reading, kinds, &verb);
    let is_decision = makers.is_some() || is_impersonal(reading, kinds, &words) || is_taken;
    if !is_decision || reading.is_said(words.start, sentence) || is_labelled() {
        return None;
    }
    let agent = reading.agent(words.end);
    if kinds.has(Kind::Ruled) && agent.is_some_and(|who| !is_ours(who)) {
        return None;
    }
    let signs = reading.signs(sentence);
    let is_somebodys = is_somebodys(reading, words.start);
    let has_maker = signs.has(Kind::Made)
        || is_made_next(reading, sentence)
        || reading.before(sentence).has(Kind::Decider)
        || is_taken
        || is_somebodys
        || agent.is_some()
        || makers.is_some_and(|mut makers| makers.any(|at| reading.who(at).is_some()));
    let is_history = || kinds.has(Kind::Closed) && is_dated(reading, words.start);
    let is_explained = !kinds.has(Kind::Decision) && reading.is_explained(words.end);
    // Who says who decided often tells why before, or after what follows from it.
    let is_reasoned_near = || {
        is_taken && (reading.before(sentence).has(Kind::Reasoned) || reading.signs(sentence + 2).has(Kind::Reasoned))
    };
    let has_reasons =
        reading.has_reason(words.end, sentence) || is_explained || is_somebodys || is_history() || is_reasoned_near();
    Some(Decision { told: if is_taken { verb } else { words }, has_maker, has_reasons })
}

/// Whether the next sentence says who decided. "My decision:" on the next line speaks of another.
fn is_made_next(reading: Reading, sentence: usize) -> bool {
    let first = reading.text.sentences().get(sentence + 1).map_or(0, |next| next.first_word as usize);
    let is_another = || reading.is(first, &["my"]) && !reading.continues(sentence);
    reading.signs(sentence + 1).has(Kind::Made) && !is_another()
}

/// What stands between the label and its colon where that is too long for a heading:
/// "Decision, Ged Forster, team manager: pass to early help".
fn in_label(reading: Reading, words: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let mut behind = reading.behind(words.end, LONGEST);
    let end = behind.find(|at| reading.follows_colon(*at)).filter(|_| reading.begins_sentence(words.start))?;
    Some(words.end..end)
}

/// Whether somebody decides for the service: "withdrawn by Pat Hill", not "by Mum", "by the
/// landlord".
fn is_ours(who: Kinds) -> bool {
    [Kind::Decider, Kind::Forum, Kind::Name, Kind::Me].iter().any(|kind| who.has(*kind))
}

/// "Rob’s advice: threshold is met."
fn is_somebodys(reading: Reading, at: usize) -> bool {
    const FAR: usize = 4;
    let is_whose = |at: usize| reading.text.word(at).replace('’', "'").ends_with("'s") && !reading.is_it(at);
    (at.saturating_sub(FAR)..at).any(|before| {
        let words = reading.text.words_in(before..before + 2);
        let [word, next] = words else { return false };
        reading.text.between(word, next).trim() == ":" && before.checked_sub(1).is_some_and(is_whose)
    })
}

/// A line of a chronology, which begins with its date: what was decided then has its own record.
fn is_dated(reading: Reading, at: usize) -> bool {
    const FAR: usize = 3;
    let Some(word) = reading.text.words().get(at) else { return false };
    let Some(line) = reading.text.line_at(word.span.start) else { return false };
    let first = reading.text.words().partition_point(|word| word.span.start < line.span.start);
    let has_digit = |at: usize| reading.text.word(at).bytes().any(|byte| byte.is_ascii_digit());
    first < at && has_digit(first) && reading.has_in(first + 1..first + FAR, Kind::Time)
}

/// "It was decided", "No further action", "Funding was approved", "agreed at panel";
/// but not "It was agreed with Mum", "It was agreed that I would ring", and not what
/// another agency decided.
fn is_impersonal(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let is_code = || reading.is(words.start, &["nfa"]);
    let has_forum = || reading.has_in(reading.behind(words.end, NEAR), Kind::Forum);
    if kinds.has(Kind::Unowned) && decides(reading, words.end) {
        return true;
    }
    let is_told = kinds.has(Kind::Decided)
        || is_passive(reading, kinds, words)
        || !kinds.has(Kind::Maker) && is_bare(reading, words)
        || kinds.has(Kind::Closed)
            && !is_by_agency(reading, words)
            && !is_noun(reading, words.start)
            && !is_offer(reading, words.end)
            && (!is_code() || reading.begins_sentence(words.start) || reading.follows_colon(words.start))
        || kinds.has(Kind::Ruled) && is_granted(reading, kinds, words)
        || is_ruled_out(reading, words)
        || kinds.has(Kind::Settled) && has_forum() && reading.actor(words.start).is_none();
    let is_named = || reading.text.slice(reading.text.span_of(words.clone())).to_lowercase().contains("decision");
    is_told
        && !is_with_somebody(reading, words)
        && (is_named() || reading.is(words.start, &["no", "nfa"]) || !is_arrangement(reading, words.end))
}

/// "Funding was approved", "visits will be reduced"; but not "the CAMHS referral was
/// accepted", "funding to be agreed", "visits will be reduced if he settles". Without a
/// verb it is all that the sentence says: "Contact suspended".
fn is_granted(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let last = |known: &str| reading.is(words.end.saturating_sub(1), &[known]);
    let is_before = |known: &[&str]| words.start.checked_sub(1).is_some_and(|before| reading.is(before, known));
    let is_to_come = reading.is(words.start, &["will", "to"]) || reading.is(words.start + 1, &["to"]);
    let is_asked_for = kinds.has(Kind::Agree) || kinds.has(Kind::Approve);
    let is_verb =
        reading.kinds(words.start).has(Kind::Passive) || reading.is(words.start, &["has", "have", "had", "will", "to"]);
    let first = words.start.saturating_sub(NEAR);
    reading.kinds_before(words.start).has(Kind::Granted)
        && !reading.has_in(first..words.start, Kind::Body)
        && !(is_to_come && (is_asked_for || reading.has_in(reading.behind(words.end, FAR), Kind::Doubt)))
        && !is_subordinate(reading, words.start)
        && (!last("accepted")
            || is_before(&["plan", "match", "recommendation", "recommendations", "proposal", "proposals"]))
        && (is_verb || is_headline(reading, kinds, words))
}

/// "Mum was upset that contact was suspended": somebody’s reason, not what is decided here.
fn is_subordinate(reading: Reading, at: usize) -> bool {
    const FAR: usize = 5;
    const OPENINGS: [&str; 12] =
        ["after", "although", "as", "because", "before", "how", "since", "that", "though", "when", "while", "why"];
    let is_opening = |at: usize| reading.is(at, &OPENINGS);
    let mut before = (at.saturating_sub(FAR)..at).rev().take_while(|at| !reading.begins_sentence(at + 1));
    before.any(is_opening)
}

/// "Kim has been ruled out", but not "a fracture was ruled out".
fn is_ruled_out(reading: Reading, words: &Range<usize>) -> bool {
    let is_ruled = reading.is(words.end.saturating_sub(2), &["ruled"]);
    let who = || words.start.checked_sub(1).and_then(|before| reading.who(before));
    is_ruled && who().is_some_and(|who| who.has(Kind::Name) || who.has(Kind::Family))
}

/// Where the verb's auxiliaries begin: "will no longer be".
fn first_auxiliary(reading: Reading, at: usize) -> usize {
    const FAR: usize = 5;
    const AUXILIARIES: [&str; 16] = [
        "also", "are", "be", "been", "being", "had", "has", "have", "is", "longer", "no", "now", "to", "was", "were",
        "will",
    ];
    (at.saturating_sub(FAR)..at).rev().take_while(|at| reading.is(*at, &AUXILIARIES)).last().unwrap_or(at)
}

/// "It's since been agreed", "it was later determined": whatever stands between.
fn is_passive(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const FAR: usize = 5;
    const DECIDED: [&str; 4] = ["agreed", "decided", "determined", "resolved"];
    const BETWEEN: [&str; 23] = [
        "again",
        "also",
        "appeared",
        "appears",
        "be",
        "been",
        "finally",
        "had",
        "has",
        "have",
        "is",
        "jointly",
        "later",
        "now",
        "seems",
        "since",
        "so",
        "still",
        "subsequently",
        "then",
        "therefore",
        "to",
        "was",
    ];
    let is_verb = kinds.has(Kind::Agree) || kinds.has(Kind::Decide);
    if !is_verb || !reading.is(words.start, &DECIDED) {
        return false;
    }
    let mut before = (words.start.saturating_sub(FAR)..words.start).rev();
    let subject = before.find(|at| !reading.is(*at, &BETWEEN) && !reading.text.word(*at).ends_with("ly"));
    // "It agreed" is a body that decides.
    let is_long = |subject: usize| subject + 1 < words.start || !reading.is(subject, &["it"]);
    subject.is_some_and(|subject| reading.is_it(subject) && is_long(subject))
}

/// "Funding agreed", "Section 47 not progressed", "Home grant: turned down": a sentence
/// without a verb in the active voice, and not "Contact ended at 4 pm".
fn is_headline(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const LONGEST: usize = 14;
    const NEAR: usize = 4;
    const EVENTS: [&str; 6] = ["accepted", "ended", "removed", "stopped", "withdrawn", "cut"];
    let first = words.start.saturating_sub(NEAR)..words.start;
    let begins = first.clone().any(|at| reading.begins_sentence(at) || reading.follows_colon(at));
    let is_short = reading.behind(words.end, LONGEST).len() < LONGEST;
    let is_event = reading.is(words.start, &EVENTS);
    let is_date_agreed = kinds.has(Kind::Agree)
        && (reading.has_in(first, Kind::Arrange) || reading.has_in(reading.behind(words.end, 3), Kind::Time));
    begins && is_short && !is_event && !is_date_agreed
}

/// "Agreed to close", "Outcome: decided that he stays", "3) Sanctioned two days": what begins
/// with its verb. But not "Agreed: photographs to be taken by me", which is who does what.
fn is_bare(reading: Reading, words: &Range<usize>) -> bool {
    const FAR: usize = 8;
    const VERBS: [&str; 4] = ["agreed", "decided", "resolved", "sanctioned"];
    let is_past = reading.is(words.start, &VERBS);
    let begins = || {
        reading.begins_sentence(words.start)
            || reading.follows_colon(words.start)
            || follows_number(reading, words.start)
    };
    let is_task =
        || reading.behind(words.end, FAR).any(|at| reading.kinds(at).has(Kind::By) && reading.is_agent(at + 1));
    is_past && begins() && !is_task()
}

/// "3) Agreed", "2. Agreed": an item of a list.
fn follows_number(reading: Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let [number, word] = reading.text.words_in(before..at + 1) else { return false };
    let is_number = reading.text.slice(number.span).bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(reading.text.between(number, word).trim(), ")" | "." | ".)")
}

/// "I have decided to close the case", "Panel approved ten hours"; but not "Ava decided
/// to wear her coat", "Mum agreed to ring".
fn is_taken(reading: Reading, kinds: Kinds, words: &Range<usize>) -> bool {
    const INFINITIVE: [&str; 7] = ["to", "can", "could", "will", "would", "must", "may"];
    let is_verb = kinds.has(Kind::Decide) || kinds.has(Kind::Agree) || kinds.has(Kind::Approve);
    let before = words.start.checked_sub(1).map_or("", |before| reading.text.word(before));
    if !is_verb || INFINITIVE.iter().any(|known| before.eq_ignore_ascii_case(known)) {
        return false;
    }
    let Some((actor, who)) = reading.actor_at(words.start) else { return false };
    let behind = || reading.behind(words.end, FAR);
    let has = |kind: Kind| reading.has_in(behind(), kind);
    // "The panel chair, Geraldine Ames, approved".
    let is_decider =
        || reading.has_in(words.start.saturating_sub(FAR)..words.start, Kind::Decider) || reading.is_decider(actor);
    // What a school arranges for its pupils is no decision of the service.
    let is_schools =
        reading.is(actor, &["headteacher"]) || reading.is(actor, &["head"]) && reading.is(actor + 1, &["teacher"]);
    let decides =
        !is_schools && (who.has(Kind::Decider) || who.has(Kind::Forum) || who.has(Kind::Name) && is_decider());
    // Whoever has the post decides by each of these verbs, whatever it is about.
    let is_by_post = decides
        && !who.has(Kind::Forum)
        && !reading.is(words.start, &["accepted", "agreed", "supported"])
        && is_past(reading.text.word(words.start));
    let is_measure = has(Kind::Measure) && has(Kind::Matter);
    let next = reading.text.word(words.end);
    let is_decision = is_by_post
        || decides && (is_measure || kinds.has(Kind::Approve) && has(Kind::Matter))
        || (who.has(Kind::Me) || who.has(Kind::Name)) && next == "to" && is_measure
        || (who.has(Kind::Me) || decides)
            && reading.is(words.start, &["decided"])
            && (matches!(next, "that" | "not" | "against")
                || is_matter_near(reading, words.end)
                || decides && reading.who(words.end).is_some())
        || who.has(Kind::Forum) && kinds.has(Kind::Approve) && is_amount(reading, words.end);
    is_decision && !is_with_somebody(reading, words) && !is_arrangement(reading, words.end)
}

fn is_past(verb: &str) -> bool {
    const PAST: [&str; 5] = ["gave", "given", "said", "withdrawn", "withdrew"];
    verb.ends_with("ed") || PAST.iter().any(|past| verb.eq_ignore_ascii_case(past))
}

/// "I have decided visits go to weekly", "decided the plan should end".
fn is_matter_near(reading: Reading, at: usize) -> bool {
    let is_matter = |at: usize| reading.kinds(at).has(Kind::Matter) || reading.kinds(at).has(Kind::Granted);
    let has_article = reading.is(at, &["the", "his", "her", "their"]);
    is_matter(at) || has_article && is_matter(at + 1)
}

/// "Panel agreed Camborne at £5,200 a week".
fn is_amount(reading: Reading, at: usize) -> bool {
    const FAR: usize = 12;
    let words = reading.behind(at, FAR);
    reading.text.words_in(words).windows(2).any(|pair| {
        let [word, next] = pair else { return false };
        reading.text.between(word, next).contains('£')
    })
}

/// "Step down to early help offered, and Mum said no".
fn is_offer(reading: Reading, at: usize) -> bool {
    const OFFERED: [&str; 5] = ["considered", "declined", "discussed", "offered", "suggested"];
    reading.behind(at, FAR).any(|at| reading.is(at, &OFFERED))
}

/// "The no further action letter".
fn is_noun(reading: Reading, at: usize) -> bool {
    let has_article = at.checked_sub(1).is_some_and(|before| reading.is(before, &["a", "the", "this"]));
    reading.is(at, &["no"]) && has_article
}

/// "No further action by police", "Police took no further action".
fn is_by_agency(reading: Reading, words: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let is_agency = |at: usize| reading.kinds(at).has(Kind::Body);
    let is_from = |at: usize| reading.kinds(at).has(Kind::By) || reading.is(at, &["from"]);
    let mut by = reading.behind(words.end, FAR).filter(|at| is_from(*at));
    by.any(|by| reading.behind(by + 1, NEAR).any(is_agency))
        || reading.actor(words.start).is_some_and(|who| who.has(Kind::Body))
}

/// "Agreed with Mum", "agreed between us", "decided at the family meeting", "agreed and signed by both parents".
fn is_with_somebody(reading: Reading, words: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let is_shared = |at: usize| reading.is(at, &["with", "between"]);
    let is_signed = |at: usize| reading.is(at, &["by"]) && reading.who(at + 1).is_some_and(|who| who.has(Kind::Family));
    let is_theirs = |at: usize| reading.is(at, &["family"]) && reading.is(at + 1, &["meeting", "group"]);
    words.clone().chain(reading.behind(words.end, 2)).any(is_shared)
        || reading.behind(words.end, NEAR).any(|at| is_signed(at) || is_theirs(at))
}

fn is_arrangement(reading: Reading, at: usize) -> bool {
    const FAR: usize = 6;
    reading.behind(at, FAR).any(|at| reading.kinds(at).has(Kind::Arrange) && !is_matter(reading, at))
}

/// Whether it is what is decided on, not what somebody will do: "that she loses her phone",
/// "to move visits to monthly", "that his brother’s visit would not go ahead".
fn is_matter(reading: Reading, at: usize) -> bool {
    const OWNED: [&str; 7] = ["her", "his", "their", "the", "your", "my", "our"];
    const NEAR: usize = 3;
    let Some(before) = at.checked_sub(1) else { return false };
    let is_owned = reading.is(before, &OWNED) || reading.text.word(before).replace('’', "'").ends_with("'s");
    let is_thing = reading.is(at, &["phone", "phones"]);
    let is_off = || reading.behind(at + 1, NEAR).any(|at| reading.is(at, &["not", "stop", "end", "cease"]));
    let is_left = reading.is(at, &["leave"]) && reading.behind(at + 1, FAR).any(|at| reading.is(at, &["as"]));
    reading.kinds(before).has(Kind::Measure) || is_left || is_owned && (is_thing || is_off())
}
