//! One calibrated number: how likely it is that the best entry answers the question.

use super::evidence::Evidence;

/// The weight of a number of the evidence: its name, its weight for an entry that is known by its text, and its weight
/// for one that is known by its phrasings.
type Weight = (&'static str, f32, f32);

/// The weights of [`Evidence::inputs`], in their order.
///
/// A logistic regression, fitted by `cargo bench --bench fit` on the tuning halves of the question sets in `tests/data`
/// and of the development sets, guides also with three phrasings an entry and with none: 1 where the best entry was
/// right, 0 where nothing should be answered, a half where another entry was right. The lead over rivals is no part of
/// it: it decides between answering and suggesting (`decide`).
const WEIGHTS: [Weight; 21] = [
    ("one", 0.01, -1.78),
    ("film", -0.09, 0.07),
    ("words", -0.63, 2.10),
    ("centroid", 0.14, 1.38),
    ("score", 0.94, 1.59),
    ("explained", 0.83, 0.24),
    ("unexplained", -1.04, -1.29),
    ("exact_information", -0.45, -0.50),
    ("unexplained_by_fact", 0.0, -2.3),
    ("unexplained_by_topic", -0.04, -0.86),
    ("unknown_name", -1.62, -3.50),
    ("sentence", 2.25, -0.20),
    ("told_text", -0.57, 0.83),
    ("topic", -0.15, 0.58),
    ("information", 0.68, 1.16),
    ("off_topic", -0.66, -3.03),
    ("off_topic_words", -1.99, -2.50),
    ("talk", -2.72, -2.51),
    ("other_title", -4.5, -4.5),
    ("to_somebody", -1.03, -1.02),
    ("unexplained_beside_name", -0.40, -0.48),
];

/// Returns how likely it is that the guides answer the question with their best entry, 0 to 1.
///
/// An entry that is known by its phrasings is asked for in words like theirs; one that is a title and a text is found
/// by what it says. So each number has two weights, and an entry's phrasings say how much of either counts. The same
/// constants serve every guide.
pub fn confidence(evidence: &Evidence) -> f32 {
    // Where the entry has nothing of what was asked, only the trigrams of some word are alike.
    if evidence.explained <= 0.0 && evidence.topic <= 0.0 {
        return 0.0;
    }
    let phrased = evidence.phrased;
    let inputs = evidence.inputs();
    let weighted = inputs.iter().zip(&WEIGHTS);
    let sum: f32 = weighted
        .map(|(input, (_, by_text, by_phrasings))| {
            input * ((1.0 - phrased) * by_text + phrased * by_phrasings)
        })
        .sum();
    let likely = 1.0 / (1.0 + libm::expf(-sum));
    // Who asks in the very words of a title or a phrasing means it, however few they are.
    if evidence.words >= SAME_WORDS && evidence.talk < NEAR_TALK {
        likely.max(IN_ITS_WORDS)
    } else {
        likely
    }
}

/// The share of words from which a question has those of a phrasing: one of the commonest words may be more or less.
const SAME_WORDS: f32 = 0.95;
/// The nearness to talk on a server from which on the same words may be just that.
const NEAR_TALK: f32 = 0.5;
/// The confidence in an entry that is asked for in the very words of its title or of a phrasing.
const IN_ITS_WORDS: f32 = 0.9;

impl Evidence {
    /// Returns the numbers that the confidence is made of, each with its name and its two weights, for the fitting.
    pub fn weighted_inputs(&self) -> impl Iterator<Item = (&'static str, f32, [f32; 2])> {
        let weights = WEIGHTS.iter().zip(self.inputs());
        weights
            .map(|((name, by_text, by_phrasings), input)| (*name, input, [*by_text, *by_phrasings]))
    }

    /// Returns the numbers in the order of their weights; the first is for what is true of every question.
    fn inputs(&self) -> [f32; WEIGHTS.len()] {
        [
            1.0,
            self.film,
            self.words,
            self.centroid,
            self.score,
            self.explained,
            self.unexplained,
            self.exact_information,
            self.unexplained_by_fact,
            self.unexplained_by_topic,
            self.unknown_name,
            self.sentence,
            self.told_text,
            self.topic,
            self.information,
            self.off_topic,
            self.off_topic_words,
            self.talk,
            self.other_title,
            self.to_somebody,
            self.unexplained_beside_name,
        ]
    }
}
