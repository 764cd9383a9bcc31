//! Guides as other programs read them: shapes apart from the core's types, as others rely on them.

use std::sync::Arc;

use serde::Serialize;

use crate::guide::{Guide, Section};
use crate::markup::RichText;
use crate::reply::{self, EntryView, Settings};

/// All films.
#[derive(Debug, Serialize)]
pub(super) struct FilmsJson<'a> {
    films: Vec<ListedFilmJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ListedFilmJson<'a> {
    id: &'a str,
    title: &'a str,
    year: Option<u16>,
    link: String,
}

/// A film with all entries of its guide.
#[derive(Debug, Serialize)]
pub(super) struct FilmJson<'a> {
    #[serde(flatten)]
    listed: ListedFilmJson<'a>,
    reviewed: Option<String>,
    source: Option<&'a str>,
    sections: Vec<SectionJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionJson<'a> {
    id: &'a str,
    title: &'a str,
    link: String,
    entries: Vec<ApiEntryJson>,
}

#[derive(Debug, Serialize)]
struct ApiEntryJson {
    id: String,
    title: String,
    /// `null` while hidden.
    text: Option<String>,
    spoiler: &'static str,
    link: String,
}

/// A problem with a request.
#[derive(Debug, Serialize)]
pub(super) struct ProblemJson {
    /// A sentence that says it.
    pub(super) error: &'static str,
}

impl<'a> FilmsJson<'a> {
    /// Lists the films of some guides.
    pub(super) fn new(guides: &'a [Arc<Guide>], settings: &Settings<'_>) -> Self {
        let films = guides.iter();
        Self {
            films: films
                .map(|guide| ListedFilmJson::new(guide, settings))
                .collect(),
        }
    }
}

impl<'a> ListedFilmJson<'a> {
    fn new(guide: &'a Guide, settings: &Settings<'_>) -> Self {
        Self {
            id: guide.id.as_str(),
            title: &guide.film.title,
            year: guide.film.year,
            link: format!("{}/{}", settings.public_url.unwrap_or_default(), guide.id),
        }
    }
}

impl<'a> FilmJson<'a> {
    /// Puts a guide into the shape.
    pub(super) fn new(guide: &'a Guide, settings: &Settings<'_>) -> Self {
        let sections = guide.sections.iter();
        Self {
            listed: ListedFilmJson::new(guide, settings),
            reviewed: guide.film.reviewed.map(|date| date.to_string()),
            source: guide.film.source.as_deref(),
            sections: sections
                .map(|section| SectionJson::new(guide, section, settings))
                .collect(),
        }
    }
}

impl<'a> SectionJson<'a> {
    fn new(guide: &Guide, section: &'a Section, settings: &Settings<'_>) -> Self {
        let page = reply::section(guide, section, settings);
        Self {
            id: &section.id,
            title: &section.title,
            link: page.section.link,
            entries: page.entries.into_iter().map(ApiEntryJson::new).collect(),
        }
    }
}

impl ApiEntryJson {
    fn new(answered: EntryView) -> Self {
        Self {
            id: answered.entry.to_string(),
            text: answered.body.open().map(RichText::to_markup),
            title: answered.title,
            spoiler: answered.spoiler.as_str(),
            link: answered.link,
        }
    }
}
