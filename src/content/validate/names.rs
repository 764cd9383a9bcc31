//! The ids that exist in a guide, so that references can be looked up before there is a library.

use std::collections::BTreeSet;

use crate::content::build::{self, full_id};
use crate::content::draft::{Draft, DraftSection};
use crate::guide::{FACTS_SECTION, FAQ_SECTION};

/// The ids of a guide, as far as they can be made out.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Ids of what can answer, facts included.
    pub(super) entries: BTreeSet<String>,
    /// Ids of sections, the program's own included.
    pub(super) sections: BTreeSet<String>,
    former_entries: BTreeSet<String>,
    former_sections: BTreeSet<String>,
    /// True if there may be more than could be made out.
    incomplete: bool,
    /// The same for facts.
    facts_incomplete: bool,
}

impl Names {
    /// Collects the ids of a draft.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut names = Self {
            // Whose id is missing may be the one that is looked for; that it is missing is said elsewhere.
            incomplete: draft.may_lack_entries || draft.blocks().any(|entry| entry.id.is_none()),
            facts_incomplete: draft.film.may_lack_facts,
            ..Self::default()
        };
        for section in &draft.sections {
            names.add_section(section);
        }
        for faq in &draft.faqs {
            if let Some(id) = &faq.id {
                names.entries.insert(full_id(FAQ_SECTION, &id.value));
                names.sections.insert(FAQ_SECTION.to_owned());
            }
            let old = faq.also_id.iter();
            names
                .former_entries
                .extend(old.map(|old| full_id(FAQ_SECTION, &old.value)));
        }
        names.add_facts(draft);
        names
    }

    /// Returns whether there is, was, or may be an entry of this id.
    pub(super) fn has_entry(&self, id: &str) -> bool {
        let may_be_a_fact = self.facts_incomplete && id.split('/').next() == Some(FACTS_SECTION);
        self.incomplete
            || may_be_a_fact
            || self.entries.contains(id)
            || self.former_entries.contains(id)
    }

    /// Returns whether there is, was, or may be a section of this id.
    pub(super) fn has_section(&self, id: &str) -> bool {
        self.incomplete || self.sections.contains(id) || self.former_sections.contains(id)
    }

    /// Returns the first entry of a section.
    pub(super) fn first_entry_of(&self, section: &str) -> Option<&str> {
        let prefix = format!("{section}/");
        let mut entries = self.entries.iter();
        entries
            .find(|id| id.starts_with(&prefix))
            .map(String::as_str)
    }

    fn add_section(&mut self, section: &DraftSection) {
        let Some(id) = &section.own.id else {
            return;
        };
        self.sections.insert(id.value.clone());
        let old_ids = section.own.also_id.iter().map(|old| old.value.as_str());
        self.former_sections
            .extend(old_ids.clone().map(str::to_owned));
        if section.is_one_text() {
            self.entries.insert(id.value.clone());
            self.former_entries.extend(old_ids.map(str::to_owned));
            return;
        }
        for entry in &section.entries {
            let name = entry.id.iter();
            self.entries
                .extend(name.clone().map(|name| full_id(&id.value, &name.value)));
            for name in name.chain(&entry.also_id) {
                let sections = old_ids.clone().chain([id.value.as_str()]);
                self.former_entries
                    .extend(sections.map(|section| full_id(section, &name.value)));
            }
        }
    }

    fn add_facts(&mut self, draft: &Draft) {
        for (kind, _) in build::film(&draft.film).facts.iter() {
            self.entries.insert(kind.entry_id().to_string());
            self.sections.insert(FACTS_SECTION.to_owned());
        }
    }
}
