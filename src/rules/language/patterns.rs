//! Where the patterns of the lexicon stand in a text.

use std::ops::Range;

use super::people::PEOPLE;
use super::place::Place;
use super::reports::could_be_named;
use crate::lexicon::dictionary::{TableName, all};
use crate::lexicon::patterns::{GAP, MOST_DEGREES, Patterns, Piece, Takes, patterns};
use crate::text::Text;
use crate::text::phrases::Match;

/// Words that say how much, how often or how surely, beside those that end in -ly.
const DEGREE: [&str; 41] = [
    "a", "again", "all", "also", "always", "an", "and", "as", "at", "been", "being", "bit", "both", "did", "do",
    "does", "either", "even", "ever", "far", "have", "just", "kind", "more", "most", "never", "now", "of", "often",
    "only", "quite", "rather", "so", "somehow", "sort", "still", "then", "too", "very", "well", "wide",
];

/// The terms of the patterns in a text.
struct Terms<'t> {
    patterns: &'static Patterns,
    text: &'t Text<'t>,
    /// By where they begin; their rows are the numbers of classes and choices of words.
    list: &'t [Match<'static>],
}

/// How far a pattern has been followed.
#[derive(Clone, Copy)]
struct At {
    /// The word that comes next.
    word: usize,
    /// Whether of that word the verb alone is left: the "'s" of "she's".
    is_half: bool,
    /// Whether a comma may stand before it.
    is_free: bool,
    /// Where the marked words begin, and end.
    start: usize,
    end: Option<usize>,
}

/// The patterns that stand in the text, and their words, by where these begin.
pub fn find(text: &Text) -> Vec<(usize, Range<usize>)> {
    let patterns = patterns();
    let terms = Terms { patterns, text, list: all(TableName::Patterns, text) };
    let mut found = Vec::new();
    // For each class and choice of words the first word of the last sentence that has it.
    let mut stands_in = vec![usize::MAX; patterns.numbers()];
    let mut read = 0;
    for anchor in all(TableName::Anchors, text) {
        let place = Place::new(anchor.words.clone(), text);
        let sentence = place.sentence.start;
        for term in terms.within(read.max(sentence)..place.sentence.end) {
            for number in term.rows {
                if let Some(stands_in) = stands_in.get_mut(*number as usize) {
                    *stands_in = sentence;
                }
            }
        }
        read = place.sentence.end;
        for index in anchor.rows.iter().flat_map(|number| patterns.anchored(*number)) {
            let Some(pattern) = patterns.list.get(*index) else { continue };
            if !pattern.needs.iter().all(|number| stands_in.get(*number as usize) == Some(&sentence)) {
                continue;
            }
            let first = place.words.start.saturating_sub(pattern.reach).max(place.sentence.start);
            let stands = (first..=place.words.start).find_map(|word| {
                let at = At { word, is_half: false, is_free: true, start: word, end: None };
                terms.follow(&pattern.pieces, at, &place)
            });
            found.extend(stands.map(|words| (*index, words)));
        }
    }
    found.sort_by_key(|(index, words)| (words.start, *index));
    found
}

impl Terms<'_> {
    /// The marked words, where the pieces stand from here on.
    fn follow(&self, pieces: &[Piece], at: At, place: &Place) -> Option<Range<usize>> {
        let behind = at.word + usize::from(at.is_half);
        let Some((piece, rest)) = pieces.split_first() else {
            let end = at.end.unwrap_or(behind);
            return (at.start < end).then_some(at.start..end);
        };
        let go_on = |at: At| self.follow(rest, at, place);
        let past = |word: usize| At { word, is_half: false, is_free: false, ..at };
        let stands = place.sentence.contains(&at.word) && (at.is_free || place.is_adjoined(at.word));
        let is_whole = stands && !at.is_half;
        let person = || {
            let is_person =
                place.is(at.word, &PEOPLE) || place.is(at.word, &["him", "them"]) || could_be_named(at.word, place);
            let has_verb = is_person && !self.verbs(at.word).is_empty();
            let with_verb = has_verb.then(|| go_on(At { is_half: true, ..past(at.word) })).flatten();
            with_verb.or_else(|| is_person.then(|| go_on(past(at.word + 1))).flatten())
        };
        let ends_here = || (!at.is_half && !place.is_adjoined(at.word)).then(|| go_on(at)).flatten();
        let taken = match piece.takes {
            Takes::Start => (!at.is_half && begins(at.word, place)).then(|| go_on(at)).flatten(),
            Takes::End => ends_here(),
            Takes::Open => go_on(At { start: at.word, ..at }),
            Takes::Close => go_on(At { end: Some(behind), ..at }),
            Takes::Gap => {
                let is_passed = |word: &usize| *word == at.word || !place.gap(word - 1).contains([';', ':', '(', ')']);
                let words =
                    (at.word..=at.word + GAP).take_while(is_passed).take_while(|word| *word < place.sentence.end);
                words.filter(|_| !at.is_half).find_map(|word| go_on(At { word, is_free: true, ..at }))
            }
            Takes::Degrees => {
                let is_degree = |word: &usize| place.is_adjoined(*word) && self.is_degree(*word, place);
                let most = if at.is_half { 0 } else { (at.word..at.word + MOST_DEGREES).take_while(is_degree).count() };
                (0..=most).rev().find_map(|count| go_on(At { word: at.word + count, ..at }))
            }
            Takes::Any => is_whole.then(|| go_on(past(at.word + 1))).flatten(),
            Takes::Ing => {
                let word = self.text.word(at.word);
                (is_whole && word.len() > 4 && word.ends_with("ing")).then(|| go_on(past(at.word + 1))).flatten()
            }
            Takes::Past => (is_whole && place.is_past(at.word)).then(|| go_on(past(at.word + 1))).flatten(),
            Takes::Person => is_whole.then(person).flatten(),
            Takes::Who => {
                let named = is_whole.then(person).flatten();
                named.or_else(|| (!at.is_half && is_subject_left_out(at.word, place)).then(|| go_on(at)).flatten())
            }
            Takes::Term(number) if at.is_half => {
                let is_verb = self.verbs(at.word).iter().any(|verb| self.patterns.includes(number, *verb));
                is_verb.then(|| go_on(past(at.word + 1))).flatten()
            }
            Takes::Term(number) => {
                let terms = if stands { self.within(at.word..at.word + 1) } else { &[] };
                let of_number = terms.iter().rev().filter(|term| term.rows.contains(&number));
                let mut ends = of_number.map(|term| term.words.end).filter(|end| *end <= place.sentence.end);
                let term = ends.find_map(|end| go_on(past(end)));
                let term = term.or_else(|| (piece.or_person && is_whole).then(person).flatten());
                term.or_else(|| piece.or_end.then(ends_here).flatten())
            }
        };
        taken.or_else(|| piece.is_optional.then(|| go_on(at)).flatten())
    }

    /// The terms that begin with one of the words.
    fn within(&self, words: Range<usize>) -> &[Match<'static>] {
        let first = |word: usize| self.list.partition_point(|term| term.words.start < word);
        self.list.get(first(words.start)..first(words.end)).unwrap_or_default()
    }

    /// What the shortened verb on the word can be: that of "she's" is or has.
    fn verbs(&self, word: usize) -> Vec<u32> {
        let [be, have, will, would] = self.patterns.verbs;
        let written = self.text.word(word);
        match written.rsplit_once(['\'', '’']).map(|(_, verb)| verb) {
            Some("s") => vec![be, have],
            Some("re") => vec![be],
            Some("ve") => vec![have],
            Some("ll") => vec![will],
            Some("d") => vec![would, have],
            _ => Vec::new(),
        }
    }

    fn is_degree(&self, word: usize, place: &Place) -> bool {
        place.is(word, &DEGREE) || self.text.word(word).ends_with("ly")
    }
}

/// Whether a sentence begins with the word, or a part of one behind a colon or a dash.
fn begins(word: usize, place: &Place) -> bool {
    word == place.sentence.start || place.gap(word - 1).contains([';', ':', '–', '—'])
}

/// Whether a verb may stand here whose subject is not said again: "and was …", "Was …".
fn is_subject_left_out(word: usize, place: &Place) -> bool {
    let before = word.checked_sub(1).filter(|before| place.sentence.contains(before));
    before.is_none_or(|before| {
        place.is(before, &["and", "but", "or", "who", "then"]) || place.gap(before).contains([',', ';', ':', '–', '—'])
    })
}
