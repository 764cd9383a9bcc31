//! Edits of guides that were made in Discord, on top of the files.

use crate::guide::{FilmId, ServerId};

/// The number of edits that a history shows.
pub const HISTORY: u32 = 20;

/// The number by which buttons name an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EditId(pub i64);

/// A number that grows with every change to what an [`EditKey`] names. 0 stands for one that was never edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(pub u64);

/// The thing that an edit touches. Edits of the same thing conflict, those of different things never do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EditKey {
    /// The server whose guide it is; `None` for the guide of all.
    pub server: Option<ServerId>,
    /// The film.
    pub film: FilmId,
    /// The entry, or another part of the guide, in words of the caller.
    pub part: String,
}

/// An edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its number.
    pub id: EditId,
    /// The thing that it touches.
    pub key: EditKey,
    /// The kind of change, a word of the caller's.
    pub kind: String,
    /// The change, in a form that only the caller knows.
    pub payload: String,
    /// The revision that its publishing made.
    pub revision: Revision,
    /// The moment when it was published, in seconds since 1970.
    pub published_at: i64,
    /// Its state now.
    pub state: EditState,
}

/// An edit to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEdit {
    /// The thing that it touches.
    pub key: EditKey,
    /// The kind of change.
    pub kind: String,
    /// The change.
    pub payload: String,
    /// The revision that it was made from: where another was published meanwhile, this one is not.
    pub expected: Revision,
    /// The moment, in seconds since 1970.
    pub published_at: i64,
}

/// The state of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditState {
    /// It holds.
    Published,
    /// Somebody took it back.
    Undone,
    /// It waits: what it touches has changed in the files.
    Parked,
}

impl EditState {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Published, Self::Undone, Self::Parked];

    /// Returns the word that it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Undone => "undone",
            Self::Parked => "parked",
        }
    }

    /// Returns the state that is stored as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}
