//! Abbreviations that the text does not explain.
//!
//! A known one is recognised by the lexicon; an unknown one by its shape, which
//! people also give to names, postcodes, sizes and words that they stress. Where
//! the shape could be one of these, nothing is said.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::phrases::{Article, near};
use crate::check::{Context, Findings, Passage};
use crate::finding::Fix;
use crate::lexicon::{Abbreviation, LONG, is_english};
use crate::text::definitions::{end_of_abbreviation, normalise_abbreviation};
use crate::text::inflection::{Form, inflect_phrase};
use crate::text::{Text, Word};

/// Titles and ranks, which nobody explains before a name: "PC Dale".
const TITLES: [&str; 15] =
    ["CLLR", "DC", "DCI", "DCS", "DI", "DR", "DS", "DSI", "DSU", "INSP", "PC", "PCSO", "PROF", "PS", "SGT"];

/// What a sports club's name ends or begins with: "Grimsby Town FC", "AFC Wimbledon".
const CLUBS: [&str; 7] = ["AFC", "FC", "JFC", "LFC", "RFC", "RLFC", "RUFC"];

/// An unknown run of capitals longer than this is a word that somebody stressed.
const LONGEST_UNKNOWN: usize = 5;

/// An abbreviation that is told, where it stands first.
struct Told<'l> {
    words: Range<usize>,
    known: Option<&'l Abbreviation>,
    count: u32,
}

/// Speaks of each abbreviation once a field, with a count.
pub fn check(passage: &Passage, context: &Context, findings: &mut Findings) {
    let text = &passage.text;
    let mut told: Vec<Told> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut explained: HashSet<String> = HashSet::new();
    let mut names: Option<HashSet<String>> = None;
    let mut line = Line::default();
    let mut at = 0;
    while let Some(word) = text.words().get(at) {
        let words = at..end_of_abbreviation(text, at);
        let written = text.slice(text.span_of(words.clone()));
        at = words.end;
        if !may_abbreviate(written, word, context) || word.is_quoted() || context.is_name(written) {
            continue;
        }
        line.move_to(words.start, text, context);
        if word.is_capitals() && (line.shouted || is_beside_a_shout(&words, text, context)) {
            continue;
        }
        if is_part_of_a_name(written, &words, text) {
            continue;
        }
        let known = context.policy.lexicon.abbreviation(written).filter(|known| is_written_as(written, word, known));
        let key = normalise_abbreviation(known.map_or(written, |known| &known.term));
        if is_told_in_brackets(&words, text) {
            explained.insert(key);
            continue;
        }
        let speaks = match known {
            Some(known) if is_beside_its_meaning(known, &words, text) => {
                explained.insert(key);
                continue;
            }
            Some(known) => !known.meanings.is_empty() && !known.unless.stand_in(near(&words, text)),
            None => {
                is_unknown(written, word, &key, words.start, text)
                    && !names.get_or_insert_with(|| initials(text)).contains(&key)
                    && !context.has_initials(&key)
            }
        };
        if !speaks || explained.contains(&key) || context.explains(&key, passage, word.span.start) {
            continue;
        }
        if let Some(first) = places.get(&key).and_then(|place| told.get_mut(*place)) {
            first.count += 1;
        } else {
            places.insert(key, told.len());
            told.push(Told { words, known, count: 1 });
        }
    }
    for Told { words, known, count } in told {
        let range = text.range(text.span_of(words.clone()));
        findings.mark(passage, range, message(known), fixes(known, &words, text), count);
    }
}

/// "DS Patel", "Grimsby Town FC", "George VI", "YK19 ABC": it names somebody or something
/// together with the word beside it.
fn is_part_of_a_name(written: &str, words: &Range<usize>, text: &Text) -> bool {
    let is = |known: &[&str]| known.contains(&&*written.trim_end_matches('.').to_ascii_uppercase());
    let name_at = |index: usize| {
        let name = text.words().get(index).filter(|name| name.is_capitalised() && name.has_small_letter());
        // Any word can begin a sentence.
        let begins = |name| text.sentence_of(name).is_some_and(|sentence| sentence.first_word as usize == index);
        name.is_some_and(|name| !begins(name) || !is_english(&text.word(index).to_lowercase()))
    };
    let adjoins = |first: usize| match text.words_in(first..first + 2) {
        [word, next] => matches!(text.between(word, next), " " | ". "),
        _ => false,
    };
    let before = words.start.checked_sub(1);
    let stands_behind_a_name = || before.is_some_and(|before| adjoins(before) && name_at(before));
    let stands_before_a_name = || adjoins(words.end - 1) && name_at(words.end);
    is(&TITLES) && stands_before_a_name()
        || is(&CLUBS) && (stands_before_a_name() || stands_behind_a_name())
        || written.len() < 4 && is_roman(written) && (stands_behind_a_name() || numbers_its_line(words.start, text))
        || written.len() == 3 && follows_a_number(words.start, text)
        || begins_a_number(words, text)
}

/// "reference KP/2218/26"
fn begins_a_number(words: &Range<usize>, text: &Text) -> bool {
    let behind = text.source().get(text.span_of(words.clone()).end as usize..).unwrap_or_default();
    behind.strip_prefix(['/', '-']).is_some_and(|number| number.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// "VI. What was agreed"
fn numbers_its_line(index: usize, text: &Text) -> bool {
    let [number] = text.words_in(index..index + 1) else { return false };
    let behind = text.source().get(number.span.end as usize..).unwrap_or_default();
    text.line_at(number.span.start).is_some_and(|line| line.span.start == number.span.start)
        && behind.starts_with(['.', ')'])
}

/// "the RVI (that's the big hospital in town)"
fn is_told_in_brackets(words: &Range<usize>, text: &Text) -> bool {
    const LEADS: [&str; 10] = ["a", "an", "it", "our", "that", "that's", "the", "their", "this", "which"];
    let [last, lead] = text.words_in(words.end - 1..words.end + 1) else { return false };
    text.between(last, lead) == " (" && LEADS.contains(&&*text.word(words.end).to_lowercase().replace('’', "'"))
}

/// Whether one of its meanings stands before it or behind it, one of the two in
/// brackets. The letters of "section 47 of the Children Act 1989 (S47)" do not tell.
fn is_beside_its_meaning(known: &Abbreviation, words: &Range<usize>, text: &Text) -> bool {
    let span = text.span_of(words.clone());
    let source = text.source();
    let before = source.get(..span.start as usize).unwrap_or_default().trim_end().strip_suffix('(').map(str::trim_end);
    let after = source.get(span.end as usize..).unwrap_or_default().trim_start().strip_prefix('(').map(str::trim_start);
    known.meanings.iter().map(|meaning| meaning.replace('~', "")).any(|meaning| {
        let is_meaning = |words: Option<&str>| words.is_some_and(|words| words.eq_ignore_ascii_case(&meaning));
        is_meaning(before.and_then(|before| before.get(before.len().checked_sub(meaning.len())?..)))
            || is_meaning(after.and_then(|after| after.get(..meaning.len())))
    })
}

/// A cheap look before any other: two capitals, a dot or a digit inside, or letters that
/// could be those of a known short form.
fn may_abbreviate(written: &str, word: &Word, context: &Context) -> bool {
    const ONE_CAPITAL: usize = 2;
    word.is_capitals() && written.len() > 1
        || word.has_inner_capital()
        || word.is_dotted()
        || word.has_digit()
        || written.len() == ONE_CAPITAL && word.is_capitalised()
        || written.contains('/')
        || context.policy.lexicon.may_abbreviate(written, word.is_capitalised())
}

/// Whether the letter case is one in which people write the abbreviation, so that
/// "Sen" and "ace" are no SEN and no ACE.
fn is_written_as(written: &str, word: &Word, known: &Abbreviation) -> bool {
    let has_capital = |text: &str| text.chars().any(char::is_uppercase);
    if !has_capital(&known.term) {
        return !has_capital(written) || known.term.contains('/');
    }
    if known.is_word {
        return word.is_capitals() && !is_english(&written.to_lowercase());
    }
    let letters = known.term.chars().filter(|letter| letter.is_alphabetic()).count();
    word.is_capitals()
        || word.has_inner_capital()
        || word.is_dotted()
        || word.has_digit()
        || written == known.term
        || word.is_capitalised() && letters >= LONG && !is_english(&written.to_lowercase())
}

/// The line of the text that is being read.
#[derive(Default)]
struct Line {
    end: u32,
    /// Written in capitals throughout, as a heading is, and not merely full of abbreviations.
    shouted: bool,
}

impl Line {
    /// Looks at each line once, so that a long one costs no more than its length.
    fn move_to(&mut self, index: usize, text: &Text, context: &Context) {
        let Some(line) = text.words_in(index..index + 1).first().and_then(|word| text.line_at(word.span.start)) else {
            return;
        };
        if line.span.end <= self.end {
            return;
        }
        self.end = line.span.end;
        let words = (index..text.words().len()).take_while(|index| {
            text.words_in(*index..index + 1).first().is_some_and(|word| word.span.start < line.span.end)
        });
        self.shouted = line.shouted && words.into_iter().any(|index| is_shout(index, text, context));
    }
}

/// "NOT", "VERY", "IMPORTANT": a word that somebody stressed.
fn is_shout(index: usize, text: &Text, context: &Context) -> bool {
    let written = text.word(index);
    let letters = written.chars().count();
    text.words_in(index..index + 1).first().is_some_and(Word::is_capitals)
        && letters > 1
        && (letters > LONGEST_UNKNOWN || is_english(&written.to_lowercase()))
        && context.policy.lexicon.abbreviation(written).is_none()
}

fn is_beside_a_shout(words: &Range<usize>, text: &Text, context: &Context) -> bool {
    words.start.checked_sub(1).is_some_and(|before| is_shout(before, text, context))
        || is_shout(words.end, text, context)
}

/// The shape of an abbreviation, and of nothing else.
fn is_unknown(written: &str, word: &Word, key: &str, index: usize, text: &Text) -> bool {
    let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals =
        word.is_capitals() || written.strip_suffix('s').is_some_and(|stem| stem.chars().all(char::is_uppercase));
    capitals
        && (2..=LONGEST_UNKNOWN).contains(&letters)
        && !word.has_digit()
        && !written.contains(['/', '&', '+'])
        && !is_english(&written.to_lowercase())
        && !is_english(&key.to_lowercase())
        && !is_roman(key)
        && !is_size(key)
        && !follows_a_number(index, text)
}

fn is_roman(key: &str) -> bool {
    key.chars().all(|letter| "IVXLC".contains(letter)) && key.contains(['I', 'V', 'X'])
}

fn is_size(key: &str) -> bool {
    key.ends_with('L') && key.trim_end_matches('L').chars().all(|letter| letter == 'X')
        || key.starts_with('X') && key.ends_with('S')
}

/// The second half of a car registration, a postcode, a reference number, a year
/// group: letters behind letters and digits.
fn follows_a_number(index: usize, text: &Text) -> bool {
    index
        .checked_sub(1)
        .and_then(|before| text.words_in(before..index).first())
        .is_some_and(|before| before.has_digit() && before.is_capitals())
}

/// First letters of capitalised words that stand together in the text, so that "PS"
/// is silent where Priya Shah was named.
fn initials(text: &Text) -> HashSet<String> {
    let mut all = HashSet::new();
    let mut run: Vec<char> = Vec::new();
    let mut end = 0;
    for (index, word) in text.words().iter().enumerate() {
        let gap = text.source().get(end as usize..word.span.start as usize).unwrap_or_default();
        let first = text.word(index).chars().next().filter(|_| word.is_capitalised());
        if first.is_none() || gap != " " {
            run.clear();
        }
        run.extend(first.into_iter().flat_map(char::to_uppercase));
        let shortest = run.len().saturating_sub(LONGEST_UNKNOWN);
        all.extend(
            (shortest..run.len().saturating_sub(1))
                .filter_map(|start| Some(run.get(start..)?.iter().collect::<String>())),
        );
        end = word.span.end;
    }
    all
}

/// An unknown abbreviation is the record's text and is not repeated.
fn message(known: Option<&Abbreviation>) -> String {
    let meanings: Vec<String> =
        known.iter().flat_map(|known| &known.meanings).map(|meaning| meaning.replace('~', "")).collect();
    match known.map(|known| (&known.term, meanings.as_slice())) {
        Some((term, [meaning])) if !term.contains('/') && term.chars().any(char::is_uppercase) => format!(
            "“{term}” may not be clear to everybody who reads this record. \
             Write “{meaning} ({term})” the first time, or leave the short form out."
        ),
        Some((term, [meaning])) => format!("Write “{meaning}” in place of the short form “{term}”."),
        Some((term, [first, rest @ ..])) => {
            let mut meanings = format!("“{first}”");
            for (index, meaning) in rest.iter().enumerate() {
                meanings.push_str(if index + 1 == rest.len() { " or " } else { ", " });
                meanings.extend(["“", meaning, "”"]);
            }
            format!("“{term}” can mean {meanings}. Write out which is meant the first time.")
        }
        _ => "Write this abbreviation out in full the first time, so that everybody who reads the record knows \
              what it stands for."
            .to_owned(),
    }
}

/// The meanings, with the short form behind them where it is one of capitals; in the
/// plural where that is known. What would need another article before it, or would
/// repeat the word behind it ("EHCP plan"), is no fix.
fn fixes(known: Option<&Abbreviation>, words: &Range<usize>, text: &Text) -> Vec<Fix> {
    let Some(known) = known else { return Vec::new() };
    let plain = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let written = text.slice(text.span_of(words.clone()));
    let (letters, term) = (plain(written), plain(&known.term));
    let is_plural = || letters.strip_suffix('s').is_some_and(|stem| stem.eq_ignore_ascii_case(&term));
    let form = if letters.eq_ignore_ascii_case(&term) {
        Form::Base
    } else if is_plural() && !written.contains(['\'', '’']) {
        Form::S
    } else {
        return Vec::new();
    };
    let keeps_short_form = known.term.chars().any(char::is_uppercase);
    let article = words.start.checked_sub(1).map(|before| text.word(before)).and_then(Article::of);
    let next = text.word(words.end);
    let meanings = known.meanings.iter().filter_map(|meaning| inflect_phrase(meaning, form));
    meanings
        .filter(|meaning| article.is_none_or(|article| article == Article::before(meaning)))
        .filter(|meaning| !meaning.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(next)))
        .map(|meaning| {
            let plural = if form == Form::S { "s" } else { "" };
            let replacement = if keeps_short_form { format!("{meaning} ({}{plural})", known.term) } else { meaning };
            Fix { label: replacement.clone(), replacement }
        })
        .collect()
}
