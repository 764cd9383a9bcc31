//! A film's page: its facts, the contents of its guide, the questions that are answered.

use askama::Template;

use super::foot::PageFoot;
use super::site_style::{PageHead, SiteStyle, about, year};
use crate::guide::{EntryKind, FACTS_SECTION, FAQ_SECTION, Guide, is_program_section};
use crate::reply::texts::facts;
use crate::reply::texts::web as texts;

#[derive(Template)]
#[template(path = "film.html", config = "src/web/templates/askama.toml")]
struct FilmPage {
    head: PageHead,
    title: String,
    year: String,
    about: String,
    /// Each fact with its link and the lines beside it.
    facts: Vec<(String, String, Vec<String>)>,
    sections: Vec<ListedSection>,
    questions: Vec<(String, String)>,
    foot: PageFoot,
}

struct ListedSection {
    title: String,
    link: String,
    /// Title and link of each entry; none where the section is one text.
    entries: Vec<(String, String)>,
}

/// Returns a film's page.
pub(crate) fn page(guide: &Guide, style: &SiteStyle) -> askama::Result<String> {
    let about = about(guide);
    let path = guide.id.as_str();
    let mut head = style.head(path, guide.film.label(), about.clone());
    head.film = Some(guide.id.clone());
    let own = guide
        .sections
        .iter()
        .filter(|section| !is_program_section(&section.id));
    let sections = own.map(|section| {
        let entries = section.entries.iter().filter(|_| !section.is_one_text());
        ListedSection {
            title: section.title.clone(),
            link: head.links.section(&guide.id, &section.id),
            entries: entries
                .map(|entry| (entry.title.clone(), head.links.entry(&guide.id, &entry.id)))
                .collect(),
        }
    });
    FilmPage {
        title: guide.film.title.clone(),
        year: year(&guide.film),
        about,
        facts: credits(guide, &head),
        sections: sections.collect(),
        questions: questions(guide, &head),
        foot: PageFoot::of(guide),
        head,
    }
    .render()
}

fn credits(guide: &Guide, head: &PageHead) -> Vec<(String, String, Vec<String>)> {
    let entries = guide
        .section(FACTS_SECTION)
        .into_iter()
        .flat_map(|section| &section.entries);
    let facts = entries.filter_map(|entry| match entry.kind {
        EntryKind::Fact(kind) => {
            let link = head.links.entry(&guide.id, &entry.id);
            let lines = facts::credits(kind, guide.film.facts.get(kind)?);
            Some((entry.title.clone(), link, lines))
        }
        _ => None,
    });
    facts.collect()
}

fn questions(guide: &Guide, head: &PageHead) -> Vec<(String, String)> {
    let entries = guide
        .section(FAQ_SECTION)
        .into_iter()
        .flat_map(|section| &section.entries);
    let linked = entries.map(|entry| (entry.title.clone(), head.links.entry(&guide.id, &entry.id)));
    linked.collect()
}
