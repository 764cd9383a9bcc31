//! Finding the film that somebody chose by its name.

use std::iter;

use super::Library;
use crate::guide::{FilmIndex, Guide};
use crate::text::fold::fold;
use crate::text::names;
use crate::text::near::{MinLikeness, nearest};

impl Library {
    /// Returns the film that somebody chose: by its id, its title with or without the year, one of its
    /// other names, a text that holds one of these, or a title with a typo in it.
    pub fn film_called(&self, typed: &str) -> Option<FilmIndex> {
        self.film_called_among(typed, None)
    }

    /// Returns the one of `films`, or of all, that somebody chose so.
    pub fn film_called_among(&self, typed: &str, films: Option<&[FilmIndex]>) -> Option<FilmIndex> {
        let typed = typed.trim();
        let folded = fold(typed);
        let is_covered = |film: &FilmIndex| films.is_none_or(|films| films.contains(film));
        let covered = || self.films().filter(move |(film, _)| is_covered(film));
        let is_called = |(_, guide): &(FilmIndex, &Guide)| {
            let names = iter::once(&guide.film.title).chain(&guide.film.also);
            fold(&guide.film.label()) == folded
                || names.into_iter().any(|name| fold(name) == folded)
        };
        self.film(typed)
            .filter(is_covered)
            .or_else(|| covered().find(is_called).map(|(film, _)| film))
            .or_else(|| self.film_named_among(typed, films))
            .or_else(|| film_like(covered(), &folded))
    }
}

/// Returns the film whose title is most like what was typed, if it is like it enough and has the same numbers.
fn film_like<'a>(
    films: impl Iterator<Item = (FilmIndex, &'a Guide)>,
    folded: &str,
) -> Option<FilmIndex> {
    let typed = numbers(folded);
    let titles = films.filter(|(_, guide)| {
        let year = guide.film.year.map(u32::from);
        let mut own = numbers(&guide.film.title);
        own.extend(year.filter(|year| typed.contains(year)));
        own == typed
    });
    let titles = titles.map(|(film, guide)| (fold(&guide.film.title), film));
    nearest(folded, titles, MinLikeness::TITLE)
}

/// Returns the numbers in a name: another one is another film.
fn numbers(name: &str) -> Vec<u32> {
    let words = names::words(name).into_iter();
    words.filter_map(|word| word.number).collect()
}
