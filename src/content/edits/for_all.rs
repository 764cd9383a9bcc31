//! Edits that hold for everybody: laid over the guides of all films before these are indexed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::edit::Edit;
use super::edited_library::known_as;
use super::lay_over::{ParkReason, ParkedEdit, lay_over_guide};
use crate::guide::{FilmId, Guide};

/// Lays edits over guides, and returns them with those of films that edits begin, and the edits that do not hold.
pub(in crate::content) fn lay_over_all(
    mut guides: Vec<Arc<Guide>>,
    edits: &[Edit],
) -> (Vec<Arc<Guide>>, Vec<ParkedEdit>) {
    let films: BTreeSet<&FilmId> = edits.iter().map(|edit| &edit.film).collect();
    let mut parked = Vec::new();
    for film in films {
        let there = guides.iter().position(|guide| guide.id == *film);
        let guide = there.and_then(|at| guides.get(at)).cloned();
        let known = known_as(guides.iter().map(Arc::as_ref), film, edits);
        if let Some(other) = known.map(|guide| guide.id.clone()) {
            parked.extend(ParkedEdit::all_of(
                film,
                edits,
                &ParkReason::SameFilm(other),
            ));
            continue;
        }
        let laid_over = lay_over_guide(film, guide.as_deref(), edits);
        parked.extend(laid_over.parked);
        match (there, laid_over.guide.map(Arc::new)) {
            (Some(at), Some(edited)) => guides[at] = edited,
            (None, Some(begun)) => guides.push(begun),
            (_, None) => {}
        }
    }
    parked.sort_by_key(|parked| parked.number);
    (guides, parked)
}
