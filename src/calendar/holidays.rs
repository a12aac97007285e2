//! The bank holidays of England and Wales.

use chrono::{
    Datelike, NaiveDate,
    Weekday::{Fri, Mon, Sat, Sun, Tue},
};

type Day = (i32, u32, u32);

/// Days proclaimed for one year only, or to which a holiday was moved.
const PROCLAIMED: [Day; 14] = [
    (1977, 6, 7),
    (1981, 7, 29),
    (1995, 5, 8),
    (1999, 12, 31),
    (2002, 6, 3),
    (2002, 6, 4),
    (2011, 4, 29),
    (2012, 6, 4),
    (2012, 6, 5),
    (2020, 5, 8),
    (2022, 6, 2),
    (2022, 6, 3),
    (2022, 9, 19),
    (2023, 5, 8),
];

/// Days from which a holiday was moved away.
const MOVED: [Day; 5] = [(1995, 5, 1), (2002, 5, 27), (2012, 5, 28), (2020, 5, 4), (2022, 5, 30)];

/// Is the date a bank holiday in England and Wales?
///
/// A holiday that falls on a weekend counts on its substitute day only, as in
/// the official lists. Right from 1978, when the early May holiday began, as
/// far as the law of today foresees; about right before.
#[must_use]
pub fn bank_holiday(date: NaiveDate) -> bool {
    let day = (date.year(), date.month(), date.day());
    PROCLAIMED.contains(&day) || (by_rule(date) && !MOVED.contains(&day))
}

fn by_rule(date: NaiveDate) -> bool {
    match (date.month(), date.day(), date.weekday()) {
        (_, _, Sat | Sun) => false,
        (1, 1, _) | (1, 2 | 3, Mon) | (5 | 8, 25..=31, Mon) | (12, 25 | 26, _) | (12, 27 | 28, Mon | Tue) => true,
        (3 | 4, _, Fri) => days_from_easter(date) == -2,
        (3 | 4, _, Mon) => days_from_easter(date) == 1,
        (5, 1..=7, Mon) => date.year() >= 1978,
        _ => false,
    }
}

/// Days from Easter Sunday of its year to a date in March or April.
fn days_from_easter(date: NaiveDate) -> i64 {
    let day_of_march = date.day() + if date.month() == 4 { 31 } else { 0 };
    i64::from(day_of_march) - easter(i64::from(date.year()))
}

/// Easter Sunday as a day of March, where 32 is 1 April: the computus as *New
/// Scientist* printed it in 1961, with its letters.
#[allow(clippy::many_single_char_names)]
fn easter(year: i64) -> i64 {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = b.div_euclid(4);
    let e = b.rem_euclid(4);
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let i = c / 4;
    let k = c % 4;
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    h + l - 7 * m + 22
}
