//! Tests of what a report says beside findings: a case is a record, and what is said of it.

#![cfg(feature = "export")]

use recording_standard::export::{About, Catalogue, Options, Reader, fields, quotes};
use recording_standard::policy::RecordKind;
use recording_standard::{Moment, Policy, check};
use serde_json::json;

fn about(record: &serde_json::Value) -> serde_json::Value {
    let record = serde_json::from_value(record.clone()).expect("any JSON is a value");
    let policy = Policy::read(&serde_json::from_value(json!({ "closedDays": ["2026-03-04"] })).expect("a value"));
    serde_json::to_value(About::new(&record, &policy.expect("a policy"))).expect("JSON")
}

#[test]
fn a_report_tells_whose_record_it_is_when_it_was_and_how_soon_it_was_written() {
    let cases = [
        (
            json!({ "id": 7, "fileId": "F-1", "team": " North ", "eventAt": "Tue 3 March 2026 16:00", "recordedAt": "2026-03-06",
                "author": { "name": "Priya Shah" } }),
            json!({ "id": "7", "fileId": "F-1", "team": "North", "on": "2026-03-03", "workingDays": 2 }),
        ),
        // A weekend counts for nothing, and a day on which it was not yet over either.
        (
            json!({ "eventAt": "2026-03-06", "recordedAt": "2026-03-08" }),
            json!({ "on": "2026-03-06", "workingDays": 0 }),
        ),
        (
            json!({ "eventAt": "2026-03-02", "eventEndedAt": "2026-03-05", "recordedAt": "2026-03-05" }),
            json!({ "on": "2026-03-02", "workingDays": 0 }),
        ),
        (json!({ "recordedAt": "2026-03-06" }), json!({ "on": "2026-03-06" })),
        (json!({ "eventAt": "2026-03-06", "recordedAt": "2026-03-05" }), json!({ "on": "2026-03-06" })),
        (json!({ "eventAt": "1900-01-01", "team": " " }), json!({})),
        (
            json!({ "kind": "file", "referenceNumber": "F-1", "team": "South" }),
            json!({ "fileId": "F-1", "team": "South" }),
        ),
        (json!("no record at all"), json!({})),
    ];
    for (record, expected) in cases {
        assert_eq!(about(&record), expected, "{record}");
    }
}

#[test]
fn words_are_quoted_with_some_around_them() {
    let text = "🙂 Zoë was there. The MASH was asked, and it was asked again by the health visitor of the family, who had seen the \
        children on the day before the visit and rang the IRO.";
    let record = serde_json::from_value(json!({ "type": "note", "text": text, "eventAt": "soon" })).expect("a value");
    let now = Moment::read("2026-03-16").expect("a date");
    let report = check(&record, &Policy::default(), recording_standard::Options { now, file: None });
    let quotes = quotes(&record, &report.findings);
    let said = |rule: &str| {
        let index = report.findings.iter().position(|finding| finding.rule == rule).expect(rule);
        quotes[index]
    };
    let mash = said("language/undefined-abbreviation").expect("words");
    assert_eq!((mash.before, mash.words), ("🙂 Zoë was there. The ", "MASH"));
    assert!(mash.after.starts_with(" was asked, and") && mash.after.len() <= 80 && text.contains(mash.after));
    assert_eq!(said("fields/unreadable").map(|quote| quote.words), Some("soon"));
    assert_eq!(said("author/missing-name"), None);
    for (finding, quote) in report.findings.iter().zip(&quotes) {
        let Some((range, quote)) = finding.range.zip(*quote) else { continue };
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = String::from_utf16(&units[range.start as usize..range.end as usize]).expect("whole characters");
        assert_eq!(quote.words, words);
    }
}

#[test]
fn the_catalogue_has_every_clause_that_a_rule_names() {
    let policy = Policy::read(
        &serde_json::from_value(json!({ "standard": "wirral", "rules": { "language/wordy": "off" } }))
            .expect("a value"),
    );
    let policy = policy.expect("a policy");
    let catalogue = Catalogue::new(&policy);
    assert_eq!(catalogue.standard, "wirral");
    assert!(catalogue.off.contains(&"language/wordy") && !catalogue.off.contains(&"language/jargon"));
    for rule in &catalogue.rules {
        for citation in &rule.clauses {
            let clause = catalogue.clauses.iter().find(|clause| clause.citation == *citation).expect(rule.id);
            assert!(!clause.requirements.is_empty());
        }
    }
}

#[test]
fn every_field_of_the_list_can_hold_a_column() {
    for kind in [RecordKind::Entry, RecordKind::File] {
        let list = fields(kind);
        assert!(list.len() > 60);
        let columns = Some(list.iter().map(|field| (field.path.clone(), field.path.clone())).collect());
        assert!(Reader::new(Options { kind, columns, ..Options::default() }).is_ok());
        assert!(list.iter().all(|field| !field.labels.is_empty()));
    }
}
