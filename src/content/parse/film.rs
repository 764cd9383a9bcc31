//! Reads `[film]`.

use super::keys;
use super::table::Table;
use crate::content::draft::{DraftFilm, DraftRole};
use crate::content::report::Report;

const EXAMPLE_TITLE: &str = "\"Title of the film\"";

/// Reads the film of a guide.
pub(super) fn film(root: &Table<'_, '_>, report: &mut Report) -> DraftFilm {
    let Some(found) = root.table("film", report) else {
        root.require("film", "…: begin the file with a line [film]", report);
        return DraftFilm::default();
    };
    let film = Table::new(found, ("[film]", keys::FILM), root.damage(), report);
    film.require("title", EXAMPLE_TITLE, report);
    DraftFilm {
        may_lack_facts: film.may_lack_keys(),
        title: film.string("title", report),
        year: film.integer("year", report),
        also: film.strings("also", report),
        director: film.strings("director", report),
        writers: film.strings("writers", report),
        cast: cast(&film, report),
        released: film.strings("released", report),
        runtime_minutes: film.integer("runtime_minutes", report),
        rating: film.string_or_empty("rating", report),
        cinematographer: film.strings("cinematographer", report),
        distributor: film.strings("distributor", report),
        budget: film.string_or_empty("budget", report),
        gross: film.string_or_empty("gross", report),
        awards: film.strings("awards", report),
        source: film.string_or_empty("source", report),
        reviewed: film.date("reviewed", report),
    }
}

fn cast(film: &Table<'_, '_>, report: &mut Report) -> Vec<DraftRole> {
    if film.value("cast").is_none() {
        return Vec::new();
    }
    let members = film.tables("cast", report);
    members
        .into_iter()
        .map(|found| {
            let member = Table::new(
                found,
                ("a member of the cast", keys::ROLE),
                film.damage(),
                report,
            );
            member.require("actor", "\"Name of the actor\"", report);
            member.require("role", "\"Name of the role\"", report);
            DraftRole {
                actor: member.string("actor", report),
                role: member.string("role", report),
            }
        })
        .collect()
}
