//! Values that several records of a backup have.

use serde::{Deserialize, Serialize};

use crate::guide::{EntryId, FilmId};
use crate::store::records::{Day, FilmEntry};

/// An entry.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FilmEntryLine {
    film: String,
    entry: String,
}

impl FilmEntryLine {
    pub(super) fn of(entry: &FilmEntry) -> Self {
        Self {
            film: entry.film.to_string(),
            entry: entry.entry.to_string(),
        }
    }

    pub(super) fn record(self) -> Result<FilmEntry, String> {
        Ok(FilmEntry {
            film: film(&self.film)?,
            entry: EntryId::opaque(&self.entry),
        })
    }
}

/// Returns whether a flag is left out.
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

/// Reads a film's id.
pub(super) fn film(id: &str) -> Result<FilmId, String> {
    FilmId::parse(id).map_err(|_| format!("names the film `{id}`, which is no id"))
}

/// Reads a film's id, where there is one.
pub(super) fn optional_film(id: Option<&String>) -> Result<Option<FilmId>, String> {
    id.map(|id| film(id)).transpose()
}

/// Reads a day.
pub(super) fn day(text: &str) -> Result<Day, String> {
    let day = text.parse();
    day.map_err(|_| format!("has `{text}` for a day; days are written as 2026-01-31"))
}

/// Reads a word, as `parse` knows it.
pub(super) fn word<T>(text: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, String> {
    parse(text).ok_or_else(|| format!("has the word `{text}`, which means nothing here"))
}

/// Reads a word, as `parse` knows it, where there is one.
pub(super) fn optional_word<T>(
    text: Option<&String>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    text.map(|text| word(text, parse)).transpose()
}

/// Writes a film's id, where there is one.
pub(super) fn text(film: Option<&FilmId>) -> Option<String> {
    film.map(FilmId::to_string)
}
