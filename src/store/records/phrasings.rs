//! Taught phrasings: words that moderators connected with an entry.

use super::Day;
use crate::guide::{EntryId, FilmId, ServerId};

/// The number by which buttons name a taught phrasing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhrasingId(pub i64);

/// A phrasing that somebody taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaughtPhrasing {
    /// Its number.
    pub id: PhrasingId,
    /// The words and the entry that they were connected with.
    pub phrasing: NewPhrasing,
}

/// A phrasing to teach. The same one is taught once only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhrasing {
    /// The server that it holds in; `None` for all.
    pub server: Option<ServerId>,
    /// The film.
    pub film: FilmId,
    /// The entry that answers it.
    pub entry: EntryId,
    /// The words; they are cut as the text of an open question is.
    pub text: String,
    /// The day when it was taught.
    pub day: Day,
}
