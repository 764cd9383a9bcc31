//! Finding the film that somebody chose by its name.

use std::iter;

use super::Library;
use crate::guide::Guide;
use crate::text::fold::fold;

/// The likeness that a mistyped title needs, by Jaro-Winkler's measure: high enough that another film is never meant.
const ALIKE: f64 = 0.88;

impl Library {
    /// Returns the number of the film that somebody chose: by its id, its title with or without the year, one of its
    /// other names, a text that holds one of these, or a title with a slip in it.
    pub fn film_called(&self, typed: &str) -> Option<usize> {
        let typed = typed.trim();
        let folded = fold(typed);
        let is_called = |guide: &Guide| {
            let names = iter::once(&guide.film.title).chain(&guide.film.also);
            fold(&guide.film.label()) == folded
                || names.into_iter().any(|name| fold(name) == folded)
        };
        self.film(typed)
            .or_else(|| self.guides().iter().position(is_called))
            .or_else(|| self.film_named_in(typed))
            .or_else(|| self.film_like(&folded))
    }

    /// Returns the film whose title is most like what was typed, if it is like it enough.
    fn film_like(&self, folded: &str) -> Option<usize> {
        let guides = self.guides().iter();
        let alike = guides.map(|guide| strsim::jaro_winkler(&fold(&guide.film.title), folded));
        let best = alike.enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|(_, alike)| *alike >= ALIKE)
            .map(|(film, _)| film)
    }
}
