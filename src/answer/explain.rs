//! Explains the ranking of a question: the match of each word, and the words that are missing.

use super::analyze::{Analysis, analyze, entry, phrasing};
use super::confidence::confidence;
use super::decide::OFF_TOPIC;
use super::decision::Hit;
use super::evidence::Evidence;
use super::scoped_question::ScopedQuestion;
use crate::guide::Guide;
use crate::search::{self, ClaimedBy, Features, Index, Match, Scored, Topic, TopicIndex};

/// The explanation of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The entries that were looked at closely, best first.
    pub hits: Vec<ExplainedHit>,
    /// The evidence for and against the best of them.
    pub evidence: Evidence,
    /// The confidence in the best.
    pub confidence: f32,
    /// The topic that the question is about where the guide does not cover it.
    pub off_topic: Option<&'static Topic>,
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
    /// The topic by which it was found, of those that it claims.
    pub topic: Option<ExplainedTopic>,
    /// The words of the question and what they matched.
    pub words: Vec<ExplainedWord>,
}

/// A topic by which an entry was found.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainedTopic {
    /// The topic.
    pub topic: &'static Topic,
    /// The reason why the entry claims it.
    pub by: ClaimedBy,
    /// The part of the entry's score that comes from it.
    pub score: f32,
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
pub fn explain(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Explanation {
    let analysis = analyze(guides, index, question);
    let confidence = confidence(&analysis.evidence);
    let entries = analysis.ranking.entries.iter();
    let hits = entries
        .filter_map(|scored| explain_hit(guides, index, question, &analysis, scored, confidence))
        .collect();
    Explanation {
        hits,
        confidence,
        off_topic: of_number(analysis.ranking.off_topic.number)
            .filter(|_| analysis.evidence.off_topic >= OFF_TOPIC),
        evidence: analysis.evidence,
    }
}

/// Returns the topic by which an entry was found, and why the entry claims it.
fn explain_topic(guides: &[Guide], scored: &Scored) -> Option<ExplainedTopic> {
    let features = &scored.features.whole.topic;
    let topic = of_number(features.number).filter(|_| features.score() >= MIN_TOPIC_SCORE)?;
    let (film, entry) = entry(guides, scored)?;
    let claimed = search::claimed_in(film.of(guides)?);
    let claims = claimed.iter().find(|claims| claims.entry.id == entry.id)?;
    Some(ExplainedTopic {
        topic,
        by: claims.by,
        score: features.score(),
    })
}

/// Topics that add less than this to a score, as shown with two decimals, did not help to find an entry.
const MIN_TOPIC_SCORE: f32 = 0.005;

fn of_number(topic: Option<TopicIndex>) -> Option<&'static Topic> {
    search::topics().get(usize::from(topic?))
}

fn explain_hit(
    guides: &[Guide],
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
        topic: explain_topic(guides, scored),
        words: words.collect(),
    })
}
