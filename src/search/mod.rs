//! The index and the ranking.

use crate::guide::Guide;

/// Everything that is needed to rank entries for a question.
#[derive(Debug)]
pub struct Index {
    n_phrasings: usize,
}

/// A phrasing added to an entry from outside its guide.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtraPhrasing {
    /// The film, as an index into the guides.
    pub film: usize,
    /// The entry it asks for.
    pub entry: crate::guide::EntryId,
    /// What people type.
    pub text: String,
}

impl Index {
    /// Builds the index of guides and extra phrasings.
    pub fn build(guides: &[Guide], extra: &[ExtraPhrasing]) -> Self {
        let _ = extra;
        Self {
            n_phrasings: guides.len(),
        }
    }

    /// Returns the number of phrasings, titles included.
    pub fn n_phrasings(&self) -> usize {
        self.n_phrasings
    }
}
