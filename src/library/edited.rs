//! A library with edits: some guides are others, everything else is shared with the library that it was made from.
//!
//! Thousands of servers answer from one library, and some hundred of them have edits of their own. What such an edited
//! library costs is the entries that differ: the index of the others, and the entries themselves, are those of the
//! library below.

use std::fmt::Write;
use std::sync::Arc;

use super::{Fingerprint, Library};
use crate::guide::{Check, Entry, EntryId, FilmIndex, Guide, Section};
use crate::search::EditedGuide;

/// The bytes that a piece of memory costs beside what is in it, about.
const ALLOCATED: usize = 16;

impl Library {
    /// Returns a library in which `edited` guides take the place of those of the same films; those of new films come
    /// after all others.
    pub fn with_guides(&self, edited: Vec<Guide>) -> Self {
        let mut guides = self.guides.clone();
        let mut places: Vec<usize> = Vec::with_capacity(edited.len());
        for guide in edited {
            let there = self.guides.iter().position(|other| other.id == guide.id);
            let guide = Arc::new(match there.and_then(|at| self.guides.get(at)) {
                Some(before) => sharing(guide, before),
                None => guide,
            });
            match there {
                Some(at) => guides[at] = guide,
                None => guides.push(guide),
            }
            places.push(there.unwrap_or(guides.len() - 1));
        }
        places.sort_unstable();
        places.dedup();
        if !self.can_be_laid_over(&guides, &places) {
            return match self.is_only_read() {
                true => Self::without_index(guides),
                false => Self::build(guides, &self.extra),
            };
        }
        let edited: Vec<EditedGuide<'_>> = places
            .iter()
            .map(|&at| EditedGuide {
                film: FilmIndex::new(at),
                before: self.guides.get(at).map(Arc::as_ref),
                after: guides[at].as_ref(),
            })
            .collect();
        Self {
            index: self.index.with_edited(&edited, &self.extra),
            revision: self.revision_with(&edited),
            guides,
            extra: self.extra.clone(),
        }
    }

    /// Returns about how many bytes the library takes beside what it shares with the one that it was made from.
    pub fn n_own_bytes(&self, base: &Self) -> usize {
        let guides = self.guides.iter().enumerate();
        let own = guides.map(|(at, guide)| match base.guides.get(at) {
            Some(shared) if Arc::ptr_eq(shared, guide) => 0,
            shared => guide_bytes(guide, shared.map(Arc::as_ref)),
        });
        own.sum::<usize>() + size_of_val(&self.guides[..]) + self.index.n_own_bytes()
    }

    /// Returns whether the index can be kept but for edited entries: it has no edits yet, and no film has other names
    /// than in it.
    fn can_be_laid_over(&self, guides: &[Arc<Guide>], edited: &[usize]) -> bool {
        let names = |guide: &Guide| (guide.film.title.clone(), guide.film.also.clone());
        let is_same = |at: &usize| match (self.guides.get(*at), guides.get(*at)) {
            (Some(before), Some(after)) => names(before) == names(after),
            _ => true,
        };
        let is_plain = !self.guides.is_empty() && !self.index.is_edited();
        is_plain && !self.is_only_read() && edited.iter().all(is_same)
    }

    /// Returns whether nothing can be asked of the library.
    fn is_only_read(&self) -> bool {
        !self.guides.is_empty() && self.index.n_films() == 0
    }

    /// Returns the number of the content with edited guides.
    fn revision_with(&self, edited: &[EditedGuide<'_>]) -> u64 {
        let mut content = Fingerprint::default();
        content.add(&self.revision.to_le_bytes());
        for guide in edited {
            // Writing to a fingerprint cannot fail.
            let _ = write!(content, "{:?}", guide.after);
        }
        content.value()
    }
}

/// Returns the guide with all that is the same as before in common with the guide before.
fn sharing(mut guide: Guide, before: &Guide) -> Guide {
    if guide.checks == before.checks {
        guide.checks = Arc::clone(&before.checks);
    }
    let old: Vec<&Arc<Entry>> = entries(before).collect();
    for section in &mut guide.sections {
        for entry in &mut section.entries {
            if let Some(same) = old.iter().find(|old| **old == entry) {
                *entry = Arc::clone(same);
            }
        }
    }
    guide
}

fn entries(guide: &Guide) -> impl Iterator<Item = &Arc<Entry>> {
    guide.sections.iter().flat_map(|section| &section.entries)
}

/// Returns about how many bytes a guide takes, apart from what it shares with another.
fn guide_bytes(guide: &Guide, shared: Option<&Guide>) -> usize {
    let entries_before = shared.into_iter().flat_map(entries).map(Arc::as_ptr);
    let entries_before: Vec<*const Entry> = entries_before.collect();
    let own = entries(guide).filter(|entry| !entries_before.contains(&Arc::as_ptr(entry)));
    let sections = guide.sections.iter().map(|section| {
        size_of::<Section>()
            + ALLOCATED
            + section.id.len()
            + section.title.len()
            + size_of_val(&section.entries[..])
    });
    let checks = guide.checks.iter().map(|check| {
        let answers = check
            .answers
            .iter()
            .map(|id| id.as_str().len() + size_of::<EntryId>());
        size_of::<Check>() + ALLOCATED + check.ask.len() + answers.sum::<usize>()
    });
    let has_checks = shared.is_none_or(|shared| !Arc::ptr_eq(&shared.checks, &guide.checks));
    // The facts are names, mostly: their debug form is about as long as they take.
    let film = format!("{:?}", guide.film).len();
    let own = own.map(|entry| entry_bytes(entry));
    size_of::<Guide>()
        + film
        + sections.sum::<usize>()
        + own.sum::<usize>()
        + checks.filter(|_| has_checks).sum::<usize>()
}

fn entry_bytes(entry: &Entry) -> usize {
    let texts = entry.ask.iter().chain(&entry.topics);
    let texts = texts.map(|text| size_of::<String>() + ALLOCATED + text.len());
    size_of::<Entry>()
        + 4 * ALLOCATED
        + entry.title.len()
        + texts.sum::<usize>()
        + entry.text.n_bytes()
}
