//! Reported speech without quotation marks: who is said to have said it.
//!
//! "Ms Lee, class teacher, told me that he was aggressive" is Ms Lee's judgment, and
//! the record says so. "Dad told me to leave and was aggressive" is the writer's.

use super::labels;
use super::place::Place;
use crate::check::{Context, Passage};
use crate::lexicon::is_english;
use crate::text::spelling::normalise;

/// Whose words or thoughts a record gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Somebody named, or known by their place in the family: "Ms Lee", "Mum", "he", "you".
    Named,
    /// Anybody else: "the school", "a neighbour".
    Other,
}

/// How far from a term its speaker is looked for.
const REACH: usize = 40;

/// How many words the name of a speaker may take, title and role included.
const NAME: usize = 8;

/// Verbs after which everything is somebody's words.
const SAYING: [&str; 22] = [
    "add",
    "advise",
    "allege",
    "apologise",
    "call",
    "claim",
    "comment",
    "complain",
    "confirm",
    "describe",
    "disclose",
    "explain",
    "inform",
    "label",
    "mention",
    "remark",
    "repeat",
    "reply",
    "report",
    "say",
    "state",
    "tell",
];

/// Verbs that need a clause behind them: "felt that …", but not "felt sick".
const THINKING: [&str; 23] = [
    "accept", "admit", "allow", "believe", "consider", "email", "expect", "fear", "feel", "guess", "hope", "imagine",
    "indicate", "insist", "perceive", "reckon", "shout", "suggest", "suspect", "text", "think", "wonder", "write",
];

/// The same, as it is said of a state: "was worried that …".
const WORRYING: [&str; 7] = ["adamant", "afraid", "concerned", "convinced", "scared", "sure", "worried"];

/// Verbs behind which "to" begins what somebody is to do: "told me to leave".
const ORDERING: [&str; 3] = ["advise", "tell", "text"];

const PRONOUNS: [&str; 4] = ["he", "she", "they", "you"];

const CLAUSE_BEGINS: [&str; 20] = [
    "a", "an", "because", "he", "her", "his", "how", "i", "it", "my", "our", "she", "that", "the", "their", "there",
    "they", "this", "we", "you",
];

const CONJUNCTIONS: [&str; 15] = [
    "after", "although", "and", "as", "because", "before", "but", "if", "since", "so", "that", "then", "when", "where",
    "while",
];

/// Verbs with which the writer goes on about the speaker: "… and became …".
const GOING_ON: [&str; 16] = [
    "appear", "be", "become", "begin", "continue", "do", "get", "go", "have", "keep", "look", "present", "prove",
    "remain", "seem", "start",
];

/// What may stand between a speaker and the verb.
const BETWEEN: [&str; 24] = [
    "again",
    "all",
    "also",
    "both",
    "clearly",
    "consistently",
    "did",
    "had",
    "has",
    "have",
    "himself",
    "herself",
    "initially",
    "later",
    "now",
    "often",
    "openly",
    "previously",
    "repeatedly",
    "since",
    "still",
    "then",
    "themselves",
    "too",
];

/// "She rang to say that …"
const GETTING_IN_TOUCH: [&str; 9] = ["call", "come", "email", "phone", "ring", "stop", "telephone", "text", "write"];

/// Nouns for what somebody says or thinks, behind a word that says whose it is.
const ACCOUNTS: [&str; 8] = ["account", "belief", "opinion", "statement", "version", "view", "views", "words"];

const FEMALE: [&str; 22] = [
    "aunt",
    "auntie",
    "gran",
    "grandma",
    "grandmother",
    "mam",
    "miss",
    "mom",
    "mother",
    "mrs",
    "ms",
    "mum",
    "mummy",
    "nan",
    "nana",
    "nanna",
    "nanny",
    "she",
    "sister",
    "stepmother",
    "stepmum",
    "stepsister",
];

const MALE: [&str; 15] = [
    "brother",
    "dad",
    "daddy",
    "father",
    "grandad",
    "granddad",
    "grandfather",
    "grandpa",
    "he",
    "mr",
    "stepbrother",
    "stepdad",
    "stepfather",
    "uncle",
    "grampy",
];

/// Others whom a child's record knows by their place in it, and titles before a name.
const KNOWN: [&str; 19] = [
    "baby",
    "boy",
    "child",
    "children",
    "cllr",
    "cousin",
    "dr",
    "girl",
    "grandparents",
    "parent",
    "parents",
    "pc",
    "person",
    "prof",
    "reverend",
    "sgt",
    "siblings",
    "insp",
    "dc",
];

/// Words that begin a sentence with a capital and are nobody's name.
const NO_NAMES: [&str; 67] = [
    "agency",
    "ambulance",
    "anonymous",
    "april",
    "august",
    "caller",
    "carers",
    "college",
    "december",
    "education",
    "english",
    "everybody",
    "everyone",
    "february",
    "foster",
    "french",
    "friday",
    "german",
    "health",
    "hospital",
    "housing",
    "january",
    "july",
    "june",
    "landlord",
    "manager",
    "march",
    "maths",
    "midwife",
    "monday",
    "neighbour",
    "neighbours",
    "november",
    "nursery",
    "nurses",
    "october",
    "officer",
    "officers",
    "panel",
    "paramedic",
    "paramedics",
    "phonics",
    "police",
    "professionals",
    "receptionist",
    "referrer",
    "reports",
    "residents",
    "saturday",
    "school",
    "schools",
    "science",
    "september",
    "services",
    "social",
    "somebody",
    "someone",
    "sources",
    "spanish",
    "staff",
    "sunday",
    "teacher",
    "teachers",
    "thursday",
    "tuesday",
    "wednesday",
    "workers",
];

/// Who is said to have said or thought what stands there; nobody where it is the writer.
pub fn speaker(place: &Place, passage: &Passage, context: &Context) -> Option<Speaker> {
    let in_field =
        || labels::account(passage, context).map(|named| if named { Speaker::Named } else { Speaker::Other });
    before(place, context).or_else(|| after(place, context)).or_else(in_field)
}

/// Whether the person chose the word for themselves: "he calls himself …", "identifies as …".
pub fn is_own_choice(place: &Place) -> bool {
    const NEAR: usize = 6;
    const SELF: [&str; 4] = ["herself", "himself", "themselves", "yourself"];
    place.before(NEAR).any(|index| {
        let before = index.saturating_sub(1);
        place.is_form_of(index, &["identify"])
            || place.is(index, &SELF) && place.is_form_of(before, &["call", "consider", "describe", "see"])
    })
}

/// "Mum told me that …", "According to Ms Lee …", "in Mum's view".
fn before(place: &Place, context: &Context) -> Option<Speaker> {
    // Whether the writer may have gone on with a verb of their own.
    let mut goes_on = place.words.start > place.sentence.start
        && place.is(place.words.start - 1, &["and", "but"])
        && place.is_past(place.words.start);
    for index in place.before(REACH) {
        if place.gap(index).contains(';') {
            return None;
        }
        let begins = place.is(index, &["and", "but", "so"]);
        if begins && (index + 1..index + 4).any(|index| index < place.words.start && place.is(index, &["i", "we"])) {
            return None;
        }
        goes_on |= begins && index + 1 < place.words.start && place.is_form_of(index + 1, &GOING_ON);
        let found = if place.is(index, &["according"]) {
            Some(named_in(index + 2..(index + 2 + NAME).min(place.words.start), place, context))
        } else if place.is(index, &ACCOUNTS) {
            owner(index, place, context)
        } else if is_report(index, place) && !is_aside(index, place) {
            subject(index, place, context)
        } else {
            None
        };
        if let Some(found) = found {
            return (!goes_on || has_own_clause(index, place)).then_some(found);
        }
    }
    None
}

/// "…, Mum said", "…, said his teacher", "… according to Ms Lee".
fn after(place: &Place, context: &Context) -> Option<Speaker> {
    const LATER: usize = 12;
    place.after(LATER).find_map(|index| {
        if place.is(index, &["according"]) {
            return Some(named_in(index + 2..(index + 2 + NAME).min(place.sentence.end), place, context));
        }
        let before = index.checked_sub(1)?;
        let says = place.is_form_of(index, &SAYING) || place.is_form_of(index, &["believe", "feel", "think"]);
        // "…, she missed my calls": no verb.
        if !says || place.is(before, &["a", "any", "her", "his", "my", "no", "our", "the", "their", "two"]) {
            return None;
        }
        if place.gap(before).contains(',') {
            return Some(named_in(index + 1..(index + 4).min(place.sentence.end), place, context));
        }
        let comma = (place.words.end.saturating_sub(1)..index).rev().take(4).find(|at| place.gap(*at).contains(','))?;
        // "…, though Ava told me that …" is another statement.
        if (comma + 1..index).any(|at| place.is(at, &["although", "and", "but", "though", "while"])) {
            return None;
        }
        (!place.is(before, &["i", "i'd", "i'll", "we"])).then(|| named_in(comma + 1..index, place, context))
    })
}

/// Whether the word reports what somebody says or thinks, and not what they are told to do.
fn is_report(verb: usize, place: &Place) -> bool {
    if place.is_form_of(verb, &SAYING) {
        return !(place.is_form_of(verb, &ORDERING) && (place.is(verb + 1, &["to"]) || place.is(verb + 2, &["to"])));
    }
    if place.is_form_of(verb, &["speak", "talk"]) {
        return place.is(verb + 1, &["about", "of"]);
    }
    (place.is_form_of(verb, &THINKING) || place.is(verb, &WORRYING))
        && (place.is(verb + 1, &CLAUSE_BEGINS) || place.is_capitalised(verb + 1) || is_relative(verb + 1, place))
}

/// Whether the verb belongs to a clause that ends before the term: "When Mum said no,
/// Dad …", "Ava, who told me, …".
fn is_aside(verb: usize, place: &Place) -> bool {
    const OPENING: [&str; 10] =
        ["after", "although", "as", "because", "before", "once", "since", "when", "while", "who"];
    (verb..place.words.start).any(|index| place.gap(index).contains(','))
        && (place.sentence.start..verb)
            .rev()
            .take(NAME)
            .take_while(|index| !place.gap(*index).contains(','))
            .any(|index| place.is(index, &OPENING))
}

fn is_relative(index: usize, place: &Place) -> bool {
    place.is(index, &FEMALE) || place.is(index, &MALE) || place.is(index, &KNOWN)
}

/// Who does what the verb says; nobody where it is the writer, or where nobody says who.
fn subject(verb: usize, place: &Place, context: &Context) -> Option<Speaker> {
    let mut last = verb.checked_sub(1)?;
    if place.is_form_of(last, &["be"]) && !place.is(verb, &WORRYING) && place.is_past(verb) {
        // Passive: only "by" says who.
        let by = (verb + 1..(verb + NAME).min(place.sentence.end)).find(|index| place.is(*index, &["by"]))?;
        return Some(named_in(by + 1..(by + NAME).min(place.sentence.end), place, context));
    }
    while place.is(last, &BETWEEN) || place.is(verb, &WORRYING) && place.is_form_of(last, &["be", "very"]) {
        last = last.checked_sub(1)?;
    }
    if place.is(last, &["who"]) {
        last = last.checked_sub(1)?;
    }
    if place.is(last, &["to"]) && place.is_form_of(last.checked_sub(1)?, &GETTING_IN_TOUCH) {
        last = last.checked_sub(2)?;
    }
    if !place.sentence.contains(&last) || place.is(last, &["i", "it", "we", "to", "not", "there"]) {
        return None;
    }
    if place.is(last, &PRONOUNS) {
        return Some(Speaker::Named);
    }
    // A role set off by commas or brackets stands behind the name: "Ms Lee, teacher, told".
    let mut marks = usize::from(place.gap(last).contains([',', ')']));
    let mut first = last;
    while first > place.sentence.start && last - first < NAME {
        let gap = place.gap(first - 1);
        let mark = gap.contains([',', '(', ')']);
        if place.is(first - 1, &CONJUNCTIONS) || gap.contains([';', ':', '.']) || mark && marks == 0 {
            break;
        }
        marks -= usize::from(mark);
        first -= 1;
    }
    Some(named_in(first..last + 1, place, context))
}

/// Whose account: "in Mum's view", "his account", but not "my view".
fn owner(noun: usize, place: &Place, context: &Context) -> Option<Speaker> {
    let whose = noun.checked_sub(1)?;
    if place.is(whose, &["her", "his", "their", "your"]) {
        return Some(Speaker::Named);
    }
    let owner = normalise(place.text.word(whose));
    (place.sentence.contains(&whose) && (owner.ends_with("'s") || owner.ends_with('\'')))
        .then(|| named_in(whose..whose + 1, place, context))
}

fn named_in(mut words: std::ops::Range<usize>, place: &Place, context: &Context) -> Speaker {
    if words.any(|index| is_named(index, place, context)) { Speaker::Named } else { Speaker::Other }
}

/// Whether the word belongs to a name, or to somebody whom the record knows without one.
pub(super) fn is_named(index: usize, place: &Place, context: &Context) -> bool {
    context.is_name(place.text.word(index)) || could_be_named(index, place)
}

/// The same by the word alone, where nobody knows the names of the record.
pub(super) fn could_be_named(index: usize, place: &Place) -> bool {
    const VERBS: [&str; 5] = ["s", "ll", "d", "re", "ve"];
    let Some(word) = place.text.words().get(index) else { return false };
    let plain = normalise(place.text.word(index));
    let plain = plain.rsplit_once('\'').filter(|(_, verb)| VERBS.contains(verb)).map_or(&*plain, |(name, _)| name);
    let is = |words: &[&str]| words.contains(&plain);
    if plain.starts_with("i'") {
        return false;
    }
    if is(&FEMALE) || is(&MALE) || is(&KNOWN) || is(&PRONOUNS) {
        return true;
    }
    let could_be = word.is_capitalised() && word.has_small_letter() && !is(&NO_NAMES);
    could_be && (index > place.sentence.start || !is_english(plain) && !is_followed_by_a_noun(index, place))
}

/// At the beginning of a sentence a capital says nothing: "Nursery nurses said".
fn is_followed_by_a_noun(index: usize, place: &Place) -> bool {
    place.is(index + 1, &NO_NAMES) && !place.gap(index).contains([',', '('])
}

/// Whether what was said has a subject that cannot be the speaker, so that "and became …"
/// still belongs to it: "Mum said that …", "Mum said Jay …", "Mum said he …".
fn has_own_clause(verb: usize, place: &Place) -> bool {
    const NEAR: usize = 4;
    let speaker_is = |words: &[&str]| {
        (verb.saturating_sub(NAME)..verb).rev().find_map(|index| {
            let (female, male) = (place.is(index, &FEMALE), place.is(index, &MALE));
            (female || male).then(|| place.is(index, words))
        })
    };
    // Behind "told" stands first whom they told.
    let tells = usize::from(place.is_form_of(verb, &["advise", "inform", "tell"]));
    let clause = (verb + 1 + tells..(verb + 1 + NEAR).min(place.words.start)).find(|index| {
        let is_noun = place.is(*index, &["a", "an", "her", "his", "my", "our", "the", "their"]);
        place.is(*index, &CLAUSE_BEGINS) && !(is_noun && tells > 0)
            || is_relative(*index, place)
            || place.is_capitalised(*index)
    });
    match clause {
        None => false,
        Some(index) if place.is(index, &["he"]) => speaker_is(&FEMALE) == Some(true),
        Some(index) if place.is(index, &["she"]) => speaker_is(&MALE) == Some(true),
        Some(index) => !place.is(index, &["i", "it", "there", "they", "we", "you"]),
    }
}
