//! Former ids as anchors. A server never sees what follows the `#`, so the page itself must know them.

use std::collections::HashSet;

use crate::guide::{Entry, Guide, Section};

/// The former anchors of one page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::web) struct FormerAnchors {
    /// For each entry of the page, by its place: names that it had there.
    pub(in crate::web) here: Vec<Vec<String>>,
    /// Names of entries that stand on other pages now.
    pub(in crate::web) elsewhere: Vec<MovedEntry>,
}

/// An entry that used to stand on this page.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::web) struct MovedEntry {
    /// Its name here.
    pub(in crate::web) name: String,
    /// Its id today.
    pub(in crate::web) entry: String,
}

/// Returns the section whose page answers for a section id of today or of former times.
pub(in crate::web) fn section_for<'g>(guide: &'g Guide, id: &str) -> Option<&'g Section> {
    let held = |section: &&Section| {
        let former = section.entries.iter().flat_map(|entry| &entry.also_id);
        former.into_iter().any(|old| old.section() == id)
    };
    guide
        .section(id)
        .or_else(|| guide.sections.iter().find(held))
}

/// Returns the former anchors that the page of a section must know, none of them twice or taken.
pub(in crate::web) fn on_page(guide: &Guide, page: &Section) -> FormerAnchors {
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
    for (at, entry) in page.entries.iter().enumerate() {
        for (_, name) in
            former_ids(page, entry).filter(|(section, _)| answers(guide, page, section))
        {
            if taken.insert(name.clone()) {
                former.here[at].push(name);
            }
        }
    }
    for section in guide
        .sections
        .iter()
        .filter(|section| section.id != page.id)
    {
        for entry in &section.entries {
            for (_, name) in
                former_ids(section, entry).filter(|(section, _)| answers(guide, page, section))
            {
                if taken.insert(name.clone()) {
                    let entry = entry.id.to_string();
                    former.elsewhere.push(MovedEntry { name, entry });
                }
            }
        }
    }
    former
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
