//! Looking at a question from all sides before deciding.

use super::evidence::{About, Evidence, weigh};
use super::which_film::which_film;
use super::{Question, small_talk};
use crate::guide::{Entry, EntryKind, Guide};
use crate::search::{self, Index, Query, Ranking, Scored, Source, WordMatch};
use crate::text;

/// A question with its ranking and what speaks for the best entry: all that a decision is made from.
#[derive(Clone, Debug, Default)]
pub struct Considered {
    /// The question as it was compared, without the film's name.
    pub query: Query,
    /// The ranking.
    pub ranking: Ranking,
    /// What each word matched in the best entry.
    pub matches: Vec<WordMatch>,
    /// What speaks for and against the best entry.
    pub evidence: Evidence,
    /// The films it may be about, as indices into the guides; empty for all.
    pub films: Vec<usize>,
}

/// Looks at a question from all sides, without deciding.
pub fn consider(guides: &[Guide], index: &Index, question: &Question<'_>) -> Considered {
    let tokens = text::analyze(question.text);
    if small_talk::is_command(question.text) || small_talk::is_social(&tokens) {
        return Considered::default();
    }
    let mut query = Query::new(index, &tokens);
    let place = which_film(guides, index, question.film, &mut query);
    let ranking = search::search(index, &query, &place.films);
    let Some(best) = ranking.entries.first() else {
        return Considered {
            query,
            films: place.films,
            ..Considered::default()
        };
    };
    let matches = search::explain(index, &query, best);
    let rival = ranking.entries[1..]
        .iter()
        .find(|other| !is_same_thing(guides, best, other));
    let best = entry(guides, best);
    let about = About {
        is_fact: best.is_some_and(|(_, entry)| matches!(entry.kind, EntryKind::Fact(_))),
        is_film: best.is_some_and(|(film, _)| !guides[film].film.title.is_empty()),
        names_film: place.is_named,
    };
    let evidence = weigh(&query, &ranking, rival, &matches, about);
    Considered {
        query,
        ranking,
        matches,
        evidence,
        films: place.films,
    }
}

/// Whether one of two entries sums the other up: they are no rivals.
pub(super) fn is_same_thing(guides: &[Guide], a: &Scored, b: &Scored) -> bool {
    let (Some((film_a, a)), Some((film_b, b))) = (entry(guides, a), entry(guides, b)) else {
        return false;
    };
    film_a == film_b && (a.sums_up() == Some(&b.id) || b.sums_up() == Some(&a.id))
}

/// Returns the film and the entry that a scored document stands for.
pub(super) fn entry<'a>(guides: &'a [Guide], scored: &Scored) -> Option<(usize, &'a Entry)> {
    let Source::Entry { film, entry } = scored.source else {
        return None;
    };
    let film = film as usize;
    Some((film, guides.get(film)?.entries().nth(entry as usize)?))
}
