//! A policy as an agency writes it, and the strict reading of it.

use super::PolicyError;
use crate::record::Value;
use crate::record::shape::{
    Choice, Field, List, Part, Shape, choices, field, kind, objects, read, read_date, read_list_of_words, read_number,
    read_words, shape,
};
#[cfg(target_arch = "wasm32")]
use crate::record::shape::{colon, typescript};

choices! {
    /// Which records a requirement is about.
    RecordKind { Entry "entry", File "file" }

    /// How the rules are to treat a term of the agency's glossary.
    TermKind {
        Allowed "allowed", Jargon "jargon", Judgmental "judgmental", Blaming "blaming",
        Speculative "speculative", Insensitive "insensitive", Abbreviation "abbreviation",
    }

    /// Where the years of retention count from.
    RetentionFrom { Birth "birth", Closing "closing" }
}

objects! {
    /// The agency's policy. Everything is optional. An unknown name or a bad value is an error that says where.
    Policy {
        standard "standard" "the standard": Any<"\"nel-scp\" | \"wirral\" | Standard">,
        /// Severity per rule, or off.
        rules "rules" "the rules": Any<"Record<string, Severity | \"off\">">,
        /// Fields by slash path, as in `attach`: "author/postTitle".
        required "required" "required field": List<Required>,
        /// How soon after the event a record is to be written.
        late "late" "lateness": Any<"{ default?: Timescale; types?: Partial<Record<EntryType, Timescale>> }">,
        /// Days without work beside weekends and the bank holidays of England and Wales.
        closed_days "closedDays" "closed days": ListOfWords,
        glossary "glossary" "term": List<Term>,
        /// Names of people, places, teams and organisations that no language rule questions.
        names "names" "names": ListOfWords,
        /// A sentence of more words than this is long.
        long_sentence "longSentence" "words of a long sentence": Number,
        /// The age from which a child is asked to agree to sharing.
        child_asks_from "childAsksFrom" "age": Number,
        /// The age from which a visit says whether the child was seen alone.
        seen_alone_from "seenAloneFrom" "age": Number,
        /// Names of the agency itself: telling these is not sharing.
        own_agency "ownAgency" "the agency’s names": ListOfWords,
        retention_years "retentionYears" "years": Number,
        /// Where the years count from; birth when absent.
        retention_from "retentionFrom" "start of retention": OneOf<RetentionFrom>,
        audit_every_months "auditEveryMonths" "months": Number,
        deficiency_days "deficiencyDays" "days": Number,
        stale_days "staleDays" "days": Number,
        /// Standing text that may repeat from record to record.
        templates "templates" "templates": ListOfWords,
    }

    /// A field that the agency requires.
    Required {
        field "field" "the field": Words,
        of "of" "the kind of record": OneOf<RecordKind>,
        when "when" "the condition": Group<Condition>,
        types "types" "types of entry": Any<"EntryType[]">,
    }

    /// When a field is required: another field has the value, or one of the values.
    Condition {
        field "field" "the field": Words,
        is "is" "the value": Any<"string | boolean | (string | boolean)[]">,
    }

    /// A term of the agency's own.
    Term {
        term "term" "the term": Words,
        meaning "meaning" "the meaning": Words,
        instead "instead" "what to say instead": Words,
        kind "as" "how to treat it": OneOf<TermKind>,
    }
}

/// Refuses whatever the parts do not name, and every value that is not of its kind.
pub(super) fn refuse(value: &Value, parts: &'static [Part], path: &str) -> Result<(), PolicyError> {
    let properties = match value {
        Value::Null => return Ok(()),
        Value::Map(properties) => properties,
        _ => return Err(PolicyError::new(path, "must be an object")),
    };
    for (name, value) in properties {
        let here = super::join(path, name);
        let Some(part) = parts.iter().find(|part| part.name == name) else {
            return Err(PolicyError::unknown(&here, "setting", name, parts.iter().map(|part| part.name)));
        };
        refuse_value(value, part.shape, &here)?;
    }
    Ok(())
}

fn refuse_value(value: &Value, shape: Shape, path: &str) -> Result<(), PolicyError> {
    if *value == Value::Null {
        return Ok(());
    }
    let must = |fits: bool, problem: &str| if fits { Ok(()) } else { Err(PolicyError::new(path, problem)) };
    match (shape, value) {
        (Shape::Any, _) => Ok(()),
        (Shape::Words | Shape::Prose, _) => must(value.text().is_some() && !value.is_blank(), "must be text"),
        (Shape::Date, _) => must(read_date(value).is_some(), "must be a date"),
        (Shape::Flag, _) => must(matches!(value, Value::Bool(_)), "must be true or false"),
        (Shape::Number, Value::Number(_)) => {
            must(read_number(value).is_some_and(|number| number >= 0), "must be a whole number from 0")
        }
        (Shape::Number, _) => must(false, "must be a whole number from 0"),
        (Shape::OneOf(names), Value::Text(name)) => one_of(path, "value", name, names),
        (Shape::OneOf(_), _) => must(false, "must be text"),
        (Shape::Group(parts), _) => refuse(value, parts, path),
        (Shape::ListOfWords, _) => refuse_items(value, path, |item, path| refuse_value(item, Shape::Words, path)),
        (Shape::List(parts), _) => refuse_items(value, path, |item, path| refuse(item, parts, path)),
    }
}

/// Refuses what is no list, and the first item that is not right.
pub(super) fn refuse_items(
    value: &Value,
    path: &str,
    mut refuse: impl FnMut(&Value, &str) -> Result<(), PolicyError>,
) -> Result<(), PolicyError> {
    let Value::List(items) = value else {
        return Err(PolicyError::new(path, "must be a list"));
    };
    items.iter().enumerate().try_for_each(|(index, item)| refuse(item, &format!("{path}/{index}")))
}

/// Refuses a name that is not among the names.
pub(super) fn one_of(path: &str, what: &str, name: &str, names: &[&'static str]) -> Result<(), PolicyError> {
    if names.contains(&name) { Ok(()) } else { Err(PolicyError::unknown(path, what, name, names.iter().copied())) }
}
