//! Looking at a question from all sides before deciding.

use super::decision::Hit;
use super::evidence::{Evidence, FilmReference, weigh};
use super::scoped_question::ScopedQuestion;
use super::small_talk;
use super::which_film::which_film;
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
    /// The match of each word in the best entry.
    pub matches: Vec<WordMatch>,
    /// The evidence for and against the best entry.
    pub evidence: Evidence,
    /// The films that it may be about; empty for all.
    pub films: Vec<FilmIndex>,
}

/// The largest number of words that are analyzed: nobody asks in more, and each takes time.
const MAX_WORDS: usize = 100;

/// Looks at a question from all sides, without deciding.
pub fn analyze(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Analysis {
    let mut tokens = text::analyze(question.text);
    tokens.truncate(MAX_WORDS);
    if small_talk::is_command(question.text) || small_talk::is_social(&tokens) {
        return Analysis::default();
    }
    let mut words = search::look_up(index, &tokens);
    let scope = which_film(guides, index, question, &mut words);
    let query = Query::new(index, words);
    let ranking = search::search(index, &query, &scope.films);
    let Some(best) = ranking.entries.first() else {
        return Analysis {
            query,
            films: scope.films,
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
        names_film: scope.is_named,
    };
    let evidence = weigh(&query, &ranking, &matches, about);
    Analysis {
        query,
        ranking,
        matches,
        evidence,
        films: scope.films,
    }
}

/// Returns the film and the entry that a scored document stands for.
pub(super) fn entry<'a>(guides: &'a [Guide], scored: &Scored) -> Option<(FilmIndex, &'a Entry)> {
    let Source::Entry { film, entry } = scored.source else {
        return None;
    };
    Some((film, film.of(guides)?.entries().nth(entry as usize)?))
}

impl Analysis {
    /// Returns a scored document as a hit: its share of the confidence falls with how far it is behind the best.
    pub(super) fn hit(&self, guides: &[Guide], scored: &Scored, confidence: f32) -> Option<Hit> {
        let behind = self.ranking.entries.first()?.score - scored.score;
        let (film, entry) = entry(guides, scored)?;
        let confidence = confidence * libm::expf(-behind / CONFIDENCE_DECAY);
        Some(Hit {
            film,
            entry: entry.id.clone(),
            confidence,
            cast: Vec::new(),
            sentence: scored.telling_sentence(),
        })
    }
}

/// The distance to the best score at which an entry has a third of the confidence.
const CONFIDENCE_DECAY: f32 = 2.0;
