//! Who was told: an agency or a role in one, by its kind or by its name.

use std::ops::Range;

use super::Reader;
use super::terms::Kind;
use crate::lexicon::table::Kinds;

/// How many words of a name are looked at.
const MOST_NAMES: usize = 2;

/// How far before "them" the agency can be named, in words.
const LONGEST_REACH: usize = 24;

/// How many words can stand before an agency: "with Mum and her new primary school".
const MOST_LEADS: usize = 5;

impl Reader<'_> {
    /// Where the agency ends that begins here, if what follows does not make it
    /// something else: the school friends, the police station.
    pub(super) fn recipient(&self, at: usize, was_told: bool) -> Option<usize> {
        self.agency(at).or_else(|| self.them(at)).filter(|end| self.can_follow(*end, was_told))
    }

    /// "Rang the school and shared the plan with them": whoever was named last in the sentence.
    fn them(&self, at: usize) -> Option<usize> {
        let is_somebody = |kinds: Kinds| kinds.has(Kind::Agency) || kinds.has(Kind::Other);
        let before = self.first.max(at.saturating_sub(LONGEST_REACH))..at;
        let last = || before.rev().find(|before| is_somebody(self.term(*before).0));
        let is_agency = |named: usize| self.agency(named).is_some();
        (self.is_word(at, "them") && last().is_some_and(is_agency)).then_some(at + 1)
    }

    /// Where the agency ends that begins here.
    pub(super) fn agency(&self, start: usize) -> Option<usize> {
        let mut at = start;
        // "Oak Primary School": who names an agency writes all its words with capitals.
        let mut is_named = false;
        for _ in 0..MOST_LEADS {
            let (kinds, next) = self.term(at);
            if kinds.has(Kind::Rank) && self.is_name(next) {
                return Some(self.after_names(next));
            }
            if kinds.has(Kind::Agency) {
                let is_agency = !is_named || self.is_name(at);
                return (is_agency && !self.is_own(at..next) && !self.is_own(start..next)).then_some(next);
            }
            at = match self.after_titled_name(at) {
                Some(after) => after,
                None if kinds.has(Kind::Other) => self.after_and(next)?,
                None if kinds.has(Kind::Lead) || self.is_possessive(at) => next,
                None if self.is_name(at) => {
                    is_named = true;
                    next
                }
                None => return None,
            };
            if !self.is_adjoined(at) {
                return None;
            }
        }
        None
    }

    /// Whether what follows leaves the agency an agency, told by somebody or just told.
    pub(super) fn can_follow(&self, at: usize, was_told: bool) -> bool {
        let (kinds, _) = self.term(at);
        !self.is_adjoined(at) || kinds.has(Kind::Next) || was_told && (kinds.has(Kind::Object) || self.is_name(at))
    }

    /// Whether it is the writer's own agency.
    pub(super) fn is_own(&self, words: Range<usize>) -> bool {
        let text = self.account.text;
        self.account.own.is_named(text.slice(text.span_of(words)))
    }

    /// The word behind "Ms Khan at", where she is not known to be of the family.
    fn after_titled_name(&self, at: usize) -> Option<usize> {
        let (title, name) = self.term(at);
        let end = self.after_names(name);
        let (place, next) = self.term(end);
        let is_known = || (name..end).any(|word| self.account.context.is_name(self.word(word)));
        (title.has(Kind::Title) && place.has(Kind::At) && end > name && !is_known()).then_some(next)
    }

    /// The word behind the "and" of "Mum and the school".
    fn after_and(&self, at: usize) -> Option<usize> {
        (self.is_word(at, "and") && self.is_adjoined(at)).then_some(at + 1)
    }

    fn after_names(&self, at: usize) -> usize {
        (at..at + MOST_NAMES).find(|word| !self.is_name(*word)).unwrap_or(at + MOST_NAMES)
    }

    fn is_name(&self, at: usize) -> bool {
        self.at(at).is_some_and(|word| word.is_capitalised() && word.is_adjoined())
    }

    fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with(['s', 'S']) && word.contains(['\'', '’'])
    }
}
