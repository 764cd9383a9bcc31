//! The figures of an explanation under their names, the same in the table and in the JSON.

use serde::ser::{Serialize, Serializer};

use crate::answer::Evidence;
use crate::app::json::rounded;
use crate::search::Features;

/// Figures in the order in which they are shown.
#[derive(Debug)]
pub(super) struct Figures(Vec<(&'static str, f32)>);

impl Figures {
    /// Returns what speaks for an entry.
    pub(super) fn of_features(features: &Features) -> Self {
        let (whole, sentence) = (&features.whole, &features.sentence);
        Self(vec![
            ("words", features.words),
            ("letters", features.trigrams),
            ("meaning", features.meaning),
            ("mean", features.mean),
            ("covered", whole.covered),
            ("covered_text", whole.covered_text),
            ("told", whole.told),
            ("told_text", whole.told_text),
            ("centre", whole.centroid),
            ("text_centre", whole.text_centroid),
            ("sentence_told", sentence.told),
            ("sentence_meaning", sentence.meaning),
            ("topic_lead", whole.topic.lead),
            ("topic", whole.topic.strength),
            ("best", features.best),
        ])
    }

    /// Returns what speaks for and against the best entry.
    pub(super) fn of_evidence(evidence: &Evidence) -> Self {
        Self(vec![
            ("words", evidence.words),
            ("centre", evidence.centroid),
            ("score", evidence.score),
            ("sentence", evidence.sentence),
            ("told", evidence.told),
            ("told_text", evidence.told_text),
            ("topic", evidence.topic),
            ("said", evidence.exact_information),
            ("information", evidence.information),
            ("explained", evidence.explained),
            ("unexplained", evidence.unexplained),
            ("beside_fact", evidence.unexplained_by_fact),
            ("beside_topic", evidence.unexplained_by_topic),
            ("stranger", evidence.unknown_name),
            ("off_topic", evidence.off_topic),
            ("off_topic_words", evidence.off_topic_words),
            ("talk", evidence.talk),
            ("phrased", evidence.phrased),
        ])
    }

    /// Returns the names and the figures, one after another.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&'static str, f32)> {
        self.0.iter().copied()
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, figure)| (name, rounded(figure))))
    }
}
