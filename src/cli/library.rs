//! Loading the guides for a command, and choosing the film it is about.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use tracing::{debug, error, warn};

use super::check::summary;
use super::exit::{Exit, Failure};
use super::terminal::Terminal;
use crate::answer::ScopedQuestion;
use crate::app::App;
use crate::config::Config;
use crate::content::{self, Diagnostics, LoadOptions, Reloader, Severity, ValidLibrary};
use crate::guide::{FilmId, FilmIndex, Guide};
use crate::health::Health;
use crate::library::Library;
use crate::reply::texts;
use crate::text::near::{self, MinLikeness};

/// The film id that a collection of questions goes by.
const CORPUS: &str = "corpus";

/// Loads the guides, or says everything that is wrong with them.
pub(super) fn load(terminal: &mut Terminal<'_>) -> Result<Library> {
    Ok(load_strict(terminal)?.library)
}

/// Loads the guides as [`load`] does, to go on with their edits.
pub(super) fn reloader(terminal: &mut Terminal<'_>) -> Result<Arc<Reloader>> {
    let sound = load_strict(terminal)?;
    Ok(reloader_of(terminal.guides, sound))
}

/// Loads the films whose guides are sound, logs what is wrong with the others, and goes on with all their edits.
pub(super) fn reloader_lenient(terminal: &mut Terminal<'_>) -> Result<Arc<Reloader>> {
    match content::load(terminal.guides, &LoadOptions::default()).lenient() {
        Ok(sound) => {
            log(&sound.diagnostics);
            Ok(reloader_of(terminal.guides, sound))
        }
        Err(found) => Err(unsound(&found, Exit::Config, terminal)?.into()),
    }
}

fn reloader_of(folder: &Path, valid: ValidLibrary) -> Arc<Reloader> {
    Arc::new(Reloader::new(folder, valid, Arc::default()))
}

/// Loads the guides as [`load`] does, only to read them: nothing can be asked of them.
pub(super) fn load_to_read(terminal: &mut Terminal<'_>) -> Result<Library> {
    let options = LoadOptions {
        skip_index: true,
        ..LoadOptions::default()
    };
    Ok(load_with(&options, terminal)?.library)
}

fn load_strict(terminal: &mut Terminal<'_>) -> Result<ValidLibrary> {
    load_with(&LoadOptions::default(), terminal)
}

fn load_with(options: &LoadOptions, terminal: &mut Terminal<'_>) -> Result<ValidLibrary> {
    match content::load(terminal.guides, options).strict() {
        Ok(sound) => Ok(sound),
        Err(found) => Err(unsound(&found, Exit::Failed, terminal)?.into()),
    }
}

/// Loads a collection of questions that is no guide.
pub(super) fn load_corpus(path: &Path) -> Result<Library> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path).with_context(|| shown.clone())?;
    let id = FilmId::parse(CORPUS).map_err(|_| anyhow!("`{CORPUS}` is no id"))?;
    let guide = content::corpus(id, &text)
        .map_err(|error| anyhow!("{shown}:{}: {}", error.line, error.message))?;
    // The file has been read: what it says takes as much memory as the guide made of it.
    drop(text);
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
        let place = found.location(one).map(|place| format!("{place}: "));
        let place = place.unwrap_or_default();
        let (message, help) = (&one.message, &one.help);
        match one.severity {
            Severity::Error => error!(help, "{place}{message}"),
            Severity::Warning => warn!(help, "{place}{message}"),
            Severity::Note => debug!(help, "{place}{message}"),
        }
    }
}

/// Sets up what answers in a terminal, and checks that the film of the settings is there.
pub(super) fn app(terminal: &mut Terminal<'_>) -> Result<App> {
    let guides = reloader(terminal)?;
    place(&guides.current(), terminal.config)?;
    Ok(App::new(terminal.config, guides, Health::new()))
}

/// Returns a question without its text: about the film that `--film` names, in the place that the settings describe.
pub(super) fn question(
    library: &Library,
    option: Option<&str>,
    config: &Config,
) -> Result<ScopedQuestion<'static>, Failure> {
    Ok(ScopedQuestion {
        film: option.map(|id| film_by_id(library, id)).transpose()?,
        place: place(library, config)?,
        ..ScopedQuestion::default()
    })
}

/// Returns the film that is meant where nothing else names one, where the settings have one.
pub(super) fn place(library: &Library, config: &Config) -> Result<Option<FilmIndex>, Failure> {
    let film = config.film.as_deref().map(|id| film_by_id(library, id));
    film.transpose().map_err(|failure| Failure {
        exit: Exit::Config,
        message: format!("FRONTROW_FILM: {}", failure.message),
    })
}

/// Returns the film with this id, or says which films there are.
pub(super) fn film_by_id(library: &Library, id: &str) -> Result<FilmIndex, Failure> {
    library.film(id).ok_or_else(|| no_such_film(library, id))
}

/// Returns the guide of the film with this id, or says which films there are.
pub(super) fn guide_by_id<'a>(library: &'a Library, id: &str) -> Result<&'a Guide, Failure> {
    let guide = library.film(id).and_then(|film| library.guide(film));
    guide.ok_or_else(|| no_such_film(library, id))
}

/// Returns the failure that says which films there are instead of the one that was typed.
pub(super) fn no_such_film(library: &Library, typed: &str) -> Failure {
    let ids = film_ids(library);
    let nearest = nearest(typed, ids.iter().map(String::as_str));
    Failure::usage(texts::no_such_film(typed, nearest, &ids))
}

/// Returns the guide of the film that is named, or of the only one.
pub(super) fn one_guide<'a>(
    library: &'a Library,
    option: Option<&str>,
    config: &Config,
) -> Result<&'a Guide, Failure> {
    let guides = library.guides();
    let ScopedQuestion { film, place, .. } = question(library, option, config)?;
    let chosen = match (film.or(place), guides) {
        (Some(film), _) => library.guide(film),
        (None, [only]) => Some(only.as_ref()),
        (None, _) => None,
    };
    chosen.ok_or_else(|| Failure::usage(texts::which_film(&film_ids(library))))
}

/// Returns the candidate most like a mistyped id, where one is alike enough.
pub(super) fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let named = candidates.into_iter().map(|id| (id, id));
    near::nearest(typed, named, MinLikeness::ARGUMENT)
}

/// Returns the ids of all films.
pub(super) fn film_ids(library: &Library) -> Vec<String> {
    library
        .guides()
        .iter()
        .map(|guide| guide.id.to_string())
        .collect()
}
