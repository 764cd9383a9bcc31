//! Libraries with edits: what one server answers from, and what becomes of it with one edit more.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::edit::{Edit, GuideChange};
use super::field::FieldProblem;
use super::judge::{is_same_film, judge_edit};
use super::lay_over::{ParkReason, ParkedEdit, lay_over_guide};
use crate::content::checks::{BrokenCheck, broken_checks};
use crate::content::diagnostic::Severity;
use crate::guide::{FilmId, Guide};
use crate::library::Library;

/// A library with edits, and those that do not hold in it.
#[derive(Debug)]
pub struct EditedLibrary {
    /// The library; `None` where no edit holds, so that it is the one below.
    pub library: Option<Library>,
    /// The edits that do not hold.
    pub parked: Vec<ParkedEdit>,
}

/// An edit that was tried out.
#[derive(Debug, Default)]
pub struct TriedEdit {
    /// Everything that is wrong with it.
    pub problems: Vec<FieldProblem>,
    /// The checks of the guide that it breaks; not known where there are errors.
    pub broken_checks: Vec<BrokenCheck>,
}

/// Lays edits over a library without edits, in order.
pub fn edited_library(base: &Library, edits: &[Edit]) -> EditedLibrary {
    let films: BTreeSet<&FilmId> = edits.iter().map(|edit| &edit.film).collect();
    let mut parked = Vec::new();
    let mut guides = Vec::new();
    for film in films {
        let there = base.guides().iter().map(Arc::as_ref);
        match known_as(there, film, edits) {
            Some(other) => {
                let reason = ParkReason::SameFilm(other.id.clone());
                parked.extend(ParkedEdit::all_of(film, edits, &reason));
            }
            None => {
                let guide = base.film(film.as_str()).and_then(|film| base.guide(film));
                let laid_over = lay_over_guide(film, guide, edits);
                parked.extend(laid_over.parked);
                guides.extend(laid_over.guide.filter(|after| guide != Some(after)));
            }
        }
    }
    parked.sort_by_key(|parked| parked.number);
    EditedLibrary {
        library: (!guides.is_empty()).then(|| base.with_guides(guides)),
        parked,
    }
}

/// Tries an edit out beside those that hold: `current` is what they make of `base`.
pub fn try_edit(base: &Library, current: &Library, edits: &[Edit], edit: &Edit) -> TriedEdit {
    let (problems, guide) = judge_edit(current, edit);
    let has_errors = problems.iter().any(|one| one.severity == Severity::Error);
    if has_errors || guide.is_none() {
        return TriedEdit {
            problems,
            broken_checks: Vec::new(),
        };
    }
    let all: Vec<Edit> = edits.iter().chain([edit]).cloned().collect();
    let after = edited_library(base, &all).library;
    let broken = after.map(|after| broken_checks(current, &after, &edit.film));
    TriedEdit {
        problems,
        broken_checks: broken.unwrap_or_default(),
    }
}

/// Returns the guide that there is of a film which edits begin under another id.
pub(super) fn known_as<'a>(
    mut guides: impl Iterator<Item = &'a Guide> + Clone,
    film: &FilmId,
    edits: &[Edit],
) -> Option<&'a Guide> {
    if guides.clone().any(|guide| guide.id == *film) {
        return None;
    }
    let own = edits.iter().filter(|edit| edit.film == *film);
    let mut begun = own.filter_map(|edit| match &edit.change {
        GuideChange::Film(begun) => Some(begun),
        _ => None,
    });
    let begun = begun.next()?;
    guides.find(|guide| is_same_film(guide, begun))
}
