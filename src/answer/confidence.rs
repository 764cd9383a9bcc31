//! One calibrated number: how likely it is that the best entry answers the question.

use super::evidence::Evidence;

/// Returns how likely it is that the guides answer the question with their best entry, 0 to 1.
///
/// A logistic regression, fitted offline on the tuning halves of the question sets in `tests/data` and of the
/// development sets, guides also with three phrasings an entry and with none: 1 where the best entry was right, 0
/// where nothing should be answered, a half where another entry was right. An entry that is known by its phrasings is
/// asked for in words like theirs; one that is a title and a text is found by what it says. So each number has two
/// weights, and an entry's phrasings say how much of either counts. The same constants for every guide. The lead over
/// rivals is no part of it: it decides between answering and suggesting (`decide`).
pub fn confidence(evidence: &Evidence) -> f32 {
    let phrased = evidence.phrased;
    let sum = phrased * by_phrasings(evidence) + (1.0 - phrased) * by_text(evidence);
    1.0 / (1.0 + libm::expf(-sum))
}

fn by_phrasings(evidence: &Evidence) -> f32 {
    -1.70
        + 2.08 * evidence.words
        + 1.34 * evidence.centroid
        + 1.60 * evidence.score
        + 0.28 * evidence.explained
        - 1.41 * evidence.unexplained
        - 0.47 * evidence.exact_information
        - 1.72 * evidence.unexplained_by_fact
        - 0.45 * evidence.unexplained_by_topic
        - 3.51 * evidence.unknown_name
        - 0.15 * evidence.sentence
        + 0.88 * evidence.told_text
        + 0.56 * evidence.topic
        + 1.21 * evidence.information
        - 3.06 * evidence.off_topic
        - 2.51 * evidence.off_topic_words
        - 2.50 * evidence.talk
}

fn by_text(evidence: &Evidence) -> f32 {
    0.55 - 0.56 * evidence.words
        + 0.15 * evidence.centroid
        + 1.04 * evidence.score
        + 1.06 * evidence.explained
        - 1.71 * evidence.unexplained
        - 0.22 * evidence.exact_information
        + 0.34 * evidence.unexplained_by_topic
        - 1.79 * evidence.unknown_name
        + 2.26 * evidence.sentence
        - 0.40 * evidence.told_text
        - 0.09 * evidence.topic
        + 0.57 * evidence.information
        - 0.61 * evidence.off_topic
        - 1.96 * evidence.off_topic_words
        - 2.66 * evidence.talk
}
