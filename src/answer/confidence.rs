//! One calibrated number: how likely it is that the best entry answers the question.

use super::evidence::Evidence;

/// Returns how likely it is that the guides answer the question with their best entry, 0 to 1.
///
/// A logistic regression, fitted offline on the tuning halves of the question sets in `tests/data` and of
/// the development sets: 1 where the best entry was right, 0 where nothing should be answered, a half
/// where another entry was right. The same constants for every guide. The lead over rivals is no part
/// of it: it decides between answering and suggesting (`decide`).
pub fn confidence(evidence: &Evidence) -> f32 {
    let nothing_said = if evidence.said <= 0.0 { 1.0 } else { 0.0 };
    let sum = -3.89
        + 2.35 * evidence.words
        + 1.53 * evidence.centre
        + 2.39 * evidence.score
        + 0.66 * evidence.explained
        - 0.35 * evidence.unexplained
        + 0.74 * evidence.said
        + 0.12 * evidence.n_words
        - 0.17 * nothing_said
        - 2.74 * evidence.beside_fact
        - 2.21 * evidence.stranger
        + 0.67 * evidence.elsewhere_lead;
    1.0 / (1.0 + libm::expf(-sum))
}
