//! The index: every phrasing, title and text of every guide, as terms, trigrams and embeddings.

use std::ops::Range;
use std::sync::Arc;

use super::overlay::Overlay;
use super::segment::{DocumentId, Field, IndexedDocument, Posting, Segment, Source};
use super::title_walk::{self, FilmMention};
use super::topics::TopicIndex;
use super::vocabulary::{TermId, Vocabulary};
use crate::guide::FilmIndex;
use crate::text::names::NameWord;

/// Everything that is needed to rank the entries of all guides for a question. Built once, never changed.
///
/// Places with edits of their own have an index each, which shares all but the edited entries with the one that it was
/// made from.
#[derive(Debug)]
pub struct Index {
    pub(super) shared: Arc<SharedIndex>,
    /// The words of all guides; those that only edited entries have are the last.
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) overlay: Option<Overlay>,
}

/// The part of an index that may be shared.
#[derive(Debug, Default)]
pub(super) struct SharedIndex {
    /// All documents: the entries of each film in reading order, then the topics in the order of the catalogue.
    pub(super) segment: Segment,
    /// The films in their order.
    pub(super) films: Vec<IndexedFilm>,
}

/// A film and its documents.
#[derive(Debug, Default)]
pub(super) struct IndexedFilm {
    /// The documents of its entries, in reading order.
    pub(super) documents: Range<DocumentId>,
    /// The topics that its entries claim, sorted.
    pub(super) claimed: Vec<TopicIndex>,
    /// The terms of the names of people and roles, sorted.
    pub(super) people: Vec<TermId>,
}

/// The documents of a term: shared ones, then those of edited entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermPostings<'a> {
    shared: &'a [Posting],
    edited: &'a [Posting],
    /// The number of the first document of an edited entry.
    first_edited: DocumentId,
}

impl Index {
    /// Returns the number of phrasings, titles and built-in ones included.
    pub fn n_phrasings(&self) -> usize {
        let edited = self.overlay.iter().map(|overlay| &overlay.segment);
        let segments = std::iter::once(&self.shared.segment).chain(edited);
        segments
            .map(|segment| segment.phrasings.len() - segment.n_sentences)
            .sum()
    }

    /// Returns the number of films, those that only edits have apart.
    pub fn n_films(&self) -> usize {
        self.shared.films.len()
    }

    /// Returns whether some of its guides were edited.
    pub fn is_edited(&self) -> bool {
        self.overlay.is_some()
    }

    /// Returns about how many bytes it takes beside what it shares with the index that it was made from.
    pub fn n_own_bytes(&self) -> usize {
        let of_overlay = |overlay: &Overlay| overlay.n_bytes() + self.vocabulary.n_own_bytes();
        self.overlay.as_ref().map_or(0, of_overlay)
    }

    /// Returns a word of a term, to show to people.
    pub fn word_of(&self, term: TermId) -> &str {
        self.vocabulary.word_of(term)
    }

    /// Returns whether one of two entries sums the other up: they are no rivals.
    pub fn is_summary_pair(&self, a: DocumentId, b: DocumentId) -> bool {
        let sums_up = |summary, other| self.document(summary).document.sums_up == Some(other);
        sums_up(a, b) || sums_up(b, a)
    }

    /// Returns every film's name that may stand in the words of a text.
    pub fn film_mentions(&self, words: &[NameWord]) -> Vec<FilmMention> {
        let mut mentions = title_walk::find(&self.shared.segment.titles, words);
        if let Some(overlay) = &self.overlay {
            for new in title_walk::find(&overlay.segment.titles, words) {
                // Films of the same name are one mention.
                let same = mentions
                    .iter_mut()
                    .find(|mention| mention.is_same_name(&new));
                match same {
                    Some(same) => same.films.extend(new.films),
                    None => mentions.push(new),
                }
            }
        }
        mentions
    }

    /// Returns whether an entry of a film claims a topic.
    pub(super) fn is_claimed(&self, film: FilmIndex, topic: TopicIndex) -> bool {
        let edited = self.overlay.as_ref().and_then(|overlay| overlay.film(film));
        let claimed = match edited {
            Some(edited) => Some(&edited.claimed),
            None => film.of(&self.shared.films).map(|film| &film.claimed),
        };
        claimed.is_some_and(|claimed| claimed.binary_search(&topic).is_ok())
    }

    /// Returns the terms of the names of a film's people and roles, sorted.
    pub(super) fn people(&self, film: FilmIndex) -> &[TermId] {
        let edited = self.overlay.as_ref().and_then(|overlay| overlay.film(film));
        let people = match edited {
            Some(edited) => Some(&edited.people),
            None => film.of(&self.shared.films).map(|film| &film.people),
        };
        people.map_or(&[], Vec::as_slice)
    }

    /// Returns the documents of the entries of some films, or of all where `films` is empty.
    pub(super) fn scopes(&self, films: &[FilmIndex]) -> Vec<Range<DocumentId>> {
        let Some(overlay) = &self.overlay else {
            return match films {
                [] => std::iter::once(self.shared.entries()).collect(),
                films => {
                    let films = films.iter().filter_map(|film| film.of(&self.shared.films));
                    films.map(|film| film.documents.clone()).collect()
                }
            };
        };
        if films.is_empty() {
            return overlay.documents.clone();
        }
        let scopes = films.iter().flat_map(|&film| match overlay.film(film) {
            Some(edited) => edited.documents.clone(),
            None => {
                let shared = film.of(&self.shared.films);
                shared
                    .map(|film| film.documents.clone())
                    .into_iter()
                    .collect()
            }
        });
        scopes.collect()
    }

    /// Returns the documents of the topics.
    pub(super) fn topics(&self) -> Range<DocumentId> {
        self.shared.entries().end..self.shared.n_documents()
    }

    /// Returns whether an entry of a guide has a term.
    pub(super) fn is_in_guides(&self, term: TermId) -> bool {
        let postings = self.postings_of(term);
        // Entries come first among the shared documents.
        let first = postings.shared.first();
        let is_entry = first.is_some_and(|first| first.number() < self.shared.entries().end);
        is_entry || !postings.edited.is_empty()
    }

    pub(super) fn postings_of(&self, term: TermId) -> TermPostings<'_> {
        let edited = self.overlay.as_ref();
        TermPostings {
            shared: self.shared.segment.postings.of(term),
            edited: edited.map_or(&[], |overlay| overlay.segment.postings.of(term)),
            first_edited: self.shared.n_documents(),
        }
    }

    pub(super) fn document(&self, document: DocumentId) -> IndexedDocument<'_> {
        match &self.overlay {
            Some(overlay) if document >= self.shared.n_documents() => overlay
                .segment
                .document(document - self.shared.n_documents()),
            _ => self.shared.segment.document(document),
        }
    }

    /// Returns the entry or topic that a document stands for.
    pub(super) fn source(&self, document: DocumentId) -> Source {
        let source = self.document(document).document.source;
        let place = self
            .overlay
            .as_ref()
            .and_then(|overlay| overlay.place(document));
        match (source, place) {
            (Source::Entry { film, .. }, Some(entry)) => Source::Entry { film, entry },
            _ => source,
        }
    }

    /// Returns the field of a document in which a term stands.
    pub(super) fn field_of(terms: &[Posting], term: TermId) -> Option<Field> {
        terms
            .binary_search_by_key(&term, |found| found.number())
            .ok()
            .map(|at| terms[at].field())
    }
}

impl SharedIndex {
    /// Returns the documents of all entries.
    pub(super) fn entries(&self) -> Range<DocumentId> {
        0..self.films.last().map_or(0, |film| film.documents.end)
    }

    /// Returns the number of all documents.
    pub(super) fn n_documents(&self) -> DocumentId {
        self.segment.documents.len() as DocumentId
    }
}

impl<'a> TermPostings<'a> {
    /// Returns the number of documents that have the term.
    pub(super) fn len(&self) -> usize {
        self.shared.len() + self.edited.len()
    }

    /// Returns the postings of the documents in a scope, which are all shared or all of edited entries.
    pub(super) fn within(&self, scope: &Range<DocumentId>) -> &'a [Posting] {
        let postings = self.beside(scope.start);
        let first = postings.partition_point(|posting| posting.number() < scope.start);
        let end = postings.partition_point(|posting| posting.number() < scope.end);
        &postings[first..end]
    }

    /// Returns the posting of a document, if it has the term.
    pub(super) fn find(&self, document: DocumentId) -> Option<Posting> {
        let postings = self.beside(document);
        let at = postings.binary_search_by_key(&document, |posting| posting.number());
        at.ok().and_then(|at| postings.get(at)).copied()
    }

    /// Returns the postings of the segment that a document is in.
    fn beside(&self, document: DocumentId) -> &'a [Posting] {
        match document < self.first_edited {
            true => self.shared,
            false => self.edited,
        }
    }
}
