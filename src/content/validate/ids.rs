//! Ids: lower-case words with hyphens, unique where they stand, none of the program's own.

use std::collections::HashMap;

use crate::content::diagnostic::quoted;
use crate::content::draft::{Block, Draft, DraftEntry, Span, Text};
use crate::content::report::Report;
use crate::guide::{EntryId, is_program_section, is_word_id};

const HOW_IDS_LOOK: &str =
    "an id is lower-case words of a-z and 0-9 with hyphens between: box-office";

/// Judges all ids of a guide, former ones included as far as their form goes.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in draft.blocks() {
        form(entry, report);
    }
    unique(draft.sections.iter().map(|section| &section.own), report);
    for section in &draft.sections {
        unique(&section.entries, report);
    }
    unique(&draft.faqs, report);
}

fn form(entry: &DraftEntry, report: &mut Report) {
    if let Some(id) = entry.id.as_ref().filter(|id| !is_word_id(&id.value)) {
        bad(id, report);
    }
    for old in &entry.also_id {
        let sound = match entry.block {
            Block::Entry => EntryId::parse(&old.value).is_ok(),
            Block::Section | Block::Faq => is_word_id(&old.value),
        };
        if !sound {
            bad(old, report);
        }
    }
    if entry.block == Block::Section {
        for id in entry.id.iter().chain(&entry.also_id) {
            reserved(id, report);
        }
    }
}

fn bad(id: &Text, report: &mut Report) {
    let message = format!("{} is no id", quoted(&id.value));
    report.error("bad-id", &id.span, message, HOW_IDS_LOOK);
}

fn reserved(id: &Text, report: &mut Report) {
    if is_program_section(&id.value) {
        let message = format!(
            "{} is the id of a section that the program makes",
            quoted(&id.value)
        );
        report.error(
            "reserved-id",
            &id.span,
            message,
            "choose another id for this section",
        );
    }
}

fn unique<'a>(entries: impl IntoIterator<Item = &'a DraftEntry>, report: &mut Report) {
    let mut seen: HashMap<&str, &Span> = HashMap::new();
    for id in entries.into_iter().filter_map(|entry| entry.id.as_ref()) {
        if let Some(first) = seen.get(id.value.as_str()) {
            let message = format!("the id {} is used twice", quoted(&id.value));
            report.clash(
                "duplicate-id",
                (&id.span, first),
                message,
                "give one of them another id",
            );
        } else {
            seen.insert(&id.value, &id.span);
        }
    }
}
