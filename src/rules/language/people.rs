//! Whether a word is said of a person: "Mum is cold", "a cold mother", but not "a cold room".

use super::place::Place;
use super::reports::is_named;
use crate::check::Context;
use crate::rules::degrees::DEGREES;

/// How many words may stand between a verb and what it says of somebody: "is a bit of a".
const FAR: usize = 7;

/// How far before the verb its subject is looked for.
const SUBJECT: usize = 5;

/// What else may stand before what is said of somebody: "a typical", "a sort of".
const BETWEEN: [&str; 26] = [
    "absolute",
    "again",
    "being",
    "both",
    "but",
    "complete",
    "completely",
    "ever",
    "frankly",
    "highly",
    "like",
    "often",
    "only",
    "or",
    "plain",
    "right",
    "something",
    "sometimes",
    "somewhat",
    "sort",
    "thoroughly",
    "total",
    "totally",
    "true",
    "typical",
    "utterly",
];

/// Verbs that say what somebody is or how they come across.
const LINKS: [&str; 13] =
    ["act", "appear", "be", "become", "behave", "come", "get", "look", "present", "remain", "seem", "sound", "turn"];

/// Verbs behind which the person stands: "I found her cold".
const FINDING: [&str; 6] = ["call", "consider", "describe", "find", "make", "think"];

/// Words between somebody and the verb.
const AUXILIARY: [&str; 33] = [
    "across",
    "also",
    "always",
    "be",
    "been",
    "can",
    "clearly",
    "continued",
    "continues",
    "could",
    "did",
    "do",
    "does",
    "frequently",
    "had",
    "has",
    "have",
    "just",
    "may",
    "might",
    "now",
    "often",
    "quite",
    "really",
    "seldom",
    "still",
    "tends",
    "then",
    "to",
    "usually",
    "was",
    "will",
    "would",
];

/// People whom a text names by what they are.
pub(super) const PEOPLE: [&str; 65] = [
    "adolescent",
    "adult",
    "adults",
    "aunt",
    "boy",
    "boyfriend",
    "boys",
    "brother",
    "carer",
    "carers",
    "character",
    "child",
    "children",
    "couple",
    "customer",
    "dad",
    "daughter",
    "family",
    "father",
    "female",
    "friend",
    "friends",
    "girl",
    "girlfriend",
    "girls",
    "grandmother",
    "household",
    "individual",
    "kid",
    "kids",
    "lad",
    "lady",
    "lot",
    "male",
    "man",
    "men",
    "mother",
    "mum",
    "nan",
    "neighbour",
    "neighbours",
    "nurse",
    "parent",
    "parents",
    "partner",
    "people",
    "person",
    "relative",
    "sister",
    "sisters",
    "son",
    "staff",
    "stepdad",
    "stepfather",
    "student",
    "team",
    "teenager",
    "uncle",
    "woman",
    "women",
    "worker",
    "workers",
    "young",
    "youngster",
    "youth",
];

/// Whether the words are said of a person.
pub fn is_of_somebody(place: &Place, context: &Context) -> bool {
    is_before_a_person(place) || is_said_of(place, context)
}

/// "a cold mother", "this difficult young man".
fn is_before_a_person(place: &Place) -> bool {
    // What ends the description: "difficult for Mum", "bitter and Mum made another".
    const ENDS: [&str; 14] =
        ["and", "as", "because", "but", "for", "from", "in", "on", "said", "says", "than", "to", "when", "with"];
    let next = place.words.end;
    let described = !place.is(next, &ENDS) && place.is_adjoined(next + 1) && place.is(next + 1, &PEOPLE);
    place.is_adjoined(next) && (place.is(next, &PEOPLE) || described)
}

/// "Mum is cold", "he can be a bit cold", "she's cold", "I found her cold", "cold and distant".
fn is_said_of(place: &Place, context: &Context) -> bool {
    let mut strange = 0;
    for index in place.before(FAR) {
        if place.gap(index).contains(['(', ')', ':', ';', '.']) {
            return false;
        }
        if is_contracted(index, place, context) {
            return true;
        }
        if place.is_form_of(index, &LINKS) && has_subject(index, place, context) {
            return true;
        }
        let found = index > 0 && place.is_form_of(index - 1, &FINDING);
        if found && (place.is(index, &["her", "him", "them"]) || is_named(index, place, context)) {
            return true;
        }
        if !place.is(index, &DEGREES) && !place.is(index, &BETWEEN) && !place.is_form_of(index, &LINKS) {
            // Another word of the same sort: "cold and", "cold,", "a professional complainer".
            let listed = place.gap(index).contains(',')
                || place.is(index + 1, &["and", "or", "but"])
                || index > 0 && place.is(index - 1, &["a", "an", "the"]);
            strange += 1;
            if !listed || strange > 2 {
                return false;
            }
        }
    }
    false
}

/// "she's", "they're", "Mum's".
fn is_contracted(index: usize, place: &Place, context: &Context) -> bool {
    let word = place.text.word(index).replace('’', "'");
    match word.rsplit_once('\'') {
        Some((somebody, "s" | "re" | "S")) => {
            matches!(&*somebody.to_ascii_lowercase(), "he" | "she" | "they" | "you")
                || is_named(index, place, context) && !place.is(index + 1, &PEOPLE)
        }
        _ => false,
    }
}

/// Whether a person stands before the verb.
fn has_subject(verb: usize, place: &Place, context: &Context) -> bool {
    let first = verb.saturating_sub(SUBJECT).max(place.sentence.start);
    for index in (first..verb).rev() {
        if place.is(index, &["who"]) || place.is(index, &PEOPLE) || is_named(index, place, context) {
            return true;
        }
        if place.is(index, &["and", "but"]) && begins_with_somebody(place, context) {
            return true;
        }
        if !place.is(index, &AUXILIARY) && !place.is_form_of(index, &LINKS) {
            return false;
        }
    }
    false
}

/// "Mum rings every day and is …": the subject is not said again.
fn begins_with_somebody(place: &Place, context: &Context) -> bool {
    const BEGINNING: usize = 3;
    place.sentence.clone().take(BEGINNING).any(|index| place.is(index, &PEOPLE) || is_named(index, place, context))
}
