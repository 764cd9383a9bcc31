//! A question as the core is asked it.

use crate::guide::{FilmIndex, Guide};

/// A question whose films are known by their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScopedQuestion<'a> {
    /// The text as it was typed.
    pub text: &'a str,
    /// The film that the asker chose; `None` leaves it to the question.
    pub film: Option<FilmIndex>,
    /// The film of the place where it is asked, for questions that name none.
    pub place: Option<FilmIndex>,
    /// The films that are answered about where it is asked; `None` for all.
    pub films: Option<&'a [FilmIndex]>,
    /// True where somebody asks the program itself, rather than it speaking up: then it helps as far as it can.
    pub is_addressed: bool,
}

impl ScopedQuestion<'_> {
    /// Returns whether a film is answered about where it is asked.
    pub(super) fn covers(&self, film: FilmIndex) -> bool {
        self.films.is_none_or(|films| films.contains(&film))
    }

    /// Returns the film that is meant where the question names none.
    pub(super) fn unnamed_film(&self, guides: &[Guide]) -> Option<FilmIndex> {
        let only = match (self.films, guides) {
            (Some([film]), _) => Some(*film),
            (None, [_]) => Some(FilmIndex::new(0)),
            _ => None,
        };
        let place = self.place.filter(|place| self.covers(*place));
        self.film.or(place).or(only)
    }
}
