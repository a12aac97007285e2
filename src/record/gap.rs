//! What people put into a field for which they have no answer.

use chrono::NaiveDate;

use crate::calendar::Moment;
use crate::text::beginnings::Beginnings;

/// What stands in a field in place of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It only fills the field: "n/a", "tbc", "-", "xxx", 01/01/1900.
    Filler,
    /// "None": a filler for a risk assessment, an answer for communication needs.
    Nothing,
    /// Nobody knows it yet, or nobody has asked: the code NOBT.
    NotKnown,
    /// "Refused", and no word of who declined. The code REFU is an answer.
    Declined,
    /// The child is not born, so there is no date of birth.
    NotBorn,
}

/// What counts, by its letters and digits alone.
const GAPS: [(Gap, &[&str]); 5] = [
    (
        Gap::Filler,
        &[
            "na",
            "not applicable",
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be completed",
            "to be advised",
            "to be added",
            "to follow",
            "to do",
            "todo",
            "as above",
            "see above",
            "same as above",
            "as before",
            "as below",
            "see below",
            "test",
            "testing",
            "test test",
            "dummy",
            "asdf",
            "asdfgh",
            "asdfghjkl",
            "qwerty",
            "null",
            "nan",
            "undefined",
            "blank",
            "empty",
            "lorem ipsum",
            "insert",
            "insert here",
            "please select",
            "select",
            "00000000",
            "00 00 0000",
            "0000 00 00",
        ],
    ),
    (Gap::Nothing, &["none", "nil", "nothing"]),
    (
        Gap::NotKnown,
        &[
            "not known",
            "not known yet",
            "not yet known",
            "unknown",
            "unk",
            "nk",
            "dk",
            "dont know",
            "do not know",
            "not sure",
            "unsure",
            "not asked",
            "not yet asked",
            "to be asked",
            "to ask",
            "not obtained",
            "not yet obtained",
            "to be obtained",
            "information not obtained",
            "information not yet obtained",
            "info not obtained",
            "info not yet obtained",
            "no information",
            "no info",
            "not recorded",
            "none recorded",
            "not given",
            "not provided",
            "not available",
            "not yet available",
            "unavailable",
            "unobtainable",
            "unable to obtain",
            "awaited",
            "awaiting",
            "awaiting information",
            "awaiting info",
            "pending",
            "nobt",
        ],
    ),
    (
        Gap::Declined,
        &[
            "refused",
            "refuses",
            "declined",
            "declines",
            "refused to say",
            "declined to say",
            "refused to answer",
            "declined to answer",
            "refused to give",
            "refused to disclose",
            "declined to disclose",
            "information refused",
        ],
    ),
    (Gap::NotBorn, &["unborn", "not born", "not born yet", "not yet born", "unborn child", "unborn baby"]),
];

/// By which nearly all answers are told from gaps.
const BEGINNINGS: Beginnings = {
    let mut beginnings = Beginnings::none();
    let mut kind = 0;
    while kind < GAPS.len() {
        let mut row = 0;
        while row < GAPS[kind].1.len() {
            beginnings.add(GAPS[kind].1[row]);
            row += 1;
        }
        kind += 1;
    }
    beginnings
};

/// The year of the date below.
const NO_YEAR: &str = "1900";

/// What a database writes where it has no date.
const NO_DATE: Option<NaiveDate> = NaiveDate::from_ymd_opt(1900, 1, 1);

/// Whether the date is one that stands for none.
pub(crate) fn is_no_date(date: NaiveDate) -> bool {
    Some(date) == NO_DATE
}

impl Gap {
    /// What kind of gap the whole of the text is; nothing where it is blank or says more.
    #[must_use]
    pub fn read(text: &str) -> Option<Gap> {
        let text = without_letter(text);
        if text.is_empty() {
            return None;
        }
        let mut letters = text.chars().filter(|letter| letter.is_alphanumeric()).peekable();
        if letters.peek().is_none() || letters.all(|letter| matches!(letter, 'x' | 'X')) {
            return Some(Gap::Filler);
        }
        let plain = plain(text)?;
        if !BEGINNINGS.may_have(&plain) && !plain.contains(NO_YEAR) {
            return None;
        }
        let known = GAPS.iter().find(|(_, texts)| texts.contains(&plain.as_str())).map(|(gap, _)| *gap);
        // The code and its meaning: "NOBT Information not yet obtained".
        let known = known.or_else(|| plain.starts_with("nobt ").then_some(Gap::NotKnown));
        known.or_else(|| Moment::read(text).is_some_and(|moment| is_no_date(moment.date)).then_some(Gap::Filler))
    }

    /// Whether a field that is no text is blank where this stands in it. Who declined
    /// to answer has been asked, and that is not nothing.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self != Gap::Declined
    }
}

/// Without the letter that government exports put before a code: "s) NOBT" is `NOBT`.
pub(crate) fn without_letter(text: &str) -> &str {
    let text = text.trim();
    match text.as_bytes() {
        [letter, b')', ..] if letter.is_ascii_alphabetic() => text.get(2..).unwrap_or_default().trim_start(),
        _ => text,
    }
}

/// Letters and digits in small letters, words parted by one space; nothing where the
/// text is longer than any gap.
fn plain(text: &str) -> Option<String> {
    const LONGEST: usize = 64;
    if text.len() > LONGEST {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if std::mem::take(&mut is_apart) {
                plain.push(' ');
            }
            plain.extend(letter.to_lowercase());
        } else if letter.is_whitespace() || matches!(letter, '-' | '–' | '_' | ':') {
            is_apart = !plain.is_empty();
        }
    }
    Some(plain)
}
