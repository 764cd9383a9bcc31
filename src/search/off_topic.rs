//! Topics that people ask about with any film and guides seldom cover: where to watch it, sequels, an actor's age.
//!
//! A question that is nearer to one of these topics than to any entry is not for us; one that is about
//! as near to one as to an entry is not surely for us. A guide that does cover a topic wins by its own
//! phrasings. The facts that a film lacks are topics of the same kind.

const TOPICS: &str = include_str!("off_topic.txt");

/// Returns each topic as the ways in which people ask about it.
pub(super) fn topics() -> impl Iterator<Item = Vec<&'static str>> {
    let topics = TOPICS.split("\n\n").map(|topic| {
        topic
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect()
    });
    topics.filter(|topic: &Vec<&str>| !topic.is_empty())
}
