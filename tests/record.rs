//! The record is lenient: any JSON value gives a report, never an exception; and a
//! report never holds the record's words.

use std::sync::LazyLock;

use proptest::prelude::*;
use recording_standard::record::{CaseFile, Choice, Entry, EntryType, Part, Shape, shape_at};
use recording_standard::rules::{Check, RULES};
use recording_standard::{Moment, Options, Policy, Report, Value, check, check_text};
use serde_json::json;

fn value(json: &serde_json::Value) -> Value {
    serde_json::from_value(json.clone()).expect("any JSON is a value")
}

static POLICY: LazyLock<Policy> = LazyLock::new(Policy::default);

fn report_on(record: &Value) -> Report {
    let now = Moment::read("2026-11-23T12:00").expect("a date");
    check(record, &POLICY, Options { now, file: None })
}

#[test]
fn an_entry_reads_every_property_that_it_has() {
    let record = value(&json!({
        "type": "Phone call", "eventAt": "4 March 2026 at 15:30", "sequence": "12", "draft": "yes",
        "author": { "name": "Priya Shah", "firstHand": true },
        "sharing": [{ "with": "School; Health visitor", "agreement": "not sought", "agreedBy": [{ "name": "Lee Ward" }] }],
        "child": { "seen": "Y", "seenAlone": 0 },
    }));
    let entry = Entry::read(&record);
    assert_eq!(entry.entry_type.get(), Some(&EntryType::PhoneCall));
    assert_eq!(entry.event_at.get().map(ToString::to_string).as_deref(), Some("4 March 2026 at 15:30"));
    assert_eq!(entry.sequence.get(), Some(&12));
    assert!(
        entry.draft.is_yes()
            && entry.author.first_hand.is_yes()
            && entry.child.seen.is_yes()
            && entry.child.seen_alone.is_no()
    );
    assert_eq!(entry.sharing[0].with.get().map(Vec::len), Some(2), "one box with two names is a list of two");
    assert_eq!(entry.sharing[0].agreed_by[0].name.text(), "Lee Ward");
    assert!(entry.medium.is_blank() && !entry.late.present);
}

#[test]
fn a_reference_number_may_be_a_number() {
    let record = value(&json!({ "kind": "file", "referenceNumber": 4417 }));
    assert_eq!(CaseFile::read(&record).reference_number.text(), "4417");
}

#[test]
fn a_path_leads_to_its_field_and_to_the_words_for_it() {
    let (_, labels) = shape_at(Entry::PARTS, "decisions/1/madeBy/name").expect("a field");
    assert_eq!(labels, ["decision 2", "who decided", "the name"]);
    assert!(shape_at(Entry::PARTS, "decisions/madeBy").is_none());
    assert!(shape_at(CaseFile::PARTS, "entries/0/text").is_some());
}

#[test]
fn a_value_is_put_at_a_path() {
    let mut record = Value::Null;
    record.set("author/name", "Priya Shah".into());
    record.set("sharing/0/what", "attendance".into());
    record.set("sharing/0/with/0", "School".into());
    assert_eq!(
        record,
        value(
            &json!({ "author": { "name": "Priya Shah" }, "sharing": [{ "with": ["School"], "what": "attendance" }] })
        )
    );
    assert_eq!(record.at("sharing/0/what").and_then(Value::text), Some("attendance"));
}

#[test]
fn an_object_without_end_is_cut_and_reported_on() {
    let nested = "[".repeat(100) + &"]".repeat(100);
    let nested: Value = serde_json::from_str(&nested).expect("any JSON is a value");
    assert!(!report_on(&nested).findings.is_empty());
}

/// Any JSON, with a liking for the names that a record has.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let name = prop_oneof![
        Just("kind".to_owned()),
        Just("text".to_owned()),
        Just("eventAt".to_owned()),
        Just("author".to_owned()),
        Just("sharing".to_owned()),
        Just("entries".to_owned()),
        Just("child".to_owned()),
        Just("sections".to_owned()),
        Just("with".to_owned()),
        Just("late".to_owned()),
        Just("name".to_owned()),
        ".{0,8}",
    ];
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|flag| json!(flag)),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        ".{0,40}".prop_map(|text| json!(text)),
        Just(json!("file")),
        Just(json!("2026-03-04T15:30")),
        Just(json!("shared with the police without her consent, CIN")),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| json!(items)),
            prop::collection::hash_map(name.clone(), inner, 0..6).prop_map(|object| json!(object)),
        ]
    })
}

/// Whether the rule needs nothing but the words of a text.
fn reads_texts(id: &str) -> bool {
    let is_of_texts = |check: &Check| matches!(check, Check::Text(_) | Check::EntryAndText(..) | Check::Sentences(_));
    RULES.iter().any(|rule| rule.id == id && is_of_texts(&rule.check))
}

proptest! {
    #[test]
    fn any_json_gives_a_report_and_the_same_one_twice(record in any_json()) {
        let record = value(&record);
        prop_assert_eq!(report_on(&record), report_on(&record));
    }

    #[test]
    fn ranges_lie_in_the_text_they_speak_of(text in ".{0,200}") {
        let length = u32::try_from(text.encode_utf16().count()).expect("short");
        for finding in report_on(&value(&json!({ "text": text }))).findings {
            if let Some(range) = finding.range {
                prop_assert!(range.start <= range.end && range.end <= length);
            }
        }
    }

    #[test]
    fn check_text_says_of_a_text_what_check_says_of_it_in_a_record(text in "([A-Z]{2,5}|prior to|[a-z]{1,8}|\\(|\\)|“|”|'| |\\.){0,60}") {
        let now = Moment::read("2026-11-23T12:00").expect("a date");
        let alone = check_text(&text, &POLICY, Options { now, file: None });
        let mut inside = report_on(&value(&json!({ "text": text }))).findings;
        inside.retain(|finding| finding.path == "/text" && reads_texts(finding.rule));
        for finding in &mut inside {
            finding.path.clear();
        }
        prop_assert_eq!(alone, inside);
    }
}

/// A word that no message could hold by itself.
const SECRET: &str = "Quzzlewick";

/// A record that holds the word in every place that it has.
fn fill(parts: &'static [Part], text: &str, depth: u32) -> serde_json::Value {
    let mut object = serde_json::Map::new();
    for part in parts {
        let filled = match part.shape {
            Shape::Prose => json!(text),
            Shape::List(parts) if depth < 4 => json!([fill(parts, text, depth + 1)]),
            Shape::Group(parts) if depth < 4 => fill(parts, text, depth + 1),
            Shape::ListOfWords => json!([format!("{SECRET} {}", part.name)]),
            _ => json!(format!("{SECRET} {}", part.name)),
        };
        object.insert(part.name.to_owned(), filled);
    }
    serde_json::Value::Object(object)
}

#[test]
fn no_word_of_the_record_is_in_the_report() {
    let late =
        format!("{SECRET} told me that the CIN plan was shared with the police yesterday, prior to QZW. {SECRET}!");
    let mut file = fill(CaseFile::PARTS, &late, 0);
    file["kind"] = json!("file");
    let mut entry = fill(Entry::PARTS, &late, 0);
    entry["eventAt"] = json!("2026-03-03");
    entry["recordedAt"] = json!("2026-03-20");
    for record in [file, entry] {
        let report = report_on(&value(&record));
        assert!(report.findings.len() > 10, "the record gives the rules much to say");
        let report = format!("{report:?}").to_lowercase();
        assert!(!report.contains("quzzlewick") && !report.contains("qzw"), "{report}");
    }
}

#[test]
fn the_names_of_choices_are_read_as_people_write_them() {
    for (written, read) in [
        ("phoneCall", EntryType::PhoneCall),
        ("PHONE_CALL", EntryType::PhoneCall),
        ("closing summary", EntryType::ClosingSummary),
    ] {
        assert_eq!(EntryType::read(written), Some(read));
    }
    assert_eq!(EntryType::read("chat"), None);
}
