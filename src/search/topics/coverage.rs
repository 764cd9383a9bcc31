//! The topics of a guide: those that its entries claim, and the common ones that none does.

use super::super::titles;
use super::catalogue::{Topic, TopicIndex, topics};
use super::claims::{ClaimedBy, EntryWords, by_words, claims};
use crate::guide::{Entry, Film, Guide};

/// The topics that an entry of a guide claims.
#[derive(Clone, Debug)]
pub struct EntryTopics<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The reason why it claims them.
    pub by: ClaimedBy,
    /// The topics; one at the least.
    pub topics: Vec<&'static Topic>,
}

/// Returns the entries of a guide that claim topics, in reading order.
pub fn claimed_in(guide: &Guide) -> Vec<EntryTopics<'_>> {
    let names = titles::names(&guide.film);
    let sections = guide.sections.iter();
    let entries =
        sections.flat_map(|section| section.entries.iter().map(move |one| (section, one)));
    let claimed = entries.map(|(section, entry)| {
        let claims = claims(section, entry, &names);
        EntryTopics {
            entry,
            by: claims.by,
            topics: named(&claims.topics),
        }
    });
    claimed.filter(|claims| !claims.topics.is_empty()).collect()
}

/// Returns the common topics that no entry claims and nothing else in the guide answers, in the catalogue's order.
pub fn not_covered(claimed: &[EntryTopics<'_>]) -> Vec<&'static Topic> {
    let is_claimed = |id: &String| {
        let mut topics = claimed.iter().flat_map(|claims| &claims.topics);
        topics.any(|topic| topic.id == *id)
    };
    let common = topics().iter().filter(|topic| topic.common);
    common
        .filter(|topic| !is_claimed(&topic.id) && !topic.filled_by.iter().any(is_claimed))
        .collect()
}

/// Returns whether an entry claims a topic by its words alone: then it is known how people ask for it.
pub fn claims_by_words(words: &EntryWords<'_>, film: &Film) -> bool {
    !by_words(words, &titles::names(film)).topics.is_empty()
}

fn named(claimed: &[TopicIndex]) -> Vec<&'static Topic> {
    let topics = claimed
        .iter()
        .filter_map(|&number| topics().get(usize::from(number)));
    topics.collect()
}
