//! A question as the core is asked it.

use crate::guide::FilmIndex;

/// A question whose films are known by their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScopedQuestion<'a> {
    /// The text as it was typed.
    pub text: &'a str,
    /// The film that the asker chose; `None` leaves it to the question.
    pub film: Option<FilmIndex>,
    /// The film of the place where it is asked, for questions that name none.
    pub place: Option<FilmIndex>,
    /// True where somebody asks the program itself, rather than it speaking up: then it helps as far as it can.
    pub is_addressed: bool,
}
