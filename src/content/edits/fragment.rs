//! The parts of a guide file that edits make: to be read, or copied by hand.

use std::collections::BTreeSet;

use toml_edit::{Item, Table};

use super::document::{EntryPlace, GuideDocument};
use super::edit::{Edit, GuideChange};
use super::lay_over::LaidOver;
use crate::guide::FactKind;

/// Returns the parts of an edited guide that edits of its film touch, with the ids of what they hide.
///
/// `laid_over` is the guide with these edits. Parts that other edits took out again are left out.
pub fn fragment(laid_over: &LaidOver, edits: &[&Edit]) -> Fragment {
    let Some(mut document) = GuideDocument::open(&laid_over.text) else {
        return Fragment::default();
    };
    let mut touched = Touched::default();
    let mut hidden = Vec::new();
    for edit in edits {
        let place = edit.entry().and_then(|id| document.find(&id));
        match (&edit.change, place) {
            (GuideChange::Film(_), _) => touched.is_begun = true,
            (GuideChange::Hide(hide), None) => hidden.push(hide.entry.to_string()),
            (GuideChange::Fact(fact), None) => hidden.push(fact.fact.entry_id().to_string()),
            (_, Some(place)) => touched.add(place),
            (_, None) => {}
        }
    }
    touched.keep_only(document.root_mut());
    document.forget_end();
    hidden.dedup();
    Fragment {
        text: document.text().trim_start().to_owned(),
        hidden,
    }
}

/// The parts of a guide that edits touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    /// The parts as TOML; empty where all that they do is hide.
    pub text: String,
    /// The ids of entries that are hidden.
    pub hidden: Vec<String>,
}

#[derive(Default)]
struct Touched {
    is_begun: bool,
    facts: BTreeSet<FactKind>,
    /// Sections that are one text.
    sections: BTreeSet<usize>,
    entries: BTreeSet<(usize, usize)>,
    faqs: BTreeSet<usize>,
}

impl Touched {
    fn add(&mut self, place: EntryPlace) {
        match place {
            EntryPlace::Section(at) => {
                self.sections.insert(at);
            }
            EntryPlace::Entry(section, at) => {
                self.entries.insert((section, at));
            }
            EntryPlace::Faq(at) => {
                self.faqs.insert(at);
            }
            EntryPlace::Fact(fact) => {
                self.facts.insert(fact);
            }
        }
    }

    /// Takes everything else out of a guide file.
    fn keep_only(&self, root: &mut Table) {
        root.remove("check");
        if let Some(film) = root.get_mut("film").and_then(Item::as_table_mut) {
            self.keep_film(film);
            if film.is_empty() {
                root.remove("film");
            }
        }
        keep(root, "section", |at, section| {
            keep(section, "entry", |entry, _| {
                self.entries.contains(&(at, entry))
            });
            if section.get("entry").is_some() {
                section.retain(|key, _| ["id", "title", "entry"].contains(&key));
            }
            section.get("entry").is_some() || self.sections.contains(&at)
        });
        keep(root, "faq", |at, _| self.faqs.contains(&at));
    }

    fn keep_film(&self, film: &mut Table) {
        let is_touched = |key: &str| self.facts.iter().any(|fact| fact.row().key == key);
        if let Some(ask) = film.get_mut("ask").and_then(Item::as_table_mut) {
            ask.retain(|key, _| is_touched(key));
        }
        let has_ask = |item: &Item| item.as_table().is_none_or(|ask| !ask.is_empty());
        let of_film = ["title", "year", "note", "also"];
        film.retain(|key, item| {
            is_touched(key)
                || (key == "ask" && has_ask(item))
                || (self.is_begun && of_film.contains(&key))
        });
        for (mut key, _) in film.iter_mut() {
            key.leaf_decor_mut().clear();
        }
        film.decor_mut().clear();
    }
}

/// Keeps the chosen tables of a list, without the comments above them.
fn keep(table: &mut Table, key: &str, mut is_chosen: impl FnMut(usize, &mut Table) -> bool) {
    let Some(list) = table.get_mut(key).and_then(Item::as_array_of_tables_mut) else {
        return;
    };
    let mut chosen = Vec::with_capacity(list.len());
    for (at, table) in list.iter_mut().enumerate() {
        chosen.push(is_chosen(at, table));
        table.decor_mut().set_prefix("\n");
    }
    let mut chosen = chosen.into_iter();
    list.retain(|_| chosen.next().unwrap_or(false));
    if list.is_empty() {
        table.remove(key);
    }
}
