//! Ranks the entries for a question, and says how far the best of them leads what no guide covers.

use std::ops::Range;

use super::candidates::candidates;
use super::compare::rank;
use super::index::{DocumentId, Index, Source};
use super::query::Query;
use super::query_word::QueryWord;
use super::scored::Scored;
use crate::guide::FilmIndex;

/// The documents that a question may be about.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Entries, best first.
    pub entries: Vec<Scored>,
    /// The margin of the best entry's score over that of the best topic that no guide covers, at most [`MAX_MARGIN`].
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
    let entries = rank(index, query, &candidates(index, query, &scopes, N_ENTRIES));
    let off_topic_margin = entries.first().map_or(MAX_MARGIN, |best| {
        off_topic_margin(index, query, best, &entries)
    });
    Ranking {
        entries,
        off_topic_margin,
    }
}

/// Returns by how much the best entry leads the best of the topics that no guide covers, at most [`MAX_MARGIN`].
///
/// Both are asked without the names of the film's people: "how tall is Simon Rex" is "how tall is he" to the
/// topics, which hold for every film, and no entry shall win by the name alone.
fn off_topic_margin(index: &Index, query: &Query, best: &Scored, entries: &[Scored]) -> f32 {
    let nameless = without_people(index, query, best);
    let (query, score) = match &nameless {
        Some(nameless) => {
            let scope = best.document..best.document + 1;
            let alone = candidates(index, nameless, std::slice::from_ref(&scope), 1);
            (
                nameless,
                rank(index, nameless, &alone)
                    .first()
                    .map_or(0.0, |best| best.score),
            )
        }
        None => (query, best.score),
    };
    let topics = index.n_entries() as DocumentId..index.documents.len() as DocumentId;
    let mut off_topic = candidates(index, query, std::slice::from_ref(&topics), N_OFF_TOPIC);
    off_topic.retain(|topic| {
        let is_in_reach = topic.score_at_most(query) > score - MAX_MARGIN;
        is_in_reach
            && !entries
                .iter()
                .any(|entry| index.is_same_question(entry.document, topic.document))
    });
    let topic = rank(index, query, &off_topic).into_iter().next();
    topic.map_or(MAX_MARGIN, |topic| (score - topic.score).min(MAX_MARGIN))
}

/// Returns the question without the names of the film's people, or `None` where it names nobody.
///
/// "How tall is Simon Rex" is "how tall is he" to the topics, which hold for every film.
fn without_people(index: &Index, query: &Query, best: &Scored) -> Option<Query> {
    let Source::Entry { film, .. } = best.source else {
        return None;
    };
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
const N_ENTRIES: usize = 6;
/// The same for topics that no guide covers, of which only the best counts.
const N_OFF_TOPIC: usize = 2;
