//! Abbreviations, and where a text explains them.
//!
//! An abbreviation is explained where its long form stands beside it, joined by brackets, a dash, a
//! colon, an equals sign, a comma or a word such as "means" or "known as", and its letters are found
//! in the long form in order. After Schwartz and Hearst (2003), with the letters held to the
//! beginnings of words first of all.

use super::{Sentence, Text, Word};

/// Where a text explains an abbreviation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The abbreviation as [`normalise_abbreviation`] writes it.
    pub abbreviation: String,
    /// The byte from which it is explained: where it stands in its definition.
    pub from: u32,
}

/// The most letters and digits of an abbreviation.
const LONGEST: usize = 10;

/// The most words of a long form beside those that the letters ask for.
const SPARE_WORDS: usize = 5;

/// The most words of a long form that give no letter, beside the small ones.
const SILENT_WORDS: usize = 2;

/// The most letters that a word gives after its first: the o of co-ordinator in SENCO.
const INNER_LETTERS: usize = 2;

/// Of a longer word the rest is not looked at.
const LONGEST_WORD: usize = 24;

/// Words of a long form that need not give a letter.
const SMALL_WORDS: [&str; 18] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "under",
    "with",
];

/// What stands between a long form and the abbreviation that it is said to have,
const NAMING: [&str; 11] =
    ["abbreviated", "aka", "also", "called", "hereafter", "known", "named", "or", "referred", "shortened", "usually"];

/// and between an abbreviation and what it is said to mean.
const MEANING: [&str; 11] = ["i.e", "i.e.", "ie", "is", "mean", "meaning", "means", "or", "short", "stand", "stands"];

/// Of these, what is followed by an explanation whatever its letters.
const EXPLAINING: [&str; 8] = ["i.e", "i.e.", "ie", "mean", "meaning", "means", "stand", "stands"];

/// Words that may stand beside those.
const FILLING: [&str; 8] = ["a", "an", "as", "for", "that", "the", "to", "which"];

/// How an explanation in brackets begins.
const EXPLANATION_BEGINS: [&str; 4] = ["a", "an", "that", "which"];

/// The abbreviation without what differs from writer to writer: letters and digits only, in
/// capitals, without plural or possessive s; a section of an Act is `S` and its number.
///
/// ```
/// use recording_standard::text::definitions::normalise_abbreviation;
///
/// for written in ["CIN", "CINs", "CIN's", "C.I.N.", "CiN"] {
///     assert_eq!(normalise_abbreviation(written), "CIN");
/// }
/// for written in ["s47", "s.47", "S47", "sec 47", "section 47"] {
///     assert_eq!(normalise_abbreviation(written), "S47");
/// }
/// ```
#[must_use]
pub fn normalise_abbreviation(written: &str) -> String {
    let singular = written.trim_end_matches(|c: char| !c.is_alphanumeric());
    let singular = match singular.strip_suffix(['s', 'S']) {
        Some(rest) if rest.ends_with(['\'', '’']) => rest,
        Some(rest)
            if singular.ends_with('s') && rest.ends_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '.') =>
        {
            rest
        }
        _ => singular,
    };
    let plain: String = singular.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
    for section in ["SECTIONS", "SECTION", "SECT", "SEC", "SS"] {
        if let Some(number) = plain.strip_prefix(section)
            && number.starts_with(|c: char| c.is_ascii_digit())
        {
            return format!("S{number}");
        }
    }
    plain
}

/// The abbreviations that a text explains, in its order.
#[must_use]
pub fn definitions(text: &Text) -> Vec<Definition> {
    let mut definitions = Vec::new();
    let mut at = 0;
    while let Some(word) = text.words().get(at) {
        let end = end_of_abbreviation(text, at);
        if let Some(candidate) = text.sentence_of(word).and_then(|sentence| Candidate::read(text, sentence, at, end))
            && (candidate.follows_its_long_form() || candidate.is_followed_by_its_long_form())
        {
            definitions.push(Definition { abbreviation: candidate.letters, from: word.span.start });
        }
        at = end;
    }
    definitions
}

/// The word after an abbreviation, which may have hyphens: CP-IS.
#[must_use]
pub fn end_of_abbreviation(text: &Text, start: usize) -> usize {
    let mut end = start + 1;
    while let [word, next] = text.words_in(end - 1..end + 1)
        && word.is_capitals()
        && next.is_capitals()
        && text.between(word, next) == "-"
    {
        end += 1;
    }
    end
}

/// A word that may be an abbreviation, and may be explained where it stands.
struct Candidate<'t> {
    text: &'t Text<'t>,
    letters: String,
    /// Its first word and the word after its last,
    start: usize,
    end: usize,
    /// and those of its sentence.
    sentence: (usize, usize),
    /// Whether it looks like an abbreviation, and not only stands like one.
    is_marked: bool,
}

impl<'t> Candidate<'t> {
    fn read(text: &'t Text<'t>, sentence: &Sentence, start: usize, end: usize) -> Option<Candidate<'t>> {
        let word = text.words().get(start)?;
        let is_marked = end > start + 1
            || word.is_dotted()
            || word.has_inner_capital()
            || word.has_digit() && word.span.end - word.span.start > 1;
        if !is_marked && (word.is_adjoined() || !stands_alone_in_brackets(text, start)) {
            return None;
        }
        let sentence = (sentence.first_word as usize, sentence.end_word as usize);
        let letters = normalise_abbreviation(text.slice(text.span_of(start..end)));
        let fits = (2..=LONGEST).contains(&letters.len()) && letters.starts_with(|c: char| c.is_ascii_uppercase());
        fits.then_some(Candidate { text, letters, start, end, sentence, is_marked })
    }

    /// child in need (CIN), child in need, also known as CIN
    fn follows_its_long_form(&self) -> bool {
        let mut end = self.start;
        let mut named = false;
        while end > self.sentence.0 && self.start - end < 5 {
            let word = self.text.word(end - 1);
            if !is_one_of(word, &NAMING) && !is_one_of(word, &FILLING) {
                break;
            }
            named |= is_one_of(word, &NAMING);
            end -= 1;
        }
        let start = end.saturating_sub(self.letters.len() + SPARE_WORDS).max(self.sentence.0);
        (named || self.is_set_off(self.start) || self.is_set_off(end)) && self.is_spelt_by(start..end, end, false)
    }

    /// CIN (child in need), CIN means child in need
    fn is_followed_by_its_long_form(&self) -> bool {
        let mut start = self.end;
        let (mut joined, mut explains) = (false, false);
        while start < self.sentence.1 && start - self.end < 5 {
            let word = self.text.word(start);
            if !is_one_of(word, &MEANING) && !is_one_of(word, &FILLING) {
                break;
            }
            joined |= is_one_of(word, &MEANING);
            explains |= is_one_of(word, &EXPLAINING);
            start += 1;
        }
        let gap = match self.text.words_in(self.end - 1..self.end + 1) {
            [last, next] if self.end < self.sentence.1 => self.text.between(last, next),
            _ => return false,
        };
        let end = (start + self.letters.len() + SPARE_WORDS).min(self.sentence.1);
        self.is_marked
            && (explains && start < self.sentence.1
                || gap.contains('(') && is_one_of(self.text.word(self.end), &EXPLANATION_BEGINS)
                || (joined || self.is_set_off(self.end) && !gap.contains([')', ']']))
                    && self.is_spelt_by(self.end..end, start + SILENT_WORDS, true))
    }

    /// Whether more than a space or a hyphen stands between a word and the word before.
    fn is_set_off(&self, word: usize) -> bool {
        match self.text.words_in(word.saturating_sub(1)..word + 1) {
            [before, next] => {
                let gap = self.text.between(before, next);
                gap.contains('\t') || !matches!(gap.trim(), "" | "-") || gap == " - "
            }
            _ => false,
        }
    }

    /// Whether the letters are found in these words in order: the first at the beginning of one
    /// that is not after `last_start`, and the last in one of the last words or, where the long
    /// form may be followed by more, in any.
    fn is_spelt_by(&self, words: std::ops::Range<usize>, last_start: usize, more_may_follow: bool) -> bool {
        let letters = self.letters.as_bytes();
        let complete = 1_u16 << letters.len();
        // For each number of silent words: bit n tells that n letters are found.
        let mut found = [0_u16; SILENT_WORDS + 1];
        for (index, word) in words.clone().zip(self.text.words_in(words)) {
            let written = self.text.slice(word.span);
            let small = is_one_of(written, &SMALL_WORDS);
            let given = letters_given(word, written, letters);
            let before = std::mem::take(&mut found);
            for (silent, known) in before.into_iter().enumerate() {
                let begun = if silent == 0 && index <= last_start { known | 1 } else { known };
                let spoken = given.iter().enumerate().filter(|(start, _)| begun & (1 << start) != 0);
                let spoken = spoken.fold(0, |found, (_, given)| found | given);
                if let Some((now, later)) = found.get_mut(silent..).and_then(<[u16]>::split_first_mut) {
                    *now |= spoken;
                    if let Some(silent) = if small { Some(now) } else { later.first_mut() } {
                        *silent |= known;
                    }
                }
            }
            if more_may_follow && found.iter().any(|found| found & complete != 0) {
                return true;
            }
        }
        found.iter().any(|found| found & complete != 0)
    }
}

fn stands_alone_in_brackets(text: &Text, word: usize) -> bool {
    let gap = |first: usize| match text.words_in(first..first + 2) {
        [word, next] => Some(text.between(word, next)),
        _ => None,
    };
    word.checked_sub(1).and_then(gap).is_some_and(|gap| gap.contains(['(', '[']))
        && gap(word).is_none_or(|gap| gap.contains([')', ']']))
}

/// For each number of letters found before the word, how many may be found after it, if it gives
/// at least its first: bit n tells that n are.
fn letters_given(word: &Word, written: &str, letters: &[u8]) -> [u16; LONGEST] {
    let inner = if word.is_capitals() || word.has_inner_capital() || word.is_dotted() { 0 } else { INNER_LETTERS };
    let first = written.bytes().next();
    let mut given = [0; LONGEST];
    for (start, given) in given.iter_mut().enumerate() {
        if !letters.get(start).zip(first).is_some_and(|(letter, first)| letter.eq_ignore_ascii_case(&first)) {
            continue;
        }
        let mut wanted = letters.iter().enumerate().skip(start).take(1 + inner).peekable();
        for letter in written.bytes().take(LONGEST_WORD) {
            if let Some((place, _)) = wanted.next_if(|(_, wanted)| wanted.eq_ignore_ascii_case(&letter)) {
                *given |= 1 << (place + 1);
            }
        }
    }
    given
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
