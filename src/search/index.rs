//! The index: every phrasing, title and text of every guide, as terms, trigrams and embeddings.

use std::ops::Range;

use super::score::Weighing;
use super::title_walk::{self, FilmMention};
use super::titles::Titles;
use super::topics::TopicIndex;
use super::trigrams::TrigramSet;
use super::vocabulary::{TermId, Vocabulary};
use crate::guide::FilmIndex;
use crate::text::names::NameWord;
use crate::text::vectors::Embedding;

/// The number of a document: an entry of a guide, or a topic.
pub type DocumentId = u32;

/// Everything that is needed to rank the entries of all guides for a question. Built once, never changed.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// The names of the films.
    pub(super) titles: Titles,
    /// All documents: the entries of each film in reading order, then the topics in the order of the catalogue.
    pub(super) documents: Vec<Document>,
    /// The documents of each film.
    pub(super) films: Vec<Range<DocumentId>>,
    /// The topics that the entries of each film claim, sorted.
    pub(super) claimed: Vec<Vec<TopicIndex>>,
    /// The topics that each entry claims, one after the other.
    pub(super) claims: Vec<TopicIndex>,
    /// The terms of the names of people and roles, sorted, for each film.
    pub(super) people: Vec<Vec<TermId>>,
    /// The phrasings of all documents, and the sentences of their texts.
    pub(super) phrasings: Vec<Phrasing>,
    /// The number of sentences among them.
    pub(super) n_sentences: usize,
    /// The terms of all phrasings, one after the other.
    pub(super) phrasing_terms: Vec<TermId>,
    /// The distinct terms of all documents, one after the other; sorted within a document.
    pub(super) document_terms: Vec<Posting>,
    /// The documents of each term, one after the other; sorted within a term.
    pub(super) postings: Vec<Posting>,
    /// The start of each term's postings in `postings`.
    pub(super) posting_starts: Vec<u32>,
}

/// The field of a document in which a term stands: the most telling one, where it stands in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// In the text of the answer.
    Text,
    /// In the title of the section.
    Section,
    /// In the title or a phrasing.
    Phrasing,
}

/// A term or a document with the field in which the one stands in the other, in four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

impl Posting {
    /// Numbers stay below 2^30: a thousand million words do not fit into memory beside the guides.
    pub(super) fn new(number: u32, field: Field) -> Self {
        Self(number << 2 | field as u32)
    }

    pub(super) fn number(self) -> u32 {
        self.0 >> 2
    }

    pub(super) fn field(self) -> Field {
        match self.0 & 3 {
            0 => Field::Text,
            1 => Field::Section,
            _ => Field::Phrasing,
        }
    }
}

/// An entry of a guide, or a topic.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) source: Source,
    /// The weights of its features, by the kind of entry and its phrasings.
    pub(super) weighing: Weighing,
    /// The topics that it claims.
    pub(super) claims: Range<u32>,
    /// The entry that it sums up.
    pub(super) sums_up: Option<DocumentId>,
    pub(super) phrasings: Range<u32>,
    /// The sentences of the text.
    pub(super) sentences: Range<u32>,
    pub(super) terms: Range<u32>,
    /// The centroid of the phrasings' embeddings.
    pub(super) embedding: Embedding,
    /// The centroid of the sentences' embeddings.
    pub(super) text_embedding: Embedding,
}

/// The part of the guides, or the topic, that a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An entry of a guide.
    Entry {
        /// The film.
        film: FilmIndex,
        /// The entry, counted over the guide's sections in reading order.
        entry: u32,
    },
    /// A topic that people ask about with any film.
    Topic(TopicIndex),
}

/// One way of asking for a document.
#[derive(Clone, Debug)]
pub(super) struct Phrasing {
    pub(super) terms: Range<u32>,
    /// One over the square root of the sum of its terms' weights; 0 without terms.
    pub(super) inverse_root_weight: f32,
    pub(super) trigrams: TrigramSet,
    pub(super) embedding: Embedding,
}

impl Index {
    /// Returns the number of phrasings, titles and built-in ones included.
    pub fn n_phrasings(&self) -> usize {
        self.phrasings.len() - self.n_sentences
    }

    /// Returns the number of entries of all guides.
    pub fn n_entries(&self) -> usize {
        self.films.last().map_or(0, |film| film.end as usize)
    }

    /// Returns a word of a term, to show to people.
    pub fn word_of(&self, term: TermId) -> &str {
        self.vocabulary.word_of(term)
    }

    /// Returns whether one of two entries sums the other up: they are no rivals.
    pub fn is_summary_pair(&self, a: DocumentId, b: DocumentId) -> bool {
        let sums_up = |summary, other| self.document(summary).sums_up == Some(other);
        sums_up(a, b) || sums_up(b, a)
    }

    /// Returns every film's name that may stand in the words of a text.
    pub fn film_mentions(&self, words: &[NameWord]) -> Vec<FilmMention> {
        title_walk::find(&self.titles, words)
    }

    /// Returns whether a term stands in the name of somebody who made a film or is in it.
    pub fn is_person(&self, film: FilmIndex, term: TermId) -> bool {
        let people = film.of(&self.people);
        people.is_some_and(|people| people.binary_search(&term).is_ok())
    }

    /// Returns the topics that a document claims.
    pub(super) fn claims_of(&self, document: &Document) -> &[TopicIndex] {
        &self.claims[span(&document.claims)]
    }

    /// Returns whether an entry of a film claims a topic.
    pub(super) fn is_claimed(&self, film: FilmIndex, topic: TopicIndex) -> bool {
        let claimed = film.of(&self.claimed);
        claimed.is_some_and(|claimed| claimed.binary_search(&topic).is_ok())
    }

    pub(super) fn postings_of(&self, term: TermId) -> &[Posting] {
        let at = term as usize;
        &self.postings[self.posting_starts[at] as usize..self.posting_starts[at + 1] as usize]
    }

    pub(super) fn document(&self, document: DocumentId) -> &Document {
        &self.documents[document as usize]
    }

    pub(super) fn terms_of(&self, document: &Document) -> &[Posting] {
        &self.document_terms[span(&document.terms)]
    }

    pub(super) fn phrasings_of(&self, document: &Document) -> &[Phrasing] {
        &self.phrasings[span(&document.phrasings)]
    }

    pub(super) fn sentences_of(&self, document: &Document) -> &[Phrasing] {
        &self.phrasings[span(&document.sentences)]
    }

    pub(super) fn terms_in(&self, phrasing: &Phrasing) -> &[TermId] {
        &self.phrasing_terms[span(&phrasing.terms)]
    }

    /// Returns the field of a document in which a term stands.
    pub(super) fn field_of(terms: &[Posting], term: TermId) -> Option<Field> {
        terms
            .binary_search_by_key(&term, |found| found.number())
            .ok()
            .map(|at| terms[at].field())
    }
}

/// Returns a range of numbers as one of indices.
pub(super) fn span(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}
