//! The terms of a lexicon, found in a text: those of all its tables in one pass.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::inflection::Form;
use super::readings::{Key, Met, Readings};
use super::spelling::normalise;
use super::vocabulary::{Slots, Vocabulary, fnv, index};
use super::words::words_of;
use super::{Text, char_at};

/// Tables of terms.
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
    /// For each word of the vocabulary, as itself and in any form, the beginning that it is; 0 where
    /// no term begins so.
    first: Vec<[u32; 2]>,
    /// By which word which beginning of a term goes on, and to which.
    edges: Vec<(Edge, u32)>,
    edge_slots: Slots,
    /// The beginnings of terms, the first being empty.
    nodes: Vec<Node>,
    tables: usize,
    met: Mutex<Met>,
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

/// For each table its terms in a text, by where they begin: some overlap others.
pub type Matches<'p> = Vec<Vec<Match<'p>>>;

/// A beginning of a term.
#[derive(Debug, Default)]
struct Node {
    /// The tables that have just this term.
    ends: Vec<End>,
    /// A bit of 32 for each word with which a longer term goes on: most words are told from
    /// those at once.
    next: u32,
}

/// The rows of one table that have the same term.
#[derive(Debug)]
struct End {
    table: usize,
    rows: Vec<u32>,
}

/// A beginning of a term and the word that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    from: u32,
    key: Key,
}

impl Phrases {
    /// One table. The position of a term among `rows` is its row.
    pub fn new<'r>(rows: impl IntoIterator<Item = &'r str>) -> Phrases {
        Phrases::of_tables([(0..).zip(rows)])
    }

    /// Several tables, each with rows of its own: the terms of a row, which may have many, stand
    /// beside its number.
    pub fn of_tables<'r, Rows: IntoIterator<Item = (u32, &'r str)>>(tables: impl IntoIterator<Item = Rows>) -> Phrases {
        let mut phrases = Phrases {
            vocabulary: Vocabulary::default(),
            first: Vec::new(),
            edges: Vec::new(),
            edge_slots: Slots::default(),
            nodes: vec![Node::default()],
            tables: 0,
            met: Mutex::default(),
        };
        for rows in tables {
            for (row, term) in rows {
                for term in for_everybody(term) {
                    phrases.add(row, &term);
                    if term.contains('-') {
                        phrases.add(row, &term.replace('-', ""));
                    }
                }
            }
            phrases.tables += 1;
        }
        phrases
    }

    /// Adds a term to the table that is being read.
    fn add(&mut self, row: u32, term: &str) {
        let mut node = 0;
        for span in words_of(term) {
            let end = span.end as usize;
            let word = self.vocabulary.intern(&normalise(term.get(span.start as usize..end).unwrap_or_default()));
            let key = Key { word, any_form: char_at(term, end) == Some('~') };
            node = self.grow(Edge { from: node, key });
        }
        let table = self.tables;
        if let Some(Node { ends, .. }) = self.nodes.get_mut(node as usize)
            && node > 0
        {
            match ends.last_mut().filter(|end| end.table == table) {
                Some(End { rows, .. }) if rows.last() == Some(&row) => {}
                Some(End { rows, .. }) => rows.push(row),
                None => ends.push(End { table, rows: vec![row] }),
            }
        }
    }

    /// Where the edge leads; makes it if there is none.
    fn grow(&mut self, edge: Edge) -> u32 {
        if let Some(to) = self.follow(edge) {
            return to;
        }
        let to = index(self.nodes.len());
        self.nodes.push(Node::default());
        if let Some(from) = self.nodes.get_mut(edge.from as usize) {
            from.next |= edge.key.bit();
        }
        if edge.from == 0 {
            let word = edge.key.word as usize;
            self.first.resize(self.first.len().max(word + 1), [0, 0]);
            if let Some(first) =
                self.first.get_mut(word).and_then(|first| first.get_mut(usize::from(edge.key.any_form)))
            {
                *first = to;
            }
        } else {
            self.edges.push((edge, to));
            self.edge_slots.add(self.edges.len(), |place| self.edges.get(place).map_or(0, |(edge, _)| edge.hash()));
        }
        to
    }

    /// Where the edge leads.
    fn follow(&self, edge: Edge) -> Option<u32> {
        if edge.from == 0 {
            let first = *self.first.get(edge.key.word as usize)?.get(usize::from(edge.key.any_form))?;
            return (first > 0).then_some(first);
        }
        let may_lead = self.nodes.get(edge.from as usize).is_some_and(|from| from.next & edge.key.bit() > 0);
        if !may_lead {
            return None;
        }
        let place = self
            .edge_slots
            .find(edge.hash(), |place| self.edges.get(place).is_some_and(|(other, _)| *other == edge))?;
        self.edges.get(place).map(|(_, to)| *to)
    }

    /// The terms of the first table that stand in the text, in its order: from the left the
    /// longest each time. None overlap, and none crosses the end of a sentence or a mark other
    /// than a hyphen or slash.
    pub fn matches<'p>(&'p self, text: &Text) -> impl Iterator<Item = Match<'p>> {
        longest(self.find(text).into_iter().next().unwrap_or_default())
    }

    /// All terms that stand in the text, table by table. [`longest`] chooses among those of a table.
    pub fn find<'p>(&'p self, text: &Text) -> Matches<'p> {
        // Whatever it holds is right: each word is there with its own readings.
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let readings = Readings::new(&self.vocabulary, &mut met, text);
        drop(met);
        let mut found: Matches = (0..self.tables).map(|_| Vec::with_capacity(4 + readings.len() / 8)).collect();
        let mut reached = Vec::new();
        for start in 0..readings.len() {
            self.step(&State { node: 0, at: start, form: None }, &readings, &mut reached);
            while let Some(state) = reached.pop() {
                let Some(node) = self.nodes.get(state.node as usize) else { continue };
                for End { table, rows } in &node.ends {
                    let form = state.form.unwrap_or(Form::Base);
                    if let Some(found) = found.get_mut(*table) {
                        found.push(Match { rows, words: start..state.at, form });
                    }
                }
                if node.next > 0 && readings.is_adjoined(state.at) {
                    self.step(&state, &readings, &mut reached);
                }
            }
        }
        found
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

/// What stands on words of a text.
pub trait Stands {
    /// Those words, by their index.
    fn words(&self) -> &Range<usize>;
}

impl Stands for Match<'_> {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

impl<T: Stands> Stands for &T {
    fn words(&self) -> &Range<usize> {
        (*self).words()
    }
}

impl<M, T: Stands> Stands for (M, T) {
    fn words(&self) -> &Range<usize> {
        self.1.words()
    }
}

/// Of terms by where they begin, from the left the longest each time, so that none overlap; of
/// those that are equally long the first.
pub fn longest<T: Stands>(found: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    let mut found = found.into_iter().peekable();
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut longest = found.find(|next| next.words().start >= at)?;
        while let Some(other) = found.next_if(|next| next.words().start == longest.words().start) {
            if other.words().end > longest.words().end {
                longest = other;
            }
        }
        at = longest.words().end;
        Some(longest)
    })
}

/// How far into a term the words up to here lead.
struct State {
    node: u32,
    /// The word that comes next.
    at: usize,
    form: Option<Form>,
}

impl Edge {
    fn hash(self) -> u32 {
        fnv([self.from, self.key.word, u32::from(self.key.any_form)])
    }
}
