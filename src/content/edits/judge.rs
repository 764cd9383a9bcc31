//! Judges an edit before it is published: everything that is wrong with it, each problem at its field.

use super::apply::{apply, begun};
use super::document::{GuideDocument, Obstacle};
use super::edit::{Edit, FilmEdit, GuideChange};
use super::field::{EditField, FieldProblem};
use super::judged_text::JudgedText;
use super::{fields, from_guide};
use crate::content::diagnostic::{Severity, quoted};
use crate::content::validate::fold_phrasing;
use crate::guide::Guide;
use crate::library::Library;

/// Returns everything that is wrong with an edit of one of a library's guides, and the guide as it would be.
pub fn judge_edit(library: &Library, edit: &Edit) -> (Vec<FieldProblem>, Option<Guide>) {
    let guide = library.film(edit.film.as_str());
    let guide = guide.and_then(|film| library.guide(film));
    let document = match before(library, guide, edit) {
        Ok(document) => document,
        Err(problem) => return (vec![problem], None),
    };
    let mut after = document.clone();
    if let Err(obstacle) = apply(&mut after, &edit.change) {
        return (vec![of_obstacle(edit, obstacle)], None);
    }
    let text = after.text();
    if guide.is_some() && text == document.text() {
        return (vec![unchanged(edit)], None);
    }
    let judged = JudgedText::new(&edit.film, text);
    (fields::problems(&judged, edit), judged.guide(&edit.film))
}

/// Returns the guide that an edit changes, or what stands in its way.
fn before(
    library: &Library,
    guide: Option<&Guide>,
    edit: &Edit,
) -> Result<GuideDocument, FieldProblem> {
    let broken = || {
        let message = "the guide cannot be read".to_owned();
        FieldProblem::error(EditField::Whole, "unreadable-guide", message)
    };
    let (guide, film) = match (guide, &edit.change) {
        (Some(guide), GuideChange::Film(_)) => return Err(duplicate_film(guide)),
        (None, GuideChange::Film(film)) => {
            let mut films = library.films().map(|(_, guide)| guide);
            if let Some(other) = films.find(|other| is_same_film(other, film)) {
                return Err(duplicate_film(other));
            }
            (None, Some(film))
        }
        (Some(guide), _) => (Some(guide), None),
        (None, _) => {
            let message = "the film has no guide".to_owned();
            return Err(FieldProblem::error(EditField::Whole, "no-guide", message));
        }
    };
    let text = guide.map(from_guide::text).or(film.map(begun));
    let document = text
        .and_then(|text| GuideDocument::open(&text))
        .ok_or_else(broken)?;
    match edit.entry().filter(|_| guide.is_some()) {
        Some(id) => {
            let is_there = document.find(&id).is_some();
            match &edit.change {
                GuideChange::Entry(entry) if is_there && !entry.replaces => Err(taken(edit)),
                GuideChange::Faq(faq) if is_there && !faq.replaces => Err(taken(edit)),
                GuideChange::Hide(_) if !is_there => Err(of_obstacle(edit, Obstacle::Gone)),
                _ => Ok(document),
            }
        }
        None => Ok(document),
    }
}

/// Returns whether a guide is that of a film which is to be begun.
pub(super) fn is_same_film(guide: &Guide, film: &FilmEdit) -> bool {
    let note = |note: &Option<String>| note.as_deref().map(fold_phrasing).unwrap_or_default();
    fold_phrasing(&guide.film.title) == fold_phrasing(&film.title)
        && guide.film.year == film.year
        && note(&guide.film.note) == note(&film.note)
}

fn duplicate_film(other: &Guide) -> FieldProblem {
    let label = other.film.label();
    let message = format!("{} has a guide already", quoted(&label));
    FieldProblem {
        other: Some(label),
        ..FieldProblem::error(EditField::Title, "duplicate-film", message)
    }
}

fn taken(edit: &Edit) -> FieldProblem {
    let id = edit.entry().map(|id| id.to_string()).unwrap_or_default();
    let message = format!("the id {} is used twice", quoted(&id));
    FieldProblem::error(EditField::Id, "duplicate-id", message)
}

fn unchanged(edit: &Edit) -> FieldProblem {
    let field = match edit.change {
        GuideChange::Phrasing(_) => EditField::Phrasing(0),
        _ => EditField::Whole,
    };
    FieldProblem {
        severity: Severity::Warning,
        ..FieldProblem::error(field, "no-change", "the guide says so already".to_owned())
    }
}

fn of_obstacle(edit: &Edit, obstacle: Obstacle) -> FieldProblem {
    match (obstacle, &edit.change) {
        (Obstacle::FromYear, _) => {
            let message = "the date comes from the film's year".to_owned();
            FieldProblem::error(EditField::Whole, "from-year", message)
        }
        (Obstacle::Gone, GuideChange::Entry(entry)) if !entry.replaces => {
            let message = format!("there is no section {}", quoted(entry.entry.section()));
            FieldProblem::error(EditField::Section, "unknown-section", message)
        }
        (Obstacle::Gone, _) => {
            let message = "the entry is gone".to_owned();
            FieldProblem::error(EditField::Whole, "gone", message)
        }
    }
}
