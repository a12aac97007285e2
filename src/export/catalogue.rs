//! What a report has to know of the standard, and a column map of the record.

use serde::Serialize;

use crate::finding::{Citation, RuleInfo};
use crate::policy::{Policy, RecordKind};
use crate::record::{CaseFile, Entry, Part, Shape, shape_at};
use crate::rules::{RULES, catalogue};

/// A standard, its requirements, and the rules that look for them.
#[derive(Clone, Debug, Serialize)]
pub struct Catalogue<'p> {
    /// The standard's id: "wirral".
    pub standard: &'p str,
    /// The standard's name.
    pub title: &'p str,
    /// Where it asks for what, in our words.
    pub clauses: Vec<Clause<'p>>,
    /// All rules.
    pub rules: Vec<RuleInfo>,
    /// The ids of those that the policy switches off, or that the standard has no clause for.
    pub off: Vec<&'static str>,
}

/// One place in a standard.
#[derive(Clone, Debug, Serialize)]
pub struct Clause<'p> {
    /// The place.
    #[serde(flatten)]
    pub citation: Citation,
    /// What it asks for.
    pub requirements: Vec<&'p str>,
}

impl Catalogue<'_> {
    /// The catalogue under a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Catalogue<'_> {
        let standard = &policy.standard;
        let clause = |(section, requirements): (&str, _)| Clause {
            citation: Citation { standard: standard.id.clone(), section: section.to_owned() },
            requirements,
        };
        let is_off = |(index, _): &(usize, _)| policy.active(*index).is_none();
        Catalogue {
            standard: &standard.id,
            title: &standard.title,
            clauses: standard.requirements().into_iter().map(clause).collect(),
            rules: catalogue(policy),
            off: RULES.iter().enumerate().filter(is_off).map(|(_, rule)| rule.id).collect(),
        }
    }
}

/// A field that a column can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldInfo {
    /// Its slash path, with 0 for the place in each list.
    pub path: String,
    /// The words for it from the outside in: "decision 1", "who decided", "the name".
    pub labels: Vec<String>,
}

/// All fields that a column can hold, in the order in which they stand in a record.
#[must_use]
pub fn fields(kind: RecordKind) -> Vec<FieldInfo> {
    let parts = match kind {
        RecordKind::Entry => Entry::PARTS,
        RecordKind::File => CaseFile::PARTS,
    };
    let mut list = Vec::new();
    add(parts, parts, "", &mut list);
    list
}

fn add(all: &'static [Part], parts: &'static [Part], path: &str, list: &mut Vec<FieldInfo>) {
    // What kind of record it is, is the same in the whole export; entries are an export of their own.
    for part in parts.iter().filter(|part| !(path.is_empty() && ["kind", "entries"].contains(&part.name))) {
        let path = format!("{path}{}", part.name);
        match part.shape {
            Shape::Group(parts) => add(all, parts, &format!("{path}/"), list),
            Shape::List(parts) => add(all, parts, &format!("{path}/0/"), list),
            _ => {
                let labels = shape_at(all, &path).map(|(_, labels)| labels).unwrap_or_default();
                list.push(FieldInfo { path, labels: labels.into_iter().map(Into::into).collect() });
            }
        }
    }
}
