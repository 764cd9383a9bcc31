//! The right answers of a question, looked up: ids of entries, with the film before them where there are several.

use anyhow::{Result, anyhow, bail};

use super::questions::Case;
use crate::answer::{Hit, ScopedQuestion};
use crate::cli::library::nearest;
use crate::guide::{EntryId, FilmIndex, Guide};
use crate::library::Library;

/// A question that is ready to be asked, and the entries that answer it.
#[derive(Debug)]
pub(super) struct AskedCase<'a> {
    /// The question as its file has it.
    pub(super) case: &'a Case,
    /// The same with its film.
    pub(super) question: ScopedQuestion<'a>,
    /// The right answers by the ids of today; none where it must not be answered.
    gold: Vec<(FilmIndex, EntryId)>,
}

impl<'a> AskedCase<'a> {
    /// Looks up the film and the answers of a question, which stands in place of the blank one's text.
    ///
    /// # Errors
    /// Returns where a film or an entry is named that there is none of, or several.
    pub(super) fn new(
        library: &Library,
        blank: ScopedQuestion<'a>,
        case: &'a Case,
    ) -> Result<Self> {
        let film = case.film.as_deref().map(|id| film(library, id));
        let film = film.transpose().map_err(|error| at(case, &error))?;
        let question = ScopedQuestion {
            text: &case.question,
            film: film.or(blank.film),
            ..blank
        };
        let gold = case.gold.iter().map(|id| resolve(library, &question, id));
        let gold: Result<Vec<_>> = gold.collect();
        Ok(Self {
            case,
            question,
            gold: gold.map_err(|error| at(case, &error))?,
        })
    }

    /// Returns whether a guide has the answer.
    pub(super) fn is_inside(&self) -> bool {
        !self.gold.is_empty()
    }

    /// Returns whether an entry answers the question.
    pub(super) fn is_right(&self, hit: &Hit) -> bool {
        let mut gold = self.gold.iter();
        gold.any(|(film, entry)| *film == hit.film && *entry == hit.entry)
    }
}

fn at(case: &Case, error: &anyhow::Error) -> anyhow::Error {
    anyhow!("{}: {error}", case.place)
}

/// Returns the entry of an id, which may have its film before it.
fn resolve(
    library: &Library,
    question: &ScopedQuestion<'_>,
    id: &str,
) -> Result<(FilmIndex, EntryId)> {
    if let Some((named, rest)) = with_film(library, id) {
        return of_film(library, film(library, named)?, rest);
    }
    if let Some(film) = question.film {
        return of_film(library, film, id);
    }
    let found: Vec<_> = library
        .films()
        .filter_map(|(film, guide)| Some((film, guide.entry(id)?.id.clone())))
        .collect();
    let in_place = found.iter().find(|(film, _)| question.place == Some(*film));
    match (found.as_slice(), in_place) {
        ([only], _) | (_, Some(only)) => Ok(only.clone()),
        ([], _) => bail!("there is no entry `{id}`"),
        ([(first, _), ..], _) => {
            let n = found.len();
            let example = name(library, *first);
            bail!("{n} guides have an entry `{id}`: write the film before it, `{example}:{id}`")
        }
    }
}

/// Returns the film's part of an id and the rest, where it has both. The ids of a collection that is no guide mean
/// nothing to us.
fn with_film<'a>(library: &Library, id: &'a str) -> Option<(&'a str, &'a str)> {
    let is_film = |guide: &Guide| !guide.film.title.is_empty();
    id.split_once(':')
        .filter(|_| library.guides().iter().any(is_film))
}

fn of_film(library: &Library, film: FilmIndex, id: &str) -> Result<(FilmIndex, EntryId)> {
    let found = library.guide(film).and_then(|guide| guide.entry(id));
    let found = found.map(|entry| (film, entry.id.clone()));
    found.ok_or_else(|| {
        let name = name(library, film);
        anyhow!("there is no entry `{id}` in the guide `{name}`")
    })
}

fn name(library: &Library, film: FilmIndex) -> &str {
    let guide = library.guide(film);
    guide.map_or("", |guide| guide.id.as_str())
}

fn film(library: &Library, id: &str) -> Result<FilmIndex> {
    library.film(id).ok_or_else(|| {
        let ids = library.guides().iter().map(|guide| guide.id.as_str());
        let guess = nearest(id, ids);
        let guess = guess.map_or_else(String::new, |guess| format!(", did you mean `{guess}`?"));
        anyhow!("there is no film `{id}`{guess}")
    })
}
