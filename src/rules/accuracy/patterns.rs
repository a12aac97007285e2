//! Statements in a text, by patterns of its words.
//!
//! A pattern is words parted by spaces, `a|b` for either. `{child}` is the child of the
//! file, `{me}` the writer, `{adult}` somebody who looks after a child, `{end}` the end
//! of what is said, `^` the start of a sentence.

use std::ops::Range;

use super::child::Child;
use super::words::Words;
use crate::text::spelling::normalise;
use crate::text::{Text, Word};

/// A table of patterns.
#[derive(Debug)]
pub struct Patterns(Vec<Beginning>);

/// How patterns that make one statement begin, and how they go on.
#[derive(Debug)]
struct Beginning {
    statement: &'static str,
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
    Words(Vec<&'static str>),
}

const OWN: [&str; 4] = ["her", "his", "their", "the"];
const ADULTS: Words = Words::new(
    "mum mam mom mother dad father parent parents stepmum stepmother stepdad stepfather nan nana gran grandma \
     grandmother grandad grandfather grandparents carer carers aunt uncle partner guardian",
);
const WORKERS: [&str; 3] = ["worker", "writer", "author"];

impl Patterns {
    /// Reads a line of headings, and then a statement, a tab and a pattern a line.
    #[must_use]
    pub fn read(tsv: &'static str) -> Patterns {
        let mut beginnings: Vec<Beginning> = Vec::new();
        for (statement, pattern) in tsv.lines().skip(1).filter_map(|line| line.split_once('\t')) {
            let (first, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
            let first = Token::read(first);
            let rest = rest.split(' ').filter(|token| !token.is_empty()).map(Token::read).collect();
            match beginnings.iter_mut().find(|known| known.statement == statement && known.first == first) {
                Some(known) => known.rests.push(rest),
                None => beginnings.push(Beginning { statement, first, rests: vec![rest] }),
            }
        }
        Patterns(beginnings)
    }

    /// Where the text makes the statement, by its words, in its order.
    pub fn find<'f>(
        &'f self,
        statement: &str,
        text: &'f Text,
        child: &'f Child,
    ) -> impl Iterator<Item = Range<usize>> + use<'f> {
        let beginnings: Vec<&Beginning> = self.0.iter().filter(|known| known.statement == statement).collect();
        (0..text.words().len()).filter_map(move |start| {
            let ends = beginnings.iter().filter_map(|beginning| {
                let at = beginning.first.end(start, text, child)?;
                beginning.rests.iter().filter_map(|rest| end_of(rest, start, at, text, child)).max()
            });
            ends.max().map(|end| start..end)
        })
    }
}

impl Token {
    fn read(token: &'static str) -> Token {
        match token {
            "^" => Token::Start,
            "{end}" => Token::End,
            "{child}" => Token::Child,
            "{me}" => Token::Me,
            "{adult}" => Token::Adult,
            words => Token::Words(words.split('|').collect()),
        }
    }

    /// The word after those that the token takes from this one on.
    fn end(&self, at: usize, text: &Text, child: &Child) -> Option<usize> {
        let word = text.word(at);
        let is = |word: &str, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
        let adjoined = |at: usize| text.words().get(at).is_some_and(Word::is_adjoined);
        // Past "the" or "her", where that stands there.
        let past = |known: &[&str]| if is(word, known) && adjoined(at + 1) { at + 1 } else { at };
        match self {
            Token::Start => {
                let sentence = text.words().get(at).and_then(|word| text.sentence_of(word));
                sentence.is_some_and(|sentence| sentence.first_word as usize == at).then_some(at)
            }
            Token::End => {
                const GOES_ON: [&str; 8] = ["today", "tonight", "because", "as", "during", "but", "this", "so"];
                (!adjoined(at) || is(word, &GOES_ON)).then_some(at)
            }
            Token::Child => child.at(at, text).map(|words| words.end).or_else(|| {
                let noun = past(&["the"]);
                let is_person = is(text.word(noun), &["young"]) && is(text.word(noun + 1), &["person"]);
                let is_child = is_person || is(text.word(noun), &["child", "baby", "yp"]);
                is_child.then_some(noun + 1 + usize::from(is_person))
            }),
            Token::Me => {
                let first = past(&["the", "this"]);
                let worker = first + usize::from(is(text.word(first), &["social"]));
                let is_worker = first > at && is(text.word(worker), &WORKERS);
                if is(word, &["i", "we", "sw"]) { Some(at + 1) } else { is_worker.then_some(worker + 1) }
            }
            Token::Adult => {
                let noun = past(&OWN);
                let adult = noun + usize::from(is(text.word(noun), &["foster"]));
                ADULTS.has(text.word(adult)).then_some(adult + 1)
            }
            Token::Words(words) => {
                let is_plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
                let known = if is_plain { is(word, words) } else { words.contains(&&*normalise(word)) };
                (known && !word.is_empty()).then_some(at + 1)
            }
        }
    }
}

/// The word after a pattern that began at `start` and goes on at this word.
fn end_of(rest: &[Token], start: usize, at: usize, text: &Text, child: &Child) -> Option<usize> {
    let adjoined = |at: usize| text.words().get(at).is_some_and(Word::is_adjoined);
    rest.iter().try_fold(at, |at, token| {
        let is_linked = at == start || *token == Token::End || adjoined(at);
        token.end(at, text, child).filter(|_| is_linked)
    })
}
