//! Guides and the index built from them, immutable; what differs between two of them; which one answers right now.

mod diff;
mod film_lookup;
mod fingerprint;
mod handle;

pub use diff::{Changes, diff};
pub use fingerprint::Fingerprint;
pub use handle::LibraryHandle;

use std::fmt::Write;

use crate::answer::{self, Answer, Explanation, Hit, ScopedQuestion};
use crate::guide::{Entry, FilmId, FilmIndex, Guide};
use crate::search::{ExtraPhrasing, Index};

/// All guides and the index built from them. It never changes; an edit makes a new one.
#[derive(Debug)]
pub struct Library {
    guides: Vec<Guide>,
    index: Index,
    revision: u64,
}

impl Library {
    /// Builds the library of `guides` (sorted by id) and phrasings from outside the files.
    pub fn build(mut guides: Vec<Guide>, extra: &[ExtraPhrasing]) -> Self {
        guides.sort_by(|a, b| a.id.cmp(&b.id));
        // Neither needs the other.
        let (index, revision) =
            rayon::join(|| Index::build(&guides, extra), || revision(&guides, extra));
        Self {
            guides,
            index,
            revision,
        }
    }

    /// Builds a library that is only read: it has all guides, and an answer to nothing.
    pub fn without_index(mut guides: Vec<Guide>) -> Self {
        guides.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            index: Index::build(&[], &[]),
            revision: revision(&guides, &[]),
            guides,
        }
    }

    /// Returns the guides, to build another library of them.
    pub fn into_guides(self) -> Vec<Guide> {
        self.guides
    }

    /// Returns the guides, sorted by id.
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// Returns the index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns a number that tells this content from any other, the same on every machine.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the guides in their order, each with its film.
    pub fn films(&self) -> impl Iterator<Item = (FilmIndex, &Guide)> {
        FilmIndex::enumerate(&self.guides)
    }

    /// Returns the guide of a film.
    pub fn guide(&self, film: FilmIndex) -> Option<&Guide> {
        film.of(&self.guides)
    }

    /// Returns the film with this id.
    pub fn film(&self, id: &str) -> Option<FilmIndex> {
        let found = self
            .guides
            .binary_search_by(|guide| guide.id.as_str().cmp(id));
        found.ok().map(FilmIndex::new)
    }

    /// Returns the guide and the entry that a hit stands for.
    pub fn entry(&self, hit: &Hit) -> Option<(&Guide, &Entry)> {
        let guide = self.guide(hit.film)?;
        Some((guide, guide.entry(hit.entry.as_str())?))
    }

    /// Answers a question.
    pub fn ask(&self, question: &ScopedQuestion<'_>) -> Answer {
        answer::answer(&self.guides, &self.index, question)
    }

    /// Returns the film that a name, such as a channel's, holds.
    pub fn film_named_in(&self, name: &str) -> Option<FilmIndex> {
        self.film_named_among(name, None)
    }

    /// Returns the one of `films`, or of all, that a name holds.
    pub fn film_named_among(&self, name: &str, films: Option<&[FilmIndex]>) -> Option<FilmIndex> {
        answer::named_film(&self.guides, &self.index, name, films)
    }

    /// Returns the films of these ids that have a guide; `None`, which stands for all films, where no ids are given.
    pub fn films_of(&self, ids: &[FilmId]) -> Option<Vec<FilmIndex>> {
        let found = ids.iter().filter_map(|id| self.film(id.as_str()));
        (!ids.is_empty()).then(|| found.collect())
    }

    /// Explains the ranking of a question.
    pub fn explain(&self, question: &ScopedQuestion<'_>) -> Explanation {
        answer::explain(&self.guides, &self.index, question)
    }

    /// Ranks all entries for a question, best first.
    pub fn rank(&self, question: &ScopedQuestion<'_>) -> Vec<Hit> {
        answer::rank(&self.guides, &self.index, question)
    }
}

/// Returns the number of a content.
fn revision(guides: &[Guide], extra: &[ExtraPhrasing]) -> u64 {
    let mut content = Fingerprint::default();
    // Writing to a fingerprint cannot fail, and the debug form shows every field there is.
    let _ = write!(content, "{guides:?}{extra:?}");
    content.value()
}
