//! A small hash table, and the words of a lexicon in it.

/// The words of the terms, each with a number.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    letters: String,
    /// Where each word ends in `letters`; it begins where the one before ends.
    ends: Vec<u32>,
    slots: Slots,
}

impl Vocabulary {
    /// The number of a word that comes in two parts.
    pub(crate) fn find(&self, stem: &str, ending: &str) -> Option<u32> {
        let hash = hash(stem.bytes().chain(ending.bytes()));
        self.slots.find(hash, |number| self.word(number).strip_prefix(stem) == Some(ending)).map(index)
    }

    pub(crate) fn intern(&mut self, word: &str) -> u32 {
        if let Some(known) = self.find(word, "") {
            return known;
        }
        self.letters.push_str(word);
        self.ends.push(index(self.letters.len()));
        let Vocabulary { letters, ends, slots } = self;
        slots.add(ends.len(), |number| hash(word_in(letters, ends, number).bytes()));
        index(self.ends.len() - 1)
    }

    fn word(&self, number: usize) -> &str {
        word_in(&self.letters, &self.ends, number)
    }
}

fn word_in<'l>(letters: &'l str, ends: &[u32], number: usize) -> &'l str {
    let end = |number| ends.get(number).map_or(0, |end| *end as usize);
    letters.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
}

/// The hash by which a word is found.
pub(super) fn hash(letters: impl Iterator<Item = u8>) -> u32 {
    fnv(letters.map(u32::from))
}

/// The hash of Fowler, Noll and Vo (1a).
pub(super) fn fnv(letters: impl IntoIterator<Item = u32>) -> u32 {
    letters.into_iter().fold(0x811C_9DC5, |hash, letter| (hash ^ letter).wrapping_mul(0x0100_0193))
}

/// An open hash table of places in a list (linear probing): in the wasm it is a fraction
/// of the size of the standard map, and its order depends on nothing but what is added.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// A hash and a place plus one; 0 where the slot is free. A power of two of them, half of which are free.
    slots: Vec<(u32, u32)>,
}

impl Slots {
    /// The place of what has this hash and is what is sought.
    pub(super) fn find(&self, hash: u32, is_sought: impl Fn(usize) -> bool) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        loop {
            let (taken_by, place) = *self.slots.get(slot)?;
            let place = place.checked_sub(1)? as usize;
            if taken_by == hash && is_sought(place) {
                return Some(place);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Adds the last place of a list that has become so long.
    pub(super) fn add(&mut self, length: usize, hash_at: impl Fn(usize) -> u32) {
        let grown = length * 2 > self.slots.len();
        if grown {
            self.slots = vec![(0, 0); (self.slots.len() * 2).max(64)];
        }
        let mask = self.slots.len().saturating_sub(1);
        for place in if grown { 0 } else { length.saturating_sub(1) }..length {
            let hash = hash_at(place);
            let mut slot = hash as usize & mask;
            while self.slots.get(slot).is_some_and(|(_, taken)| *taken > 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = (hash, index(place + 1));
            }
        }
    }
}

/// A place in a table; lexicons are far smaller than its bound.
#[allow(clippy::cast_possible_truncation)]
pub(super) const fn index(place: usize) -> u32 {
    place as u32
}
