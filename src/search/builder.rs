//! Adds documents to a segment: what they are asked by, what they say, and the words of both.

use std::ops::Range;
use std::sync::Arc;

use super::analyzed::{AnalyzedDocument, AnalyzedPhrasing, AnalyzedTexts, WordNumbers};
use super::finish;
use super::score::Weighing;
use super::segment::{Document, DocumentId, Field, Phrasing, Posting, Segment, Source, span};
use super::shares::Share;
use super::topics::TopicIndex;
use super::vocabulary::{TermId, Vocabulary, WordId};
use crate::guide::Facts;
use crate::text::vectors::Embedding;
use crate::text::{self, WordKind};

/// The largest number of sentences that are read one by one: as many as a thousand guides have, in 40 MB. The words
/// of all texts count in any case.
const MAX_SENTENCES: usize = 200_000;

/// A segment in the making.
#[derive(Default)]
pub(super) struct SegmentBuilder {
    pub(super) segment: Segment,
    pub(super) vocabulary: Vocabulary,
    /// The number of the first document: there are others before the segment where it lies on top of another.
    pub(super) first_document: DocumentId,
    /// The ways of asking for each topic, which all films share; none where they are in another segment.
    pub(super) topics: Vec<Range<u32>>,
    /// The words of the phrasings as written, beside their terms.
    phrasing_words: Vec<WordId>,
}

impl SegmentBuilder {
    /// Begins a segment on top of others, which have a vocabulary and this many documents.
    pub(super) fn on_top_of(vocabulary: &Arc<Vocabulary>, n_documents: DocumentId) -> Self {
        Self {
            vocabulary: Vocabulary::on_top_of(vocabulary),
            first_document: n_documents,
            ..Self::default()
        }
    }

    /// Adds the entries of a share.
    pub(super) fn add_entries(&mut self, share: &Share<'_>, analyzed: &AnalyzedTexts) {
        let mut words = WordNumbers::new(analyzed);
        for (&(entry, ..), document) in share.entries.iter().zip(&analyzed.documents) {
            let film = share.film;
            let phrasings = match &document.phrasings {
                Some(phrasings) => self.add_phrasings(phrasings, &mut words),
                None => self.phrasings_of_topic(document.claims.first()),
            };
            self.add_document(
                Source::Entry { film, entry },
                document,
                phrasings,
                &mut words,
            );
        }
    }

    /// Returns the terms of the names of the people who made the film and of those in it, sorted.
    pub(super) fn people(&mut self, facts: &Facts) -> Vec<TermId> {
        let tokens = facts.people().flat_map(|name| text::analyze(&name));
        let names = tokens.filter(|token| token.kind == WordKind::Content);
        let mut terms: Vec<TermId> = names.map(|token| self.term(&token.word)).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// Adds a document with phrasings that were added before.
    pub(super) fn add_document(
        &mut self,
        source: Source,
        document: &AnalyzedDocument,
        phrasings: Range<u32>,
        words: &mut WordNumbers<'_>,
    ) {
        let sentences = self.add_sentences(&document.sentences, words);
        let vocabulary = &mut self.vocabulary;
        let mut found: Vec<Posting> = Vec::new();
        for (text, field) in [
            (&document.text, Field::Text),
            (&document.section, Field::Section),
        ] {
            let words: Vec<WordId> = words.file(text, vocabulary).collect();
            let terms = words.iter().map(|&word| vocabulary.word(word).term);
            found.extend(terms.map(|term| Posting::new(term, field)));
        }
        for phrasing in &self.segment.phrasings[span(&phrasings)] {
            let words = self.phrasing_words[span(&phrasing.terms)].iter();
            let terms = words.map(|&word| vocabulary.word(word).term);
            found.extend(terms.map(|term| Posting::new(term, Field::Phrasing)));
        }
        // Of the fields in which a term stands the most telling one comes first and is kept.
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.dedup_by_key(|posting| posting.number());
        let first_claim = number(self.segment.claims.len());
        self.segment.claims.extend(&document.claims);
        let start = number(self.segment.document_terms.len());
        self.segment.document_terms.extend(found.iter().rev());
        self.segment.documents.push(Document {
            source,
            weighing: Weighing::new(document.kind, phrasings.len().saturating_sub(1)),
            claims: first_claim..number(self.segment.claims.len()),
            sums_up: None,
            phrasings,
            sentences,
            terms: start..number(self.segment.document_terms.len()),
            embedding: Embedding::NONE,
            text_embedding: Embedding::NONE,
        });
    }

    /// Adds the sentences of a text, unless there are too many texts for that.
    fn add_sentences(
        &mut self,
        sentences: &[AnalyzedPhrasing],
        words: &mut WordNumbers<'_>,
    ) -> Range<u32> {
        if self.segment.n_sentences + sentences.len() > MAX_SENTENCES {
            return 0..0;
        }
        self.segment.n_sentences += sentences.len();
        self.add_phrasings(sentences, words)
    }

    /// Adds phrasings and returns their places.
    pub(super) fn add_phrasings(
        &mut self,
        phrasings: &[AnalyzedPhrasing],
        words: &mut WordNumbers<'_>,
    ) -> Range<u32> {
        let first = number(self.segment.phrasings.len());
        for phrasing in phrasings {
            let start = number(self.phrasing_words.len());
            let words = words.file(&phrasing.words, &mut self.vocabulary);
            self.phrasing_words.extend(words);
            self.segment.phrasings.push(Phrasing {
                terms: start..number(self.phrasing_words.len()),
                inverse_root_weight: 0.0,
                trigrams: phrasing.trigrams,
                embedding: Embedding::NONE,
            });
        }
        first..number(self.segment.phrasings.len())
    }

    /// Returns the ways of asking for a fact, which are those of its topic.
    fn phrasings_of_topic(&self, topic: Option<&TopicIndex>) -> Range<u32> {
        let found = topic.and_then(|&topic| self.topics.get(usize::from(topic)));
        found.cloned().unwrap_or_default()
    }

    fn term(&mut self, word: &str) -> TermId {
        let word = self.vocabulary.add(word);
        self.vocabulary.word(word).term
    }

    /// Returns the number that the next document gets.
    pub(super) fn next_document(&self) -> DocumentId {
        self.first_document + number(self.segment.documents.len())
    }

    /// Weighs terms, phrasings and documents, once all are there.
    pub(super) fn finish(mut self) -> (Segment, Vocabulary) {
        self.segment.titles.finish();
        let df = finish::document_frequencies(&self.segment, &self.vocabulary);
        let n_documents = self.next_document() as usize;
        self.vocabulary.finish(&df, n_documents);
        finish::weigh(&mut self.segment, &self.vocabulary, &self.phrasing_words);
        self.segment.postings = match self.first_document {
            0 => finish::all_postings(&self.segment, &df),
            first => finish::few_postings(&self.segment, first),
        };
        if self.first_document > 0 {
            self.segment.shrink();
            self.vocabulary.shrink();
        }
        (self.segment, self.vocabulary)
    }
}

/// Counts fit: a library of more than 4 thousand million words would not fit into memory.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
