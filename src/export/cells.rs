//! What a cell holds, once the ways of exports are undone.

use chrono::{NaiveDate, TimeDelta};

use super::columns::{Answers, letters};
use crate::record::{Shape, Value};

/// What an export writes where there is nothing, whatever the field.
const NOTHING: [&str; 2] = ["NULL", "NaN"];

/// The same, where it could not be an answer: a religion may be "None".
const NO_ANSWER: [&str; 5] = ["None", "Unknown", "Not known", "N/A", "#N/A"];

/// The date that systems write where there is none.
const NO_DATE: [&str; 2] = ["1900-01-01", "01/01/1900"];

/// Days of a spreadsheet that stand for a date between 1927 and 2119. Lower ones would
/// rather be a year.
const DAYS: std::ops::Range<f64> = 10_000.0..80_000.0;

const SECONDS_OF_A_DAY: f64 = 86_400.0;

/// The value of a cell in a field of that shape; nothing, where it is blank.
pub(super) fn read(cell: &str, shape: Shape, answers: &Answers) -> Option<Value> {
    let text = cell.trim();
    if text.is_empty() || NOTHING.contains(&text) || is_blank_html(text) {
        return None;
    }
    let answer = |text: &str| (!NO_ANSWER.iter().any(|word| word.eq_ignore_ascii_case(text))).then(|| text.into());
    match shape {
        // Findings count from the first character of the cell.
        Shape::Prose => Some(cell.into()),
        Shape::Date if is_no_date(text) => None,
        Shape::Date => date_of_a_spreadsheet(text).map(Value::Text).or_else(|| answer(text)),
        Shape::Number => answer(text),
        Shape::Flag | Shape::OneOf(_) => {
            let text = without_letter(text);
            let known = if answers.is_empty() { None } else { answers.get(&letters(text)) };
            known.map(|name| Value::from(*name)).or_else(|| answer(text))
        }
        _ => Some(text.into()),
    }
}

/// Nothing but the spaces of a web page.
fn is_blank_html(text: &str) -> bool {
    text.starts_with('&') && text.replace("&nbsp;", "").trim().is_empty()
}

/// The date for none, with or without midnight after it.
fn is_no_date(text: &str) -> bool {
    NO_DATE.iter().any(|none| {
        text.strip_prefix(none)
            .is_some_and(|time| time.chars().all(|letter| matches!(letter, '0' | ':' | '.' | ' ' | 'T' | 'Z')))
    })
}

/// The answer of a list whose items have letters: "a) Yes".
fn without_letter(text: &str) -> &str {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), Some(')')) if letter.is_ascii_alphabetic() => letters.as_str().trim_start(),
        _ => text,
    }
}

/// The date, in ISO 8601, that a spreadsheet keeps as the number of days since the end
/// of 1899, with the time as the fraction of a day.
#[allow(clippy::cast_possible_truncation, reason = "the days are below 80,000, so that the seconds fit")]
fn date_of_a_spreadsheet(text: &str) -> Option<String> {
    let days: f64 = text.parse().ok().filter(|days| DAYS.contains(days))?;
    let seconds = TimeDelta::seconds((days * SECONDS_OF_A_DAY).round() as i64);
    let time = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?.checked_add_signed(seconds)?;
    Some(if days.fract() == 0.0 { time.date().to_string() } else { time.format("%Y-%m-%dT%H:%M").to_string() })
}
