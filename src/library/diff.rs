//! Compares two libraries, entry by entry.

use std::collections::BTreeMap;
use std::fmt;

use super::Library;
use crate::guide::{Entry, EntryId, EntryKind, FactValue, FilmId};

/// The entries that differ between two libraries, each list sorted by film and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Entries that are new.
    pub added: Vec<(FilmId, EntryId)>,
    /// Entries that say or ask something else than before.
    pub changed: Vec<(FilmId, EntryId)>,
    /// Entries that are gone.
    pub removed: Vec<(FilmId, EntryId)>,
}

/// Compares two libraries by the ids and the contents of their entries; their order is no matter.
pub fn diff(before: &Library, after: &Library) -> Changes {
    let (old, new) = (entries(before), entries(after));
    let mut changes = Changes::default();
    for (id, entry) in &new {
        match old.get(id) {
            None => changes.added.push(named(id)),
            Some(old) if !same(old, entry) => changes.changed.push(named(id)),
            Some(_) => {}
        }
    }
    let gone = old.keys().filter(|id| !new.contains_key(*id));
    changes.removed = gone.map(named).collect();
    changes
}

type EntryPath<'a> = (&'a FilmId, &'a EntryId);

/// An entry with the value of the fact that it may be.
type Content<'a> = (&'a Entry, Option<&'a FactValue>);

fn entries(library: &Library) -> BTreeMap<EntryPath<'_>, Content<'_>> {
    let entries = library.guides().iter().flat_map(|guide| {
        let entries = guide.entries();
        entries.map(move |entry| {
            let fact = match entry.kind {
                EntryKind::Fact(kind) => guide.film.facts.get(kind),
                _ => None,
            };
            ((&guide.id, &entry.id), (entry, fact))
        })
    });
    entries.collect()
}

fn named((film, entry): &EntryPath<'_>) -> (FilmId, EntryId) {
    ((*film).clone(), (*entry).clone())
}

/// Returns whether two entries are alike but for the order of their phrasings.
fn same((a, a_fact): &Content<'_>, (b, b_fact): &Content<'_>) -> bool {
    let sorted = |entry: &Entry| {
        let mut entry = entry.clone();
        entry.ask.sort();
        entry.also_id.sort();
        entry
    };
    a_fact == b_fact && sorted(a) == sorted(b)
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [
            (self.added.len(), "added"),
            (self.changed.len(), "changed"),
            (self.removed.len(), "removed"),
        ]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| format!("{n} {what}"))
        .collect();
        if parts.is_empty() {
            return f.write_str("no entry changed");
        }
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Changes, diff};
    use crate::guide::{
        Entry, EntryId, EntryKind, FactKind, FactValue, Film, FilmId, Guide, Section, Spoiler,
    };
    use crate::library::Library;

    fn library(entries: &[(&str, &str, &[&str])]) -> Library {
        let entries = entries.iter().map(|(id, text, ask)| Entry {
            id: EntryId::opaque(id),
            also_id: Vec::new(),
            title: (*id).to_owned(),
            ask: ask.iter().map(|ask| (*ask).to_owned()).collect(),
            topics: Vec::new(),
            spoiler: Spoiler::None,
            text: crate::markup::parse(text),
            kind: EntryKind::Text,
        });
        let section = Section {
            id: "s".to_owned(),
            title: "S".to_owned(),
            also_id: Vec::new(),
            entries: entries.map(Arc::new).collect(),
        };
        let id = FilmId::parse("film").expect("sound");
        let guide = Guide::new(id, Film::default(), vec![section], Vec::new(), Vec::new());
        Library::build(vec![guide], &[])
    }

    #[test]
    fn the_order_of_entries_and_phrasings_is_no_change() {
        let before = library(&[("s/a", "A", &["x", "y"]), ("s/b", "B", &[])]);
        let after = library(&[("s/b", "B", &[]), ("s/a", "A", &["y", "x"])]);
        let changes = diff(&before, &after);
        assert_eq!(changes, Changes::default());
        assert_eq!(changes.to_string(), "no entry changed");
    }

    #[test]
    fn a_fact_changes_with_its_value() {
        let library = |minutes| {
            let fact = (FactKind::Runtime, FactValue::Minutes(minutes));
            let film = Film {
                facts: [fact].into_iter().collect(),
                ..Film::default()
            };
            let id = FilmId::parse("film").expect("sound");
            let guide = Guide::new(id, film, Vec::new(), Vec::new(), Vec::new());
            Library::build(vec![guide], &[])
        };
        let changes = diff(&library(90), &library(91));
        assert_eq!(changes.changed[0].1.as_str(), "facts/runtime");
        assert_eq!(diff(&library(90), &library(90)), Changes::default());
    }

    #[test]
    fn entries_are_added_changed_and_removed() {
        let before = library(&[("s/a", "A", &[]), ("s/b", "B", &[]), ("s/c", "C", &[])]);
        let after = library(&[
            ("s/a", "A", &["new"]),
            ("s/c", "other", &[]),
            ("s/d", "D", &[]),
        ]);
        let changes = diff(&before, &after);
        assert_eq!(changes.added[0].1.as_str(), "s/d");
        assert_eq!(changes.to_string(), "1 added, 2 changed, 1 removed");
    }
}
