//! What the writer was told, and nobody knows by whom.

use std::ops::Range;

use super::account::Reading;
use super::terms::Kind;

/// The words of each such report.
pub fn unattributed(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        let is_report = kinds.has(Kind::Report) && !is_told_on(reading, words.end)
            || kinds.has(Kind::Understand) && is_statement(reading, words.end);
        // Whoever the writer was in touch with just before told it, if the writer was told.
        let is_from_them = || {
            is_received(reading, &words)
                && (reading.is_met(words.start, sentence) || reading.before(sentence).has(Kind::Said))
        };
        let is_attributed = || {
            reading.is_said(words.start, sentence)
                || reading.around(sentence).any(|signs| signs.has(Kind::Source))
                || is_from_them()
                || is_sourced(reading, words.end)
        };
        (is_report && !is_attributed()).then_some(words)
    })
}

/// "I was told", "apparently", "we understand"; but not "it was alleged", "he is said to".
fn is_received(reading: Reading, words: &Range<usize>) -> bool {
    const RECEIVED: [&str; 14] = [
        "i",
        "i've",
        "we",
        "we've",
        "me",
        "us",
        "my",
        "our",
        "apparently",
        "supposedly",
        "reportedly",
        "allegedly",
        "confirmed",
        "mentioned",
    ];
    words
        .clone()
        .any(|at| RECEIVED.iter().any(|known| reading.text.word(at).replace('’', "'").eq_ignore_ascii_case(known)))
}

/// "It was reported to the police", but not "It was reported to me".
fn is_told_on(reading: Reading, at: usize) -> bool {
    let is = |at: usize, known: &str| reading.text.word(at).eq_ignore_ascii_case(known);
    is(at, "to") && !is(at.saturating_sub(1), "to") && !is(at + 1, "me") && !is(at + 1, "us")
}

/// Whether a statement about somebody follows: "I understand that Dad has moved", but not
/// "I understand that this is hard for you", "I understand how sad you were".
fn is_statement(reading: Reading, at: usize) -> bool {
    const BEGINNINGS: [&str; 6] = ["there", "the", "his", "her", "their", "a"];
    let is = |at: usize, known: &str| reading.text.word(at).eq_ignore_ascii_case(known);
    let first = if is(at, "that") { at + 1 } else { at };
    reading.who(first).is_some() && !is(first, "you") || BEGINNINGS.iter().any(|known| is(first, known))
}

/// Whether the source stands between the report and what was reported: "by a neighbour",
/// "at school", "in the letter".
fn is_sourced(reading: Reading, at: usize) -> bool {
    const FAR: usize = 8;
    const NEAR: usize = 4;
    let mut behind = reading.behind(at, FAR).take_while(|at| !reading.text.word(*at).eq_ignore_ascii_case("that"));
    behind.any(|at| {
        let kinds = reading.kinds(at);
        let has_place = || {
            reading.behind(at + 1, NEAR).any(|at| {
                let kinds = reading.kinds(at);
                [Kind::Body, Kind::Forum, Kind::Staff, Kind::Decider, Kind::Document]
                    .iter()
                    .any(|kind| kinds.has(*kind))
            })
        };
        kinds.has(Kind::By) && reading.is_agent(at + 1) || kinds.has(Kind::Place) && has_place()
    })
}
