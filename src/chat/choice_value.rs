//! The values of the choices that are offered while somebody types: written and read in this one place.

use std::fmt;

use super::key::EntryKey;
use crate::guide::{EntryId, Guide};
use crate::reply::limits;

/// Stands between a film's id and that of its part.
const AFTER_FILM: char = ':';
/// Begins the value where the ids are too long: a short name follows.
const BEFORE_KEY: char = '#';

/// The value of a choice: the part of a guide that it names.
pub(super) enum ChoiceValue<'a> {
    /// A section or entry by its id, with the id of its film where there are several.
    Id {
        /// The film.
        film: Option<&'a str>,
        /// The section or entry.
        id: &'a str,
    },
    /// An entry by its short name.
    Key(EntryKey),
}

impl<'a> ChoiceValue<'a> {
    /// Returns the value that names a section or entry.
    pub(super) fn of(guide: &'a Guide, id: &'a str, names_film: bool) -> Self {
        let film = names_film.then_some(guide.id.as_str());
        let value = Self::Id { film, id };
        match value.to_string().chars().count() > limits::CHOICE {
            true => Self::Key(EntryKey::of(&guide.id, &EntryId::opaque(id))),
            false => value,
        }
    }

    /// Reads what comes back, which may also be what somebody typed by hand; `None` for a short name that is none.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        if let Some(key) = text.strip_prefix(BEFORE_KEY) {
            return EntryKey::parse(key).map(Self::Key);
        }
        Some(match text.split_once(AFTER_FILM) {
            Some((film, id)) => Self::Id {
                film: Some(film),
                id,
            },
            None => Self::Id {
                film: None,
                id: text,
            },
        })
    }
}

impl fmt::Display for ChoiceValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id {
                film: Some(film),
                id,
            } => write!(f, "{film}{AFTER_FILM}{id}"),
            Self::Id { film: None, id } => f.write_str(id),
            Self::Key(key) => write!(f, "{BEFORE_KEY}{key}"),
        }
    }
}
