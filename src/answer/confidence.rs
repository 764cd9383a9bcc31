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
    let sum = -4.38
        + 2.2 * evidence.words
        + 1.4 * evidence.centre
        + 2.65 * evidence.score
        + 0.2 * evidence.explained
        - 0.3 * evidence.unexplained
        + 0.55 * evidence.said
        + 0.14 * evidence.n_words
        - 0.2 * nothing_said
        - 2.2 * evidence.beside_fact
        - 2.0 * evidence.stranger
        + 1.1 * evidence.elsewhere_lead.min(NEAR_ELSEWHERE);
    1.0 / (1.0 + libm::expf(-sum))
}

/// A lead over the topics that no guide covers by more than this says nothing more.
const NEAR_ELSEWHERE: f32 = 1.5;
