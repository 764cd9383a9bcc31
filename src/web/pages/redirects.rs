//! Former ids as anchors. A server never sees what follows the `#`, so the page itself must know them.

use std::collections::{BTreeSet, HashSet};

use crate::guide::{Entry, EntryId, Guide, Section};

/// The former anchors of one page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FormerAnchors {
    /// For each entry of the page, by its place: names that it had there.
    pub(crate) here: Vec<Vec<String>>,
    /// Names of entries that stand on other pages now.
    pub(crate) elsewhere: Vec<MovedEntry>,
}

/// An entry that used to stand on this page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MovedEntry {
    /// Its name here.
    pub(crate) name: String,
    /// Its id today.
    pub(crate) entry: String,
}

/// Returns the section whose page answers for a section id of today or of former times.
pub(crate) fn section_for<'g>(guide: &'g Guide, id: &str) -> Option<&'g Section> {
    let held = |section: &&Section| {
        let former = section.entries.iter().flat_map(|entry| &entry.also_id);
        former.into_iter().any(|old| old.section() == id)
    };
    guide
        .section(id)
        .or_else(|| guide.sections.iter().find(held))
}

/// Returns the former anchors that the page of a section must know, none of them twice or taken.
pub(crate) fn on_page(guide: &Guide, page: &Section) -> FormerAnchors {
    let mut taken: HashSet<String> = page
        .entries
        .iter()
        .filter_map(|entry| entry.id.name().map(str::to_owned))
        .collect();
    let mut former = FormerAnchors {
        here: vec![Vec::new(); page.entries.len()],
        elsewhere: Vec::new(),
    };
    // Those of the page first: their names are theirs.
    let others = guide.sections.iter().filter(|other| other.id != page.id);
    for section in std::iter::once(page).chain(others) {
        for (at, entry) in section.entries.iter().enumerate() {
            for (old, name) in former_ids(section, entry) {
                if !answers(guide, page, &old) || !taken.insert(name.clone()) {
                    continue;
                }
                if section.id == page.id {
                    former.here[at].push(name);
                } else {
                    let entry = entry.id.to_string();
                    former.elsewhere.push(MovedEntry { name, entry });
                }
            }
        }
    }
    former
}

/// Returns ids of sections that are none today, each with the section that answers for it.
pub(crate) fn former_sections(guide: &Guide) -> Vec<(String, &Section)> {
    let renamed = guide
        .sections
        .iter()
        .flat_map(|section| section.also_id.iter().map(String::as_str));
    let held = guide
        .entries()
        .flat_map(|entry| entry.also_id.iter().map(EntryId::section));
    let ids: BTreeSet<&str> = renamed.chain(held).collect();
    let is_free = |id: &&str| !guide.sections.iter().any(|section| section.id == **id);
    ids.into_iter()
        .filter(is_free)
        .filter_map(|id| Some((id.to_owned(), section_for(guide, id)?)))
        .collect()
}

/// Returns the names that entries had on the page of a section that is gone.
pub(crate) fn former_names(guide: &Guide, section: &Section, old: &str) -> BTreeSet<String> {
    let of_renamed = section.also_id.iter().any(|id| id == old);
    let here = section.entries.iter().filter(|_| of_renamed);
    let names = here.flat_map(|entry| {
        entry
            .id
            .name()
            .into_iter()
            .chain(entry.also_id.iter().filter_map(EntryId::name))
    });
    let listed = guide
        .entries()
        .flat_map(|entry| &entry.also_id)
        .filter(|id| id.section() == old);
    names
        .chain(listed.filter_map(EntryId::name))
        .map(str::to_owned)
        .collect()
}

fn answers(guide: &Guide, page: &Section, section: &str) -> bool {
    section_for(guide, section).is_some_and(|found| found.id == page.id)
}

/// Returns all section ids and names that an entry ever had, those of today apart.
fn former_ids<'g>(
    section: &'g Section,
    entry: &'g Entry,
) -> impl Iterator<Item = (String, String)> + 'g {
    let listed = entry
        .also_id
        .iter()
        .filter_map(|id| Some((id.section(), id.name()?)));
    // Whatever the entry is and was called in its section, it was so in the section's former ones.
    let names = entry.id.name().into_iter().chain(
        entry
            .also_id
            .iter()
            .filter(|id| id.section() == section.id)
            .filter_map(|id| id.name()),
    );
    let renamed =
        names.flat_map(|name| section.also_id.iter().map(move |old| (old.as_str(), name)));
    listed
        .chain(renamed)
        .map(|(section, name)| (section.to_owned(), name.to_owned()))
}
