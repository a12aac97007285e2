//! Conclusions in the place of what was seen or said.

use std::ops::Range;

use super::account::Reading;
use super::evaluations::evaluations;
use super::terms::Kind;
use crate::lexicon::patterns::Statement;
use crate::rules::words::Words;

/// The words of each conclusion with nothing seen or said beside it.
pub fn bare(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        let is_conclusion = kinds.has(Kind::Vague) || kinds.has(Kind::Verdict) && is_all(reading, &words, sentence);
        (is_conclusion && !is_borne_out(reading, &words, sentence)).then_some(words)
    })
}

/// The words of each such conclusion that patterns find.
pub fn of_patterns(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    let found = reading.found(Statement::Conclusion);
    found.filter_map(move |(words, sentence)| {
        let is_open = is_open(reading, &words, sentence) && !is_borne_out(reading, &words, sentence);
        (is_open && is_done(reading, words.start) && !is_nothing(reading, words.start)).then_some(words)
    })
}

/// Whether the text tells what the conclusion rests on, or whose it is.
fn is_borne_out(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    let signs = reading.signs(sentence);
    reading.is_borne_out_beside(words, sentence)
        || sums_up(reading, words.start, sentence)
        || signs.has(Kind::Reasoned)
        || signs.has(Kind::Label)
        || reading.before(sentence).has(Kind::Label)
        || reading.is_spoken(words.start, sentence)
        || reading.is_explained(words.end)
        || reading.is_under(Kind::Analysis, words.start)
        || is_heading(reading, words)
        || is_asked_for(reading, words.start)
        || is_agreement(reading, words)
        || words.start.checked_sub(1).is_some_and(|before| reading.is(before, &["i", "we", "you"]))
        || is_held(reading, words.start)
        || is_by_somebody(reading, words.end)
        || is_wished(reading, words.start)
        || is_measured(reading, words)
}

/// "Home conditions: good", "Dad on the phone: supportive": behind the colon stands no more.
fn is_all(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    let is_answer = reading.signs(sentence).has(Kind::Say);
    reading.follows_colon(words.start) && reading.behind(words.end, 1).is_empty() && !is_answer
}

/// "No concerns" closes what stands before it on its line.
fn sums_up(reading: Reading, at: usize, sentence: usize) -> bool {
    let is_no = reading.is(at, &["no", "nothing"]);
    is_no
        && sentence
            .checked_sub(1)
            .is_some_and(|before| reading.continues(before) && reading.signs(before).has(Kind::Observed))
}

/// The words of each statement that praises or blames a service, and says no more.
pub fn of_worth(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    let services = evaluations(reading).filter(|found| !found.is_of_somebody);
    services.filter_map(move |found| is_open(reading, &found.words, found.sentence).then_some(found.words))
}

/// "No further incidents", "these ongoing concerns", "Have a lovely weekend", "to check that all is
/// well": that there was none is a fact, what was said before is told there, and the rest is none yet.
fn is_nothing(reading: Reading, at: usize) -> bool {
    const NEAR: usize = 3;
    const NONE: [&str; 9] = ["any", "hope", "hoping", "no", "such", "these", "those", "wish", "wished"];
    let is_wish = |before: usize| reading.is(before, &["enjoy", "have"]) && reading.begins_sentence(before);
    at.checked_sub(1).is_some_and(|before| reading.is(before, &NONE) || is_wish(before))
        || reading.words_before(at, NEAR).any(|before| reading.is(before, &["sure", "that"]))
}

/// The words of each statement of how somebody did something, and not of what: "engaged really
/// well", "handled it beautifully".
pub fn of_manner(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    const MANNERS: Words = Words::new(
        "adequately amazingly appropriately badly beautifully brilliantly constructively excellently inappropriately \
         lovingly meaningfully nicely poorly positively proactively responsibly satisfactorily sensitively superbly \
         tremendously warmly well wonderfully",
    );
    const FAR: usize = 4;
    (0..reading.text.words().len()).filter_map(move |at| {
        let is_manner = MANNERS.has(reading.text.word(at));
        let verb = is_manner.then(|| reading.words_before(at, FAR).find(|at| is_conduct(reading.text.word(*at))))??;
        let words = verb..at + 1;
        let sentence = reading.stated_in(verb)?;
        let is_told = !reading.kinds(verb).has(Kind::Vague)
            && (reading.stops_by(at + 1, 1) || is_followed(reading, at + 1))
            && is_done(reading, verb)
            && is_open(reading, &words, sentence);
        is_told.then_some(words)
    })
}

/// Whether a form of the verb is one of how people deal with others: "engaged", "copes".
fn is_conduct(word: &str) -> bool {
    const STEMS: [&str; 20] = [
        "adapt",
        "adjust",
        "behav",
        "bond",
        "communicat",
        "cooperat",
        "cop",
        "develop",
        "engag",
        "far",
        "handl",
        "interact",
        "manag",
        "parent",
        "present",
        "progress",
        "react",
        "relat",
        "respond",
        "settl",
    ];
    const ENDINGS: [&str; 5] = ["e", "ed", "es", "ing", "s"];
    let is_form = |stem: &str| {
        let (known, ending) = (word.get(..stem.len()), word.get(stem.len()..));
        known.is_some_and(|known| known.eq_ignore_ascii_case(stem))
            && ending.is_some_and(|ending| ENDINGS.contains(&ending))
    };
    STEMS.iter().any(|stem| is_form(stem))
}

/// What can stand behind "well" where it ends what is said.
fn is_followed(reading: Reading, at: usize) -> bool {
    const FOLLOWS: [&str; 15] = [
        "and",
        "at",
        "but",
        "during",
        "for",
        "in",
        "on",
        "overall",
        "since",
        "throughout",
        "to",
        "today",
        "towards",
        "when",
        "with",
    ];
    reading.is(at, &FOLLOWS)
}

/// Whether somebody else than the writer and the reader did it, and not only might.
fn is_done(reading: Reading, verb: usize) -> bool {
    const NOT_DONE: [&str; 12] =
        ["can", "could", "i", "if", "may", "might", "should", "to", "we", "will", "would", "you"];
    verb.checked_sub(1).is_none_or(|before| !reading.is(before, &NOT_DONE))
}

/// Whether the statement says nothing of what it rests on, or whose it is.
fn is_open(reading: Reading, words: &Range<usize>, sentence: usize) -> bool {
    let signs = reading.signs(sentence);
    !reading.is_borne_out_beside(words, sentence)
        && !reading.is_spoken_on(sentence)
        && !signs.has(Kind::Reasoned)
        && !signs.has(Kind::Label)
        && !reading.before(sentence).has(Kind::Label)
        && !reading.is_spoken(words.start, sentence)
        && !reading.is_explained(words.end)
        && !reading.is_under(Kind::Analysis, words.start)
        && !is_wished(reading, words.start)
}

/// "What’s gone well", "say which needs are met".
fn is_asked_for(reading: Reading, at: usize) -> bool {
    const NEAR: usize = 2;
    reading.words_before(at, NEAR).any(|before| reading.is(before, &["how", "what", "what's", "what’s", "which"]))
        || reading.is(at, &["which"])
}

/// "I hope the exam goes well", "Take good care of the bear", "Thank you for a lovely afternoon": no record of what happened.
fn is_wished(reading: Reading, at: usize) -> bool {
    const FAR: usize = 8;
    const NEAR: usize = 3;
    const WISHES: [&str; 6] = ["crossed", "hope", "hoped", "hopes", "hoping", "wish"];
    reading.words_before(at, FAR).any(|before| reading.is(before, &WISHES))
        || reading.words_before(at, NEAR).any(|before| reading.is(before, &["thank", "thanks"]))
        || at.checked_sub(1).is_some_and(|first| reading.is(first, &["take"]) && reading.begins_sentence(first))
}

/// "Is doing so well at swimming that he moved up a group."
fn is_measured(reading: Reading, words: &Range<usize>) -> bool {
    const FAR: usize = 6;
    words.clone().any(|at| reading.is(at, &["so"]))
        && reading.behind(words.end, FAR).any(|at| reading.is(at, &["that"]))
}

/// "Going well", on a line of its own above what did.
fn is_heading(reading: Reading, words: &Range<usize>) -> bool {
    let is_line = reading.begins_sentence(words.start) && reading.behind(words.end, 1).is_empty();
    is_line
        && reading.is(words.start, &["going"])
        && reading.text.words().get(words.end).is_some_and(|next| {
            let last = reading.text.span_of(words.clone()).end;
            let gap = reading.text.source().get(last as usize..next.span.start as usize).unwrap_or_default();
            gap.trim_start_matches([' ', ':', '?']).starts_with(['\n', '\r'])
        })
}

/// "Mum was fine with this", "It was appropriate to wait", "Either is fine", "ok once we left".
fn is_agreement(reading: Reading, words: &Range<usize>) -> bool {
    const LAST: [&str; 3] = ["fine", "ok", "okay"];
    const OFFERED: [&str; 8] = ["any", "anything", "both", "either", "it", "that", "this", "which"];
    const FOLLOW: [&str; 6] = ["with", "to", "for", "about", "once", "if"];
    let last = words.end.saturating_sub(1);
    let is_offer = last.checked_sub(2).is_some_and(|what| reading.is(what, &OFFERED))
        && reading.is(last.saturating_sub(1), &["is", "was"]);
    let is_since = reading.is(words.end, &["as"]) && reading.is(words.end + 1, &["soon"]);
    reading.is(last, &["add", "note", "report"]) && reading.is(words.end, &["to"])
        || reading.is(last, &LAST) && (is_offer || is_since || reading.is(words.end, &FOLLOW))
        || reading.is(words.end, &["if"])
        || reading.is(last, &["appropriate"]) && reading.is(words.end, &["to", "for"])
}

/// "The school has no concerns": it is the school's conclusion.
fn is_held(reading: Reading, at: usize) -> bool {
    // "Has been": what they are, and not what they have.
    let is_verb =
        !reading.is(at, &["been"]) && at.checked_sub(1).is_some_and(|before| reading.kinds(before).has(Kind::Hold));
    is_verb && reading.actor(at).is_some_and(|who| !who.has(Kind::Me))
}

/// "No concerns were raised by the school", "no concerns in the report".
fn is_by_somebody(reading: Reading, at: usize) -> bool {
    const FAR: usize = 8;
    const NEAR: usize = 3;
    // "On the last visit by the school nurse": it is the visit that is hers.
    let mut near = reading.behind(at, FAR).take_while(|at| !reading.is(*at, &["and", "but", "during", "on"]));
    near.any(|at| {
        let has_document = || reading.has_in(reading.behind(at + 1, NEAR), Kind::Document);
        let kinds = reading.kinds(at);
        kinds.has(Kind::By) && reading.is_agent(at + 1) || kinds.has(Kind::Place) && has_document()
    })
}
