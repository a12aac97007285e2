//! Who is who in a record, as far as its file says.

use std::collections::HashSet;

use crate::check::Context;
use crate::record::Person;

/// The words of the names that the file gives.
#[derive(Debug, Default)]
pub struct Names {
    child: HashSet<String>,
    family: HashSet<String>,
}

impl Names {
    /// Those of the file that the record belongs to; none where there is no file.
    pub fn of(context: &Context) -> Names {
        let mut names = Names::default();
        if let Some(file) = context.file {
            add_first_names(&file.child, &mut names.child);
            for person in file.people.iter() {
                add_first_names(person, &mut names.family);
            }
        }
        names
    }

    /// Whether it is known what the child is called.
    pub fn has_child(&self) -> bool {
        !self.child.is_empty()
    }

    /// Whether it is a name of the child: "Ava", "Ava’s".
    pub fn is_child(&self, word: &str) -> bool {
        !self.child.is_empty() && self.child.contains(&bare(word))
    }

    /// Whether it is a name of somebody else on the file.
    pub fn is_family(&self, word: &str) -> bool {
        !self.family.is_empty() && self.family.contains(&bare(word))
    }
}

/// A child shares the last name with the family, so it says nothing.
fn add_first_names(person: &Person, names: &mut HashSet<String>) {
    let full = person.full_name.text();
    let first = match full.split_once(',') {
        Some((_, first)) => first,
        None => full.rsplit_once(char::is_whitespace).map_or(full, |(first, _)| first),
    };
    let known_as = person.known_as.get().into_iter().flatten().map(AsRef::as_ref);
    for name in std::iter::once(first).chain(known_as) {
        names.extend(name.split(|letter: char| !is_of_name(letter)).filter(|word| !word.is_empty()).map(bare));
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’')
}

/// In small letters, one kind of apostrophe, and without that of a possessive.
fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    word.strip_suffix("'s").or(word.strip_suffix('\'')).unwrap_or(&word).to_owned()
}
