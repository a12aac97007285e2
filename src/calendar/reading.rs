//! How a written date is read: once from left to right, nothing tried twice.

use core::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{MONTHS, Moment, WEEKDAYS, london};

const YEARS: RangeInclusive<i32> = 1900..=2199;

/// No place on earth is further from UTC.
const FURTHEST_OFFSET_HOURS: u32 = 14;

pub(super) fn read(text: &str) -> Option<Moment> {
    of_program(text.as_bytes()).or_else(|| written(text))
}

/// What programs write, and nearly all dates of an export are: 2026-03-04, 2026-03-04T15:30.
fn of_program(text: &[u8]) -> Option<Moment> {
    let number = |place: core::ops::Range<usize>| {
        let figures = text.get(place)?.iter();
        figures
            .copied()
            .try_fold(0, |number, figure| figure.is_ascii_digit().then(|| number * 10 + u32::from(figure - b'0')))
    };
    let is = |place: usize, mark: u8| text.get(place) == Some(&mark);
    let has_time = match text.len() {
        10 => false,
        16 if is(10, b'T') && is(13, b':') => true,
        _ => return None,
    };
    if !is(4, b'-') || !is(7, b'-') {
        return None;
    }
    let year = i32::try_from(number(0..4)?).ok().filter(|year| YEARS.contains(year))?;
    let date = NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)?;
    let time = if has_time { NaiveTime::from_hms_opt(number(11..13)?, number(14..16)?, 0)? } else { NaiveTime::MIN };
    in_london(date.and_time(time), None)
}

/// What people write.
fn written(text: &str) -> Option<Moment> {
    let mut scanner = Scanner { rest: text.trim() };
    let moment = scanner.moment()?;
    let is_all = scanner.rest.is_empty();
    (is_all && YEARS.contains(&moment.date.year())).then_some(moment)
}

/// What is still to be read.
///
/// A reader that gives `None` for something that must be there may have used
/// up some of it: the text is no date then, whatever follows.
struct Scanner<'a> {
    rest: &'a str,
}

/// A run of figures, or the name of a month, which has no figures.
struct Part {
    value: u32,
    figures: usize,
}

impl Scanner<'_> {
    fn moment(&mut self) -> Option<Moment> {
        if self.name(&WEEKDAYS).is_some() || self.word(&["weds"]).is_some() {
            self.separator();
        }
        let date = self.date()?;
        if self.rest.is_empty() {
            return Some(Moment { date, time: None });
        }
        self.spaces();
        self.eat(',');
        self.spaces();
        let has_t = self.word(&["at", "t"]) == Some("t");
        self.spaces();
        let (time, has_seconds) = self.time()?;
        self.spaces();
        let offset = if self.rest.is_empty() { None } else { Some(self.offset(has_t || has_seconds)?) };
        in_london(date.and_time(time), offset)
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let first = self.part()?;
        self.ordinal();
        let separator = self.separator();
        if self.word(&["of"]).is_some() {
            self.spaces();
        }
        let second = self.part()?;
        self.ordinal();
        let is_same = self.separator() == separator;
        let third = self.part()?;

        let has_name = first.figures == 0 || second.figures == 0;
        if !(is_same || has_name) {
            return None;
        }
        let (year, month, day) = match (first.figures, second.figures, third.figures) {
            (4, 0..=2, 1..=2) => (first, second, third),
            (1..=2, 0..=2, 2 | 4) => (third, second, first),
            (0, 1..=2, 2 | 4) => (third, first, second),
            _ => return None,
        };
        let century = match (year.figures, year.value) {
            (4, _) => 0,
            (_, 0..=49) => 2000,
            _ => 1900,
        };
        let year = i32::try_from(century + year.value).ok()?;
        NaiveDate::from_ymd_opt(year, month.value, day.value)
    }

    /// A time of day to the minute, and whether it was written to the second.
    fn time(&mut self) -> Option<(NaiveTime, bool)> {
        let mut has_seconds = false;
        let written = self.figures()?;
        let (hour, minute) = match written.figures {
            1 | 2 if self.eat(':') => {
                let minute = self.sixtieths()?;
                has_seconds = self.eat(':');
                if has_seconds {
                    self.seconds()?;
                }
                (written.value, Some(minute))
            }
            1 | 2 if self.eat('.') => (written.value, Some(self.sixtieths()?)),
            1 | 2 => (written.value, None),
            4 => (written.value / 100, Some(written.value % 100)),
            _ => return None,
        };
        self.spaces();
        let hour = match (self.half_of_day()?, hour) {
            (Half::Morning, 12) => 0,
            (Half::Afternoon, 1..=11) => hour + 12,
            (Half::Morning, 0..=11) | (Half::Afternoon, 12..) => hour,
            (Half::Unsaid, _) if minute.is_some() => hour,
            _ => return None,
        };
        let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0)?;
        Some((time, has_seconds))
    }

    fn half_of_day(&mut self) -> Option<Half> {
        let word = self.word(&["am", "pm", "a", "p", "hrs", "hours", "h"]);
        if matches!(word, Some("a" | "p")) {
            (self.eat('.') && self.word(&["m"]).is_some()).then_some(())?;
            self.eat('.');
        }
        Some(match word {
            Some("am" | "a") => Half::Morning,
            Some("pm" | "p") => Half::Afternoon,
            _ => Half::Unsaid,
        })
    }

    /// How far local time is ahead of UTC.
    fn offset(&mut self, may_be_minus: bool) -> Option<TimeDelta> {
        if let Some(zone) = self.word(&["z", "gmt", "utc", "bst"]) {
            return Some(TimeDelta::hours(i64::from(zone == "bst")));
        }
        let sign = if self.eat('+') {
            1
        } else if may_be_minus && self.eat('-') {
            -1
        } else {
            return None;
        };
        let written = self.figures()?;
        let (hours, minutes) = match written.figures {
            2 if self.eat(':') => (written.value, self.sixtieths()?),
            2 => (written.value, 0),
            4 => (written.value / 100, written.value % 100),
            _ => return None,
        };
        (hours <= FURTHEST_OFFSET_HOURS && minutes < 60)
            .then(|| TimeDelta::minutes(sign * i64::from(hours * 60 + minutes)))
    }

    fn part(&mut self) -> Option<Part> {
        match self.name(&MONTHS) {
            Some(value) => Some(Part { value, figures: 0 }),
            None => self.figures(),
        }
    }

    fn figures(&mut self) -> Option<Part> {
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let figures = self.rest.len() - after.len();
        let value = self.rest.get(..figures)?.parse().ok()?;
        self.rest = after;
        Some(Part { value, figures })
    }

    /// Seconds and any fraction of one, which no record needs.
    fn seconds(&mut self) -> Option<()> {
        self.sixtieths()?;
        if self.eat('.') || self.eat(',') {
            self.figures()?;
        }
        Some(())
    }

    /// Minutes or seconds: two figures, below 60.
    fn sixtieths(&mut self) -> Option<u32> {
        let part = self.figures()?;
        (part.figures == 2 && part.value < 60).then_some(part.value)
    }

    /// The place, from 1, of one of these names, written with three letters or more.
    fn name(&mut self, names: &[&'static str]) -> Option<u32> {
        let is_start = |name: &str, letters: &str| {
            let start = name.get(..letters.len());
            letters.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(letters))
        };
        self.letters(names, is_start).map(|(place, _)| place)
    }

    /// One of these words.
    fn word(&mut self, words: &[&'static str]) -> Option<&'static str> {
        self.letters(words, str::eq_ignore_ascii_case).map(|(_, word)| word)
    }

    fn letters(&mut self, known: &[&'static str], is: fn(&str, &str) -> bool) -> Option<(u32, &'static str)> {
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = self.rest.get(..self.rest.len() - after.len())?;
        let (place, word) = (1..).zip(known).find(|(_, known)| is(known, letters))?;
        self.rest = after;
        Some((place, word))
    }

    fn ordinal(&mut self) {
        self.word(&["st", "nd", "rd", "th"]);
    }

    /// What stands between two parts of a date, spaces around it aside.
    fn separator(&mut self) -> char {
        self.spaces();
        for separator in ['-', '/', '.', ','] {
            if self.eat(separator) {
                self.spaces();
                return separator;
            }
        }
        ' '
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, expected: char) -> bool {
        let after = self.rest.strip_prefix(expected);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }
}

enum Half {
    Morning,
    Afternoon,
    Unsaid,
}

/// Turns a written time into London's, and midnight into no time.
///
/// Programs also write a bare date as midnight in UTC, in summer as in winter:
/// that is no time either.
fn in_london(written: NaiveDateTime, offset: Option<TimeDelta>) -> Option<Moment> {
    let is_midnight = |time: NaiveTime| time == NaiveTime::MIN;
    let is_bare_date = is_midnight(written.time()) && offset.is_none_or(|offset| offset.is_zero());
    let shown = match offset {
        Some(offset) if !is_bare_date => london::civil(written.checked_sub_signed(offset)?),
        _ => written,
    };
    Some(Moment { date: shown.date(), time: Some(shown.time()).filter(|time| !is_midnight(*time)) })
}
