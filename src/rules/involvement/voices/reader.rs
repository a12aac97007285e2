//! Reads a text sentence by sentence, and section by section.

use super::names::Names;
use super::sentence::{Before, Mention, Person};
use super::terms::{Kind, TERMS};
use super::{Fact, Told};
use crate::lexicon::table::Kinds;
use crate::record::Gap;
use crate::text::{Heading, Sentence, Text, Word};

/// Fewer words than these do not say what somebody wishes.
const CONTENT: usize = 2;

/// One text, and who is who in it.
pub struct Reader<'t> {
    text: &'t Text<'t>,
    names: &'t Names,
    /// For each word the kinds of the term that begins there, and the word after it.
    terms: Vec<(Kinds, usize)>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t Text<'t>, names: &'t Names) -> Reader<'t> {
        Reader { text, names, terms: TERMS.by_word(text) }
    }

    /// What the text tells.
    pub fn read(&self) -> Told {
        let mut told = Told::default();
        // Whom "she" stands for: at the beginning, anybody.
        let mut recent = Told::default();
        recent.add(Fact::Child);
        recent.add(Fact::Family);
        let mut was_unseen = false;
        for sentence in self.text.sentences() {
            let read = self.read_sentence(sentence, recent);
            told.add_all(read.told);
            if read.has_reason() && (read.is_unseen() || was_unseen) {
                told.add(Fact::NotSeen);
            }
            was_unseen = read.is_unseen();
            if !read.spoken_of.is_nothing() {
                recent = read.spoken_of;
            }
        }
        let headings = self.text.headings();
        for (index, heading) in headings.iter().enumerate() {
            told.add_all(self.read_section(heading, headings.get(index + 1)));
        }
        told
    }

    /// Whom the text names: the child, the family.
    pub fn people(&self) -> Told {
        let mut people = Told::default();
        for fact in (0..self.terms.len()).filter_map(|at| self.person(at)?.fact()) {
            people.add(fact);
        }
        people
    }

    /// "The family’s views:", and something under it.
    fn read_section(&self, heading: &Heading, next: Option<&Heading>) -> Told {
        let mut told = Told::default();
        let words = heading.end_word as usize..next.map_or(self.terms.len(), |next| next.first_word as usize);
        let is_put_off = words.clone().any(|at| self.term(at).0.has(Kind::Later));
        let is_gap = Gap::read(self.text.slice(self.text.span_of(words.clone()))).is_some();
        let of_heading = || (heading.first_word as usize..heading.end_word as usize).map(|at| self.term(at).0);
        let names = |kind: Kind| of_heading().any(|kinds| kinds.has(kind));
        let is_of_views = names(Kind::Views) || names(Kind::Wishes);
        if !is_of_views || words.len() < CONTENT || is_put_off || is_gap {
            return told;
        }
        let is_of_child = names(Kind::Child) || names(Kind::Wishes) || self.names_child(heading);
        let is_of_family = names(Kind::Family);
        if is_of_child || !is_of_family {
            told.add(Fact::Child);
        }
        if is_of_family || !is_of_child {
            told.add(Fact::Family);
        }
        told
    }

    fn names_child(&self, heading: &Heading) -> bool {
        (heading.first_word..heading.end_word).any(|at| self.names.is_child(self.text.word(at as usize)))
    }

    fn read_sentence(&self, sentence: &Sentence, recent: Told) -> Before {
        let (start, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let mut before = Before::after(recent);
        let mut at = start;
        while at < end {
            if self.text.words().get(at).is_some_and(Word::is_quoted) {
                before.quote();
                at += 1;
                continue;
            }
            let (kinds, next) = self.term(at);
            if let Some(person) = self.person(at) {
                let is_asked = at > start + 1 && self.term(at - 1).0.has(Kind::Question);
                let is_possessive = is_possessive(self.text.word(next.saturating_sub(1)));
                before.meet(&Mention { person, at, next, is_asked, is_possessive });
            }
            before.act(kinds, at, next);
            if next + CONTENT <= end {
                before.wish(kinds);
            }
            if kinds.has(Kind::Seen) && self.text.word(next).eq_ignore_ascii_case("no") {
                before.deny();
            }
            at = next;
        }
        before.end();
        before
    }

    /// Whom the word names.
    fn person(&self, at: usize) -> Option<Person> {
        let is_term = !self.term(at).0.is_empty();
        let known = self.known_person(at);
        if known.is_some() || is_term || !self.is_capitalised(at) || self.goes_on_with_name(at) {
            return known;
        }
        // Nobody has said whose name this is: where it is not known what the child is
        // called, it may be the child’s.
        if self.names.has_child() {
            self.acts(at + 1).then_some(Person::Other)
        } else {
            (self.acts(at + 1) || self.is_met(at)).then_some(Person::Child)
        }
    }

    fn known_person(&self, at: usize) -> Option<Person> {
        let written = self.text.word(at);
        if self.is_capitalised(at) && self.names.is_child(written) {
            return Some(Person::Child);
        }
        let known = [
            (Kind::Writer, Person::Writer),
            (Kind::Child, Person::Child),
            (Kind::Family, Person::Family),
            (Kind::Other, Person::Other),
            (Kind::Pronoun, Person::Somebody),
        ];
        let (kinds, _) = self.term(at);
        let person = known.iter().find(|(kind, _)| kinds.has(*kind)).map(|(_, person)| *person);
        person.or((self.is_capitalised(at) && self.names.is_family(written)).then_some(Person::Family))
    }

    /// Whether the word is the rest of a name: "Ava Jones", "Mr Jones".
    fn goes_on_with_name(&self, at: usize) -> bool {
        const MOST: usize = 3;
        let mut first = at;
        while first > 0 && at - first < MOST && self.is_adjoined(first) && self.is_capitalised(first - 1) {
            first -= 1;
            if self.known_person(first).is_some_and(|person| person != Person::Writer) {
                return true;
            }
        }
        false
    }

    /// Whether somebody whose name goes before does what stands there: "said", "is
    /// happy", "and her brother".
    fn acts(&self, at: usize) -> bool {
        const MOST_AUXILIARIES: usize = 2;
        let is_any = |kinds: Kinds, of: &[Kind]| of.iter().any(|kind| kinds.has(*kind));
        let (kinds, mut next) = self.term(at);
        if !self.is_adjoined(at) || is_any(kinds, &[Kind::Say, Kind::Feel, Kind::Show, Kind::State, Kind::There]) {
            return self.is_adjoined(at);
        }
        if kinds.has(Kind::And) {
            return is_any(self.term(next).0, &[Kind::Pronoun, Kind::Family, Kind::Writer]);
        }
        for _ in 1..MOST_AUXILIARIES {
            let (kinds, after) = self.term(next);
            next = if kinds.has(Kind::Auxiliary) { after } else { next };
        }
        kinds.has(Kind::Auxiliary) && is_any(self.term(next).0, &[Kind::Say, Kind::Feel])
    }

    /// Whether a verb of seeing ends right before the word: "I saw Ava".
    fn is_met(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let is_verb = |start: usize| {
            let (kinds, next) = self.term(start);
            next == at && kinds.has(Kind::See)
        };
        self.is_adjoined(at) && (at.saturating_sub(LONGEST)..at).any(is_verb)
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.text.words().get(at).is_some_and(Word::is_capitalised)
    }

    fn is_adjoined(&self, at: usize) -> bool {
        self.text.words().get(at).is_some_and(Word::is_adjoined)
    }

    /// The kinds of the term that begins at the word, and the word after it.
    fn term(&self, at: usize) -> (Kinds, usize) {
        self.terms.get(at).copied().unwrap_or((Kinds::default(), at + 1))
    }
}

fn is_possessive(word: &str) -> bool {
    word.ends_with(['\'', '’']) || word.ends_with("'s") || word.ends_with("’s") || word.eq_ignore_ascii_case("your")
}
