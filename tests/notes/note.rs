//! A labelled note as it stands in its file.
//!
//! ```text
//! === a-001 | defects | home visit, Grimsby
//! record: {"kind":"home-visit","childName":"Aisha Begum","dateOfBirth":"2015-03-04"}
//!
//! Mum was ⟦language/judgmental: hostile⟧ and ⟦?language/jargon: disengaged⟧.
//! ```
//!
//! In a file of sentences each line is a text of its own.

use std::sync::{Arc, LazyLock};

use recording_standard::rules::RULES;
use recording_standard::{Policy, Range, Value};
use serde_json::json;

/// Words that an expert marked.
pub struct Mark {
    /// The rules of which one should speak.
    pub rules: Vec<&'static str>,
    /// Whether colleagues differ.
    pub is_arguable: bool,
    /// Where they stand, in UTF-16 code units.
    pub range: Range,
}

/// A note, its marks taken out of its text.
pub struct Note {
    /// The writer's letter and a number.
    pub id: String,
    /// Whether it is a good record as it stands.
    pub is_excellent: bool,
    /// What a form would hold, the text apart.
    fields: serde_json::Value,
    /// The text.
    pub text: String,
    /// What was marked in it, in its order.
    pub marks: Vec<Mark>,
}

/// The notes of a file.
pub fn read(file: &str) -> Vec<Note> {
    let mut notes: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines() {
        match (line.strip_prefix("=== "), notes.last_mut()) {
            (Some(heading), _) => notes.push((heading, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => assert!(line.is_empty(), "text before the first note"),
        }
    }
    notes.into_iter().map(|(heading, lines)| Note::new(heading, &lines)).collect()
}

/// The sentences of a file; one without marks is a good record.
pub fn read_sentences(name: &str, file: &str) -> Vec<Note> {
    let sentence = |(at, line): (usize, &str)| {
        let id = format!("{name}:{}", at + 1);
        let fields = json!({ "kind": "note", "occurredAt": "2026-11-20T15:30" });
        let (text, marks) = without_marks(&id, line);
        Note { id, is_excellent: marks.is_empty(), fields, text, marks }
    };
    file.lines().enumerate().map(sentence).collect()
}

impl Note {
    fn new(heading: &str, lines: &[&str]) -> Note {
        let cells: Vec<_> = heading.splitn(3, " | ").collect();
        let [id, quality, _] = cells[..] else { panic!("the heading of {heading}") };
        assert!(matches!(quality, "excellent" | "defects"), "{id} is {quality}");
        let record = lines.first().and_then(|line| line.strip_prefix("record: "));
        let fields = serde_json::from_str(record.unwrap_or("{}")).unwrap_or_else(|_| panic!("the record of {id}"));
        let text = lines.get(usize::from(record.is_some())..).unwrap_or_default().join("\n");
        let (text, marks) = without_marks(id, text.trim());
        Note { id: id.to_owned(), is_excellent: quality == "excellent", fields, text, marks }
    }

    /// The note as a record, written in time.
    pub fn record(&self) -> Value {
        let kind = match self.fields["kind"].as_str() {
            Some("home-visit") => "visit",
            Some("telephone-call") => "phoneCall",
            Some(kind @ ("email" | "meeting" | "supervision" | "decision" | "assessment")) => kind,
            _ => "note",
        };
        let at = &self.fields["occurredAt"];
        value(&json!({ "type": kind, "eventAt": at, "recordedAt": at, "text": self.text }))
    }

    /// The front sheet of the child's file.
    pub fn file(&self) -> Value {
        value(&json!({
            "kind": "file",
            "child": { "fullName": self.fields["childName"], "dateOfBirth": self.fields["dateOfBirth"] },
        }))
    }

    /// The default policy, or the one with the note's glossary.
    pub fn policy(&self) -> Arc<Policy> {
        static DEFAULT: LazyLock<Arc<Policy>> = LazyLock::new(Arc::default);
        let Some(glossary) = self.fields["glossary"].as_object() else { return DEFAULT.clone() };
        let terms: Vec<_> = glossary
            .iter()
            .map(|(term, meaning)| json!({ "term": term, "meaning": meaning, "as": "allowed" }))
            .collect();
        let policy = Policy::read(&value(&json!({ "glossary": terms })));
        Arc::new(policy.unwrap_or_else(|error| panic!("{}: {error}", self.id)))
    }

    /// The words of a range.
    pub fn slice(&self, range: Range) -> String {
        let units: Vec<u16> = self.text.encode_utf16().collect();
        String::from_utf16_lossy(&units[range.start as usize..range.end as usize])
    }
}

fn value(json: &serde_json::Value) -> Value {
    serde_json::from_value(json.clone()).expect("any JSON is a value")
}

fn without_marks(id: &str, marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).expect("a short text");
    let mut rest = marked;
    while let Some((before, mark)) = rest.split_once('⟦') {
        let (mark, behind) = mark.split_once('⟧').unwrap_or_else(|| panic!("{id}: a mark without its end"));
        let (rules, words) = mark.split_once(": ").unwrap_or_else(|| panic!("{id}: a mark without rules"));
        assert!(!mark.contains('⟦'), "{id}: a mark within a mark");
        text.push_str(before);
        let start = units(&text);
        text.push_str(words);
        let is_arguable = rules.starts_with('?');
        let rules = rules.trim_start_matches('?').split('|').map(|rule| known_rule(id, rule)).collect();
        marks.push(Mark { rules, is_arguable, range: Range { start, end: units(&text) } });
        rest = behind;
    }
    text.push_str(rest);
    assert!(!text.contains(['⟦', '⟧']), "{id}: half a mark");
    (text, marks)
}

fn known_rule(id: &str, rule: &str) -> &'static str {
    let rule = rule.trim().trim_start_matches('?');
    let known = RULES.iter().map(|known| known.id).find(|known| *known == rule);
    known.unwrap_or_else(|| panic!("{id}: there is no rule {rule}"))
}
