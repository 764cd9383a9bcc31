//! The part of an index that holds only here: the entries that one server has edited, laid over what all share.
//!
//! The documents of entries that are as they were stay in the shared segment; those of entries that were edited or
//! hidden are passed over there, and what takes their place stands in a small segment of its own. The words of that
//! segment that no guide had are a vocabulary on top of the shared one, so that everything is ranked together.

use std::ops::Range;

use super::segment::{DocumentId, Segment};
use super::topics::TopicIndex;
use super::vocabulary::TermId;
use crate::guide::FilmIndex;

/// Edited films and the segment of their edited entries.
#[derive(Debug)]
pub(super) struct Overlay {
    /// The documents of edited entries; they are numbered after those of the shared segment.
    pub(super) segment: Segment,
    /// The edited films, sorted.
    pub(super) films: Vec<EditedFilm>,
    /// The documents of the entries of all films, edited or not.
    pub(super) documents: Vec<Range<DocumentId>>,
}

/// A film with edited entries.
#[derive(Debug)]
pub(super) struct EditedFilm {
    /// The film.
    pub(super) film: FilmIndex,
    /// The documents of its entries: those that were not edited, then the edited ones.
    pub(super) documents: Vec<Range<DocumentId>>,
    /// The shared documents of the film as it was; none where it is new.
    pub(super) shared: Range<DocumentId>,
    /// The place that each shared document's entry has in the guide now; `None` where it was edited or is hidden.
    pub(super) places: Vec<Option<u32>>,
    /// The topics that its entries claim, sorted.
    pub(super) claimed: Vec<TopicIndex>,
    /// The terms of the names of people and roles, sorted.
    pub(super) people: Vec<TermId>,
}

impl Overlay {
    /// Returns what is known of a film, if it was edited.
    pub(super) fn film(&self, film: FilmIndex) -> Option<&EditedFilm> {
        let at = self.films.binary_search_by_key(&film, |edited| edited.film);
        at.ok().and_then(|at| self.films.get(at))
    }

    /// Returns the place that the entry of a shared document has in its guide now, where the two differ.
    pub(super) fn place(&self, document: DocumentId) -> Option<u32> {
        let edited = self.films.iter();
        let mut edited = edited.filter(|edited| edited.shared.contains(&document));
        let edited = edited.next()?;
        let at = (document - edited.shared.start) as usize;
        edited.places.get(at).copied().flatten()
    }

    /// Returns about how many bytes it takes.
    pub(super) fn n_bytes(&self) -> usize {
        let films = self.films.iter().map(|edited| {
            size_of_val(&edited.documents[..])
                + size_of_val(&edited.places[..])
                + size_of_val(&edited.claimed[..])
                + size_of_val(&edited.people[..])
        });
        size_of::<Self>()
            + self.segment.n_bytes()
            + size_of_val(&self.films[..])
            + size_of_val(&self.documents[..])
            + films.sum::<usize>()
    }
}

/// Returns the parts of a range that are left where some documents in it, sorted, are passed over.
pub(super) fn without(
    range: Range<DocumentId>,
    passed_over: impl IntoIterator<Item = DocumentId>,
) -> Vec<Range<DocumentId>> {
    let mut left = Vec::new();
    let mut start = range.start;
    for document in passed_over {
        left.push(start..document);
        start = document + 1;
    }
    left.push(start..range.end);
    left.retain(|part| !part.is_empty());
    left
}

#[cfg(test)]
mod tests {
    use super::without;

    #[track_caller]
    fn check(passed_over: &[u32], left: &[(u32, u32)]) {
        let parts = without(3..9, passed_over.iter().copied());
        let parts: Vec<(u32, u32)> = parts.iter().map(|part| (part.start, part.end)).collect();
        assert_eq!(parts, left);
    }

    #[test]
    fn documents_are_passed_over() {
        check(&[], &[(3, 9)]);
        check(&[3, 5, 6, 8], &[(4, 5), (7, 8)]);
        check(&[3, 4, 5, 6, 7, 8], &[]);
    }
}
