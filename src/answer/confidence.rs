//! One calibrated number: how likely it is that the best entry answers the question.

use super::evidence::Evidence;

/// Returns how likely it is that the guides answer the question with their best entry, 0 to 1.
///
/// Two logistic regressions, fitted offline on the tuning halves of the question sets in `tests/data` and of the
/// development sets, guides also with three phrasings an entry and with none: 1 where the best entry was right, 0
/// where nothing should be answered, a half where another entry was right. A question with its answer is known by its
/// own words, an entry of a section or a fact by its text and topics, so that each has constants of its own; they are
/// the same for every guide. The lead over rivals is no part of it: it decides between answering and suggesting
/// (`decide`).
pub fn confidence(evidence: &Evidence) -> f32 {
    let sum = if evidence.is_faq {
        of_faq(evidence)
    } else {
        of_text(evidence)
    };
    1.0 / (1.0 + libm::expf(-sum))
}

fn of_faq(evidence: &Evidence) -> f32 {
    -2.27 + 2.74 * evidence.words + 2.32 * evidence.centroid + 1.49 * evidence.score
        + 0.73 * evidence.explained
        - 1.59 * evidence.unexplained
        - 0.99 * evidence.exact_information
        - 4.02 * evidence.unknown_name
        - 0.04 * evidence.n_words
        + 1.63 * evidence.information
        - 0.67 * evidence.told
        + 1.75 * evidence.topic
        - 2.55 * evidence.off_topic
        - 2.86 * evidence.off_topic_words
}

fn of_text(evidence: &Evidence) -> f32 {
    let fact = if evidence.is_fact { -0.93 } else { 0.0 };
    1.02 + fact - 0.79 * evidence.words + 0.34 * evidence.centroid + 0.68 * evidence.score
        + 0.64 * evidence.explained
        - 1.63 * evidence.unexplained
        - 1.60 * evidence.unexplained_by_fact
        - 0.19 * evidence.unexplained_by_topic
        - 2.47 * evidence.unknown_name
        + 1.39 * evidence.sentence
        + 0.32 * evidence.told_text
        + 1.67 * evidence.topic
        + 0.37 * evidence.information
        - 1.12 * evidence.off_topic
        - 2.37 * evidence.off_topic_words
}
