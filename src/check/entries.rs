//! The entries of a file side by side: which paragraphs, and which whole entries,
//! stand in an earlier one.
//!
//! A paragraph is known by a hash of its words, so that the time grows with the text
//! and not with the number of pairs of entries.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use chrono::NaiveDateTime;

use super::hash::Hash;
use super::walk;
use crate::calendar::Moment;
use crate::record::{Entry, Shape, Value};

/// A paragraph of fewer words may well be written twice.
pub const FEWEST_WORDS: usize = 25;

/// A note of fewer words may well be true twice on one day.
const SHORT_NOTE: usize = 10;

/// The entries of a file.
#[derive(Debug)]
pub struct Entries<'r> {
    values: &'r [Value],
    read: &'r [Entry<'r>],
    /// Made when a rule first looks.
    index: OnceCell<Index>,
}

/// Where everything stands first, by time.
#[derive(Debug)]
struct Index {
    /// For each entry how many came before it.
    ranks: Vec<usize>,
    /// For each entry the hash of what it says.
    contents: Vec<Option<u64>>,
    /// The entry that has a paragraph first.
    paragraphs: HashMap<u64, usize>,
    /// The entry that says something first.
    firsts: HashMap<u64, usize>,
}

/// Where an entry stands among those of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the list, at that place.
    Listed(usize),
    /// It is checked by itself, and may or may not be in the list.
    Alone,
}

impl<'r> Entries<'r> {
    /// The entries as they came and as they were read, in the same order.
    #[must_use]
    pub fn new(values: &'r [Value], read: &'r [Entry<'r>]) -> Entries<'r> {
        Entries { values, read, index: OnceCell::new() }
    }

    /// The entry at that place of the list.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'r Entry<'r>> {
        self.read.get(index)
    }

    /// The entry that has the paragraph first, where that came before this one.
    #[must_use]
    pub fn earlier_with_paragraph(&self, paragraph: u64, place: Place, entry: &Entry) -> Option<usize> {
        let first = *self.index().paragraphs.get(&paragraph)?;
        self.is_earlier(first, place, entry).then_some(first)
    }

    /// The first entry that says the same of the same event, where that came before this one.
    #[must_use]
    pub fn earlier_twin(&self, value: &Value, place: Place, entry: &Entry) -> Option<usize> {
        let content = match place {
            Place::Listed(index) => *self.index().contents.get(index)?,
            Place::Alone => content(value, entry),
        };
        let first = *self.index().firsts.get(&content?)?;
        self.is_earlier(first, place, entry).then_some(first)
    }

    fn is_earlier(&self, first: usize, place: Place, entry: &Entry) -> bool {
        let ranks = &self.index().ranks;
        match place {
            Place::Listed(index) => ranks.get(first) < ranks.get(index),
            // What is in the list may be this entry as it was saved last.
            Place::Alone => self.get(first).is_some_and(|other| !may_be_same(other, entry)),
        }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut order: Vec<usize> = (0..self.read.len()).collect();
            let written: Option<Vec<NaiveDateTime>> = self.read.iter().map(written).collect();
            if let Some(written) = written {
                order.sort_by_key(|index| written.get(*index));
            }
            let contents = self.values.iter().zip(self.read).map(|(value, entry)| content(value, entry)).collect();
            let ranks = vec![0; self.read.len()];
            let mut index = Index { ranks, contents, paragraphs: HashMap::new(), firsts: HashMap::new() };
            for (rank, place) in order.into_iter().enumerate() {
                let Some(value) = self.values.get(place) else { continue };
                if let Some(own) = index.ranks.get_mut(place) {
                    *own = rank;
                }
                prose(value, &mut |text| {
                    for paragraph in paragraphs(text) {
                        index.paragraphs.entry(paragraph.hash).or_insert(place);
                    }
                });
                if let Some(content) = index.contents.get(place).copied().flatten() {
                    index.firsts.entry(content).or_insert(place);
                }
            }
            index
        })
    }
}

/// When an entry was written, as far as it says.
pub(super) fn written(entry: &Entry) -> Option<NaiveDateTime> {
    entry.recorded_at.get().or(entry.event_at.get()).map(Moment::earliest)
}

fn may_be_same(one: &Entry, other: &Entry) -> bool {
    match (one.id.get(), other.id.get()) {
        (Some(one), Some(other)) => one == other,
        _ => one.event_at == other.event_at,
    }
}

pub(super) fn prose<'r>(value: &'r Value, visit: &mut dyn FnMut(&'r str)) {
    walk(value, Entry::PARTS, &mut String::new(), &mut |_, value, part| {
        if let (Shape::Prose, Value::Text(text)) = (part.shape, value) {
            visit(text);
        }
    });
}

/// The hash of what an entry says, on which occasion and by whom; nothing where it says
/// too little to be told from another.
pub(crate) fn content(value: &Value, entry: &Entry) -> Option<u64> {
    let mut hash = Hash::default();
    prose(value, &mut |text| {
        hash.add_words(text);
        hash.add(0);
    });
    let tells = |moment: &&Moment| moment.time.is_some() || hash.words() >= SHORT_NOTE;
    let occasion = entry.event_at.get().filter(tells).or(entry.recorded_at.get().filter(tells));
    if hash.words() == 0 || occasion.is_none() && hash.words() < FEWEST_WORDS {
        return None;
    }
    hash.add_words(&occasion.map(Moment::to_string).unwrap_or_default());
    hash.add(entry.entry_type.get().map_or(0, |of| *of as u64 + 1));
    hash.add_words(entry.author.name.text());
    Some(hash.value())
}

/// A paragraph of a text, or a line of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Of its words, whatever their case and whatever stands between them.
    pub hash: u64,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// The paragraphs of a text that are long enough to tell: those that blank lines part
/// and, after a paragraph of several lines, each of these too.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let from = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        from..from + line.trim().len()
    });
    let lines: Vec<Range<usize>> = lines.collect();
    let blocks = lines.split(Range::is_empty).flat_map(|block| match block {
        [first, .., last] => std::iter::once(first.start..last.end).chain(block.iter().cloned()).collect(),
        lines => lines.to_vec(),
    });
    blocks.filter_map(|span| long_enough(text, span)).collect()
}

fn long_enough(text: &str, span: Range<usize>) -> Option<Paragraph> {
    // Each word has a letter, and a space behind it.
    if span.len() + 1 < 2 * FEWEST_WORDS {
        return None;
    }
    let mut hash = Hash::default();
    hash.add_words(text.get(span.clone())?);
    (hash.words() >= FEWEST_WORDS).then_some(Paragraph { hash: hash.value(), span })
}
