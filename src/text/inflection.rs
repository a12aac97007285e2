//! From a word to the words that it may be a form of, and back.
//!
//! Both work on words as [`normalise`](super::spelling::normalise) leaves them.

mod irregular;

use super::beginnings::Beginnings;
use irregular::IRREGULAR;

/// What form of its base a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The base itself: carry, child.
    Base,
    /// Plural or third person: carries, children.
    S,
    /// Past or participle, which this verb does not tell apart: carried, said.
    Ed,
    /// Past only: went.
    Past,
    /// Participle only: gone.
    Participle,
    /// carrying.
    Ing,
    /// child's.
    Possessive,
    /// children's.
    PluralPossessive,
    /// The base, or a past or participle that is written like it: put, run.
    Uncertain,
}

use Form::{Base, Ed, Ing, Participle, Past, PluralPossessive, Possessive, S, Uncertain};

/// Offers each base that the word may come from, with the form that the word then is:
/// the word itself first. Among them are some that are no words: `signposted` may come
/// from `signpost` or `signposte`.
pub fn base_forms(word: &str, mut offer: impl FnMut(&str, Form)) {
    let mut base = String::new();
    stems(word, |stem, ending, form| {
        if ending.is_empty() {
            offer(stem, form);
        } else {
            base.clear();
            base.extend([stem, ending]);
            offer(&base, form);
        }
    });
}

/// Offers the same bases in two parts, so that nothing has to be put together to look them up.
pub(super) fn stems(word: &str, mut offer: impl FnMut(&str, &'static str, Form)) {
    let irregular = irregular_forms(word);
    let base_is_past = irregular.iter().any(|(_, base, _)| *base == word);
    offer(word, "", if base_is_past { Uncertain } else { Base });
    for (_, base, form) in irregular {
        if *base != word {
            offer(base, "", *form);
        }
    }
    if let Some(stem) = word.strip_suffix("'s") {
        offer(stem, "", Possessive);
        for (_, singular, form) in irregular_forms(stem) {
            if *form == S {
                offer(singular, "", PluralPossessive);
            }
        }
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with('s')) {
        offer(stem, "", S);
        if let Some(stem) = stem.strip_suffix("ie") {
            offer(stem, "y", S);
        } else if let Some(stem) = stem.strip_suffix('e')
            && (stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh"))
        {
            offer(stem, "", S);
        }
    } else if let Some(stem) = word.strip_suffix("ed").filter(|stem| has_vowel(stem)) {
        if let Some(stem) = stem.strip_suffix('i') {
            offer(stem, "y", Ed);
        }
        offer(stem, "e", Ed);
        bases_without_ending(stem, |stem| offer(stem, "", Ed));
    } else if let Some(stem) = word.strip_suffix("ing").filter(|stem| has_vowel(stem)) {
        if let Some(stem) = stem.strip_suffix('y').filter(|stem| !stem.is_empty()) {
            offer(stem, "ie", Ing);
        }
        offer(stem, "e", Ing);
        bases_without_ending(stem, |stem| offer(stem, "", Ing));
    }
}

/// The bases that get an ending without losing an e: signpost, stop (of stopp), panic (of panick).
fn bases_without_ending(stem: &str, mut offer: impl FnMut(&str)) {
    if !doubles(stem) {
        offer(stem);
    }
    let bytes = stem.as_bytes();
    if let [.., before, last] = bytes
        && (before == last || bytes.ends_with(b"ick"))
        && !is_vowel(*last)
        && let Some(base) = stem.get(..stem.len() - 1)
    {
        offer(base);
    }
}

/// The word in this form; `None` where it is uncertain what the form would be: of begin for
/// [`Form::Ed`], because past and participle differ, and of anything for [`Form::Uncertain`].
#[must_use]
pub fn inflect(base: &str, form: Form) -> Option<String> {
    let mut irregular = IRREGULAR.iter().filter(|(_, of, _)| *of == base);
    let listed =
        |form: Form| IRREGULAR.iter().filter(move |(_, of, is)| *of == base && *is == form).map(|(word, ..)| *word);
    match form {
        Base => Some(base.to_owned()),
        Uncertain => None,
        S => Some(listed(S).next().map_or_else(|| with_s(base), str::to_owned)),
        Ing => Some(with_ing(base)),
        Possessive => Some(base.to_owned() + "'s"),
        PluralPossessive => {
            let plural = inflect(base, S)?;
            Some(if plural.ends_with('s') { plural + "'" } else { plural + "'s" })
        }
        Ed if irregular.any(|(.., is)| matches!(is, Past | Participle)) => None,
        Ed => Some(listed(Ed).next().map_or_else(|| with_ed(base), str::to_owned)),
        Past | Participle => {
            let mut candidates = listed(form).chain(listed(Ed));
            let word = candidates.next().map_or_else(|| with_ed(base), str::to_owned);
            // I was, we were
            candidates.next().is_none().then_some(word)
        }
    }
}

/// A phrase of which the words marked with `~` take this form ("find~ out" → "found out");
/// `None` where that is uncertain, or where none is marked and the form is not the base.
#[must_use]
pub fn inflect_phrase(phrase: &str, form: Form) -> Option<String> {
    if form != Base && !phrase.contains('~') {
        return None;
    }
    let words = phrase.split(' ').map(|word| {
        let Some((base, rest)) = word.split_once('~') else {
            return Some(word.to_owned());
        };
        let head = base.rfind(|c: char| !c.is_alphanumeric() && c != '\'').map_or(0, |at| at + 1);
        let (before, base) = base.split_at_checked(head)?;
        Some([before, &inflect(base, form)?, rest].concat())
    });
    Some(words.collect::<Option<Vec<_>>>()?.join(" "))
}

/// The rows of the words that are written so.
fn irregular_forms(word: &str) -> &'static [(&'static str, &'static str, Form)] {
    if !BEGINNINGS.may_have(word) {
        return &[];
    }
    let start = IRREGULAR.partition_point(|(form, ..)| *form < word);
    let rows = IRREGULAR.get(start..).unwrap_or_default();
    rows.get(..rows.partition_point(|(form, ..)| *form == word)).unwrap_or_default()
}

/// By which most words are told from those that have a row.
const BEGINNINGS: Beginnings = {
    let mut beginnings = Beginnings::none();
    let mut row = 0;
    while row < IRREGULAR.len() {
        beginnings = beginnings.with(IRREGULAR[row].0);
        row += 1;
    }
    beginnings
};

fn with_s(base: &str) -> String {
    const WITH_ES: [&str; 12] =
        ["cargo", "do", "echo", "embargo", "forego", "go", "hero", "outdo", "potato", "tomato", "undergo", "veto"];
    const HARD_CH: [&str; 5] = ["epoch", "matriarch", "monarch", "patriarch", "stomach"];
    match ending_in_y(base) {
        Some(stem) => stem.to_owned() + "ies",
        None if base.ends_with(['s', 'x', 'z']) || base.ends_with("sh") => base.to_owned() + "es",
        None if base.ends_with("ch") && !HARD_CH.contains(&base) => base.to_owned() + "es",
        None if WITH_ES.contains(&base) => base.to_owned() + "es",
        None => base.to_owned() + "s",
    }
}

fn with_ed(base: &str) -> String {
    match ending_in_y(base) {
        Some(stem) => stem.to_owned() + "ied",
        None if base.ends_with('e') => base.to_owned() + "d",
        None => with_lengthened_end(base) + "ed",
    }
}

fn with_ing(base: &str) -> String {
    const KEEP_E: [&str; 6] = ["age", "be", "binge", "singe", "tinge", "whinge"];
    if let Some(stem) = base.strip_suffix("ie") {
        return stem.to_owned() + "ying";
    }
    match base.strip_suffix('e') {
        Some(stem) if !KEEP_E.contains(&base) && !stem.ends_with(['e', 'o', 'y']) => stem.to_owned() + "ing",
        _ => with_lengthened_end(base) + "ing",
    }
}

/// stop → stopp, panic → panick: as before an ending that begins with a vowel.
fn with_lengthened_end(base: &str) -> String {
    let mut word = base.to_owned();
    if base.len() > 3 && base.ends_with("ic") {
        word.push('k');
    } else if doubles(base)
        && let Some(last) = base.chars().next_back()
    {
        word.push(last);
    }
    word
}

/// What stands before a y that follows a consonant.
fn ending_in_y(base: &str) -> Option<&str> {
    base.strip_suffix('y').filter(|stem| !stem.is_empty() && !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// Whether the last consonant is doubled before an ending: after one vowel in a word of one
/// syllable, in words in l, and in those whose last syllable is stressed.
fn doubles(base: &str) -> bool {
    const STRESSED_AT_THE_END: [&str; 48] = [
        "abet", "abhor", "acquit", "admit", "allot", "begin", "commit", "compel", "concur", "confer", "defer", "deter",
        "dial", "disbar", "duel", "equip", "expel", "forbid", "forget", "format", "fuel", "handicap", "incur", "infer",
        "input", "kidnap", "occur", "offset", "omit", "outfit", "overlap", "overrun", "permit", "prefer", "readmit",
        "rebut", "recommit", "recur", "refer", "regret", "remit", "reset", "submit", "transfer", "transmit", "unplug",
        "upset", "worship",
    ];
    let bytes = base.as_bytes();
    let vowel_at = |index: usize| {
        bytes.get(index).is_some_and(|&byte| is_vowel(byte))
            && !(bytes.get(index) == Some(&b'u') && index > 0 && bytes.get(index - 1) == Some(&b'q'))
    };
    let Some((&last, rest)) = bytes.split_last() else { return false };
    let one_vowel_before =
        !rest.is_empty() && vowel_at(rest.len() - 1) && (rest.len() < 2 || !vowel_at(rest.len() - 2));
    let consonant = last.is_ascii_lowercase() && !b"aeiouhwxy".contains(&last);
    let one_syllable =
        || (0..rest.len().saturating_sub(1)).all(|index| !vowel_at(index) && bytes.get(index) != Some(&b'y'));
    STRESSED_AT_THE_END.contains(&base)
        || consonant && one_vowel_before && (one_syllable() && rest.len() > 1 || last == b'l' && base != "parallel")
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|byte| is_vowel(byte) || byte == b'y')
}

fn is_vowel(byte: u8) -> bool {
    b"aeiou".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::IRREGULAR;

    #[test]
    fn rows_are_sorted() {
        assert!(IRREGULAR.is_sorted_by_key(|(form, base, _)| (*form, *base)));
    }
}
