//! Looking at a question from all sides before deciding.

use super::evidence::{Evidence, FilmReference, weigh};
use super::which_film::which_film;
use super::{ScopedQuestion, small_talk};
use crate::guide::{Entry, FilmIndex, Guide};
use crate::search::{self, Index, Query, Ranking, Scored, Source, WordMatch};
use crate::text;

/// A question with its ranking and what speaks for the best entry: all that a decision is made from.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The question as it was compared, without the film's name.
    pub query: Query,
    /// The ranking.
    pub ranking: Ranking,
    /// What each word matched in the best entry.
    pub matches: Vec<WordMatch>,
    /// What speaks for and against the best entry.
    pub evidence: Evidence,
    /// The films that it may be about; empty for all.
    pub films: Vec<FilmIndex>,
}

/// How many words of a message are looked at: nobody asks in more, and each takes time.
const MAX_WORDS: usize = 100;

/// Looks at a question from all sides, without deciding.
pub fn analyze(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Analysis {
    let mut tokens = text::analyze(question.text);
    tokens.truncate(MAX_WORDS);
    if small_talk::is_command(question.text) || small_talk::is_social(&tokens) {
        return Analysis::default();
    }
    let mut words = search::look_up(index, &tokens);
    let place = which_film(guides, index, question, &mut words);
    let query = Query::new(index, words);
    let ranking = search::search(index, &query, &place.films);
    let Some(best) = ranking.entries.first() else {
        return Analysis {
            query,
            films: place.films,
            ..Analysis::default()
        };
    };
    let matches = search::explain(index, &query, best);
    let is_film = best
        .film()
        .and_then(|film| film.of(guides))
        .is_some_and(|guide| !guide.film.title.is_empty());
    let about = FilmReference {
        is_film,
        names_film: place.is_named,
    };
    let evidence = weigh(&query, &ranking, &matches, about);
    Analysis {
        query,
        ranking,
        matches,
        evidence,
        films: place.films,
    }
}

/// Returns the film and the entry that a scored document stands for.
pub(super) fn entry<'a>(guides: &'a [Guide], scored: &Scored) -> Option<(FilmIndex, &'a Entry)> {
    let Source::Entry { film, entry } = scored.source else {
        return None;
    };
    Some((film, film.of(guides)?.entries().nth(entry as usize)?))
}
