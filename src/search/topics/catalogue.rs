//! The catalogue of topics, read from the data files once.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::guide::Spoiler;

/// The files, in the order in which the topics are listed.
const FILES: &[&str] = &[
    include_str!("facts.toml"),
    include_str!("story.toml"),
    include_str!("people.toml"),
    include_str!("meaning.toml"),
    include_str!("scenes.toml"),
    include_str!("content.toml"),
    include_str!("making.toml"),
    include_str!("filmmakers.toml"),
    include_str!("writing.toml"),
    include_str!("craft.toml"),
    include_str!("look.toml"),
    include_str!("sound.toml"),
    include_str!("release.toml"),
    include_str!("reception.toml"),
    include_str!("watching.toml"),
    include_str!("series.toml"),
    include_str!("fandom.toml"),
    include_str!("seldom.toml"),
    include_str!("talk.toml"),
];

/// The number of a topic in the catalogue.
pub type TopicIndex = u16;

/// A subject that people ask about in any film.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The id, as a guide names it.
    pub id: String,
    /// Titles by which an entry claims the topic.
    #[serde(default)]
    pub headings: Vec<String>,
    /// The ways in which people ask; no film, person or place is named in them.
    pub ask: Vec<String>,
    /// The part of a film that the answer usually gives away.
    #[serde(default, deserialize_with = "spoiler")]
    pub spoiler: Spoiler,
    /// Topics that are easily taken for this one.
    #[serde(default)]
    pub near: Vec<String>,
    /// True if it is a fact of the film, which a guide fills in.
    #[serde(default)]
    pub fact: bool,
    /// True if guides seldom tell it: where no entry claims it, it is off topic.
    #[serde(default)]
    pub seldom: bool,
    /// True if people ask about it in nearly every film: then `check` says where a guide leaves it out.
    #[serde(default)]
    pub common: bool,
    /// Topics whose answer will do for this one in a guide: one with a rating says how old one must be.
    #[serde(default)]
    pub filled_by: Vec<String>,
    /// True if it is talk on a server, about no film.
    #[serde(default)]
    pub talk: bool,
}

fn spoiler<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Spoiler, D::Error> {
    let word = String::deserialize(from)?;
    Spoiler::parse(&word).ok_or_else(|| serde::de::Error::custom("no spoiler level"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    topic: Vec<Topic>,
}

/// A test reads every file: none is left out in earnest.
static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let files = FILES
        .iter()
        .map(|file| toml::from_str::<TopicFile>(file).unwrap_or_default());
    files.flat_map(|file| file.topic).collect()
});

static NUMBERS: LazyLock<HashMap<&'static str, TopicIndex>> = LazyLock::new(|| {
    let ids = topics().iter().map(|topic| topic.id.as_str());
    ids.zip(0..).collect()
});

/// Returns all topics.
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

/// Returns the topic with this id.
pub fn topic(id: &str) -> Option<TopicIndex> {
    NUMBERS.get(id).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FILES, TopicFile, topic, topics};
    use crate::guide::FACTS;

    #[test]
    fn every_file_is_sound() {
        for file in FILES {
            let read = toml::from_str::<TopicFile>(file);
            assert!(read.is_ok(), "{read:?}");
        }
    }

    #[test]
    fn ids_and_phrasings_are_of_one_topic_only_and_near_topics_exist() {
        let ids: BTreeSet<&str> = topics().iter().map(|topic| topic.id.as_str()).collect();
        assert_eq!(ids.len(), topics().len());
        let phrasings = || topics().iter().flat_map(|topic| &topic.ask);
        let distinct: BTreeSet<&String> = phrasings().collect();
        assert_eq!(distinct.len(), phrasings().count());
        for near in topics().iter().flat_map(|topic| &topic.near) {
            assert!(topic(near).is_some(), "{near}");
        }
    }

    #[test]
    fn topics_that_fill_another_exist_and_fill_a_common_one() {
        for topic in topics().iter().filter(|topic| !topic.filled_by.is_empty()) {
            assert!(topic.common, "{}", topic.id);
        }
        for filling in topics().iter().flat_map(|topic| &topic.filled_by) {
            let found = topic(filling).map(|number| &topics()[usize::from(number)]);
            assert!(found.is_some_and(|topic| !topic.common), "{filling}");
        }
        // More are not read, and with fewer guides leave out what people ask.
        let n_common = topics().iter().filter(|topic| topic.common).count();
        assert!((18..=24).contains(&n_common), "{n_common}");
    }

    #[test]
    fn every_fact_is_a_topic() {
        for fact in FACTS {
            let found = topic(fact.id).map(|number| &topics()[usize::from(number)]);
            assert!(found.is_some_and(|topic| topic.fact), "{}", fact.id);
        }
    }
}
