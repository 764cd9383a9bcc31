//! Which film a question is about: the chosen one, one that it names, else any.

use crate::guide::Guide;
use crate::search::{Index, Query};
use crate::text::WordKind;

/// The films a question may be about, and the question without what names them.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The films, as indices into the guides; empty for all.
    pub(super) films: Vec<usize>,
    /// Whether the question names the film.
    pub(super) is_named: bool,
}

/// Finds the films that a question is about and takes their name and year out of it.
///
/// A film that was chosen stays; the name of another film then is a word like others, which that film does not explain.
pub(super) fn which_film(
    guides: &[Guide],
    index: &Index,
    chosen: Option<usize>,
    query: &mut Query,
) -> Place {
    let mention = index
        .named_film(query)
        .filter(|mention| chosen.is_none_or(|film| mention.films.contains(&film)));
    let only = if guides.len() == 1 { Some(0) } else { None };
    let Some(mention) = mention else {
        return Place {
            films: chosen.or(only).into_iter().collect(),
            is_named: false,
        };
    };
    *query = query.without(index, &mention.words);
    let mut films = chosen.map_or(mention.films, |film| vec![film]);
    let year_of = |film: usize| {
        guides
            .get(film)
            .and_then(|guide| guide.film.year)
            .map(|year| year.to_string())
    };
    let year = query.words.iter().position(|word| {
        word.kind == WordKind::Number
            && films
                .iter()
                .any(|&film| year_of(film).as_deref() == Some(word.word.as_str()))
    });
    if let Some(at) = year {
        films.retain(|&film| year_of(film).as_deref() == Some(query.words[at].word.as_str()));
        *query = query.without(index, &(at..at + 1));
    }
    Place {
        films,
        is_named: true,
    }
}
