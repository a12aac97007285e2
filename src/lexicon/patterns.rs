//! Patterns: what people say in so many ways that no list of phrases would hold them.
//!
//! `lexicon/README.md` says how a pattern is written.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{JUDGMENTAL, Phrase, Signs, group_named, rows};

const PATTERNS: &str = include_str!("patterns.tsv");
const STATEMENTS: &str = include_str!("statements.tsv");
const CLASSES: &str = include_str!("classes.tsv");

/// The patterns, and the words that they are made of.
#[derive(Debug)]
pub struct Patterns {
    /// In the order of their table.
    pub list: Vec<Pattern>,
    /// The terms of each class and choice of words, by its number.
    terms: Vec<Vec<&'static str>>,
    /// For each of these the patterns that are looked for where it stands.
    anchored: Vec<Vec<usize>>,
    /// A choice of words and a class that is among them.
    unions: Vec<(u32, u32)>,
    /// "be", "have", "will", "would": what a shortened verb can be.
    pub verbs: [u32; 4],
}

/// What a pattern finds.
#[derive(Debug)]
pub enum Finds {
    /// Words that a language rule speaks about, with its help. It has no term, as no words
    /// stand for all that the pattern finds.
    Phrase(Phrase),
    /// A statement that a rule about evidence asks about.
    Statement(Statement),
}

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// `opinion`: what somebody is like, feels, wants, deserves or will come to.
    Opinion,
    /// `report`: what nobody in particular said.
    Report,
    /// `conclusion`: what follows from something that is not told.
    Conclusion,
    /// `decision`: what nobody in particular decided.
    Decision,
}

/// A pattern and what it finds.
#[derive(Debug)]
pub struct Pattern {
    /// Whose matter it is.
    pub finds: Finds,
    /// What follows what in it.
    pub pieces: Vec<Piece>,
    /// How many words may stand in it before its anchor.
    pub reach: usize,
    /// The classes and choices of words that a sentence has which it stands in, beside that anchor.
    pub needs: Vec<u32>,
}

/// A piece of a pattern.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// What it takes.
    pub takes: Takes,
    /// Whether it may be missing.
    pub is_optional: bool,
    /// Whether somebody may stand there instead: `it|{person}`,
    pub or_person: bool,
    /// or the end of a sentence or of a part of it: `and|{end}`.
    pub or_end: bool,
}

impl Piece {
    /// The class or choice of words of which one has to stand there.
    fn needed(&self) -> Option<u32> {
        match self.takes {
            Takes::Term(number) if !self.is_optional && !self.or_person && !self.or_end => Some(number),
            _ => None,
        }
    }
}

/// What a piece of a pattern takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// `^`: nothing, at the beginning of a sentence.
    Start,
    /// `{end}`: nothing, where a sentence or a part of it ends.
    End,
    /// `[`: nothing; here the words begin that are marked.
    Open,
    /// `]`: nothing; here they end.
    Close,
    /// `…`: up to [`GAP`] words.
    Gap,
    /// `_`: up to [`MOST_DEGREES`] words that say how much, how often or how surely.
    Degrees,
    /// `{any}`: a word.
    Any,
    /// `{ing}`: a word that ends so.
    Ing,
    /// `{past}`: a past or participle.
    Past,
    /// `{person}`: a name, or a word for somebody.
    Person,
    /// `{who}`: the same, or nothing where the subject is not said again: at the beginning of a sentence, behind "and".
    Who,
    /// A class of terms, or a choice of words.
    Term(u32),
}

/// How many words `…` takes.
pub const GAP: usize = 5;
/// How many `_` takes.
pub const MOST_DEGREES: usize = 3;

/// Classes that every other sentence has a word of: no pattern is looked for by them.
const COMMON: [&str; 6] = ["be", "have", "will", "would", "not", "one"];

impl Patterns {
    fn read() -> Patterns {
        let mut reading = Reading::default();
        for [class, term] in rows(CLASSES) {
            let number = reading.class(class);
            reading.add(number, term);
        }
        let of_people = reading.class("trait");
        for [term, ..] in rows(JUDGMENTAL).filter(|[.., tier, _]: &[&str; 5]| *tier == "P") {
            reading.add(of_people, term);
        }
        let common = COMMON.map(|class| reading.class(class));
        let [be, have, will, would, ..] = common;
        let verbs = [be, have, will, would];
        let mut list: Vec<Pattern> = Vec::new();
        let mut anchors = Vec::new();
        let of_language = rows(PATTERNS).map(|row| (row[1], Finds::Phrase(phrase(row))));
        let of_evidence = rows(STATEMENTS).map(|[kind, pattern]| (pattern, Finds::Statement(statement_named(kind))));
        for (pattern, finds) in of_language.chain(of_evidence) {
            let pieces: Vec<Piece> = pattern.split(' ').map(|piece| reading.piece(piece)).collect();
            let (anchor, place) = reading.anchor(&pieces, &common);
            let reach = pieces.iter().take(place).map(|piece| reading.widest(piece.takes)).sum();
            let needs = pieces.iter().filter_map(Piece::needed).filter(|number| Some(*number) != anchor);
            let needs =
                needs.filter(|number| !verbs.iter().any(|verb| includes(&reading.unions, *number, *verb))).collect();
            anchors.push(anchor);
            list.push(Pattern { finds, pieces, reach, needs });
        }
        let mut anchored = vec![Vec::new(); reading.numbers.len()];
        for (index, anchor) in anchors.into_iter().enumerate() {
            if let Some(of) = anchor.and_then(|anchor| anchored.get_mut(anchor as usize)) {
                of.push(index);
            }
        }
        Patterns { list, terms: reading.terms, anchored, unions: reading.unions, verbs }
    }

    /// The terms that are looked for, each with the number of its class or choice of words.
    pub(super) fn terms(&self) -> Vec<(u32, &'static str)> {
        let terms = (0..).zip(&self.terms);
        terms.flat_map(|(number, terms)| terms.iter().map(move |term| (number, *term))).collect()
    }

    /// How many classes and choices of words there are.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.terms.len()
    }

    /// Those by which patterns are looked for.
    pub(super) fn anchors(&self) -> Vec<(u32, &'static str)> {
        self.terms().into_iter().filter(|(number, _)| !self.anchored(*number).is_empty()).collect()
    }

    /// Whether the choice of words is that class, or has it.
    #[must_use]
    pub fn includes(&self, number: u32, class: u32) -> bool {
        includes(&self.unions, number, class)
    }

    /// The patterns that are looked for where a term of that number stands.
    #[must_use]
    pub fn anchored(&self, number: u32) -> &[usize] {
        self.anchored.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

fn phrase([rule, _, plain, why, tier, unless]: [&'static str; 6]) -> Phrase {
    Phrase {
        group: group_named(rule),
        term: "".into(),
        plain: plain.into(),
        why: why.into(),
        is_mild: tier == "C",
        is_of_people: false,
        unless: Signs::read(unless),
    }
}

fn statement_named(name: &str) -> Statement {
    match name {
        "opinion" => Statement::Opinion,
        "report" => Statement::Report,
        "decision" => Statement::Decision,
        _ => Statement::Conclusion,
    }
}

/// Whether the choice of words is that class, or has it.
fn includes(unions: &[(u32, u32)], number: u32, class: u32) -> bool {
    number == class || unions.contains(&(number, class))
}

/// The classes and choices of words met so far, by their names.
#[derive(Default)]
struct Reading {
    numbers: HashMap<(bool, &'static str), u32>,
    terms: Vec<Vec<&'static str>>,
    /// A choice and a class that is among its words.
    unions: Vec<(u32, u32)>,
}

impl Reading {
    /// The number of a class.
    fn class(&mut self, name: &'static str) -> u32 {
        self.number(true, name)
    }

    fn number(&mut self, is_class: bool, name: &'static str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or_default();
        *self.numbers.entry((is_class, name)).or_insert_with(|| {
            self.terms.push(Vec::new());
            next
        })
    }

    fn add(&mut self, number: u32, term: &'static str) {
        if let Some(terms) = self.terms.get_mut(number as usize) {
            terms.push(term);
        }
    }

    fn terms_of(&self, number: u32) -> &[&'static str] {
        self.terms.get(number as usize).map_or(&[], Vec::as_slice)
    }

    fn piece(&mut self, written: &'static str) -> Piece {
        let (piece, is_optional) = written.strip_suffix('?').map_or((written, false), |piece| (piece, true));
        let takes = match piece {
            "^" => Takes::Start,
            "[" => Takes::Open,
            "]" => Takes::Close,
            "…" => Takes::Gap,
            "_" => Takes::Degrees,
            "{end}" => Takes::End,
            "{any}" => Takes::Any,
            "{ing}" => Takes::Ing,
            "{past}" => Takes::Past,
            "{person}" => Takes::Person,
            "{who}" => Takes::Who,
            _ => Takes::Term(self.choice(piece)),
        };
        let has = |what: &str| matches!(takes, Takes::Term(_)) && piece.split('|').any(|choice| choice == what);
        Piece { takes, is_optional, or_person: has("{person}"), or_end: has("{end}") }
    }

    /// The number of a class, or of words and classes of which any may stand.
    fn choice(&mut self, written: &'static str) -> u32 {
        let class = |choice: &'static str| choice.strip_prefix('{').and_then(|class| class.strip_suffix('}'));
        if let Some(class) = class(written).filter(|class| !class.contains('|')) {
            return self.class(class);
        }
        let is_new = !self.numbers.contains_key(&(false, written));
        let number = self.number(false, written);
        for choice in written.split('|').filter(|choice| is_new && !matches!(*choice, "{person}" | "{end}")) {
            if let Some(class) = class(choice) {
                let of = self.class(class);
                for term in self.terms_of(of).to_vec() {
                    self.add(number, term);
                }
                self.unions.push((number, of));
            } else {
                self.add(number, choice);
            }
        }
        number
    }

    /// The piece by which the pattern is looked for: the one of which the shortest term is longest.
    fn anchor(&self, pieces: &[Piece], common: &[u32]) -> (Option<u32>, usize) {
        let shortest = |number: u32| self.terms_of(number).iter().map(|term| term.len()).min().unwrap_or_default();
        let numbered = pieces.iter().enumerate().filter_map(|(place, piece)| Some((piece.needed()?, place)));
        let weight = |number: u32| if common.contains(&number) { 0 } else { shortest(number) };
        let best = numbered.max_by_key(|(number, place)| (weight(*number), usize::MAX - place));
        best.map_or((None, 0), |(number, place)| (Some(number), place))
    }

    /// How many words of a text a piece may take.
    fn widest(&self, takes: Takes) -> usize {
        match takes {
            Takes::Start | Takes::End | Takes::Open | Takes::Close => 0,
            Takes::Gap => GAP,
            Takes::Degrees => MOST_DEGREES,
            Takes::Any | Takes::Ing | Takes::Past | Takes::Person | Takes::Who => 1,
            Takes::Term(number) => {
                let words = |term: &str| 1 + term.matches([' ', '-', '+']).count();
                self.terms_of(number).iter().map(|term| words(term)).max().unwrap_or(1)
            }
        }
    }
}

/// The patterns of the rules about language and evidence.
#[must_use]
pub fn patterns() -> &'static Patterns {
    static READ: LazyLock<Patterns> = LazyLock::new(Patterns::read);
    &READ
}
