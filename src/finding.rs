//! What comes back: findings, and the report that holds them.

use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Helps.
    Advice,
    /// Asks for a look.
    Warning,
    /// Stands in the way of submission.
    Error,
}

/// A stretch of text in UTF-16 code units, as JavaScript counts: `text.slice(start, end)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Range {
    /// Where it begins.
    pub start: u32,
    /// Where it ends; not included.
    pub end: u32,
}

/// Chapter and verse of a clause that a rule stands on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Citation {
    /// The standard's id: "wirral".
    pub standard: String,
    /// The place in it: "6.8".
    pub section: String,
}

/// A ready-made replacement for the range of a finding. Offered, never applied by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Fix {
    /// What a button says.
    pub label: String,
    /// What takes the place of the range.
    pub replacement: String,
}

/// A question to the writer: where the record falls short, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    /// Id in the rule catalogue: "timing/late-entry-not-stated".
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub rule: &'static str,
    /// The rule's severity under the policy in force.
    pub severity: Severity,
    /// JSON Pointer into the record that was checked; "" is the record itself.
    pub path: String,
    /// Where in the text at `path`, in UTF-16 code units: text.slice(start, end).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub range: Option<Range>,
    /// One or two sentences of plain English that say what to do.
    pub message: String,
    /// The clauses that the rule stands on, as the standard in force numbers them.
    pub clauses: Vec<Citation>,
    /// Ready-made replacements for the range, best first.
    pub fixes: Vec<Fix>,
    /// How often the same term occurs in this field, where it is more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub count: Option<u32>,
}

/// All findings of one record, in the order in which its fields stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
    /// How many are errors.
    pub errors: u32,
    /// How many are warnings.
    pub warnings: u32,
    /// How many are advice.
    pub advice: u32,
    /// No errors.
    pub ready: bool,
    /// Words of free text that were read.
    pub words: u32,
}

impl Report {
    /// Counts the findings.
    #[must_use]
    pub fn new(findings: Vec<Finding>, words: u32) -> Report {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).fold(0, |sum, _| sum + 1);
        let errors = count(Severity::Error);
        Report {
            errors,
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            ready: errors == 0,
            words,
            findings,
        }
    }
}

/// What the catalogue says of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RuleInfo {
    /// Id in the rule catalogue.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'static str,
    /// The severity where no policy changes it.
    pub severity: Severity,
    /// What it finds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub summary: &'static str,
    /// Why that matters to the child and to whoever reads the record.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub why: &'static str,
    /// The clauses that it stands on, as the standard in force numbers them.
    pub clauses: Vec<Citation>,
    /// A record, or a text, on which it speaks.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub bad: &'static str,
    /// The same, put right.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub good: &'static str,
}

/// What the catalogue says of one requirement of the standard in force: either rules ask
/// about it, or it is said why no program can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ClauseInfo {
    /// Its name, whatever the standard: "late-entry-stated".
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: &'static str,
    /// Where it stands in the standard in force: "6.8".
    pub section: String,
    /// The standard's own word for it: must, should, prefer.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub force: &'static str,
    /// What it asks.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub requirement: &'static str,
    /// The rules that stand on it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub rules: Vec<&'static str>,
    /// Why no program can see whether a record meets it, where no rule asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub unseen: Option<&'static str>,
}
