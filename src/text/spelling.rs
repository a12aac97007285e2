//! One spelling for each word, so that a lexicon and a text can be compared.

mod variants;

use std::borrow::Cow;

use super::beginnings::Beginnings;
use super::words::is_apostrophe;
use variants::STEMS;

/// The word as the lexicon and the text are compared: in small letters and British spelling,
/// with straight apostrophes, without the dots of an abbreviation (`S.47` → `s47`) and without
/// what cannot be seen. It is a key, not a spelling to show: `prize` becomes `prise`.
#[must_use]
pub fn normalise(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        british(Cow::Borrowed(word))
    } else {
        british(Cow::Owned(plain(word)))
    }
}

fn plain(word: &str) -> String {
    let abbreviation = word.contains('.') && word.contains(char::is_alphabetic);
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '.' if abbreviation => {}
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' => {}
            _ if c.is_ascii() => plain.push(c.to_ascii_lowercase()),
            _ if is_apostrophe(c) => plain.push('\''),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    plain
}

fn british(word: Cow<str>) -> Cow<str> {
    let word = if BEGINNINGS.may_have(&word) { with_british_stem(word) } else { word };
    if word.contains('z') && word.as_bytes().windows(3).any(is_z_of_ending) {
        Cow::Owned(with_s_for_z(&word))
    } else {
        word
    }
}

fn with_british_stem(word: Cow<str>) -> Cow<str> {
    let up_to_word = STEMS.get(..STEMS.partition_point(|(stem, _)| *stem <= &*word)).unwrap_or_default();
    let alike = |stem: &str| stem.get(..4) == word.get(..4);
    let mut candidates = up_to_word.iter().rev().take_while(|(stem, _)| alike(stem));
    match candidates.find_map(|(stem, british)| Some((british, word.strip_prefix(stem)?))) {
        Some((british, rest)) => Cow::Owned([*british, rest].concat()),
        None => word,
    }
}

/// By which nearly all other words are told from those that begin with a stem.
const BEGINNINGS: Beginnings = {
    let mut beginnings = Beginnings::none();
    let mut row = 0;
    while row < STEMS.len() {
        beginnings = beginnings.with(STEMS[row].0);
        row += 1;
    }
    beginnings
};

/// The z of organize, organizing, organization, analyze.
fn is_z_of_ending(letters: &[u8]) -> bool {
    matches!(letters, [b'i' | b'y', b'z', b'e' | b'i' | b'a'])
}

fn with_s_for_z(word: &str) -> String {
    let bytes = word.as_bytes();
    let respelt = word.char_indices().map(|(at, c)| {
        let around = at.checked_sub(1).and_then(|before| bytes.get(before..at + 2)).unwrap_or_default();
        if c == 'z' && is_z_of_ending(around) { 's' } else { c }
    });
    respelt.collect()
}

#[cfg(test)]
mod tests {
    use super::{STEMS, normalise};

    #[test]
    fn rows_are_sorted() {
        assert!(STEMS.is_sorted_by_key(|(stem, _)| stem));
    }

    #[test]
    fn both_ways_to_begin_a_word_are_one() {
        for (stem, british) in STEMS {
            assert_eq!(normalise(stem), normalise(british));
        }
    }
}
