//! Finds the documents that are worth a closer look: those that share rare words with the question, or its meaning.

use std::ops::Range;

use super::index::{Index, TermPostings};
use super::query::{Query, QueryTerm};
use super::score::{Weighing, WholeFeatures};
use super::segment::{DocumentId, Field, Posting};
use super::topic_scores::TopicScores;

/// The largest number of postings that are read, the rarest words' first: a question must not take longer because
/// its words are common.
const MAX_POSTINGS: usize = 2_048;
/// Scopes up to this many documents are all compared by their embeddings.
const MAX_BY_EMBEDDING: usize = 1_024;
/// In larger scopes this many are, best by words first.
const N_BY_EMBEDDING: usize = 64;

/// A document that may be worth a closer look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) document: DocumentId,
    weighing: Weighing,
    /// The features of the document.
    pub(super) features: WholeFeatures,
    /// The part of the score that is known without looking at single phrasings. A fact has less for its kind, which it
    /// makes up for by its phrasings: that is left out here.
    score: f32,
}

impl Candidate {
    fn new(index: &Index, document: DocumentId) -> Self {
        Self {
            document,
            weighing: index.document(document).document.weighing,
            features: WholeFeatures::default(),
            score: 0.0,
        }
    }

    /// Returns the score that the document has at the most, whatever its phrasings say.
    pub(super) fn score_at_most(&self) -> f32 {
        let of_kind = self.features.of_kind(self.weighing);
        self.score + of_kind + self.features.rest_at_most(self.weighing)
    }

    fn add(&mut self, posting: Posting, term: QueryTerm) {
        let features = &mut self.features;
        features.told += term.information;
        if posting.field() > Field::Text {
            features.covered += term.weight;
        } else {
            features.covered_text += term.weight;
            features.told_text += term.information;
        }
    }
}

/// Returns the `n` documents of the scopes that are most worth a closer look, best first.
pub(super) fn candidates(
    index: &Index,
    query: &Query,
    topics: &TopicScores,
    scopes: &[Range<DocumentId>],
    n: usize,
) -> Vec<Candidate> {
    let n_documents: usize = scopes.iter().map(ExactSizeIterator::len).sum();
    let mut found = if n_documents <= MAX_BY_EMBEDDING {
        in_small_scope(index, query, scopes)
    } else {
        in_large_scope(index, query, scopes)
    };
    for candidate in &mut found {
        let claims = index.document(candidate.document).claims();
        candidate.features.topic = topics.of(claims);
    }
    compare_centroids(index, query, &mut found);
    keep_best(&mut found, n);
    found
}

/// Compares the question with what each candidate means, with the widest vector instructions there are.
fn compare_centroids(index: &Index, query: &Query, found: &mut [Candidate]) {
    pulp::Arch::new().dispatch(CentroidComparison {
        index,
        query,
        found,
    });
}

/// The arguments of the comparison; no closure, so that it is inlined.
struct CentroidComparison<'a> {
    index: &'a Index,
    query: &'a Query,
    found: &'a mut [Candidate],
}

impl pulp::NullaryFnOnce for CentroidComparison<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        for candidate in self.found {
            let document = self.index.document(candidate.document).document;
            let cosine = |embedding| self.query.embedding.cosine(embedding).max(0.0);
            candidate.features.centroid = cosine(&document.embedding);
            if !document.sentences.is_empty() {
                candidate.features.text_centroid = cosine(&document.text_embedding);
            }
        }
    }
}

/// Adds up the words of every document.
fn in_small_scope(index: &Index, query: &Query, scopes: &[Range<DocumentId>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for scope in scopes {
        let first = found.len();
        found.extend(
            scope
                .clone()
                .map(|document| Candidate::new(index, document)),
        );
        for (term, postings) in postings(index, query) {
            for posting in postings.within(scope) {
                found[first + (posting.number() - scope.start) as usize].add(*posting, term);
            }
        }
    }
    found
}

/// Reads the rarest words' postings first and adds up the documents that stand in them.
fn in_large_scope(index: &Index, query: &Query, scopes: &[Range<DocumentId>]) -> Vec<Candidate> {
    let mut words: Vec<(QueryTerm, TermPostings<'_>)> = postings(index, query).collect();
    words.sort_by_key(|(_, postings)| postings.len());
    let mut read: Vec<(Posting, QueryTerm)> = Vec::with_capacity(MAX_POSTINGS);
    let mut n_words = 0;
    for &(term, postings) in &words {
        let room = MAX_POSTINGS - read.len();
        if room == 0 {
            break;
        }
        let in_scopes = scopes.iter().flat_map(|scope| postings.within(scope));
        read.extend(in_scopes.take(room).map(|posting| (*posting, term)));
        n_words += 1;
    }
    read.sort_unstable_by_key(|(posting, _)| posting.number());
    let mut found: Vec<Candidate> = Vec::with_capacity(read.len());
    for (posting, term) in read {
        if found
            .last()
            .is_none_or(|last| last.document != posting.number())
        {
            found.push(Candidate::new(index, posting.number()));
        }
        if let Some(last) = found.last_mut() {
            last.add(posting, term);
        }
    }
    keep_best(&mut found, N_BY_EMBEDDING);
    // The commoner words were not read: they are looked up for the few that are left.
    for (term, postings) in words.into_iter().skip(n_words) {
        for candidate in &mut found {
            if let Some(posting) = postings.find(candidate.document) {
                candidate.add(posting, term);
            }
        }
    }
    found
}

/// Returns each term of the question, as a share of it, with its postings.
fn postings<'a>(
    index: &'a Index,
    query: &'a Query,
) -> impl Iterator<Item = (QueryTerm, TermPostings<'a>)> {
    let inverse_weight = 1.0 / query.weight.max(f32::MIN_POSITIVE);
    let inverse_information = 1.0 / query.information.max(f32::MIN_POSITIVE);
    query.terms.iter().map(move |term| {
        let share = QueryTerm {
            term: term.term,
            weight: term.weight * inverse_weight,
            information: term.information * inverse_information,
        };
        (share, index.postings_of(term.term))
    })
}

/// Keeps the `n` best, best first. Few are kept of many: insertion beats sorting.
fn keep_best(found: &mut Vec<Candidate>, n: usize) {
    let mut best: Vec<Candidate> = Vec::with_capacity(n + 1);
    for mut candidate in found.drain(..) {
        candidate.score = candidate.features.score(candidate.weighing);
        if best.len() == n
            && best
                .last()
                .is_some_and(|worst| worst.score >= candidate.score)
        {
            continue;
        }
        // Documents come in order, so that of two with the same score the first stays ahead.
        let at = best.partition_point(|other| other.score >= candidate.score);
        best.insert(at, candidate);
        best.truncate(n);
    }
    *found = best;
}
