//! Which documents are worth a closer look: those that share rare words with the question, or its meaning.

use std::ops::Range;

use super::index::{DocumentId, Index, TermId};
use super::query::Query;

/// How many postings are read at the most; the rarest words' are read first.
const MAX_POSTINGS: usize = 2_048;
/// Scopes up to this many documents are compared by meaning, one by one.
const MAX_BY_MEANING: usize = 1_024;

/// Returns the documents worth a closer look among those of the scopes: up to `n` for their words, and up to
/// half as many more for their meaning alone.
pub(super) fn candidates(
    index: &Index,
    query: &Query,
    scopes: &[Range<DocumentId>],
    n: usize,
) -> Vec<DocumentId> {
    let mut found = by_words(index, query, scopes);
    found.truncate(n);
    let n_documents: usize = scopes.iter().map(|scope| scope.len()).sum();
    if n_documents <= MAX_BY_MEANING && !query.meaning.is_none() {
        let mut near: Vec<(f32, DocumentId)> = scopes
            .iter()
            .cloned()
            .flatten()
            .map(|document| {
                (
                    query
                        .meaning
                        .cosine(&index.documents[document as usize].meaning),
                    document,
                )
            })
            .collect();
        near.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, document) in near.into_iter().take(n / 2) {
            if !found.contains(&document) {
                found.push(document);
            }
        }
    }
    found
}

/// Returns the documents that share words with the question, most telling first.
fn by_words(index: &Index, query: &Query, scopes: &[Range<DocumentId>]) -> Vec<DocumentId> {
    let mut terms: Vec<(TermId, f32)> = query
        .words
        .iter()
        .flat_map(|word| {
            [word.term.map(|term| (term, word.certainty)), word.slip]
                .into_iter()
                .flatten()
        })
        .collect();
    terms.sort_unstable_by(|a, b| {
        index
            .postings_of(a.0)
            .len()
            .cmp(&index.postings_of(b.0).len())
            .then(a.0.cmp(&b.0))
            .then(b.1.total_cmp(&a.1))
    });
    terms.dedup_by_key(|term| term.0);
    let mut found: Vec<(DocumentId, f32)> = Vec::with_capacity(256);
    for &(term, certainty) in &terms {
        for scope in scopes {
            let postings = index.postings_of(term);
            let first = postings.partition_point(|posting| posting.document < scope.start);
            let in_scope = postings[first..]
                .iter()
                .take_while(|posting| posting.document < scope.end);
            let room = MAX_POSTINGS.saturating_sub(found.len());
            found.extend(
                in_scope
                    .take(room)
                    .map(|posting| (posting.document, posting.weight * certainty)),
            );
        }
    }
    found.sort_unstable_by_key(|&(document, _)| document);
    let mut sums: Vec<(DocumentId, f32)> = Vec::with_capacity(found.len());
    for (document, weight) in found {
        match sums.last_mut() {
            Some(last) if last.0 == document => last.1 += weight,
            _ => sums.push((document, weight)),
        }
    }
    sums.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    sums.into_iter().map(|(document, _)| document).collect()
}
