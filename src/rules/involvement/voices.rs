//! What a record's texts say of seeing the child, and of what child and family said.
//!
//! They are read kindly, because they only ever silence a rule: whatever a colleague
//! would take for an answer is one. A record that speaks to the child ("you told me") is
//! read like one that speaks about the child.

mod names;
mod reader;
mod sentence;
mod terms;

use crate::check::Context;
use crate::record::Informant;
use crate::text::Text;
use names::Names;
use reader::Reader;

/// What a text can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The child was seen.
    Seen,
    /// Why the child was not seen.
    NotSeen,
    /// Whether the child was seen alone.
    Alone,
    /// What the child said, wanted, felt or showed, or why that is missing.
    Child,
    /// What the family said, wanted or felt, or why that is missing.
    Family,
}

/// The facts that are told, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told(u8);

impl Told {
    /// Whether this is among them.
    #[must_use]
    pub fn has(self, fact: Fact) -> bool {
        self.0 >> fact as u8 & 1 == 1
    }

    fn is_nothing(self) -> bool {
        self == Told::default()
    }

    fn add(&mut self, fact: Fact) {
        self.0 |= 1 << fact as u8;
    }

    fn remove(&mut self, fact: Fact) {
        self.0 &= !(1 << fact as u8);
    }

    fn add_all(&mut self, told: Told) {
        self.0 |= told.0;
    }
}

/// What the texts of an entry tell, and who told what stands in it.
#[must_use]
pub fn told(context: &Context) -> Told {
    let names = Names::of(context);
    let mut told = Told::default();
    for passage in &context.passages {
        told.add_all(Reader::new(&passage.text, &names).read());
    }
    let entry = context.entry.into_iter();
    let of_sections = entry.clone().flat_map(|entry| entry.sections.iter()).map(|section| &section.informant);
    for informant in entry.flat_map(|entry| entry.informants.iter()).chain(of_sections) {
        told.add_all(heard(informant, &names));
    }
    told
}

/// Whoever gave the information has been heard.
fn heard(informant: &Informant, names: &Names) -> Told {
    let mut told = Told::default();
    for words in [informant.role.text(), informant.name.text()] {
        told.add_all(Reader::new(&Text::new(words), names).people());
    }
    told
}
