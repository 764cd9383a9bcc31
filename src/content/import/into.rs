//! Adds what is new to a guide that is there: nothing in it is changed, neither its comments nor its order.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::imported_guide::{ImportedGuide, ImportedQuestion, ImportedSection, ImportedText};
use super::toml_writer;
use crate::content::validate::fold_phrasing;
use crate::guide::FAQ_SECTION;

/// A guide file that can be added to.
pub(super) struct OpenGuide {
    document: DocumentMut,
}

/// The key that a block of the guide goes by.
struct BlockNames {
    ids: Vec<String>,
    title: String,
}

impl OpenGuide {
    /// Opens the text of a guide file; where it is no TOML, returns the line and what is wrong.
    pub(super) fn open(text: &str) -> Result<Self, (usize, String)> {
        let document = text.parse::<DocumentMut>().map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            (line, error.message().to_owned())
        })?;
        Ok(Self { document })
    }

    /// Returns the film's title.
    pub(super) fn film_title(&self) -> Option<&str> {
        self.document.get("film")?.get("title")?.as_str()
    }

    /// Leaves only what is new in `guide`, adds it, and returns what was left out although it may be new.
    pub(super) fn add(&mut self, guide: &mut ImportedGuide) -> Vec<String> {
        let mut notes = Vec::new();
        // Where links lead now, and which sections questions belong to.
        let (mut renamed, mut moved) = (BTreeMap::new(), BTreeMap::new());
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        for section in std::mem::take(&mut guide.sections) {
            match self.section_like(&section) {
                None => whole.push(section),
                Some((at, table)) => {
                    let id = section.id.clone();
                    let left = only_new(section, table, &mut renamed, &mut notes);
                    renamed.insert(id.clone(), first_entry(table));
                    moved.insert(id, str_of(table, "id").unwrap_or_default().to_owned());
                    parts.extend(left.map(|section| (at, section)));
                }
            }
        }
        let mut questions = self.new_questions(std::mem::take(&mut guide.questions), &mut renamed);
        for question in &mut questions {
            let section = question.section.as_mut();
            if let Some((section, new)) =
                section.and_then(|id| moved.get(id).cloned().map(|new| (id, new)))
            {
                *section = new;
            }
        }
        let texts = whole
            .iter_mut()
            .chain(parts.iter_mut().map(|(_, section)| section))
            .flat_map(texts);
        let asked = self.phrasings();
        for text in texts.chain(questions.iter_mut().map(|question| &mut question.answer)) {
            text.ask.retain(|ask| !asked.contains(&fold_phrasing(ask)));
            for (old, new) in &renamed {
                text.markup = text
                    .markup
                    .replace(&format!("](entry:{old})"), &format!("](entry:{new})"));
            }
        }
        self.insert(&whole, &parts, &questions, &mut notes);
        guide.sections = whole;
        guide
            .sections
            .extend(parts.into_iter().map(|(_, section)| section));
        guide.questions = questions;
        notes
    }

    /// Returns the file as it is now.
    pub(super) fn text(&self) -> String {
        self.document.to_string()
    }

    fn section_like(&self, section: &ImportedSection) -> Option<(usize, &Table)> {
        let mut tables = tables(self.document.get("section")).enumerate();
        tables.find(|(_, table)| BlockNames::of(table, "title").is(&section.id, &section.title))
    }

    fn new_questions(
        &self,
        questions: Vec<ImportedQuestion>,
        renamed: &mut BTreeMap<String, String>,
    ) -> Vec<ImportedQuestion> {
        let there: Vec<BlockNames> = tables(self.document.get("faq"))
            .map(|table| BlockNames::of(table, "question"))
            .collect();
        let mut new = Vec::new();
        for question in questions {
            let same = there
                .iter()
                .find(|names| names.is(&question.id, &question.question));
            if let Some(id) = same.and_then(|names| names.ids.first()) {
                renamed.insert(
                    format!("{FAQ_SECTION}/{}", question.id),
                    format!("{FAQ_SECTION}/{id}"),
                );
                continue;
            }
            new.push(question);
        }
        new
    }

    /// Returns all phrasings of the guide, folded.
    fn phrasings(&self) -> BTreeSet<String> {
        let sections = tables(self.document.get("section"));
        let blocks = sections
            .flat_map(|section| std::iter::once(section).chain(tables(section.get("entry"))))
            .chain(tables(self.document.get("faq")));
        let asks = blocks.flat_map(|block| strings(block.get("ask")));
        asks.map(|ask| fold_phrasing(&ask)).collect()
    }

    fn insert(
        &mut self,
        whole: &[ImportedSection],
        parts: &[(usize, ImportedSection)],
        questions: &[ImportedQuestion],
        notes: &mut Vec<String>,
    ) {
        for (at, section) in parts {
            let written = toml_writer::parts_of(std::slice::from_ref(section), &[]);
            let entries = parsed(&written, "section").into_iter().next();
            let entries = entries.and_then(|mut section| section.remove("entry"));
            let sections = self
                .document
                .get_mut("section")
                .and_then(Item::as_array_of_tables_mut);
            let there = sections.and_then(|sections| sections.get_mut(*at));
            let is_added = there.is_some_and(|there| add_all(there, "entry", entries_of(entries)));
            if !is_added {
                notes.push(format!(
                    "the section \"{}\" cannot be added to: it is no [[section]]",
                    section.title
                ));
            }
        }
        let written = toml_writer::parts_of(whole, questions);
        for key in ["section", "faq"] {
            if !add_all(self.document.as_table_mut(), key, parsed(&written, key)) {
                notes.push(format!(
                    "[[{key}]] cannot be added: the guide writes `{key}` in another form"
                ));
            }
        }
    }
}

impl BlockNames {
    fn of(table: &Table, title: &str) -> Self {
        let id = str_of(table, "id").map(str::to_owned);
        Self {
            ids: id
                .into_iter()
                .chain(strings(table.get("also_id")))
                .collect(),
            title: fold_phrasing(str_of(table, title).unwrap_or_default()),
        }
    }

    fn is(&self, id: &str, title: &str) -> bool {
        self.ids.iter().any(|own| own == id) || self.title == fold_phrasing(title)
    }
}

/// Leaves out the entries that the section has, and returns `None` where it has all of them.
fn only_new(
    mut section: ImportedSection,
    there: &Table,
    renamed: &mut BTreeMap<String, String>,
    notes: &mut Vec<String>,
) -> Option<ImportedSection> {
    let id = str_of(there, "id").unwrap_or_default();
    if there.contains_key("text") {
        for entry in &section.entries {
            renamed.insert(format!("{}/{}", section.id, entry.id), id.to_owned());
        }
        if section.text.is_none() {
            let n_entries = section.entries.len();
            notes.push(format!(
                "the section \"{}\" is one text in the guide: {n_entries} entries of it were left out",
                section.title
            ));
        }
        return None;
    }
    if section.text.take().is_some() {
        notes.push(format!(
            "the section \"{}\" has entries in the guide: the text of it was left out",
            section.title
        ));
    }
    let entries: Vec<BlockNames> = tables(there.get("entry"))
        .map(|entry| BlockNames::of(entry, "title"))
        .collect();
    section.entries.retain(|entry| {
        let old = format!("{}/{}", section.id, entry.id);
        let same = entries
            .iter()
            .find(|names| names.is(&entry.id, &entry.title));
        let name = same
            .and_then(|names| names.ids.first())
            .unwrap_or(&entry.id);
        renamed.insert(old, format!("{id}/{name}"));
        same.is_none()
    });
    (!section.entries.is_empty()).then_some(section)
}

/// Returns the id of what a section of the guide answers with first.
fn first_entry(section: &Table) -> String {
    let id = str_of(section, "id").unwrap_or_default();
    match tables(section.get("entry")).find_map(|entry| str_of(entry, "id")) {
        Some(entry) => format!("{id}/{entry}"),
        None => id.to_owned(),
    }
}

fn texts(section: &mut ImportedSection) -> impl Iterator<Item = &mut ImportedText> {
    let entries = section.entries.iter_mut().map(|entry| &mut entry.text);
    section.text.iter_mut().chain(entries)
}

/// Appends tables to those of a key; where the key holds something else, does nothing and returns false.
fn add_all(table: &mut Table, key: &str, new: Vec<Table>) -> bool {
    if new.is_empty() {
        return true;
    }
    let there = table
        .entry(key)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(there) = there.as_array_of_tables_mut() else {
        return false;
    };
    for mut one in new {
        without_positions(&mut one);
        there.push(one);
    }
    true
}

/// Forgets where tables stood in their own file: in the other one they follow those before them.
fn without_positions(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        if let Some(tables) = item.as_array_of_tables_mut() {
            tables.iter_mut().for_each(without_positions);
        }
    }
}

fn parsed(written: &str, key: &str) -> Vec<Table> {
    let document: DocumentMut = written.parse().unwrap_or_default();
    entries_of(document.as_table().get(key).cloned())
}

fn entries_of(item: Option<Item>) -> Vec<Table> {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn tables(item: Option<&Item>) -> impl Iterator<Item = &Table> {
    item.and_then(Item::as_array_of_tables)
        .into_iter()
        .flatten()
}

fn strings(item: Option<&Item>) -> Vec<String> {
    let Some(item) = item else {
        return Vec::new();
    };
    let list = item
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str());
    list.chain(item.as_str()).map(str::to_owned).collect()
}

fn str_of<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key)?.as_str()
}
