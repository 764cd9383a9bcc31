//! The explanation as JSON: the key `explain` of `ask --json --explain`.

use serde::Serialize;

use super::figures::Figures;
use crate::answer::{ExplainedHit, ExplainedTopic, ExplainedWord, Explanation, Found};
use crate::app::json::rounded;
use crate::library::Library;

/// The reasons why the entries were found, best first.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct ExplanationJson<'a> {
    confidence: f64,
    evidence: Figures,
    /// The topic that the question is about where the guide does not cover it.
    off_topic: Option<&'static str>,
    hits: Vec<HitJson<'a>>,
}

#[derive(Debug, Serialize)]
struct HitJson<'a> {
    film: Option<&'a str>,
    id: &'a str,
    score: f64,
    confidence: f64,
    phrasing: Option<&'a str>,
    topic: Option<TopicJson>,
    features: Figures,
    words: Vec<WordJson<'a>>,
}

/// The topic by which an entry was found.
#[derive(Debug, Serialize)]
struct TopicJson {
    id: &'static str,
    /// The reason why the entry claims it: `fact`, `key`, `title` or `phrasing`.
    by: &'static str,
    /// The part of the score that comes from it.
    score: f64,
}

#[derive(Debug, Serialize)]
struct WordJson<'a> {
    typed: &'a str,
    word: &'a str,
    weight: f64,
    explained: f64,
    found: &'static str,
    /// The word that is near in meaning, where `found` is `related`.
    related: Option<&'a str>,
}

impl<'a> ExplanationJson<'a> {
    /// Puts an explanation into the shape.
    pub(in crate::cli) fn new(explanation: &'a Explanation, library: &'a Library) -> Self {
        let hits = explanation.hits.iter();
        Self {
            confidence: rounded(explanation.confidence),
            evidence: Figures::of_evidence(&explanation.evidence),
            off_topic: explanation.off_topic.map(|topic| topic.id.as_str()),
            hits: hits.map(|hit| HitJson::new(hit, library)).collect(),
        }
    }
}

impl<'a> HitJson<'a> {
    fn new(explained: &'a ExplainedHit, library: &'a Library) -> Self {
        let guide = library.guide(explained.hit.film);
        Self {
            film: guide.map(|guide| guide.id.as_str()),
            id: explained.hit.entry.as_str(),
            score: rounded(explained.score),
            confidence: rounded(explained.hit.confidence),
            phrasing: explained.phrasing.as_deref(),
            topic: explained.topic.as_ref().map(TopicJson::new),
            features: Figures::of_features(&explained.features),
            words: explained.words.iter().map(WordJson::new).collect(),
        }
    }
}

impl TopicJson {
    fn new(explained: &ExplainedTopic) -> Self {
        Self {
            id: &explained.topic.id,
            by: explained.by.as_str(),
            score: rounded(explained.score),
        }
    }
}

impl<'a> WordJson<'a> {
    fn new(word: &'a ExplainedWord) -> Self {
        let (found, related) = match &word.found {
            Found::Phrasing => ("phrasing", None),
            Found::Topic => ("topic", None),
            Found::Text => ("text", None),
            Found::Related(other) => ("related", Some(other.as_str())),
            Found::Missing => ("missing", None),
        };
        Self {
            typed: &word.typed,
            word: &word.word,
            weight: rounded(word.weight),
            explained: rounded(word.explained),
            found,
            related,
        }
    }
}
