//! The second pass over an index: what depends on how common each term is among all documents.

use rayon::prelude::*;

use super::index::{Field, Index, Posting, span};
use super::vocabulary::{Vocabulary, WordId};
use crate::text::vectors::{Embedding, EmbeddingSum};

impl Index {
    /// Weighs terms, phrasings and documents and makes the postings; `phrasing_words` are the words of all phrasings.
    pub(super) fn finish(&mut self, phrasing_words: &[WordId]) {
        let mut df = vec![0_u32; self.vocabulary.n_terms()];
        for found in &self.document_terms {
            df[found.number() as usize] += 1;
        }
        self.vocabulary.finish(&df, self.documents.len());
        let vocabulary = &self.vocabulary;
        // Each phrasing and each document is added up in its own order: the sums are the same on every machine.
        self.phrasings.par_iter_mut().for_each(|phrasing| {
            let words = &phrasing_words[span(&phrasing.terms)];
            phrasing.inverse_root_weight = inverse_root_weight(vocabulary, words);
            phrasing.embedding = embedding(vocabulary, words);
        });
        let phrasings = &self.phrasings;
        self.documents.par_iter_mut().for_each(|document| {
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
        self.phrasing_terms = terms.collect();
        (self.postings, self.posting_starts) = postings(self, &df);
    }
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

/// Turns the terms of documents into the documents of terms.
fn postings(index: &Index, df: &[u32]) -> (Vec<Posting>, Vec<u32>) {
    let mut starts = Vec::with_capacity(df.len() + 1);
    starts.push(0);
    starts.extend(df.iter().scan(0, |total, df| {
        *total += df;
        Some(*total)
    }));
    let mut next = starts.clone();
    let mut postings = vec![Posting::new(0, Field::Text); index.document_terms.len()];
    for (number, document) in (0..).zip(&index.documents) {
        for found in index.terms_of(document) {
            let at = &mut next[found.number() as usize];
            postings[*at as usize] = Posting::new(number, found.field());
            *at += 1;
        }
    }
    (postings, starts)
}
