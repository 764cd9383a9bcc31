//! Finds the film that a question is about: the chosen one, one that it names, that of the place, the only one, else any.

use super::scoped_question::ScopedQuestion;
use crate::guide::{FilmIndex, Guide};
use crate::search::{self, Index, QueryWord};
use crate::text;

/// The films a question may be about, and the question without what names them.
#[derive(Clone, Debug, Default)]
pub(super) struct FilmScope {
    /// The films; empty for all.
    pub(super) films: Vec<FilmIndex>,
    /// True if the question names the film.
    pub(super) is_named: bool,
}

/// Finds the films that a question is about and takes their name and year out of its words.
///
/// A film that was chosen stays; the name of another film then is a word like others, which that film does not explain.
pub(super) fn which_film(
    guides: &[Guide],
    index: &Index,
    question: &ScopedQuestion<'_>,
    words: &mut Vec<QueryWord>,
) -> FilmScope {
    let chosen = question.film;
    let mention = index
        .named_film(words)
        .filter(|mention| chosen.is_none_or(|film| mention.films.contains(&film)));
    let Some(mention) = mention else {
        let only = (guides.len() == 1).then_some(FilmIndex::new(0));
        return FilmScope {
            films: chosen.or(question.place).or(only).into_iter().collect(),
            is_named: false,
        };
    };
    words.drain(mention.words);
    let mut films = chosen.map_or(mention.films, |film| vec![film]);
    let is_year_of = |word: &QueryWord, film: FilmIndex| {
        let year = film.of(guides).and_then(|guide| guide.film.year);
        year.is_some_and(|year| word.word.parse() == Ok(year))
    };
    let year = words
        .iter()
        .position(|word| films.iter().any(|&film| is_year_of(word, film)));
    if let Some(at) = year {
        films.retain(|&film| is_year_of(&words[at], film));
        words.remove(at);
    }
    FilmScope {
        films,
        is_named: true,
    }
}

/// Returns the film that a text names, where it names just one.
pub fn named_film(guides: &[Guide], index: &Index, text: &str) -> Option<FilmIndex> {
    let mut words = search::look_up(index, &text::analyze(text));
    let scope = which_film(guides, index, &ScopedQuestion::default(), &mut words);
    only(&scope.films).filter(|_| scope.is_named)
}

/// Returns the film where it is but one.
pub(super) fn only(films: &[FilmIndex]) -> Option<FilmIndex> {
    match films {
        [film] => Some(*film),
        _ => None,
    }
}
