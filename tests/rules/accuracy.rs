//! What contradicts itself. In 2026 the 4th of March is a Wednesday. Ava was born on
//! 2 May 2019 and is 6 on the day of the visit; her brother Noah, a baby, on 20 August 2025.

use serde_json::{Value, json};

use crate::{Setting, cases, setting, slice};

/// Each text, and the words that the rule marks in it, where it is the text of an entry.
#[track_caller]
fn marks(rule: &str, entry: &dyn Fn(&str) -> Value, cases: &[(&str, &[&str])]) {
    marks_under(&setting(), rule, entry, cases);
}

#[track_caller]
fn marks_under(setting: &Setting, rule: &str, entry: &dyn Fn(&str) -> Value, cases: &[(&str, &[&str])]) {
    let wrong = cases.iter().filter_map(|(text, words)| {
        let record = entry(text);
        let found = setting.findings(rule, &record);
        cases::note(rule, &record, !found.is_empty());
        let marked: Vec<_> = found.iter().map(|finding| slice(text, finding)).collect();
        (marked != *words).then(|| format!("\n{text} → {marked:?}, not {words:?}"))
    });
    assert_eq!(wrong.collect::<String>(), "", "{rule}");
}

#[track_caller]
fn leaves_alone(rule: &str, entry: &dyn Fn(&str) -> Value, texts: &[&str]) {
    let cases: Vec<(&str, &[&str])> = texts.iter().map(|text| (*text, &[][..])).collect();
    marks(rule, entry, &cases);
}

fn child(name: &str, born: &str, event: &str, text: &str) -> Value {
    json!({
        "kind": "file",
        "child": { "fullName": name, "dateOfBirth": born, "knownAs": ["Avie"] },
        "people": [{ "fullName": "Kelly Jones", "role": "Mother" }],
        "entries": [{ "type": "visit", "eventAt": event, "recordedAt": event, "text": text }],
    })
}

fn ava(text: &str) -> Value {
    child("Ava Jones", "2019-05-02", "2026-03-04T15:00", text)
}

fn noah(text: &str) -> Value {
    child("Noah Jones", "2025-08-20", "2026-03-04T15:00", text)
}

fn text(text: &str) -> Value {
    json!({ "text": text })
}

const AGE: &str = "accuracy/age";

#[test]
fn an_age_that_the_date_of_birth_does_not_give() {
    marks(
        AGE,
        &ava,
        &[
            ("I saw Ava, aged 7, at home.", &["aged 7"]),
            ("I saw Ava aged 7 at her nan’s.", &["aged 7"]),
            ("I saw Ava (aged 7) at home.", &["aged 7"]),
            ("I saw Ava, age 7, at home.", &["age 7"]),
            ("I saw Ava (age: 7) at home.", &["age: 7"]),
            ("I saw Ava Jones (7) at home.", &["7"]),
            ("Ava (7) and Noah (6 months) were at home.", &["7"]),
            ("Ava, 7, was at home.", &["7"]),
            ("Ava JONES (8 yrs) was at home.", &["8 yrs"]),
            ("Ava (5yrs, Year 1) was at home.", &["5yrs"]),
            ("Ava (8yo) was at home.", &["8yo"]),
            ("Ava (8 y/o) was at home.", &["8 y/o"]),
            ("Ava, aged seven, was at home.", &["aged seven"]),
            ("Ava is seven.", &["seven"]),
            ("Ava is 7 and goes to Oak School.", &["7"]),
            ("Ava is 7 years old and goes to Oak School.", &["7 years old"]),
            ("Ava is 5 years of age.", &["5 years of age"]),
            ("Ava is now 7.", &["7"]),
            ("Ava, now 7, became looked after in May.", &["7"]),
            ("Ava, who turned 7 last week, showed me her cards.", &["turned 7"]),
            ("Ava Jones, 7. Summary of the visits in March.", &["7"]),
            ("I spoke with Ava by video. Ava, who is 7, was in the garden.", &["7"]),
            ("Ava is aged 12.", &["aged 12"]),
            ("Ava is twenty-six years old.", &["twenty-six years old"]),
            ("Ava is 7 and a half.", &["7 and a half"]),
            ("Ava is 7½ years old.", &["7½ years old"]),
            ("Ava, who is 7, was at home.", &["7"]),
            ("Ava, who’s seven, was at home.", &["seven"]),
            ("Seven-year-old Ava was at home.", &["Seven-year-old"]),
            ("I met 7-year-old Ava.", &["7-year-old"]),
            ("I met 7 year old Ava.", &["7 year old"]),
            ("I met the 8 yr old girl, Ava.", &["8 yr old"]),
            ("Mum was there with her seven-year-old daughter Ava.", &["seven-year-old"]),
            ("Mum was there with her seven-year-old daughter, Ava.", &["seven-year-old"]),
            ("We tidied seven-year-old Ava’s bedroom.", &["seven-year-old"]),
            ("Ava is a seven-year-old girl.", &["seven-year-old"]),
            ("Ava is a happy, lively 8 year old.", &["8 year old"]),
            ("Ava turned 7 last week.", &["turned 7"]),
            ("Ava has just turned seven.", &["turned seven"]),
            ("Ava has turned 7 and wants a bicycle.", &["turned 7"]),
            ("Ava just turned 7.", &["turned 7"]),
            ("Ava’s age is 7.", &["age is 7"]),
            ("Ava was in her room; she is 7 years old.", &["7 years old"]),
            ("Ava goes to school and she’s 7.", &["7"]),
            ("Avie (7) was at home.", &["7"]),
            ("Avie is 7 months old.", &["7 months old"]),
            ("Ava is 5 years and 2 months old.", &["5 years and 2 months old"]),
            ("Ava (DOB 02/05/2019, aged 7) was at home.", &["aged 7"]),
            ("Ava Jones, born 2 May 2019, aged 8, was at home.", &["aged 8"]),
            ("The child is 7 years old.", &["7 years old"]),
            ("The child, aged 9, was at home.", &["aged 9"]),
            ("The 8-year-old, Ava, was at home.", &["8-year-old"]),
            ("I had contact with Ava, aged 7.", &["aged 7"]),
            ("😀 Ava, aged 7, was at home.", &["aged 7"]),
            ("AVA (7) WAS AT HOME.", &["7"]),
            ("I visited Ava, aged 7, and spoke to her mother, aged 34.", &["aged 7"]),
        ],
    );
    marks(
        AGE,
        &noah,
        &[
            ("Noah is 9 months old.", &["9 months old"]),
            ("Noah (4 months) slept.", &["4 months"]),
            ("Noah (4 mths) slept.", &["4 mths"]),
            ("Noah is four months.", &["four months"]),
            ("Noah is 12 weeks old.", &["12 weeks old"]),
            ("I weighed three-month-old Noah.", &["three-month-old"]),
            ("The nine-month-old baby, Noah, slept.", &["nine-month-old"]),
            ("Noah, aged 2, slept.", &["aged 2"]),
            ("Noah is 10 days old.", &["10 days old"]),
            ("Noah (10) slept.", &["10"]),
        ],
    );
}

#[test]
fn an_age_that_is_right() {
    leaves_alone(
        AGE,
        &ava,
        &[
            "I saw Ava, aged 6, at home.",
            "I saw Ava (6) at home.",
            "Ava is six.",
            "Ava is 6 and a half.",
            "Ava is 6½ years old.",
            "Ava is 6.5 years old.",
            "Six-year-old Ava was at home.",
            "Ava is 6 years and 10 months old.",
            "Ava is 82 months old.",
            "Ava turned 6 last week.",
            "Ava, now 6, came. Ava Jones, 6. Those who saw Ava, 7 in all, agree.",
            "In the video Ava, who is 3, can be seen to dance.",
            "The child is six years old.",
        ],
    );
    leaves_alone(
        AGE,
        &noah,
        &[
            "Noah is 6 months old.",
            "Noah is nearly seven months old: 7 months old next week.",
            "Noah is 7 months old.",
            "Noah is 28 weeks old.",
            "Noah (6 months) slept.",
            "Noah (6) slept.",
            "Noah (0) slept.",
            "Noah is 196 days old.",
        ],
    );
}

#[test]
fn the_day_of_the_birthday_counts() {
    let on = |event: &'static str| move |text: &str| child("Ava Jones", "2019-05-02", event, text);
    marks(AGE, &on("2026-05-01T15:00"), &[("Ava is 7.", &["7"]), ("Ava is 6.", &[])]);
    marks(AGE, &on("2026-05-02T15:00"), &[("Ava is 7.", &[]), ("Ava is 6.", &["6"])]);
    let leap = |event: &'static str| move |text: &str| child("Ava Jones", "2020-02-29", event, text);
    marks(AGE, &leap("2026-02-28"), &[("Ava (5) was at home.", &[]), ("Ava (6) was at home.", &["6"])]);
    marks(AGE, &leap("2026-03-01"), &[("Ava (6) was at home.", &[])]);
}

#[test]
fn somebody_elses_age() {
    leaves_alone(
        AGE,
        &ava,
        &[
            "Ava’s brother, aged 9, was there.",
            "Ava’s brother (9) was there.",
            "Ava and Ben (9) were at home.",
            "Ava and Ben, aged 6 and 9, were at home.",
            "Ben and Ava, aged 9 and 6, were at home.",
            "I met the brother of Ava, aged 9.",
            "Kelly, mother of Ava, aged 31, was there.",
            "Ben is seven years old. Ava is his sister.",
            "Seven-year-old Ben played with Ava.",
            "The 9-year-old played with Ava.",
            "Ava was with her mother. She is 34 years old.",
            "Ava told her mother she is 34.",
            "Ava and her friend played; she is 8.",
            "Mum said of Ava that she is 31 herself.",
            "Auntie Ava (54) was there.",
            "Mrs Ava Smith (54) was there.",
            "Ava Smith (54) was there.",
            "Mr Jones (41) was there.",
            "Aged 34, Kelly is Ava’s mother.",
            "Noah (7) was there.",
            "Kelly, 31, came with Ava.",
            "I met a child of 9 and Ava.",
            "Mum has a 9-year-old, Ava and a baby.",
            "Mum’s friend has children. The child, aged 4, was asleep.",
            "A neighbour’s child was there. The child is 4 years old.",
            "The 9-year-old daughter of Ava’s aunt was there.",
        ],
    );
    let with_people = |people: Value| {
        move |text: &str| {
            let mut file = ava(text);
            file["people"] = people.clone();
            file
        }
    };
    let sister = with_people(json!([{ "fullName": "Ava Rose Jones", "role": "Half-sister" }]));
    leaves_alone(AGE, &sister, &["Ava (9) was at home."]);
    let sibling = with_people(json!([{ "fullName": "Ben Jones", "role": "Child" }]));
    leaves_alone(AGE, &sibling, &["The child, aged 9, was at home."]);
    let informant = |text: &str| {
        let mut file = ava(text);
        file["entries"][0]["informants"] = json!([{ "name": "Ava Patel", "role": "Teacher" }]);
        file
    };
    leaves_alone(AGE, &informant, &["Ava (29) rang me."]);
}

#[test]
fn an_age_at_another_time() {
    leaves_alone(
        AGE,
        &ava,
        &[
            "Ava moved here when she was 4.",
            "Ava was 4 when her father left.",
            "Ava was placed at the age of 3.",
            "Ava, then aged 3, was placed with her nan.",
            "Ava (aged 3 at the time) was placed with her nan.",
            "Ava, aged 4 when she started school, was shy.",
            "Ava will be 8 in May.",
            "Ava is 8 next year.",
            "Ava is 7 in May.",
            "Ava is 7 on Friday.",
            "Ava turns 7 in May.",
            "Ava will turn 7 in May.",
            "Ava turned 4 in 2023.",
            "Ava had turned 4 and was at nursery.",
            "By the time Ava is 8 she will have moved.",
            "When Ava is 10 the plan will be looked at again.",
            "Until Ava is 16 the order stands.",
            "If Ava is 7 she may go.",
            "Ava should read by 8.",
            "Since Ava was 3 she has lived here.",
            "In 2022 Ava, aged 3, was in hospital.",
            "On 12/06/2022 Ava (3) was in hospital.",
            "12/06/2022 – Ava (3) seen in hospital.",
            "12 June 2022: Ava (3) seen in hospital.",
            "I saw a photo of 3-year-old Ava.",
            "Then four-year-old Ava moved to her nan.",
            "As a 3-year-old Ava was shy.",
            "History\nAva, aged 3, was placed with her nan.",
            "Background:\nAva (3) was in hospital.",
            "Two years ago Ava, aged 4, moved.",
            "Ava is nearly 7.",
            "Ava is almost seven years old.",
            "Ava is not yet 7.",
        ],
    );
}

#[test]
fn a_number_that_is_no_age() {
    leaves_alone(
        AGE,
        &ava,
        &[
            "Ava is in Year 7.",
            "Ava (Year 7) was at home.",
            "Ava (7B) was at home.",
            "Ava is 7 minutes late.",
            "Ava is 7 weeks into her placement.",
            "Ava is 7 months pregnant.",
            "Ava is 7 years older than Noah.",
            "Ava is 7th in the queue.",
            "Ava takes 7 ml twice a day.",
            "Ava, 7 ml twice a day.",
            "On a scale of 1 to 10, Ava is 7.",
            "Ava scored 9 out of 10.",
            "Ava (9/10) did well.",
            "Ava is 1 of 3 children.",
            "Ava, one of three children, was there.",
            "Respite for Ava (6 weeks) is agreed.",
            "Swimming for Ava, 6 weeks.",
            "Ava’s group is for children aged 7 to 11.",
            "Ava went to a club for 7-11s.",
            "Ava has 7 cousins.",
            "Ava lives at 7 Oak Road.",
            "Ava weighs 7 stone.",
            "Ava has a reading age of 9.",
            "Ava has a corrected age: Ava is 7 months old corrected.",
            "Ava is 8 out of 10 for mood.",
            "Is Ava 7?",
            "Ava is 100% better.",
            "Ava is 5'2 tall.",
            "Ava is 1:1 with her teacher.",
            "Ava, 10.30, home visit.",
            "Ava, 10.30am.",
            "The plan for Ava is 7 weeks old.",
            "The photograph on Ava’s wall is 3 years old.",
            "The referral about Ava is 2 years old.",
            "Ava is on day 3 and is one of 4.",
            "Ava is five foot tall.",
            "Ava is 2nd.",
            "Ava turned 8 pages last week.",
        ],
    );
}

#[test]
fn an_age_that_somebody_gives() {
    leaves_alone(
        AGE,
        &ava,
        &[
            "Ava said “I am 7”.",
            "Mum said “Ava is 7”.",
            "Dad wrote: “seven-year-old Ava”.",
            "Ava told the man she is 18.",
            "Ava’s profile says Ava is 18.",
            "Ava pretends she is 12.",
            "The neighbour thinks Ava is 8.",
            "Ava said that she is 7.",
        ],
    );
}

#[test]
fn an_age_without_what_it_needs() {
    let without = |change: &dyn Fn(&mut Value)| {
        let mut file = ava("Ava, aged 9, was at home.");
        change(&mut file);
        file
    };
    setting().is_silent(
        AGE,
        &[
            ("no date of birth", without(&|file| file["child"]["dateOfBirth"] = json!(""))),
            ("a date of birth that cannot be read", without(&|file| file["child"]["dateOfBirth"] = json!("May"))),
            (
                "no date of the event",
                without(&|file| file["entries"][0] = json!({ "text": "Ava, aged 9, was at home." })),
            ),
            ("before birth", without(&|file| file["child"]["dateOfBirth"] = json!("2026-04-02"))),
            ("an entry without a file", json!({ "eventAt": "2026-03-04", "text": "Ava, aged 9, was at home." })),
        ],
    );
    let file = json!({ "kind": "file", "child": { "fullName": "JONES, Ava", "dateOfBirth": "02/05/2019" } });
    setting().file(&file).finds(
        AGE,
        &[
            ("an entry by itself", json!({ "eventAt": "2026-03-04", "text": "Ava, aged 9, was at home." }), &["/text"]),
            ("a draft counts from now", json!({ "draft": true, "text": "Ava, aged 6, was at home." }), &["/text"]),
            ("in her views", json!({ "eventAt": "2026-03-04", "child": { "views": "Ava (9) likes it." } }), &["/child/views"]),
            ("the same twice is told once", json!({ "eventAt": "2026-03-04", "text": "Ava (9) was in. I like Ava (9)." }), &["/text"]),
            (
                "written after the birthday, it may count either way, and 5 is neither",
                json!({ "eventAt": "2026-05-01", "recordedAt": "2026-05-03", "text": "Ava (6) sang. Ava is 7. Ava is 5." }),
                &["/text"],
            ),
        ],
    );
}

const WEEKDAY: &str = "accuracy/weekday";

/// An entry of 4 March 2026.
fn march(text: &str) -> Value {
    json!({ "eventAt": "2026-03-04T15:00", "text": text })
}

#[test]
fn a_weekday_that_is_not_that_of_its_date() {
    marks(
        WEEKDAY,
        &march,
        &[
            ("I visited on Tuesday 4 March 2026.", &["Tuesday 4 March 2026"]),
            ("I visited on Tuesday, 4th March 2026.", &["Tuesday, 4th March 2026"]),
            ("I visited on Tues 4th March.", &["Tues 4th March"]),
            ("I visited on Tue. 4 Mar 2026.", &["Tue. 4 Mar 2026"]),
            ("I visited on Tuesday the 4th of March.", &["Tuesday the 4th of March"]),
            ("I visited on Tuesday 04/03/2026 at 3pm.", &["Tuesday 04/03/2026"]),
            ("I visited on Thurs 4/3/26.", &["Thurs 4/3/26"]),
            ("I visited on Thurs 4.3.26.", &["Thurs 4.3.26"]),
            ("I visited on Thu 04-03-2026.", &["Thu 04-03-2026"]),
            ("I visited on Fri 2026-03-04.", &["Fri 2026-03-04"]),
            ("I visited on Tuesday March 4th, 2026.", &["Tuesday March 4th, 2026"]),
            ("I visited on 4 March 2026 (Tuesday).", &["4 March 2026 (Tuesday"]),
            ("I visited on Tuesday (4 March 2026).", &["Tuesday (4 March 2026"]),
            ("The next visit is on Monday 6 April.", &[]),
            ("The next visit is on Tuesday 6 April.", &["Tuesday 6 April"]),
            ("I last visited on Monday 30 December.", &["Monday 30 December"]),
            ("i visited on tuesday 4 march 2026", &["tuesday 4 march 2026"]),
            ("Mum wrote “see you on Tuesday 4 March 2026”.", &["Tuesday 4 March 2026"]),
            ("Ava 👧🏽 was seen on Tuesday 4 March 2026.", &["Tuesday 4 March 2026"]),
            ("Tuesday 4 March 2026 and Monday 5 March 2026", &["Tuesday 4 March 2026", "Monday 5 March 2026"]),
            ("Monday 2 March to Thursday 6 March 2026", &["Thursday 6 March 2026"]),
        ],
    );
    leaves_alone(
        WEEKDAY,
        &march,
        &[
            "I visited on Wednesday 4 March 2026.",
            "I visited on Wed 4th March.",
            "I visited on Weds 4/3/26.",
            "I visited on 4 March 2026.",
            "I visited on Tuesday.",
            "The visit was on Monday 5 May 2025.",
            "In 2025 we met on Tuesday 4 March.",
            "Last year the review was on Tuesday 4 March.",
            "The next review but one is on Tuesday 3 November.",
            "She attends Monday to Friday, 2 March to 6 March.",
            "She attends Mon/Tue 4 March.",
            "The club runs every Tuesday, 4 March to 8 April.",
            "On Tuesday 4 children came.",
            "On Tuesday 4 may come.",
            "Ava sat 4 March tests.",
            "I visited on Tuesday 3rd and Wednesday 4th March 2026.",
            "On Tuesday. 4 March was a Wednesday.",
            "Email of Wednesday 03/04/2026 from the American school.",
            "We met on Tuesday 31 June 2026.",
            "Sunday 29 February",
        ],
    );
    marks(
        WEEKDAY,
        &text,
        &[
            ("No year can be told: Tuesday 4 March.", &[]),
            ("The year is given: Tuesday 4 March 2026.", &["Tuesday 4 March 2026"]),
            ("Two figures will do: Tuesday 4 March 26.", &["Tuesday 4 March 26"]),
            ("Nobody knows: Tuesday 4 March 26 children came.", &[]),
        ],
    );
}

#[test]
fn the_finding_gives_the_day_of_the_week() {
    let findings = setting().findings(WEEKDAY, &json!({ "text": "We meet on Tuesday 4 March 2026." }));
    assert_eq!(findings[0].message, "This date is a Wednesday: check the day of the week and the date.");
}

const IMPOSSIBLE: &str = "accuracy/impossible-date";

#[test]
fn a_date_that_does_not_exist() {
    marks(
        IMPOSSIBLE,
        &text,
        &[
            ("Mum moves on 31 June.", &["31 June"]),
            ("Mum moves on the 31st of June.", &["31st of June"]),
            ("Mum moves on 31st June 2026.", &["31st June 2026"]),
            ("Mum moves on June 31st.", &["June 31st"]),
            ("Mum moves on June 31, 2026.", &["June 31, 2026"]),
            ("Mum moves by 30 February.", &["30 February"]),
            ("Mum moves on 30 Feb at noon.", &["30 Feb"]),
            ("Review: 31 November.", &["31 November"]),
            ("Mum moves on 31 Sept.", &["31 Sept"]),
            ("Born on 29/02/2027.", &["29/02/2027"]),
            ("Born on 29 February 2027.", &["29 February 2027"]),
            ("DOB:29/02/2019", &["29/02/2019"]),
            ("Seen on 30.02.2026.", &["30.02.2026"]),
            ("Seen on 31.04.26.", &["31.04.26"]),
            ("Seen on 31/04/26.", &["31/04/26"]),
            ("Seen on 31-04-2026.", &["31-04-2026"]),
            ("Seen on 2026-02-30.", &["2026-02-30"]),
            ("Seen on 35 March 2026.", &["35 March 2026"]),
            ("Seen on 31/13/2026.", &["31/13/2026"]),
            ("Tuesday 31 April: home visit.", &["31 April"]),
            ("Mum wrote “I move on 31 June”.", &["31 June"]),
            ("31 June. 31 April.", &["31 June", "31 April"]),
            ("on 31 june 2026", &["31 june 2026"]),
        ],
    );
    marks(
        IMPOSSIBLE,
        &text,
        &[
            ("Mum moves on 30 June or 31 July.", &[]),
            ("Born on 29 February 2024, a leap year.", &[]),
            ("Her birthday is on 29 February.", &[]),
            ("Born on 29/02/2024.", &[]),
            ("Sort code 31-04-26.", &[]),
            ("Score 31/04/26 on the test.", &[]),
            ("Ref 31/04/2026.", &[]),
            ("Reference CM/31/04/2026.", &[]),
            ("Reference CM-31/04/2026.", &[]),
            ("Reference 31/04/2026/7.", &[]),
            ("Version 31.04.26 of the app.", &[]),
            ("The app is at 31.04.26 now.", &[]),
            ("Ring 01472 31.04.26.", &[]),
            ("Ring 31 04 2026.", &[]),
            ("She ate 2/3 of it and 31/40 peas.", &[]),
            ("A ratio of 31:04.", &[]),
            ("It cost £31.04.", &[]),
            ("There were 31 June referrals.", &[]),
            ("In September 31 children came.", &[]),
            ("By November 31 had left.", &[]),
            ("They live at 31 April Gardens.", &[]),
            ("They moved to 31 June Street.", &[]),
            ("Flat 31 June Court.", &[]),
            ("Aged 31 June moved out.", &[]),
            ("The form says 00/00/2026.", &[]),
            ("An American email of 03/25/2026.", &[]),
            ("It may be 31.", &[]),
            ("All 31 may come.", &[]),
            ("Time 30.02.", &[]),
        ],
    );
    let file = json!({ "kind": "file", "child": { "fullName": "June Jones" } });
    let entry = |text: &str| json!({ "text": text });
    marks_under(&setting().file(&file), IMPOSSIBLE, &entry, &[("At 31 June.", &[]), ("By 31st June.", &["31st June"])]);
}

const NAME: &str = "accuracy/wrong-name";

#[test]
fn the_name_of_another_child() {
    let entry = |text: &str| {
        json!({
            "kind": "file",
            "child": { "fullName": "Ava Jones", "address": "1 Oak Road", "knownAs": ["Avie"] },
            "people": [
                { "fullName": "Kelly Jones", "role": "Mother" },
                { "fullName": "Leo Jones", "role": "Brother", "address": "1 Oak Road" },
                { "fullName": "Mia Brown", "role": "Other child", "address": "9 Elm Road" },
            ],
            "entries": [{ "author": { "name": "Priya Shah" }, "informants": [{ "name": "Tom Ellis", "role": "Teacher" }], "text": text }],
        })
    };
    marks(
        NAME,
        &entry,
        &[
            ("I rang Ben’s school. They told me that Ben is well. Today Ben read to his class.", &["Ben’s"]),
            ("Visit. I saw Ben alone in his room. He said that Ben Bear is his friend. I like Ben.", &["Ben"]),
            ("I met Jacob, aged 9, at home. Mum told me that Jacob is well, and Jacob smiled.", &["Jacob"]),
            ("I met Mia at home. She drew a house for me. Then Mia went to bed.", &["Mia"]),
            ("Seven-year-old Zoe was at home. Mum says Zoe sleeps well. I gave Zoe a book.", &["Zoe"]),
        ],
    );
    leaves_alone(
        NAME,
        &entry,
        &[
            "I rang Ava’s school. They told me that Ava is well. Ava read to her class.",
            "I rang Ben’s school. They told me that Ben is well. Today Ben read to Ava.",
            "I rang Ben’s school about Avie. They told me that Ben is well. Today Ben read.",
            "I met Leo, aged 9. Mum told me that Leo is well, and Leo smiled.",
            "Mum told me that she slept well. She had eaten her tea.",
            "Karen rang. I told Karen about the meeting, and Karen will come.",
            "I met you at Ben’s school. You told me that Ben is kind. I like Ben, too.",
            "Tom rang. I told Tom about the meeting. Tom’s class will sing.",
            "I met Mia at home.",
            "I met Avaa, aged 9. Mum told me that Avaa is well, and Avaa smiled.",
            "Ben’s school rang once.",
            "Every Friday is Friday. On Friday we meet.",
        ],
    );
    setting().is_silent(
        NAME,
        &[("an entry without a file", json!({ "text": "I saw Ben alone. I like Ben. Today Ben sang." }))],
    );
}

const COPIED: &str = "accuracy/copied-text";

const SCHOOL_DAY: &str = "Ava came home from school at half past three and told me about her day. \
    She had painted a blue whale with her friends and ate pasta for tea.";

#[test]
fn a_paragraph_from_an_earlier_entry() {
    let file = |entries: Value| json!({ "kind": "file", "entries": entries });
    let day = |day: u32, text: &str| json!({ "eventAt": format!("2026-03-{day:02}"), "text": text });
    setting().finds(
        COPIED,
        &[
            ("the whole text", file(json!([day(4, SCHOOL_DAY), day(5, SCHOOL_DAY)])), &["/entries/1/text"]),
            (
                "one paragraph among others",
                file(json!([day(4, SCHOOL_DAY), day(5, &format!("Seen at home.\n\n{SCHOOL_DAY}\n\nNo accidents."))])),
                &["/entries/1/text"],
            ),
            (
                "one line among others, with other spaces and capitals",
                file(json!([
                    day(4, SCHOOL_DAY),
                    day(
                        5,
                        &format!("Seen at home.\r\n{}\r\nNo accidents.", SCHOOL_DAY.to_uppercase().replace(' ', "  "))
                    )
                ])),
                &["/entries/1/text"],
            ),
            (
                "the newest first: the later one is marked",
                file(json!([day(5, SCHOOL_DAY), day(4, SCHOOL_DAY)])),
                &["/entries/0/text"],
            ),
            (
                "three times",
                file(json!([day(4, SCHOOL_DAY), day(5, SCHOOL_DAY), day(6, SCHOOL_DAY)])),
                &["/entries/1/text", "/entries/2/text"],
            ),
            (
                "from a section into the views",
                file(json!([
                    { "eventAt": "2026-03-04", "sections": [{ "text": SCHOOL_DAY }] },
                    { "eventAt": "2026-03-05", "child": { "views": SCHOOL_DAY } },
                ])),
                &["/entries/1/child/views"],
            ),
            (
                "two paragraphs",
                file(json!([
                    day(4, &format!("{SCHOOL_DAY}\n\n{}", SCHOOL_DAY.replace("Ava", "Leo"))),
                    day(5, &format!("{SCHOOL_DAY}\n\nShe slept.\n\n{}", SCHOOL_DAY.replace("Ava", "Leo"))),
                ])),
                &["/entries/1/text", "/entries/1/text"],
            ),
        ],
    );
    setting().is_silent(
        COPIED,
        &[
            ("other words", file(json!([day(4, SCHOOL_DAY), day(5, &SCHOOL_DAY.replace("blue", "green"))]))),
            (
                "a short one",
                file(json!([day(4, "Ava was well and in school."), day(5, "Ava was well and in school.")])),
            ),
            ("the same entry twice is another rule’s matter", file(json!([day(4, SCHOOL_DAY), day(4, SCHOOL_DAY)]))),
            ("twice in one entry", file(json!([day(4, &format!("{SCHOOL_DAY}\n\n{SCHOOL_DAY}"))]))),
            (
                "quoted from the plan",
                file(json!([day(4, SCHOOL_DAY), day(5, &format!("The plan says: “{SCHOOL_DAY}”"))])),
            ),
        ],
    );
    let policy = json!({ "templates": ["Purpose of the visit. Who was seen, and who was seen alone. What I saw in the house. What the child told me. What happens next, and who does it by when."] });
    let template = policy["templates"][0].as_str().expect("it is text");
    setting().policy(&policy).is_silent(
        COPIED,
        &[
            ("the agency’s template", file(json!([day(4, template), day(5, template)]))),
            (
                "with a few words of its own",
                file(json!([day(4, &format!("{template} Seen: Ava.")), day(5, &format!("{template} Seen: Ava."))])),
            ),
        ],
    );
    setting().policy(&policy).finds(
        COPIED,
        &[(
            "no template",
            file(json!([day(4, SCHOOL_DAY), day(5, &format!("{template}\n\n{SCHOOL_DAY}"))])),
            &["/entries/1/text"],
        )],
    );
}

#[test]
fn the_whole_paragraph_is_marked() {
    let text = format!("Seen at home 😀.\r\n\r\n  {SCHOOL_DAY}  \r\n\r\nNo accidents.");
    let file = json!({ "kind": "file", "entries": [{ "eventAt": "2026-03-04", "text": SCHOOL_DAY }, { "eventAt": "2026-03-05", "text": text }] });
    let found = setting().findings(COPIED, &file);
    assert_eq!(slice(&text, &found[0]), SCHOOL_DAY);
}

#[test]
fn an_entry_that_is_checked_by_itself_is_held_against_its_file() {
    let file = json!({ "kind": "file", "entries": [
        { "id": "a", "eventAt": "2026-03-04", "text": SCHOOL_DAY },
    ] });
    let setting = setting().file(&file);
    setting.finds(
        COPIED,
        &[("a new entry", json!({ "id": "b", "eventAt": "2026-03-11", "text": SCHOOL_DAY }), &["/text"])],
    );
    setting.is_silent(
        COPIED,
        &[
            (
                "the entry itself, opened again",
                json!({ "id": "a", "eventAt": "2026-03-04", "text": format!("{SCHOOL_DAY}\n\nMore.") }),
            ),
            ("itself, without an id", json!({ "eventAt": "2026-03-04", "text": format!("{SCHOOL_DAY}\n\nMore.") })),
        ],
    );
    setting.finds(
        "file/duplicate-entry",
        &[("sent twice", json!({ "id": "b", "eventAt": "2026-03-04", "text": SCHOOL_DAY }), &[""])],
    );
}

const UNFINISHED: &str = "accuracy/unfinished";

#[test]
fn what_a_template_left_behind() {
    marks(
        UNFINISHED,
        &text,
        &[
            ("I saw [insert name] at home.", &["[insert name]"]),
            ("I saw [Insert child’s full name] at home.", &["[Insert child’s full name]"]),
            ("I saw <insert name> at home.", &["<insert name>"]),
            ("I saw (insert name) at home.", &["(insert name)"]),
            ("I saw {{name}} at home.", &["{name}"]),
            ("I saw [child's name] on [date].", &["[child's name]", "[date]"]),
            ("I saw XXXX at home.", &["XXXX"]),
            ("I saw XXX at home. I like XXX a lot.", &["XXX"]),
            ("I met Ms xxxx at home.", &["xxxx"]),
            ("Present: Mr Heslop, me. Apologies xxxxx.", &["xxxxx"]),
            ("The review is on xx/xx/2026.", &["xx/xx"]),
            ("The review is on XX/XX/XXXX.", &["XX/XX/XXXX"]),
            ("The review is on DD/MM/YYYY.", &["DD/MM/YYYY"]),
            ("Next visit: TBC", &["TBC"]),
            ("Next visit (tbc) at home.", &["tbc"]),
            ("Dad’s name: ???", &["???"]),
            ("??? came to the door.", &["???"]),
            ("Lorem ipsum dolor sit amet.", &["Lorem ipsum"]),
            ("Click or tap here to enter text.", &["Click or tap here to enter text"]),
            ("He/she was well (delete as appropriate).", &["delete as appropriate"]),
            ("See Error! Bookmark not defined.", &["Bookmark not defined"]),
            ("Seen by [Name of manager] and Ann Lowe.", &["[Name of manager]"]),
            ("Agreed with [manager’s name] today.", &["[manager’s name]"]),
            ("He went to bed at 21:30, night staff told. Form number XXXX.", &["XXXX"]),
            ("Outcome: [select from list]", &["[select from list]"]),
            ("Signed: ________", &["________"]),
            ("Child seen alone? Yes / No", &["Yes / No"]),
        ],
    );
}

#[test]
fn what_a_transcript_or_a_drafting_tool_left_behind() {
    marks(
        UNFINISHED,
        &text,
        &[
            ("Speaker 1: I went to school.", &["Speaker 1"]),
            ("Speaker 2 (00:14): I went to school.", &["Speaker 2"]),
            ("Her rent is late. Speaker 2: she would like help.", &["Speaker 2"]),
            ("Unknown Speaker: I went to school.", &["Unknown Speaker"]),
            ("She went to [inaudible] on Friday.", &["[inaudible]"]),
            ("She went to (inaudible) on Friday.", &["(inaudible)"]),
            ("She went to [inaudible 00:12:31] on Friday.", &["[inaudible 00:12:31]"]),
            ("00:12:31 I went to school.\n00:12:40 It was fun.", &["00:12:31"]),
            ("[01:02:03] I went to school.", &["01:02:03"]),
            ("Here is a summary of the visit:\nAva was well.", &["Here is a summary"]),
            ("Certainly! Here’s the revised version.", &["Here’s the revised version"]),
            ("As an AI, I cannot judge this.", &["As an AI"]),
            ("I cannot judge this as an AI language model.", &["as an AI language model"]),
            ("## Summary\nAva was well.\n## Plan\nVisit.", &["## Summary"]),
            ("**Summary:** Ava was well.\n- **Mood:** calm", &["**Summary:**"]),
            ("1. **Mood**: calm", &["**Mood**"]),
        ],
    );
    let found = setting().findings(UNFINISHED, &json!({ "text": "**Summary:** Ava was well.\n- **Mood:** calm" }));
    assert_eq!(found[0].count, Some(2));
    assert_eq!(found[0].severity, recording_standard::Severity::Warning, "a person may type asterisks, too");
}

#[test]
fn what_people_write_themselves() {
    marks(
        UNFINISHED,
        &text,
        &[
            ("The card said “love you Mum xxxx”.", &[]),
            ("The card said love you Mum XXXX", &[]),
            ("The card ended: see you soon xxxx\nWe talked about it.", &[]),
            ("Her text said “Speaker 1: hello”.", &[]),
            ("Ava said “[inaudible] and then I ran”.", &[]),
            ("Her voice was inaudible.", &[]),
            ("Ava can insert her name.", &[]),
            ("I spoke with Ava [the younger sister] at home.", &[]),
            ("She wrote “ther” [sic].", &[]),
            ("Her name is Ava. The date is set.", &[]),
            ("She asked why??? and left.", &[]),
            ("What happened???", &[]),
            ("The speaker was kind. Speaker: Dr Shah.", &[]),
            ("14:05:22 Police were called.", &[]),
            ("21:05:22 Police were called.", &[]),
            ("At 00:12:31 the alarm rang.", &[]),
            ("Account ending XXXX 1234.", &[]),
            ("Her jumper is size XXL, his XL.", &[]),
            ("He called her a f**k and a b**ch.", &[]),
            ("**URGENT**", &[]),
            ("This is **very** important.", &[]),
            ("# 4 on the list", &[]),
            ("#family", &[]),
            ("I have type 2 diabetes (type 2, not type 1).", &[]),
            ("Ms Kaur (select committee) came.", &[]),
            ("What follows here is a summary of her words.", &[]),
            ("She works as an aide.", &[]),
            ("Vin is a fan of Super XX.", &[]),
            ("She lives at number 20.", &[]),
            ("The letter says that [name removed] was there, on [date unknown].", &[]),
            ("He came with his cousin [first name Sam, aged 9].", &[]),
            ("Child seen: Yes\nSeen alone: No", &[]),
            ("Part one\n________\nPart two", &[]),
            ("He asked for a yes or no: yes/no is all she says.", &[]),
        ],
    );
    let policy = json!({ "names": ["TBC Bank"] });
    setting().policy(&policy).marks(UNFINISHED, &[("She works for TBC Bank.", &[]), ("Date: TBA", &["TBA"])]);
}

#[test]
fn a_gap_is_told_before_what_the_language_rules_say() {
    let found = recording_standard::check_text(
        "I saw XXXX at home.",
        &recording_standard::Policy::default(),
        recording_standard::Options { now: crate::moment("2026-11-23T12:00"), file: None },
    );
    let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [UNFINISHED]);
}

const TRUNCATED: &str = "accuracy/truncated";

#[test]
fn a_text_that_a_system_cut() {
    let cut = |length: usize, end: &str| {
        let sentence = "Ava was at home with her nan. ";
        let mut text = sentence.repeat(length / sentence.len() + 1);
        text.truncate(length - end.encode_utf16().count());
        json!({ "text": text + end })
    };
    setting().finds(
        TRUNCATED,
        &[
            ("255, within a word", cut(255, "Next we will mee"), &["/text"]),
            ("4,000, within a sentence", cut(4_000, " Next we will,"), &["/text"]),
            ("32,767, at a space", cut(32_767, " Next we will "), &["/text"]),
            ("letters of two units count as two", cut(255, " 😀 Next we"), &["/text"]),
            (
                "a front sheet",
                json!({ "kind": "file", "riskAssessment": cut(255, " Next we")["text"] }),
                &["/riskAssessment"],
            ),
        ],
    );
    setting().is_silent(
        TRUNCATED,
        &[
            ("it ends with a sentence", cut(255, " Next.")),
            ("it ends with a quotation", cut(4_000, " She said “bye”")),
            ("it ends with brackets", cut(4_000, " (see the plan)")),
            ("one unit less", cut(254, "Next we will mee")),
            ("one unit more", cut(4_001, "Next we will mee")),
            ("short", json!({ "text": "Ava was at" })),
        ],
    );
    let text = cut(255, "Next we will mee")["text"].as_str().expect("it is text").to_owned();
    setting().marks(TRUNCATED, &[(&text, &["mee"])]);
}

const CONTRADICTION: &str = "accuracy/contradiction";

fn visit(seen: Value) -> impl Fn(&str) -> Value {
    move |text: &str| {
        json!({
            "kind": "file",
            "child": { "fullName": "Ava Jones" },
            "entries": [{ "type": "visit", "eventAt": "2026-03-04T15:00", "child": seen.clone(), "text": text }],
        })
    }
}

#[test]
fn seen_and_not_seen() {
    let seen = visit(json!({ "seen": true }));
    marks(
        CONTRADICTION,
        &seen,
        &[
            ("Nobody was in. Ava was not seen.", &["Ava was not seen"]),
            ("I did not see Ava.", &["I did not see Ava"]),
            ("I didn’t see Ava today because she was at her nan’s.", &["I didn’t see Ava"]),
            ("Home visit. Unable to see the child.", &["Unable to see the child"]),
            ("We were unable to see Ava Jones, as she was asleep.", &["We were unable to see Ava Jones"]),
            ("Child not seen.", &["Child not seen"]),
            ("Ava wasn't seen during this visit.", &["Ava wasn't seen"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &seen,
        &[
            "I saw Ava in her room.",
            "Ava was not seen alone.",
            "Ava was not seen by the GP.",
            "Ava was not seen last week.",
            "Ava was not seen on 3 March.",
            "Dad did not see Ava.",
            "Mum said that Ava was not seen at the clinic.",
            "Dad complained that Ava was not seen.",
            "I did not see Ava eat.",
            "I did not see Ava’s bedroom.",
            "I did not see Ava at first. Then I saw Ava upstairs.",
            "If Ava was not seen, we would come again.",
            "Was Ava not seen?",
            "Ava said “I was not seen”.",
            "Dad has not seen Ava.",
            "Ava was not seen to be hurt.",
        ],
    );
    let unseen = visit(json!({ "seen": false }));
    marks(
        CONTRADICTION,
        &unseen,
        &[
            ("I saw Ava in her room.", &["I saw Ava in"]),
            ("I then saw Ava.", &["I then saw Ava"]),
            ("Ava was seen.", &["Ava was seen"]),
            ("Ava was seen in her bedroom.", &["Ava was seen in her bedroom"]),
            ("We saw Ava playing with her dolls.", &["We saw Ava playing"]),
            ("I met with Ava at school.", &["I met with Ava at"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &unseen,
        &[
            "I saw Ava’s mum in the kitchen.",
            "Ava was not seen.",
            "I last saw Ava in February.",
            "I saw Ava in school last week.",
            "I saw Ava on Monday.",
            "I saw Ava in a video call.",
            "Ava was seen at the clinic by the doctor.",
            "Ava was seen by the school nurse.",
            "The neighbour saw Ava in the garden.",
            "Mum saw Ava.",
            "Mum said: I saw Ava in her room.",
            "I hoped that I saw Ava.",
            "I saw Ava in a photo.",
            "I spoke to Ava on the phone.",
            "I never saw Ava.",
        ],
    );
}

#[test]
fn alone_and_not_alone() {
    let alone = visit(json!({ "seen": true, "seenAlone": true }));
    marks(
        CONTRADICTION,
        &alone,
        &[
            ("Mum stayed throughout.", &["Mum stayed throughout"]),
            ("Ava showed me her room. Her mother remained in the room throughout the visit.", &[]),
            (
                "Ava showed me her room. Her mother remained in the room throughout.",
                &["Her mother remained in the room throughout"],
            ),
            (
                "Her foster carer was present for the whole visit.",
                &["Her foster carer was present for the whole visit"],
            ),
            ("Ava was not seen alone.", &["Ava was not seen alone"]),
            ("I was unable to see Ava alone.", &["I was unable to see Ava alone"]),
            ("Ava was seen with her mum present.", &["Ava was seen with her mum present"]),
            ("Dad would not leave the room.", &["Dad would not leave the room"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &alone,
        &[
            "I saw Ava alone in her room.",
            "Mum stayed in the kitchen throughout.",
            "Mum stayed throughout the conference.",
            "Mum stayed throughout, then left the room for ten minutes.",
            "Mum stayed throughout. I saw Ava on her own afterwards.",
            "Ava was not seen alone by the GP.",
            "Ava was not seen alone last time.",
            "The dog stayed throughout.",
            "Mum said that Ava was not seen alone at the clinic.",
            "Ava said “Mum stayed throughout”.",
        ],
    );
    let not_alone = visit(json!({ "seen": true, "seenAlone": false }));
    marks(
        CONTRADICTION,
        &not_alone,
        &[
            ("I saw Ava alone in her room.", &["I saw Ava alone"]),
            ("Ava was seen on her own.", &["Ava was seen on her own"]),
            ("We spoke with Ava alone.", &["We spoke with Ava alone"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &not_alone,
        &[
            "Mum stayed throughout.",
            "I saw Ava alone last week.",
            "Dad saw Ava alone.",
            "I hope that next time I see Ava alone.",
            "If I saw Ava alone she might say more.",
        ],
    );
}

#[test]
fn agreed_and_refused() {
    let by = |agreed_by: Value| {
        move |text: &str| {
            json!({
                "sharing": [{ "with": ["Oak School"], "agreement": "given", "agreedBy": agreed_by }],
                "text": text,
            })
        }
    };
    let mother = by(json!([{ "name": "Kelly Jones", "role": "Mother", "on": "2026-03-03" }]));
    marks(
        CONTRADICTION,
        &mother,
        &[
            ("Mum refused consent.", &["refused consent"]),
            ("Mum withdrew her consent on Friday.", &["withdrew her consent"]),
            ("Consent was refused.", &["Consent was refused"]),
            ("Permission to share was not given.", &["Permission to share was not given"]),
            ("She did not agree to share this with school.", &["did not agree to share"]),
            ("Mum doesn’t consent to sharing.", &["doesn’t consent to sharing"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &mother,
        &[
            "Mum agreed to the sharing.",
            "Mum knows that she can withdraw consent.",
            "I told Mum of her right that consent is withdrawn when she says so.",
            "Mum did not refuse consent.",
            "Dad refused consent.",
            "Mum first refused consent.",
            "Mum refused consent for the school trip.",
            "Mum refused consent to medical treatment.",
            "Mum refused consent, but then she signed.",
            "Mum refused consent last year. Today she agreed.",
            "Mum said “I refused consent for Dad”.",
            "If consent is refused we will ask again.",
            "Mum refused to open the door.",
        ],
    );
    let refused = |text: &str| json!({ "sharing": [{ "agreement": "refused", "reason": "crime" }], "text": text });
    leaves_alone(CONTRADICTION, &refused, &["Mum refused consent."]);
    let two = |text: &str| json!({ "sharing": [{ "agreement": "given" }, { "agreement": "refused" }], "text": text });
    leaves_alone(CONTRADICTION, &two, &["Mum refused consent."]);
    let nobody = by(json!([]));
    marks(CONTRADICTION, &nobody, &[("Dad refused consent.", &["refused consent"])]);
}

#[test]
fn closed_and_a_visit_to_come() {
    let closed = |event: &'static str| {
        move |text: &str| {
            json!({
                "kind": "file", "status": "closed", "closedOn": "2026-03-04",
                "child": { "fullName": "Ava Jones" },
                "entries": [{ "eventAt": event, "text": text }],
            })
        }
    };
    marks(
        CONTRADICTION,
        &closed("2026-03-11"),
        &[
            ("The next visit is on Friday.", &["next visit is"]),
            ("Next visit planned for 20 March.", &["Next visit planned"]),
            ("I will visit again in two weeks.", &["I will visit again"]),
        ],
    );
    leaves_alone(
        CONTRADICTION,
        &closed("2026-03-11"),
        &[
            "No next visit is planned.",
            "The health visitor’s next visit is on Friday.",
            "Her next visit to the dentist is in May: the dentist’s next visit is booked.",
            "The next visit was fun, Ava said.",
            "I visited again.",
        ],
    );
    leaves_alone(CONTRADICTION, &closed("2026-02-11"), &["The next visit is on Friday."]);
    setting().finds(
        CONTRADICTION,
        &[(
            "in the closing summary",
            json!({ "kind": "file", "status": "closed", "closedOn": "2026-03-04", "closingSummary": "Ava is well. The next visit is on Friday." }),
            &["/closingSummary"],
        )],
    );
    setting().is_silent(
        CONTRADICTION,
        &[
            (
                "an open file",
                json!({ "kind": "file", "status": "open", "entries": [{ "eventAt": "2026-03-11", "text": "The next visit is on Friday." }] }),
            ),
            ("no field to contradict", json!({ "text": "Ava was not seen. I saw Ava. Consent was refused." })),
            ("only the field", json!({ "child": { "seen": true } })),
        ],
    );
}

#[test]
fn no_message_holds_words_of_the_record() {
    let texts = ["Ava, aged 77, was at home.", "Tuesday 4 March 2026", "31 June", "I saw [insert Zebedee] at home."];
    for text in texts {
        let words: Vec<&str> =
            text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 1).collect();
        for rule in [AGE, WEEKDAY, IMPOSSIBLE, UNFINISHED] {
            for finding in setting().findings(rule, &ava(text)) {
                let told = finding.message.split(|letter: char| !letter.is_alphanumeric());
                let repeated: Vec<&str> = told
                    .filter(|word| {
                        words[1..].contains(word)
                            && word.chars().any(|letter| letter.is_numeric() || letter.is_uppercase())
                    })
                    .collect();
                assert!(repeated.is_empty(), "{rule} repeats {repeated:?}");
            }
        }
    }
}
