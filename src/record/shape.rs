//! How a record is described once, as a table, and read leniently by it.
//!
//! The table of `record.rs` gives for every property its name in JSON, the words
//! by which a message speaks of it, and its kind. Out of it come the Rust types,
//! the [`Shape`] that walks and path look-ups follow, and the TypeScript types.

use std::borrow::Cow;

use super::gap::{Gap, is_no_date, without_letter};
use super::value::Value;
use crate::calendar::Moment;

/// What a property may hold.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A name, a code, a number on a letter: short text that no language rule reads.
    Words,
    /// Free text, which the language rules read.
    Prose,
    /// A date, with or without a time.
    Date,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// One of the names.
    OneOf(&'static [&'static str]),
    /// A list of names.
    ListOfWords,
    /// An object with these properties.
    Group(&'static [Part]),
    /// A list of such objects.
    List(&'static [Part]),
    /// Whatever the reader of it allows; only policies have such properties.
    Any,
}

impl Shape {
    /// What a record reads where the value stands in a property of this kind.
    #[must_use]
    pub fn state(self, value: &Value) -> Field<()> {
        let is = |holds: bool| holds.then_some(());
        match self {
            Shape::Words | Shape::Prose => field(Some(value), |value| read_words(value).map(|_| ())),
            Shape::Date => field(Some(value), |value| read_date(value).map(|_| ())),
            Shape::Flag => field(Some(value), |value| read_flag(value).map(|_| ())),
            Shape::Number => field(Some(value), |value| read_number(value).map(|_| ())),
            Shape::ListOfWords => field(Some(value), |value| read_list_of_words(value).map(|_| ())),
            Shape::OneOf(names) => field(Some(value), |value| {
                is(value.text().is_some_and(|text| names.iter().any(|name| same_letters(name, text))))
            }),
            Shape::Group(_) => field(Some(value), |value| is(matches!(value, Value::Map(_)))),
            Shape::List(_) => field(Some(value), |value| is(matches!(value, Value::List(_)))),
            Shape::Any => Field::Given(()),
        }
    }
}

/// One property of an object.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name in JSON.
    pub name: &'static str,
    /// How a message speaks of it: "the post title".
    pub label: &'static str,
    /// What it may hold.
    pub shape: Shape,
}

/// The shape at a path, and the words for it from the outside in: for
/// `decisions/0/madeBy/name` "decision 1", "who made it", "the name".
#[must_use]
pub fn shape_at(parts: &'static [Part], path: &str) -> Option<(Shape, Vec<Cow<'static, str>>)> {
    let mut shape = Shape::Group(parts);
    let mut labels: Vec<Cow<'static, str>> = Vec::new();
    for step in path.split('/').filter(|step| !step.is_empty()) {
        shape = match shape {
            Shape::Group(parts) => {
                let part = parts.iter().find(|part| part.name == step)?;
                labels.push(part.label.into());
                part.shape
            }
            Shape::List(parts) => {
                number(labels.last_mut()?, step)?;
                Shape::Group(parts)
            }
            Shape::ListOfWords => {
                number(labels.last_mut()?, step)?;
                Shape::Words
            }
            _ => return None,
        };
    }
    Some((shape, labels))
}

/// People count from one.
fn number(label: &mut Cow<'static, str>, step: &str) -> Option<()> {
    let index = step.parse::<u32>().ok()?;
    *label = format!("{label} {}", index.saturating_add(1)).into();
    Some(())
}

/// What a property held.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    /// Absent, `null`, empty, or only spaces; where no text belongs also "n/a" and the like.
    #[default]
    Blank,
    /// Something that is not of the property's kind. `fields/unreadable` says so;
    /// every other rule treats it with the doubt on the writer's side.
    Unreadable,
    /// A value of the kind.
    Given(T),
}

impl<T> Field<T> {
    /// The value, where one was given.
    pub fn get(&self) -> Option<&T> {
        match self {
            Field::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Nothing was there at all.
    pub fn is_blank(&self) -> bool {
        matches!(self, Field::Blank)
    }

    /// A value of the kind was there.
    pub fn is_given(&self) -> bool {
        matches!(self, Field::Given(_))
    }
}

impl Field<Cow<'_, str>> {
    /// The text without the spaces around it; empty where none was given.
    #[must_use]
    pub fn text(&self) -> &str {
        self.get().map_or("", |text| text.trim())
    }

    /// Something stands there that is not "tbc", "not known" or the like.
    #[must_use]
    pub fn has_answer(&self) -> bool {
        match self {
            Field::Blank => false,
            Field::Unreadable => true,
            Field::Given(text) => Gap::read(text).is_none(),
        }
    }
}

impl Field<bool> {
    /// Said to be so.
    #[must_use]
    pub fn is_yes(&self) -> bool {
        self.get() == Some(&true)
    }

    /// Said not to be so.
    #[must_use]
    pub fn is_no(&self) -> bool {
        self.get() == Some(&false)
    }
}

/// A list of objects, empty where none was given.
#[derive(Clone, Debug)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        List(Vec::new())
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

/// A choice among names, as in JSON.
pub trait Choice: Sized + Copy + 'static {
    /// The names, in the order of the variants.
    const NAMES: &'static [&'static str];
    /// The variants.
    const ALL: &'static [Self];

    /// Reads a name as people and systems write it: "Phone call" is `phoneCall`.
    #[must_use]
    fn read(text: &str) -> Option<Self> {
        let position = Self::NAMES.iter().position(|name| same_letters(name, text))?;
        Self::ALL.get(position).copied()
    }
}

/// Whether two names have the same letters, whatever their case and what stands between.
pub(crate) fn same_letters(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    letters(one).eq(letters(other))
}

/// The yes and no of forms and exports.
pub(crate) fn read_flag(value: &Value) -> Option<bool> {
    const YES: [&str; 5] = ["yes", "y", "true", "1", "on"];
    const NO: [&str; 5] = ["no", "n", "false", "0", "off"];
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(_) => match read_number(value) {
            Some(1) => Some(true),
            Some(0) => Some(false),
            _ => None,
        },
        Value::Text(text) => {
            let is = |word: &&str| word.eq_ignore_ascii_case(without_letter(text));
            if YES.iter().any(is) { Some(true) } else { NO.iter().any(is).then_some(false) }
        }
        _ => None,
    }
}

/// A whole number, or text that is one.
#[allow(clippy::cast_possible_truncation, reason = "whole and within 2^53 where it is cast")]
pub(crate) fn read_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => Some(*number as i64),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Text, or a number where the text is one: a reference number may come as either.
pub(crate) fn read_words(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) => Some(text.as_str().into()),
        Value::Number(_) => read_number(value).map(|number| number.to_string().into()),
        _ => None,
    }
}

/// A date, or a date and time.
pub(crate) fn read_date(value: &Value) -> Option<Moment> {
    value.text().and_then(Moment::read).filter(|moment| !is_no_date(moment.date))
}

/// Names: a list of them, or one text in which semicolons or line ends part them,
/// as a form that has a single box gives it.
pub(crate) fn read_list_of_words(value: &Value) -> Option<Vec<Cow<'_, str>>> {
    match value {
        Value::List(items) => Some(items.iter().filter(|item| !item.is_blank()).filter_map(read_words).collect()),
        Value::Text(text) => {
            Some(text.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty()).map(Cow::from).collect())
        }
        _ => None,
    }
}

/// Reads a property by the reader of its kind.
pub(crate) fn field<'r, T>(value: Option<&'r Value>, read: impl FnOnce(&'r Value) -> Option<T>) -> Field<T> {
    match value {
        None => Field::Blank,
        Some(value) if value.is_blank() => Field::Blank,
        Some(value) => match read(value) {
            Some(read) => Field::Given(read),
            None if value.text().and_then(Gap::read).is_some_and(Gap::is_blank) => Field::Blank,
            None => Field::Unreadable,
        },
    }
}

/// The Rust type of a property of that kind.
macro_rules! kind {
    ($r:lifetime Words) => { Field<std::borrow::Cow<$r, str>> };
    ($r:lifetime Prose) => { Field<std::borrow::Cow<$r, str>> };
    ($r:lifetime Date) => { Field<crate::calendar::Moment> };
    ($r:lifetime Flag) => { Field<bool> };
    ($r:lifetime Number) => { Field<i64> };
    ($r:lifetime ListOfWords) => { Field<Vec<std::borrow::Cow<$r, str>>> };
    ($r:lifetime OneOf $of:ident) => { Field<$of> };
    ($r:lifetime Group $of:ident) => { $of<$r> };
    ($r:lifetime List $of:ident) => { List<$of<$r>> };
    ($r:lifetime Any $of:literal) => { &$r Value };
}

/// The shape of a property of that kind.
macro_rules! shape {
    (OneOf $of:ident) => {
        Shape::OneOf(<$of as Choice>::NAMES)
    };
    (Group $of:ident) => {
        Shape::Group($of::PARTS)
    };
    (List $of:ident) => {
        Shape::List($of::PARTS)
    };
    (Any $of:literal) => {
        Shape::Any
    };
    ($kind:ident) => {
        Shape::$kind
    };
}

/// The reading of a property of that kind.
macro_rules! read {
    ($value:expr, Words) => {
        field($value, read_words)
    };
    ($value:expr, Prose) => {
        field($value, read_words)
    };
    ($value:expr, Date) => {
        field($value, read_date)
    };
    ($value:expr, Flag) => {
        field($value, read_flag)
    };
    ($value:expr, Number) => {
        field($value, read_number)
    };
    ($value:expr, ListOfWords) => {
        field($value, read_list_of_words)
    };
    ($value:expr, OneOf $of:ident) => {
        field($value, |value: &Value| value.text().and_then(<$of as Choice>::read))
    };
    ($value:expr, Group $of:ident) => {
        $value.map($of::read).unwrap_or_default()
    };
    ($value:expr, List $of:ident) => {
        match $value {
            Some(Value::List(items)) => List(items.iter().map($of::read).collect()),
            _ => List::default(),
        }
    };
    ($value:expr, Any $of:literal) => {
        $value.unwrap_or(&Value::Null)
    };
}

/// The TypeScript type of a property of that kind.
#[cfg(target_arch = "wasm32")]
macro_rules! typescript {
    (Words) => {
        "string"
    };
    (Prose) => {
        "string"
    };
    (Date) => {
        "string"
    };
    (Flag) => {
        "boolean"
    };
    (Number) => {
        "number"
    };
    (ListOfWords) => {
        "string[]"
    };
    (OneOf $of:ident) => {
        stringify!($of)
    };
    (Group $of:ident) => {
        stringify!($of)
    };
    (List $of:ident) => {
        concat!(stringify!($of), "[]")
    };
    (Any $of:literal) => {
        $of
    };
}

/// Only a case file must say what it is; anything that does not is an entry.
#[cfg(target_arch = "wasm32")]
macro_rules! colon {
    (OneOf FileKind) => {
        ": "
    };
    ($kind:ident $($of:tt)?) => {
        "?: "
    };
}

/// Defines objects of the record or of the policy:
/// `/// doc` `Name { /// doc` `field "jsonName" "the words for it": Kind, … }`.
macro_rules! objects {
    ($($(#[doc = $doc:literal])* $name:ident {
        $($(#[doc = $note:literal])* $field:ident $json:literal $label:literal: $kind:ident $(<$of:tt>)?,)*
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name<'r> {
            /// Whether such an object was there, empty or not.
            pub present: bool,
            $(
                $(#[doc = $note])*
                #[doc = concat!("`", $json, "`: ", $label, ".")]
                pub $field: kind!('r $kind $($of)?),
            )*
            lives: std::marker::PhantomData<&'r Value>,
        }

        impl<'r> $name<'r> {
            /// The properties, in the order in which a form has them.
            pub const PARTS: &'static [Part] = &[
                $(Part { name: $json, label: $label, shape: shape!($kind $($of)?) },)*
            ];

            /// Reads the object out of any value; never fails.
            #[must_use]
            pub fn read(value: &'r Value) -> Self {
                $name {
                    present: matches!(value, Value::Map(_)),
                    $($field: read!(value.get($json), $kind $($of)?),)*
                    lives: std::marker::PhantomData,
                }
            }
        }

        impl Default for $name<'_> {
            fn default() -> Self {
                $name::read(&Value::Null)
            }
        }

        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const TYPESCRIPT: &'static str = concat!(
                "/**", $($doc, "\n",)* " */\n",
                "export interface ", stringify!($name), " {\n",
                $(
                    $("  /**", $note, " */\n",)*
                    "  ", $json, colon!($kind $($of)?), typescript!($kind $($of)?), ";\n",
                )*
                "}\n",
            );
        };
    )*};
}

/// Defines a choice among names: `/// doc` `Name { Variant "name", … }`.
macro_rules! choices {
    ($($(#[doc = $doc:literal])* $name:ident { $first:ident $first_name:literal $(, $variant:ident $json:literal)* $(,)? })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            #[doc = concat!("`", $first_name, "`")]
            $first,
            $(#[doc = concat!("`", $json, "`")] $variant,)*
        }

        impl Choice for $name {
            const NAMES: &'static [&'static str] = &[$first_name $(, $json)*];
            const ALL: &'static [Self] = &[$name::$first $(, $name::$variant)*];
        }

        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const TYPESCRIPT: &'static str = concat!(
                "/**", $($doc, "\n",)* " */\n",
                "export type ", stringify!($name), " = \"", $first_name, "\"" $(, " | \"", $json, "\"")*, ";\n",
            );
        };
    )*};
}

pub(crate) use {choices, kind, objects, read, shape};
#[cfg(target_arch = "wasm32")]
pub(crate) use {colon, typescript};
