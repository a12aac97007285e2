//! Statements in a text, by patterns of its words.
//!
//! A pattern is words parted by spaces, `a|b` for either. `{child}` is the child of the
//! file, `{me}` the writer, `{adult}` somebody who looks after a child, `{end}` the end
//! of what is said, `^` the start of a sentence.

use std::ops::Range;

use super::child::Child;
use crate::lexicon::table::Kinds;
use crate::text::beginnings::Beginnings;
use crate::text::spelling::normalise;
use crate::text::vocabulary::Vocabulary;
use crate::text::{Text, Word};

/// A table of patterns.
#[derive(Debug)]
pub struct Patterns {
    /// The words that any pattern looks at, and what stands in place of one.
    vocabulary: Vocabulary,
    likely: Beginnings,
    known: Vec<Known>,
    /// The statements that begin with each of these.
    begins: [(Token, Kinds); 4],
    /// What can be stated. The place of a statement is its number.
    statements: Vec<&'static str>,
    beginnings: Vec<Beginning>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    kinds: Kinds,
    /// The statements that begin with it.
    begins: Kinds,
}

/// How patterns that make one statement begin, and how they go on.
#[derive(Debug)]
struct Beginning {
    statement: u32,
    first: Token,
    rests: Vec<Vec<Token>>,
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Start,
    End,
    Child,
    Me,
    Adult,
    /// By their numbers in the vocabulary.
    Words(Vec<u32>),
}

/// What is told by a word, whatever the patterns.
#[derive(Clone, Copy)]
enum Kind {
    The,
    This,
    Own,
    Young,
    Person,
    Child,
    Social,
    Worker,
    Me,
    Foster,
    Adult,
    GoesOn,
}

const KINDS: [(Kind, &str); 12] = [
    (Kind::The, "the"),
    (Kind::This, "this"),
    (Kind::Own, "her his their the"),
    (Kind::Young, "young"),
    (Kind::Person, "person"),
    (Kind::Child, "child baby yp"),
    (Kind::Social, "social"),
    (Kind::Worker, "worker writer author"),
    (Kind::Me, "i we sw"),
    (Kind::Foster, "foster"),
    (
        Kind::Adult,
        "mum mam mom mother dad father parent parents stepmum stepmother stepdad stepfather nan nana gran grandma \
         grandmother grandad grandfather grandparents carer carers aunt uncle partner guardian",
    ),
    (Kind::GoesOn, "today tonight because as during but this so"),
];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

impl Patterns {
    /// Reads a line of headings, and then a statement, a tab and a pattern a line.
    #[must_use]
    pub fn read(tsv: &'static str) -> Patterns {
        let mut patterns = Patterns {
            vocabulary: Vocabulary::default(),
            likely: Beginnings::none(),
            known: Vec::new(),
            begins: [Token::Start, Token::Child, Token::Me, Token::Adult].map(|token| (token, Kinds::default())),
            statements: Vec::new(),
            beginnings: Vec::new(),
        };
        for (kind, words) in KINDS {
            for word in words.split(' ') {
                patterns.know(word, |known| known.kinds = known.kinds.with(kind));
            }
        }
        for (statement, pattern) in tsv.lines().skip(1).filter_map(|line| line.split_once('\t')) {
            patterns.add(statement, pattern);
        }
        patterns
    }

    fn add(&mut self, statement: &'static str, pattern: &'static str) {
        if !self.statements.contains(&statement) {
            self.statements.push(statement);
        }
        let Some(statement) = self.number_of(statement) else { return };
        let (first, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
        for word in first.split('|') {
            self.know(word, |known| known.begins = known.begins.with(statement));
        }
        let first = self.token(first);
        for (token, begins) in &mut self.begins {
            if *token == first {
                *begins = begins.with(statement);
            }
        }
        let rest = rest.split(' ').filter(|token| !token.is_empty()).map(|token| self.token(token)).collect();
        match self.beginnings.iter_mut().find(|known| known.statement == statement && known.first == first) {
            Some(known) => known.rests.push(rest),
            None => self.beginnings.push(Beginning { statement, first, rests: vec![rest] }),
        }
    }

    fn token(&mut self, token: &'static str) -> Token {
        match token {
            "^" => Token::Start,
            "{end}" => Token::End,
            "{child}" => Token::Child,
            "{me}" => Token::Me,
            "{adult}" => Token::Adult,
            words => Token::Words(words.split('|').map(|word| self.know(word, |_| {})).collect()),
        }
    }

    /// Learns something of a word; gives its number.
    fn know(&mut self, word: &str, learn: impl FnOnce(&mut Known)) -> u32 {
        let number = self.vocabulary.intern(word);
        self.likely.add(word);
        self.known.resize(self.known.len().max(number as usize + 1), Known::default());
        self.known.get_mut(number as usize).map(learn);
        number
    }

    fn number_of(&self, statement: &str) -> Option<u32> {
        (0..).zip(&self.statements).find(|(_, known)| **known == statement).map(|(number, _)| number)
    }

    /// Reads a text about the child.
    #[must_use]
    pub fn of<'f>(&'f self, text: &'f Text, child: &'f Child) -> Statements<'f> {
        let words = text.words().iter().map(|word| self.word(text.slice(word.span))).collect();
        let mut statements = Statements { patterns: self, text, child, words, begins: Vec::new() };
        statements.begins = (0..text.words().len()).map(|at| statements.begins_at(at)).collect();
        statements
    }

    fn word(&self, written: &str) -> Option<Seen> {
        let is_plain = written.bytes().all(|byte| byte.is_ascii_alphabetic());
        let number = if !is_plain {
            self.vocabulary.find(&normalise(written), "")
        } else if !self.likely.may_have(written) {
            None
        } else if written.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.vocabulary.find(&written.to_ascii_lowercase(), "")
        } else {
            self.vocabulary.find(written, "")
        }?;
        let known = *self.known.get(number as usize)?;
        Some(Seen { number, known: if is_plain { known } else { Known { kinds: Kinds::default(), ..known } } })
    }
}

/// A word of a text that a pattern looks at.
#[derive(Clone, Copy, Debug)]
struct Seen {
    number: u32,
    known: Known,
}

/// A text as patterns read it.
#[derive(Debug)]
pub struct Statements<'f> {
    patterns: &'f Patterns,
    text: &'f Text<'f>,
    child: &'f Child,
    words: Vec<Option<Seen>>,
    /// For each word the statements of which a pattern may begin there.
    begins: Vec<Kinds>,
}

impl Statements<'_> {
    /// Where the text makes the statement, by its words, in its order.
    pub fn find(&self, statement: &str) -> impl Iterator<Item = Range<usize>> {
        let statement = self.patterns.number_of(statement);
        let begins = move |begins: &Kinds| statement.is_some_and(|statement| begins.has(statement));
        let starts = (0..).zip(&self.begins).filter(move |(_, here)| begins(here));
        starts.filter_map(move |(start, _)| {
            let beginnings = self.patterns.beginnings.iter().filter(|known| Some(known.statement) == statement);
            let ends = beginnings.filter_map(|beginning| {
                let at = self.end(&beginning.first, start)?;
                beginning.rests.iter().filter_map(|rest| self.end_of(rest, start, at)).max()
            });
            ends.max().map(|end| start..end)
        })
    }

    fn begins_at(&self, at: usize) -> Kinds {
        let seen = self.words.get(at).copied().flatten();
        // Whoever is spoken of begins with a name or a word that is known.
        let may_be_somebody = seen.is_some() || self.text.words().get(at).is_some_and(Word::is_capitalised);
        let tokens = self.patterns.begins.iter().filter(|(token, _)| may_be_somebody || *token == Token::Start);
        let begins = tokens.filter(|(token, _)| self.end(token, at).is_some());
        let by_word = seen.map(|seen| seen.known.begins).unwrap_or_default();
        begins.fold(by_word, |all, (_, begins)| all.and(*begins))
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.words.get(at).is_some_and(|seen| seen.is_some_and(|seen| seen.known.kinds.has(kind)))
    }

    fn is_adjoined(&self, at: usize) -> bool {
        self.text.words().get(at).is_some_and(Word::is_adjoined)
    }

    /// Past "the" or "her", where that stands there.
    fn past(&self, at: usize, kind: Kind) -> usize {
        at + usize::from(self.is(at, kind) && self.is_adjoined(at + 1))
    }

    /// The word after those that the token takes from this one on.
    fn end(&self, token: &Token, at: usize) -> Option<usize> {
        match token {
            Token::Start => {
                let sentence = self.text.words().get(at).and_then(|word| self.text.sentence_of(word));
                sentence.is_some_and(|sentence| sentence.first_word as usize == at).then_some(at)
            }
            Token::End => (!self.is_adjoined(at) || self.is(at, Kind::GoesOn)).then_some(at),
            Token::Child => self.child.at(at, self.text).map(|words| words.end).or_else(|| {
                let noun = self.past(at, Kind::The);
                let is_person = self.is(noun, Kind::Young) && self.is(noun + 1, Kind::Person);
                (is_person || self.is(noun, Kind::Child)).then_some(noun + 1 + usize::from(is_person))
            }),
            Token::Me => {
                let first = if self.is(at, Kind::This) { self.past(at, Kind::This) } else { self.past(at, Kind::The) };
                let worker = first + usize::from(self.is(first, Kind::Social));
                let is_worker = first > at && self.is(worker, Kind::Worker);
                if self.is(at, Kind::Me) { Some(at + 1) } else { is_worker.then_some(worker + 1) }
            }
            Token::Adult => {
                let noun = self.past(at, Kind::Own);
                let adult = noun + usize::from(self.is(noun, Kind::Foster));
                self.is(adult, Kind::Adult).then_some(adult + 1)
            }
            Token::Words(numbers) => {
                let seen = self.words.get(at).copied().flatten()?;
                numbers.contains(&seen.number).then_some(at + 1)
            }
        }
    }

    /// The word after a pattern that began at `start` and goes on at this word.
    fn end_of(&self, rest: &[Token], start: usize, at: usize) -> Option<usize> {
        rest.iter().try_fold(at, |at, token| {
            let is_linked = at == start || *token == Token::End || self.is_adjoined(at);
            self.end(token, at).filter(|_| is_linked)
        })
    }
}
