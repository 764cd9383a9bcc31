//! Answer, suggest or stay silent.

use super::decision::{Decision, Shortfall};
use super::evidence::Evidence;
use crate::search::Scored;

/// The least confidence of an answer. Measured: see `tests/suite/accuracy.rs`.
pub const ANSWER: f32 = 0.70;
/// The same where the entry is a title and a text, with no phrasings that say how it is asked for. Measured on the tuning
/// questions of eight guides without phrasings: instead of .77 it takes a third from the wrong answers and from those to
/// what no text tells, and the right ones that it takes are offered.
const ANSWER_BY_TEXT: f32 = 0.85;
/// The share of words from which a question is in those of a phrasing or title.
const NEAR_WORDS: f32 = 0.75;
/// The strength from which on the same holds for a topic that the entry claims.
const NEAR_TOPIC: f32 = 0.55;
/// With this much of its phrasings known, those of six, it is known how an entry is asked for.
const WELL_PHRASED: f32 = 0.3;
/// The least confidence of a suggestion.
pub const SUGGEST: f32 = 0.38;
/// The least confidence of an offer to somebody who asks the program itself. A guide with few phrasings has the right
/// entry among its first three long before it is likely. Measured on the tuning questions: .04 gains two more right ones
/// in 100 on guides with few phrasings, and then 15 instead of 10 in 100 questions about other films are offered
/// something; .12 loses three.
pub const OFFER: f32 = 0.08;
/// The same where a name that no guide knows stands where the film should: it is hardly ever ours.
const OFFER_DESPITE_NAME: f32 = 0.25;
/// Names that tell more than this are taken for another film or its people: a rare word, or one with a capital.
const MAX_UNKNOWN_NAME: f32 = 0.7;
/// The share of a perfect score from which an entry is near: below, how a question begins is most of what they share.
const NEAR_SCORE: f32 = 0.4;
/// The least information of the words that a near entry has of the question: one word that is not among the commonest.
const NEAR_INFORMATION: f32 = 0.4;
/// The nearness to a topic that the guide does not cover from which on a question is about that topic.
pub(super) const OFF_TOPIC: f32 = 0.5;
/// The margin that an answer's score needs over that of its best rival.
pub const MARGIN: f32 = 0.5;
/// The same where the rival is another film's: the question then does not say which film it is about.
pub const FILM_MARGIN: f32 = 2.0;
/// Entries whose score is further behind the best than this are not suggested.
pub const SUGGEST_WITHIN: f32 = 5.0;
/// The same where the best entries tie and one of them is surely right.
pub(super) const TIED_WITHIN: f32 = 2.5;
/// The largest number of suggestions: more are not read.
pub const MAX_SUGGESTED: usize = 3;

/// The way to deal with a question that cannot be answered for sure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct OfferPolicy {
    /// The least confidence from which entries are offered.
    pub(super) least: f32,
    /// The reason why it is not answered.
    pub(super) shortfall: Shortfall,
}

impl OfferPolicy {
    /// Returns the policy for a question: who asks the program itself is offered more, and told what is not covered.
    pub(super) fn of(evidence: &Evidence, confidence: f32, is_addressed: bool) -> Self {
        let is_off_topic = evidence.off_topic >= OFF_TOPIC && confidence < SUGGEST;
        let names_another = evidence.unknown_name > MAX_UNKNOWN_NAME;
        let (least, shortfall) = match (is_addressed, names_another) {
            (false, _) => (SUGGEST, Shortfall::Unsure),
            (true, true) => (OFFER_DESPITE_NAME, Shortfall::Unsure),
            (true, false) if is_off_topic && is_near(evidence) => (0.0, Shortfall::NotCovered),
            (true, false) if is_off_topic => (OFFER, Shortfall::NotCovered),
            (true, false) => (OFFER, Shortfall::Unsure),
        };
        Self { least, shortfall }
    }
}

/// Returns whether an entry has something to do with what no entry covers: it is alike and has a telling word of it.
///
/// The confidence says nothing there, as it falls with the topic that is not covered.
fn is_near(evidence: &Evidence) -> bool {
    evidence.score >= NEAR_SCORE && evidence.exact_information >= NEAR_INFORMATION
}

/// Returns the confidence that an answer needs: more where few phrasings say how the entry is asked for, and the question
/// is in the words of none of them, nor in those of a topic that it claims.
fn needed(best: &Scored) -> f32 {
    let is_asked_so =
        best.features.words >= NEAR_WORDS || best.features.whole.topic.strength >= NEAR_TOPIC;
    if is_asked_so {
        return ANSWER;
    }
    let unphrased = 1.0 - (best.phrased() / WELL_PHRASED).min(1.0);
    ANSWER + (ANSWER_BY_TEXT - ANSWER) * unphrased
}

/// Decides on the entries, best first, none of which says the same as another; they are offered from `least` on.
///
/// Returns the decision and the entries that go with it.
pub(super) fn decide<'a>(
    confidence: f32,
    least: f32,
    entries: &[&'a Scored],
) -> (Decision, Vec<&'a Scored>) {
    let Some(best) = entries.first() else {
        return (Decision::Unknown, Vec::new());
    };
    if confidence < least {
        return (Decision::Unknown, Vec::new());
    }
    let is_sure = confidence >= needed(best);
    let leads = entries.get(1).is_none_or(|rival| {
        let needed = if rival.film() == best.film() {
            MARGIN
        } else {
            FILM_MARGIN
        };
        best.score - rival.score >= needed
    });
    if is_sure && leads {
        return (Decision::Confident, vec![best]);
    }
    let reach = if is_sure { TIED_WITHIN } else { SUGGEST_WITHIN };
    let near = entries
        .iter()
        .filter(|entry| best.score - entry.score <= reach);
    (
        Decision::Suggest,
        near.take(MAX_SUGGESTED).copied().collect(),
    )
}
