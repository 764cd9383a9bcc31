//! Answer, suggest or stay silent.

use super::decision::Decision;
use crate::search::Scored;

/// The least confidence of an answer. Measured: see `tests/suite/accuracy.rs`.
pub const ANSWER: f32 = 0.70;
/// The least confidence of a suggestion.
pub const SUGGEST: f32 = 0.38;
/// The margin that an answer's score needs over that of its best rival.
pub const MARGIN: f32 = 0.65;
/// The same where the rival is another film's: the question then does not say which film it is about.
pub const FILM_MARGIN: f32 = 2.0;
/// Entries whose score is further behind the best than this are not suggested.
pub const SUGGEST_WITHIN: f32 = 5.0;
/// The same where the best entries tie and one of them is surely right.
pub(super) const TIED_WITHIN: f32 = 2.5;
/// The largest number of suggestions: more are not read.
pub const MAX_SUGGESTED: usize = 3;

/// Decides on the entries, best first, none of which says the same as another.
///
/// Returns the decision and the entries that go with it.
pub(super) fn decide<'a>(confidence: f32, entries: &[&'a Scored]) -> (Decision, Vec<&'a Scored>) {
    let Some(best) = entries.first() else {
        return (Decision::Unknown, Vec::new());
    };
    if confidence < SUGGEST {
        return (Decision::Unknown, Vec::new());
    }
    let leads = entries.get(1).is_none_or(|rival| {
        let needed = if rival.film() == best.film() {
            MARGIN
        } else {
            FILM_MARGIN
        };
        best.score - rival.score >= needed
    });
    if confidence >= ANSWER && leads {
        return (Decision::Confident, vec![best]);
    }
    let reach = if confidence >= ANSWER {
        TIED_WITHIN
    } else {
        SUGGEST_WITHIN
    };
    let near = entries
        .iter()
        .filter(|entry| best.score - entry.score <= reach);
    (
        Decision::Suggest,
        near.take(MAX_SUGGESTED).copied().collect(),
    )
}
