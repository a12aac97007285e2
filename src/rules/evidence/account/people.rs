//! Who says, does and decides something in a sentence.

use std::ops::Range;

use super::Reading;
use crate::lexicon::table::Kinds;
use crate::rules::evidence::terms::Kind;
use crate::text::{Sentence, Word};

/// How far before a verb its subject can stand, in words: "Ms Khan from the nursery told me".
const FAR: usize = 6;

impl Reading<'_> {
    /// Who does what the verb at the word says: somebody near before it.
    pub fn actor(self, at: usize) -> Option<Kinds> {
        self.actor_at(at).map(|(_, who)| who)
    }

    /// The same, and the word at which they begin.
    pub fn actor_at(self, at: usize) -> Option<(usize, Kinds)> {
        let mut is_passive = false;
        self.words_before(at, FAR).find_map(|start| {
            let near = at - start <= 2;
            is_passive |= near && self.kinds(start).has(Kind::Passive);
            let with_place = self.kinds_before(start).has(Kind::By);
            self.who(start).filter(|_| !is_passive && !with_place).map(|who| (start, who))
        })
    }

    /// Who begins at the word, if it is somebody.
    pub fn who(self, at: usize) -> Option<Kinds> {
        const WHO: [Kind; 8] =
            [Kind::Me, Kind::Decider, Kind::Forum, Kind::Body, Kind::Staff, Kind::Family, Kind::Title, Kind::Pronoun];
        let kinds = self.kinds(at);
        if WHO.iter().any(|who| kinds.has(*who)) {
            return Some(kinds);
        }
        self.is_name(at).then(|| Kinds::default().with(Kind::Name))
    }

    /// Whether the word is a name, as far as its letters tell.
    fn is_name(self, at: usize) -> bool {
        let Some(word) = self.text.words().get(at) else { return false };
        let looks_like_one = word.is_capitalised() && word.has_small_letter() && self.kinds(at).is_empty();
        let is_first = self.sentence_at(at).is_some_and(|sentence| sentence.first_word as usize == at);
        let next = self.text.words().get(at + 1).filter(|next| next.is_adjoined());
        // Any word can begin a sentence; a name does if a surname or a verb follows.
        let goes_on = || {
            let kinds = self.kinds(at + 1);
            let is_verb =
                [Kind::Say, Kind::Decide, Kind::Agree, Kind::Approve, Kind::Hold].iter().any(|verb| kinds.has(*verb));
            is_verb || next.is_some_and(Word::is_capitalised)
        };
        looks_like_one && (!is_first || next.is_some() && goes_on())
    }

    /// Whether the text has named whoever this word names beside a post of somebody who decides.
    pub fn is_decider(self, at: usize) -> bool {
        let name = self.text.word(at);
        self.deciders.binary_search_by(|decider| self.text.word(*decider).cmp(name)).is_ok()
    }

    /// The names beside such posts: "my manager, Lorna Beck", "Pat Hill (team manager)".
    pub(super) fn find_deciders(self) -> Vec<usize> {
        const NEAR: usize = 4;
        let posts = (0..self.text.words().len()).filter(|at| self.kinds(*at).has(Kind::Decider));
        let near = posts.flat_map(|post| post.saturating_sub(NEAR)..post + NEAR);
        let mut deciders: Vec<_> = near.filter(|at| self.is_name(*at)).collect();
        deciders.sort_unstable_by_key(|at| self.text.word(*at));
        deciders.dedup_by_key(|at| self.text.word(*at));
        deciders
    }

    /// Whether it is somebody else who was told: "Mum was told that".
    pub(super) fn is_told(self, at: usize) -> bool {
        let is_somebody = |who: Kinds| who.has(Kind::Family) || who.has(Kind::Name) || who.has(Kind::Pronoun);
        let mut before = self.words_before(at, FAR);
        self.kinds_before(at).has(Kind::Passive) && before.any(|at| self.who(at).is_some_and(is_somebody))
    }

    /// Whether the verb's clause stands behind what was said, or within it: "…, her teacher Ms Bell
    /// told me on Monday", "…, said Nan", "…, he says, …".
    pub(super) fn closes(self, at: usize, sentence: &Sentence) -> bool {
        const FEWEST: usize = 2;
        const FAR: usize = 6;
        const LONGEST: usize = 3;
        const ADDRESSED: [&str; 5] = ["me", "us", "her", "him", "them"];
        const FOLLOWS: [&str; 10] = ["again", "at", "by", "in", "later", "on", "this", "to", "today", "when"];
        let begins_part = |at: usize| self.text.words().get(at).is_none_or(|word| !word.is_adjoined());
        let ends = |at: usize| at >= sentence.end_word as usize || begins_part(at);
        let is_somebody = |at: usize| self.who(at).is_some_and(|who| !who.has(Kind::Me));
        let Some(first) = (at.saturating_sub(FAR)..=at).rev().find(|at| begins_part(*at)) else { return false };
        if first < sentence.first_word as usize + FEWEST || self.is(first, &["and", "but", "so"]) {
            return false;
        }
        if first == at {
            return is_somebody(at + 1) && (at + 2..=at + 1 + LONGEST).any(ends);
        }
        let is_told = is_somebody(at + 1) || self.is(at + 1, &ADDRESSED);
        let behind = if is_told { at + 2 } else { at + 1 };
        let has_day = self.is(behind, &FOLLOWS) || self.kinds(behind).has(Kind::Time);
        // "The fitter told": whoever the word names, the article says that it is somebody.
        let has_subject = (first..at).any(is_somebody)
            || first + 2 == at && self.is(first, &["the", "a", "her", "his", "their", "my", "our"]);
        has_subject && (ends(behind) || has_day && (behind..behind + FAR).any(ends))
    }

    /// Whether brackets close the sentence that hold who told it, or where it is written:
    /// "(X-ray, Dr Shah, 3 May)", "(police log)".
    pub(super) fn ends_with_source(self, sentence: &Sentence) -> bool {
        const FAR: usize = 10;
        const SOURCES: [Kind; 5] = [Kind::Body, Kind::Decider, Kind::Document, Kind::Staff, Kind::Title];
        let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let Some(last) = end.checked_sub(1).and_then(|last| self.text.words().get(last)) else { return false };
        let rest = self.text.source().get(last.span.end as usize..sentence.span.end as usize).unwrap_or_default();
        if !rest.trim_start().starts_with(')') {
            return false;
        }
        let opens = |at: &usize| {
            let pair = self.text.words_in(at.saturating_sub(1)..at + 1);
            matches!(pair, [before, word] if self.text.between(before, word).contains('('))
        };
        let opening = (first.max(end.saturating_sub(FAR)) + 1..end).rev().find(opens);
        opening.is_some_and(|opening| (opening..end).any(|at| SOURCES.iter().any(|source| self.kinds(at).has(*source))))
    }

    /// Whether the term tells who decided. "By Colin" does where the sentence has spoken of
    /// deciding before.
    pub(super) fn is_maker(self, kinds: Kinds, words: Range<usize>, is_deciding: bool) -> bool {
        let decides = |who: Kinds| kinds.has(Kind::Decide) || !who.has(Kind::Family) && !who.has(Kind::Pronoun);
        let is_verb = kinds.has(Kind::Decide) || kinds.has(Kind::Agree) || kinds.has(Kind::Approve);
        kinds.has(Kind::Maker)
            || kinds.has(Kind::Decider) && !self.kinds_before(words.start).has(Kind::Place)
            || is_verb && self.actor(words.start).is_some_and(decides)
            || is_deciding && self.agent(words.start).is_some_and(|who| !who.has(Kind::Family))
    }

    /// Who did it, where "by" begins at the word; words like "the" may stand between.
    pub fn agent(self, at: usize) -> Option<Kinds> {
        let by = Some(at).filter(|at| self.kinds(*at).has(Kind::By))?;
        let mut behind = self.behind(by + 1, 4).skip_while(|at| {
            let kinds = self.kinds(*at);
            kinds.has(Kind::Small) && !kinds.has(Kind::Time)
        });
        behind.next().and_then(|at| self.who(at))
    }

    /// Whether somebody did it, where "by" ends before the word: not by phone, by 5 pm,
    /// by shouting.
    pub fn is_agent(self, at: usize) -> bool {
        let Some(word) = self.text.words().get(at) else { return false };
        let kinds = self.kinds(at);
        let is_other = kinds.has(Kind::Time) || kinds.has(Kind::Channel) || word.has_digit();
        !is_other && !self.text.slice(word.span).ends_with("ing")
    }
}
