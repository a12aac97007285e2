//! Which fields a record must have, and what stands in them.

use crate::check::Context;
use crate::policy::{RecordKind, Required};
use crate::record::shape::{read_flag, read_words, same_letters};
use crate::record::{Field, Gap, Shape, Value, shape_at};

/// What the standards require of every child's file.
const FILE: [&str; 7] = [
    "referenceNumber",
    "child/fullName",
    "child/address",
    BIRTH,
    "child/ethnicity",
    "child/religion",
    "riskAssessment",
];

/// The date of birth.
pub const BIRTH: &str = "child/dateOfBirth";

/// What an unborn child has instead.
const EXPECTED_BIRTH: &str = "child/expectedBirthDate";

/// Where nothing is an answer.
const MAY_BE_NOTHING: [&str; 7] =
    ["religion", "communicationNeeds", "interpreter", "device", "deviceProcedure", "knownAs", "preferredWords"];

/// What stands in a required field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An answer.
    Given,
    /// Nothing.
    Missing,
    /// Something in place of an answer.
    Gap(Gap),
    /// Something of another kind, here or in what the field belongs to.
    Unreadable,
}

/// The required fields of the record, each once, and what stands in them.
pub fn required_fields<'p>(context: &Context<'p>) -> Vec<(&'p str, Answer)> {
    let standard: &[&str] = if context.entry.is_some() { &[] } else { &FILE };
    let mut paths = standard.to_vec();
    for required in &context.policy.required {
        if applies(required, context) && !paths.contains(&required.field.as_str()) {
            paths.push(&required.field);
        }
    }
    paths.into_iter().map(|path| answer_about(path, context)).collect()
}

fn applies(required: &Required, context: &Context) -> bool {
    let of = if context.entry.is_some() { RecordKind::Entry } else { RecordKind::File };
    let entry_type = context.entry.and_then(|entry| entry.entry_type.get());
    required.of == of
        && (required.types.is_empty() || entry_type.is_some_and(|of| required.types.contains(of)))
        && required.when.as_ref().is_none_or(|(path, values)| holds_one_of(path, values, context))
}

/// Whether the field holds one of the values, however it is written: "Yes" is `true`.
fn holds_one_of(path: &str, values: &[Value], context: &Context) -> bool {
    let Some((shape, _)) = shape_at(context.parts, path) else { return false };
    let is = |held: &Value, value: &Value| match (shape, value) {
        (Shape::Flag, _) | (_, Value::Bool(_)) => read_flag(held).is_some_and(|flag| read_flag(value) == Some(flag)),
        _ => read_words(held).zip(read_words(value)).is_some_and(|(held, value)| same_letters(&held, &value)),
    };
    match context.record.at(path) {
        Some(Value::List(items)) => items.iter().any(|item| values.iter().any(|value| is(item, value))),
        Some(held) => values.iter().any(|value| is(held, value)),
        None => false,
    }
}

/// What stands in the field; for the date of birth of a child who is not born, in the
/// expected date.
fn answer_about<'p>(path: &'p str, context: &Context) -> (&'p str, Answer) {
    let answer = answer_at(path, context);
    if path != BIRTH || answer == Answer::Given {
        return (path, answer);
    }
    match (answer, answer_at(EXPECTED_BIRTH, context)) {
        (Answer::Missing, Answer::Missing) => (path, answer),
        (Answer::Missing | Answer::Gap(Gap::NotBorn), expected) | (_, expected @ Answer::Given) => {
            (EXPECTED_BIRTH, expected)
        }
        _ => (path, answer),
    }
}

fn answer_at(path: &str, context: &Context) -> Answer {
    let groups = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
    let is_lost = |group: &str| {
        let shape = shape_at(context.parts, group).map_or(Shape::Any, |(shape, _)| shape);
        context.record.at(group).is_some_and(|value| matches!(shape.state(value), Field::Unreadable))
    };
    if !matches!(context.record, Value::Map(_)) || groups.into_iter().any(is_lost) {
        return Answer::Unreadable;
    }
    match (context.record.at(path), shape_at(context.parts, path)) {
        (Some(value), Some((shape, _))) => answer_in(value, shape, path),
        _ => Answer::Missing,
    }
}

fn answer_in(value: &Value, shape: Shape, path: &str) -> Answer {
    let is_text = matches!(shape, Shape::Words | Shape::Prose | Shape::ListOfWords);
    match (shape.state(value), gap_in(value)) {
        (Field::Given(()), Some(Gap::Nothing)) if MAY_BE_NOTHING.iter().any(|name| path.ends_with(name)) => {
            Answer::Given
        }
        (Field::Given(()), Some(gap)) if is_text && gap != Gap::NotBorn => Answer::Gap(gap),
        (Field::Given(()), _) if is_empty(value) => Answer::Missing,
        (Field::Given(()), _) => Answer::Given,
        (_, Some(gap)) => Answer::Gap(gap),
        (Field::Blank, None) => Answer::Missing,
        (Field::Unreadable, None) => Answer::Unreadable,
    }
}

/// The gap that a text is, or that all texts of a list are.
fn gap_in(value: &Value) -> Option<Gap> {
    match value {
        Value::List(items) => {
            let mut gaps = items.iter().filter(|item| !item.is_blank()).map(gap_in);
            let first = gaps.next()?;
            gaps.all(|gap| gap.is_some()).then_some(first)?
        }
        _ => value.text().and_then(Gap::read),
    }
}

/// Nothing there, or an object or list with nothing in it.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::List(items) => items.iter().all(is_empty),
        Value::Map(properties) => properties.iter().all(|(_, value)| is_empty(value)),
        _ => value.is_blank(),
    }
}
