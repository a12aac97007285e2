//! Decisions without a verb of deciding: “her phone is now to be handed in at nine”, “legal
//! planning meeting to be held”, “no more trips for now”, “I am not extending it”.

use std::ops::Range;

use super::account::Reading;
use super::terms::Kind;
use crate::lexicon::patterns::Statement;
use crate::text::Word;

/// Such a decision.
pub struct Ruling {
    /// Its words.
    pub words: Range<usize>,
    /// The sentence in which it stands.
    pub sentence: usize,
    /// Whether the writer decides.
    pub is_mine: bool,
}

/// The rulings of a text to which somebody can be held.
pub fn rulings(reading: Reading) -> impl Iterator<Item = Ruling> {
    let is_mine = move |at: usize| reading.is(at, &["i", "i'm", "i’m", "i've", "i’ve"]);
    let of_patterns = reading.found(Statement::Decision).map(move |(words, sentence)| {
        let is_mine = is_mine(words.start) || words.start.checked_sub(1).is_some_and(is_mine);
        Ruling { words, sentence, is_mine }
    });
    of_grammar(reading).chain(of_patterns)
}

fn of_grammar(reading: Reading) -> impl Iterator<Item = Ruling> {
    (0..reading.text.words().len()).filter_map(move |at| {
        let word = reading.text.word(at);
        let (end, is_mine) = match word.len() {
            2 if word.eq_ignore_ascii_case("to") => (imposed(reading, at).or_else(|| convened(reading, at))?, false),
            2 if word.eq_ignore_ascii_case("no") => (banned(reading, at)?, false),
            1..=5 if word.starts_with(['i', 'I']) => (refused(reading, at)?, true),
            _ => return None,
        };
        let first = if is_mine { at } else { reading.first_of_sentence(at) };
        // The denial is the ruling itself, so only what stands before it can take it back.
        let sentence = reading.stated_in(first)?;
        Some(Ruling { words: first..end, sentence, is_mine })
    })
}

/// "Is now to be handed in", "is not to see her dad", "is no longer to stay": from the "to" on.
fn imposed(reading: Reading, to: usize) -> Option<usize> {
    const DONE: [&str; 15] = [
        "attend", "come", "contact", "go", "have", "leave", "live", "meet", "return", "see", "sleep", "stay", "use",
        "visit", "wear",
    ];
    const NOT_DONE: [&str; 18] = [
        "allowed",
        "alone",
        "around",
        "at",
        "contacted",
        "given",
        "in",
        "informed",
        "invited",
        "left",
        "near",
        "on",
        "out",
        "shared",
        "supervised",
        "told",
        "used",
        "with",
    ];
    const LONGEST: usize = 7;
    let before = to.checked_sub(2)?;
    let is_verb = |at: usize| reading.is(at, &["is", "are"]);
    let is_denied = reading.is(to - 1, &["not"]);
    let is_changed = reading.is(to - 1, &["now", "not", "only"]) && is_verb(before)
        || reading.is(to - 1, &["longer"]) && reading.is(before, &["no"]) && is_verb(before.checked_sub(1)?);
    let first = reading.first_of_sentence(to);
    let is_near = || first + LONGEST >= to && !(first..before).any(|at| reading.is(at, &["that", "what", "who"]));
    let speaks = |kind: Kind| reading.has_in(first..before, kind);
    let is_open =
        reading.is(to + 1, &DONE) || reading.is(to + 1, &["be"]) && (!is_denied || reading.is(to + 2, &NOT_DONE));
    (is_changed && is_open && is_near() && !speaks(Kind::Say) && !speaks(Kind::Me)).then_some(to + 2)
}

/// "Legal planning meeting to be held", but not with a date: that is an appointment.
fn convened(reading: Reading, to: usize) -> Option<usize> {
    const VERBS: [&str; 17] = [
        "ceased",
        "commenced",
        "convened",
        "ended",
        "extended",
        "held",
        "increased",
        "initiated",
        "issued",
        "discontinued",
        "reduced",
        "sought",
        "stopped",
        "supervised",
        "suspended",
        "terminated",
        "withdrawn",
    ];
    const FAR: usize = 8;
    const LONGEST: usize = 5;
    let what = reading.kinds_before(to);
    let is_service = [Kind::Step, Kind::Forum, Kind::Matter, Kind::Granted].iter().any(|kind| what.has(*kind));
    let is_headline = reading.first_of_sentence(to) + LONGEST >= to;
    let end = to + 3;
    let rest = reading.behind(end, FAR);
    let has_date = |at: usize| {
        let word = reading.text.words().get(at);
        reading.kinds(at).has(Kind::Time) || word.is_some_and(Word::has_digit)
    };
    let is_task = rest.clone().any(|at| has_date(at) || reading.kinds(at).has(Kind::By));
    (is_service && is_headline && reading.is(to + 1, &["be"]) && reading.is(to + 2, &VERBS) && !is_task).then_some(end)
}

/// "No more beach trips for now", "No phone until further notice".
fn banned(reading: Reading, no: usize) -> Option<usize> {
    const FAR: usize = 8;
    const NO_RULE: [&str; 14] = [
        "answer",
        "bookings",
        "change",
        "changes",
        "concern",
        "concerns",
        "contact",
        "date",
        "need",
        "news",
        "plans",
        "questions",
        "reply",
        "worries",
    ];
    if !reading.begins_sentence(no) && !reading.follows_colon(no) {
        return None;
    }
    let what = if reading.is(no + 1, &["more", "further"]) { no + 2 } else { no + 1 };
    let ends = |at: usize| {
        reading.is(at, &["for"]) && reading.is(at + 1, &["now"])
            || reading.is(at, &["from"]) && reading.is(at + 1, &["now"]) && reading.is(at + 2, &["on"])
            || reading.is(at, &["until"]) && reading.is(at + 1, &["further"]) && reading.is(at + 2, &["notice"])
            || reading.is(at, &["time"]) && reading.is(at + 1, &["being"])
    };
    let end = reading.behind(what + 1, FAR).find(|at| ends(*at)).filter(|_| !reading.is(what, &NO_RULE))?;
    Some(end + 2)
}

/// "I am not extending it", "I won't be sending this to the front door".
fn refused(reading: Reading, at: usize) -> Option<usize> {
    const VERBS: [&str; 19] = [
        "accepting",
        "agreeing",
        "allocating",
        "approving",
        "authorising",
        "closing",
        "convening",
        "ending",
        "escalating",
        "extending",
        "funding",
        "issuing",
        "opening",
        "progressing",
        "pursuing",
        "recommending",
        "referring",
        "sending",
        "transferring",
    ];
    const NEAR: usize = 6;
    let verb = if reading.is(at, &["i"]) && reading.is(at + 1, &["am", "will"]) && reading.is(at + 2, &["not"]) {
        if reading.is(at + 3, &["be"]) { at + 4 } else { at + 3 }
    } else if reading.is(at, &["i'm", "i’m"]) && reading.is(at + 1, &["not"]) {
        at + 2
    } else if reading.is(at, &["i"]) && reading.is(at + 1, &["won't", "won’t"]) && reading.is(at + 2, &["be"]) {
        at + 3
    } else {
        return None;
    };
    let rest = reading.behind(verb + 1, NEAR);
    let is_arranged = rest.clone().any(|at| reading.kinds(at).has(Kind::Channel) || reading.kinds(at).has(Kind::Doubt));
    let is_of_matter = reading.is(verb + 1, &["it", "this", "these", "him", "her", "them"])
        || rest.into_iter().any(|at| reading.kinds(at).has(Kind::Matter) || reading.kinds(at).has(Kind::Granted));
    (reading.is(verb, &VERBS) && is_of_matter && !is_arranged).then_some(verb + 1)
}
