//! An entry as a page shows it: open, or folded where it gives something away.

use super::links::Links;
use super::site_style::SiteStyle;
use crate::guide::Spoiler;
use crate::markup::html;
use crate::reply::{EntryView, texts::web as texts};

/// An entry as a page shows it.
pub(crate) struct PageEntry {
    /// Its anchor; empty where the page itself is its place.
    pub(crate) anchor: String,
    /// Its former anchors on this page.
    pub(crate) former: Vec<String>,
    /// Its heading.
    pub(crate) title: String,
    /// Its text, as HTML.
    pub(crate) html: String,
    /// The words to press to see the text; `None` where it is open.
    pub(crate) fold: Option<&'static str>,
    /// The section that tells more: title and link.
    pub(crate) more: Option<(String, String)>,
}

/// Returns an entry as a page shows it.
pub(crate) fn page_entry(
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
        html: entry.body.open().map_or_else(String::new, |text| {
            html(text, |address| links.resolve(address))
        }),
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
