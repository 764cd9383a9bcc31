//! Explains the ranking of a question: the match of each word, and the words that are missing.

use std::sync::Arc;

use super::analyze::{Analysis, analyze, phrasing};
use super::confidence::confidence;
use super::decision::Hit;
use super::evidence::Evidence;
use super::scoped_question::ScopedQuestion;
use crate::guide::Guide;
use crate::search::{self, Features, Index, Match, Scored};

/// The explanation of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The entries that were looked at closely, best first.
    pub hits: Vec<ExplainedHit>,
    /// The evidence for and against the best of them.
    pub evidence: Evidence,
    /// The confidence in the best.
    pub confidence: f32,
}

/// An entry and what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedHit {
    /// The entry.
    pub hit: Hit,
    /// Its score: only differences between the entries of one question mean something.
    pub score: f32,
    /// The features that make up the score.
    pub features: Features,
    /// The phrasing that is nearest to the question; `None` for the built-in phrasings of facts.
    pub phrasing: Option<String>,
    /// The words of the question and what they matched.
    pub words: Vec<ExplainedWord>,
}

/// A word of the question and what it matched.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedWord {
    /// The word, corrected if it was misspelt.
    pub word: String,
    /// The word as it was typed.
    pub typed: String,
    /// The weight in the ranking.
    pub weight: f32,
    /// The share of it that the entry explains, 0 to 1; 0 where it is missing.
    pub explained: f32,
    /// The place where it was found.
    pub found: Found,
}

/// The place where a word of the question was found in an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// In a phrasing or a title.
    Phrasing,
    /// In the ways of asking for a topic that the entry claims.
    Topic,
    /// In the text only.
    Text,
    /// Not itself, but this word, which is near in meaning.
    Related(String),
    /// Nowhere.
    Missing,
}

/// Explains the ranking of a question.
pub fn explain(guides: &[Arc<Guide>], index: &Index, question: &ScopedQuestion<'_>) -> Explanation {
    let analysis = analyze(guides, index, question);
    let confidence = confidence(&analysis.evidence);
    let entries = analysis.ranking.entries.iter();
    let hits = entries
        .filter_map(|scored| explain_hit(guides, index, question, &analysis, scored, confidence))
        .collect();
    Explanation {
        hits,
        evidence: analysis.evidence,
        confidence,
    }
}

fn explain_hit(
    guides: &[Arc<Guide>],
    index: &Index,
    question: &ScopedQuestion<'_>,
    analysis: &Analysis,
    scored: &Scored,
    confidence: f32,
) -> Option<ExplainedHit> {
    let words = search::explain(index, &analysis.query, scored)
        .into_iter()
        .map(|found| {
            let word = &analysis.query.words[found.word];
            ExplainedWord {
                word: word.word.clone(),
                typed: question
                    .text
                    .get(word.range.clone())
                    .unwrap_or_default()
                    .to_owned(),
                weight: word.weight,
                explained: found.explained,
                found: match found.how {
                    Match::Phrasing => Found::Phrasing,
                    Match::Topic => Found::Topic,
                    Match::Text => Found::Text,
                    Match::Related(term) => Found::Related(index.word_of(term).to_owned()),
                    Match::Missing => Found::Missing,
                },
            }
        });
    Some(ExplainedHit {
        hit: analysis.hit(guides, scored, confidence)?,
        score: scored.score,
        features: scored.features,
        phrasing: phrasing(guides, scored).map(str::to_owned),
        words: words.collect(),
    })
}
