//! The names in a question of films that are answered about where it is asked, apart from those of other films.

use super::scoped_question::ScopedQuestion;
use crate::guide::FilmIndex;
use crate::search::FilmMention;

/// Parts the names of films that are answered about where a question is asked from those of others.
pub(super) fn covered(
    question: &ScopedQuestion<'_>,
    mentions: Vec<FilmMention>,
) -> (Vec<FilmMention>, Vec<FilmMention>) {
    if question.films.is_none() {
        return (mentions, Vec::new());
    }
    let is_covered = |film: FilmIndex| question.covers(film);
    let (mut covered, elsewhere): (Vec<_>, Vec<_>) = mentions.into_iter().partition(|mention| {
        let mut films = mention.films.iter();
        films.any(|&(film, _)| is_covered(film))
    });
    for mention in &mut covered {
        mention.films.retain(|&(film, _)| is_covered(film));
    }
    (covered, elsewhere)
}
