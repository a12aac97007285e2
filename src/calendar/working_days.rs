use chrono::{Datelike, NaiveDate, Weekday};

use super::bank_holiday;

/// The working days of an agency: no weekends, no bank holidays of England and
/// Wales, none of the agency's own closed days.
///
/// ```
/// use chrono::NaiveDate;
/// use recording_standard::calendar::Calendar;
///
/// let friday = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
/// let tuesday = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
/// assert_eq!(Calendar::default().working_days_after(friday, 2), tuesday);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    closed: Vec<NaiveDate>,
}

impl Calendar {
    /// As many working days as are ever counted: a good fourteen years.
    pub const MOST_WORKING_DAYS: u32 = 3650;

    /// A calendar with the days on which the agency is closed beside weekends
    /// and bank holidays, in any order.
    #[must_use]
    pub fn new(mut closed: Vec<NaiveDate>) -> Self {
        closed.sort_unstable();
        Self { closed }
    }

    /// Does the agency work on this day?
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && !bank_holiday(date)
            && self.closed.binary_search(&date).is_err()
    }

    /// The day that is `count` working days after a date.
    ///
    /// The date itself is day 0, whether or not it is a working day: one
    /// working day after a Saturday is Monday. More than
    /// [`MOST_WORKING_DAYS`](Self::MOST_WORKING_DAYS) count as that many, and
    /// the answer never lies beyond the last date that can be written.
    #[must_use]
    pub fn working_days_after(&self, date: NaiveDate, count: u32) -> NaiveDate {
        let mut day = date;
        let mut left = count.min(Self::MOST_WORKING_DAYS);
        while left > 0 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// How many working days after a date another is: 0 on the same day, and until
    /// the next working day. Never more than
    /// [`MOST_WORKING_DAYS`](Self::MOST_WORKING_DAYS); none where the other is earlier.
    #[must_use]
    pub fn working_days_between(&self, date: NaiveDate, other: NaiveDate) -> Option<u32> {
        if other < date {
            return None;
        }
        let mut day = date;
        let mut count = 0;
        while day < other && count < Self::MOST_WORKING_DAYS {
            day = day.succ_opt()?;
            count += u32::from(self.is_working_day(day));
        }
        Some(count)
    }
}
