//! The pages that people browse: a film's contents and one section, as plain data.

use super::{EntryView, SectionRef, Settings, entry, link};
use crate::guide::{Date, FilmId, Guide, Section};

/// A section as it is shown: every entry at its own spoiler level.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The film's id.
    pub film: FilmId,
    /// The film's title with its year.
    pub film_label: String,
    /// The section.
    pub section: SectionRef,
    /// True if the section is one text, whose heading is the section's own.
    pub one_text: bool,
    /// Its entries in reading order.
    pub entries: Vec<EntryView>,
    /// The time when somebody last read the guide through.
    pub reviewed: Option<Date>,
}

/// A line of a film's contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The section.
    pub section: SectionRef,
    /// Id and title of each of its entries; none where the section is one text.
    pub entries: Vec<(String, String)>,
}

/// Returns one section of a guide.
pub fn section(guide: &Guide, section: &Section, settings: &Settings<'_>) -> Page {
    Page {
        film: guide.id.clone(),
        film_label: guide.film.label(),
        section: section_ref(guide, section, settings),
        one_text: section.is_one_text(),
        entries: section
            .entries
            .iter()
            .map(|one| entry(guide, one, settings))
            .collect(),
        reviewed: guide.film.reviewed,
    }
}

/// Returns a guide's sections with the titles of their entries.
pub fn contents(guide: &Guide, settings: &Settings<'_>) -> Vec<Heading> {
    let titles = |section: &Section| {
        section
            .entries
            .iter()
            .map(|entry| (entry.id.to_string(), entry.title.clone()))
            .collect()
    };
    guide
        .sections
        .iter()
        .map(|section| Heading {
            section: section_ref(guide, section, settings),
            entries: if section.is_one_text() {
                Vec::new()
            } else {
                titles(section)
            },
        })
        .collect()
}

fn section_ref(guide: &Guide, section: &Section, settings: &Settings<'_>) -> SectionRef {
    SectionRef {
        id: section.id.clone(),
        title: section.title.clone(),
        link: link::section(settings.public_url, &guide.id, &section.id),
    }
}
