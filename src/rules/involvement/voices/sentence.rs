//! What a sentence has told so far.

use super::terms::Kind;
use super::{Fact, Told};
use crate::lexicon::table::Kinds;

/// Whom a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    Writer,
    Child,
    Family,
    /// Anybody or anything else that says things.
    Other,
    /// "She": whoever was spoken of before.
    Somebody,
}

impl Person {
    /// What is told where this person has said something.
    pub fn fact(self) -> Option<Fact> {
        match self {
            Person::Child => Some(Fact::Child),
            Person::Family => Some(Fact::Family),
            _ => None,
        }
    }
}

/// A person, and how the sentence names them.
pub struct Mention {
    pub person: Person,
    /// The first word,
    pub at: usize,
    /// and the word after the last.
    pub next: usize,
    /// "what she likes"
    pub is_asked: bool,
    /// "Ava’s"
    pub is_possessive: bool,
}

/// How many words can stand between somebody and what they say or do.
const NEAR: usize = 5;

/// How many words can stand between "I saw" and whom.
const FAR: usize = 8;

/// Who says or does what the next verb tells.
#[derive(Clone, Copy)]
struct Near {
    person: Person,
    /// "Ava and her brother"
    also: Option<Person>,
    /// The word after them,
    next: usize,
    /// and the last at which a verb belongs to them.
    reach: usize,
}

/// A sentence up to some word.
#[derive(Default)]
pub struct Before {
    pub told: Told,
    /// Who is spoken of in it, though it be as "Ava’s room": the child, the family.
    pub spoken_of: Told,
    /// Who is named in it for their own sake.
    named: Told,
    /// Who was spoken of last before it.
    recent: Told,
    /// With whom it begins.
    first: Option<Person>,
    /// The last person.
    near: Option<Near>,
    /// Who stands before "and", and that word.
    joined: Option<(Person, usize)>,
    /// Up to where whoever is named was seen or spoken to by the writer.
    saw: Option<usize>,
    /// The kinds of all its terms.
    kinds: Kinds,
    is_quoted: bool,
    is_denied: bool,
}

impl Before {
    /// The beginning of a sentence, after others that spoke of these.
    pub fn after(recent: Told) -> Before {
        Before { recent, ..Before::default() }
    }

    /// Goes past a person.
    pub fn meet(&mut self, mention: &Mention) {
        let person = mention.person;
        if self.can_be_child(person) && !mention.is_possessive && self.saw.is_some_and(|end| mention.at <= end) {
            self.told.add(Fact::Seen);
        }
        if let Some(fact) = person.fact() {
            self.spoken_of.add(fact);
            if !mention.is_possessive {
                self.named.add(fact);
            }
        }
        if person == Person::Somebody {
            self.named.add_all(self.somebody());
        } else {
            self.first = self.first.or(Some(person));
        }
        let reach = if mention.is_possessive { mention.next } else { mention.next + NEAR };
        // "Ava and her brother"
        let joined = self.joined.filter(|(_, and)| mention.at <= and + 2).map(|(person, _)| person);
        let near = Near { person, also: joined, next: mention.next, reach };
        self.near = Some(near).filter(|_| !mention.is_asked);
    }

    /// Goes past a word in quotation marks.
    pub fn quote(&mut self) {
        self.is_quoted = true;
    }

    /// "Child seen: no"
    pub fn deny(&mut self) {
        self.is_denied = true;
    }

    /// Goes past a term that says what somebody did.
    pub fn act(&mut self, kinds: Kinds, at: usize, next: usize) {
        self.kinds = self.kinds.and(kinds);
        let by = self.near.filter(|near| at <= near.reach);
        let people = by.map_or([None; 2], |near| [Some(near.person), near.also]);
        for person in people.into_iter().flatten() {
            self.act_of(person, kinds, next);
        }
        if kinds.has(Kind::And) {
            self.joined = by.filter(|near| near.next == at).map(|near| (near.person, at));
        }
        if kinds.has(Kind::State) && self.near.is_none() && self.can_be_child(Person::Somebody) {
            self.told.add(Fact::Child);
        }
        let by_writer = self.first.is_none() || people.contains(&Some(Person::Writer));
        if kinds.has(Kind::See) && by_writer {
            self.saw = Some(next + FAR);
        }
        if kinds.has(Kind::About) {
            self.saw = None;
        }
        let is_child = self.near.is_none_or(|near| self.can_be_child(near.person));
        let is_placed = self.near.is_some_and(|near| near.person == Person::Child && near.next == at);
        if kinds.has(Kind::Away) && is_child || kinds.has(Kind::Place) && is_placed {
            self.told.add(Fact::NotSeen);
        }
        if kinds.has(Kind::NoEntry) || kinds.has(Kind::Unborn) {
            self.told.add(Fact::NotSeen);
        }
        if kinds.has(Kind::Unborn) {
            self.told.add(Fact::Child);
        }
        if kinds.has(Kind::Apart) || kinds.has(Kind::Company) {
            self.told.add(Fact::Alone);
        }
        if kinds.has(Kind::Unable) {
            let mut missing = if self.named.is_nothing() { self.recent } else { self.named };
            // "Asleep at the time." is said of the child.
            if kinds.has(Kind::Away) && self.named.is_nothing() && missing.has(Fact::Child) {
                missing.remove(Fact::Family);
            }
            self.told.add_all(missing);
        }
    }

    fn act_of(&mut self, person: Person, kinds: Kinds, next: usize) {
        let speaks = kinds.has(Kind::Say) || kinds.has(Kind::Feel);
        let shows = kinds.has(Kind::Show) || kinds.has(Kind::State);
        let is_child = self.can_be_child(person);
        if person == Person::Writer && kinds.has(Kind::Say) {
            // "I asked Ava"
            self.saw = Some(next);
        }
        if person == Person::Somebody && speaks {
            self.told.add_all(self.somebody());
        } else if let Some(fact) = person.fact().filter(|_| speaks) {
            self.told.add(fact);
        }
        if is_child && shows {
            self.told.add(Fact::Child);
        }
        // What a mother says of her child does not tell that the writer saw it.
        let is_first_hand = matches!(self.first, None | Some(Person::Child | Person::Writer));
        if is_child && is_first_hand && (kinds.has(Kind::Say) || shows || kinds.has(Kind::There)) {
            self.told.add(Fact::Seen);
        }
    }

    /// Goes past a term behind which somebody’s wishes stand.
    pub fn wish(&mut self, kinds: Kinds) {
        if kinds.has(Kind::Wishes) {
            self.told.add(Fact::Child);
        }
        if kinds.has(Kind::Views) {
            self.told.add_all(self.spoken_of);
        }
    }

    /// Ends the sentence.
    pub fn end(&mut self) {
        let is_seen = self.kinds.has(Kind::Seen) && !self.is_unseen();
        if is_seen && (self.named.has(Fact::Child) || self.first.is_none() && self.named.is_nothing()) {
            self.told.add(Fact::Seen);
        }
        let is_contact = self.kinds.has(Kind::See) || self.kinds.has(Kind::Seen) || self.kinds.has(Kind::Say);
        if self.kinds.has(Kind::Alone) && is_contact {
            self.told.add(Fact::Alone);
        }
        if self.is_quoted {
            self.told.add_all(if self.named.is_nothing() { self.recent } else { self.named });
        }
        if self.kinds.has(Kind::Later) {
            self.told.remove(Fact::Child);
            self.told.remove(Fact::Family);
        }
    }

    /// It says that the child was not seen.
    pub fn is_unseen(&self) -> bool {
        self.is_denied || self.kinds.has(Kind::Unseen)
    }

    /// It gives a reason for what it or the sentence before says.
    pub fn has_reason(&self) -> bool {
        self.kinds.has(Kind::Because) || self.kinds.has(Kind::Place) || self.kinds.has(Kind::Unable)
    }

    fn can_be_child(&self, person: Person) -> bool {
        person == Person::Child || person == Person::Somebody && self.somebody().has(Fact::Child)
    }

    /// Whom "she" stands for: those of this sentence, or of the one before.
    fn somebody(&self) -> Told {
        if self.spoken_of.is_nothing() { self.recent } else { self.spoken_of }
    }
}
