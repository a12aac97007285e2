use core::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{london, month_name, reading};

/// A date, with a time where one was given, as clock and calendar in England
/// show them.
///
/// Times are whole minutes. A time of 00:00 is no time: exports and forms
/// write it where nobody gave one, and so the day as a whole is meant.
///
/// ```
/// use recording_standard::calendar::Moment;
///
/// let visit = Moment::read("4th March 2026, 3.30pm").unwrap();
/// assert_eq!(visit.to_string(), "4 March 2026 at 15:30");
/// assert_eq!(Moment::read("2026-03-04T15:30Z"), Some(visit));
/// assert_eq!(Moment::read("31/02/2026"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day; `None` where only the day is known.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// Reads a date, or a date and a time, as people and programs in England
    /// write them; `None` if the text is anything else, or more than that.
    ///
    /// - Dates: `2026-03-04`, `04/03/2026`, `4.3.26`, `4 March 2026`,
    ///   `Wed 4th Mar 2026`, `04-Mar-2026`, `March 4, 2026`. Figures are day
    ///   first, or year first if the year has four; two-figure years are 1950
    ///   to 2049. A weekday is passed over, even a wrong one.
    /// - Times, after the date: `15:30`, `15:30:05`, `3.30pm`, `3 pm`,
    ///   `1530 hrs`, `at 15:30`, `T15:30`. Seconds are dropped.
    /// - Offsets, after the time: `Z`, `+01:00`, `+0100`, `GMT`, `BST`. The
    ///   time is turned into London's. An offset with a minus needs a `T` or
    ///   seconds before it, or `10:30-11:30` would be read as one.
    /// - Spaces of all kinds and the case of letters do not matter.
    ///
    /// Years lie between 1900 and 2199, since records are kept for a century. What lies outside is a slip of the
    /// keyboard (0206, 20226) or a program's way to say "never" (0001, 9999);
    /// nobody in a child’s record was born before.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        reading::read(text)
    }

    /// The first minute that this can mean: its time, or the start of the day.
    #[must_use]
    pub fn earliest(&self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }

    /// The last minute that this can mean: its time, or the end of the day.
    #[must_use]
    pub fn latest(&self) -> NaiveDateTime {
        let last_minute = || NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
        self.date.and_time(self.time.unwrap_or_else(last_minute))
    }

    /// Was this before `other`, beyond doubt?
    ///
    /// `false` where any reading of the two puts them in the same minute or
    /// the other way round: a day is not before a time on that day, and in the
    /// hour that happens twice when clocks go back nothing is certain.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        london::instants(self.latest()).second < london::instants(other.earliest()).first
    }

    /// The fewest minutes that can have passed since `other`, across clock
    /// changes; none if this may have been earlier.
    #[must_use]
    pub fn fewest_minutes_since(&self, other: &Self) -> i64 {
        let first = london::instants(self.earliest()).first;
        let second = london::instants(other.latest()).second;
        first.signed_duration_since(second).num_minutes().max(0)
    }
}

/// Plain British form: "4 March 2026", "4 March 2026 at 15:30".
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date;
        write!(f, "{} {} {}", date.day(), month_name(date), date.year())?;
        match self.time {
            Some(time) => write!(f, " at {:02}:{:02}", time.hour(), time.minute()),
            None => Ok(()),
        }
    }
}
