//! Table tests of the rules: a case is a record, and what must be found in it.

mod accuracy;
mod author;
mod cases;
mod catalogue;
mod consent;
mod custody;
mod evidence;
mod fields;
mod file;
mod files;
mod involvement;
mod language;
mod oversight;
mod timing;

use std::sync::{Arc, LazyLock};

use recording_standard::{Finding, Moment, Options, Policy, Value, check};

/// Under which policy, at which time and in which file a table of records is checked.
struct Setting {
    policy: Arc<Policy>,
    now: Moment,
    file: Option<Value>,
}

/// The default policy on a Monday noon in November 2026.
fn setting() -> Setting {
    static DEFAULT: LazyLock<Arc<Policy>> = LazyLock::new(Arc::default);
    Setting { policy: DEFAULT.clone(), now: moment("2026-11-23T12:00"), file: None }
}

fn moment(text: &str) -> Moment {
    Moment::read(text).unwrap_or_else(|| panic!("{text} is no date"))
}

/// The value that a piece of JSON stands for.
fn value(json: &serde_json::Value) -> Value {
    serde_json::from_value(json.clone()).expect("any JSON is a value")
}

impl Setting {
    fn policy(mut self, json: &serde_json::Value) -> Setting {
        self.policy = Arc::new(Policy::read(&value(json)).unwrap_or_else(|error| panic!("{error}")));
        self
    }

    fn now(mut self, text: &str) -> Setting {
        self.now = moment(text);
        self
    }

    fn file(mut self, json: &serde_json::Value) -> Setting {
        self.file = Some(value(json));
        self
    }

    /// What the rule finds in the record.
    fn findings(&self, rule: &str, record: &serde_json::Value) -> Vec<Finding> {
        let options = Options { now: self.now, file: self.file.as_ref() };
        let mut findings = check(&value(record), &self.policy, options).findings;
        findings.retain(|finding| finding.rule == rule);
        findings
    }

    /// In each record the rule speaks at just these paths.
    #[track_caller]
    fn finds(&self, rule: &str, cases: &[(&str, serde_json::Value, &[&str])]) {
        for (case, record, paths) in cases {
            let found = self.findings(rule, record);
            let found: Vec<_> = found.iter().map(|finding| finding.path.as_str()).collect();
            assert_eq!(found, *paths, "{rule}: {case}");
            cases::note(rule, record, !found.is_empty());
        }
    }

    /// In each of these records the rule has nothing to say.
    #[track_caller]
    fn is_silent(&self, rule: &str, cases: &[(&str, serde_json::Value)]) {
        for (case, record) in cases {
            let found = self.findings(rule, record);
            assert!(found.is_empty(), "{rule}: {case}: {found:?}");
            cases::note(rule, record, false);
        }
    }

    /// In each text the rule marks just these words, in this order.
    #[track_caller]
    fn marks(&self, rule: &str, cases: &[(&str, &[&str])]) {
        for (text, words) in cases {
            let record = serde_json::json!({ "text": text });
            let found = self.findings(rule, &record);
            let marked: Vec<_> = found.iter().map(|finding| slice(text, finding)).collect();
            assert_eq!(marked, *words, "{rule}: {text}");
            cases::note(rule, &record, !found.is_empty());
        }
    }
}

/// The words that a finding marks, cut as JavaScript would cut them.
fn slice(text: &str, finding: &Finding) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let range = finding.range.expect("a finding in a text has a range");
    String::from_utf16(&units[range.start as usize..range.end as usize]).expect("a range cuts no character in two")
}
