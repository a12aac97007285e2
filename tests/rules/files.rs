//! The files of an export, taken together.

use recording_standard::Options;
use recording_standard::check::files::Files;
use serde_json::{Value, json};

use crate::{cases, moment, setting, value};

const COPIED: &str = "accuracy/copied-text";
const NAME: &str = "accuracy/wrong-name";

const SCHOOL_DAY: &str = "She came home from school at half past three and told me about her day. \
    She had painted a blue whale with her friends and ate pasta for tea.";

/// What the rule finds in an export: after each path the place of its record.
fn found(rule: &str, records: &[Value]) -> Vec<String> {
    let records: Vec<_> = records.iter().map(value).collect();
    let mut files = Files::default();
    for record in &records {
        files.add(record);
    }
    files.settle();
    let options = Options { now: moment("2026-11-23T12:00"), file: None };
    let found = |(at, record)| {
        let findings = files.check(record, &setting().policy, options).findings;
        findings.into_iter().filter(|finding| finding.rule == rule).map(move |finding| format!("{at}{}", finding.path))
    };
    records.iter().enumerate().flat_map(found).collect()
}

#[track_caller]
fn finds(rule: &str, cases: &[(&str, Vec<Value>, &[&str])]) {
    for (case, records, paths) in cases {
        assert_eq!(found(rule, records), *paths, "{rule}: {case}");
        cases::note(rule, &json!(records), true);
    }
}

#[track_caller]
fn is_silent(rule: &str, cases: &[(&str, Vec<Value>)]) {
    for (case, records) in cases {
        assert_eq!(found(rule, records), Vec::<String>::new(), "{rule}: {case}");
        cases::note(rule, &json!(records), false);
    }
}

/// A file of a child with that name, and its entries.
fn file(number: &str, name: &str, entries: Value) -> Value {
    let mut file = json!({ "kind": "file", "referenceNumber": number, "child": { "fullName": name } });
    file["entries"] = entries;
    file
}

fn note(event: &str, text: &str) -> Value {
    json!({ "eventAt": event, "author": { "name": "Priya Shah" }, "text": text })
}

fn row(number: &str, event: &str, text: &str) -> Value {
    json!({ "fileId": number, "eventAt": event, "author": { "name": "Priya Shah" }, "text": text })
}

#[test]
fn a_paragraph_from_another_childs_file() {
    let ava = |entries| file("4417", "Ava Jones", entries);
    let zoe = |entries| file("4418", "Zoe Smith", entries);
    finds(
        COPIED,
        &[
            (
                "a week later",
                vec![ava(json!([note("2026-03-04", SCHOOL_DAY)])), zoe(json!([note("2026-03-11", SCHOOL_DAY)]))],
                &["1/entries/0/text"],
            ),
            (
                "the later one is marked, wherever it stands",
                vec![ava(json!([note("2026-03-11", SCHOOL_DAY)])), zoe(json!([note("2026-03-04", SCHOOL_DAY)]))],
                &["0/entries/0/text"],
            ),
            (
                "an hour later",
                vec![
                    ava(json!([note("2026-03-04T15:00", SCHOOL_DAY)])),
                    zoe(json!([note("2026-03-04T16:00", SCHOOL_DAY)])),
                ],
                &["1/entries/0/text"],
            ),
            (
                "brothers and sisters have days of their own",
                vec![
                    ava(json!([note("2026-03-04", SCHOOL_DAY)])),
                    file("4419", "Leo Jones", json!([note("2026-03-11", SCHOOL_DAY)])),
                ],
                &["1/entries/0/text"],
            ),
            (
                "in her own file and in another: told once, as her own",
                vec![
                    ava(json!([note("2026-03-04", SCHOOL_DAY), note("2026-03-11", SCHOOL_DAY)])),
                    zoe(json!([note("2026-03-18", SCHOOL_DAY)])),
                ],
                &["0/entries/1/text", "1/entries/0/text"],
            ),
            (
                "rows without their files, of another child and of the same",
                vec![
                    row("4417", "2026-03-04", SCHOOL_DAY),
                    row("4418", "2026-03-11", SCHOOL_DAY),
                    row("04417", "2026-03-18", SCHOOL_DAY),
                ],
                &["1/text", "2/text"],
            ),
        ],
    );
}

#[test]
fn a_paragraph_that_may_stand_on_several_files() {
    let ava = |entries| file("4417", "Ava Jones", entries);
    let zoe = |entries| file("4418", "Zoe Smith", entries);
    let standing = |workers: u32| -> Vec<Value> {
        let row = |worker: u32| {
            json!({ "fileId": format!("{}", 4417 + worker), "eventAt": format!("2026-03-{:02}", 2 + worker),
                "author": { "name": format!("Worker {worker}") }, "text": SCHOOL_DAY })
        };
        (0..workers).map(row).collect()
    };
    is_silent(
        COPIED,
        &[
            (
                "one meeting, recorded for each child",
                vec![ava(json!([note("2026-03-04", SCHOOL_DAY)])), zoe(json!([note("2026-03-04", SCHOOL_DAY)]))],
            ),
            (
                "recorded for the second child the next day",
                vec![
                    ava(
                        json!([{ "eventAt": "2026-03-04T15:00", "recordedAt": "2026-03-04T17:00", "text": SCHOOL_DAY }]),
                    ),
                    zoe(
                        json!([{ "eventAt": "2026-03-04T15:00", "recordedAt": "2026-03-05T09:00", "text": SCHOOL_DAY }]),
                    ),
                ],
            ),
            (
                "brother and sister, one after the other",
                vec![
                    ava(json!([note("2026-03-04T15:00", SCHOOL_DAY)])),
                    file("4419", "Leo Jones", json!([note("2026-03-04T15:20", SCHOOL_DAY)])),
                ],
            ),
            (
                "two children of whom no more is known",
                vec![row("4417", "2026-03-04T15:00", SCHOOL_DAY), row("4418", "2026-03-04T15:20", SCHOOL_DAY)],
            ),
            (
                "a half-sister of another name who stands on the front sheet",
                vec![
                    zoe(json!([note("2026-03-04T15:00", SCHOOL_DAY)])),
                    json!({
                        "kind": "file", "referenceNumber": "4417", "child": { "fullName": "Ava Jones" },
                        "people": [{ "fullName": "Zoe Smith", "role": "Half-sister" }],
                        "entries": [note("2026-03-04T15:20", SCHOOL_DAY)],
                    }),
                ],
            ),
            ("four workers on four files: the agency’s standing text", standing(16)),
            (
                "nothing says when",
                vec![json!({ "fileId": "4417", "text": SCHOOL_DAY }), json!({ "fileId": "4418", "text": SCHOOL_DAY })],
            ),
            (
                "nothing says whose",
                vec![
                    json!({ "eventAt": "2026-03-04", "text": SCHOOL_DAY }),
                    json!({ "eventAt": "2026-03-11", "text": SCHOOL_DAY }),
                ],
            ),
            (
                "a few words",
                vec![
                    ava(json!([note("2026-03-04", "Well, and in school.")])),
                    zoe(json!([note("2026-03-11", "Well, and in school.")])),
                ],
            ),
        ],
    );
    assert_eq!(found(COPIED, &standing(3)), ["1/text", "2/text"], "three workers may have copied");
}

#[test]
fn the_name_of_a_child_whom_another_file_is_about() {
    let others = [
        file("4418", "Ben Smith", json!([])),
        file("4419", "Leo Jones", json!([])),
        json!({ "kind": "file", "referenceNumber": "4420",
            "child": { "fullName": "Mia Brown", "address": "1 Oak Road" }, "entries": [] }),
        file("4421", "Jack Ellis", json!([])),
        file("4422", "Jack Patel", json!([])),
    ];
    let ava = |text: &str| {
        json!({ "kind": "file", "referenceNumber": "4417",
            "child": { "fullName": "Ava Jones", "address": "1 Oak Road" },
            "people": [{ "fullName": "Kelly Jones", "role": "Mother" }],
            "entries": [{ "author": { "name": "Priya Shah" }, "text": text }] })
    };
    let export = |text: &str| others.iter().cloned().chain([ava(text)]).collect::<Vec<_>>();
    let last: &[&str] = &["5/entries/0/text"];
    finds(
        NAME,
        &[
            ("seen alone", export("I saw Ben Smith alone at home. He had a cold."), last),
            ("seen alone, passive", export("The house was warm. Ben Smith was seen alone."), last),
            ("the subject of a letter", export("Re: Ben Smith. We wrote to the school on Friday."), last),
            ("with a date of birth", export("Referral for Ben Smith (DOB 3 May 2018) from the school."), last),
            ("by his school", export("I rang Ben Smith’s school. He is there every day."), last),
            ("by his first name, which no other child has", export("I rang Ben’s school. Today Ben is well."), last),
        ],
    );
    is_silent(
        NAME,
        &[
            ("a colleague of that name", export("Call from Ben Smith, team manager. Ben Smith will ring again.")),
            ("with the child’s own name", export("Ava was upset. I saw Ben Smith alone at school, too.")),
            ("her brother, who has a file of his own", export("I saw Leo Jones alone. Leo said that Leo Bear is his.")),
            ("who lives with her", export("I saw Mia Brown alone. Mia said hello. Then Mia, aged 7, went out.")),
            ("a first name that many have", export("I rang Jack’s school. Today Jack is well.")),
            ("Mum, by her name", export("Kelly’s school is near. Kelly Jones was seen alone. Kelly said hello.")),
            ("quoted", export("She told me: “I saw Ben Smith alone.”")),
        ],
    );
}

#[test]
fn parts_of_an_export_can_be_added_apart_and_in_any_order() {
    let records: Vec<_> = (0..40)
        .map(|number| value(&row(&format!("{}", number % 20), &format!("2026-03-{:02}", 1 + number / 2), SCHOOL_DAY)))
        .collect();
    let mut whole = Files::default();
    for record in &records {
        whole.add(record);
    }
    let (first, second) = records.split_at(13);
    let mut parts = Files::default();
    for record in second.iter().rev() {
        parts.add(record);
    }
    let mut rest = Files::default();
    for record in first {
        rest.add(record);
    }
    parts.merge(rest);
    parts.settle();
    let written = serde_json::to_string(&parts).expect("it can be written");
    assert!(!written.contains("Priya") && !written.contains("whale"), "{written}");
    let parts: Files = serde_json::from_str(&written).expect("it can be read again");
    let policy = setting().policy;
    for record in &records {
        let options = Options { now: moment("2026-11-23T12:00"), file: None };
        assert_eq!(whole.check(record, &policy, options), parts.check(record, &policy, options));
    }
}

#[test]
fn where_there_is_no_room_for_all_every_second_paragraph_is_compared() {
    let paragraph = |number: u32| {
        let words: Vec<String> = (0..25).map(|word| format!("{}", number * 31 + word)).collect();
        words.join(" ")
    };
    let text = (0..1_000).map(paragraph).collect::<Vec<_>>().join("\n\n");
    let copied = |room| {
        let mut files = Files::keeping(room);
        files.add(&value(&row("4417", "2026-03-04", &text)));
        let later = value(&row("4418", "2026-03-11", &text));
        let options = Options { now: moment("2026-11-23T12:00"), file: None };
        let findings = files.check(&later, &setting().policy, options).findings;
        (files.one_paragraph_in(), findings.iter().filter(|finding| finding.rule == COPIED).count())
    };
    assert_eq!(copied(1_000), (1, 1_000));
    let (one_in, count) = copied(999);
    assert!(one_in == 2 && (450..550).contains(&count), "one in {one_in} of 1,000 are {count}");
    let (one_in, count) = copied(200);
    assert!(one_in == 8 && (80..=200).contains(&count), "one in {one_in} of 1,000 are {count}");
}
