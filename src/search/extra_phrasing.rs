//! Phrasings that stand in no guide.

use crate::guide::{EntryId, FilmIndex};

/// A phrasing added to an entry from outside its guide.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtraPhrasing {
    /// The film.
    pub film: FilmIndex,
    /// The entry it asks for.
    pub entry: EntryId,
    /// The question as people type it.
    pub text: String,
}
