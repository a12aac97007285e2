//! The JavaScript surface, run in the engine that Node has.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_core_checks_inside_webassembly_as_it_does_outside() {
    use recording_standard::{Moment, Options, Policy, Value, check};

    let mut record = Value::Null;
    record.set("eventAt", "2026-03-03T16:00".into());
    record.set("recordedAt", "2026-03-09T10:15".into());
    record.set("text", "😀 The CIN plan.".into());
    let now = Moment::read("2026-11-23T12:00").expect("a date");
    let report = check(&record, &Policy::default(), Options { now, file: None });
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.rule, finding.path.as_str())).collect();
    assert!(found.contains(&("timing/late-entry-not-stated", "/text")));
    assert!(found.contains(&("language/undefined-abbreviation", "/text")));
}
