//! Takes an entry out of a guide file, and what refers to it: nothing is left that would lead nowhere.

use toml_edit::{Item, Table, Value};

use super::document::{EntryPlace, GuideDocument, Obstacle, str_of, tables, tables_mut};
use super::values::{list, remove};
use crate::guide::{EntryId, FAQ_SECTION, FactKind};

/// Hides an entry, an FAQ or a fact; one that is not there is hidden already.
///
/// An answer that sums it up stands for itself from then on, and a check that wants no other answer goes with it. Links
/// in texts stay: they are words of people.
pub(super) fn hide(document: &mut GuideDocument, id: &EntryId) -> Result<(), Obstacle> {
    let Some(place) = document.find(id) else {
        return Ok(());
    };
    let current = current_id(document, place).unwrap_or_else(|| id.to_string());
    match place {
        EntryPlace::Fact(FactKind::ReleaseDate) if document.has_year() => {
            return Err(Obstacle::FromYear);
        }
        EntryPlace::Fact(fact) => empty(document, fact),
        EntryPlace::Faq(at) => document.remove_table(None, "faq", at),
        EntryPlace::Section(at) => remove_section(document, at),
        EntryPlace::Entry(section, at) => {
            document.remove_table(Some(section), "entry", at);
            let mut left = document.sections().nth(section).into_iter();
            if left.any(|left| tables(left, "entry").next().is_none()) {
                remove_section(document, section);
            }
        }
    }
    for id in [id.as_str(), &current] {
        forget(document.root_mut(), id);
    }
    Ok(())
}

/// Empties a fact. Its date of release is then the film's year, where that is known.
pub(super) fn clear(document: &mut GuideDocument, fact: FactKind) {
    empty(document, fact);
    if !document.has_fact(fact) {
        forget(document.root_mut(), fact.entry_id().as_str());
    }
}

/// Returns the id that an entry has now.
fn current_id(document: &GuideDocument, place: EntryPlace) -> Option<String> {
    let section = |at| str_of(document.sections().nth(at)?, "id");
    match place {
        EntryPlace::Section(at) => section(at).map(str::to_owned),
        EntryPlace::Entry(at, entry) => {
            let entry = tables(document.sections().nth(at)?, "entry").nth(entry)?;
            Some(format!("{}/{}", section(at)?, str_of(entry, "id")?))
        }
        EntryPlace::Faq(at) => {
            let faq = tables(document.root(), "faq").nth(at)?;
            Some(format!("{FAQ_SECTION}/{}", str_of(faq, "id")?))
        }
        EntryPlace::Fact(fact) => Some(fact.entry_id().to_string()),
    }
}

/// Takes a fact's value away, and the ways of asking for it where nothing is left to answer with.
fn empty(document: &mut GuideDocument, fact: FactKind) {
    let key = fact.row().key;
    if let Some(film) = document.film_mut() {
        remove(film, key);
    }
    if document.has_fact(fact) {
        return;
    }
    let Some(film) = document.film_mut() else {
        return;
    };
    let asked = film.get_mut("ask").and_then(Item::as_table_like_mut);
    let is_empty = asked.is_some_and(|asked| {
        asked.remove(key);
        asked.is_empty()
    });
    if is_empty {
        remove(film, "ask");
    }
}

/// Removes a section, whose page nobody is sent to any more.
fn remove_section(document: &mut GuideDocument, at: usize) {
    let section = document.sections().nth(at);
    let Some(section) = section else {
        return;
    };
    let id = str_of(section, "id").map(str::to_owned);
    let ids: Vec<String> = id.into_iter().chain(list(section, "also_id")).collect();
    document.remove_table(None, "section", at);
    for faq in tables_mut(document.root_mut(), "faq") {
        if str_of(faq, "section").is_some_and(|own| ids.iter().any(|id| id == own)) {
            remove(faq, "section");
        }
    }
}

/// Takes away what refers to an entry that is gone.
fn forget(root: &mut Table, id: &str) {
    for faq in tables_mut(root, "faq") {
        if str_of(faq, "sums_up") == Some(id) {
            remove(faq, "sums_up");
        }
    }
    let Some(checks) = root.get_mut("check").and_then(Item::as_array_of_tables_mut) else {
        return;
    };
    checks.retain(|check| str_of(check, "answer") != Some(id));
    for check in checks.iter_mut() {
        if let Some(answers) = check.get_mut("answer").and_then(Item::as_array_mut) {
            answers.retain(|answer| answer.as_str() != Some(id));
        }
    }
    let has_answer = |check: &Table| {
        let answers = check.get("answer").and_then(Item::as_value);
        !matches!(answers, Some(Value::Array(answers)) if answers.is_empty())
    };
    checks.retain(has_answer);
    if checks.is_empty() {
        root.remove("check");
    }
}
