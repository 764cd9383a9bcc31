//! Topics: what people ask about any film, known once for all guides.
//!
//! The catalogue is the data files beside this one. An entry claims a topic by its key `topic`, or by its title; a fact
//! claims its own. The ways of asking for a topic then speak for the entry, less than the entry's own words do. A topic
//! that guides seldom tell and that no entry of the film claims is off topic: a question that is nearer to it than to
//! any entry is not for us.

mod catalogue;
mod claims;

pub use catalogue::{Topic, TopicIndex, topic, topics};
pub(super) use claims::claims;

use crate::guide::{Entry, Film, Section};

/// Returns the topics that a fact answers in part: with a composer in the guide, its music is not off topic.
fn answered_by(claim: TopicIndex) -> impl Iterator<Item = TopicIndex> {
    let claimed = topics().get(usize::from(claim));
    let near = claimed
        .filter(|topic| topic.fact)
        .map(|topic| topic.near.as_slice());
    near.unwrap_or_default().iter().filter_map(|id| topic(id))
}

/// Returns the topics that claims answer, in part or in full, sorted.
pub(super) fn claimed(claims: impl Iterator<Item = TopicIndex>) -> Vec<TopicIndex> {
    let all = claims.flat_map(|claim| std::iter::once(claim).chain(answered_by(claim)));
    let mut claimed: Vec<TopicIndex> = all.collect();
    claimed.sort_unstable();
    claimed.dedup();
    claimed
}

/// Returns the topics that an entry of a film claims.
pub fn claims_for(section: &Section, entry: &Entry, film: &Film) -> Vec<&'static Topic> {
    let claimed = claims(section, entry, &super::titles::names(film));
    let topics = claimed
        .into_iter()
        .filter_map(|number| topics().get(usize::from(number)));
    topics.collect()
}
