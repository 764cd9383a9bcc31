//! Films of the same title: the year or a note must tell them apart.

use std::collections::HashMap;

use super::phrasings::fold;
use crate::content::diagnostic::{Diagnostic, quoted};
use crate::content::draft::Draft;

/// Returns an error for each guide whose film an earlier one is about already.
pub(in crate::content) fn remakes<'a>(
    drafts: impl IntoIterator<Item = &'a Draft>,
) -> Vec<Diagnostic> {
    let mut seen = HashMap::new();
    let mut found = Vec::new();
    for draft in drafts {
        let Some(title) = &draft.film.title else {
            continue;
        };
        let year = draft.film.year.as_ref().map(|year| year.value);
        let note = draft.film.note.as_ref().map(|note| fold(&note.value));
        let film = (fold(&title.value), year, note.unwrap_or_default());
        let Some((first_file, first)) = seen.get(&film) else {
            seen.insert(film, (draft.file, &title.span));
            continue;
        };
        let of_year = year.map_or_else(String::new, |year| format!(" ({year})"));
        let message = format!("{}{of_year} has a guide already", quoted(&title.value));
        let help = match year.is_some() {
            true => {
                "remove one of the guides, or tell the films apart: note = \"director or country\""
            }
            false => "remove one of the guides, or give each film its year",
        };
        let error = Diagnostic::error("duplicate-film", message).help(help);
        let error = error.at(draft.file, &title.span);
        found.push(error.with(*first_file, first, "first here"));
    }
    found
}
