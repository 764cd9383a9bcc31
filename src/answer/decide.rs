//! Answer, suggest or stay silent.

use super::{Decision, Hit};

/// From this confidence on an answer is given. Measured: see `tests/suite/accuracy.rs`.
pub const ANSWER: f32 = 0.66;
/// From this confidence on entries are suggested.
pub const SUGGEST: f32 = 0.30;
/// By how much the best entry's score must lead that of its best rival to be answered.
pub const LEAD: f32 = 0.5;
/// Entries whose score is further behind the best than this are not suggested.
pub const SUGGESTED_BEHIND: f32 = 5.0;
/// How many entries are suggested at the most.
pub const MAX_SUGGESTED: usize = 3;

/// Decides on the hits of a question, best first, each with how far its score is behind the best.
///
/// Returns the decision and the hits that go with it.
pub(super) fn decide(confidence: f32, hits: Vec<(Hit, f32)>) -> (Decision, Vec<Hit>) {
    let lead = hits.get(1).map_or(f32::INFINITY, |(_, behind)| *behind);
    if hits.is_empty() || confidence < SUGGEST {
        return (Decision::Unknown, Vec::new());
    }
    if confidence >= ANSWER && lead >= LEAD {
        return (
            Decision::Confident,
            hits.into_iter().take(1).map(|(hit, _)| hit).collect(),
        );
    }
    let near = hits
        .into_iter()
        .filter(|(_, behind)| *behind <= SUGGESTED_BEHIND);
    (
        Decision::Suggest,
        near.take(MAX_SUGGESTED).map(|(hit, _)| hit).collect(),
    )
}
