//! Which column holds what: headings become paths in the record.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::cells;
use super::letters::Letters;
use super::problem::Refusal;
use super::scan::Cell;
use crate::policy::RecordKind;
use crate::record::{CaseFile, Entry, Part, Shape, Value, shape_at};

/// Kind of record, path, and the headings that mean it, the surest first.
const HEADINGS: &str = include_str!("columns.tsv");

/// Path, answer, and how exports write that answer.
const ANSWERS: &str = include_str!("answers.tsv");

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Where in the record its cells go, as a slash path; nowhere, where the heading is
    /// not understood or another means the same more surely.
    pub path: Option<String>,
}

/// The columns of a table, and how its records are built.
#[derive(Debug)]
pub(super) struct Columns {
    list: Vec<Column>,
    outline: Outline,
    kind: RecordKind,
}

impl Columns {
    /// The columns under these headings, by the map or, without one, by what the headings say.
    pub fn new(headings: Vec<String>, map: Option<&[(String, String)]>, kind: RecordKind) -> Result<Columns, Refusal> {
        let paths = match map {
            Some(map) => look_up(&headings, map)?,
            None => guess(&headings, kind),
        };
        let mut outline = Outline::Nothing;
        for (index, path) in paths.iter().enumerate() {
            if let Some(path) = path {
                outline.add(path, index, kind);
            }
        }
        let list = headings.into_iter().zip(paths).map(|(heading, path)| Column { heading, path }).collect();
        Ok(Columns { list, outline, kind })
    }

    pub fn list(&self) -> &[Column] {
        &self.list
    }

    /// Whether a record can be made of any of them.
    pub fn are_of_use(&self) -> bool {
        !matches!(self.outline, Outline::Nothing)
    }

    /// Whether a row is the heading row once more, as where exports were joined.
    pub fn are_in(&self, row: &[u8], cells: &[Cell], quote: u8) -> bool {
        let letters = Letters::new(row);
        let is_heading = |(cell, column): (&Cell, &Column)| {
            cell.text(letters, quote).trim_start_matches('\u{FEFF}').trim() == column.heading
        };
        cells.iter().zip(&self.list).all(is_heading)
    }

    /// The record that a row holds.
    pub fn record(&self, row: &[u8], cells: &[Cell], quote: u8) -> Value {
        let letters = Letters::new(row);
        let text = |index: usize| cells.get(index).map(|cell| cell.text(letters, quote)).unwrap_or_default();
        let mut record = self.outline.value(&text).unwrap_or(Value::Map(Vec::new()));
        if self.kind == RecordKind::File {
            record.set("kind", "file".into());
        }
        record
    }
}

/// In a row below others so many headings have to be understood for it to be the heading row:
/// one or two may be words of a record.
const FEWEST_HEADINGS: usize = 3;

/// Whether cells are surely headings: those of the map, or several that are understood.
pub(super) fn are_headings(cells: &[String], map: Option<&[(String, String)]>, kind: RecordKind) -> bool {
    match map {
        Some(map) => look_up(cells, map).is_ok(),
        None => guess(cells, kind).iter().flatten().count() >= FEWEST_HEADINGS,
    }
}

/// Makes sure that a column map leads to fields of such a record, and to each once.
pub(super) fn check(map: &[(String, String)], kind: RecordKind) -> Result<(), Refusal> {
    let mut outline = Outline::Nothing;
    for (heading, path) in map.iter().filter(|(_, path)| !path.is_empty()) {
        let (heading, path) = (heading.clone(), path.clone());
        if leaf(&path, kind).is_none() {
            return Err(Refusal::NoSuchField { heading, path });
        }
        if !outline.add(&path, 0, kind) {
            return Err(Refusal::SameField { heading, path });
        }
    }
    Ok(())
}

fn parts(kind: RecordKind) -> &'static [Part] {
    match kind {
        RecordKind::Entry => Entry::PARTS,
        RecordKind::File => CaseFile::PARTS,
    }
}

/// The shape of a field that holds a value, not others.
fn leaf(path: &str, kind: RecordKind) -> Option<Shape> {
    let (shape, _) = shape_at(parts(kind), path)?;
    (!matches!(shape, Shape::Group(_) | Shape::List(_) | Shape::Any)).then_some(shape)
}

/// Letters and figures alone, in lower case: what is compared of a heading or an answer.
pub(super) fn letters(heading: &str) -> String {
    heading.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn look_up(headings: &[String], map: &[(String, String)]) -> Result<Vec<Option<String>>, Refusal> {
    let mut paths = vec![None; headings.len()];
    for (heading, path) in map.iter().filter(|(_, path)| !path.is_empty()) {
        let mut places = paths.iter_mut().zip(headings);
        match places.find(|(place, known)| place.is_none() && letters(known) == letters(heading)) {
            Some((place, _)) => *place = Some(path.clone()),
            None => return Err(Refusal::NoSuchHeading { heading: heading.clone() }),
        }
    }
    Ok(paths)
}

/// For each heading the path that it means, whatever stands in brackets behind it: "(Y/N)",
/// "(dd/mm/yyyy)". Where several mean the same, the surest has it.
fn guess(headings: &[String], kind: RecordKind) -> Vec<Option<String>> {
    let known = known_headings(kind);
    let mut paths: Vec<_> = headings
        .iter()
        .map(|heading| {
            let path = heading.trim_matches('/');
            if leaf(path, kind).is_some() {
                Some((0, path))
            } else {
                let plain = heading.split(['(', '[']).next().unwrap_or_default();
                let known = known.get(&letters(heading)).or_else(|| known.get(&letters(plain)));
                known.map(|(doubt, path)| (*doubt, path.as_ref()))
            }
        })
        .collect();
    let mut surest: HashMap<&str, (usize, usize)> = HashMap::new();
    for (index, (doubt, path)) in paths.iter().enumerate().filter_map(|(index, path)| Some((index, (*path)?))) {
        let best = surest.entry(path).or_insert((doubt, index));
        *best = (*best).min((doubt, index));
    }
    for (index, path) in paths.iter_mut().enumerate() {
        *path = path.filter(|(doubt, path)| surest.get(path) == Some(&(*doubt, index)));
    }
    paths.into_iter().map(|path| path.map(|(_, path)| path.to_owned())).collect()
}

/// What a heading can say: paths themselves, and the headings of systems in use. With
/// each how doubtful it is.
fn known_headings(kind: RecordKind) -> HashMap<String, (usize, Cow<'static, str>)> {
    let mut known = HashMap::new();
    add_paths(parts(kind), "", "", &mut known);
    let name = match kind {
        RecordKind::Entry => "entry",
        RecordKind::File => "file",
    };
    for [_, path, headings] in rows(HEADINGS).filter(|[of, ..]| *of == name) {
        for (doubt, heading) in headings.split(';').enumerate() {
            known.entry(letters(heading)).or_insert((doubt + 1, path.into()));
        }
    }
    known
}

/// The paths of all fields, with 0 for the place in each list: "sharing agreement" is
/// that of the first sharing.
fn add_paths(parts: &'static [Part], words: &str, path: &str, known: &mut HashMap<String, (usize, Cow<'static, str>)>) {
    for part in parts.iter().filter(|part| part.name != "entries") {
        let words = format!("{words}{}", part.name);
        let path = format!("{path}{}", part.name);
        match part.shape {
            Shape::Group(parts) => add_paths(parts, &words, &format!("{path}/"), known),
            Shape::List(parts) => add_paths(parts, &words, &format!("{path}/0/"), known),
            _ => {
                known.insert(letters(&words), (0, path.into()));
            }
        }
    }
}

/// The rows of a table of three columns, without its heading.
fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

/// Letters of an answer, and what it is called.
pub(super) type Answers = HashMap<String, &'static str>;

/// The record as the columns make it: where which cell goes.
#[derive(Debug, Default)]
enum Outline {
    #[default]
    Nothing,
    Cell {
        index: usize,
        shape: Shape,
        /// How answers are written, by their letters, and what they are called.
        answers: Answers,
    },
    Group(Vec<(String, Outline)>),
    List(BTreeMap<usize, Outline>),
}

impl Outline {
    /// Puts the cells of a column at a path; says whether that was free.
    fn add(&mut self, path: &str, index: usize, kind: RecordKind) -> bool {
        let Some(shape) = leaf(path, kind) else { return false };
        let answers = rows(ANSWERS).filter(|[of, ..]| *of == path);
        let answers =
            answers.flat_map(|[_, answer, written]| written.split(';').map(move |written| (letters(written), answer)));
        let steps = path.split('/').filter(|step| !step.is_empty());
        let place = self.place(steps);
        let free = place.is_some();
        if let Some(place) = place {
            *place = Outline::Cell { index, shape, answers: answers.collect() };
        }
        free
    }

    fn place<'s>(&mut self, mut steps: impl Iterator<Item = &'s str>) -> Option<&mut Outline> {
        let Some(step) = steps.next() else {
            return matches!(self, Outline::Nothing).then_some(self);
        };
        let number = step.parse::<usize>().ok();
        if matches!(self, Outline::Nothing) {
            *self = if number.is_some() { Outline::List(BTreeMap::new()) } else { Outline::Group(Vec::new()) };
        }
        match (self, number) {
            (Outline::List(items), Some(number)) => items.entry(number).or_default().place(steps),
            (Outline::Group(parts), None) => {
                let known = parts.iter().position(|(name, _)| name == step);
                let known = known.unwrap_or_else(|| {
                    parts.push((step.to_owned(), Outline::Nothing));
                    parts.len() - 1
                });
                parts.get_mut(known)?.1.place(steps)
            }
            _ => None,
        }
    }

    /// What the cells of a row make of it. Blank cells make nothing, nor does an object
    /// or an item of a list in which all are blank.
    fn value<'t>(&self, text: &impl Fn(usize) -> Cow<'t, str>) -> Option<Value> {
        match self {
            Outline::Nothing => None,
            Outline::Cell { index, shape, answers } => cells::read(&text(*index), *shape, answers),
            Outline::Group(parts) => {
                let parts = parts.iter().filter_map(|(name, part)| Some((name.clone(), part.value(text)?)));
                Some(Value::Map(parts.collect())).filter(|value| *value != Value::Map(Vec::new()))
            }
            Outline::List(items) => {
                let items = items.values().filter_map(|item| item.value(text));
                Some(Value::List(items.collect())).filter(|value| *value != Value::List(Vec::new()))
            }
        }
    }
}
