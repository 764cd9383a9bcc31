//! A part of the index: entries of guides, analyzed, with everything that is needed to compare questions with them.

use std::ops::Range;

use super::score::Weighing;
use super::titles::Titles;
use super::topics::TopicIndex;
use super::trigrams::TrigramSet;
use super::vocabulary::TermId;
use crate::guide::FilmIndex;
use crate::text::vectors::Embedding;

/// The number of a document: an entry of a guide, or a topic.
pub type DocumentId = u32;

/// Documents with their phrasings and terms. Built once, never changed.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// The names of films.
    pub(super) titles: Titles,
    /// The documents in the order of their numbers.
    pub(super) documents: Vec<Document>,
    /// The topics that each entry claims, one after the other.
    pub(super) claims: Vec<TopicIndex>,
    /// The phrasings of all documents, and the sentences of their texts.
    pub(super) phrasings: Vec<Phrasing>,
    /// The number of sentences among them.
    pub(super) n_sentences: usize,
    /// The terms of all phrasings, one after the other.
    pub(super) phrasing_terms: Vec<TermId>,
    /// The distinct terms of all documents, one after the other; sorted within a document.
    pub(super) document_terms: Vec<Posting>,
    /// The documents of each term.
    pub(super) postings: PostingLists,
}

/// The documents of each term, one after the other; sorted within a term.
#[derive(Debug, Default)]
pub(super) struct PostingLists {
    /// The terms that have documents, sorted; empty where every term has its place.
    terms: Vec<TermId>,
    /// The start of each term's postings.
    starts: Vec<u32>,
    postings: Vec<Posting>,
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

/// A document together with the segment that its parts stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexedDocument<'a> {
    segment: &'a Segment,
    pub(super) document: &'a Document,
}

impl<'a> IndexedDocument<'a> {
    /// Returns the topics that it claims.
    pub(super) fn claims(&self) -> &'a [TopicIndex] {
        &self.segment.claims[span(&self.document.claims)]
    }

    /// Returns its distinct terms, sorted.
    pub(super) fn terms(&self) -> &'a [Posting] {
        self.segment.terms_of(self.document)
    }

    /// Returns its phrasings.
    pub(super) fn phrasings(&self) -> &'a [Phrasing] {
        &self.segment.phrasings[span(&self.document.phrasings)]
    }

    /// Returns the sentences of its text.
    pub(super) fn sentences(&self) -> &'a [Phrasing] {
        &self.segment.phrasings[span(&self.document.sentences)]
    }

    /// Returns the terms of one of its phrasings or sentences.
    pub(super) fn terms_in(&self, phrasing: &Phrasing) -> &'a [TermId] {
        &self.segment.phrasing_terms[span(&phrasing.terms)]
    }
}

impl Segment {
    /// Returns the document in this place of the segment.
    pub(super) fn document(&self, place: DocumentId) -> IndexedDocument<'_> {
        IndexedDocument {
            segment: self,
            document: &self.documents[place as usize],
        }
    }

    /// Returns the distinct terms of one of its documents, sorted.
    pub(super) fn terms_of(&self, document: &Document) -> &[Posting] {
        &self.document_terms[span(&document.terms)]
    }

    /// Gives back the room that lists have left, where there are many segments of few documents.
    pub(super) fn shrink(&mut self) {
        self.documents.shrink_to_fit();
        self.claims.shrink_to_fit();
        self.phrasings.shrink_to_fit();
        self.phrasing_terms.shrink_to_fit();
        self.document_terms.shrink_to_fit();
        self.postings.shrink();
    }

    /// Returns about how many bytes it takes, the names of films apart.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.documents[..])
            + size_of_val(&self.claims[..])
            + size_of_val(&self.phrasings[..])
            + size_of_val(&self.phrasing_terms[..])
            + size_of_val(&self.document_terms[..])
            + self.postings.n_bytes()
    }
}

impl PostingLists {
    /// Files postings of all terms, of which term `n` has `lengths[n]`; `found` has them in the order of documents.
    pub(super) fn of_all(lengths: &[u32], found: impl Iterator<Item = (TermId, Posting)>) -> Self {
        let mut starts = Vec::with_capacity(lengths.len() + 1);
        starts.push(0);
        starts.extend(lengths.iter().scan(0, |total, length| {
            *total += length;
            Some(*total)
        }));
        let mut next = starts.clone();
        let n_postings = starts.last().map_or(0, |&last| last as usize);
        let mut postings = vec![Posting::new(0, Field::Text); n_postings];
        for (term, posting) in found {
            let at = &mut next[term as usize];
            postings[*at as usize] = posting;
            *at += 1;
        }
        Self {
            terms: Vec::new(),
            starts,
            postings,
        }
    }

    /// Files postings of few terms.
    pub(super) fn of_few(mut found: Vec<(TermId, Posting)>) -> Self {
        found.sort_unstable();
        let mut lists = Self::default();
        for (place, (term, posting)) in (0..).zip(found) {
            if lists.terms.last() != Some(&term) {
                lists.terms.push(term);
                lists.starts.push(place);
            }
            lists.postings.push(posting);
        }
        lists.starts.push(lists.postings.len() as u32);
        lists
    }

    /// Returns the postings of a term.
    pub(super) fn of(&self, term: TermId) -> &[Posting] {
        let at = match self.terms.is_empty() {
            true => term as usize,
            false => match self.terms.binary_search(&term) {
                Ok(at) => at,
                Err(_) => return &[],
            },
        };
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => &self.postings[start as usize..end as usize],
            _ => &[],
        }
    }

    fn shrink(&mut self) {
        self.terms.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.postings.shrink_to_fit();
    }

    fn n_bytes(&self) -> usize {
        size_of_val(&self.terms[..])
            + size_of_val(&self.starts[..])
            + size_of_val(&self.postings[..])
    }
}

/// Returns a range of numbers as one of indices.
pub(super) fn span(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}
