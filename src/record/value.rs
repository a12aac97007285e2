//! Any JSON value, as it came: what a record is before it is read.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Deeper than any record goes. What lies beyond is not read, so that a bomb of
/// brackets costs nothing.
pub(crate) const DEEPEST: u8 = 24;

/// A JSON value. Reading one from JSON or from a JavaScript value never
/// fails on its content: what a record cannot hold becomes [`Value::Other`].
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, `undefined`, or nothing there.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its properties in the order in which they stand.
    Map(Vec<(String, Value)>),
    /// Something that no record holds: bytes, or nesting without end.
    Other,
}

impl Value {
    /// The property of that name; the last where it stands twice, as in JavaScript.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(properties) => properties.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value at a path whose steps are separated by slashes, as in `author/postTitle`
    /// or `sharing/0/with`; no leading slash; `""` is the value itself.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Value> {
        path.split('/').filter(|step| !step.is_empty()).try_fold(self, |value, step| match value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => value.get(step),
        })
    }

    /// Puts a value at such a path, and makes the objects and lists on the way.
    /// A list grows by one item at most: a gap has no meaning in a record.
    pub fn set(&mut self, path: &str, new: Value) {
        let (step, rest) = path.split_once('/').unwrap_or((path, ""));
        if step.is_empty() {
            *self = new;
            return;
        }
        if let Ok(index) = step.parse::<usize>() {
            if !matches!(self, Value::List(_)) {
                *self = Value::List(Vec::new());
            }
            if let Value::List(items) = self {
                if index >= items.len() {
                    items.push(Value::Null);
                }
                let last = items.len() - 1;
                items[index.min(last)].set(rest, new);
            }
            return;
        }
        if !matches!(self, Value::Map(_)) {
            *self = Value::Map(Vec::new());
        }
        if let Value::Map(properties) = self {
            if let Some((_, value)) = properties.iter_mut().find(|(key, _)| key == step) {
                value.set(rest, new);
            } else {
                let mut value = Value::Null;
                value.set(rest, new);
                properties.push((step.to_owned(), value));
            }
        }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Nothing there, or only spaces.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// A value that lies so many levels down. What lies too deep is [`Value::Other`].
struct Level(u8);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.0 > DEEPEST {
            return IgnoredAny::deserialize(deserializer).map(|_| Value::Other);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    #[allow(clippy::cast_precision_loss, reason = "no record holds a number beyond 2^53")]
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    #[allow(clippy::cast_precision_loss, reason = "no record holds a number beyond 2^53")]
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Level(self.0 + 1))? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut properties = Vec::new();
        while let Some(name) = access.next_key()? {
            properties.push((name, access.next_value_seed(Level(self.0 + 1))?));
        }
        Ok(Value::Map(properties))
    }
}
