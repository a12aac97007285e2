//! Terms of the lexicon, found in a text: when to speak of them, and how.

use std::ops::Range;

use super::labels::{is_among_plans, is_marked_as_opinion, is_open};
use super::negation::is_negated;
use super::people::is_of_somebody;
use super::place::Place;
use super::reports::{Speaker, is_own_choice, speaker};
use crate::check::{Context, Findings, Passage};
use crate::finding::{Fix, Severity};
use crate::lexicon::{Found, Group, Phrase, is_english};
use crate::text::inflection::inflect_phrase;
use crate::text::{Text, Word};

/// How far from a term a word still shows in which sense it is meant.
const NEAR: usize = 4;

/// How a term is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    /// As the rule speaks.
    Usual,
    /// As of somebody else's words that lack their quotation marks: advice.
    Reported,
}

/// Speaks of each term of the group once, where it stands first, with a count.
pub fn speak(group: Group, usual: &str, passage: &Passage, context: &Context, findings: &mut Findings) {
    let text = &passage.text;
    let mut terms: Vec<(&Found, Tone, u32)> = Vec::new();
    for found in &passage.phrases {
        let Some(phrase) = context.policy.lexicon.phrase(found.phrase) else { continue };
        if phrase.group != group || is_innocent(phrase, found, text, context) {
            continue;
        }
        let Some(tone) = tone(phrase, found, passage, context) else { continue };
        // What one pattern finds twice is not the same words.
        let is_again = |first: &Found| first.phrase == found.phrase && !phrase.is_of_pattern();
        match terms.iter_mut().find(|(first, first_tone, _)| is_again(first) && *first_tone == tone) {
            Some((_, _, count)) => *count += 1,
            None => terms.push((found, tone, 1)),
        }
    }
    for (found, tone, count) in terms {
        let Some(phrase) = context.policy.lexicon.phrase(found.phrase) else { continue };
        let words = words_of(phrase, found, text).unwrap_or_else(|| found.words.clone());
        let range = text.range(text.span_of(words));
        let mut message = message(phrase, usual);
        if tone == Tone::Reported {
            message.push_str(" If somebody said just this, put it in quotation marks.");
        }
        findings.mark(passage, range, message, fixes(phrase, found, text), count);
        if tone == Tone::Reported || phrase.is_mild {
            findings.at_most(Severity::Advice);
        }
    }
}

/// Somebody's own words, a name, an everyday sense, or explained on the spot.
fn is_innocent(phrase: &Phrase, found: &Found, text: &Text, context: &Context) -> bool {
    let words = || found.words.clone();
    text.words_in(words()).iter().any(Word::is_quoted)
        || words().all(|index| context.is_name(text.word(index)))
        || is_surname(&found.words, text)
        || is_everyday(phrase, &found.words, text)
        || phrase.group != Group::Insensitive && is_explained(&found.words, text)
}

/// "Miss Stoner", "Chloe Savage": a capital behind a title, or behind a name, which no word
/// of everyday English is.
fn is_surname(words: &Range<usize>, text: &Text) -> bool {
    const TITLES: [&str; 9] = ["dr", "judge", "miss", "mr", "mrs", "ms", "mx", "nurse", "sir"];
    let Some(first) = words.start.checked_sub(1).filter(|_| words.len() == 1) else { return false };
    let [title, name] = text.words_in(first..words.end) else { return false };
    let written = text.word(first).to_lowercase();
    [title, name].iter().all(|word| word.is_capitalised() && word.has_small_letter())
        && match text.between(title, name) {
            " " => TITLES.contains(&&*written) || !is_english(&written),
            ". " => TITLES.contains(&&*written),
            _ => false,
        }
}

/// How to speak of what the writer says about somebody; `None` where it is not the
/// writer who says it, or where it is said not to be so.
fn tone(phrase: &Phrase, found: &Found, passage: &Passage, context: &Context) -> Option<Tone> {
    if matches!(phrase.group, Group::Jargon | Group::Wordy) {
        return Some(Tone::Usual);
    }
    let place = Place::new(found.words.clone(), &passage.text);
    if is_title(phrase, &place) || is_mentioned(&place) || is_negated(&place) {
        return None;
    }
    if phrase.is_of_people && !is_of_somebody(&place, context) {
        return None;
    }
    let speaker = || speaker(&place, passage, context);
    match phrase.group {
        Group::Speculative if words_of(phrase, found, &passage.text).is_none() => None,
        Group::Speculative if is_month(&place) || is_asked(&place) || is_open(&place, phrase.is_mild) => None,
        Group::Speculative if is_among_plans(&place, passage) => None,
        Group::Speculative if is_described(&place) => None,
        Group::Speculative if is_marked_as_opinion(&place, passage, context) || speaker().is_some() => None,
        Group::Insensitive if is_own_choice(&place) => None,
        Group::Insensitive if speaker().is_some() => Some(Tone::Reported),
        Group::Judgmental if is_described(&place) || is_asked(&place) => None,
        Group::Blaming | Group::Judgmental if speaker() == Some(Speaker::Named) => None,
        _ => Some(Tone::Usual),
    }
}

/// A name of which nobody told us: "the Troubled Families team", "Hard to Reach project".
fn is_title(phrase: &Phrase, place: &Place) -> bool {
    !phrase.term.contains(char::is_uppercase)
        && place.words.len() > 1
        && place.words.start > place.sentence.start
        && place.words.clone().all(|index| place.is_capitalised(index))
        && !place.text.words_in(place.words.clone()).iter().any(Word::is_capitals)
}

/// Spoken of as a word: "he finds the word … hurtful".
fn is_mentioned(place: &Place) -> bool {
    place.before(1).any(|index| place.is(index, &["expression", "label", "name", "phrase", "term", "word"]))
}

/// "Visits in May have been moved."
fn is_month(place: &Place) -> bool {
    place.words.start > place.sentence.start && place.text.word(place.words.start) == "May"
}

/// The words of a guess: "must have" and the participle behind it, "must have just left". None
/// where it does not look back: "he must have a coat".
fn words_of(phrase: &Phrase, found: &Found, text: &Text) -> Option<Range<usize>> {
    const BETWEEN: [&str; 10] = ["already", "also", "at", "either", "just", "long", "never", "not", "only", "somehow"];
    if !phrase.term.ends_with(" have") {
        return Some(found.words.clone());
    }
    let place = Place::new(found.words.clone(), text);
    let next = found.words.end;
    let verb = if place.is(next, &BETWEEN) || text.word(next).ends_with("ly") { next + 1 } else { next };
    (place.is_adjoined(verb) && place.is_past(verb)).then_some(found.words.start..verb + 1)
}

/// "I do not know whether he was …", "We asked what else could …", "may or may not have".
fn is_asked(place: &Place) -> bool {
    const REACH: usize = 12;
    const NEAR: usize = 3;
    let asks = |index| place.is_form_of(index, &["ask"]) && place.is(index + 1, &["how", "what", "who", "why"]);
    place.is_question
        || place.before(REACH).any(|index| place.is(index, &["whether"]))
        || place.before(NEAR).any(asks)
        || place.before(1).any(|index| place.is(index, &["or"]))
            && place.before(2).last().is_some_and(|index| place.is(index, &["may", "might"]))
}

/// What was seen or said stands behind a colon or a dash: "was hostile: she swore at me".
fn is_described(place: &Place) -> bool {
    let behind = place.sides().1.trim_start();
    behind.starts_with([':', '–', '—']) || behind.starts_with("- ")
}

/// The words near by.
pub fn near<'t>(words: &Range<usize>, text: &Text<'t>) -> impl Iterator<Item = &'t str> {
    let all = words.start.saturating_sub(NEAR)..words.end.saturating_add(NEAR).min(text.words().len());
    let (first, last) = (words.start, words.end);
    all.filter(move |index| !(first..last).contains(index)).map(|index| text.word(index))
}

fn is_everyday(phrase: &Phrase, words: &Range<usize>, text: &Text) -> bool {
    phrase.unless.stand_in(near(words, text))
}

/// Explained in the same sentence: by brackets behind it or around it, or by words
/// that say that an explanation follows.
fn is_explained(words: &Range<usize>, text: &Text) -> bool {
    const SIGNS: [&str; 7] =
        [", that is", "which means", "this means", "in other words", "meaning", "which is when", "i.e."];
    let place = Place::new(words.clone(), text);
    let (before, after) = place.sides();
    let behind = after.trim_start();
    behind.starts_with('(')
        || behind.starts_with("means ")
        || before.trim_end().ends_with('(') && behind.starts_with(')')
        || SIGNS.iter().any(|sign| behind.contains(sign))
}

/// Names the term and says what could stand in its place.
fn message(phrase: &Phrase, usual: &str) -> String {
    let why = if phrase.why.is_empty() { usual } else { &phrase.why };
    let mut message = if phrase.is_of_pattern() {
        format!("{}.", capitalised(why))
    } else {
        format!("“{}”: {why}.", phrase.term.replace('~', ""))
    };
    let (help, ready): (Vec<_>, Vec<_>) = alternatives(phrase).partition(|plain| plain.starts_with('('));
    for (index, plain) in ready.iter().take(3).enumerate() {
        let lead = if index == 0 { " You could write" } else { " or" };
        message.extend([lead, " “", &plain.replace('~', ""), "”"]);
    }
    if !ready.is_empty() {
        message.push('.');
    }
    let usual_help = match phrase.group {
        Group::Blaming => Some("(say what was done to them, and by whom)"),
        Group::Insensitive => Some("(say what is so of this person, in words that they would use)"),
        Group::Judgmental => Some("(say what was seen or said)"),
        Group::Speculative => Some("(say what you saw or heard)"),
        _ => None,
    };
    let help = help.first().copied().or_else(|| usual_help.filter(|_| ready.is_empty()));
    if let Some(help) = help {
        let help = help.trim_start_matches('(').trim_end_matches(')');
        let mut letters = help.chars();
        if let Some(first) = letters.next() {
            message.push(' ');
            message.extend(first.to_uppercase());
            message.push_str(letters.as_str());
            message.push('.');
        }
    }
    message
}

fn alternatives(phrase: &Phrase) -> impl Iterator<Item = &str> {
    phrase.plain.split(';').map(str::trim).filter(|plain| !plain.is_empty())
}

/// What fits in the place of the words as they stand, in their inflection. What has
/// to be filled in, and what would need another article before it, is no fix.
fn fixes(phrase: &Phrase, found: &Found, text: &Text) -> Vec<Fix> {
    let first = text.word(found.words.start);
    let capital =
        first.starts_with(char::is_uppercase) && !text.words_in(found.words.clone()).iter().any(Word::is_capitals);
    let article = found.words.start.checked_sub(1).map(|index| text.word(index)).and_then(Article::of);
    alternatives(phrase)
        .filter(|plain| !plain.contains('('))
        .filter_map(|plain| {
            let replacement = inflect_phrase(plain, found.form)?;
            (article.is_none_or(|article| article == Article::before(&replacement))).then_some(replacement)
        })
        .map(|plain| {
            let replacement = if capital { capitalised(&plain) } else { plain };
            Fix { label: replacement.clone(), replacement }
        })
        .collect()
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The indefinite article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// Before a consonant's sound.
    A,
    /// Before a vowel's sound.
    An,
}

impl Article {
    /// The article that the word is, if it is one.
    pub fn of(word: &str) -> Option<Article> {
        if word.eq_ignore_ascii_case("a") {
            Some(Article::A)
        } else {
            word.eq_ignore_ascii_case("an").then_some(Article::An)
        }
    }

    /// The article that goes before the words, by the sound of their beginning.
    pub fn before(words: &str) -> Article {
        const SILENT_H: [&str; 3] = ["hour", "honest", "heir"];
        const SPOKEN_AS_YOU: [&str; 4] = ["uni", "use", "usu", "eu"];
        let words = words.to_lowercase();
        let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| words.starts_with(beginning));
        let vowel =
            words.starts_with(['a', 'e', 'i', 'o', 'u']) && !starts(&SPOKEN_AS_YOU) && !words.starts_with("one");
        if vowel && !words.starts_with("unin") || words.starts_with("unin") || starts(&SILENT_H) {
            Article::An
        } else {
            Article::A
        }
    }
}
