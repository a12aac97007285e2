//! What a text says of telling other agencies: "I informed the school", "Police
//! notified at 18:00", "The report was sent to the GP".
//!
//! "Shared" and its fellows have many innocent senses. So a sharing is only found where
//! the writer did it, or nobody is named who did, and where an agency or a role in one
//! stands next to the verb. What is negated, planned, supposed, hearsay, a question or
//! in quotation marks is none.

mod recipient;
mod terms;

use std::ops::Range;

use super::agency::OwnAgency;
use crate::check::{Context, Passage};
use crate::lexicon::table::Kinds;
use crate::text::{Text, Word};
use terms::{Kind, terms_of};

/// What the writer tells in one text.
#[derive(Debug, Default)]
pub struct Told {
    /// The words of each sharing.
    pub sharings: Vec<Range<usize>>,
    /// The words of each decision not to share.
    pub withheld: Vec<Range<usize>>,
}

/// The texts in which the writer tells what was done, and what they tell.
pub fn told<'c>(context: &'c Context) -> impl Iterator<Item = (&'c Passage<'c>, Told)> {
    let is_narrative = |path: &str| path == "text" || path.starts_with("sections/") && path.ends_with("/text");
    let passages = context.passages.iter().filter(move |passage| is_narrative(&passage.path));
    passages.map(|passage| (passage, Account::new(&passage.text, context).read()))
}

/// The longest way from a verb to the "with" or "to" that belongs to it, and from an
/// agency to whoever told it, in words.
const FAR: usize = 10;

/// A text, and who writes it.
struct Account<'c> {
    text: &'c Text<'c>,
    context: &'c Context<'c>,
    own: OwnAgency,
    post_title: String,
    terms: Vec<(Kinds, usize)>,
}

impl<'c> Account<'c> {
    fn new(text: &'c Text<'c>, context: &'c Context<'c>) -> Account<'c> {
        let post_title = context.entry.map(|entry| entry.author.post_title.text().to_lowercase()).unwrap_or_default();
        Account { text, context, own: OwnAgency::of(context), post_title, terms: terms_of(text) }
    }

    fn read(&self) -> Told {
        let mut told = Told::default();
        for sentence in self.text.sentences().iter().filter(|sentence| !sentence.question) {
            let first = sentence.first_word as usize;
            Reader { account: self, first, end: sentence.end_word as usize }.read(&mut told);
        }
        told
    }
}

/// Who did what the next verb says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doer {
    /// The writer.
    Writer,
    /// The writer by custom, where a sentence begins with its verb.
    Implied,
    /// It was done, and nobody is named.
    Unnamed,
}

/// What went before in the sentence.
struct Before {
    doer: Option<Doer>,
    /// Nobody but the writer has come in.
    by_writer: bool,
    /// It is left open whether anything was done.
    doubt: bool,
    /// Something was not done, or the writer has it from somebody.
    not: bool,
}

impl Before {
    /// Goes past a term.
    fn pass(&mut self, kinds: Kinds, is_writer: bool, is_number: bool) {
        self.by_writer &= !kinds.has(Kind::Other);
        self.doubt |= kinds.has(Kind::Doubt);
        self.not |= kinds.has(Kind::Not) || kinds.has(Kind::Report);
        self.doer = match self.doer {
            _ if is_writer => Some(Doer::Writer),
            _ if kinds.has(Kind::Passive) || kinds.has(Kind::Thing) => Some(Doer::Unnamed),
            doer if kinds.has(Kind::Meanwhile) => doer,
            // "14:30 – Informed school."
            doer if is_number && self.by_writer => doer,
            _ if kinds.has(Kind::And) && self.by_writer => Some(Doer::Writer),
            _ => None,
        };
    }
}

/// Reads one sentence; to it there are no words behind its end.
struct Reader<'a> {
    account: &'a Account<'a>,
    first: usize,
    end: usize,
}

impl Reader<'_> {
    fn read(&self, told: &mut Told) {
        let mut before = Before { doer: Some(Doer::Implied), by_writer: true, doubt: false, not: false };
        let mut at = self.first;
        while at < self.end {
            let (kinds, next) = self.term(at);
            let is_said = !before.doubt && self.at(at).is_some_and(|word| !word.is_quoted());
            if let Some(end) = self.sharing_end(at, &before).filter(|_| is_said) {
                told.sharings.push(at..end);
                before.doer = None;
                at = end;
                continue;
            }
            if kinds.has(Kind::Withhold) && before.doer.is_some() && is_said {
                told.withheld.push(at..next);
            }
            before.pass(kinds, self.is_writer(at), self.is_number(at));
            at = next;
        }
    }

    /// Where the sharing ends whose verb, document or agency begins at the word.
    fn sharing_end(&self, at: usize, before: &Before) -> Option<usize> {
        let end = match before.doer {
            Some(Doer::Writer) => self.done_by_writer(at),
            // "Told her teacher that she was sad": it was the child who did.
            Some(Doer::Implied) => self.done_by_writer(at).filter(|end| !self.is_about_other(*end)),
            Some(Doer::Unnamed) if !before.not => self.done_by_nobody(at),
            _ => None,
        };
        end.or_else(|| if before.not { None } else { self.document_sent(at).or_else(|| self.agency_told(at)) })
    }

    /// "informed the school", "spoke to the GP about", "shared the plan with the school".
    fn done_by_writer(&self, at: usize) -> Option<usize> {
        let (kinds, next) = self.term(at);
        if kinds.has(Kind::Forum) {
            return Some(next);
        }
        if kinds.has(Kind::Speak) {
            return self.recipient(next, true).filter(|end| self.term(*end).0.has(Kind::About));
        }
        let told = if kinds.has(Kind::Tell) { self.recipient(next, true) } else { None };
        told.or_else(|| self.recipient(self.link(kinds, next)?, true))
    }

    /// "was shared with the school".
    fn done_by_nobody(&self, at: usize) -> Option<usize> {
        let (kinds, next) = self.term(at);
        if kinds.has(Kind::Forum) {
            return Some(next);
        }
        let is_given = kinds.has(Kind::With) || kinds.has(Kind::To);
        let link = if is_given { self.link(kinds, next) } else { None };
        self.recipient(link?, false).filter(|end| !self.is_by_other(*end))
    }

    /// "Referral made to CAMHS", "Referral to CAMHS was made", "Agency checks completed".
    fn document_sent(&self, at: usize) -> Option<usize> {
        let (kinds, next) = self.term(at);
        if kinds.has(Kind::Checks) {
            return Some(next);
        }
        if !kinds.has(Kind::Document) {
            return None;
        }
        let agency = |at: usize| self.agency(at + 1).filter(|_| self.is_word(at, "to"));
        let before = agency(next).filter(|_| self.is_word(at, "referral"));
        let (verb, _) = self.after_auxiliaries(before.unwrap_or(next));
        let (kinds, after) = self.term(verb);
        let end = if before.is_some() { after } else { agency(after).filter(|end| self.can_follow(*end, false))? };
        (kinds.has(Kind::Made) && !self.is_by_other(end)).then_some(end)
    }

    /// "Police notified at 18:00", "School was informed".
    fn agency_told(&self, at: usize) -> Option<usize> {
        let (kinds, end) = self.term(at);
        if !kinds.has(Kind::Agency) {
            return None;
        }
        let (verb, is_passive) = self.after_auxiliaries(end);
        let (kinds, next) = self.term(verb);
        let is_told = kinds.has(Kind::Tell) && is_passive || kinds.has(Kind::Informed) && verb == end;
        let is_sharing = is_told && self.can_follow(next, false) && !self.is_by_other(next);
        (is_sharing && !self.is_own(at..end)).then_some(next)
    }

    /// The word after the "with" or "to" that belongs to a verb.
    fn link(&self, verb: Kinds, next: usize) -> Option<usize> {
        let takes_all = verb.has(Kind::To) || verb.has(Kind::Refer);
        let link = match verb {
            _ if verb.has(Kind::With) => "with",
            _ if takes_all || verb.has(Kind::Made) => "to",
            _ => return None,
        };
        let ends = |word: &usize| self.is_word(*word, link) || self.turns_away(*word);
        let found = (next..self.end.min(next + FAR)).find(ends)?;
        // A child is sent to school without any sharing, a report is not.
        let has_document = || (next..found).any(|word| self.term(word).0.has(Kind::Document));
        let is_giving = link == "with" || takes_all || has_document();
        (self.is_word(found, link) && is_giving).then_some(found + 1)
    }

    /// What stands between is innocent, or somebody else did it.
    fn turns_away(&self, at: usize) -> bool {
        let (kinds, _) = self.term(at);
        kinds.has(Kind::Innocent) || kinds.has(Kind::By)
    }

    /// The word behind "has been", "was", and whether they make a passive.
    fn after_auxiliaries(&self, at: usize) -> (usize, bool) {
        let mut at = at;
        let mut is_passive = false;
        loop {
            let (kinds, next) = self.term(at);
            if !self.is_adjoined(at) || !kinds.has(Kind::Meanwhile) && !kinds.has(Kind::Passive) {
                return (at, is_passive);
            }
            is_passive |= kinds.has(Kind::Passive);
            at = next;
        }
    }

    /// "by the hospital", but not "by phone" or "by 5 pm".
    fn is_by_other(&self, end: usize) -> bool {
        let by = (end..self.end.min(end + FAR)).find(|word| self.term(*word).0.has(Kind::By));
        by.is_some_and(|by| !self.term(by + 1).0.has(Kind::Channel) && !self.is_number(by + 1))
    }

    /// "that she".
    fn is_about_other(&self, at: usize) -> bool {
        self.is_word(at, "that") && self.term(at + 1).0.has(Kind::Other)
    }

    fn is_writer(&self, at: usize) -> bool {
        let (kinds, next) = self.term(at);
        let post = || self.account.text.slice(self.account.text.span_of(at..next)).to_lowercase();
        kinds.has(Kind::Me) || kinds.has(Kind::Worker) && self.account.post_title.contains(&post())
    }

    fn is_number(&self, at: usize) -> bool {
        self.at(at).is_some_and(Word::has_digit)
    }

    fn is_adjoined(&self, at: usize) -> bool {
        self.at(at).is_some_and(Word::is_adjoined)
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    fn at(&self, at: usize) -> Option<&Word> {
        self.account.text.words().get(at).filter(|_| at < self.end)
    }

    fn word(&self, at: usize) -> &str {
        self.at(at).map_or("", |word| self.account.text.slice(word.span))
    }

    /// The kinds of the term that begins at the word, and the word after it.
    fn term(&self, at: usize) -> (Kinds, usize) {
        let term = self.account.terms.get(at).filter(|_| at < self.end);
        term.copied().unwrap_or((Kinds::default(), at + 1))
    }
}
