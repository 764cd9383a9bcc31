//! Loading the guides for a command, and choosing the film it is about.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use tracing::{debug, error, warn};

use super::Terminal;
use super::check::summary;
use super::exit::{Exit, Failure};
use crate::config::Config;
use crate::content::{self, Diagnostics, Library, LoadOptions, Severity};
use crate::guide::{FilmId, Guide};
use crate::reply::texts;

/// The film id that a collection of questions goes by.
const CORPUS: &str = "corpus";

/// How alike a mistyped id must be to be offered instead, by Jaro-Winkler's measure:
/// low enough for a wrong letter in a short id.
const ALIKE: f64 = 0.75;

/// Loads the guides, or says everything that is wrong with them.
pub(super) fn load(terminal: &mut Terminal<'_>) -> Result<Library> {
    match content::load(terminal.guides, &LoadOptions::default()).strict() {
        Ok(sound) => Ok(sound.library),
        Err(found) => Err(unsound(&found, Exit::Failed, terminal)?.into()),
    }
}

/// Loads the films whose guides are sound, and logs what is wrong with the others.
pub(super) fn load_sound(terminal: &mut Terminal<'_>) -> Result<Library> {
    match content::load(terminal.guides, &LoadOptions::default()).lenient() {
        Ok(sound) => {
            log(&sound.diagnostics);
            Ok(sound.library)
        }
        Err(found) => Err(unsound(&found, Exit::Config, terminal)?.into()),
    }
}

/// Loads a collection of questions that is no guide.
pub(super) fn load_corpus(path: &Path) -> Result<Library> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path).with_context(|| shown.clone())?;
    let id = FilmId::parse(CORPUS).map_err(|_| anyhow!("`{CORPUS}` is no id"))?;
    let guide = content::corpus(id, &text)
        .map_err(|error| anyhow!("{shown}:{}: {}", error.line, error.message))?;
    Ok(Library::build(vec![guide], &[]))
}

/// Writes everything that was found and returns the failure to end with.
fn unsound(found: &Diagnostics, exit: Exit, terminal: &mut Terminal<'_>) -> io::Result<Failure> {
    let err = &mut terminal.err;
    write!(err, "{}", found.render(err.colors()))?;
    Ok(Failure {
        exit,
        message: texts::unsound(&summary(found)),
    })
}

fn log(found: &Diagnostics) {
    for one in found.iter() {
        let place = found.location(one).unwrap_or_default();
        let (message, help) = (&one.message, &one.help);
        match one.severity {
            Severity::Error => error!(place, help, "{place}: {message}"),
            Severity::Warning => warn!(place, help, "{place}: {message}"),
            Severity::Note => debug!(place, help, "{place}: {message}"),
        }
    }
}

/// Returns the number of the film named by `--film`, else by the settings, where one is named.
pub(super) fn film(
    library: &Library,
    option: Option<&str>,
    config: &Config,
) -> Result<Option<usize>, Failure> {
    match (option, config.film.as_deref()) {
        (Some(id), _) => film_by_id(library, id).map(Some),
        (None, Some(id)) => film_by_id(library, id)
            .map(Some)
            .map_err(|failure| Failure {
                exit: Exit::Config,
                message: format!("FRONTROW_FILM: {}", failure.message),
            }),
        (None, None) => Ok(None),
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
