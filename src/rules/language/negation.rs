//! Whether a text says that something is not so.

use super::place::Place;

/// How far before a term its negation is looked for.
const REACH: usize = 12;

/// How many words may stand between a negation and an "or" before the term.
const ALTERNATIVES: usize = 4;

const NEGATIONS: [&str; 8] = ["cannot", "neither", "never", "no", "nobody", "nor", "not", "nothing"];

const DENYING: [&str; 6] = ["avoid", "deny", "dispute", "no-one", "reject", "without"];

/// Words across which a negation still reaches the term: "was not said to have been …",
/// "there is no sign of …". "Only", "always" and "because" are not among them.
const LIGHT: [&str; 66] = [
    "a",
    "about",
    "accept",
    "act",
    "agree",
    "all",
    "an",
    "any",
    "appear",
    "as",
    "at",
    "be",
    "become",
    "behave",
    "believe",
    "call",
    "come",
    "concern",
    "consider",
    "describe",
    "do",
    "ever",
    "evidence",
    "feel",
    "find",
    "for",
    "further",
    "have",
    "he",
    "her",
    "him",
    "history",
    "i",
    "in",
    "indication",
    "it",
    "know",
    "known",
    "label",
    "like",
    "look",
    "me",
    "my",
    "of",
    "present",
    "previous",
    "real",
    "reason",
    "recent",
    "report",
    "say",
    "seem",
    "she",
    "sign",
    "so",
    "suggest",
    "suggestion",
    "that",
    "the",
    "they",
    "think",
    "this",
    "to",
    "very",
    "way",
    "we",
];

/// Whether what stands there is said not to be so: "was not …", "no sign of …", "denied
/// being …", "neither rude nor …". What is so "no longer", or "not only" so, was or is so.
pub fn is_negated(place: &Place) -> bool {
    // Words that may still stand between an "or" and the negation before it.
    let mut alternatives = 0;
    for index in place.before(REACH) {
        let gap = place.gap(index);
        if gap.contains([';', ':', '(', ')', '–', '—', '…']) || gap.contains(',') && alternatives == 0 {
            return false;
        }
        let next = index + 1;
        if place.is(index, &NEGATIONS) || ends_in_not(place, index) || place.is_form_of(index, &DENYING) {
            return true;
        }
        let before = index.saturating_sub(1);
        if place.is(index, &["than"]) && place.is(before, &["rather"])
            || place.is(index, &["of"]) && place.is(before, &["instead"])
        {
            return true;
        }
        if place.is(index, &["or"]) || place.is(index, &["and"]) && next == place.words.start {
            alternatives = if place.is(index, &["or"]) { ALTERNATIVES } else { 1 };
        } else if alternatives > 0 {
            alternatives -= 1;
        } else if !place.is_form_of(index, &LIGHT) && !place.is_capitalised(index) {
            return false;
        }
    }
    false
}

fn ends_in_not(place: &Place, index: usize) -> bool {
    place.sentence.contains(&index) && {
        let word = place.text.word(index).to_ascii_lowercase().replace('’', "'");
        word.ends_with("n't")
    }
}
