//! Finds the documents that are worth a closer look: those that share rare words with the question, or its meaning.

use std::ops::Range;

use super::index::{DocumentId, Field, Index, Posting};
use super::query::Query;
use super::score::{document_score, phrasing_score_at_most};

/// The largest number of postings that are read, the rarest words' first: a question must not take longer because
/// its words are common.
const MAX_POSTINGS: usize = 2_048;
/// Scopes up to this many documents are all compared by their embeddings.
const MAX_BY_EMBEDDING: usize = 1_024;
/// In larger scopes this many are, best by words first.
const N_BY_EMBEDDING: usize = 64;

/// A document that may be worth a closer look.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    pub(super) document: DocumentId,
    /// The weight of the question's words that stand in phrasings or titles.
    pub(super) covered: f32,
    /// The weight of the question's words that stand anywhere in the entry.
    pub(super) covered_text: f32,
    /// Cosine to the centroid of all phrasings' embeddings.
    pub(super) centroid: f32,
    /// The part of the score that is known without looking at single phrasings.
    score: f32,
}

impl Candidate {
    /// Returns the score that the document has at the most, whatever its phrasings say.
    pub(super) fn score_at_most(&self, query: &Query) -> f32 {
        self.score + phrasing_score_at_most(self.covered / query.weight.max(f32::MIN_POSITIVE))
    }
}

/// Returns the `n` documents of the scopes that are most worth a closer look, best first.
pub(super) fn candidates(
    index: &Index,
    query: &Query,
    scopes: &[Range<DocumentId>],
    n: usize,
) -> Vec<Candidate> {
    let n_documents: usize = scopes.iter().map(ExactSizeIterator::len).sum();
    let mut found = if n_documents <= MAX_BY_EMBEDDING {
        in_small_scope(index, query, scopes)
    } else {
        in_large_scope(index, query, scopes)
    };
    compare_centroids(index, query, &mut found);
    keep_best(&mut found, query, n);
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
            let embedding = &self.index.document(candidate.document).embedding;
            candidate.centroid = self.query.embedding.cosine(embedding).max(0.0);
        }
    }
}

/// Adds up the words of every document.
fn in_small_scope(index: &Index, query: &Query, scopes: &[Range<DocumentId>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for scope in scopes {
        let first = found.len();
        found.extend(scope.clone().map(|document| Candidate {
            document,
            ..Candidate::default()
        }));
        for (weight, postings) in postings(index, query) {
            for posting in within(postings, scope) {
                add(
                    &mut found[first + (posting.number() - scope.start) as usize],
                    *posting,
                    weight,
                );
            }
        }
    }
    found
}

/// Reads the rarest words' postings first and adds up the documents that stand in them.
fn in_large_scope(index: &Index, query: &Query, scopes: &[Range<DocumentId>]) -> Vec<Candidate> {
    let mut words: Vec<(f32, &[Posting])> = postings(index, query).collect();
    words.sort_by_key(|(_, postings)| postings.len());
    let mut read: Vec<(Posting, f32)> = Vec::with_capacity(MAX_POSTINGS);
    let mut n_words = 0;
    for &(weight, postings) in &words {
        let room = MAX_POSTINGS - read.len();
        if room == 0 {
            break;
        }
        let in_scopes = scopes.iter().flat_map(|scope| within(postings, scope));
        read.extend(in_scopes.take(room).map(|posting| (*posting, weight)));
        n_words += 1;
    }
    read.sort_unstable_by_key(|(posting, _)| posting.number());
    let mut found: Vec<Candidate> = Vec::with_capacity(read.len());
    for (posting, weight) in read {
        if found
            .last()
            .is_none_or(|last| last.document != posting.number())
        {
            found.push(Candidate {
                document: posting.number(),
                ..Candidate::default()
            });
        }
        if let Some(last) = found.last_mut() {
            add(last, posting, weight);
        }
    }
    keep_best(&mut found, query, N_BY_EMBEDDING);
    // The commoner words were not read: they are looked up for the few that are left.
    for (weight, postings) in words.into_iter().skip(n_words) {
        for candidate in &mut found {
            if let Ok(at) =
                postings.binary_search_by_key(&candidate.document, |posting| posting.number())
            {
                add(candidate, postings[at], weight);
            }
        }
    }
    found
}

fn add(candidate: &mut Candidate, posting: Posting, weight: f32) {
    candidate.covered_text += weight;
    if posting.field() > Field::Text {
        candidate.covered += weight;
    }
}

/// Returns the postings of each term of the question with the weight of its words.
fn postings<'a>(index: &'a Index, query: &'a Query) -> impl Iterator<Item = (f32, &'a [Posting])> {
    query
        .terms
        .iter()
        .map(|&(term, weight)| (weight, index.postings_of(term)))
}

/// Returns the postings of the documents in a scope.
fn within<'a>(postings: &'a [Posting], scope: &Range<DocumentId>) -> &'a [Posting] {
    let first = postings.partition_point(|posting| posting.number() < scope.start);
    let end = postings.partition_point(|posting| posting.number() < scope.end);
    &postings[first..end]
}

/// Keeps the `n` best, best first. Few are kept of many: insertion beats sorting.
fn keep_best(found: &mut Vec<Candidate>, query: &Query, n: usize) {
    let inverse_weight = 1.0 / query.weight.max(f32::MIN_POSITIVE);
    let mut best: Vec<Candidate> = Vec::with_capacity(n + 1);
    for mut candidate in found.drain(..) {
        candidate.score = document_score(
            candidate.covered * inverse_weight,
            candidate.covered_text * inverse_weight,
            candidate.centroid,
        );
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
