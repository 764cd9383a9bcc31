//! YAML, TOML and JSON as the same plain data, each value with its line.

use std::ops::Range;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::diagnostic::Lines;

/// The depth to which values may stand in one another; a list of questions needs three levels.
const MAX_DEPTH: usize = 32;

/// A value of a file and the line it begins in, counted from 1.
#[derive(Debug, Default)]
pub(super) struct Datum {
    /// The line.
    pub(super) line: usize,
    /// Its value.
    pub(super) value: DatumValue,
}

/// A value of a file.
#[derive(Debug, Default)]
pub(super) enum DatumValue {
    /// Nothing at all.
    #[default]
    Nothing,
    /// Text, or anything that is written in one word.
    Text(String),
    /// A list.
    List(Vec<Datum>),
    /// Values by their names, in their order.
    Map(Vec<(String, Datum)>),
}

/// The reason why a file could not be read, and its line.
pub(super) type DatumError = (usize, String);

impl Datum {
    /// Returns the text, where it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            DatumValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns all texts of a list, or the only text.
    pub(super) fn texts(&self) -> Vec<String> {
        match &self.value {
            DatumValue::Text(text) => vec![text.clone()],
            DatumValue::List(items) => items.iter().flat_map(Self::texts).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns the value with one of these names; capitals are no matter.
    pub(super) fn get(&self, names: &[&str]) -> Option<&Self> {
        let DatumValue::Map(fields) = &self.value else {
            return None;
        };
        let find = |name: &&str| {
            fields
                .iter()
                .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
        };
        names.iter().find_map(find).map(|(_, value)| value)
    }
}

/// Reads YAML.
pub(super) fn yaml(text: &str) -> Result<Datum, DatumError> {
    let documents = MarkedYaml::load_from_str(text).map_err(|error| {
        let marker = error.marker();
        (marker.line(), error.info().to_owned())
    })?;
    Ok(documents
        .first()
        .map(|node| of_yaml(node, 0))
        .unwrap_or_default())
}

fn of_yaml(node: &MarkedYaml<'_>, depth: usize) -> Datum {
    let value = match &node.data {
        _ if depth > MAX_DEPTH => DatumValue::Nothing,
        YamlData::Value(scalar) => of_scalar(scalar),
        YamlData::Representation(text, ..) => DatumValue::Text(text.to_string()),
        YamlData::Sequence(items) => {
            DatumValue::List(items.iter().map(|item| of_yaml(item, depth + 1)).collect())
        }
        YamlData::Mapping(fields) => {
            let fields = fields.iter().map(|(key, value)| {
                let name = of_yaml(key, depth + 1)
                    .text()
                    .unwrap_or_default()
                    .to_owned();
                (name, of_yaml(value, depth + 1))
            });
            DatumValue::Map(fields.collect())
        }
        YamlData::Tagged(_, inner) => of_yaml(inner, depth + 1).value,
        YamlData::Alias(_) | YamlData::BadValue => DatumValue::Nothing,
    };
    let line = node.span.start.line();
    Datum { line, value }
}

fn of_scalar(scalar: &Scalar<'_>) -> DatumValue {
    match scalar {
        Scalar::Null => DatumValue::Nothing,
        // A question whose answer is `yes` or `no` means the word.
        Scalar::Boolean(true) => DatumValue::Text("Yes".to_owned()),
        Scalar::Boolean(false) => DatumValue::Text("No".to_owned()),
        Scalar::Integer(number) => DatumValue::Text(number.to_string()),
        Scalar::FloatingPoint(number) => DatumValue::Text(number.to_string()),
        Scalar::String(text) => DatumValue::Text(text.to_string()),
    }
}

/// Reads TOML.
pub(super) fn toml(text: &str) -> Result<Datum, DatumError> {
    let lines = Lines::of(text);
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (lines.line(at), error.message().to_owned())
    })?;
    let value = of_table(table.get_ref(), &lines);
    Ok(Datum { line: 1, value })
}

fn of_table(table: &DeTable<'_>, lines: &Lines) -> DatumValue {
    let mut fields: Vec<(Range<usize>, String, Datum)> = Vec::new();
    for (key, value) in table {
        fields.push((key.span(), key.get_ref().to_string(), of_toml(value, lines)));
    }
    // The table is sorted by name, and its writer had an order.
    fields.sort_by_key(|(span, ..)| span.start);
    DatumValue::Map(
        fields
            .into_iter()
            .map(|(_, name, value)| (name, value))
            .collect(),
    )
}

fn of_toml(value: &Spanned<DeValue<'_>>, lines: &Lines) -> Datum {
    let line = lines.line(value.span().start);
    let value = match value.get_ref() {
        DeValue::String(words) => DatumValue::Text(words.to_string()),
        DeValue::Integer(number) => DatumValue::Text(number.as_str().to_owned()),
        DeValue::Float(number) => DatumValue::Text(number.as_str().to_owned()),
        DeValue::Boolean(true) => DatumValue::Text("Yes".to_owned()),
        DeValue::Boolean(false) => DatumValue::Text("No".to_owned()),
        DeValue::Datetime(day) => DatumValue::Text(day.to_string()),
        DeValue::Array(items) => {
            DatumValue::List(items.iter().map(|item| of_toml(item, lines)).collect())
        }
        DeValue::Table(table) => of_table(table, lines),
    };
    Datum { line, value }
}

/// Reads JSON.
pub(super) fn json(text: &str) -> Result<Datum, DatumError> {
    let raw: &RawValue =
        serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))?;
    Ok(of_json(raw, (text, &Lines::of(text)), 0))
}

fn of_json(raw: &RawValue, (text, lines): (&str, &Lines), depth: usize) -> Datum {
    let source = raw.get();
    // The value is a part of the text, so the distance of their beginnings is its place.
    let at = (source.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let line = lines.line(at);
    let value = match source.bytes().next() {
        _ if depth > MAX_DEPTH => DatumValue::Nothing,
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(source).unwrap_or_default();
            let items = items.into_iter();
            DatumValue::List(
                items
                    .map(|item| of_json(item, (text, lines), depth + 1))
                    .collect(),
            )
        }
        Some(b'{') => {
            let fields: JsonFields<'_> = serde_json::from_str(source).unwrap_or_default();
            let fields = fields.0.into_iter();
            let fields =
                fields.map(|(name, value)| (name, of_json(value, (text, lines), depth + 1)));
            DatumValue::Map(fields.collect())
        }
        Some(b'"') => DatumValue::Text(serde_json::from_str(source).unwrap_or_default()),
        Some(b't') => DatumValue::Text("Yes".to_owned()),
        Some(b'f') => DatumValue::Text("No".to_owned()),
        Some(b'n') | None => DatumValue::Nothing,
        Some(_) => DatumValue::Text(source.to_owned()),
    };
    Datum { line, value }
}

/// The fields of a JSON object in their order.
#[derive(Default)]
struct JsonFields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for JsonFields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = JsonFields<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(JsonFields(fields))
    }
}
