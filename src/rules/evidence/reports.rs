//! What the writer was told, and nobody knows by whom.

use std::ops::Range;

use super::account::Reading;
use super::opinions::decides;
use super::terms::Kind;
use crate::lexicon::patterns::Statement;
use crate::text::Word;

/// The words of each such report, the first of a sentence.
pub fn unattributed(reading: Reading) -> impl Iterator<Item = Range<usize>> {
    let of_patterns = reading.found(Statement::Report).filter(move |(words, _)| is_of_others(reading, words));
    let of_patterns = of_patterns.map(|(words, sentence)| (words, sentence, false));
    let mut reports: Vec<_> = of_terms(reading).chain(of_patterns).collect();
    reports.sort_by_key(|(words, ..)| words.start);
    let mut last = None;
    reports.retain(|(words, sentence, is_nobodys)| {
        let is_open = !is_attributed(reading, words, *sentence, *is_nobodys);
        is_open && last.replace(*sentence) != Some(*sentence)
    });
    reports.into_iter().map(|(words, ..)| words)
}

/// The words of each report that the table's terms tell of, its sentence, and whether nobody in
/// particular speaks in it.
fn of_terms(reading: Reading) -> impl Iterator<Item = (Range<usize>, usize, bool)> {
    reading.statements().filter_map(move |(kinds, words, sentence)| {
        let is_anybodys = kinds.has(Kind::Anybody);
        let end =
            if is_anybodys { Some(end_of_saying(reading, words.end)?) } else { end_of_talk(reading, words.start) };
        let is_nobodys = end.is_some();
        let words = words.start..end.unwrap_or(words.end);
        let is_report = is_nobodys
            || is_bare(reading, &words)
            || kinds.has(Kind::Report)
                && !is_somebody_told(reading, &words)
                && is_of_others(reading, &words)
                && !is_greeting(reading, words.end)
            || kinds.has(Kind::Understand) && (is_statement(reading, words.end) || stands_between(reading, &words));
        (is_report && !is_known(reading, words.start, sentence)).then_some((words, sentence, is_nobodys))
    })
}

/// Whether the text says who told it.
fn is_attributed(reading: Reading, words: &Range<usize>, sentence: usize, is_nobodys: bool) -> bool {
    // Whoever the writer was in touch with just before told it, if the writer was told.
    let is_from_them = || {
        is_received(reading, words)
            && (reading.is_met(words.start, sentence) || reading.before(sentence).has(Kind::Said))
    };
    reading.is_said(words.start, sentence)
        || is_source_near(reading, words, sentence, is_nobodys)
        || is_from_them()
        || is_on_paper(reading, words)
        || is_sourced(reading, words.end)
        || is_told_between(reading, words.end)
        || is_from_somebody(reading, words)
        || reading.is(words.end, &["when"])
}

/// "I heard about the fall from Nan", "The feedback from the trainer, Jo Lee, is that".
fn is_from_somebody(reading: Reading, words: &Range<usize>) -> bool {
    const FAR: usize = 6;
    const NEAR: usize = 3;
    let is_source = |at: usize| reading.who(at).is_some_and(|who| !who.has(Kind::Me) && !who.has(Kind::Pronoun));
    let is_about = reading.is(words.end.saturating_sub(1), &["about", "of"]);
    let behind = reading.behind(words.end, if is_about { FAR } else { 0 });
    let mut from = words.clone().chain(behind.take_while(|at| !reading.is(*at, &["that"])));
    from.any(|at| reading.is(at, &["from"]) && reading.behind(at + 1, NEAR).any(is_source))
}

/// "Apparently, Mum said, the lift is out."
fn is_told_between(reading: Reading, at: usize) -> bool {
    const FAR: usize = 4;
    let stands_apart = |at: usize| reading.text.words().get(at).is_some_and(|word| !word.is_adjoined());
    let is_verb = |at: usize| reading.kinds(at).has(Kind::Say) && stands_apart(at + 1);
    stands_apart(at) && reading.who(at).is_some() && reading.behind(at, FAR).any(is_verb)
}

/// "Told that Dad is back", "Heard that": a sentence that begins with its verb.
fn is_bare(reading: Reading, words: &Range<usize>) -> bool {
    const HEARD: [&str; 3] = ["heard", "informed", "told"];
    reading.is(words.start, &HEARD) && reading.is(words.end, &["that"]) && reading.begins_sentence(words.start)
}

/// "He has been told that": somebody else was told. "Been told that" begins a sentence.
fn is_somebody_told(reading: Reading, words: &Range<usize>) -> bool {
    reading.is(words.start, &["been"]) && !reading.begins_sentence(words.start)
}

/// Whether it tells something of others that somebody told the writer. "I was told that I could
/// leave my bag" is what the writer may do.
fn is_of_others(reading: Reading, words: &Range<usize>) -> bool {
    let first = if reading.is(words.end, &["that"]) { words.end + 1 } else { words.end };
    // "It was thought unsafe for him to go home" is what somebody decided.
    let is_weighed =
        reading.is(words.end, &["appropriate", "best", "better", "necessary", "right", "safe", "unsafe", "wise"]);
    let is_mine = reading.kinds(first).has(Kind::Me);
    !is_mine
        && !is_weighed
        && !is_told_to(reading, words.end)
        && !is_told_on(reading, words.end)
        && !is_proposal(reading, words)
}

/// "I was told at the desk to wait": what the writer was to do.
fn is_told_to(reading: Reading, at: usize) -> bool {
    const NEAR: usize = 4;
    let mut behind = reading.behind(at, NEAR).take_while(|at| !reading.is(*at, &["that"]));
    reading.kinds(at).has(Kind::Place) && behind.any(|at| reading.is(at, &["to"]))
}

/// "They say that", where the text has just said who they are: "at home they say".
fn is_known(reading: Reading, they: usize, sentence: usize) -> bool {
    if !reading.is(they, &["they"]) {
        return false;
    }
    let people =
        |words: Range<usize>| words.into_iter().any(|at| reading.who(at).is_some_and(|who| !who.has(Kind::Me)));
    let before = sentence.checked_sub(1).filter(|before| reading.continues(*before));
    let last = before.and_then(|before| reading.text.sentences().get(before));
    !reading.begins_sentence(they) || last.is_some_and(|last| people(last.first_word as usize..last.end_word as usize))
}

/// Where the noun ends: "there have been some whispers", "there's talk". What is not there, and
/// what is there to be read, is no hearsay.
fn end_of_talk(reading: Reading, there: usize) -> Option<usize> {
    const CONTRACTED: [&str; 2] = ["there's", "there’s"];
    const BETWEEN: [&str; 20] = [
        "a",
        "also",
        "an",
        "are",
        "been",
        "continued",
        "further",
        "had",
        "has",
        "have",
        "is",
        "more",
        "ongoing",
        "previous",
        "recent",
        "several",
        "some",
        "various",
        "was",
        "were",
    ];
    const TALK: [&str; 26] = [
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "chatter",
        "claim",
        "claims",
        "complaints",
        "gossip",
        "hearsay",
        "hints",
        "mention",
        "murmurs",
        "mutterings",
        "reports",
        "rumblings",
        "rumour",
        "rumours",
        "sightings",
        "speculation",
        "suggestion",
        "suggestions",
        "suspicions",
        "talk",
        "whisper",
        "whispers",
    ];
    const FAR: usize = 5;
    let is_contracted = reading.is(there, &CONTRACTED);
    if !is_contracted && !reading.is(there, &["there"]) {
        return None;
    }
    let noun = reading.behind(there + 1, FAR).find(|at| !reading.is(*at, &BETWEEN))?;
    let is_of_nobody = !reading.is(noun + 1, &["from", "by", "in", "on", "at", "to"]);
    let is_verb = is_contracted || noun > there + 1;
    (is_verb && reading.is(noun, &TALK) && is_of_nobody).then_some(noun + 1)
}

/// Where the verb ends with which nobody in particular says something: "someone at the surgery
/// mentioned", "one of the other mums says", "people have told me".
fn end_of_saying(reading: Reading, at: usize) -> Option<usize> {
    const FAR: usize = 5;
    const VERBS: [&str; 17] = [
        "claim",
        "claimed",
        "claims",
        "complained",
        "mentioned",
        "mentions",
        "overheard",
        "reckon",
        "reckons",
        "report",
        "reported",
        "reports",
        "said",
        "say",
        "says",
        "suggested",
        "suggests",
    ];
    const OPENINGS: [&str; 8] = ["at", "from", "had", "has", "have", "in", "on", "round"];
    const OTHERS: [&str; 6] = ["i", "if", "that", "to", "who", "whom"];
    let is_verb = |at: usize| {
        let is_told = reading.is(at, &["told"]) && reading.is(at + 1, &["me", "us", "the"]);
        let is_seen = reading.is(at, &["seen"]) && reading.is(at.saturating_sub(1), &["has", "have"]);
        reading.is(at, &VERBS) || is_told || is_seen
    };
    let is_next =
        |next: &usize| reading.text.words().get(*next).is_some_and(Word::is_adjoined) && !reading.is(*next, &OTHERS);
    let mut words = reading.behind(at, FAR).take_while(is_next);
    let verb = words.find(|at| is_verb(*at))?;
    let is_to_me = reading.is(verb + 1, &["to"]) && reading.is(verb + 2, &["me", "us"]);
    if is_greeting(reading, verb + 1) || is_to_me {
        return None;
    }
    (verb == at || reading.is(at, &OPENINGS)).then_some(verb + 1)
}

/// "Everyone says goodbye to the hamster."
fn is_greeting(reading: Reading, at: usize) -> bool {
    reading.is(at, &["goodbye", "hello", "hi", "no", "sorry", "thank", "thanks", "yes"])
}

/// Whether this sentence or one beside it names a source. For talk that nobody in
/// particular began it has to be this sentence.
fn is_source_near(reading: Reading, words: &Range<usize>, sentence: usize, is_nobodys: bool) -> bool {
    const TALK: [&str; 8] = ["word", "rumour", "rumours", "gossip", "grapevine", "talk", "someone", "somebody"];
    let is_talk = is_nobodys || words.clone().any(|at| reading.is(at, &TALK));
    // "According to some": it looks like a source and names none.
    let is_own = reading.is(words.start, &["according"]);
    let mut around = reading.around(sentence).filter(|_| !is_own);
    if is_talk { reading.signs(sentence).has(Kind::Source) } else { around.any(|signs| signs.has(Kind::Source)) }
}

/// "It was suggested that we could meet": a proposal, and nothing that happened.
fn is_proposal(reading: Reading, words: &Range<usize>) -> bool {
    let last = reading.text.word(words.end.saturating_sub(1));
    let is_that = last.eq_ignore_ascii_case("that");
    let verb = if is_that { reading.text.word(words.end.saturating_sub(2)) } else { last };
    // Without "that" what follows is what was proposed: "it was suggested we meet".
    let follows =
        !reading.behind(words.end, 1).is_empty() && reading.text.words().get(words.end).is_some_and(Word::is_adjoined);
    verb.eq_ignore_ascii_case("suggested")
        && (decides(reading, words.end) || follows && !is_that && !reading.is(words.end, &["that"]))
}

/// "The police file shows that there is a long history of".
fn is_on_paper(reading: Reading, words: &Range<usize>) -> bool {
    const FAR: usize = 12;
    let is_history = words.clone().any(|at| reading.is(at, &["history"]));
    is_history && reading.words_before(words.start, FAR).any(|at| reading.kinds(at).has(Kind::Document))
}

/// "Dad, we understand, has moved".
fn stands_between(reading: Reading, words: &Range<usize>) -> bool {
    let stands_apart = |at: usize| reading.text.words().get(at).is_some_and(|word| !word.is_adjoined());
    stands_apart(words.start) && stands_apart(words.end) && !reading.begins_sentence(words.start)
}

/// "I was told", "apparently", "we understand"; but not "it was alleged", "he is said to",
/// "I am led to believe".
fn is_received(reading: Reading, words: &Range<usize>) -> bool {
    const RECEIVED: [&str; 19] = [
        "i",
        "i've",
        "we",
        "we've",
        "me",
        "us",
        "my",
        "our",
        "apparently",
        "emerged",
        "transpired",
        "supposedly",
        "reportedly",
        "allegedly",
        "confirmed",
        "mentioned",
        "told",
        "informed",
        "heard",
    ];
    const LED: [&str; 4] = ["believe", "understand", "authority", "grapevine"];
    let has = |known: &[&str]| words.clone().any(|at| reading.is(at, known));
    let is_led = has(&LED) && has(&["led", "given", "good", "grapevine"]);
    !is_led
        && words
            .clone()
            .any(|at| RECEIVED.iter().any(|known| reading.text.word(at).replace('’', "'").eq_ignore_ascii_case(known)))
}

/// "It was reported to the police", but not "It was reported to me".
fn is_told_on(reading: Reading, at: usize) -> bool {
    reading.is(at, &["to"])
        && !reading.is(at.saturating_sub(1), &["to"])
        && !reading.is(at + 1, &["me"])
        && !reading.is(at + 1, &["us"])
}

/// Whether a statement about somebody follows: "I understand that Dad has moved", but not
/// "I understand that this is hard for you", "I understand Mum’s worry".
fn is_statement(reading: Reading, at: usize) -> bool {
    const BEGINNINGS: [&str; 6] = ["there", "the", "his", "her", "their", "a"];
    const FELT: [&str; 10] =
        ["anger", "concern", "fear", "frustration", "point", "position", "reasons", "upset", "wish", "worry"];
    let first = if reading.is(at, &["that"]) { at + 1 } else { at };
    let is_felt = reading.is(first + 1, &FELT);
    !is_felt && (reading.who(first).is_some() && !reading.is(first, &["you"]) || reading.is(first, &BEGINNINGS))
}

/// Whether the source stands between the report and what was reported: "by a neighbour",
/// "at school", "in the letter".
fn is_sourced(reading: Reading, at: usize) -> bool {
    const FAR: usize = 8;
    const NEAR: usize = 4;
    const VERBS: [&str; 10] = ["are", "did", "had", "has", "have", "is", "that", "was", "were", "will"];
    // "Is said to have been hit by his dad": what follows is what is said.
    let is_told = reading.is(at.saturating_sub(1), &["to"]) && reading.has_in(at..at + 1, Kind::Hold)
        || reading.is(at.saturating_sub(1), &["to"]) && reading.is(at, &["be"]);
    // What was seen at school was seen by somebody, and what follows a verb is what is told.
    let is_place =
        !reading.words_before(at, NEAR).any(|at| reading.is(at, &["overheard", "seen", "sighted", "spotted"]));
    let goes_on = |at: &usize| !is_told && !reading.is(*at, &VERBS);
    // "It came up in the core group": the words themselves may end with where. In conversation with
    // whom is not told.
    let last = at.saturating_sub(1);
    let first =
        if reading.kinds(last).has(Kind::Place) && !is_told && !reading.is(at, &["conversation"]) { last } else { at };
    let mut behind = reading.behind(first, FAR).take_while(goes_on);
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
        kinds.has(Kind::By) && reading.is_agent(at + 1) || is_place && kinds.has(Kind::Place) && has_place()
    })
}
