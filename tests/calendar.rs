//! UK local civil time: what is read as a date, what clocks show, which days are worked.

// The oracle for the clocks, chrono-tz, is there for native tests only.
#![cfg(not(target_arch = "wasm32"))]

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Europe::London;
use proptest::prelude::*;
use recording_standard::calendar::{Calendar, Moment, age_on, bank_holiday, london, month_name, weekday_name};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar")
}

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    date(year, month, day).and_hms_opt(hour, minute, 0).expect("a time of day")
}

fn read(text: &str) -> Moment {
    Moment::read(text).unwrap_or_else(|| panic!("{text:?} is a date"))
}

mod reading {
    use super::*;

    #[test]
    fn all_these_are_the_fourth_of_march_2026() {
        for text in [
            "2026-03-04",
            "2026-3-4",
            "2026/03/04",
            "2026-Mar-04",
            "04/03/2026",
            "4/3/2026",
            "4/3/26",
            "04-03-2026",
            "4-3-26",
            "4.3.2026",
            "04 03 2026",
            "04 / 03 / 2026",
            "4 March 2026",
            "04 march 26",
            "4 MAR 2026",
            "4 Mar. 2026",
            "4th March 2026",
            "4th of March, 2026",
            "4TH MARCH 2026",
            "4March2026",
            "04-Mar-2026",
            "04/Mar/26",
            "March 4, 2026",
            "Mar 4th 2026",
            "Wednesday 4 March 2026",
            "Wednesday, 4th March 2026",
            "Wed 4/3/26",
            "Weds 4.3.26",
            "Monday 4 March 2026",
            "  4 March 2026 ",
            "4\u{a0}March\u{202f}2026\u{a0}",
            "4  March\t2026\r\n",
            "2026-03-04T00:00",
            "2026-03-04T00:00:00.000Z",
            "04/03/2026 00:00:00",
            "04/03/2026 12:00:00 AM",
            "04/03/2026 00:00:59",
        ] {
            assert_eq!(Moment::read(text), Some(Moment { date: date(2026, 3, 4), time: None }), "{text:?}");
        }
    }

    #[test]
    fn all_these_are_half_past_three_in_the_afternoon() {
        let expected = Moment { date: date(2026, 3, 4), time: NaiveTime::from_hms_opt(15, 30, 0) };
        for text in [
            "2026-03-04T15:30",
            "2026-03-04t15:30",
            "2026-03-04 15:30",
            "2026-03-04T15:30:05",
            "2026-03-04T15:30:05.123",
            "2026-03-04T15:30:05,123456789",
            "2026-03-04T1530",
            "2026-03-04T15:30Z",
            "2026-03-04T15:30:00.000Z",
            "2026-03-04T16:30+01:00",
            "2026-03-04T16:30:00+0100",
            "2026-03-04 16:30:00+01",
            "2026-03-04T10:30-05:00",
            "2026-03-04 12:00:00-03:30",
            "2026-03-04T21:00+0530",
            "2026-03-05T01:30+10:00",
            "Wed, 4 Mar 2026 15:30:00 GMT",
            "Wed, 04 Mar 2026 15:30:00 +0000",
            "4 March 2026 16:30 BST",
            "04/03/2026 15:30",
            "04/03/2026, 15:30:05",
            "04/03/26 at 15:30",
            "4.3.2026 15.30",
            "4 March 2026 3.30pm",
            "4 March 2026, 3:30 pm",
            "4 March 2026 at 03:30 P.M.",
            "4 March 2026 3:30:05 PM",
            "4 March 2026 15:30pm",
            "4 March 2026 1530",
            "4 March 2026 1530hrs",
            "4 March 2026 15:30 hours",
        ] {
            assert_eq!(Moment::read(text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn hours_of_the_day() {
        for (text, hour, minute) in [
            ("1/2/2026 3pm", 15, 0),
            ("1/2/2026 3 am", 3, 0),
            ("1/2/2026 12pm", 12, 0),
            ("1/2/2026 12.05am", 0, 5),
            ("1/2/2026 12:59 p.m.", 12, 59),
            ("1/2/2026 9:05", 9, 5),
            ("1/2/2026 0:01", 0, 1),
            ("1/2/2026 23:59:59", 23, 59),
        ] {
            let time = NaiveTime::from_hms_opt(hour, minute, 0);
            assert_eq!(read(text), Moment { date: date(2026, 2, 1), time }, "{text:?}");
        }
    }

    #[test]
    fn an_offset_is_turned_into_the_time_in_london() {
        for (text, in_london) in [
            ("2026-07-01T15:30Z", "1 July 2026 at 16:30"),
            ("2026-07-01T15:30+01:00", "1 July 2026 at 15:30"),
            ("2026-07-01T23:30Z", "2 July 2026 at 00:30"),
            ("2026-01-01T00:30+02:00", "31 December 2025 at 22:30"),
            ("2026-01-01T00:00+02:00", "31 December 2025 at 22:00"),
            // A day that a browser in England wrote in UTC.
            ("2026-06-30T23:00:00.000Z", "1 July 2026"),
            // A day that a server wrote as midnight in UTC.
            ("2026-07-01T00:00:00Z", "1 July 2026"),
            ("2026-07-01T00:00:00+01:00", "1 July 2026"),
        ] {
            assert_eq!(read(text).to_string(), in_london, "{text:?}");
        }
    }

    #[test]
    fn years_in_two_figures_are_1950_to_2049() {
        for (text, year) in [
            ("1/1/00", 2000),
            ("1/1/49", 2049),
            ("1/1/50", 1950),
            ("1 Jan 99", 1999),
            ("1/1/1900", 1900),
            ("31/12/2199", 2199),
            ("29/2/2024", 2024),
        ] {
            assert_eq!(read(text).date.year(), year, "{text:?}");
        }
    }

    #[test]
    fn every_month_and_weekday_is_known_in_full_and_in_short() {
        for month in 1..=12 {
            let day = date(2026, month, 1);
            let (name, weekday) = (month_name(day), weekday_name(day.weekday()));
            for length in 3..=name.len() {
                assert_eq!(read(&format!("1 {} 2026", &name[..length])).date, day);
            }
            for length in 3..=weekday.len() {
                assert_eq!(read(&format!("{} 1/{month}/26", &weekday[..length])).date, day);
            }
        }
        assert_eq!(read("1 Sept 2026").date, date(2026, 9, 1));
    }

    #[test]
    fn none_of_these_is_a_date() {
        for text in [
            "",
            " ",
            "n/a",
            "tbc",
            "today",
            "March 2026",
            "4 March",
            "4/3",
            "2026",
            "Wednesday",
            "31/02/2026",
            "29/2/2026",
            "03/13/2026",
            "00/00/0000",
            "0/1/2026",
            "2026-02-30",
            "2026-13-01",
            "04032026",
            "20260304",
            "4/3-2026",
            "2026-03/04",
            "4//3/2026",
            "4/3/026",
            "4/3/206",
            "004/3/2026",
            "4/003/2026",
            "2026-003-04",
            "2026-03-004",
            "March 004 2026",
            "March 4 006",
            "4/3/20226",
            "31/12/1899",
            "1/1/2200",
            "0001-01-01",
            "9999-12-31",
            "1900-01-01T00:30+01:00",
            "4 Ma 2026",
            "4 Marchy 2026",
            "4 Febuary 2026",
            "We 4 March 2026",
            "4 March 2026.",
            "4 March 2026,",
            "4 March 2026 or so",
            "about 4 March 2026",
            "4 March 2026 at",
            "2026-03-04T",
            "2026-03-04x15:30",
            "4 March 2026 24:00",
            "4 March 2026 15:60",
            "4 March 2026 15:30:60",
            "4 March 2026 15:3",
            "4 March 2026 15:300",
            "4 March 2026 15",
            "4 March 2026 530",
            "4 March 2026 15:30am",
            "4 March 2026 0:30pm",
            "4 March 2026 25pm",
            "4 March 2026 3p",
            "4 March 2026 3.30.05",
            "4 March 2026 15:30 CET",
            "2026-03-04T15:30+15:00",
            "2026-03-04T15:30+01:60",
            "2026-03-04T15:30+0160",
            "2026-03-04T15:30+1",
            "2026-03-04T15:30Z or so",
            "4/3/2026 10:30-11:30",
            "4/3/2026 - 5/3/2026",
            "4.3.26-5.3.26",
            "4/3/2026 5/3/2026",
            "15:30",
            "٤/٣/٢٠٢٦",
            "４/３/２０２６",
            "4/3/2026\u{0}",
            "-4/3/2026",
            "99999999999999999999/1/1",
        ] {
            assert_eq!(Moment::read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_costs_one_pass() {
        for run in ["4", "m", " ", "4/", "4 March 2026 ", "\u{a0}", "😀"] {
            assert_eq!(Moment::read(&run.repeat(1_000_000)), None, "{run:?} again and again");
        }
    }

    /// Pieces of dates in any order reach further than characters at random.
    fn pieces() -> impl Strategy<Value = String> {
        const PIECES: &str = "4|04|31|2026|26|99|March|feb|Wed|th|of|at|T|Z|GMT|15|30|1530|pm|a.m.|\
                              hrs|+01:00|-|/|.|:|,| |\u{a0}|é|\u{130}";
        let piece = prop::sample::select(PIECES.split('|').collect::<Vec<_>>());
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd_to_read(text in any::<String>()) {
            let _ = Moment::read(&text);
        }

        #[test]
        fn what_is_read_is_read_again_as_shown(text in pieces()) {
            if let Some(moment) = Moment::read(&text) {
                prop_assert_eq!(Moment::read(&moment.to_string()), Some(moment));
            }
        }

        #[test]
        fn what_is_shown_is_read_as_it_was(days in 0..73_000_u64, minute in 0..1440_u32) {
            let moment = Moment {
                date: date(1900, 1, 1) + Days::new(days),
                time: NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).filter(|_| minute > 0),
            };
            prop_assert_eq!(Moment::read(&moment.to_string()), Some(moment));
        }

        #[test]
        fn every_moment_in_utc_is_shown_as_clocks_in_london_do(
            seconds in 820_454_400..2_240_524_800_i64,
        ) {
            let utc = DateTime::from_timestamp(seconds - seconds % 60, 0).expect("in range");
            let expected = utc.with_timezone(&London).naive_local();
            let read = Moment::read(&utc.format("%Y-%m-%dT%H:%M:%SZ").to_string());
            prop_assert_eq!(read.map(|moment| moment.date), Some(expected.date()));
            if let Some(time) = read.and_then(|moment| moment.time) {
                prop_assert_eq!(time, expected.time());
            }
        }
    }
}

mod showing {
    use super::*;

    #[test]
    fn a_moment_is_shown_in_plain_british_form() {
        for (text, shown) in [
            ("2026-03-04", "4 March 2026"),
            ("2026-03-04T15:30", "4 March 2026 at 15:30"),
            ("31/12/1999 9.05am", "31 December 1999 at 09:05"),
            ("1/5/26 0:07", "1 May 2026 at 00:07"),
        ] {
            assert_eq!(read(text).to_string(), shown);
        }
    }

    #[test]
    fn days_of_the_week_have_names() {
        assert_eq!(weekday_name(date(2026, 3, 3).weekday()), "Tuesday");
        assert_eq!(weekday_name(Weekday::Sun), "Sunday");
    }
}

mod order {
    use super::*;

    #[test]
    fn before_means_beyond_doubt() {
        for (first, second, is_before) in [
            ("4 March 2026", "5 March 2026", true),
            ("4 March 2026", "4 March 2026", false),
            ("5 March 2026", "4 March 2026", false),
            ("4 March 2026", "4 March 2026 23:59", false),
            ("4 March 2026 00:01", "4 March 2026", false),
            ("4 March 2026", "5 March 2026 00:01", true),
            ("4 March 2026 15:30", "4 March 2026 15:31", true),
            ("4 March 2026 15:30", "4 March 2026 15:30", false),
            ("4 March 2026 15:30", "4 March 2026 15:30:45", false),
            // Clocks go back: 01:10 may well follow 01:50.
            ("25 October 2026 01:10", "25 October 2026 01:50", false),
            ("25 October 2026 00:59", "25 October 2026 01:00", true),
            ("25 October 2026 01:59", "25 October 2026 02:00", true),
        ] {
            assert_eq!(read(first).is_before(&read(second)), is_before, "{first} before {second}");
        }
    }

    #[test]
    fn a_day_lasts_from_its_first_to_its_last_minute() {
        let day = read("4 March 2026");
        assert_eq!(day.earliest(), at(2026, 3, 4, 0, 0));
        assert_eq!(day.latest(), at(2026, 3, 4, 23, 59));
        let minute = read("4 March 2026 15:30");
        assert_eq!(minute.earliest(), at(2026, 3, 4, 15, 30));
        assert_eq!(minute.latest(), minute.earliest());
    }

    #[test]
    fn elapsed_time_is_real_time_and_the_least_possible() {
        for (from, to, hours, minutes) in [
            ("4 March 2026 15:30", "5 March 2026 15:30", 24, 0),
            ("4 March 2026", "5 March 2026 15:30", 15, 31),
            ("4 March 2026 15:30", "6 March 2026", 32, 30),
            ("4 March 2026", "4 March 2026", 0, 0),
            ("5 March 2026 15:30", "4 March 2026 15:30", 0, 0),
            // Clocks go forward on 29 March, back on 25 October.
            ("28 March 2026 15:30", "29 March 2026 15:30", 23, 0),
            ("24 October 2026 15:30", "25 October 2026 15:30", 25, 0),
            ("25 October 2026 00:30", "25 October 2026 01:30", 1, 0),
            ("25 October 2026 01:30", "25 October 2026 02:30", 1, 0),
            ("25 October 2026 01:30", "25 October 2026 01:45", 0, 0),
        ] {
            assert_eq!(read(to).fewest_minutes_since(&read(from)), hours * 60 + minutes, "from {from} to {to}");
        }
    }

    fn moments() -> impl Strategy<Value = Moment> {
        (0..800_i64, prop::option::of(1..1440_i64)).prop_map(|(days, minute)| {
            let midnight = at(2025, 1, 1, 0, 0) + TimeDelta::days(days);
            let time = minute.map(|minute| (midnight + TimeDelta::minutes(minute)).time());
            Moment { date: midnight.date(), time }
        })
    }

    proptest! {
        #[test]
        fn of_two_moments_at_most_one_is_before(a in moments(), b in moments()) {
            prop_assert!(!(a.is_before(&b) && b.is_before(&a)));
            prop_assert_eq!(b.fewest_minutes_since(&a) > 0, a.is_before(&b));
        }
    }
}

mod clocks {
    use super::*;
    use chrono::{LocalResult, TimeZone};

    fn expected(local: NaiveDateTime) -> (NaiveDateTime, NaiveDateTime) {
        match London.from_local_datetime(&local) {
            LocalResult::Single(only) => (only.naive_utc(), only.naive_utc()),
            LocalResult::Ambiguous(first, second) => (first.naive_utc(), second.naive_utc()),
            LocalResult::None => (local, local),
        }
    }

    fn assert_as_in_london(moment: NaiveDateTime) {
        let found = london::instants(moment);
        assert_eq!((found.first, found.second), expected(moment), "{moment} in London");
        let shown = London.from_utc_datetime(&moment).naive_local();
        assert_eq!(london::civil(moment), shown, "{moment} in UTC");
    }

    #[test]
    fn every_quarter_of_an_hour_around_every_change() {
        let mut ambiguous = 0;
        let mut left_out = 0;
        for year in 1996..=2040 {
            for month in [3, 10] {
                let start = at(year, month, 24, 0, 0);
                for quarter in 0..9 * 24 * 4 {
                    let moment = start + TimeDelta::minutes(15 * quarter);
                    assert_as_in_london(moment);
                    let found = london::instants(moment);
                    ambiguous += i32::from(found.first != found.second);
                    left_out += i32::from(london::civil(found.first) != moment);
                }
            }
        }
        assert_eq!((ambiguous, left_out), (45 * 4, 45 * 4), "one hour a year each");
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        for moment in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
            assert_eq!(london::civil(moment), moment);
            assert_eq!(london::instants(moment).first, moment);
        }
    }

    proptest! {
        #[test]
        fn any_minute_of_these_years(minute in 0..45 * 365 * 24 * 60_i64) {
            assert_as_in_london(at(1996, 1, 1, 0, 0) + TimeDelta::minutes(minute));
        }

        #[test]
        fn what_the_clock_shows_stands_for_when_it_showed_it(minute in 0..100 * 365 * 24 * 60_i64) {
            let utc = at(1950, 1, 1, 0, 0) + TimeDelta::minutes(minute);
            let readings = london::instants(london::civil(utc));
            prop_assert!(readings.first == utc || readings.second == utc);
        }
    }
}

mod bank_holidays {
    use super::*;

    /// The official lists up to 2027, and what the law foresees after them.
    const LISTED: [(i32, &str); 11] = [
        (2020, "1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12"),
        (2021, "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12"),
        (2022, "3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12"),
        (2023, "2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12"),
        (2024, "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12"),
        (2025, "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12"),
        (2026, "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12"),
        (2027, "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12"),
        (2028, "3/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12"),
        (2029, "1/1 30/3 2/4 7/5 28/5 27/8 25/12 26/12"),
        (2030, "1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12"),
    ];

    fn of_year(year: i32) -> impl Iterator<Item = NaiveDate> {
        date(year, 1, 1).iter_days().take_while(move |day| day.year() == year).filter(|day| bank_holiday(*day))
    }

    #[test]
    fn the_days_of_the_official_lists_and_no_others() {
        for (year, listed) in LISTED {
            let found: Vec<_> = of_year(year).map(|day| format!("{}/{}", day.day(), day.month())).collect();
            assert_eq!(found.join(" "), listed, "{year}");
        }
    }

    #[test]
    fn days_given_or_moved_once() {
        for (year, month, day, is_holiday) in [
            (1981, 7, 29, true),
            (1982, 7, 29, false),
            (1995, 5, 1, false),
            (1995, 5, 8, true),
            (1999, 12, 31, true),
            (2000, 12, 29, false),
            (2002, 5, 27, false),
            (2002, 6, 3, true),
            (2002, 6, 4, true),
            (2011, 4, 29, true),
            (2012, 5, 28, false),
            (2012, 6, 4, true),
            (2012, 6, 5, true),
        ] {
            assert_eq!(bank_holiday(date(year, month, day)), is_holiday, "{day}/{month}/{year}");
        }
    }

    /// Days from 21 March to the full moon before Easter, by golden number, as
    /// the prayer book has them for 1900 to 2199.
    const FULL_MOONS: [u64; 19] = [24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6];

    #[test]
    fn easter_is_the_sunday_after_the_full_moon() {
        for (year, full_moon) in (1900..2200).zip(FULL_MOONS.iter().cycle()) {
            let sunday = (date(year, 3, 22) + Days::new(*full_moon))
                .iter_days()
                .find(|day| day.weekday() == Weekday::Sun)
                .expect("a Sunday within the week");
            assert!(bank_holiday(sunday - Days::new(2)), "{year}");
            assert!(bank_holiday(sunday + Days::new(1)), "{year}");
            let spring = date(year, 3, 1)..date(year, 4, 27);
            let in_spring = of_year(year).filter(|day| spring.contains(day));
            assert_eq!(in_spring.count(), 2, "{year}");
        }
    }

    #[test]
    fn early_may_began_in_1978() {
        assert!(!bank_holiday(date(1977, 5, 2)));
        assert!(bank_holiday(date(1978, 5, 1)));
    }

    proptest! {
        #[test]
        fn every_later_year_has_eight_on_weekdays(year in 2024..2100_i32) {
            let holidays: Vec<_> = of_year(year).collect();
            prop_assert_eq!(holidays.len(), 8);
            prop_assert!(holidays.iter().all(|day| day.weekday().number_from_monday() < 6));
        }
    }
}

mod working_days {
    use super::*;

    #[test]
    fn the_day_itself_is_day_0_and_only_working_days_count() {
        let calendar = Calendar::default();
        for (from, count, to) in [
            ("Fri 27 Mar 2026", 2, "Tue 31 Mar 2026"),
            ("Thu 2 Apr 2026", 1, "Tue 7 Apr 2026"),
            ("Thu 2 Apr 2026", 0, "Thu 2 Apr 2026"),
            ("Sat 7 Mar 2026", 0, "Sat 7 Mar 2026"),
            ("Sat 7 Mar 2026", 1, "Mon 9 Mar 2026"),
            ("Sun 8 Mar 2026", 1, "Mon 9 Mar 2026"),
            ("Thu 24 Dec 2026", 1, "Tue 29 Dec 2026"),
            ("Thu 31 Dec 2026", 1, "Mon 4 Jan 2027"),
            ("Mon 9 Mar 2026", 5, "Mon 16 Mar 2026"),
        ] {
            assert_eq!(
                calendar.working_days_after(read(from).date, count),
                read(to).date,
                "{from} and {count} working days"
            );
        }
    }

    #[test]
    fn the_agency_closes_on_days_of_its_own() {
        let calendar =
            Calendar::new(vec![date(2026, 12, 31), date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 29)]);
        assert!(!calendar.is_working_day(date(2026, 12, 30)));
        assert!(calendar.is_working_day(date(2026, 12, 24)));
        assert_eq!(calendar.working_days_after(date(2026, 12, 24), 1), date(2027, 1, 4));
    }

    #[test]
    fn counting_comes_to_an_end() {
        let calendar = Calendar::default();
        let start = date(2026, 3, 4);
        assert_eq!(
            calendar.working_days_after(start, u32::MAX),
            calendar.working_days_after(start, Calendar::MOST_WORKING_DAYS)
        );
        assert_eq!(calendar.working_days_after(NaiveDate::MAX, 9), NaiveDate::MAX);
        assert!(calendar.working_days_after(NaiveDate::MIN, 9) > NaiveDate::MIN);

        let closed_for_decades = Calendar::new(start.iter_days().take(20_000).collect());
        assert!(closed_for_decades.working_days_after(start, 1) > start + Days::new(19_999));
    }

    prop_compose! {
        fn calendars()(closed in prop::collection::vec(0..4000_u64, 0..200)) -> Calendar {
            Calendar::new(closed.into_iter().map(|days| date(2020, 1, 1) + Days::new(days)).collect())
        }
    }

    proptest! {
        #[test]
        fn each_count_leads_to_the_next_working_day(
            calendar in calendars(),
            days in 0..4000_u64,
            count in 0..60_u32,
        ) {
            let start = date(2020, 1, 1) + Days::new(days);
            let day = calendar.working_days_after(start, count);
            let next = calendar.working_days_after(start, count + 1);
            prop_assert!(day < next);
            prop_assert!(calendar.is_working_day(next));
            let between = day.iter_days().skip(1).take_while(|day| *day < next);
            prop_assert!(between.into_iter().all(|day| !calendar.is_working_day(day)));
        }
    }
}

mod ages {
    use super::*;

    #[test]
    fn age_is_counted_in_whole_years() {
        for (birth, on, age) in [
            ("4/3/2016", "3/3/2026", Some(9)),
            ("4/3/2016", "4/3/2026", Some(10)),
            ("4/3/2016", "4/3/2016", Some(0)),
            ("4/3/2016", "3/3/2016", None),
            ("4/3/2016", "4/3/2015", None),
            ("29/2/2016", "28/2/2026", Some(9)),
            ("29/2/2016", "1/3/2026", Some(10)),
            ("29/2/2016", "29/2/2024", Some(8)),
        ] {
            assert_eq!(age_on(read(birth).date, read(on).date), age, "born {birth}, on {on}");
        }
    }
}
