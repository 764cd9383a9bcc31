//! A section's page: its entries with their anchors, what came before and what comes next.

use askama::Template;

use super::links::Links;
use super::redirects::{self, FormerAnchors};
use super::site_style::{PageHead, SiteStyle, description};
use super::structured;
use crate::guide::{EntryId, FAQ_SECTION, Guide, Section, Spoiler};
use crate::reply::{self, EntryView, texts::web as texts};
use crate::web::markup;

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

/// An entry as a page shows it.
pub(in crate::web) struct PageEntry {
    /// Its anchor; empty where the page itself is its place.
    pub(in crate::web) anchor: String,
    /// Its former anchors on this page.
    pub(in crate::web) former: Vec<String>,
    /// Its heading.
    pub(in crate::web) title: String,
    /// Its text, as HTML.
    pub(in crate::web) html: String,
    /// What to press to see the text; `None` where it is open.
    pub(in crate::web) fold: Option<&'static str>,
    /// Where one can read more: title and link.
    pub(in crate::web) more: Option<(String, String)>,
}

/// What stands at the end of a film's pages.
pub(in crate::web) struct PageFoot {
    /// When the guide was last read through: as a machine and as people read it.
    pub(in crate::web) reviewed: Option<(String, String)>,
    /// Where the facts come from: the address, and the host as its name.
    pub(in crate::web) source: Option<(String, String)>,
}

/// Returns a section's page.
pub(in crate::web) fn page(
    guide: &Guide,
    section: &Section,
    style: &SiteStyle,
) -> askama::Result<String> {
    let path = format!("{}/{}", guide.id, section.id);
    let title = format!("{} – {}", section.title, guide.film.label());
    let mut head = style.head(&path, title, description(&section.entries));
    head.film = Some(guide.id.clone());
    if section.id == FAQ_SECTION {
        head.structured = structured::questions(section);
    }
    let FormerAnchors { here, elsewhere } = redirects::on_page(guide, section);
    let page = reply::section(guide, section, &style.reply_settings());
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

/// Returns an entry as a page shows it.
pub(in crate::web) fn page_entry(
    entry: &EntryView,
    former: Vec<String>,
    links: &Links,
    style: &SiteStyle,
) -> PageEntry {
    let reads_elsewhere = entry.section.id != entry.entry.section();
    PageEntry {
        anchor: entry.entry.name().unwrap_or_default().to_owned(),
        former,
        title: entry.title.clone(),
        html: markup::html(entry.body.open().unwrap_or_default(), links),
        fold: style.folded(entry.spoiler).map(summary),
        more: reads_elsewhere.then(|| {
            (
                entry.section.title.clone(),
                links.resolve(&entry.section.link),
            )
        }),
    }
}

fn summary(spoiler: Spoiler) -> &'static str {
    match spoiler {
        Spoiler::Ending => texts::SHOW_ENDING,
        Spoiler::None | Spoiler::Mild => texts::SHOW_MILD,
    }
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

impl PageFoot {
    /// Returns what stands at the end of a film's pages.
    pub(in crate::web) fn of(guide: &Guide) -> Self {
        let film = &guide.film;
        Self {
            reviewed: film.reviewed.map(|date| {
                let month = MONTHS
                    .get(usize::from(date.month) - 1)
                    .copied()
                    .unwrap_or_default();
                let said = texts::reviewed(&format!("{} {month} {}", date.day, date.year));
                (date.to_string(), said)
            }),
            source: film
                .source
                .as_ref()
                .map(|source| (source.clone(), host(source).to_owned())),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
