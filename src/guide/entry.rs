//! An entry: one thing the guide can answer.

use super::{EntryId, FactKind, Spoiler};
use crate::markup::RichText;

/// One thing the guide can answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id, permanent.
    pub id: EntryId,
    /// Former ids, kept so that old links and buttons still work.
    pub also_id: Vec<EntryId>,
    /// The heading, or the FAQ's question. Never a spoiler: menus show it.
    pub title: String,
    /// Ways in which people ask for it.
    pub ask: Vec<String>,
    /// The topics that it names as its own; where there are none, its title tells.
    pub topics: Vec<String>,
    /// The part of the film that the text gives away.
    pub spoiler: Spoiler,
    /// The answer; empty where it is a fact, which is put into words when shown.
    pub text: RichText,
    /// The kind of entry that it is.
    pub kind: EntryKind,
}

/// The kind of entry that it is.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryKind {
    /// Part of a section, or a section that is one text.
    Text,
    /// A question with its answer.
    Faq {
        /// The section where one can read more; without one, the questions' own page.
        section: Option<String>,
        /// The entry whose contents the answer sums up: the two are not rivals.
        sums_up: Option<EntryId>,
    },
    /// A fact of the film, whose value stands in [`Facts`](super::Facts).
    Fact(FactKind),
}

impl Entry {
    /// Returns the entry of a fact, with the ways in which people ask for it beside those of its topic.
    pub(super) fn of_fact(kind: FactKind, ask: Vec<String>) -> Self {
        Self {
            id: kind.entry_id(),
            also_id: Vec::new(),
            title: kind.row().title.to_owned(),
            ask,
            topics: Vec::new(),
            spoiler: Spoiler::None,
            text: RichText::default(),
            kind: EntryKind::Fact(kind),
        }
    }

    /// Returns the id of the section that "Read the section" opens.
    pub fn reading_section(&self) -> &str {
        match &self.kind {
            EntryKind::Faq {
                section: Some(section),
                ..
            } => section,
            _ => self.id.section(),
        }
    }

    /// Returns whether `id` is one of the entry's former ids.
    pub fn was_called(&self, id: &str) -> bool {
        self.also_id.iter().any(|old| old.as_str() == id)
    }

    /// Returns the entry that this one sums up, if it sums one up.
    pub fn sums_up(&self) -> Option<&EntryId> {
        match &self.kind {
            EntryKind::Faq { sums_up, .. } => sums_up.as_ref(),
            _ => None,
        }
    }
}
