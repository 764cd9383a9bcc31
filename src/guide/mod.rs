//! Our knowledge as plain data: a film's guide with its sections and entries.
//!
//! An FAQ and a fact are entries too: a [`Guide`] is built with the program's own sections
//! `facts` (first) and `faq` (last), so every door walks one list. Nothing here reads files
//! or judges a guide; `content` does both and builds these types only from sound input.

mod entry;
mod fact_value;
mod facts;
mod film;
mod film_index;
mod id;
mod spoiler;

use std::sync::Arc;

pub use entry::{Entry, EntryKind};
pub use fact_value::{CastMember, FactValue, Facts};
pub use facts::{FACTS, FACTS_SECTION, Fact, FactKind, ValueKind};
pub use film::{Date, Film};
pub use film_index::FilmIndex;
pub use id::{EntryId, FilmId, IdError, is_word_id};
pub use spoiler::Spoiler;

/// The id of the program's own section that holds the questions.
pub const FAQ_SECTION: &str = "faq";

/// Returns whether a section with this id is the program's own, so that no guide may use the id.
pub fn is_program_section(id: &str) -> bool {
    id == FACTS_SECTION || id == FAQ_SECTION
}

/// First parts of addresses that are the program's own on the web, so that no film may have such an id.
const PROGRAM_PAGES: [&str; 6] = ["api", "ask", "chat", "healthz", "metrics", "readyz"];

/// Returns whether a film with this id would have the address of a page of the program's own.
pub fn is_program_page(id: &str) -> bool {
    PROGRAM_PAGES.contains(&id)
}

/// One film's guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// The file name without `.toml`: `red-rocket`.
    pub id: FilmId,
    /// The film the guide is about.
    pub film: Film,
    /// All sections in the order in which they are read: facts, the guide's own, questions.
    pub sections: Vec<Section>,
    /// The questions with which the guide tests itself.
    pub checks: Arc<[Check]>,
}

/// A section and its entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Lower-case words with hyphens, unique within the guide.
    pub id: String,
    /// The heading people read.
    pub title: String,
    /// Former ids, kept so that old links still lead here.
    pub also_id: Vec<String>,
    /// The entries in reading order; a section with one text has a single entry with the section's own id.
    /// Guides that differ in few entries share the others.
    pub entries: Vec<Arc<Entry>>,
}

/// A question of the guide's own and the answer it must get.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The question that somebody might type.
    pub ask: String,
    /// The acceptable answers; empty where the guide must stay silent.
    pub answers: Vec<EntryId>,
    /// The place of the check in its file, as a byte offset.
    pub offset: usize,
}

impl Guide {
    /// Builds a guide from its own sections and FAQs, adding the facts that are filled in.
    pub fn new(
        id: FilmId,
        film: Film,
        own: Vec<Section>,
        faqs: Vec<Entry>,
        checks: Vec<Check>,
    ) -> Self {
        let mut sections = Vec::with_capacity(own.len() + 2);
        let facts: Vec<Entry> = film
            .facts
            .iter()
            .map(|(kind, _)| Entry::of_fact(kind, film.ask.get(&kind).cloned().unwrap_or_default()))
            .collect();
        if !facts.is_empty() {
            sections.push(program_section(FACTS_SECTION, "Facts", facts));
        }
        sections.extend(own);
        if !faqs.is_empty() {
            sections.push(program_section(FAQ_SECTION, "Questions", faqs));
        }
        // Lists that were made of longer ones may have kept all of their room.
        for section in &mut sections {
            section.entries.shrink_to_fit();
        }
        Self {
            id,
            film,
            sections,
            checks: checks.into(),
        }
    }

    /// Returns every entry in reading order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.sections.iter().flat_map(|section| &section.entries);
        entries.map(Arc::as_ref)
    }

    /// Returns the entry with this id, or with this id among its former ones or its section's.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries()
            .find(|entry| entry.id.as_str() == id)
            .or_else(|| self.entries().find(|entry| entry.was_called(id)))
            .or_else(|| self.entry_of_renamed_section(id))
    }

    /// Returns the entry that had this id when its section was called differently.
    fn entry_of_renamed_section(&self, id: &str) -> Option<&Entry> {
        let (old_section, name) = match id.split_once('/') {
            Some((section, name)) => (section, Some(name)),
            None => (id, None),
        };
        let was_called = |section: &&Section| section.also_id.iter().any(|old| old == old_section);
        let section = self.sections.iter().find(was_called)?;
        let now = name.map_or_else(
            || section.id.clone(),
            |name| format!("{}/{name}", section.id),
        );
        let entries = || section.entries.iter().map(Arc::as_ref);
        entries()
            .find(|entry| entry.id.as_str() == now)
            .or_else(|| entries().find(|entry| entry.was_called(&now)))
    }

    /// Returns every id that leads to an entry of `section`: its own first, then its former ones and those that it
    /// had while the section was called differently.
    pub fn ids_of(section: &Section, entry: &Entry) -> Vec<String> {
        let mut ids = vec![entry.id.to_string()];
        ids.extend(entry.also_id.iter().map(EntryId::to_string));
        let renamed = section.also_id.iter().flat_map(|old| {
            let own = std::iter::once(&entry.id).chain(&entry.also_id);
            own.filter(|id| id.section() == section.id)
                .map(move |id| match id.name() {
                    Some(name) => format!("{old}/{name}"),
                    None => old.clone(),
                })
        });
        let renamed: Vec<String> = renamed.collect();
        ids.extend(renamed);
        ids
    }

    /// Returns the section with this id, or with this id among its former ones.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.id == id)
            .or_else(|| {
                self.sections
                    .iter()
                    .find(|section| section.also_id.iter().any(|old| old == id))
            })
    }
}

impl Section {
    /// Returns whether the section is one text of its own rather than a list of entries.
    pub fn is_one_text(&self) -> bool {
        self.entries.len() == 1 && self.entries[0].id.as_str() == self.id
    }
}

fn program_section(id: &str, title: &str, entries: Vec<Entry>) -> Section {
    Section {
        id: id.to_owned(),
        title: title.to_owned(),
        also_id: Vec::new(),
        entries: entries.into_iter().map(Arc::new).collect(),
    }
}
