//! A question, ready to be compared: its words as terms of the index, misspellings corrected.

use super::index::Index;
use super::query_word::QueryWord;
use super::trigrams::TrigramSet;
use super::vocabulary::TermId;
use crate::text::vectors::{EmbeddingSum, WideEmbedding};

/// A question as the search sees it.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Its words.
    pub words: Vec<QueryWord>,
    /// The sum of the words' weights.
    pub weight: f32,
    pub(super) trigrams: TrigramSet,
    /// The embedding of all words together.
    pub(super) embedding: WideEmbedding,
    /// The distinct terms that the words may be, each with the weight of its words.
    pub(super) terms: Vec<(TermId, f32)>,
}

impl Query {
    /// Prepares the words of a question.
    pub fn new(index: &Index, words: Vec<QueryWord>) -> Self {
        let mut sum = EmbeddingSum::default();
        for word in &words {
            if let Some(rank) = word.rank {
                sum.add(
                    rank,
                    word.term
                        .map_or(1.0, |term| index.vocabulary.term(term).embedding_weight),
                );
            }
        }
        let mut terms: Vec<(TermId, f32)> = Vec::with_capacity(words.len());
        for word in &words {
            let Some((term, certainty)) = word.reading() else {
                continue;
            };
            let weight = word.weight * certainty;
            match terms.iter_mut().find(|(other, _)| *other == term) {
                Some(same) => same.1 += weight,
                None => terms.push((term, weight)),
            }
        }
        Self {
            weight: words.iter().map(|word| word.weight).sum(),
            trigrams: TrigramSet::of(words.iter().map(|word| word.word.as_str())),
            embedding: WideEmbedding::new(&sum.embedding()),
            terms,
            words,
        }
    }
}
