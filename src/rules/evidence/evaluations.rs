//! Praise and blame of people and of services, found by their grammar: “she is one of our
//! most committed carers”, “the contact was really positive”, “a smashing couple”.

use std::ops::Range;

use super::account::Reading;
use super::terms::Kind;
use crate::lexicon::table::Kinds;
use crate::rules::degrees::DEGREES;
use crate::text::Word;

/// A statement of what somebody or something is worth, and no more.
pub struct Evaluation {
    /// Its words: from the verb on, or all where it has none.
    pub words: Range<usize>,
    /// The sentence in which it stands.
    pub sentence: usize,
    /// Whether it speaks of a person or a home, not of a service.
    pub is_of_somebody: bool,
}

/// What stands before a word of praise or blame. Each with the word at which it begins.
#[derive(Clone, Copy)]
enum Before {
    /// "has always been"
    Verb(usize),
    /// "she's"
    Pronoun(usize),
    /// nothing, or "a"
    Nothing(usize),
    /// "Gran", without a verb
    Somebody(usize),
    /// "home conditions", without a verb
    Service(usize),
}

/// What else may stand between a verb and what it says: "is one of our most".
const BETWEEN: [&str; 14] = [
    "actually",
    "entirely",
    "genuinely",
    "mostly",
    "my",
    "now",
    "one",
    "otherwise",
    "our",
    "overall",
    "particularly",
    "plainly",
    "truly",
    "usually",
];

/// Verbs that say what somebody or something is.
const LINKS: [&str; 28] = [
    "appear", "appeared", "appears", "are", "be", "been", "being", "came", "come", "comes", "feels", "felt", "is",
    "look", "looked", "looks", "make", "makes", "presents", "proved", "remain", "remained", "remains", "seem",
    "seemed", "seems", "was", "were",
];

/// Words that may belong to such a verb.
const AUXILIARIES: [&str; 16] = [
    "across",
    "also",
    "always",
    "as",
    "be",
    "been",
    "being",
    "clearly",
    "generally",
    "had",
    "has",
    "have",
    "just",
    "really",
    "still",
    "usually",
];

/// What is only thought of: "would be a lovely home".
const MODALS: [&str; 16] = [
    "be", "being", "can", "could", "doing", "if", "let", "may", "might", "must", "shall", "should", "to", "will",
    "would", "you",
];

/// What no statement about a person speaks of, and those whom a letter may praise.
const NOBODY: [&str; 7] = ["i", "it", "that", "there", "this", "we", "you"];

/// What can follow an adjective with which the statement ends.
const FOLLOWS: [&str; 28] = [
    "again",
    "all",
    "and",
    "as",
    "but",
    "considering",
    "during",
    "each",
    "every",
    "given",
    "here",
    "in",
    "lately",
    "last",
    "now",
    "on",
    "overall",
    "recently",
    "since",
    "then",
    "this",
    "throughout",
    "to",
    "today",
    "towards",
    "underneath",
    "when",
    "with",
];

/// What can follow a noun with which it ends.
const FOLLOWS_NOUN: [&str; 14] =
    ["and", "at", "but", "for", "from", "in", "of", "on", "that", "to", "underneath", "when", "who", "with"];

/// The evaluations of a text to which somebody can be held, the first of each sentence.
pub fn evaluations(reading: Reading) -> impl Iterator<Item = Evaluation> {
    let mut names = None;
    let mut last = None;
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        if last == Some(sentence) || !is_worth(kinds) {
            return None;
        }
        let is_named = |at: usize| {
            let names: &Vec<&str> = names.get_or_insert_with(|| names_of(reading));
            names.binary_search(&reading.text.word(at)).is_ok()
        };
        let (words, is_of_somebody) = evaluation(reading, kinds, words.end, before(reading, words.start)?, is_named)?;
        last = Some(sentence);
        Some(Evaluation { words, sentence, is_of_somebody })
    })
}

fn is_worth(kinds: Kinds) -> bool {
    [Kind::Quality, Kind::Nature, Kind::Feat, Kind::Standard].iter().any(|kind| kinds.has(*kind))
}

/// The words that begin with a capital within a sentence, sorted.
fn names_of(reading: Reading<'_>) -> Vec<&str> {
    let words = reading.text.words().iter().enumerate();
    let is_name = |(at, word): &(usize, &Word)| {
        word.is_capitalised()
            && word.has_small_letter()
            && !reading.begins_sentence(*at)
            && reading.kinds(*at).is_empty()
    };
    let mut names: Vec<_> = words.filter(is_name).map(|(at, _)| reading.text.word(at)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn evaluation(
    reading: Reading,
    kinds: Kinds,
    end: usize,
    before: Before,
    mut is_named: impl FnMut(usize) -> bool,
) -> Option<(Range<usize>, bool)> {
    let is_standard = kinds.has(Kind::Standard);
    match before {
        Before::Verb(first) => {
            let is_person = is_person(reading, first, &mut is_named);
            said(reading, kinds, first..end, first.checked_sub(1), is_person)
        }
        Before::Pronoun(first) => said(reading, kinds, first..end, None, true),
        Before::Nothing(first) => {
            if let Some(noun) = noun_after(reading, kinds, end) {
                return closes(reading, noun).then_some((first..noun, true));
            }
            if kinds.has(Kind::Feat) {
                return closes(reading, end).then_some((first..end, true));
            }
            let is_service = reading.kinds(end).has(Kind::Subject) && !reading.behind(end, 1).is_empty();
            let noun = reading.term_end(end);
            (is_standard && is_service && closes(reading, noun)).then_some((first..noun, false))
        }
        Before::Somebody(first) => {
            let is_person = is_person(reading, first + 1, &mut is_named);
            let is_trait = kinds.has(Kind::Quality);
            ((is_standard || is_trait) && is_person && closes(reading, end)).then_some((first..end, is_trait))
        }
        Before::Service(first) => (is_standard && closes(reading, end)).then_some((first..end, false)),
    }
}

/// What a verb says: the words from there to the end of the praise or blame, of the subject that
/// stands before them, unless that is in the verb: "she's".
fn said(
    reading: Reading,
    kinds: Kinds,
    words: Range<usize>,
    subject: Option<usize>,
    is_person: bool,
) -> Option<(Range<usize>, bool)> {
    let Range { start: first, end } = words;
    let is_of = |known: &[&str]| subject.is_some_and(|subject| reading.is(subject, known));
    if let Some(noun) = noun_after(reading, kinds, end).filter(|_| !is_of(&["i", "there", "we"])) {
        return Some((first..noun, true));
    }
    let stops = stops(reading, end, &FOLLOWS);
    let is_service = || is_subject(reading, first, Kind::Subject);
    if kinds.has(Kind::Standard) && (stops || reading.is(end, &["at"])) && is_service() {
        return Some((first..end, false));
    }
    if kinds.has(Kind::Feat) {
        let is_whole = stops || stops_noun(reading, end) || reading.is(end.saturating_sub(1), &FOLLOWS_NOUN);
        return (is_whole && !is_of(&NOBODY)).then_some((first..end, true));
    }
    let is_open = stops && !kinds.has(Kind::Nature) && is_person;
    is_open.then_some((first..end, kinds.has(Kind::Quality)))
}

/// The end of the noun that the praise or blame stands before, where it can.
fn noun_after(reading: Reading, kinds: Kinds, end: usize) -> Option<usize> {
    let takes_noun = kinds.has(Kind::Quality) || kinds.has(Kind::Nature);
    type_after(reading, end).filter(|_| takes_noun)
}

/// What stands before the word: looks back over "really", "one of our most", "strong and".
fn before(reading: Reading, at: usize) -> Option<Before> {
    const FAR: usize = 7;
    const LONGEST: usize = 3;
    let mut start = at;
    while !reading.begins_sentence(start) && !reading.follows_colon(start) {
        let word = start.checked_sub(1).filter(|word| word + FAR >= at)?;
        if reading.is(word, &LINKS) {
            return verb(reading, word).map(Before::Verb);
        }
        if is_contracted(reading, word) {
            return Some(Before::Pronoun(word));
        }
        if !reading.is(word, &DEGREES) && !reading.is(word, &BETWEEN) && !is_worth(reading.kinds(word)) {
            let service = (word.saturating_sub(LONGEST)..=word)
                .find(|first| reading.kinds(*first).has(Kind::Subject) && reading.term_end(*first) == start);
            let first = service.unwrap_or(word);
            let opens = |at: usize| reading.begins_sentence(at) || reading.follows_colon(at);
            let is_first = opens(first)
                || first
                    .checked_sub(1)
                    .is_some_and(|article| opens(article) && reading.is(article, &["the", "her", "his", "their"]));
            let before = if service.is_some() { Before::Service(first) } else { Before::Somebody(first) };
            return is_first.then_some(before);
        }
        start = word;
    }
    Some(Before::Nothing(start))
}

/// Where the verb begins that ends with the word, unless it only says what might be.
fn verb(reading: Reading, mut first: usize) -> Option<usize> {
    while !reading.begins_sentence(first) && reading.is(first - 1, &AUXILIARIES) {
        first -= 1;
    }
    let is_fact = !reading.begins_sentence(first) && !reading.is(first - 1, &MODALS);
    is_fact.then_some(first)
}

/// "she's", "they're"
fn is_contracted(reading: Reading, at: usize) -> bool {
    reading.is(at, &["he's", "he’s", "she's", "she’s", "they're", "they’re"])
}

/// Whether a person, or people, stand before the verb.
fn is_person(reading: Reading, verb: usize, is_named: &mut impl FnMut(usize) -> bool) -> bool {
    let Some(last) = verb.checked_sub(1).filter(|last| !reading.is(*last, &NOBODY)) else { return false };
    let is_somebody =
        |kinds: Kinds| [Kind::Family, Kind::Staff, Kind::Pronoun, Kind::Name].iter().any(|kind| kinds.has(*kind));
    reading.who(last).is_some_and(|who| is_somebody(who) && !(who.has(Kind::Name) && is_place(reading, last)))
        || is_somebody(reading.kinds_before(verb))
        || is_subject(reading, verb, Kind::Type)
        || is_named(last)
}

/// "The trip to Alton Towers": a name behind a preposition is no subject.
fn is_place(reading: Reading, last: usize) -> bool {
    const BEFORE: [&str; 9] = ["at", "by", "from", "in", "near", "of", "on", "the", "to"];
    let is_capitalised = |at: usize| reading.text.words().get(at).is_some_and(Word::is_capitalised);
    let mut first = last;
    while !reading.begins_sentence(first) && is_capitalised(first) {
        first -= 1;
    }
    reading.is(first, &BEFORE)
}

/// Whether a term of the kind is what the verb speaks of: "contact with Dad was", "the boys
/// of his family are".
fn is_subject(reading: Reading, verb: usize, kind: Kind) -> bool {
    const FAR: usize = 7;
    const BEHIND: [&str; 9] = ["at", "between", "for", "from", "in", "of", "on", "to", "with"];
    if reading.kinds_before(verb).has(kind) {
        return true;
    }
    let first = verb.saturating_sub(FAR);
    let is_head = |at: &usize| {
        let is_first = reading.begins_sentence(*at) || *at > first && reading.begins_sentence(at - 1);
        is_first && reading.kinds(*at).has(kind) && reading.is(reading.term_end(*at), &BEHIND)
    };
    (first..verb).any(|at| is_head(&at)) && !(first..verb).any(|at| reading.is(at, &LINKS))
}

/// The end of a noun for a person or a home behind the adjective: "a lovely girl", "a good
/// Christian home".
fn type_after(reading: Reading, end: usize) -> Option<usize> {
    let is_adjoined = |at: usize| reading.text.words().get(at).is_some_and(Word::is_adjoined);
    let is_noun = |at: usize| is_adjoined(at) && reading.kinds(at).has(Kind::Type);
    let is_between = |at: usize| is_adjoined(at) && !reading.is(at, &FOLLOWS) && !reading.is(at, &FOLLOWS_NOUN);
    let noun = if is_noun(end) { end } else { Some(end + 1).filter(|at| is_between(end) && is_noun(*at))? };
    let noun_end = reading.term_end(noun);
    stops_noun(reading, noun_end).then_some(noun_end)
}

fn stops_noun(reading: Reading, end: usize) -> bool {
    stops(reading, end, &FOLLOWS_NOUN)
}

/// Whether the statement ends before the word, or goes on with one of those.
fn stops(reading: Reading, end: usize, follows: &[&str]) -> bool {
    reading.behind(end, 1).is_empty()
        || reading.text.words().get(end).is_none_or(|next| !next.is_adjoined())
        || reading.is(end, follows)
}

/// Whether the sentence, or what stands before a comma in it, ends soon, without a verb.
fn closes(reading: Reading, end: usize) -> bool {
    const MOST: usize = 3;
    let is_before_comma = |at: &usize| {
        let pair = reading.text.words_in(at.saturating_sub(1)..at + 1);
        !matches!(pair, [before, word] if reading.text.between(before, word).starts_with(','))
    };
    let rest: Vec<_> = reading.behind(end, MOST + 1).take_while(is_before_comma).collect();
    rest.len() <= MOST && !rest.into_iter().any(|at| reading.is(at, &LINKS) || reading.kinds(at).has(Kind::Say))
}
