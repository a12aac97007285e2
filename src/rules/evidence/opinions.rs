//! Opinions that do not say that they are opinions.

use std::ops::Range;

use super::account::Reading;
use super::terms::Kind;

/// The words of each such opinion, the first of a sentence, and whether anybody holds it.
pub fn unmarked(reading: Reading) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut last = None;
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        let is_own = || reading.kinds(words.end).has(Kind::Me);
        let is_opinion = kinds.has(Kind::Opinion) && !is_own()
            || kinds.has(Kind::Unowned) && !kinds.has(Kind::Decided) && !decides(reading, words.end)
            || kinds.has(Kind::Held) && is_about_somebody(reading, words.end);
        let is_marked = || {
            reading.is_spoken(words.start, sentence)
                || reading.signs(sentence).has(Kind::Label)
                || reading.before(sentence).has(Kind::Label)
                || reading.is_under(Kind::Analysis, words.start)
                || reading.is_explained(words.end)
                || has_reason(reading, sentence)
        };
        let is_new = is_opinion && last != Some(sentence) && !is_marked();
        is_new.then(|| {
            last = Some(sentence);
            (words, !kinds.has(Kind::Unowned))
        })
    })
}

/// Whether a statement about somebody or something follows, not a proposal: "I think Mum
/// is tired", but not "I felt his forehead", "I think you were brave", "I think it would help".
fn is_about_somebody(reading: Reading, at: usize) -> bool {
    const THINGS: [&str; 5] = ["his", "her", "their", "the", "our"];
    const OTHERS: [&str; 10] =
        ["it", "this", "these", "there", "things", "everything", "nothing", "nobody", "something", "everybody"];
    const FEWEST: usize = 3;
    const MOST: usize = 7;
    let is = |at: usize, known: &[&str]| known.iter().any(|known| reading.text.word(at).eq_ignore_ascii_case(known));
    let has_that = is(at, &["that"]);
    let first = if has_that { at + 1 } else { at };
    let is_somebody = reading.who(first).is_some_and(|who| !who.has(Kind::Me)) && !is(first, &["you"]);
    let was_touched = is(at.saturating_sub(1), &["felt"]) && !has_that;
    let rest = reading.behind(at, MOST);
    rest.len() >= FEWEST
        && (is_somebody || is(first, &OTHERS) || is(first, &THINGS) && !was_touched)
        && !reading.has_in(rest, Kind::Proposal)
}

/// "It was felt that the visits could drop": what was felt is what is to be done.
pub fn decides(reading: Reading, at: usize) -> bool {
    const FAR: usize = 10;
    reading.has_in(reading.behind(at, FAR), Kind::Proposal)
}

/// A reason in the sentence, or at the beginning of the next: "This is because".
fn has_reason(reading: Reading, sentence: usize) -> bool {
    const BEGINNING: usize = 4;
    let next = reading.text.sentences().get(sentence + 1).map(|next| next.first_word as usize);
    reading.signs(sentence).has(Kind::Reasoned)
        || next.is_some_and(|first| reading.has_in(first..first + BEGINNING, Kind::Reason))
}
