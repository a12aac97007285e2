//! The entries of one file, taken together.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::setting;

fn file(entries: Value) -> Value {
    let mut file = json!({ "kind": "file", "referenceNumber": "4417" });
    file["entries"] = entries;
    file
}

#[test]
fn one_child_a_file() {
    let rule = "file/one-child";
    let named = |name: &str| json!({ "kind": "file", "child": { "fullName": name } });
    let of = |ids: &[&str]| file(ids.iter().map(|id| json!({ "fileId": id })).collect());
    setting().finds(
        rule,
        &[
            ("two names", named("Ava and Ben Jones"), &["/child/fullName"]),
            ("two names and a sign", named("Ava & Ben Jones"), &["/child/fullName"]),
            ("a list", named("Ava Jones, Ben Jones"), &["/child/fullName"]),
            ("a list, surnames first", named("Jones, Ava; Jones, Ben"), &["/child/fullName"]),
            ("siblings", named("Jones siblings"), &["/child/fullName"]),
            ("the children", named("The Jones children"), &["/child/fullName"]),
            ("an entry of another file", of(&["4417", "4418", "4417"]), &["/entries/1/fileId"]),
            ("two of them", of(&["4418", "4417", "9001"]), &["/entries/0/fileId", "/entries/2/fileId"]),
            ("all of them: told once", of(&["4418", "4418", "4418"]), &["/entries/0/fileId"]),
        ],
    );
    setting().is_silent(
        rule,
        &[
            ("one name", named("Ava Jones")),
            ("surname first", named("Jones, Ava Mary")),
            ("surname of two words first", named("van Berg, Ava Mary")),
            ("a double name", named("Ava-Mae Jones-Smith")),
            ("two names for one child", named("Ava Jones / Ava Smith")),
            ("a name that has the letters", named("Andrew Anderson")),
            ("no name", named("")),
            ("unborn twins", json!({ "kind": "file", "child": { "fullName": "Unborn twins Jones", "expectedBirthDate": "2027-01-04" } })),
            ("the same number, written otherwise", of(&["4417", " 04417", "44-17"])),
            ("no number on the entries", of(&["", ""])),
            ("no number on the file", json!({ "kind": "file", "entries": [{ "fileId": "1" }, { "fileId": "2" }] })),
        ],
    );
    let setting = setting().file(&file(json!([])));
    setting.finds(rule, &[("an entry by itself", json!({ "fileId": "4418" }), &["/fileId"])]);
    setting.is_silent(rule, &[("the right one", json!({ "fileId": "4417" }))]);
}

#[test]
fn entries_without_their_numbers() {
    let rule = "file/sequence";
    let numbered = |numbers: &[Value]| file(numbers.iter().map(|number| json!({ "sequence": number })).collect());
    setting().finds(
        rule,
        &[
            ("no numbers at all: told once", numbered(&[json!(null), json!(""), json!(null)]), &["/entries"]),
            ("one without", numbered(&[json!(1), json!(null), json!(2)]), &["/entries/1/sequence"]),
            ("one twice", numbered(&[json!(1), json!(2), json!(2), json!(3)]), &["/entries/2/sequence"]),
            ("a gap", numbered(&[json!(1), json!(2), json!(5)]), &["/entries/2/sequence"]),
            ("a gap, the newest first", numbered(&[json!(5), json!(2), json!(1)]), &["/entries/0/sequence"]),
            ("numbers as text", numbered(&[json!("1"), json!("3")]), &["/entries/1/sequence"]),
        ],
    );
    setting().is_silent(
        rule,
        &[
            ("in order", numbered(&[json!(1), json!(2), json!(3)])),
            ("the newest first", numbered(&[json!(3), json!(2), json!(1)])),
            ("the second volume", numbered(&[json!(57), json!(58)])),
            ("no entries", file(json!([]))),
            ("a draft has no number yet", file(json!([{ "sequence": 1 }, { "draft": true }]))),
            ("what is no number is another rule’s matter", numbered(&[json!(1), json!("second")])),
            ("an entry by itself", json!({ "text": "Seen." })),
        ],
    );
}

#[test]
fn numbers_against_times() {
    let rule = "file/order";
    let written = |times: &[&str]| {
        let entry = |(index, time): (usize, &&str)| json!({ "sequence": index + 1, "recordedAt": time });
        file(times.iter().enumerate().map(entry).collect())
    };
    setting().finds(
        rule,
        &[
            (
                "one slipped back",
                written(&["2026-03-01T10:00", "2026-03-05T10:00", "2026-03-04T10:00", "2026-03-06T10:00"]),
                &["/entries/2/sequence"],
            ),
            ("two swapped", written(&["2026-03-05T10:00", "2026-03-04T10:00"]), &["/entries/1/sequence"]),
            ("minutes", written(&["2026-03-04T10:30", "2026-03-04T10:10"]), &["/entries/1/sequence"]),
            (
                "numbered from the newest: told once",
                written(&["2026-03-05", "2026-03-04", "2026-03-03", "2026-03-02"]),
                &["/entries"],
            ),
        ],
    );
    setting().is_silent(
        rule,
        &[
            ("in order", written(&["2026-03-04T10:00", "2026-03-05T10:00", "2026-03-05T10:00"])),
            ("the same day, one without a time", written(&["2026-03-04T10:00", "2026-03-04"])),
            ("listed from the newest, numbered from the oldest", file(json!([
                { "sequence": 2, "recordedAt": "2026-03-05T10:00" }, { "sequence": 1, "recordedAt": "2026-03-04T10:00" },
            ]))),
            (
                "a late entry has its number by when it was written",
                file(json!([
                    { "sequence": 1, "eventAt": "2026-03-05", "recordedAt": "2026-03-05T10:00" },
                    { "sequence": 2, "eventAt": "2026-03-01", "recordedAt": "2026-03-06T10:00" },
                ])),
            ),
            ("without times", written(&["", "", ""])),
            ("without numbers", file(json!([{ "recordedAt": "2026-03-05" }, { "recordedAt": "2026-03-04" }]))),
        ],
    );
}

#[test]
fn the_same_entry_twice() {
    let rule = "file/duplicate-entry";
    let entry = |id: &str, event: &str, text: &str| json!({ "id": id, "eventAt": event, "text": text });
    let room = "Ava was at home and showed me her new room.";
    setting().finds(
        rule,
        &[
            (
                "with another id",
                file(json!([entry("1", "2026-03-04T15:00", room), entry("2", "2026-03-04T15:00", room)])),
                &["/entries/1"],
            ),
            (
                "without ids",
                file(json!([{ "eventAt": "2026-03-04", "text": room }, { "eventAt": "2026-03-04", "text": room }])),
                &["/entries/1"],
            ),
            (
                "saved again the next day, with other spaces",
                file(json!([
                    { "eventAt": "2026-03-04T15:00", "recordedAt": "2026-03-05T09:00", "text": format!("{room}\n") },
                    { "eventAt": "2026-03-04T15:00", "recordedAt": "2026-03-04T16:00", "text": room },
                ])),
                &["/entries/0"],
            ),
            (
                "three times",
                file(json!([
                    entry("1", "2026-03-04T15:00", room),
                    entry("2", "2026-03-04T15:00", room),
                    entry("3", "2026-03-04T15:00", room)
                ])),
                &["/entries/1", "/entries/2"],
            ),
        ],
    );
    setting().is_silent(
        rule,
        &[
            (
                "on another day",
                file(json!([entry("1", "2026-03-04T15:00", room), entry("2", "2026-03-11T15:00", room)])),
            ),
            (
                "other words",
                file(json!([entry("1", "2026-03-04T15:00", room), entry("2", "2026-03-04T15:00", "Ava was out.")])),
            ),
            (
                "two calls on one day",
                file(json!([
                    entry("1", "2026-03-04", "Rang Mum. No answer."),
                    entry("2", "2026-03-04", "Rang Mum. No answer.")
                ])),
            ),
            (
                "by two workers",
                file(json!([
                    { "eventAt": "2026-03-04T15:00", "author": { "name": "Priya Shah" }, "text": room },
                    { "eventAt": "2026-03-04T15:00", "author": { "name": "Tom Ellis" }, "text": room },
                ])),
            ),
            (
                "of two types",
                file(json!([
                    { "type": "visit", "eventAt": "2026-03-04T15:00", "text": room },
                    { "type": "note", "eventAt": "2026-03-04T15:00", "text": room },
                ])),
            ),
            (
                "empty entries",
                file(json!([{ "eventAt": "2026-03-04T15:00" }, { "eventAt": "2026-03-04T15:00" }, {}, {}])),
            ),
        ],
    );
}

#[test]
fn an_open_file_without_entries() {
    let rule = "file/stale";
    let open =
        |entries: Value| json!({ "kind": "file", "status": "open", "openedOn": "2026-01-05", "entries": entries });
    setting().finds(
        rule,
        &[
            ("the last entry was in March", open(json!([{ "eventAt": "2026-02-04" }, { "eventAt": "2026-03-04" }])), &["/entries"]),
            ("43 days", open(json!([{ "recordedAt": "2026-10-11T10:00" }])), &["/entries"]),
            ("opened and never written", open(json!([])), &["/entries"]),
            ("open by its dates", json!({ "kind": "file", "openedOn": "2026-01-05", "entries": [{ "eventAt": "2026-03-04" }] }), &["/entries"]),
            ("what is planned does not count", open(json!([{ "eventAt": "2026-03-04" }, { "type": "plan", "eventAt": "2026-12-04", "recordedAt": "2026-03-04" }])), &["/entries"]),
        ],
    );
    setting().is_silent(
        rule,
        &[
            ("42 days", open(json!([{ "recordedAt": "2026-10-12T10:00" }]))),
            ("written late", open(json!([{ "eventAt": "2026-03-04", "recordedAt": "2026-11-12T10:00" }]))),
            ("added to", open(json!([{ "eventAt": "2026-03-04", "updatedAt": "2026-11-12T10:00" }]))),
            ("being written", open(json!([{ "eventAt": "2026-03-04" }, { "draft": true }]))),
            (
                "an entry without a date may be the newest",
                open(json!([{ "eventAt": "2026-03-04" }, { "text": "Seen." }])),
            ),
            ("closed", json!({ "kind": "file", "status": "closed", "entries": [{ "eventAt": "2026-03-04" }] })),
            (
                "transferred",
                json!({ "kind": "file", "status": "transferred", "entries": [{ "eventAt": "2026-03-04" }] }),
            ),
            ("a front sheet alone", json!({ "kind": "file", "status": "open", "openedOn": "2026-01-05" })),
            ("just opened", json!({ "kind": "file", "status": "open", "openedOn": "2026-11-16", "entries": [] })),
            ("nothing said of its status", json!({ "kind": "file", "entries": [{ "eventAt": "2026-03-04" }] })),
        ],
    );
    setting()
        .policy(&json!({ "staleDays": 14 }))
        .finds(rule, &[("the policy says two weeks", open(json!([{ "eventAt": "2026-11-08" }])), &["/entries"])]);
}

/// Ten thousand entries, of which each two have the same paragraph.
fn long_file() -> Value {
    let paragraph = |number: usize| {
        let words: Vec<String> = (0..30).map(|word| format!("word{}", (number * 31 + word * 7) % 9973)).collect();
        format!("On visit {number} I heard {}.", words.join(" "))
    };
    let entry = |number: usize| {
        let (hour, minute) = (number / 60 % 24, number % 60);
        json!({
            "id": number.to_string(),
            "sequence": number + 1,
            "recordedAt": format!("2026-03-{:02}T{hour:02}:{minute:02}:00", 1 + number / 1440),
            "text": paragraph(number / 2),
        })
    };
    file((0..10_000).map(entry).collect())
}

/// If each entry were held against each other, this would take an hour.
#[test]
fn ten_thousand_entries_are_compared_in_one_walk() {
    let others = recording_standard::rules::RULES
        .iter()
        .map(|rule| rule.id)
        .filter(|id| !id.starts_with("file/") && *id != "accuracy/copied-text");
    let off: serde_json::Map<String, Value> = others.map(|id| (id.to_owned(), json!("off"))).collect();
    let setting = setting().policy(&json!({ "rules": off }));
    let file = long_file();
    let start = Instant::now();
    let copied = setting.findings("accuracy/copied-text", &file);
    let taken = start.elapsed();
    assert_eq!(copied.len(), 5_000);
    assert!(taken < Duration::from_mins(2), "{taken:?}");
}
