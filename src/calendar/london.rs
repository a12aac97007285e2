//! The clock changes of the United Kingdom.
//!
//! Clocks go forward at 01:00 UTC on the last Sunday of March and back at
//! 01:00 UTC on the last Sunday of October. That has been the law since 1996;
//! here it holds for every year, because no rule counts hours before then.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};

const HOUR: TimeDelta = TimeDelta::hours(1);

/// The moments in UTC that one local time may stand for.
///
/// Both are the same, but for the hour that happens twice when clocks go back:
/// there `first` reads it as summer time and `second` as winter time. A time
/// in the hour that is left out when clocks go forward is read as if they had
/// not moved yet: 01:30 stands for what the clock shows as 02:30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instants {
    /// The earlier reading.
    pub first: NaiveDateTime,
    /// The later reading.
    pub second: NaiveDateTime,
}

/// When a local time was, in UTC.
#[must_use]
pub fn instants(local: NaiveDateTime) -> Instants {
    let as_winter = local;
    let as_summer = local.checked_sub_signed(HOUR).unwrap_or(local);
    match (is_summer(as_summer), is_summer(as_winter)) {
        (true, false) => Instants { first: as_summer, second: as_winter },
        (true, true) => Instants { first: as_summer, second: as_summer },
        (false, _) => Instants { first: as_winter, second: as_winter },
    }
}

/// What the clock shows in London at a moment given in UTC.
#[must_use]
pub fn civil(utc: NaiveDateTime) -> NaiveDateTime {
    if is_summer(utc) { utc.checked_add_signed(HOUR).unwrap_or(utc) } else { utc }
}

fn is_summer(utc: NaiveDateTime) -> bool {
    let changed = || {
        let last_sunday = last_sunday_of_31(utc);
        utc.day() > last_sunday || utc.day() == last_sunday && utc.hour() >= 1
    };
    match utc.month() {
        4..=9 => true,
        3 => changed(),
        10 => !changed(),
        _ => false,
    }
}

/// The last Sunday of the date's month, which has 31 days, as March and October do.
fn last_sunday_of_31(date: NaiveDateTime) -> u32 {
    let weekday_of_31 = (date.weekday().num_days_from_sunday() + 31 - date.day()) % 7;
    31 - weekday_of_31
}
