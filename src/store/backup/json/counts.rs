//! Counts in a backup.

use serde::{Deserialize, Serialize};

use super::values::{FilmEntryLine, day, optional_film, text};
use crate::guide::ServerId;
use crate::store::records::{EntryCountKey, EntryCounts, QuestionCountKey, QuestionCounts};

/// Questions of a day.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct QuestionCountLine {
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    film: Option<String>,
    answered: u64,
    offered: u64,
    unknown: u64,
}

/// The uses of an entry on a day.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct EntryCountLine {
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<u64>,
    entry: FilmEntryLine,
    shown: u64,
    pressed: u64,
    disliked: u64,
}

impl QuestionCountLine {
    pub(in crate::store::backup) fn of(key: &QuestionCountKey, counts: QuestionCounts) -> Self {
        Self {
            day: key.day.to_string(),
            server: key.server.map(|server| server.0),
            film: text(key.film.as_ref()),
            answered: counts.answered,
            offered: counts.offered,
            unknown: counts.unknown,
        }
    }

    pub(in crate::store::backup) fn record(
        self,
    ) -> Result<(QuestionCountKey, QuestionCounts), String> {
        let key = QuestionCountKey {
            day: day(&self.day)?,
            server: self.server.map(ServerId),
            film: optional_film(self.film.as_ref())?,
        };
        let counts = QuestionCounts {
            answered: self.answered,
            offered: self.offered,
            unknown: self.unknown,
        };
        Ok((key, counts))
    }
}

impl EntryCountLine {
    pub(in crate::store::backup) fn of(key: &EntryCountKey, counts: EntryCounts) -> Self {
        Self {
            day: key.day.to_string(),
            server: key.server.map(|server| server.0),
            entry: FilmEntryLine::of(&key.entry),
            shown: counts.shown,
            pressed: counts.pressed,
            disliked: counts.disliked,
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<(EntryCountKey, EntryCounts), String> {
        let key = EntryCountKey {
            day: day(&self.day)?,
            server: self.server.map(ServerId),
            entry: self.entry.record()?,
        };
        let counts = EntryCounts {
            shown: self.shown,
            pressed: self.pressed,
            disliked: self.disliked,
        };
        Ok((key, counts))
    }
}
