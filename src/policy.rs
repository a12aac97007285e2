//! The agency's policy: which standard, which rules, how soon, whose words.
//!
//! It is strict. A misspelt name is refused with its place and the nearest right
//! name, because a policy that is half understood checks something that nobody
//! decided.

pub mod written;

use std::fmt;

use chrono::NaiveDate;

use crate::calendar::{Calendar, Moment};
use crate::check::names::Names;
use crate::finding::{Citation, Severity};
use crate::lexicon::Lexicon;
use crate::record::{CaseFile, Choice, Entry, EntryType, Field, Value, shape_at};
use crate::rules::{RULES, Rule};
use crate::standard::{Standard, clause_names};
pub use written::{RecordKind, RetentionFrom, TermKind};
use written::{one_of, refuse, refuse_items};

/// Where a policy was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// The place in the policy, as a slash path: `rules/timing/late-entry-not-stated`.
    pub path: String,
    /// What is wrong there, in one clause.
    pub problem: String,
}

impl PolicyError {
    fn new(path: &str, problem: impl Into<String>) -> PolicyError {
        PolicyError { path: path.to_owned(), problem: problem.into() }
    }

    /// A name that nobody knows, with the nearest that somebody does.
    fn unknown(path: &str, what: &str, name: &str, known: impl Iterator<Item = &'static str>) -> PolicyError {
        let nearest = known.map(|known| (distance(name, known), known)).min();
        PolicyError::new(
            path,
            match nearest {
                Some((distance, nearest)) if distance <= 1 + nearest.len() / 3 => {
                    format!("there is no {what} of that name; did you mean “{nearest}”?")
                }
                _ => format!("there is no {what} of that name"),
            },
        )
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let place = if self.path.is_empty() { "policy" } else { &self.path };
        write!(formatter, "{place}: {}", self.problem)
    }
}

impl std::error::Error for PolicyError {}

/// How many letters have to change to make one name of the other. Names longer
/// than any of ours are cut, so that the time stays bounded.
fn distance(one: &str, other: &str) -> usize {
    const LONGEST: usize = 64;
    let other: Vec<char> = other.chars().take(LONGEST).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().take(LONGEST).enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, above) in other.iter().zip(row.iter_mut().skip(1)) {
            let replaced = diagonal + usize::from(!cell.eq_ignore_ascii_case(&letter));
            diagonal = *above;
            left = replaced.min(left + 1).min(*above + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// A path below another; the root is empty.
fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// How soon after the event a record is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timescale {
    /// Hours on the clock.
    Hours(u32),
    /// By the end of that working day after the day of the event.
    WorkingDays(u32),
}

/// A field that the agency requires, beside those that the standard does.
#[derive(Clone, Debug, PartialEq)]
pub struct Required {
    /// Slash path in the record.
    pub field: String,
    /// Which kind of record it is about.
    pub of: RecordKind,
    /// Only where the field at the path holds one of the values.
    pub when: Option<(String, Vec<Value>)>,
    /// Only for entries of these types; for all where empty.
    pub types: Vec<EntryType>,
}

/// A term of the agency's glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term, as it is written.
    pub term: String,
    /// What it means; a term with a meaning and nothing else is allowed.
    pub meaning: String,
    /// What to write instead.
    pub instead: String,
    /// How the rules treat it.
    pub kind: TermKind,
}

/// A policy that has been read and found right.
#[derive(Debug)]
pub struct Policy {
    /// The standard in force.
    pub standard: Standard,
    /// Per rule of the list: its severity and citations, or nothing where it does not run.
    active: Vec<Option<(Severity, Vec<Citation>)>>,
    /// Whether rules run that read texts.
    pub(crate) reads_texts: bool,
    /// Fields that the agency requires.
    pub required: Vec<Required>,
    /// How soon records are to be written, where their type has no timescale of its own.
    pub late: Timescale,
    /// Timescales of types of entry.
    pub late_types: Vec<(EntryType, Timescale)>,
    /// The working days.
    pub calendar: Calendar,
    /// The agency's own terms.
    pub glossary: Vec<Term>,
    /// Names that no language rule questions.
    pub names: Names,
    /// A sentence of more words than this is long.
    pub long_sentence: u32,
    /// The age in years from which a child is asked to agree to sharing.
    pub child_asks_from: u32,
    /// The age in years from which a visit says whether the child was seen alone.
    pub seen_alone_from: u32,
    /// Names of the agency itself.
    pub own_agency: Vec<String>,
    /// Years for which a closed file is kept, where the agency says so.
    pub retention_years: Option<u32>,
    /// Where those years count from.
    pub retention_from: RetentionFrom,
    /// Months between audits.
    pub audit_every_months: u32,
    /// Days in which a shortcoming is put right.
    pub deficiency_days: u32,
    /// Days after which an open file without an entry is stale.
    pub stale_days: u32,
    /// Standing text that may repeat.
    pub templates: Vec<String>,
    /// What the language rules know, the agency's glossary included.
    pub lexicon: Lexicon,
}

impl Default for Policy {
    /// NEL SCP, every rule at its own severity, records due by the end of the next working day.
    fn default() -> Policy {
        let standard = Standard::nel_scp();
        Policy {
            active: activate(&standard, |rule| Some(rule.severity)),
            reads_texts: true,
            standard,
            required: Vec::new(),
            late: Timescale::WorkingDays(1),
            late_types: Vec::new(),
            calendar: Calendar::default(),
            glossary: Vec::new(),
            names: Names::default(),
            long_sentence: 30,
            child_asks_from: 12,
            seen_alone_from: 4,
            own_agency: Vec::new(),
            retention_years: None,
            retention_from: RetentionFrom::Birth,
            audit_every_months: 6,
            deficiency_days: 28,
            stale_days: 42,
            templates: Vec::new(),
            lexicon: Lexicon::new(&[]),
        }
    }
}

/// A rule that stands on clauses which the standard does not have does not run.
fn activate(
    standard: &Standard,
    severity: impl Fn(&Rule) -> Option<Severity>,
) -> Vec<Option<(Severity, Vec<Citation>)>> {
    RULES
        .iter()
        .map(|rule| {
            let citations = standard.cite(rule.clauses);
            severity(rule).filter(|_| !citations.is_empty()).map(|severity| (severity, citations))
        })
        .collect()
}

impl Policy {
    /// Reads a policy. `null` is the default policy.
    ///
    /// # Errors
    /// Names the place of the first unknown name or bad value, and the nearest right name.
    pub fn read(value: &Value) -> Result<Policy, PolicyError> {
        refuse(value, written::Policy::PARTS, "")?;
        let written = written::Policy::read(value);
        let standard = read_standard(written.standard)?;
        let severities = read_severities(written.rules)?;
        let active = activate(&standard, |rule| {
            let changed = severities.iter().find(|(id, _)| *id == rule.id).map(|(_, severity)| *severity);
            changed.unwrap_or(Some(rule.severity))
        });
        let (late, late_types) = read_late(written.late)?;
        let glossary: Vec<Term> = written
            .glossary
            .iter()
            .enumerate()
            .map(|(index, term)| read_term(term, index))
            .collect::<Result<_, _>>()?;
        let required = written
            .required
            .iter()
            .enumerate()
            .map(|(index, required)| read_required(required, index))
            .collect::<Result<_, _>>()?;
        let usual = Policy::default();
        Ok(Policy {
            active,
            reads_texts: true,
            standard,
            required,
            late: late.unwrap_or(usual.late),
            late_types,
            calendar: Calendar::new(read_closed_days(&written.closed_days)?),
            lexicon: if glossary.is_empty() { usual.lexicon } else { Lexicon::new(&glossary) },
            glossary,
            names: read_names(&written.names),
            long_sentence: number(&written.long_sentence).unwrap_or(usual.long_sentence),
            child_asks_from: number(&written.child_asks_from).unwrap_or(usual.child_asks_from),
            seen_alone_from: number(&written.seen_alone_from).unwrap_or(usual.seen_alone_from),
            own_agency: words(&written.own_agency),
            retention_years: number(&written.retention_years),
            retention_from: written.retention_from.get().copied().unwrap_or(usual.retention_from),
            audit_every_months: number(&written.audit_every_months).unwrap_or(usual.audit_every_months),
            deficiency_days: number(&written.deficiency_days).unwrap_or(usual.deficiency_days),
            stale_days: number(&written.stale_days).unwrap_or(usual.stale_days),
            templates: words(&written.templates),
        })
    }

    /// A policy by which these rules alone look, each as under this one. They may ask it for
    /// its days, not for its terms and names, and read no texts.
    #[cfg(feature = "export")]
    pub(crate) fn only(&self, rules: &[&str]) -> Policy {
        let listed = RULES.iter().map(|rule| rules.contains(&rule.id));
        let active = self.active.iter().zip(listed).map(|(active, listed)| active.clone().filter(|_| listed)).collect();
        Policy {
            active,
            stale_days: self.stale_days,
            calendar: self.calendar.clone(),
            reads_texts: false,
            ..Policy::default()
        }
    }

    /// The severity and the citations of the rule at that place of the list, where it runs.
    #[must_use]
    pub fn active(&self, rule: usize) -> Option<&(Severity, Vec<Citation>)> {
        self.active.get(rule).and_then(Option::as_ref)
    }

    /// How soon an entry of that type is to be written.
    #[must_use]
    pub fn timescale(&self, entry_type: Option<EntryType>) -> Timescale {
        let own = self.late_types.iter().find(|(of, _)| Some(*of) == entry_type);
        own.map_or(self.late, |(_, timescale)| *timescale)
    }
}

fn number(field: &Field<i64>) -> Option<u32> {
    field.get().map(|number| u32::try_from(*number).unwrap_or(u32::MAX))
}

fn read_names<T: AsRef<str>>(field: &Field<Vec<T>>) -> Names {
    let mut names = Names::default();
    for name in field.get().into_iter().flatten() {
        names.add(name.as_ref());
    }
    names
}

fn words<T: AsRef<str>>(field: &Field<Vec<T>>) -> Vec<String> {
    field.get().map(|words| words.iter().map(|word| word.as_ref().to_owned()).collect()).unwrap_or_default()
}

fn read_standard(value: &Value) -> Result<Standard, PolicyError> {
    let here = "standard";
    match value {
        Value::Null => Ok(Standard::nel_scp()),
        Value::Text(name) if name == "nel-scp" => Ok(Standard::nel_scp()),
        Value::Text(name) if name == "wirral" => Ok(Standard::wirral()),
        Value::Text(name) => Err(PolicyError::unknown(here, "standard", name, ["nel-scp", "wirral"].into_iter())),
        Value::Map(properties) => {
            if let Some((name, _)) = properties.iter().find(|(name, _)| !STANDARD.contains(&name.as_str())) {
                return Err(PolicyError::unknown(&join(here, name), "setting", name, STANDARD.into_iter()));
            }
            let text = |name| match value.get(name).and_then(Value::text).map(str::trim) {
                Some(text) if !text.is_empty() => Ok(text.to_owned()),
                _ => Err(PolicyError::new(&join(here, name), "must be text")),
            };
            Ok(Standard::new(text("id")?, text("title")?, read_clauses(value.get("clauses"))?))
        }
        _ => Err(PolicyError::new(here, "must be “nel-scp”, “wirral” or a standard of your own")),
    }
}

const STANDARD: [&str; 3] = ["id", "title", "clauses"];

fn read_clauses(value: Option<&Value>) -> Result<Vec<(String, String)>, PolicyError> {
    let here = "standard/clauses";
    let Some(Value::Map(clauses)) = value else {
        return Err(PolicyError::new(here, "must say where each clause stands"));
    };
    clauses
        .iter()
        .map(|(clause, section)| {
            let here = join(here, clause);
            if !clause_names().any(|name| name == clause) {
                return Err(PolicyError::unknown(&here, "clause", clause, clause_names()));
            }
            match section.text() {
                Some(section) => Ok((clause.clone(), section.to_owned())),
                None => Err(PolicyError::new(&here, "must be text")),
            }
        })
        .collect()
}

type Severities<'v> = Vec<(&'v str, Option<Severity>)>;

fn read_severities(value: &Value) -> Result<Severities<'_>, PolicyError> {
    const LEVELS: [&str; 4] = ["error", "warning", "advice", "off"];
    let properties = match value {
        Value::Null => return Ok(Vec::new()),
        Value::Map(properties) => properties,
        _ => return Err(PolicyError::new("rules", "must be an object")),
    };
    properties
        .iter()
        .map(|(id, level)| {
            let here = join("rules", id);
            if !RULES.iter().any(|rule| rule.id == id) {
                return Err(PolicyError::unknown(&here, "rule", id, RULES.iter().map(|rule| rule.id)));
            }
            let severity = match level.text() {
                Some("error") => Some(Severity::Error),
                Some("warning") => Some(Severity::Warning),
                Some("advice") => Some(Severity::Advice),
                Some("off") => None,
                other => {
                    let name = other.unwrap_or_default();
                    return Err(PolicyError::unknown(&here, "severity", name, LEVELS.into_iter()));
                }
            };
            Ok((id.as_str(), severity))
        })
        .collect()
}

type Lateness = (Option<Timescale>, Vec<(EntryType, Timescale)>);

fn read_late(value: &Value) -> Result<Lateness, PolicyError> {
    let mut late = (None, Vec::new());
    let properties = match value {
        Value::Null => return Ok(late),
        Value::Map(properties) => properties,
        _ => return Err(PolicyError::new("late", "must be an object")),
    };
    for (name, value) in properties {
        match (name.as_str(), value) {
            ("default", _) => late.0 = Some(read_timescale(value, "late/default")?),
            ("types", Value::Map(types)) => {
                for (name, value) in types {
                    let here = join("late/types", name);
                    one_of(&here, "type of entry", name, EntryType::NAMES)?;
                    if let Some(entry_type) = EntryType::read(name) {
                        late.1.push((entry_type, read_timescale(value, &here)?));
                    }
                }
            }
            ("types", _) => return Err(PolicyError::new("late/types", "must be an object")),
            _ => {
                let known = ["default", "types"].into_iter();
                return Err(PolicyError::unknown(&join("late", name), "setting", name, known));
            }
        }
    }
    Ok(late)
}

fn read_timescale(value: &Value, path: &str) -> Result<Timescale, PolicyError> {
    let Value::Map(properties) = value else {
        return Err(PolicyError::new(path, "must be an object with hours or workingDays"));
    };
    let [(unit, amount)] = properties.as_slice() else {
        return Err(PolicyError::new(path, "must have hours or workingDays, and nothing else"));
    };
    let here = join(path, unit);
    let amount = || match amount {
        Value::Number(number) if *number >= 0.0 && number.fract() == 0.0 && *number <= f64::from(u16::MAX) => {
            crate::record::shape::read_number(amount).and_then(|amount| u32::try_from(amount).ok())
        }
        _ => None,
    };
    let amount = || amount().ok_or_else(|| PolicyError::new(&here, "must be a whole number from 0 to 65535"));
    match unit.as_str() {
        "hours" => Ok(Timescale::Hours(amount()?)),
        "workingDays" => Ok(Timescale::WorkingDays(amount()?)),
        _ => Err(PolicyError::unknown(&here, "unit of time", unit, ["hours", "workingDays"].into_iter())),
    }
}

fn read_closed_days<T: AsRef<str>>(days: &Field<Vec<T>>) -> Result<Vec<NaiveDate>, PolicyError> {
    let days = days.get().map(Vec::as_slice).unwrap_or_default();
    days.iter()
        .enumerate()
        .map(|(index, day)| {
            let day = Moment::read(day.as_ref());
            day.map(|day| day.date).ok_or_else(|| PolicyError::new(&format!("closedDays/{index}"), "must be a date"))
        })
        .collect()
}

fn read_term(term: &written::Term, index: usize) -> Result<Term, PolicyError> {
    if term.term.text().is_empty() {
        return Err(PolicyError::new(&format!("glossary/{index}/term"), "must be text"));
    }
    Ok(Term {
        term: term.term.text().to_owned(),
        meaning: term.meaning.text().to_owned(),
        instead: term.instead.text().to_owned(),
        kind: term.kind.get().copied().unwrap_or(TermKind::Allowed),
    })
}

fn read_required(required: &written::Required, index: usize) -> Result<Required, PolicyError> {
    let here = format!("required/{index}");
    let of = required.of.get().copied().unwrap_or(RecordKind::Entry);
    let field = read_path(required.field.text(), of, &join(&here, "field"))?;
    let when = if required.when.present {
        let path = read_path(required.when.field.text(), of, &join(&here, "when/field"))?;
        Some((path, read_values(required.when.is, &join(&here, "when/is"))?))
    } else {
        None
    };
    let mut types = Vec::new();
    if *required.types != Value::Null {
        refuse_items(required.types, &join(&here, "types"), |item, path| {
            let name = item.text().unwrap_or_default();
            one_of(path, "type of entry", name, EntryType::NAMES)?;
            types.extend(EntryType::read(name));
            Ok(())
        })?;
    }
    Ok(Required { field, of, when, types })
}

/// A path that leads to a field of that kind of record.
fn read_path(path: &str, of: RecordKind, here: &str) -> Result<String, PolicyError> {
    let parts = match of {
        RecordKind::Entry => Entry::PARTS,
        RecordKind::File => CaseFile::PARTS,
    };
    let path = path.trim_matches('/');
    if !path.is_empty() && shape_at(parts, path).is_some() {
        return Ok(path.to_owned());
    }
    // The nearest name is looked for where the path leaves the record.
    let mut known = parts;
    let mut name = path;
    let mut walked = String::new();
    for step in path.split('/') {
        walked = join(&walked, step);
        name = step;
        match shape_at(parts, &walked) {
            Some((crate::record::Shape::Group(next) | crate::record::Shape::List(next), _)) => known = next,
            Some(_) => {}
            None => break,
        }
    }
    Err(PolicyError::unknown(here, "field", name, known.iter().map(|part| part.name)))
}

fn read_values(value: &Value, here: &str) -> Result<Vec<Value>, PolicyError> {
    match value {
        Value::Text(_) | Value::Bool(_) => Ok(vec![value.clone()]),
        Value::List(values) if values.iter().all(|value| matches!(value, Value::Text(_) | Value::Bool(_))) => {
            Ok(values.clone())
        }
        _ => Err(PolicyError::new(here, "must be text, true or false, or a list of these")),
    }
}
