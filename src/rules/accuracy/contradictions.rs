//! A field that says one thing, and a text that says another.
//!
//! What the text says is told by the patterns of `lexicon/contradictions.tsv`. Only the
//! writer's own statement about this event counts: not what was seen by others, was so
//! another time, was asked, supposed or quoted, and nothing where the same text says the
//! opposite as well, because then it tells more than a field can.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::child::Child;
use super::dates::{date_at, weekday};
use super::patterns::{Patterns, Statements};
use super::people::is_relation;
use crate::check::{Context, Passage};
use crate::record::{Agreement, Entry, Sharing};
use crate::rules::words::Words;
use crate::text::{Text, Word};

static PATTERNS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../lexicon/contradictions.tsv")));

/// What a field says, and the text does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Whether the child was seen.
    Seen,
    /// Whether the child was seen alone.
    SeenAlone,
    /// Agreement to share.
    Agreement,
    /// That the file is closed.
    Closed,
}

/// The words of a text that a field contradicts.
#[derive(Debug)]
pub struct Contradiction<'c> {
    /// What the field says.
    pub field: Field,
    /// The text.
    pub passage: &'c Passage<'c>,
    /// The words.
    pub words: Range<usize>,
}

/// What the record's fields and its texts say against each other: once a field.
pub fn contradictions<'c>(context: &'c Context) -> Vec<Contradiction<'c>> {
    let child = Child::of(context);
    let texts = LazyCell::new(|| {
        let read = |passage: &'c Passage<'c>| (passage, PATTERNS.of(&passage.text, &child));
        narrative(context).map(read).collect::<Vec<_>>()
    });
    let mut found = Vec::new();
    let mut find = |field, said: &str, unless: &[&str], holds: &dyn Fn(&Passage, &Range<usize>) -> bool| {
        let first = texts.iter().find_map(|(passage, statements)| {
            let own = statements.find(said).find(|words| is_own(&passage.text, words) && holds(passage, words));
            own.map(|words| Contradiction { field, passage, words })
        });
        let says = |statements: &Statements| unless.iter().any(|unless| statements.find(unless).next().is_some());
        found.extend(first.filter(|_| !texts.iter().any(|(_, statements)| says(statements))));
    };
    if let Some(entry) = context.entry {
        let now = |passage: &Passage, words: &Range<usize>| is_now(&passage.text, words);
        match (entry.child.seen.get(), entry.child.seen_alone.get()) {
            (_, Some(true)) => find(Field::SeenAlone, "accompanied", &["alone", "apart"], &now),
            (_, Some(false)) => find(Field::SeenAlone, "alone", &["accompanied"], &now),
            _ => {}
        }
        match entry.child.seen.get() {
            Some(true) => find(Field::Seen, "unseen", &["seen", "alone"], &now),
            Some(false) => find(Field::Seen, "seen", &["unseen"], &now),
            None => {}
        }
        if all_agreed(entry) {
            let refused = |passage: &Passage, words: &Range<usize>| is_refusal(&passage.text, words, entry);
            find(Field::Agreement, "refused", &["agreed"], &refused);
        }
    }
    if is_after_closing(context) {
        find(Field::Closed, "visit", &[], &|passage, words| is_our_visit(&passage.text, words));
    }
    found
}

/// The texts in which the writer tells what happened.
fn narrative<'c>(context: &'c Context) -> impl Iterator<Item = &'c Passage<'c>> {
    let is_narrative = |path: &str| {
        matches!(path, "text" | "closingSummary") || path.starts_with("sections/") && path.ends_with("/text")
    };
    context.passages.iter().filter(move |passage| is_narrative(&passage.path))
}

/// Whether agreement was given to every sharing, and never withdrawn.
fn all_agreed(entry: &Entry) -> bool {
    let agreed = |sharing: &Sharing| {
        sharing.agreement.get() == Some(&Agreement::Given)
            && sharing.withdrawn_on.is_blank()
            && !sharing.not_shared.is_yes()
    };
    !entry.sharing.is_empty() && entry.sharing.iter().all(agreed)
}

/// Whether the record was written when the file was closed, or is the closed file itself.
fn is_after_closing(context: &Context) -> bool {
    let Some(file) = context.file.filter(|file| file.status.get() == Some(&crate::record::Status::Closed)) else {
        return false;
    };
    let Some(entry) = context.entry else { return true };
    let written = entry.event_at.get().or(entry.recorded_at.get());
    written.zip(file.closed_on.get()).is_some_and(|(written, closed)| closed.date < written.date)
}

/// How far from a statement a word still turns it, in words.
const NEAR: usize = 3;
const FAR: usize = 30;

/// The words of the sentence before the statement and behind it, as far as they matter.
fn around(text: &Text, words: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let sentence = text.words().get(words.start).and_then(|word| text.sentence_of(word))?;
    let from = (sentence.first_word as usize).max(words.start.saturating_sub(FAR));
    let to = (sentence.end_word as usize).min(words.end + FAR);
    Some((from..words.start, words.end..to.max(words.end)))
}

fn has(text: &Text, mut words: Range<usize>, known: &Words) -> bool {
    words.any(|at| known.has(text.word(at)))
}

/// Whether the writer says it as a fact.
fn is_own(text: &Text, words: &Range<usize>) -> bool {
    const SUPPOSED: Words = Words::new("if when whenever why whether where unless until once hope hoped ensure should");
    const SAYING: Words = Words::new(
        "said says told tells stated states reported reports thinks thought believes believed claimed claims asked \
         asks alleged complained advised confirmed",
    );
    let Some((before, _)) = around(text, words) else { return false };
    let near = before.end.saturating_sub(NEAR).max(before.start)..before.end;
    let is_question =
        text.words().get(words.start).and_then(|word| text.sentence_of(word)).is_some_and(|sentence| sentence.question);
    let is_quoted = text.words_in(words.clone()).iter().any(Word::is_quoted);
    !is_question && !is_quoted && !has(text, near, &SUPPOSED) && !has(text, before, &SAYING)
}

/// Whether the statement is about this event, and about being there.
fn is_now(text: &Text, words: &Range<usize>) -> bool {
    const OTHER: Words = Words::new(
        "yesterday last previous previously earlier ago since video facetime teams zoom whatsapp skype virtually \
         online photo photos photograph picture cctv window distance by never tomorrow next",
    );
    let Some((before, after)) = around(text, words) else { return false };
    let is_dated = |at: usize| {
        let word = text.word(at);
        weekday(word).is_some() || date_at(at, text).is_some()
    };
    let is_negated = has(text, words.start.saturating_sub(1)..words.start, &Words::new("not never nor"));
    !is_negated && !before.chain(after).any(|at| has(text, at..at + 1, &OTHER) || is_dated(at))
}

/// Whether it is agreement to share that was refused, by whoever is said to have given it.
fn is_refusal(text: &Text, words: &Range<usize>, entry: &Entry) -> bool {
    const OTHER: Words = Words::new(
        "treatment medical medication trip photo photos photograph photographs vaccination vaccine vaccinations \
         immunisation immunisations adoption interview assessment accommodation search operation surgery test testing \
         examination referral service support overnight stay contact therapy counselling marriage sex sexual plan \
         visit visits initially first previously",
    );
    const TURNS: Words = Words::new(
        "can may could might right if would able entitled free not never whether should unless until when who how \
         nobody neither didn't hasn't",
    );
    const CHANGES: Words = Words::new("but then later now changed although however since");
    let Some((before, after)) = around(text, words) else { return false };
    let is_turned = has(text, before.clone(), &TURNS);
    let is_changed = has(text, before.clone(), &CHANGES) || has(text, after.clone(), &CHANGES);
    let is_other = has(text, before.clone(), &OTHER) || has(text, after, &OTHER);
    let person = before.rev().map(|at| text.word(at)).find(|word| is_relation(word));
    let agreed = || entry.sharing.iter().flat_map(|sharing| sharing.agreed_by.iter());
    let is_theirs = |person: &str| {
        agreed().next().is_none()
            || agreed().any(|agreed| agreed.role.text().split(' ').any(|role| same_kin(role, person)))
    };
    !is_turned && !is_changed && !is_other && person.is_none_or(is_theirs)
}

/// Whether the words are for the same member of a family: mum and mother.
fn same_kin(one: &str, other: &str) -> bool {
    const KIN: [&[&str]; 4] = [
        &["mother", "mum", "mam", "mom", "parent", "parents"],
        &["father", "dad", "parent", "parents"],
        &["grandmother", "grandma", "gran", "nan", "nana"],
        &["grandfather", "grandad", "granddad"],
    ];
    let is = |kin: &&[&str], word: &str| kin.iter().any(|known| known.eq_ignore_ascii_case(word));
    one.eq_ignore_ascii_case(other) || KIN.iter().any(|kin| is(kin, one) && is(kin, other))
}

/// Whether it is the agency's visit, and one that is to be.
fn is_our_visit(text: &Text, words: &Range<usize>) -> bool {
    const OTHER: Words = Words::new(
        "no not if unless without cancelled health nurse school dentist dental gp midwife prison hospital doctor \
         hairdresser contact family mother mum dad father nan grandparents respite team new receiving adult",
    );
    let Some((before, after)) = around(text, words) else { return false };
    let is_possessive = before.clone().next_back().is_some_and(|at| text.word(at).contains(['\'', '’']));
    !is_possessive && !has(text, before, &OTHER) && !has(text, after, &OTHER)
}
