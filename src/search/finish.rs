//! The second pass over a segment: what depends on how common each term is among all documents.

use rayon::prelude::*;

use super::segment::{DocumentId, Posting, PostingLists, Segment, span};
use super::vocabulary::{TermId, Vocabulary, WordId};
use crate::text::vectors::{Embedding, EmbeddingSum};

/// Returns in how many documents of a segment each of a vocabulary's own terms stands.
pub(super) fn document_frequencies(segment: &Segment, vocabulary: &Vocabulary) -> Vec<u32> {
    let first = vocabulary.first_term();
    let mut df = vec![0_u32; vocabulary.n_terms() - first as usize];
    for found in &segment.document_terms {
        if let Some(own) = found.number().checked_sub(first) {
            df[own as usize] += 1;
        }
    }
    df
}

/// Weighs phrasings and documents; `phrasing_words` are the words of all phrasings.
pub(super) fn weigh(segment: &mut Segment, vocabulary: &Vocabulary, phrasing_words: &[WordId]) {
    // Each phrasing and each document is added up in its own order: the sums are the same on every machine.
    segment.phrasings.par_iter_mut().for_each(|phrasing| {
        let words = &phrasing_words[span(&phrasing.terms)];
        phrasing.inverse_root_weight = inverse_root_weight(vocabulary, words);
        phrasing.embedding = embedding(vocabulary, words);
    });
    let phrasings = &segment.phrasings;
    segment.documents.par_iter_mut().for_each(|document| {
        let mut sum = EmbeddingSum::default();
        for phrasing in &phrasings[span(&document.phrasings)] {
            sum.add_embedding(&phrasing.embedding);
        }
        document.embedding = sum.embedding();
        let mut sum = EmbeddingSum::default();
        for sentence in &phrasings[span(&document.sentences)] {
            sum.add_embedding(&sentence.embedding);
        }
        document.text_embedding = sum.embedding();
    });
    let terms = phrasing_words
        .iter()
        .map(|&word| vocabulary.word(word).term);
    segment.phrasing_terms = terms.collect();
}

fn inverse_root_weight(vocabulary: &Vocabulary, words: &[WordId]) -> f32 {
    let weights = words
        .iter()
        .map(|&word| vocabulary.term(vocabulary.word(word).term).weight);
    let weight: f32 = weights.sum();
    if weight > 0.0 {
        1.0 / weight.sqrt()
    } else {
        0.0
    }
}

/// Returns the embedding of words together.
fn embedding(vocabulary: &Vocabulary, words: &[WordId]) -> Embedding {
    let mut sum = EmbeddingSum::default();
    for &word in words {
        let word = vocabulary.word(word);
        if let Some(rank) = word.rank {
            sum.add(rank, vocabulary.term(word.term).embedding_weight);
        }
    }
    sum.embedding()
}

/// Turns the terms of documents into the documents of terms, of which each has `df`.
pub(super) fn all_postings(segment: &Segment, df: &[u32]) -> PostingLists {
    PostingLists::of_all(df, found(segment, 0))
}

/// Does the same for a segment that has few of the terms; `first` is the number of its first document.
pub(super) fn few_postings(segment: &Segment, first: DocumentId) -> PostingLists {
    PostingLists::of_few(found(segment, first).collect())
}

fn found(
    segment: &Segment,
    first: DocumentId,
) -> impl Iterator<Item = (TermId, Posting)> + use<'_> {
    let documents = (first..).zip(&segment.documents);
    documents.flat_map(|(number, document)| {
        let terms = segment.terms_of(document).iter();
        terms.map(move |found| (found.number(), Posting::new(number, found.field())))
    })
}
