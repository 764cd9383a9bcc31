//! Topics: what people ask about any film, known once for all guides.
//!
//! The catalogue is the data files beside this one. An entry claims a topic by its key `topic`, or by its title; a fact
//! claims its own. The ways of asking for a topic then speak for the entry, less than the entry's own words do. A topic
//! that guides seldom tell and that no entry of the film claims is off topic: a question that is nearer to it than to
//! any entry is not for us.

mod catalogue;
mod claims;
mod coverage;

pub use catalogue::{Topic, TopicIndex, topic, topics};
pub(super) use claims::claims;
pub use claims::{ClaimedBy, EntryWords, NO_TOPIC};
pub use coverage::{EntryTopics, claimed_in, claims_by_words, not_covered};

/// Returns the topics that a fact answers in part: with a composer in the guide, its music is not off topic.
pub(super) fn answered_by(claim: TopicIndex) -> impl Iterator<Item = TopicIndex> {
    let claimed = topics().get(usize::from(claim));
    let near = claimed
        .filter(|topic| topic.fact)
        .map(|topic| topic.near.as_slice());
    near.unwrap_or_default().iter().filter_map(|id| topic(id))
}
