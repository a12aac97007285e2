//! What each sentence of a text tells about where its statements come from.
//!
//! The rules only look for what is missing: a source, something seen, somebody who
//! decided, a reason. So wherever a sentence, or one beside it, may hold that, it counts.

mod people;

use std::cell::OnceCell;
use std::ops::Range;

use super::decisions::Decision;
use super::terms::{Kind, terms_of};
use crate::check::Passage;
use crate::lexicon::patterns::{Finds, Statement, patterns};
use crate::lexicon::table::Kinds;
use crate::text::{Heading, Sentence, Text, Word};

/// How many words the longest term has.
const LONGEST: usize = 6;

/// The terms after which "by Pat Hill" says who decided.
const DECIDING: [Kind; 9] = [
    Kind::Decided,
    Kind::Closed,
    Kind::Ruled,
    Kind::Settled,
    Kind::Decide,
    Kind::Agree,
    Kind::Approve,
    Kind::Decision,
    Kind::Unowned,
];

/// What a text tells, by its words and sentences.
#[derive(Debug)]
pub struct Account {
    terms: Vec<(Kinds, usize)>,
    sentences: Vec<Signs>,
    /// The terms that somebody can be held to, each with its words and its sentence.
    statements: Vec<(Kinds, Range<usize>, usize)>,
    /// The words that name somebody who decides, by their letters: "Lorna" of "my manager, Lorna Beck".
    deciders: Vec<usize>,
    /// The decisions that it tells of, once a rule asks for them.
    decisions: OnceCell<Vec<Decision>>,
}

/// What one sentence tells.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// The kinds of its terms, and what they come to together.
    kinds: Kinds,
    /// The word with which anybody says something,
    spoken: Option<usize>,
    /// with which somebody else than the writer does,
    said: Option<usize>,
    /// with which the writer is in touch with somebody,
    met: Option<usize>,
    /// and with which it becomes a condition or a plan.
    doubted: Option<usize>,
    /// The last word that begins a purpose.
    purpose: Option<usize>,
    /// Whether somebody else is named behind what they said: "…, Mum told me".
    is_closed: bool,
}

impl Signs {
    /// Whether the sentence has a term of the kind, or comes to it.
    pub fn has(&self, kind: Kind) -> bool {
        self.kinds.has(kind)
    }
}

/// A text with its account.
#[derive(Clone, Copy)]
pub struct Reading<'p> {
    /// The text.
    pub text: &'p Text<'p>,
    terms: &'p [(Kinds, usize)],
    sentences: &'p [Signs],
    statements: &'p [(Kinds, Range<usize>, usize)],
    deciders: &'p [usize],
    patterns: &'p [(usize, Range<usize>)],
}

impl Account {
    fn made<'p>(passage: &'p Passage) -> &'p Account {
        passage.account.get_or_init(|| Account::of(&passage.text))
    }

    /// The decisions that the passage tells of. They are read once, for all rules.
    pub fn decisions<'p>(passage: &'p Passage, read: impl FnOnce(Reading<'p>) -> Vec<Decision>) -> &'p [Decision] {
        Account::made(passage).decisions.get_or_init(|| read(Reading::of(passage)))
    }

    fn of(text: &Text) -> Account {
        let terms = terms_of(text);
        let reading = Reading { text, terms: &terms, sentences: &[], statements: &[], deciders: &[], patterns: &[] };
        let sentences: Vec<_> = text.sentences().iter().map(|sentence| reading.signs_in(sentence)).collect();
        let statements = Reading { sentences: &sentences, ..reading }.find_statements();
        let deciders = reading.find_deciders();
        Account { terms, sentences, statements, deciders, decisions: OnceCell::new() }
    }
}

impl<'p> Reading<'p> {
    /// Reads the passage. The account is made once, for all rules.
    pub fn of(passage: &'p Passage) -> Reading<'p> {
        let account = Account::made(passage);
        Reading {
            text: &passage.text,
            terms: &account.terms,
            sentences: &account.sentences,
            statements: &account.statements,
            deciders: &account.deciders,
            patterns: &passage.patterns,
        }
    }

    /// The statements of the kind that patterns find, to which somebody can be held: the words
    /// of each and its sentence.
    pub fn found(self, what: Statement) -> impl Iterator<Item = (Range<usize>, usize)> + use<'p> {
        let all = &patterns().list;
        let found = self.patterns.iter().filter(move |(index, _)| {
            all.get(*index).is_some_and(|pattern| matches!(pattern.finds, Finds::Statement(found) if found == what))
        });
        found.filter_map(move |(_, words)| Some((words.clone(), self.asserted_in(words.start)?)))
    }

    /// The terms that somebody can be held to: outside quotations, questions, conditions
    /// and plans. Each with its kinds, its words and its sentence.
    pub fn statements(self) -> impl Iterator<Item = (Kinds, Range<usize>, usize)> + use<'p> {
        self.statements.iter().cloned()
    }

    fn find_statements(self) -> Vec<(Kinds, Range<usize>, usize)> {
        let terms = self.words_of(0..self.text.words().len()).filter(|(kinds, _)| !kinds.is_empty());
        terms.filter_map(|(kinds, words)| Some((kinds, words.clone(), self.stated_in(words.start)?))).collect()
    }

    /// The sentence in which somebody can be held to the word, in the same way.
    pub fn stated_in(self, at: usize) -> Option<usize> {
        const NEAR: usize = 3;
        let is_denied = || self.words_before(at, NEAR).any(|before| self.kinds(before).has(Kind::Not));
        self.asserted_in(at).filter(|_| !is_denied())
    }

    /// The same, though a denial may stand before the word.
    fn asserted_in(self, at: usize) -> Option<usize> {
        let word = self.text.words().get(at).filter(|word| !word.is_quoted())?;
        let sentence = word.sentence as usize;
        let is_question = self.text.sentences().get(sentence).is_some_and(|sentence| sentence.question);
        let is_doubted = || self.signs(sentence).doubted.is_some_and(|doubted| doubted < at);
        (!is_question && !is_doubted()).then_some(sentence)
    }

    /// What a sentence tells; nothing where there are not so many.
    pub fn signs(self, sentence: usize) -> Signs {
        self.sentences.get(sentence).copied().unwrap_or_default()
    }

    /// The sentence before, the sentence and the next.
    pub fn around(self, sentence: usize) -> impl Iterator<Item = Signs> + use<'p> {
        let first = sentence.saturating_sub(1);
        self.sentences.get(first..self.sentences.len().min(sentence + 2)).unwrap_or_default().iter().copied()
    }

    /// The sentence before; nothing before the first.
    pub fn before(self, sentence: usize) -> Signs {
        sentence.checked_sub(1).map(|before| self.signs(before)).unwrap_or_default()
    }

    /// Whether the next sentence stands on the same line.
    pub fn continues(self, sentence: usize) -> bool {
        let span = |sentence: usize| self.text.sentences().get(sentence).map(|sentence| sentence.span);
        span(sentence).zip(span(sentence + 1)).is_some_and(|(this, next)| {
            !self.text.source().get(this.end as usize..next.start as usize).unwrap_or_default().contains('\n')
        })
    }

    /// Whether the sentence, or the next on its line, tells what was seen or said, or where
    /// it comes from.
    pub fn is_borne_out(self, sentence: usize) -> bool {
        let signs = self.signs(sentence);
        signs.has(Kind::Observed)
            || signs.has(Kind::Source)
            || self.continues(sentence) && self.signs(sentence + 1).has(Kind::Observed)
    }

    /// The same of a conclusion, which does not bear itself out: in "the food in the house was fine"
    /// nobody says what there was to eat.
    pub fn is_borne_out_beside(self, words: &Range<usize>, sentence: usize) -> bool {
        let is_seen = |sentence: usize| self.signs(sentence).has(Kind::Observed);
        self.signs(sentence).has(Kind::Source)
            || self.continues(sentence) && is_seen(sentence + 1)
            || is_seen(sentence) && self.is_seen_beside(words, sentence)
    }

    fn is_seen_beside(self, words: &Range<usize>, sentence: usize) -> bool {
        const THINGS: [&str; 25] = [
            "bath",
            "bedding",
            "book",
            "books",
            "breakfast",
            "clothes",
            "coat",
            "cupboards",
            "dinner",
            "floor",
            "food",
            "fridge",
            "hair",
            "homework",
            "injuries",
            "injury",
            "lunch",
            "mark",
            "marks",
            "meal",
            "meals",
            "skin",
            "sleep",
            "tea",
            "uniform",
        ];
        let Some(sentence) = self.text.sentences().get(sentence) else { return false };
        let subject = self.subject_before(words.start);
        let is_act = |at: usize| self.kinds(at).has(Kind::Seen) && !self.is(at, &THINGS);
        let is_seen = |first: usize, end: usize| {
            let (first_word, end_word) = (u32::try_from(first), u32::try_from(end));
            first_word.ok().zip(end_word.ok()).is_some_and(|(first_word, end_word)| {
                self.signs_in(&Sentence { first_word, end_word, ..*sentence }).has(Kind::Observed)
            })
        };
        (subject..words.start).any(is_act)
            || is_seen(sentence.first_word as usize, subject)
            || is_seen(words.end, sentence.end_word as usize)
    }

    /// Where the part of the sentence begins that the word closes, without a comma or a conjunction.
    fn subject_before(self, at: usize) -> usize {
        const FAR: usize = 8;
        const BETWEEN: [&str; 12] =
            ["and", "as", "because", "but", "said", "so", "that", "then", "when", "which", "while", "who"];
        let is_adjoined = |at: usize| self.text.words().get(at).is_some_and(Word::is_adjoined);
        let is_part = |at: &usize| is_adjoined(at + 1) && !self.is(*at, &BETWEEN);
        self.words_before(at, FAR).take_while(is_part).last().unwrap_or(at)
    }

    /// Whether somebody who was speaking in the sentence before may be speaking still.
    pub fn is_spoken_on(self, sentence: usize) -> bool {
        let Some(before) = sentence.checked_sub(1) else { return false };
        let is_quoted = || {
            let words =
                self.text.sentences().get(before).map_or(0..0, |last| last.first_word as usize..last.end_word as usize);
            self.text.words_in(words).iter().any(Word::is_quoted)
        };
        self.continues(before) && self.signs(before).has(Kind::Said) && !is_quoted()
    }

    /// Whether anybody says, before that word of the sentence, what follows.
    pub fn is_spoken(self, at: usize, sentence: usize) -> bool {
        let signs = self.signs(sentence);
        signs.is_closed || signs.spoken.is_some_and(|spoken| spoken < at)
    }

    /// Whether somebody else than the writer does.
    pub fn is_said(self, at: usize, sentence: usize) -> bool {
        let signs = self.signs(sentence);
        signs.is_closed || signs.said.is_some_and(|said| said < at)
    }

    /// Whether the writer is in touch with somebody before that word of the sentence, or
    /// in the sentence before.
    pub fn is_met(self, at: usize, sentence: usize) -> bool {
        self.signs(sentence).met.is_some_and(|met| met < at) || self.before(sentence).met.is_some()
    }

    /// Whether the sentence gives a reason for what ends before that word, or the next
    /// does; where that one tells who decided, the one after it may.
    pub fn has_reason(self, end: usize, sentence: usize) -> bool {
        let (here, next, third) = (self.signs(sentence), self.signs(sentence + 1), self.signs(sentence + 2));
        let is_reason = |signs: Signs| signs.has(Kind::Reasoned) || signs.purpose.is_some();
        here.has(Kind::Reasoned)
            || here.purpose.is_some_and(|purpose| purpose > end)
            || is_reason(next)
            || next.has(Kind::Made) && is_reason(third)
            || self.goes_on_saying(sentence + 1)
    }

    /// "She said the stay was too recent": whoever decided goes on to say more.
    fn goes_on_saying(self, sentence: usize) -> bool {
        let first = self.text.sentences().get(sentence).map(|sentence| sentence.first_word as usize);
        first.is_some_and(|first| self.is(first, &["he", "she", "they"]) && self.kinds(first + 1).has(Kind::Say))
    }

    /// Whether a dash, a colon or a semicolon follows before long, and then more: "No
    /// further action: the school's plan meets his needs".
    pub fn is_explained(self, end: usize) -> bool {
        const FAR: usize = 24;
        const FEWEST: usize = 3;
        let words = self.behind(end.saturating_sub(1), FAR);
        let mut pairs = self.text.words_in(words.clone()).windows(2).zip(words.start + 1..);
        pairs.any(|(pair, next_at)| {
            let [word, next] = pair else { return false };
            matches!(self.text.between(word, next).trim(), ":" | ";" | "–" | "—" | "-") && next_at + FEWEST <= words.end
        })
    }

    /// Whether the heading above the word has a term of the kind.
    pub fn is_under(self, kind: Kind, word: usize) -> bool {
        let byte = self.text.words().get(word).map_or(0, |word| word.span.start);
        self.text.section_at(byte).is_some_and(|heading| self.heading_has(heading, kind))
    }

    /// Whether the heading has a term of the kind.
    pub fn heading_has(self, heading: &Heading, kind: Kind) -> bool {
        let words = heading.first_word as usize..heading.end_word as usize;
        self.words_of(words).any(|(kinds, _)| kinds.has(kind))
    }

    /// Whether a term of the kind begins in those words.
    pub fn has_in(self, words: Range<usize>, kind: Kind) -> bool {
        words.into_iter().any(|at| self.kinds(at).has(kind))
    }

    /// The kinds of the term that begins at the word.
    pub fn kinds(self, at: usize) -> Kinds {
        self.terms.get(at).map(|(kinds, _)| *kinds).unwrap_or_default()
    }

    /// The kinds of the term that ends before the word.
    pub fn kinds_before(self, at: usize) -> Kinds {
        self.words_before(at, LONGEST)
            .find(|start| !self.kinds(*start).is_empty())
            .filter(|start| self.terms.get(*start).is_some_and(|(_, next)| *next == at))
            .map(|start| self.kinds(start))
            .unwrap_or_default()
    }

    /// Whether the sentence begins with the word.
    pub fn begins_sentence(self, at: usize) -> bool {
        self.sentence_at(at).is_some_and(|sentence| sentence.first_word as usize == at)
    }

    /// The word with which the sentence of the word begins.
    pub fn first_of_sentence(self, at: usize) -> usize {
        self.sentence_at(at).map_or(at, |sentence| sentence.first_word as usize)
    }

    /// Whether the word is one of these. Letter case does not matter.
    pub fn is(self, at: usize, known: &[&str]) -> bool {
        self.text.is_one_of(at, known)
    }

    /// Whether the word is "it", or "it" with a verb: "it's".
    pub fn is_it(self, at: usize) -> bool {
        self.is(at, &["it", "it's", "it’s"])
    }

    /// Whether a colon or a dash stands right before the word.
    pub fn follows_colon(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let [word, next] = self.text.words_in(before..at + 1) else { return false };
        matches!(self.text.between(word, next).trim(), ":" | "–" | "—" | "-")
    }

    /// The word after the term that begins at the word.
    pub fn term_end(self, at: usize) -> usize {
        self.terms.get(at).map_or(at + 1, |(_, end)| *end)
    }

    /// Whether the sentence, or what stands before a comma in it, ends in fewer words.
    pub fn stops_by(self, at: usize, most: usize) -> bool {
        let words = self.behind(at, most);
        words.len() < most
            || words.into_iter().any(|at| self.text.words().get(at).is_some_and(|word| !word.is_adjoined()))
    }

    /// Up to so many words behind a term, within its sentence.
    pub fn behind(self, at: usize, most: usize) -> Range<usize> {
        let sentence = at.checked_sub(1).and_then(|last| self.sentence_at(last));
        let end = sentence.map_or(at, |sentence| sentence.end_word as usize);
        at..end.min(at + most)
    }

    /// The sentence of the word, by its index.
    pub fn sentence_of(self, at: usize) -> Option<usize> {
        self.text.words().get(at).map(|word| word.sentence as usize)
    }

    fn sentence_at(self, at: usize) -> Option<&'p Sentence> {
        self.text.sentence_of(self.text.words().get(at)?)
    }

    /// The words before one in its sentence, the nearest first.
    pub fn words_before(self, at: usize, most: usize) -> impl Iterator<Item = usize> {
        let first = self.sentence_at(at).map_or(at, |sentence| sentence.first_word as usize);
        (first.max(at.saturating_sub(most))..at).rev()
    }

    /// The terms from one word to another, and the words that are none.
    fn words_of(self, words: Range<usize>) -> impl Iterator<Item = (Kinds, Range<usize>)> + use<'p> {
        let mut at = words.start;
        std::iter::from_fn(move || {
            let (kinds, next) = *self.terms.get(at).filter(|_| at < words.end)?;
            let start = std::mem::replace(&mut at, next);
            Some((kinds, start..next))
        })
    }

    fn signs_in(self, sentence: &Sentence) -> Signs {
        let mut signs = Signs::default();
        let mut has_other = false;
        let mut is_deciding = false;
        for (kinds, words) in self.words_of(sentence.first_word as usize..sentence.end_word as usize) {
            let at = words.start;
            if self.text.words().get(at).is_some_and(Word::is_quoted) {
                if self.is_speech(at) {
                    signs.kinds = signs.kinds.with(Kind::Observed);
                }
                continue;
            }
            has_other |= self.who(at).is_some_and(|who| !who.has(Kind::Me) && !who.has(Kind::Pronoun));
            if kinds.is_empty() {
                // Of words that are no term only a number tells more than who is there.
                if self.is_count(at) {
                    signs.kinds = signs.kinds.with(Kind::Observed);
                }
                continue;
            }
            signs.kinds = signs.kinds.and(kinds);
            if kinds.has(Kind::Contact) && !self.is_channel(at) {
                signs.met = signs.met.or(Some(at));
            }
            if kinds.has(Kind::Doubt) {
                signs.doubted = signs.doubted.or(Some(at));
            }
            if kinds.has(Kind::Purpose) {
                signs.purpose = Some(at);
            }
            if kinds.has(Kind::Say)
                && let Some(who) = self.actor(at)
            {
                if !who.has(Kind::Me) || !self.is_remark(at) {
                    signs.spoken = signs.spoken.or(Some(at));
                }
                if !who.has(Kind::Me) {
                    signs.said = signs.said.or(Some(at));
                    signs.kinds = signs.kinds.with(Kind::Said);
                }
            }
            if kinds.has(Kind::Say) && self.closes(at, sentence) {
                signs.is_closed = true;
                signs.kinds = signs.kinds.with(Kind::Source).with(Kind::Said).with(Kind::Observed);
            }
            if kinds.has(Kind::Say) && self.is_told(at) {
                signs.said = signs.said.or(Some(at));
            }
            if kinds.has(Kind::Seen) && !self.is_own_act(at)
                || self.is_count(at)
                || kinds.has(Kind::Say) && signs.said == Some(at)
            {
                signs.kinds = signs.kinds.with(Kind::Observed);
            }
            if kinds.has(Kind::Reason) && !self.is_degree(at) || kinds.has(Kind::Because) && self.is_clause(&words) {
                signs.kinds = signs.kinds.with(Kind::Reasoned);
            }
            is_deciding |= DECIDING.iter().any(|kind| kinds.has(*kind));
            if self.is_maker(kinds, words, is_deciding) {
                signs.kinds = signs.kinds.with(Kind::Made);
            }
        }
        if self.ends_with_source(sentence) {
            signs.kinds = signs.kinds.with(Kind::Source);
        }
        signs.met = signs.met.filter(|_| has_other);
        signs
    }

    /// Whether a statement follows the words: "as Dad has moved out", but not "since the visit".
    fn is_clause(self, words: &Range<usize>) -> bool {
        const ANY: [&str; 2] = ["it", "there"];
        const NO_TIME: [&str; 26] = [
            "this",
            "these",
            "his",
            "her",
            "its",
            "their",
            "the",
            "both",
            "all",
            "no",
            "nobody",
            "neither",
            "my",
            "our",
            "each",
            "every",
            "everybody",
            "everyone",
            "nothing",
            "none",
            "most",
            "many",
            "some",
            "two",
            "three",
            "four",
        ];
        self.who(words.end).is_some()
            || self.is(words.end, &ANY)
            || self.is(words.end, &NO_TIME) && !self.is(words.start, &["since"])
    }

    /// "So respectful": how much, and not why.
    fn is_degree(self, at: usize) -> bool {
        let next = self.kinds(at + 1);
        self.is(at, &["so"]) && (next.has(Kind::Quality) || next.has(Kind::Standard))
    }

    /// "I gave them a warning": what the writer did, and not what could be seen.
    fn is_own_act(self, at: usize) -> bool {
        const ACTS: [&str; 6] = ["brought", "gave", "left", "offered", "showed", "wrote"];
        self.is(at, &ACTS) && at.checked_sub(1).is_some_and(|before| self.is(before, &["i"]))
    }

    /// "I would add": the writer goes on writing, and tells it to nobody.
    fn is_remark(self, at: usize) -> bool {
        const REMARKS: [&str; 9] = ["add", "admit", "believe", "feel", "mention", "note", "say", "suggest", "think"];
        self.text.is_one_of(at, &REMARKS)
    }

    /// "By phone" tells how, and not with whom.
    fn is_channel(self, at: usize) -> bool {
        self.kinds(at).has(Kind::Channel) && self.kinds_before(at).has(Kind::By)
    }

    /// Whether more is quoted than this word: what somebody said, and not what something is
    /// called, the number saved as “Pizza”.
    fn is_speech(self, at: usize) -> bool {
        let is_quoted = |at: usize| self.text.words().get(at).is_some_and(Word::is_quoted);
        is_quoted(at + 1) || at.checked_sub(1).is_some_and(is_quoted)
    }

    /// Whether the word is a number that counts or measures: not a date, a time, a section,
    /// "he will be 17 in May".
    fn is_count(self, at: usize) -> bool {
        let word = self.text.word(at);
        let is_number = (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let before = self.kinds_before(at);
        let next = self.kinds(at + 1);
        let is_other = before.has(Kind::Place) || before.has(Kind::By) || next.has(Kind::Time) || next.has(Kind::Place);
        is_number && !is_other && self.text.words().get(at + 1).is_some_and(Word::is_adjoined)
    }
}
