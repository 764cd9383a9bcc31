//! Reads `[film]`.

use super::keys;
use super::table::Table;
use crate::content::draft::{DraftFilm, DraftRole, DraftValue, Text};
use crate::content::report::Report;
use crate::guide::{FACTS, Fact, ValueKind};

const EXAMPLE_TITLE: &str = "\"Title of the film\"";

/// Reads the film of a guide.
pub(super) fn film(root: &Table<'_, '_>, report: &mut Report) -> DraftFilm {
    let Some(found) = root.table("film", report) else {
        root.require("film", "…: begin the file with a line [film]", report);
        return DraftFilm::default();
    };
    let film = Table::new(found, ("[film]", &keys::film()), root.damage(), report);
    film.require("title", EXAMPLE_TITLE, report);
    DraftFilm {
        may_lack_facts: film.may_lack_keys(),
        title: film.string("title", report),
        year: film.integer("year", report),
        note: film.string_or_empty("note", report),
        also: film.strings("also", report),
        facts: facts(&film, report),
        ask: ask(&film, report),
        source: film.string_or_empty("source", report),
        reviewed: film.date("reviewed", report),
    }
}

fn facts(film: &Table<'_, '_>, report: &mut Report) -> Vec<(&'static Fact, DraftValue)> {
    let facts = FACTS.iter();
    facts
        .filter_map(|fact| Some((fact, value(film, fact, report)?)))
        .collect()
}

/// Reads the ways of asking for facts, `[film.ask]`.
fn ask(film: &Table<'_, '_>, report: &mut Report) -> Vec<(&'static Fact, Vec<Text>)> {
    let Some(found) = film.table("ask", report) else {
        return Vec::new();
    };
    let of = ("[film.ask]", keys::facts());
    let table = Table::new(found, (of.0, &of.1), film.damage(), report);
    let asked = FACTS
        .iter()
        .map(|fact| (fact, table.strings(fact.key, report)));
    asked.filter(|(_, ask)| !ask.is_empty()).collect()
}

fn value(film: &Table<'_, '_>, fact: &Fact, report: &mut Report) -> Option<DraftValue> {
    film.value(fact.key)?;
    match fact.value {
        ValueKind::Names | ValueKind::Parts => {
            Some(DraftValue::List(film.strings(fact.key, report)))
        }
        ValueKind::Cast => Some(DraftValue::Cast(cast(film, fact.key, report))),
        ValueKind::Minutes => film.integer(fact.key, report).map(DraftValue::Minutes),
        ValueKind::Text => film.string_or_empty(fact.key, report).map(DraftValue::Text),
    }
}

fn cast(film: &Table<'_, '_>, key: &str, report: &mut Report) -> Vec<DraftRole> {
    if film.has_texts(key, |text| format!("{{ actor = {text} }}"), report) {
        return Vec::new();
    }
    let members = film.tables(key, report);
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
            DraftRole {
                actor: member.string("actor", report),
                role: member.string("role", report),
            }
        })
        .collect()
}
