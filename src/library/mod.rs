//! Guides and the index built from them, immutable; what differs between two of them; which one answers right now.

mod diff;
mod edited;
mod film_lookup;
mod fingerprint;
mod handle;

pub use diff::{Changes, diff};
pub use fingerprint::Fingerprint;
pub use handle::LibraryHandle;

use std::fmt::Write;
use std::sync::Arc;

use crate::answer::{self, Answer, Explanation, Hit, ScopedQuestion};
use crate::guide::{Entry, FilmIndex, Guide};
use crate::search::{ExtraPhrasing, Index};

/// All guides and the index built from them. It never changes; an edit makes a new one.
#[derive(Debug)]
pub struct Library {
    guides: Vec<Arc<Guide>>,
    index: Index,
    /// The phrasings from outside the files.
    extra: Vec<ExtraPhrasing>,
    revision: u64,
}

impl Library {
    /// Builds the library of `guides` (sorted by id) and phrasings from outside the files.
    pub fn build(guides: Vec<impl Into<Arc<Guide>>>, extra: &[ExtraPhrasing]) -> Self {
        let mut guides: Vec<Arc<Guide>> = guides.into_iter().map(Into::into).collect();
        guides.sort_by(|a, b| a.id.cmp(&b.id));
        // Neither needs the other.
        let (index, revision) =
            rayon::join(|| Index::build(&guides, extra), || revision(&guides, extra));
        Self {
            guides,
            index,
            extra: extra.to_vec(),
            revision,
        }
    }

    /// Builds a library that is only read: it has all guides, and an answer to nothing.
    pub fn without_index(mut guides: Vec<Arc<Guide>>) -> Self {
        guides.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            index: Index::build(&[], &[]),
            extra: Vec::new(),
            revision: revision(&guides, &[]),
            guides,
        }
    }

    /// Returns the guides, to build another library of them.
    pub fn into_guides(self) -> Vec<Arc<Guide>> {
        self.guides
    }

    /// Returns the guides, sorted by id; films that only edits have come last.
    pub fn guides(&self) -> &[Arc<Guide>] {
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
        FilmIndex::enumerate(&self.guides).map(|(film, guide)| (film, guide.as_ref()))
    }

    /// Returns the guide of a film.
    pub fn guide(&self, film: FilmIndex) -> Option<&Guide> {
        film.of(&self.guides).map(Arc::as_ref)
    }

    /// Returns the film with this id.
    pub fn film(&self, id: &str) -> Option<FilmIndex> {
        let mut films = self.films();
        films
            .find(|(_, guide)| guide.id.as_str() == id)
            .map(|(film, _)| film)
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
        answer::named_film(&self.guides, &self.index, name)
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
fn revision(guides: &[Arc<Guide>], extra: &[ExtraPhrasing]) -> u64 {
    let mut content = Fingerprint::default();
    // Writing to a fingerprint cannot fail, and the debug form shows every field there is.
    let _ = write!(content, "{guides:?}{extra:?}");
    content.value()
}
