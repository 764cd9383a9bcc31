//! Ranks the entries for a question, and says how far the best of them leads what no guide covers.

use super::candidates::candidates;
use super::compare::rank;
use super::index::Index;
use super::query::Query;
use super::query_word::QueryWord;
use super::score::TopicFeatures;
use super::scored::Scored;
use super::topic_scores::TopicScores;
use super::topics::{self, Topic, TopicIndex};
use crate::guide::FilmIndex;

/// The documents that a question may be about.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Entries, best first.
    pub entries: Vec<Scored>,
    /// The degree to which the question is about a topic that guides seldom tell and the best entry's film does not
    /// cover.
    pub off_topic: TopicFeatures,
    /// The degree to which it is talk on a server.
    pub talk: TopicFeatures,
}

/// Ranks the entries of some films, or of all where `films` is empty, for a question.
pub fn search(index: &Index, query: &Query, films: &[FilmIndex]) -> Ranking {
    let scopes = index.scopes(films);
    // The topics hold for every film: "how tall is Simon Rex" is "how tall is he" to them.
    let nameless = match films {
        [film] => without_people(index, query, *film),
        _ => None,
    };
    let topics = topic_scores(index, nameless.as_ref().unwrap_or(query));
    let found = candidates(index, query, &topics, &scopes, N_ENTRIES);
    let entries = rank(index, query, &found);
    let film = entries.first().and_then(Scored::film);
    let is_claimed = |topic| film.is_some_and(|film| index.is_claimed(film, topic));
    Ranking {
        off_topic: nearest(&topics, |number, topic| topic.seldom && !is_claimed(number)),
        talk: nearest(&topics, |_, topic| topic.talk),
        entries,
    }
}

/// Compares the question with the topics that it may be about.
fn topic_scores(index: &Index, query: &Query) -> TopicScores {
    let all = index.topics();
    let none = TopicScores::default();
    let found = candidates(index, query, &none, std::slice::from_ref(&all), N_TOPICS);
    TopicScores::new(&rank(index, query, &found))
}

/// Returns how much a question is about the nearest topic of a kind.
fn nearest(topics: &TopicScores, is_of_kind: impl Fn(TopicIndex, &Topic) -> bool) -> TopicFeatures {
    let catalogue = topics::topics();
    let is_of_kind = |number: TopicIndex| {
        let topic = catalogue.get(usize::from(number));
        topic.is_some_and(|topic| is_of_kind(number, topic))
    };
    let mut found = topics.iter().filter(|score| is_of_kind(score.topic));
    found.next().map(|score| score.features).unwrap_or_default()
}

/// Returns the question without the names of the film's people, or `None` where it names nobody.
///
/// "How tall is Simon Rex" is "how tall is he" to the topics, which hold for every film.
fn without_people(index: &Index, query: &Query, film: FilmIndex) -> Option<Query> {
    let people = index.people(film);
    let is_person = |word: &&QueryWord| {
        word.term
            .is_some_and(|term| people.binary_search(&term).is_ok())
    };
    let n_people = query.words.iter().filter(is_person).count();
    (n_people > 0).then(|| {
        Query::new(
            index,
            query
                .words
                .iter()
                .filter(|word| !is_person(word))
                .cloned()
                .collect(),
        )
    })
}

/// The number of entries that are compared phrasing by phrasing: three may be suggested, and some say the same.
const N_ENTRIES: usize = 8;
/// The number of topics that are compared so: the nearest by words and meaning together. With three of them, what is
/// nearest phrasing by phrasing was missed: ten are right for a point more of the questions.
const N_TOPICS: usize = 10;
