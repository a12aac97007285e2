//! What a text says of why information was shared: agreement, a legal ground, a reason.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use crate::check::{Context, Passage};
use crate::lexicon::dictionary::TableName;
use crate::lexicon::table::{Kinds, Table};
use crate::text::Text;

/// What a term of `lexicon/grounds.tsv` tells.
#[derive(Clone, Copy)]
enum Kind {
    /// Somebody agreed,
    Agreement,
    /// unless it is to a treatment, a trip, a placement
    Innocent,
    /// or did not.
    Denial,
    /// It was not sought: that is no denial, and with a reason it is a ground.
    NotSought,
    /// A law, a risk, an order of a court.
    Ground,
    /// A reason follows.
    Because,
    /// What the child made of it.
    Understanding,
}

const NAMES: [&str; 7] = ["agreement", "innocent", "denial", "not sought", "ground", "because", "understanding"];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(TableName::Grounds, &NAMES));

/// What the texts of a record say of why information was shared. They are read when
/// somebody wants to know.
pub struct Grounds<'c> {
    context: &'c Context<'c>,
    said: OnceCell<Said>,
}

#[derive(Clone, Copy, Default)]
struct Said {
    ground: bool,
    agreement: bool,
    understanding: bool,
}

impl<'c> Grounds<'c> {
    /// Of all texts of the record, quotations included.
    pub fn of(context: &'c Context<'c>) -> Grounds<'c> {
        Grounds { context, said: OnceCell::new() }
    }

    /// A legal ground is given, or why agreement was not sought.
    pub fn has_ground(&self) -> bool {
        self.said().ground
    }

    /// Somebody agreed to the sharing.
    pub fn has_agreement(&self) -> bool {
        self.said().agreement
    }

    /// It is said what the child understood.
    pub fn has_understanding(&self) -> bool {
        self.said().understanding
    }

    fn said(&self) -> &Said {
        self.said.get_or_init(|| {
            self.context.passages.iter().map(said_in).fold(Said::default(), |all, said| Said {
                ground: all.ground || said.ground,
                agreement: all.agreement || said.agreement,
                understanding: all.understanding || said.understanding,
            })
        })
    }
}

fn said_in(passage: &Passage) -> Said {
    let found: Vec<_> = TABLE.find(&passage.text).collect();
    let mut said = Said::default();
    for (index, (kinds, _)) in found.iter().enumerate() {
        let is_near = |kind: Kind| near(&passage.text, &found, index).any(|kinds| kinds.has(kind));
        let is_reasoned = || is_near(Kind::Agreement) && is_near(Kind::Because);
        said.ground |= kinds.has(Kind::Ground) || kinds.has(Kind::NotSought) && is_reasoned();
        said.agreement |= kinds.has(Kind::Agreement) && !is_near(Kind::Innocent) && !is_near(Kind::Denial);
        said.understanding |= kinds.has(Kind::Understanding);
    }
    said
}

/// How far from a word its denial, or what it is about, can stand.
const NEAR: usize = 5;

/// The kinds of the terms that stand near one of them, in its sentence.
fn near<'a>(text: &'a Text, found: &'a [(Kinds, Range<usize>)], index: usize) -> impl Iterator<Item = Kinds> + 'a {
    let sentence = |word: usize| text.words().get(word).map(|word| word.sentence);
    let here = found.get(index).map_or(0..0, |(_, words)| words.clone());
    // A term has a word at least, so no more of them can stand so near.
    let around = found.get(index.saturating_sub(NEAR)..).unwrap_or_default().iter().take(2 * NEAR + 1);
    let near = around.filter(move |(_, other)| {
        other.start < here.end + NEAR && here.start < other.end + NEAR && sentence(other.start) == sentence(here.start)
    });
    near.map(|(kinds, _)| *kinds)
}

/// The sentences of a text in which a reason follows, and those before them, in order.
pub fn reasoned_sentences(passage: &Passage) -> Vec<u32> {
    let reasons = TABLE.find(&passage.text).filter(|(kinds, _)| kinds.has(Kind::Because));
    let sentences = reasons.filter_map(|(_, words)| passage.text.words().get(words.start).map(|word| word.sentence));
    let mut sentences: Vec<u32> = sentences.flat_map(|sentence| [sentence.saturating_sub(1), sentence]).collect();
    sentences.sort_unstable();
    sentences
}
