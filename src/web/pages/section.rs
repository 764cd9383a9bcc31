//! A section's page: its entries with their anchors, what came before and what comes next.

use askama::Template;

use super::entry::{PageEntry, page_entry};
use super::foot::PageFoot;
use super::links::Links;
use super::redirects::{self, FormerAnchors};
use super::site_style::{PageHead, SiteStyle, description};
use super::structured;
use crate::guide::{EntryId, FAQ_SECTION, Guide, Section};
use crate::reply::{self, texts::web as texts};

#[derive(Template)]
#[template(path = "section.html", config = "src/web/templates/askama.toml")]
struct SectionPage {
    head: PageHead,
    film: String,
    film_link: String,
    title: String,
    one_text: bool,
    entries: Vec<PageEntry>,
    /// Former names of entries of other pages: name, what to say, link.
    moved: Vec<(String, String, String)>,
    /// All sections with their links, and which of them this is.
    sections: Vec<(String, String, bool)>,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    foot: PageFoot,
}

/// Returns a section's page.
pub(crate) fn page(guide: &Guide, section: &Section, style: &SiteStyle) -> askama::Result<String> {
    let path = format!("{}/{}", guide.id, section.id);
    let title = format!("{} – {}", section.title, guide.film.label());
    let page = reply::section(guide, section, &style.reply_settings());
    let texts = page.entries.iter();
    let texts = texts.filter_map(|entry| Some((entry.spoiler, entry.body.open()?)));
    let mut head = style.head(&path, title, description(texts));
    head.film = Some(guide.id.clone());
    if section.id == FAQ_SECTION {
        head.structured = structured::questions(section);
    }
    let FormerAnchors { here, elsewhere } = redirects::on_page(guide, section);
    let entries = page.entries.iter().zip(here);
    let links = head.links;
    let all = guide.sections.iter().map(|one| {
        let link = links.section(&guide.id, &one.id);
        (one.title.clone(), link, one.id == section.id)
    });
    let neighbour = |step: isize| {
        let at = guide.sections.iter().position(|one| one.id == section.id)?;
        let next = guide.sections.get(at.checked_add_signed(step)?)?;
        Some((next.title.clone(), links.section(&guide.id, &next.id)))
    };
    SectionPage {
        film: guide.film.label(),
        film_link: links.film(&guide.id),
        title: section.title.clone(),
        one_text: page.one_text,
        entries: entries
            .map(|(entry, former)| page_entry(entry, former, &links, style))
            .collect(),
        moved: elsewhere
            .into_iter()
            .filter_map(|moved| moved_entry(guide, moved, &links))
            .collect(),
        sections: all.collect(),
        before: neighbour(-1),
        after: neighbour(1),
        foot: PageFoot::of(guide),
        head,
    }
    .render()
}

fn moved_entry(
    guide: &Guide,
    moved: redirects::MovedEntry,
    links: &Links,
) -> Option<(String, String, String)> {
    let entry = guide.entry(&moved.entry)?;
    let link = links.entry(&guide.id, &EntryId::opaque(&moved.entry));
    Some((moved.name, texts::moved_to(&entry.title), link))
}
