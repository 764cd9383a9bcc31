//! Walks one table of a guide file: takes out values by key and notes what is wrong with them.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::damage::Damage;
use super::keys;
use crate::content::diagnostic::{did_you_mean, quoted};
use crate::content::draft::{Located, Span, Text};
use crate::content::report::Report;
use crate::guide::Date;

/// Headers that people write for tables inside another, and what to do.
const MISPLACED: [(&str, &str); 3] = [
    (
        "entry",
        "write [[section.entry]]: an entry belongs to the section above it",
    ),
    (
        "entries",
        "write [[section.entry]] for each: an entry belongs to the section above it",
    ),
    (
        "cast",
        "write [[film.cast]], or a list in [film]: cast = [{ actor = \"Name\" }]",
    ),
];

/// A table being walked.
pub(super) struct Table<'a, 'i> {
    entries: &'a DeTable<'i>,
    /// Its header, or the whole of an inline table.
    pub(super) span: Span,
    /// The header as it is written, for messages.
    pub(super) name: &'static str,
    damage: &'a Damage,
}

impl<'a, 'i> Table<'a, 'i> {
    /// Starts to walk a table, noting keys that are not among `known`.
    pub(super) fn new(
        (entries, span): (&'a DeTable<'i>, Span),
        (name, known): (&'static str, &[&str]),
        damage: &'a Damage,
        report: &mut Report,
    ) -> Self {
        for key in entries
            .keys()
            .filter(|key| !known.contains(&key.get_ref().as_ref()))
        {
            let misplaced = MISPLACED.iter().find(|(word, _)| *word == key.get_ref());
            let misplaced = misplaced.filter(|_| known == keys::GUIDE);
            let help = match misplaced {
                Some((_, help)) => (*help).to_owned(),
                None => did_you_mean(key.get_ref(), known.iter().copied(), || {
                    format!("known keys here are: {}", known.join(", "))
                }),
            };
            let message = format!("unknown key {} in {name}", quoted(key.get_ref()));
            report.error("unknown-key", &key.span(), message, help);
        }
        Self {
            entries,
            span,
            name,
            damage,
        }
    }

    /// Returns whether keys may have got lost in a syntax error.
    pub(super) fn may_lack_keys(&self) -> bool {
        self.damage.hits_table(&self.span)
    }

    /// Returns the damage of the file.
    pub(super) fn damage(&self) -> &'a Damage {
        self.damage
    }

    /// Returns a value as it is, whatever it is, unless a syntax error hit it.
    pub(super) fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'i>>> {
        let value = self.entries.get(key)?;
        (!self.damage.hits(&value.span())).then_some(value)
    }

    /// Notes where a key is missing that there must be.
    pub(super) fn require(&self, key: &str, example: &str, report: &mut Report) {
        if self.entries.contains_key(key) || self.may_lack_keys() {
            return;
        }
        let message = format!("{} has no `{key}`", self.name);
        let help = format!("add {key} = {example}");
        report.error("missing-key", &self.span, message, help);
    }

    /// Returns a string that is not empty.
    pub(super) fn string(&self, key: &str, report: &mut Report) -> Option<Text> {
        let text = self.string_or_empty(key, report)?;
        not_empty(text, key, report)
    }

    /// Returns a string, which may be empty.
    pub(super) fn string_or_empty(&self, key: &str, report: &mut Report) -> Option<Text> {
        let value = self.value(key)?;
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(key, "a text in quotes", value, report);
            return None;
        };
        Some(Located {
            value: text.as_ref().to_owned(),
            span: value.span(),
        })
    }

    /// Returns a list of strings; a single string counts as a list of one.
    pub(super) fn strings(&self, key: &str, report: &mut Report) -> Vec<Text> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            // An empty single string is the way some people leave a field open.
            DeValue::String(text) if text.trim().is_empty() => Vec::new(),
            DeValue::String(_) => self.string(key, report).into_iter().collect(),
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| self.list_item(key, item, report))
                .collect(),
            _ => {
                self.wrong_type(key, "a list of texts", value, report);
                Vec::new()
            }
        }
    }

    /// Returns a whole number.
    pub(super) fn integer(&self, key: &str, report: &mut Report) -> Option<Located<i64>> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => {
                // A number too large for us is out of every range we have; the range is checked later.
                i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX)
            }
            _ => {
                self.wrong_type(key, "a whole number without quotes", value, report);
                return None;
            }
        };
        Some(Located {
            value: number,
            span: value.span(),
        })
    }

    /// Returns the tables under a key, each with its header: `[[key]]` repeated, or a list of inline tables.
    pub(super) fn tables(&self, key: &str, report: &mut Report) -> Vec<(&'a DeTable<'i>, Span)> {
        let Some(value) = self.entries.get(key) else {
            return Vec::new();
        };
        let header = format!("a table of its own for each, begun with [[{key}]]");
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| match item.get_ref() {
                    DeValue::Table(table) => Some((table, item.span())),
                    _ => {
                        self.wrong_type(key, &header, item, report);
                        None
                    }
                })
                .collect(),
            DeValue::Table(table) => {
                // Single brackets are a slip; what stands in the table still counts.
                self.wrong_type(key, &header, value, report);
                vec![(table, value.span())]
            }
            _ => {
                self.wrong_type(key, &header, value, report);
                Vec::new()
            }
        }
    }

    /// Returns whether texts stand where tables belong under a key; notes each, with the table that `right` makes of it.
    pub(super) fn has_texts(
        &self,
        key: &str,
        right: impl Fn(&str) -> String,
        report: &mut Report,
    ) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let texts = items.into_iter().filter_map(|item| match item.get_ref() {
            DeValue::String(text) => Some((item.span(), text)),
            _ => None,
        });
        let n_problems = report.found.len();
        for (span, text) in texts {
            let shown = right(&quoted(text));
            let help = format!("write it so: {key} = [{shown}]");
            report.error("wrong-type", &span, format!("`{key}` has a text"), help);
        }
        report.found.len() > n_problems
    }

    /// Returns the one table under a key, with its header.
    pub(super) fn table(&self, key: &str, report: &mut Report) -> Option<(&'a DeTable<'i>, Span)> {
        let value = self.entries.get(key)?;
        let header = format!("one table, begun with [{key}] in single brackets");
        let first = match value.get_ref() {
            DeValue::Table(table) => return Some((table, value.span())),
            DeValue::Array(items) => items.iter().next(),
            _ => None,
        };
        self.wrong_type(key, &header, value, report);
        let first = first?;
        let table = first.get_ref().as_table()?;
        Some((table, first.span()))
    }

    /// Returns a calendar day.
    pub(super) fn date(&self, key: &str, report: &mut Report) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(day) if day.time.is_none() => day.date,
            _ => None,
        };
        let Some(date) = date else {
            let message = format!("`{key}` is {}, not a day", kind(value.get_ref()));
            let help =
                format!("write the day without quotes and without a time: {key} = 2026-01-31");
            report.error("bad-date", &value.span(), message, help);
            return None;
        };
        Some(Located {
            value: Date {
                year: date.year,
                month: date.month,
                day: date.day,
            },
            span: value.span(),
        })
    }

    /// Returns one text of a list.
    fn list_item(
        &self,
        key: &str,
        item: &Spanned<DeValue<'_>>,
        report: &mut Report,
    ) -> Option<Text> {
        let DeValue::String(text) = item.get_ref() else {
            self.wrong_type(key, "a list of texts in quotes", item, report);
            return None;
        };
        let text = Located {
            value: text.as_ref().to_owned(),
            span: item.span(),
        };
        not_empty(text, key, report)
    }

    /// Notes a value of the wrong type.
    fn wrong_type(
        &self,
        key: &str,
        wanted: &str,
        value: &Spanned<DeValue<'_>>,
        report: &mut Report,
    ) {
        let message = format!("`{key}` is {}", kind(value.get_ref()));
        let help = format!("`{key}` must be {wanted}");
        report.error("wrong-type", &value.span(), message, help);
    }
}

fn not_empty(text: Text, key: &str, report: &mut Report) -> Option<Text> {
    if !text.value.trim().is_empty() {
        return Some(text);
    }
    let message = format!("`{key}` has an empty text");
    report.error(
        "empty-value",
        &text.span,
        message,
        "fill it in or remove it",
    );
    None
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
