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
        Self(vec![
            ("words", features.words),
            ("letters", features.trigrams),
            ("meaning", features.meaning),
            ("mean", features.mean),
            ("covered", features.covered),
            ("covered_text", features.covered_text),
            ("centre", features.centroid),
            ("best", features.best),
        ])
    }

    /// Returns what speaks for and against the best entry.
    pub(super) fn of_evidence(evidence: &Evidence) -> Self {
        Self(vec![
            ("words", evidence.words),
            ("centre", evidence.centroid),
            ("score", evidence.score),
            ("elsewhere_lead", evidence.off_topic_margin),
            ("said", evidence.exact_information),
            ("explained", evidence.explained),
            ("unexplained", evidence.unexplained),
            ("beside_fact", evidence.unexplained_by_fact),
            ("stranger", evidence.unknown_name),
            ("n_words", evidence.n_words),
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
