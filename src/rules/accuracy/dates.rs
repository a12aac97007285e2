//! The dates that a text gives, right or wrong.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::Moment;
use crate::check::Context;
use crate::rules::words::Words;
use crate::text::{Text, Word};

/// A date as it is written; it need not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// From its first word to its last; the weekday is not among them.
    pub words: Range<usize>,
    day: u32,
    month: u32,
    /// Nothing where the text does not give it.
    pub year: Option<i32>,
    form: Form,
}

/// How sure it is that a date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// "4 March", "31 June": the words can stand side by side by chance.
    Bare,
    /// "4th March", "4 of March", "March 4th".
    Named,
    /// "04/03/2026", "2026-03-04".
    Figures,
    /// "4/3/26".
    Short,
    /// "4.3.26": a version, a score, a telephone number.
    Doubtful,
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The number of the month of that name.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    (1..).zip(MONTHS).find(|(_, names)| is(names)).map(|(number, _)| number)
}

/// The day of the week of that name. "Sat" and "Sun" are words, too, and count with a capital.
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(Weekday, &[&str]); 7] = [
        (Weekday::Mon, &["monday", "mon"]),
        (Weekday::Tue, &["tuesday", "tues", "tue"]),
        (Weekday::Wed, &["wednesday", "weds", "wed"]),
        (Weekday::Thu, &["thursday", "thurs", "thur", "thu"]),
        (Weekday::Fri, &["friday", "fri"]),
        (Weekday::Sat, &["saturday", "sat"]),
        (Weekday::Sun, &["sunday", "sun"]),
    ];
    const NAMES: Words = Words::new(
        "monday mon tuesday tues tue wednesday weds wed thursday thurs thur thu friday fri saturday sat sunday sun",
    );
    let word = word.trim_end_matches('.');
    if !NAMES.may_have(word) {
        return None;
    }
    let is = |names: &&[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    let (day, _) = DAYS.iter().find(|(_, names)| is(names))?;
    (word.len() > 5 || word.starts_with(char::is_uppercase)).then_some(*day)
}

/// The year that a word of four figures is.
#[must_use]
pub fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1900..=2100).contains(year))
}

/// A year of two figures, as the calendar reads it.
fn short_year(figures: &str) -> Option<i32> {
    let year: i32 = figures.parse().ok().filter(|_| figures.len() == 2)?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// The dates of a text.
pub fn dates(text: &Text) -> impl Iterator<Item = Written> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some([word, behind @ ..]) = text.words().get(at..) {
            // No date is without figures, in its first word or right behind the month.
            if !word.has_digit() && !behind.iter().take(2).any(Word::has_digit) {
                at += 1;
                continue;
            }
            let date = date_at(at, text);
            at = date.as_ref().map_or(at + 1, |date| date.words.end);
            if date.is_some() {
                return date;
            }
        }
        None
    })
}

/// The date that begins at that word.
#[must_use]
pub fn date_at(at: usize, text: &Text) -> Option<Written> {
    let word = text.words().get(at)?;
    if word.has_digit() {
        in_figures(at, text).or_else(|| hyphenated(at, text)).or_else(|| day_first(at, text))
    } else {
        month_first(at, text)
    }
}

/// "04/03/2026", "4.3.26"
fn in_figures(at: usize, text: &Text) -> Option<Written> {
    let word = text.word(at);
    let mark = if word.contains('/') { '/' } else { '.' };
    let mut parts = word.split(mark);
    let (day, month, year, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
    let written = of_figures(day, month, year)?;
    let form = match (mark, year.len()) {
        (_, 4) => Form::Figures,
        ('/', _) => Form::Short,
        _ => Form::Doubtful,
    };
    Some(Written { words: at..at + 1, form, ..written })
}

/// "04-03-2026", "2026-03-04". With a short year it is a sort code.
fn hyphenated(at: usize, text: &Text) -> Option<Written> {
    let gap =
        |at: usize| text.words().get(at).zip(text.words().get(at + 1)).map(|(word, next)| text.between(word, next));
    if gap(at) != Some("-") || gap(at + 1) != Some("-") || gap(at + 2) == Some("-") {
        return None;
    }
    let (first, second, third) = (text.word(at), text.word(at + 1), text.word(at + 2));
    let written = if first.len() == 4 { of_figures(third, second, first) } else { of_figures(first, second, third) };
    let written = written.filter(|_| first.len() == 4 || third.len() == 4)?;
    Some(Written { words: at..at + 3, form: Form::Figures, ..written })
}

fn of_figures(day: &str, month: &str, of: &str) -> Option<Written> {
    let number = |figures: &str| figures.parse::<u32>().ok().filter(|_| figures.len() <= 2);
    let year = year(of).or_else(|| short_year(of))?;
    Some(Written { words: 0..0, day: number(day)?, month: number(month)?, year: Some(year), form: Form::Figures })
}

/// "4 March 2026", "4th of March", "31 June"
fn day_first(at: usize, text: &Text) -> Option<Written> {
    let (day, ordinal) = day_of(text.word(at))?;
    let of = usize::from(text.word(at + 1).eq_ignore_ascii_case("of"));
    let name = at + 1 + of;
    let month = month(text.word(name))?;
    if !(at + 1..=name).all(|at| is_adjoined(at, text)) {
        return None;
    }
    let (year, end) = year_at(name + 1, text);
    // "the 4th may be", "all 4 march on"
    let is_name =
        text.word(name).starts_with(char::is_uppercase) || year.is_some() || ordinal && text.word(name).len() > 4;
    if !is_name {
        return None;
    }
    let form = if ordinal || of > 0 || year.is_some() { Form::Named } else { Form::Bare };
    Some(Written { words: at..end, day, month, year, form })
}

/// "March 4th", "March 4, 2026". A number alone behind a month counts something.
fn month_first(at: usize, text: &Text) -> Option<Written> {
    // Most words are told from a month by what follows.
    let has_digit = |at: usize| text.words().get(at).is_some_and(Word::has_digit);
    let is_name = text.words().get(at).is_some_and(Word::is_capitalised);
    if !is_name || !has_digit(at + 1) && !has_digit(at + 2) {
        return None;
    }
    let month = month(text.word(at))?;
    let the = usize::from(text.word(at + 1).eq_ignore_ascii_case("the"));
    let (day, ordinal) = day_of(text.word(at + 1 + the))?;
    if !(at + 1..=at + 1 + the).all(|at| is_adjoined(at, text)) {
        return None;
    }
    let (year, end) = year_at(at + 2 + the, text);
    (ordinal || year.is_some()).then_some(Written { words: at..end, day, month, year, form: Form::Named })
}

/// The year that stands there, and the word after it.
fn year_at(at: usize, text: &Text) -> (Option<i32>, usize) {
    let gap = at.checked_sub(1).and_then(|before| text.words().get(before)).zip(text.words().get(at));
    let gap = gap.map_or("", |(before, word)| text.between(before, word).trim());
    let word = text.word(at).trim_start_matches(['\'', '’']);
    let long = year(word).filter(|_| matches!(gap, "" | "," | "."));
    // "4 March 26 children came"
    let short = short_year(word).filter(|_| matches!(gap, "" | "'" | "’" | "‘") && !is_adjoined(at + 1, text));
    match long.or(short) {
        Some(year) => (Some(year), at + 1),
        None => (None, at),
    }
}

/// A day of a month, and whether it is written as an ordinal: "4", "4th".
fn day_of(word: &str) -> Option<(u32, bool)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, ending) = word.split_at_checked(digits).filter(|_| (1..=2).contains(&digits))?;
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    Some((figures.parse().ok()?, ordinal)).filter(|_| ordinal || ending.is_empty())
}

fn is_adjoined(at: usize, text: &Text) -> bool {
    text.words().get(at).is_some_and(Word::is_adjoined)
}

/// A year in which every month has its most days.
const LEAP_YEAR: i32 = 2024;

impl Written {
    /// Whether there is no such date, and no other sense in which it can be meant.
    #[must_use]
    pub fn is_impossible(&self, text: &Text, is_name: &dyn Fn(&str) -> bool) -> bool {
        let exists = |day, month| NaiveDate::from_ymd_opt(self.year.unwrap_or(LEAP_YEAR), month, day).is_some();
        // Unknown parts are often written as noughts, and Americans put the month first.
        let is_known = self.day > 0 && self.month > 0 && !(self.is_in_figures() && exists(self.month, self.day));
        let is_plausible = match self.form {
            Form::Bare => self.day <= 31,
            Form::Named | Form::Figures => self.day <= 39 && self.month <= 39,
            Form::Short | Form::Doubtful => self.day <= 31 && self.month <= 12,
        };
        is_known && is_plausible && !exists(self.day, self.month) && !self.is_something_else(text, is_name)
    }

    fn is_in_figures(&self) -> bool {
        matches!(self.form, Form::Figures | Form::Short | Form::Doubtful)
    }

    /// A reference, a version, a score, a number of something, an address, somebody
    /// called June.
    fn is_something_else(&self, text: &Text, is_name: &dyn Fn(&str) -> bool) -> bool {
        const REFERENCES: Words = Words::new(
            "ref reference no number version ver v tel telephone phone mobile score scores invoice case id account \
             policy page section appendix flat room aged age",
        );
        const LEADS: Words =
            Words::new("on by from until till since to dated date before after week commencing w/c between born dob");
        const NEXT: [&str; 14] =
            ["at", "to", "and", "or", "by", "when", "until", "with", "because", "as", "about", "between", "i", "we"];
        let word = |at: usize| text.word(at);
        let is = |at: Option<usize>, known: &[&str]| {
            at.is_some_and(|at| known.iter().any(|known| known.eq_ignore_ascii_case(word(at))))
        };
        let lead = self.words.start.checked_sub(1);
        let next = Some(self.words.end).filter(|next| is_adjoined(*next, text));
        let is_led =
            lead.is_some_and(|lead| LEADS.has(word(lead))) || lead.is_some_and(|lead| weekday(word(lead)).is_some());
        let by_chance = match self.form {
            Form::Bare => {
                // "31 April Gardens", "all 31 September starters"
                let is_address =
                    next.is_some_and(|next| word(next).starts_with(char::is_uppercase)) && !is(next, &["i"]);
                let is_counted = next.is_some() && !is_led && !is(next, &NEXT);
                is_address || is_counted || self.words.clone().any(|at| is_name(word(at)))
            }
            Form::Doubtful => !is_led || self.hangs(text),
            Form::Named => false,
            Form::Figures | Form::Short => self.hangs(text),
        };
        by_chance || lead.is_some_and(|lead| REFERENCES.has(word(lead)))
    }

    /// Whether more than a date stands there: "CM/31/04/2026".
    fn hangs(&self, text: &Text) -> bool {
        let span = text.span_of(self.words.clone());
        let before = text.source().get(..span.start as usize).and_then(|before| before.chars().next_back());
        let after = text.source().get(span.end as usize..).and_then(|after| after.chars().next());
        before.is_some_and(|mark| mark.is_alphanumeric() || "/_#£$€-=".contains(mark))
            || after.is_some_and(|mark| "/_%=".contains(mark))
    }

    /// The weekday that is written with the date, and the words from the one to the other.
    #[must_use]
    pub fn weekday(&self, text: &Text) -> Option<(Weekday, Range<usize>)> {
        self.weekday_before(text).or_else(|| self.weekday_behind(text))
    }

    /// "Tuesday 4 March", "Tues. the 4th of March", "Tuesday (4 March)"
    fn weekday_before(&self, text: &Text) -> Option<(Weekday, Range<usize>)> {
        let before = |words: usize| self.words.start.checked_sub(words);
        let the = usize::from(before(1).is_some_and(|at| text.word(at).eq_ignore_ascii_case("the")));
        let at = before(1 + the)?;
        let day = weekday(text.word(at))?;
        let gap = |at: usize| {
            let words = text.words().get(at).zip(text.words().get(at + 1));
            words.map_or("", |(word, next)| text.between(word, next).trim())
        };
        let is_short = text.word(at).len() < "sunday".len();
        let is_linked = |at: usize| matches!(gap(at), "" | "," | "(" | "-" | "–" | ":") || gap(at) == "." && is_short;
        // "Monday to Friday, 2 March to 6 March"
        let is_range = at.checked_sub(2).is_some_and(|first| {
            let link = text.word(at - 1);
            let is_link =
                ["to", "and", "or", "until", "through", "till"].iter().any(|known| known.eq_ignore_ascii_case(link));
            is_link && weekday(text.word(first).trim_end_matches('s')).is_some()
        });
        let is_pair = at.checked_sub(1).is_some_and(|first| {
            matches!(gap(first), "-" | "–" | "/" | "&" | ",")
                && weekday(text.word(first).trim_end_matches('s')).is_some()
        });
        let is_every = at.checked_sub(1).is_some_and(|at| text.is_one_of(at, &["every", "each", "alternate"]));
        ((at..self.words.start).all(is_linked) && !is_range && !is_pair && !is_every)
            .then_some((day, at..self.words.end))
    }

    /// "4 March 2026 (Tuesday)"
    fn weekday_behind(&self, text: &Text) -> Option<(Weekday, Range<usize>)> {
        let at = self.words.end;
        let day = weekday(text.word(at))?;
        let (last, word) = text.words().get(at.checked_sub(1)?).zip(text.words().get(at))?;
        let closes = text.source().get(word.span.end as usize..).is_some_and(|after| after.starts_with(')'));
        (closes && text.between(last, word).trim() == "(").then_some((day, self.words.start..at + 1))
    }

    /// The weekday of the date, where that is another than the one that is written with
    /// it. A date without a year is the nearest to the event within half a year; nothing
    /// where no year can be told.
    #[must_use]
    pub fn other_weekday(&self, day: Weekday, text: &Text, event: Option<&Moment>, years: &Years) -> Option<Weekday> {
        const HALF_A_YEAR: i64 = 183;
        let (meant, other) = if let Some(year) = self.year {
            // Americans put the month first.
            let may_be_swapped = self.is_in_figures() && text.word(self.words.start).len() != 4;
            let swapped = NaiveDate::from_ymd_opt(year, self.day, self.month).filter(|_| may_be_swapped);
            (NaiveDate::from_ymd_opt(year, self.month, self.day)?, swapped)
        } else {
            let event = event?.date;
            let days = |date: &NaiveDate| date.signed_duration_since(event).num_days();
            let near = (event.year() - 1..=event.year() + 1)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
            let nearest =
                near.clone().min_by_key(|date| days(date).abs()).filter(|date| days(date).abs() <= HALF_A_YEAR)?;
            // A plan may look further ahead.
            let next = near.filter(|date| days(date) >= 0).min();
            if !years.are_all(nearest.year()) {
                return None;
            }
            (nearest, next)
        };
        let agrees = |date: NaiveDate| date.weekday() == day;
        (!agrees(meant) && !other.is_some_and(agrees)).then(|| meant.weekday())
    }
}

/// The years of which a text speaks.
#[derive(Debug)]
pub struct Years {
    given: Vec<i32>,
    /// "last year", "two years ago"
    others: bool,
}

impl Years {
    /// Those of the text.
    #[must_use]
    pub fn of(text: &Text) -> Years {
        const BEFORE: [&str; 3] = ["last", "previous", "next"];
        let words = 0..text.words().len();
        let has_digit = |at: usize| text.words().get(at).is_some_and(Word::has_digit);
        let may_be = words.clone().filter(|at| (*at..at + 3).any(has_digit));
        let given = may_be.filter_map(|at| year(text.word(at)).or_else(|| date_at(at, text)?.year));
        let is = |at: usize, known: &[&str]| text.is_one_of(at, known);
        let is_other = |at: usize| is(at, &["ago"]) || is(at, &["year"]) && at > 0 && is(at - 1, &BEFORE);
        Years { given: given.collect(), others: words.clone().any(is_other) }
    }

    /// Whether the text speaks of no other year.
    fn are_all(&self, year: i32) -> bool {
        !self.others && self.given.iter().all(|given| *given == year)
    }
}

/// When the event took place by which a date without a year is read.
#[must_use]
pub fn event<'c>(context: &'c Context) -> Option<&'c Moment> {
    let entry = context.entry?;
    entry.event_at.get().or(entry.recorded_at.get()).or(entry.draft.is_yes().then_some(&context.now))
}
