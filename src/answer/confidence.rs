//! One calibrated number: how likely it is that the best entry answers the question.

use super::evidence::Evidence;

/// Returns how likely it is that the guides answer the question with their best entry, 0 to 1.
///
/// A logistic regression, fitted offline on the tuning halves of the question sets in `tests/data` and of
/// the development sets: 1 where the best entry was right, 0 where nothing should be answered, a half
/// where another entry was right. The same constants for every guide. The lead over rivals is no part
/// of it: it decides between answering and suggesting (`decide`).
pub fn confidence(evidence: &Evidence) -> f32 {
    let sum = -4.03
        + 2.77 * evidence.words
        + 1.97 * evidence.centroid
        + 1.45 * evidence.score
        + 0.51 * evidence.explained
        - 0.35 * evidence.unexplained
        + 0.87 * evidence.exact_information
        + 0.12 * evidence.n_words
        - 2.41 * evidence.unexplained_by_fact
        - 2.87 * evidence.unknown_name
        + 0.70 * evidence.off_topic_margin;
    1.0 / (1.0 + libm::expf(-sum))
}
