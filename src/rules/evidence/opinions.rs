//! Opinions that do not say that they are opinions.

use std::ops::Range;

use super::account::Reading;
use super::evaluations::evaluations;
use super::terms::Kind;
use crate::lexicon::patterns::Statement;
use crate::rules::words::Words;

/// The words of each such opinion, the first of a sentence, and whether anybody holds it.
pub fn unmarked(reading: Reading) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut last = None;
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        let is_opinion = kinds.has(Kind::Opinion) && !is_between_us(reading, words.end)
            || kinds.has(Kind::Unowned) && !kinds.has(Kind::Decided) && !decides(reading, words.end)
            || kinds.has(Kind::Held) && is_about_somebody(reading, words.end) && !is_corrected(reading, &words);
        let is_new = is_opinion && last != Some(sentence) && !is_marked(reading, &words, sentence);
        is_new.then(|| {
            last = Some(sentence);
            (words, !kinds.has(Kind::Unowned))
        })
    })
}

/// What the writer says of themselves, or to the reader: "The truth is that I was late", "It is a
/// shame that you missed it", "I was impressed by your drawing".
fn is_between_us(reading: Reading, at: usize) -> bool {
    const NEAR: usize = 3;
    const READER: [&str; 6] = ["you", "your", "you've", "you’ve", "you're", "you’re"];
    let first = if reading.is(at, &["that"]) { at + 1 } else { at };
    reading.kinds(first).has(Kind::Me) || reading.behind(at, NEAR).any(|at| reading.is(at, &READER))
}

/// "I thought it was Tuesday, but it was Wednesday", "I thought he would cry, and asked him".
fn is_corrected(reading: Reading, words: &Range<usize>) -> bool {
    const FAR: usize = 12;
    reading.is(words.end.saturating_sub(1), &["thought", "believed"])
        && reading.behind(words.end, FAR).any(|at| reading.is(at, &["asked", "but"]))
}

/// The words of each statement that praises or blames somebody, and gives no ground for it.
pub fn of_worth(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    evaluations(reading).filter_map(move |found| {
        let signs = reading.signs(found.sentence);
        let is_open = found.is_of_somebody
            && !signs.has(Kind::Opinion)
            && !signs.has(Kind::Report)
            && !is_marked(reading, &found.words, found.sentence)
            && !reading.is_borne_out(found.sentence);
        is_open.then_some(found.words)
    })
}

/// The words of each statement of what somebody is like, feels, wants or will come to, with
/// nothing behind it to bear it out: what was seen is often what is interpreted.
pub fn of_patterns(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    reading.found(Statement::Opinion).filter_map(move |(words, sentence)| {
        let is_borne_out = || reading.continues(sentence) && reading.signs(sentence + 1).has(Kind::Observed);
        let is_open =
            !is_marked(reading, &words, sentence) && !reading.signs(sentence).has(Kind::Source) && !is_borne_out();
        (is_open && !is_between_us(reading, words.end)).then_some(words)
    })
}

/// Whether the text says of the words that they are an opinion, whose, or what it rests on.
fn is_marked(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    reading.is_spoken(words.start, sentence)
        || reading.signs(sentence).has(Kind::Label)
        || reading.before(sentence).has(Kind::Label)
        || is_owned_next(reading, sentence)
        || reading.is_under(Kind::Analysis, words.start)
        || reading.is_explained(words.end)
        || is_derived(reading, words.end)
        || reading.kinds(reading.first_of_sentence(words.start)).has(Kind::Rationale)
        || has_reason(reading, sentence)
}

/// "This is the view of Ms Hart, his teacher."
fn is_owned_next(reading: Reading, sentence: usize) -> bool {
    let next = reading.text.sentences().get(sentence + 1).map(|next| next.first_word as usize);
    reading.continues(sentence) && next.is_some_and(|first| reading.kinds(first).has(Kind::Label))
}

/// The words that say whom somebody puts first or lets down: "is putting Dad before the kids",
/// "choosing him over her children", "will never put Theo first", "has let Leona down".
pub fn of_loyalty(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    const CHOOSING: Words =
        Words::new("choose chooses choosing chose place places placing prioritises prioritising put puts putting");
    const LETTING: Words = Words::new("let lets letting");
    const FAR: usize = 5;
    (0..reading.text.words().len()).filter_map(move |at| {
        let end = if CHOOSING.has(reading.text.word(at)) {
            let over = reading.behind(at + 1, FAR).skip(1).find(|at| reading.is(*at, &["before", "over", "above"]));
            let is_open = |at: usize| reading.stops_by(at, 1);
            over.and_then(|over| end_of_children(reading, over + 1)).or_else(|| {
                let mut firsts = reading.behind(at + 2, 2).filter(|at| reading.is(*at, &["first"]) && is_open(at + 1));
                firsts
                    .next()
                    .filter(|first| reading.who(first - 1).is_some() && !reading.is(first - 1, &["you", "me", "us"]))
                    .map(|first| first + 1)
            })
        } else if LETTING.has(reading.text.word(at)) {
            let down = reading.behind(at + 2, 2).find(|at| reading.is(*at, &["down"]));
            let is_open = |at: usize| reading.stops_by(at, 1) || reading.is(at, &["again", "badly", "on"]);
            down.filter(|down| reading.who(down - 1).is_some() && is_open(down + 1)).map(|down| down + 1)
        } else {
            None
        }?;
        let is_open = |sentence: usize| {
            let signs = reading.signs(sentence);
            !signs.has(Kind::Held) && !signs.has(Kind::Opinion) && !is_marked(reading, &(at..end), sentence)
        };
        (has_subject(reading, at) && reading.stated_in(at).is_some_and(is_open)).then_some(at..end)
    })
}

/// Whether somebody else than the writer and the reader does it: not "to put", "I put", "put!".
fn has_subject(reading: Reading, verb: usize) -> bool {
    const BETWEEN: [&str; 12] =
        ["always", "are", "been", "clearly", "ever", "has", "have", "is", "just", "never", "still", "was"];
    const OTHERS: [&str; 11] = ["and", "can", "could", "i", "if", "may", "should", "to", "we", "would", "you"];
    let mut first = verb;
    while !reading.begins_sentence(first) && reading.is(first - 1, &BETWEEN) {
        first -= 1;
    }
    !reading.begins_sentence(first) && !reading.is(first - 1, &OTHERS)
}

/// "the kids", "her own children"
fn end_of_children(reading: Reading, at: usize) -> Option<usize> {
    const WHOSE: [&str; 5] = ["the", "her", "his", "their", "own"];
    const CHILDREN: [&str; 10] =
        ["baby", "child", "children", "daughter", "daughters", "family", "kids", "needs", "son", "sons"];
    let noun = (at..at + 3).find(|at| !reading.is(*at, &WHOSE))?;
    reading.is(noun, &CHILDREN).then_some(noun + 1)
}

/// Whether a statement about somebody or something follows, not a proposal: "I think Mum
/// is tired", but not "I felt his forehead", "I think you were brave", "I think it would help".
fn is_about_somebody(reading: Reading, at: usize) -> bool {
    const THINGS: [&str; 5] = ["his", "her", "their", "the", "our"];
    const OTHERS: [&str; 10] =
        ["it", "this", "these", "there", "things", "everything", "nothing", "nobody", "something", "everybody"];
    // Where something is, or when it was, is remembered, and no opinion of anybody.
    const KEPT: [&str; 5] = ["bag", "key", "keys", "letter", "parcel"];
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const FEWEST: usize = 3;
    const MOST: usize = 7;
    const NEAR: usize = 5;
    let has_that = reading.is(at, &["that"]);
    let first = if has_that { at + 1 } else { at };
    let is_somebody = reading.who(first).is_some_and(|who| !who.has(Kind::Me)) && !reading.is(first, &["you"]);
    let was_touched = reading.is(at.saturating_sub(1), &["felt"]) && !has_that;
    let rest = reading.behind(at, MOST);
    let nearest = reading.behind(at, NEAR);
    // "I believe Aaliyah, and …"
    let is_believed = reading.is(at.saturating_sub(1), &["believe", "believed"])
        && !has_that
        && reading.text.words().get(first + 1).is_some_and(|next| !next.is_adjoined());
    rest.len() >= FEWEST
        && !is_believed
        && !rest.clone().any(|at| reading.is(at, &KEPT) || reading.is(at, &["is", "was"]) && reading.is(at + 1, &DAYS))
        && (is_somebody || reading.is(first, &OTHERS) || reading.is(first, &THINGS) && !was_touched)
        && !reading.has_in(nearest, Kind::Proposal)
}

/// "It was felt that the visits could drop": what was felt is what is to be done.
pub fn decides(reading: Reading, at: usize) -> bool {
    const FAR: usize = 10;
    reading.has_in(reading.behind(at, FAR), Kind::Proposal)
}

/// "It appears to me, from the three late marks, that".
fn is_derived(reading: Reading, at: usize) -> bool {
    reading.is(at, &["from"]) && reading.text.words().get(at).is_some_and(|from| !from.is_adjoined())
}

/// A reason in the sentence, or at the beginning of the next: "This is because".
fn has_reason(reading: Reading, sentence: usize) -> bool {
    const BEGINNING: usize = 4;
    let next = reading.text.sentences().get(sentence + 1).map(|next| next.first_word as usize);
    reading.signs(sentence).has(Kind::Reasoned)
        || next.is_some_and(|first| reading.has_in(first..first + BEGINNING, Kind::Reason))
}
