//! Edits for tests: a guide that somebody keeps by hand, and changes of it written as JSON.

use std::sync::{Arc, LazyLock};

use frontrow::content::SourceFile;
use frontrow::content::edits::{Edit, LaidOver, ParkReason, ParkedEdit, lay_over_file};
use frontrow::guide::{FilmId, Guide};
use frontrow::library::Library;

use super::asking::library;
use super::program::{project, read};

/// The film of the guide that is edited.
pub(crate) const FILM: &str = "paper-lighthouse";
/// The folder of that guide.
pub(crate) const FOLDER: &str = "tests/data/edits";

/// Returns the text of the guide.
pub(crate) fn kept() -> String {
    read(&format!("{FOLDER}/{FILM}.toml"))
}

/// The library of that guide.
pub(crate) static KEPT: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(kept_library()));

/// Returns the library of that guide, for a test that must be the only one to hold it.
pub(crate) fn kept_library() -> Library {
    library(&project(FOLDER))
}

/// Returns the edit of the film that some JSON says: `{"kind": …}` without the version and the film.
#[track_caller]
pub(crate) fn edit(change: &str) -> Edit {
    edit_of(FILM, change)
}

/// Returns the edit of a film that some JSON says.
#[track_caller]
pub(crate) fn edit_of(film: &str, change: &str) -> Edit {
    let rest = change.strip_prefix('{').expect("an object");
    let payload = format!("{{\"version\":1,\"film\":\"{film}\",{rest}");
    Edit::from_payload(&payload).unwrap_or_else(|error| panic!("{error}: {change}"))
}

/// Returns the edits that a table of JSON says.
#[track_caller]
pub(crate) fn edits(changes: &[&str]) -> Vec<Edit> {
    changes.iter().map(|change| edit(change)).collect()
}

/// Lays changes over the guide file.
#[track_caller]
pub(crate) fn laid_over(changes: &[&str]) -> LaidOver {
    laid_over_text(&kept(), changes)
}

/// Lays changes over a guide file with this text.
#[track_caller]
pub(crate) fn laid_over_text(text: &str, changes: &[&str]) -> LaidOver {
    let file = SourceFile::new(format!("{FILM}.toml").as_ref(), text);
    let laid_over = lay_over_file(file, &edits(changes));
    laid_over.unwrap_or_else(|found| panic!("{}", found.render(false)))
}

/// Returns the guide that changes make, all of which must hold.
#[track_caller]
pub(crate) fn edited(changes: &[&str]) -> Guide {
    let laid_over = laid_over(changes);
    assert_eq!(laid_over.parked, []);
    laid_over.guide.expect("a sound guide")
}

/// Returns the places of the parked edits with a word for the reason.
pub(crate) fn parked(laid_over: &LaidOver) -> Vec<(usize, String)> {
    parked_of(&laid_over.parked)
}

/// Returns the places of these edits with a word for the reason.
pub(crate) fn parked_of(parked: &[ParkedEdit]) -> Vec<(usize, String)> {
    let parked = parked.iter().map(|one| {
        let reason = match &one.reason {
            ParkReason::NoGuide => "no guide".to_owned(),
            ParkReason::SameFilm(film) => format!("same as {film}"),
            ParkReason::Gone => "gone".to_owned(),
            ParkReason::FromYear => "from year".to_owned(),
            ParkReason::Unsound(problems) => {
                let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
                codes.join(" ")
            }
        };
        (one.number, reason)
    });
    parked.collect()
}

/// Returns a film's id.
#[track_caller]
pub(crate) fn film_id(id: &str) -> FilmId {
    FilmId::parse(id).expect("a film id")
}
