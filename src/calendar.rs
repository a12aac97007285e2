//! UK local civil time: reading dates, working days, bank holidays, ages.
//!
//! Every date and time here is what the clock and the calendar on the wall of
//! an English office say. Nothing is kept in UTC: an entry made at half past
//! midnight in July belongs to that day, not to the day before.

mod holidays;
pub mod london;
mod moment;
mod reading;
mod working_days;

use chrono::{Datelike, NaiveDate, Weekday};

pub use holidays::bank_holiday;
pub use moment::Moment;
pub use working_days::Calendar;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What a day of the week is called: "Monday".
#[must_use]
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize]
}

/// What the month of a date is called: "March".
#[must_use]
pub fn month_name(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// Age in whole years on a day; `None` before birth.
///
/// Who was born on 29 February has a birthday on 1 March in common years.
#[must_use]
pub fn age_on(birth: NaiveDate, on: NaiveDate) -> Option<u32> {
    on.years_since(birth)
}
