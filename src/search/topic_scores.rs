//! The nearness of a question to the topics, compared once for all the entries that claim them.

use super::score::{Features, TopicFeatures};
use super::scored::Scored;
use super::segment::Source;
use super::topics::TopicIndex;

/// The topics that a question may be about, nearest first; few of them.
#[derive(Clone, Debug, Default)]
pub(super) struct TopicScores(Vec<TopicScore>);

/// The nearness of a question to a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct TopicScore {
    pub(super) topic: TopicIndex,
    pub(super) features: TopicFeatures,
}

impl TopicScores {
    /// Sets topics off against each other, which were ranked as documents.
    pub(super) fn new(ranked: &[Scored]) -> Self {
        let best = ranked.first().map_or(0.0, |best| best.score);
        let topics = ranked.iter().filter_map(|scored| {
            let Source::Topic(topic) = scored.source else {
                return None;
            };
            let lead = libm::expf(scored.score - best);
            let strength = lead * scored.score / Features::PERFECT;
            let features = TopicFeatures {
                lead,
                strength,
                best: scored.features.best,
                number: Some(topic),
            };
            Some(TopicScore { topic, features })
        });
        Self(topics.collect())
    }

    /// Returns the features of the nearest of some topics.
    pub(super) fn of(&self, topics: &[TopicIndex]) -> TopicFeatures {
        let found = self.iter().find(|score| topics.contains(&score.topic));
        found.map_or_else(TopicFeatures::default, |score| score.features)
    }

    /// Returns the topics, nearest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &TopicScore> {
        self.0.iter()
    }
}
