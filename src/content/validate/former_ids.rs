//! Former ids: each must lead to one place only, or an old link would not know where to go.

use std::collections::HashMap;

use crate::content::build::full_id;
use crate::content::diagnostic::quoted;
use crate::content::draft::{Draft, DraftEntry, DraftSection, Span, Text};
use crate::content::report::Report;
use crate::guide::{FACTS_SECTION, FAQ_SECTION};

const HELP: &str = "remove it from one of the two: an old link can lead to one place only";

/// Judges all `also_id`s of a guide.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let sections = || draft.sections.iter();
    let mut taken = Taken::default();
    for id in sections().filter_map(|section| section.own.id.as_ref()) {
        taken.current(id.value.clone(), id);
    }
    for old in sections().flat_map(|section| &section.own.also_id) {
        taken.former(old.value.clone(), old, report);
    }

    let mut taken = Taken::default();
    let entries = || entries(draft);
    for (section, entry) in entries() {
        if let Some(id) = &entry.id {
            taken.current(format!("{section}/{}", id.value), id);
        }
    }
    for (section, entry) in entries() {
        for old in &entry.also_id {
            let id = full_id(section, &old.value);
            if id.split('/').next() == Some(FACTS_SECTION) {
                let message = format!("{} is an id that the program makes", quoted(&id));
                report.error("reserved-id", &old.span, message, "remove it");
            }
            taken.former(id, old, report);
        }
    }
    let ids: Vec<&str> = sections()
        .filter_map(|section| Some(section.own.id.as_ref()?.value.as_str()))
        .collect();
    for section in sections() {
        let old = section.own.also_id.iter();
        for old in old.filter(|old| !ids.contains(&old.value.as_str())) {
            through_renamed_section(section, old, &mut taken, report);
        }
    }
}

/// Returns the entries that stand in sections, each with its section's id.
fn entries(draft: &Draft) -> impl Iterator<Item = (&str, &DraftEntry)> {
    let sections = draft.sections.iter().filter_map(|section| {
        let id = section.own.id.as_ref()?;
        Some((id.value.as_str(), section))
    });
    sections
        .flat_map(|(id, section)| section.entries.iter().map(move |entry| (id, entry)))
        .chain(draft.faqs.iter().map(|faq| (FAQ_SECTION, faq)))
}

/// Takes the ids that a section's entries had while the section was called `old`.
fn through_renamed_section(
    section: &DraftSection,
    old: &Text,
    taken: &mut Taken,
    report: &mut Report,
) {
    for entry in &section.entries {
        let Some(id) = &entry.id else {
            continue;
        };
        let name = full_id(&old.value, &id.value);
        // The entry may list its old id in full as well, which says the same.
        if !entry.also_id.iter().any(|old| old.value == name) {
            taken.former(name, old, report);
        }
    }
}

/// The ids that lead somewhere, and where each is written.
#[derive(Default)]
struct Taken(HashMap<String, Span>);

impl Taken {
    fn current(&mut self, id: String, written: &Text) {
        self.0.entry(id).or_insert_with(|| written.span.clone());
    }

    fn former(&mut self, id: String, written: &Text, report: &mut Report) {
        if let Some(first) = self.0.get(&id) {
            let message = format!("the former id {} is taken", quoted(&id));
            report.clash("also-id-clash", (&written.span, first), message, HELP);
        } else {
            self.0.insert(id, written.span.clone());
        }
    }
}
