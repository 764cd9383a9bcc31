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
    /// The sum of what the words say in English.
    pub information: f32,
    pub(super) trigrams: TrigramSet,
    /// The embedding of all words together.
    pub(super) embedding: WideEmbedding,
    /// The distinct terms that the words may be.
    pub(super) terms: Vec<QueryTerm>,
}

/// A term of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct QueryTerm {
    pub(super) term: TermId,
    /// The weight of its words.
    pub(super) weight: f32,
    /// The information of its words.
    pub(super) information: f32,
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
        let mut terms: Vec<QueryTerm> = Vec::with_capacity(words.len());
        for word in &words {
            let Some((term, certainty)) = word.reading() else {
                continue;
            };
            let weight = word.weight * certainty;
            let information = word.information * certainty;
            match terms.iter_mut().find(|other| other.term == term) {
                Some(same) => {
                    same.weight += weight;
                    same.information += information;
                }
                None => terms.push(QueryTerm {
                    term,
                    weight,
                    information,
                }),
            }
        }
        Self {
            weight: words.iter().map(|word| word.weight).sum(),
            information: words.iter().map(|word| word.information).sum(),
            trigrams: TrigramSet::of(words.iter().map(|word| word.word.as_str())),
            embedding: WideEmbedding::new(&sum.embedding()),
            terms,
            words,
        }
    }
}
