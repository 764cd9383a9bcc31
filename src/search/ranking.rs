//! Ranks the entries for a question, and says how far the best of them leads what no guide covers.

use std::ops::Range;

use super::candidates::candidates;
use super::compare::rank;
use super::index::{DocumentId, Index, Source};
use super::query::Query;
use super::query_word::QueryWord;
use super::scored::Scored;
use super::topic_scores::TopicScores;
use super::topics::{self, TopicIndex};
use crate::guide::FilmIndex;

/// The documents that a question may be about.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Entries, best first.
    pub entries: Vec<Scored>,
    /// The margin of the best entry's score over that of the best topic that its film does not cover, at most
    /// [`MAX_MARGIN`].
    pub off_topic_margin: f32,
}

/// Ranks the entries of some films, or of all where `films` is empty, for a question.
pub fn search(index: &Index, query: &Query, films: &[FilmIndex]) -> Ranking {
    let n_entries = index.n_entries() as DocumentId;
    let scopes: Vec<Range<DocumentId>> = if films.is_empty() {
        std::iter::once(0..n_entries).collect()
    } else {
        films
            .iter()
            .filter_map(|&film| film.of(&index.films).cloned())
            .collect()
    };
    // The topics hold for every film: "how tall is Simon Rex" is "how tall is he" to them.
    let nameless = match films {
        [film] => without_people(index, query, *film),
        _ => None,
    };
    let topics = topic_scores(index, nameless.as_ref().unwrap_or(query));
    let found = candidates(index, query, &topics, &scopes, N_ENTRIES);
    let entries = rank(index, query, &found);
    let off_topic_margin = entries.first().map_or(MAX_MARGIN, |best| {
        off_topic_margin(index, query, &topics, best)
    });
    Ranking {
        entries,
        off_topic_margin,
    }
}

/// Compares the question with the topics that it may be about.
fn topic_scores(index: &Index, query: &Query) -> TopicScores {
    let all = index.n_entries() as DocumentId..index.documents.len() as DocumentId;
    let none = TopicScores::default();
    let found = candidates(index, query, &none, std::slice::from_ref(&all), N_TOPICS);
    TopicScores::new(&rank(index, query, &found))
}

/// Returns by how much the best entry leads the best of the topics that its film does not cover, at most
/// [`MAX_MARGIN`].
///
/// Both are asked without the names of the film's people: no entry shall win by the name alone.
fn off_topic_margin(index: &Index, query: &Query, topics: &TopicScores, best: &Scored) -> f32 {
    let Source::Entry { film, .. } = best.source else {
        return MAX_MARGIN;
    };
    let nameless = without_people(index, query, film);
    let score = match &nameless {
        Some(nameless) => {
            let scope = best.document..best.document + 1;
            let alone = candidates(index, nameless, topics, std::slice::from_ref(&scope), 1);
            let alone = rank(index, nameless, &alone);
            alone.first().map_or(0.0, |best| best.score)
        }
        None => best.score,
    };
    let is_off_topic = |topic: TopicIndex| {
        let seldom = topics::topics().get(usize::from(topic)).is_some_and(|topic| topic.seldom);
        seldom && !index.is_claimed(film, topic)
    };
    let mut off_topic = topics.iter().filter(|topic| is_off_topic(topic.topic));
    let nearest = off_topic.next();
    nearest.map_or(MAX_MARGIN, |topic| (score - topic.score).min(MAX_MARGIN))
}

/// Returns the question without the names of the film's people, or `None` where it names nobody.
///
/// "How tall is Simon Rex" is "how tall is he" to the topics, which hold for every film.
fn without_people(index: &Index, query: &Query, film: FilmIndex) -> Option<Query> {
    let people = film.of(&index.people)?;
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

/// A topic whose score is further behind that of the best entry says nothing, and is not looked at.
pub const MAX_MARGIN: f32 = 1.5;
/// The number of entries that are compared phrasing by phrasing: three may be suggested, and some say the same.
const N_ENTRIES: usize = 20;
/// The number of topics that are compared so: the nearest by words and meaning together.
const N_TOPICS: usize = 12;
