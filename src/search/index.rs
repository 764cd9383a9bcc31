//! The index: every phrasing, title and text of every guide, as terms, letters and meanings.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::Lexicon;
use super::shape::Shape;
use super::titles::Titles;
use crate::text::WordKind;
use crate::text::vectors::Meaning;

/// The number of a term: a stem, or the stem that stands for a group of synonyms.
pub type TermId = u32;
/// The number of a document: an entry of a guide, or a topic that no guide answers.
pub type DocumentId = u32;

/// Everything that is needed to rank the entries of all guides for a question. Built once, never changed.
#[derive(Debug)]
pub struct Index {
    /// From words as written, and from their stems, to terms.
    pub(super) terms: HashMap<Box<str>, TermId>,
    /// What is known of each term.
    pub(super) term_facts: Vec<TermFacts>,
    /// What each term means by itself.
    pub(super) term_meanings: Vec<Meaning>,
    /// The names of the films.
    pub(super) titles: Titles,
    /// The words as written, for typo repair, and the term of each.
    pub(super) lexicon: Lexicon,
    pub(super) lexicon_terms: Vec<TermId>,
    /// All documents: the entries of each film in reading order, then the topics that lead elsewhere.
    pub(super) documents: Vec<Document>,
    /// The documents of each film.
    pub(super) films: Vec<Range<DocumentId>>,
    pub(super) phrasings: Vec<Phrasing>,
    /// The terms of all phrasings, one after the other.
    pub(super) phrasing_terms: Vec<TermId>,
    /// The distinct terms of all documents, one after the other; sorted within a document.
    pub(super) document_terms: Vec<DocumentTerm>,
    /// The documents of each term, one after the other.
    pub(super) postings: Vec<Posting>,
    /// Where the postings of each term start.
    pub(super) posting_starts: Vec<u32>,
}

/// What is known of a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermFacts {
    pub(super) weight: f32,
    /// How much its vector counts in the sum of a text's vectors.
    pub(super) meaning_weight: f32,
    pub(super) kind: WordKind,
    /// The number of its word's vector.
    pub(super) rank: Option<u32>,
    pub(super) zipf: f32,
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

/// A term of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct DocumentTerm {
    pub(super) term: TermId,
    pub(super) field: Field,
}

/// An entry of a guide, or a topic that leads elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) source: Source,
    pub(super) phrasings: Range<u32>,
    /// The sentences of its text, as phrasings of a weaker kind.
    pub(super) sentences: Range<u32>,
    pub(super) terms: Range<u32>,
    /// What all phrasings mean together.
    pub(super) meaning: Meaning,
}

/// What a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An entry: the film's number and the entry's place in the guide.
    Entry {
        /// The film, as an index into the guides.
        film: u32,
        /// The entry, counted over the guide's sections in reading order.
        entry: u32,
    },
    /// A topic that people ask about and the guides do not cover.
    Elsewhere(u32),
}

/// One way of asking for a document.
#[derive(Clone, Debug)]
pub(super) struct Phrasing {
    pub(super) terms: Range<u32>,
    /// The sum of its terms' weights.
    pub(super) weight: f32,
    pub(super) shape: Shape,
    pub(super) meaning: Meaning,
}

/// A document that holds a term, and how much the term says for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) document: DocumentId,
    pub(super) weight: f32,
}

impl Index {
    /// Returns the number of phrasings, titles and built-in ones included.
    pub fn n_phrasings(&self) -> usize {
        self.phrasings.len()
    }

    /// Returns the number of entries of all guides.
    pub fn n_entries(&self) -> usize {
        self.films.last().map_or(0, |film| film.end as usize)
    }

    pub(super) fn postings_of(&self, term: TermId) -> &[Posting] {
        let at = term as usize;
        &self.postings[self.posting_starts[at] as usize..self.posting_starts[at + 1] as usize]
    }

    pub(super) fn terms_of(&self, document: &Document) -> &[DocumentTerm] {
        &self.document_terms[document.terms.start as usize..document.terms.end as usize]
    }

    pub(super) fn phrasings_in(&self, range: &Range<u32>) -> &[Phrasing] {
        &self.phrasings[range.start as usize..range.end as usize]
    }

    pub(super) fn terms_in(&self, phrasing: &Phrasing) -> &[TermId] {
        &self.phrasing_terms[phrasing.terms.start as usize..phrasing.terms.end as usize]
    }
}
