//! What a text says of why information was shared: agreement, a legal ground, a reason.

use std::sync::LazyLock;

use super::table::{Kinds, Table};
use crate::check::{Context, Passage};

/// What a term of `lexicon/grounds.tsv` tells.
#[derive(Clone, Copy)]
enum Kind {
    /// Somebody agreed,
    Agreement,
    /// unless it is to a treatment, a trip, a placement
    Innocent,
    /// or did not.
    Denial,
    /// Agreement was not sought, and the record says so.
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

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../lexicon/grounds.tsv"), &NAMES));

/// Whether any text of the record gives a legal ground, or says that agreement was not
/// sought.
pub fn gives_ground(context: &Context) -> bool {
    has_any(context, |kinds| kinds.has(Kind::Ground) || kinds.has(Kind::NotSought))
}

/// Whether any text of the record speaks of what the child understood.
pub fn tells_understanding(context: &Context) -> bool {
    has_any(context, |kinds| kinds.has(Kind::Understanding))
}

fn has_any(context: &Context, is: impl Fn(Kinds) -> bool) -> bool {
    context.passages.iter().any(|passage| TABLE.find(&passage.text).any(|(kinds, _)| is(kinds)))
}

/// Whether any text of the record says that somebody agreed to the sharing.
pub fn gives_agreement(context: &Context) -> bool {
    context.passages.iter().any(agrees)
}

/// How far from a word its denial, or what it is about, can stand.
const NEAR: usize = 5;

fn agrees(passage: &Passage) -> bool {
    let text = &passage.text;
    let found: Vec<_> = TABLE.find(text).collect();
    let sentence = |word: usize| text.words().get(word).map(|word| word.sentence);
    found.iter().enumerate().any(|(index, (kinds, words))| {
        // Each term is at least one word, so no more of them can stand so near.
        let around = found.get(index.saturating_sub(NEAR)..).unwrap_or_default().iter().take(2 * NEAR + 1);
        let turns = around.filter(|(_, near)| {
            near.start < words.end + NEAR
                && words.start < near.end + NEAR
                && sentence(near.start) == sentence(words.start)
        });
        let is_turned = |kinds: &Kinds| kinds.has(Kind::Innocent) || kinds.has(Kind::Denial);
        kinds.has(Kind::Agreement) && !turns.map(|(kinds, _)| kinds).any(is_turned)
    })
}

/// Whether a reason is given in the sentence of the word or in the next.
pub fn gives_reason(passage: &Passage, word: usize) -> bool {
    let sentence_of = |word: usize| passage.text.words().get(word).map(|word| word.sentence);
    let Some(sentence) = sentence_of(word) else { return false };
    let is_near = |word: usize| sentence_of(word).is_some_and(|of| of == sentence || of == sentence + 1);
    TABLE.find(&passage.text).any(|(kinds, words)| kinds.has(Kind::Because) && is_near(words.start))
}
