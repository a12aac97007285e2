//! The child whom a file is about, as texts speak of her or him.

use std::ops::Range;

use crate::check::Context;
use crate::record::Person;
use crate::rules::words::Words;
use crate::text::Text;
use crate::text::spelling::normalise;

/// What the child of a file is called.
#[derive(Debug, Default)]
pub struct Child {
    /// First names and short names that nobody else in the record has.
    first: Vec<String>,
    /// All words of the child's names.
    all: Vec<String>,
    /// Whether no other child stands on the file.
    only: bool,
}

/// A name of more words is none.
const MOST_NAMES: usize = 8;

/// Nobody has more words in all their names.
const MOST_WORDS: usize = 40;

/// No front sheet names more people.
pub const MOST_PEOPLE: usize = 200;

/// What stands before the name of an adult.
const TITLES: Words = Words::new("mr mrs ms miss mx dr doctor nurse pc dc sgt aunt auntie aunty uncle teacher");

/// What a child is called in place of a name.
pub const CHILD: [&str; 10] = ["child", "children", "baby", "boy", "girl", "young", "yp", "infant", "toddler", "pupil"];

impl Child {
    /// The child of the record's file; without names where no file was given.
    #[must_use]
    pub fn of(context: &Context) -> Child {
        let Some(file) = context.file else { return Child::default() };
        let mut first: Vec<String> = first_names(&file.child).take(MOST_WORDS).collect();
        let people = || file.people.iter().take(MOST_PEOPLE);
        let others = people().flat_map(first_names);
        let writers = context.entry.into_iter().flat_map(|entry| {
            let informants = entry.informants.iter().map(|informant| informant.name.text());
            informants.chain([entry.author.name.text(), entry.child.seen_by.name.text()]).filter_map(first_name)
        });
        let taken: Vec<String> = others.chain(writers).collect();
        first.retain(|name| !taken.contains(name));
        let is_child = |person: &Person| words(person.role.text()).any(|word| CHILD.contains(&word.as_str()));
        let only = !people().any(is_child);
        Child { first, all: names(&file.child).flat_map(words).take(MOST_WORDS).collect(), only }
    }

    /// Whether the file gives a name that can be looked for.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !self.first.is_empty()
    }

    /// Whether no other child stands on the file.
    #[must_use]
    pub fn is_only(&self) -> bool {
        self.only
    }

    /// Whether the word is one of the child's names, or one with an ending: "Ava's".
    #[must_use]
    pub fn has_name(&self, word: &str) -> bool {
        let word = normalise(word);
        let bare = word.strip_suffix("'s").or(word.strip_suffix('\'')).unwrap_or(&word);
        self.all.iter().any(|name| name == bare)
    }

    /// Whether the word says that something is the child's: "Ava's".
    #[must_use]
    pub fn is_possessive(&self, word: &str) -> bool {
        if !word.ends_with(['s', 'S', '\'', '’']) || !word.contains(['\'', '’']) {
            return false;
        }
        let word = normalise(word);
        let bare = word.strip_suffix("'s").or(word.strip_suffix('\''));
        bare.is_some_and(|bare| self.first.iter().any(|name| name == bare))
    }

    /// Whether the names begin alike: one may be short for the other, or a slip.
    #[must_use]
    pub fn is_like(&self, word: &str) -> bool {
        let word = normalise(word);
        let start = |name: &str| name.chars().take(2).collect::<String>();
        self.all.iter().any(|name| start(name) == start(&word))
    }

    /// The words by which the text speaks of the child, where that begins at this word:
    /// "Ava", "Ava Jones".
    #[must_use]
    pub fn at(&self, at: usize, text: &Text) -> Option<Range<usize>> {
        let word = text.words().get(at)?;
        if !word.is_capitalised() || !self.first.iter().any(|name| *name == normalise(text.word(at))) {
            return None;
        }
        let before = at.checked_sub(1).filter(|_| word.is_adjoined()).map(|before| text.word(before));
        if before.is_some_and(|before| TITLES.has(before)) {
            return None;
        }
        let follows = |at: usize| text.words().get(at).is_some_and(|word| word.is_adjoined() && word.is_capitalised());
        let is_own = |at: usize| self.all.iter().any(|name| *name == normalise(text.word(at)));
        let end = (at + 1..at + MOST_NAMES).find(|at| !follows(*at) || !is_own(*at))?;
        // "Ava Smith" is somebody else.
        let is_other = follows(end) && text.words().get(end).is_some_and(|word| !word.is_capitals());
        (!is_other).then_some(at..end)
    }
}

/// The names by which somebody is known.
pub fn names<'p>(person: &'p Person) -> impl Iterator<Item = &'p str> {
    let known_as = person.known_as.get().into_iter().flatten().map(AsRef::as_ref);
    std::iter::once(person.full_name.text()).chain(known_as)
}

fn first_names(person: &Person) -> impl Iterator<Item = String> {
    names(person).filter_map(first_name)
}

/// The first name of a full name: of "Ava Jones" and of "Jones, Ava".
#[must_use]
pub fn first_name(name: &str) -> Option<String> {
    let name = name.split_once(',').map_or(name, |(_, first)| first);
    words(name)
        .next()
        .filter(|first| first.chars().count() > 1 && !CHILD.contains(&first.as_str()) && first != "unborn")
}

/// The words of a full name's surname: of "Ava Mary Jones", "Jones, Ava" and "Ava Jones-Smith".
pub fn surnames(name: &str) -> Vec<String> {
    let last =
        name.split_once(',').map(|(last, _)| last).or_else(|| name.trim_end().rsplit_once(' ').map(|(_, last)| last));
    words(last.unwrap_or_default()).collect()
}

/// The words of a name as texts are compared.
pub fn words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '-' | '(' | ')' | '/'));
    words.filter(|word| !word.is_empty()).map(|word| normalise(word).into_owned())
}
