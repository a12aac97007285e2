//! The terms of a lexicon, found in a text.

use std::borrow::Cow;
use std::ops::Range;

use super::inflection::Form;
use super::spelling::normalise;
use super::vocabulary::{Slots, Vocabulary, fnv, index};
use super::words::words_of;
use super::{Text, char_at};

/// A table of terms.
///
/// A term is one or more words. A word with `~` after it stands for all its forms, one without
/// only for itself; letter case, kind of apostrophe and American spelling make no difference. A
/// space in a term fits a space, hyphen or slash in the text, and the other way about; a
/// hyphen fits nothing between the words too ("well-being" finds "wellbeing"), and a term
/// without one finds the hyphenated word. "One's" stands for her, his, their and your, "oneself"
/// for herself and the rest.
///
/// ```
/// use recording_standard::text::{Text, phrases::Phrases};
///
/// let phrases = Phrases::new(["looked after child~", "escalate~", "step~ down"]);
/// let text = Text::new("She was escalating. The looked-after children stepped down.");
///
/// let found: Vec<_> = phrases.matches(&text).map(|found| (found.rows[0], found.words)).collect();
/// assert_eq!(found, [(1, 2..3), (0, 4..7), (2, 7..9)]);
/// ```
#[derive(Debug)]
pub struct Phrases {
    vocabulary: Vocabulary,
    /// By which word which beginning of a term goes on, and to which.
    edges: Vec<(Edge, u32)>,
    edge_slots: Slots,
    /// For each beginning of a term, the first being empty, the rows that have just this term.
    rows: Vec<Vec<u32>>,
}

/// A term that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'p> {
    /// The positions in the table of the rows that have this term, lowest first. Never empty.
    pub rows: &'p [u32],
    /// The words of the text, by their index.
    pub words: Range<usize>,
    /// The form of the term's first word that has forms; the base where it has none.
    pub form: Form,
}

/// A beginning of a term and the word that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    from: u32,
    key: Key,
}

/// A word of the vocabulary, as itself or in any form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    word: u32,
    any_form: bool,
}

/// What words of a text can stand for.
#[derive(Clone, Copy, Debug)]
struct Reading {
    key: Key,
    form: Form,
    /// How many words of the text are read as one.
    width: usize,
}

impl Phrases {
    /// Builds the table. The position of a term among `rows` is its row.
    pub fn new<'r>(rows: impl IntoIterator<Item = &'r str>) -> Phrases {
        let mut phrases = Phrases {
            vocabulary: Vocabulary::default(),
            edges: Vec::new(),
            edge_slots: Slots::default(),
            rows: vec![Vec::new()],
        };
        for (row, term) in (0..).zip(rows) {
            for term in for_everybody(term) {
                phrases.add(row, &term);
                if term.contains('-') {
                    phrases.add(row, &term.replace('-', ""));
                }
            }
        }
        phrases
    }

    fn add(&mut self, row: u32, term: &str) {
        let mut node = 0;
        for span in words_of(term) {
            let end = span.end as usize;
            let word = self.vocabulary.intern(&normalise(term.get(span.start as usize..end).unwrap_or_default()));
            let key = Key { word, any_form: char_at(term, end) == Some('~') };
            node = self.grow(Edge { from: node, key });
        }
        if let Some(rows) = self.rows.get_mut(node as usize)
            && node > 0
            && rows.last() != Some(&row)
        {
            rows.push(row);
        }
    }

    /// Where the edge leads; makes it if there is none.
    fn grow(&mut self, edge: Edge) -> u32 {
        if let Some(to) = self.follow(edge) {
            return to;
        }
        let to = index(self.rows.len());
        self.rows.push(Vec::new());
        self.edges.push((edge, to));
        self.edge_slots.add(self.edges.len(), |place| self.edges.get(place).map_or(0, |(edge, _)| edge.hash()));
        to
    }

    /// Where the edge leads.
    fn follow(&self, edge: Edge) -> Option<u32> {
        let place = self
            .edge_slots
            .find(edge.hash(), |place| self.edges.get(place).is_some_and(|(other, _)| *other == edge))?;
        self.edges.get(place).map(|(_, to)| *to)
    }

    /// The terms that stand in the text, in its order: from the left the longest each time.
    /// None overlap, and none crosses the end of a sentence or a mark other than a hyphen or slash.
    pub fn matches<'p>(&'p self, text: &Text) -> impl Iterator<Item = Match<'p>> {
        let readings = Readings::new(self, text);
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < readings.len() {
                let found = self.longest_at(at, &readings);
                at = found.as_ref().map_or(at + 1, |found| found.words.end);
                if found.is_some() {
                    return found;
                }
            }
            None
        })
    }

    fn longest_at(&self, start: usize, readings: &Readings) -> Option<Match<'_>> {
        let mut longest: Option<Match> = None;
        let mut reached = vec![];
        self.step(&State { node: 0, at: start, form: None }, readings, &mut reached);
        while let Some(state) = reached.pop() {
            let rows = self.rows.get(state.node as usize).map_or(&[][..], Vec::as_slice);
            if !rows.is_empty() && longest.as_ref().is_none_or(|longest| longest.words.end < state.at) {
                longest = Some(Match { rows, words: start..state.at, form: state.form.unwrap_or(Form::Base) });
            }
            if readings.is_adjoined(state.at) {
                self.step(&state, readings, &mut reached);
            }
        }
        longest
    }

    /// Adds the states that follow one by the words that stand there, the likeliest last.
    fn step(&self, from: &State, readings: &Readings, reached: &mut Vec<State>) {
        for reading in readings.at(from.at).iter().rev() {
            if let Some(node) = self.follow(Edge { from: from.node, key: reading.key }) {
                let form = from.form.or(reading.key.any_form.then_some(reading.form));
                reached.push(State { node, at: from.at + reading.width, form });
            }
        }
    }
}

/// The term for her, him, them and you where it is written as dictionaries write: "one's" for
/// her, his, their and your, "oneself" for herself and the rest.
fn for_everybody(term: &str) -> Vec<Cow<'_, str>> {
    const PEOPLE: [(&str, &str); 4] =
        [("her", "herself"), ("his", "himself"), ("their", "themselves"), ("your", "yourself")];
    if !term.contains("one's") && !term.contains("oneself") {
        return vec![term.into()];
    }
    let of = |(whose, themselves): (&str, &str)| term.replace("one's", whose).replace("oneself", themselves);
    PEOPLE.into_iter().map(|person| of(person).into()).collect()
}

/// How far into a term the words up to here lead.
struct State {
    node: u32,
    /// The word that comes next.
    at: usize,
    form: Option<Form>,
}

/// What each word of a text can stand for in one table.
struct Readings {
    list: Vec<Reading>,
    /// Where the readings of each word begin in the list, and whether the word adjoins the one before.
    words: Vec<(u32, bool)>,
}

impl Readings {
    fn new(phrases: &Phrases, text: &Text) -> Readings {
        let spellings = text.spellings();
        let mut readings = Readings { list: Vec::new(), words: Vec::with_capacity(spellings.len()) };
        for (place, word) in text.words().iter().enumerate() {
            readings.words.push((index(readings.list.len()), word.is_adjoined()));
            for spelling in spellings.of(place) {
                if let Some(word) = phrases.vocabulary.find_hashed(spelling.hash, spellings.letters_of(*spelling)) {
                    let key = Key { word, any_form: spelling.form.is_some() };
                    let form = spelling.form.unwrap_or(Form::Base);
                    readings.list.push(Reading { key, form, width: usize::from(spelling.width) });
                }
            }
        }
        readings
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    fn is_adjoined(&self, word: usize) -> bool {
        self.words.get(word).is_some_and(|(_, adjoined)| *adjoined)
    }

    fn at(&self, word: usize) -> &[Reading] {
        let Some((start, _)) = self.words.get(word) else { return &[] };
        let end = self.words.get(word + 1).map_or(self.list.len(), |(end, _)| *end as usize);
        self.list.get(*start as usize..end).unwrap_or_default()
    }
}

impl Edge {
    fn hash(self) -> u32 {
        fnv([self.from, self.key.word, u32::from(self.key.any_form)])
    }
}
