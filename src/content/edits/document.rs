//! A guide file that edits are written into: nothing but what they change is changed, neither comments nor order.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use super::values::{comments, list};
use crate::guide::{EntryId, FACTS, FACTS_SECTION, FAQ_SECTION, FactKind};

/// A guide file that can be changed.
#[derive(Clone, Debug, Default)]
pub(super) struct GuideDocument {
    document: DocumentMut,
}

/// The place of an entry in its guide file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryPlace {
    /// The section in this place, which is one text.
    Section(usize),
    /// The section in this place, and in it the entry in this place.
    Entry(usize, usize),
    /// The question in this place.
    Faq(usize),
    /// A fact.
    Fact(FactKind),
}

/// The reason why an edit cannot be written into a guide file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// The entry or the section that it is about is not there.
    Gone,
    /// The release date comes from the film's year, which no edit takes away.
    FromYear,
}

impl GuideDocument {
    /// Opens the text of a guide file; `None` where it is no TOML.
    pub(super) fn open(text: &str) -> Option<Self> {
        let mut document: DocumentMut = text.parse().ok()?;
        let root = document.as_table_mut();
        for key in ["section", "faq", "check"] {
            begin_tables(root, key);
        }
        for section in tables_mut(root, "section") {
            begin_tables(section, "entry");
        }
        begin_table(root, "film");
        Some(Self { document })
    }

    /// Returns the file as it is now.
    pub(super) fn text(&self) -> String {
        self.document.to_string()
    }

    /// Returns all tables.
    pub(super) fn root(&self) -> &Table {
        self.document.as_table()
    }

    /// Returns all tables, to be changed.
    pub(super) fn root_mut(&mut self) -> &mut Table {
        self.document.as_table_mut()
    }

    /// Returns the table `[film]`, which is begun where there is none.
    pub(super) fn film_mut(&mut self) -> Option<&mut Table> {
        let film = self.root_mut().entry("film");
        film.or_insert_with(|| Item::Table(Table::new()))
            .as_table_mut()
    }

    /// Returns the sections in order.
    pub(super) fn sections(&self) -> impl Iterator<Item = &Table> {
        tables(self.root(), "section")
    }

    /// Returns the section in a place.
    pub(super) fn section_mut(&mut self, at: usize) -> Option<&mut Table> {
        tables_mut(self.root_mut(), "section").nth(at)
    }

    /// Returns the place of the section that has this id, or had it.
    pub(super) fn find_section(&self, id: &str) -> Option<usize> {
        let has = |section: &Table| str_of(section, "id") == Some(id);
        let had = |section: &Table| list(section, "also_id").iter().any(|old| old == id);
        let now = self.sections().position(has);
        now.or_else(|| self.sections().position(had))
    }

    /// Returns the place of the entry that has this id, or had it.
    pub(super) fn find(&self, id: &EntryId) -> Option<EntryPlace> {
        match (id.section(), id.name()) {
            (FACTS_SECTION, Some(_)) => {
                let fact = FACTS.iter().find(|fact| fact.kind.entry_id() == *id)?;
                self.has_fact(fact.kind)
                    .then_some(EntryPlace::Fact(fact.kind))
            }
            (FAQ_SECTION, Some(name)) => {
                let faqs = || tables(self.root(), "faq");
                let at = find_named(faqs, name, id);
                at.map(EntryPlace::Faq)
            }
            (section, None) => {
                let at = self.find_section(section)?;
                let has_text = self.sections().nth(at)?.contains_key("text");
                has_text.then_some(EntryPlace::Section(at))
            }
            (section, Some(name)) => {
                let of_section = self.find_section(section).and_then(|at| {
                    let section = self.sections().nth(at)?;
                    let entry = find_named(|| tables(section, "entry"), name, id)?;
                    Some(EntryPlace::Entry(at, entry))
                });
                of_section.or_else(|| self.find_moved(id))
            }
        }
    }

    /// Returns the place of an entry that stood in another section once.
    fn find_moved(&self, id: &EntryId) -> Option<EntryPlace> {
        let had = |entry: &Table| list(entry, "also_id").iter().any(|old| old == id.as_str());
        let mut sections = self.sections().enumerate();
        sections.find_map(|(at, section)| {
            let entry = tables(section, "entry").position(had)?;
            Some(EntryPlace::Entry(at, entry))
        })
    }

    /// Returns whether a fact is filled in, be it by the film's year alone.
    pub(super) fn has_fact(&self, fact: FactKind) -> bool {
        self.film_has(fact.row().key) || (fact == FactKind::ReleaseDate && self.has_year())
    }

    /// Returns whether the film's year is known.
    pub(super) fn has_year(&self) -> bool {
        self.film_has("year")
    }

    fn film_has(&self, key: &str) -> bool {
        let film = self.root().get("film").and_then(Item::as_table);
        film.is_some_and(|film| film.contains_key(key))
    }

    /// Returns the table of an entry; a fact has none.
    pub(super) fn table_mut(&mut self, place: EntryPlace) -> Option<&mut Table> {
        match place {
            EntryPlace::Section(at) => self.section_mut(at),
            EntryPlace::Entry(section, at) => {
                tables_mut(self.section_mut(section)?, "entry").nth(at)
            }
            EntryPlace::Faq(at) => tables_mut(self.root_mut(), "faq").nth(at),
            EntryPlace::Fact(_) => None,
        }
    }

    /// Removes the table in a place of a list; comments above it stay above the next table.
    pub(super) fn remove_table(&mut self, section: Option<usize>, key: &str, at: usize) {
        let parent = match section {
            Some(section) => self.section_mut(section),
            None => Some(self.root_mut()),
        };
        let list = parent
            .and_then(|parent| parent.get_mut(key))
            .and_then(Item::as_array_of_tables_mut);
        let Some(list) = list.filter(|list| at < list.len()) else {
            return;
        };
        let removed = list.remove(at);
        if list.is_empty() && section.is_none() {
            self.root_mut().remove(key);
        }
        let prefix = removed.decor().prefix().and_then(|prefix| prefix.as_str());
        let comments = comments(prefix.unwrap_or_default());
        if !comments.is_empty() {
            self.put_above_next(removed.position(), &comments);
        }
    }

    /// Takes away the comments at the end.
    pub(super) fn forget_end(&mut self) {
        self.document.set_trailing("");
    }

    /// Puts comments above the table that follows a position in the file, or at its end.
    fn put_above_next(&mut self, position: Option<isize>, comments: &str) {
        let mut next: Option<isize> = None;
        each_table(self.root_mut(), &mut |table| {
            let at = table
                .position()
                .filter(|at| position.is_some_and(|position| *at > position));
            next = [next, at].into_iter().flatten().min();
        });
        if next.is_none() {
            let end = self.document.trailing().as_str().unwrap_or_default();
            let both = format!("{comments}{end}");
            self.document.set_trailing(both);
            return;
        }
        each_table(self.root_mut(), &mut |table| {
            if table.position() == next {
                let own = table.decor().prefix().and_then(|prefix| prefix.as_str());
                let both = format!("{comments}{}", own.unwrap_or_default());
                table.decor_mut().set_prefix(both);
            }
        });
    }
}

/// Returns the place of the table whose `id` is a name, or that had that name or that id.
fn find_named<'a, T: Iterator<Item = &'a Table>>(
    tables: impl Fn() -> T,
    name: &str,
    id: &EntryId,
) -> Option<usize> {
    let had = |table: &Table| {
        let old = list(table, "also_id");
        old.iter().any(|old| old == name || old == id.as_str())
    };
    let now = tables().position(|table| str_of(table, "id") == Some(name));
    now.or_else(|| tables().position(had))
}

/// Calls `visit` with every table that has a header of its own.
fn each_table(table: &mut Table, visit: &mut impl FnMut(&mut Table)) {
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => {
                visit(inner);
                each_table(inner, visit);
            }
            Item::ArrayOfTables(list) => {
                for inner in list.iter_mut() {
                    visit(inner);
                    each_table(inner, visit);
                }
            }
            Item::Value(_) | Item::None => {}
        }
    }
}

/// Returns the tables under a key, in order.
pub(super) fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> + use<'a> {
    let list = table.get(key).and_then(Item::as_array_of_tables);
    list.into_iter().flatten()
}

/// Returns the tables under a key, to be changed.
pub(super) fn tables_mut<'a>(
    table: &'a mut Table,
    key: &str,
) -> impl Iterator<Item = &'a mut Table> + use<'a> {
    let list = table.get_mut(key).and_then(Item::as_array_of_tables_mut);
    list.into_iter().flat_map(ArrayOfTables::iter_mut)
}

/// Adds a table to those under a key, after all others.
pub(super) fn push_table(table: &mut Table, key: &str, new: Table) {
    let list = table
        .entry(key)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if let Some(list) = list.as_array_of_tables_mut() {
        list.push(new);
    }
}

/// Returns the tables of a list, whichever way they are written.
pub(super) fn list_of<'a>(table: &'a Table, key: &str) -> Vec<&'a dyn TableLike> {
    match table.get(key) {
        Some(Item::ArrayOfTables(tables)) => {
            tables.iter().map(|table| table as &dyn TableLike).collect()
        }
        Some(Item::Value(Value::Array(items))) => {
            let tables = items.iter().filter_map(Value::as_inline_table);
            tables.map(|table| table as &dyn TableLike).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns a text as it is written.
pub(super) fn str_of<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key)?.as_str()
}

/// Gives a list of inline tables the form in which guides usually have it.
fn begin_tables(table: &mut Table, key: &str) {
    let is_list = table.get(key).is_some_and(Item::is_array);
    if is_list && let Some(item) = table.remove(key) {
        let item = item.into_array_of_tables();
        table.insert(key, item.map_or_else(|item| item, Item::ArrayOfTables));
    }
}

/// Does the same for one table.
fn begin_table(table: &mut Table, key: &str) {
    let is_inline = table.get(key).is_some_and(Item::is_inline_table);
    if is_inline && let Some(item) = table.remove(key) {
        let item = item.into_table();
        table.insert(key, item.map_or_else(|item| item, Item::Table));
    }
}
