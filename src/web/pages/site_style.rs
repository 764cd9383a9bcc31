//! The style of all pages of a site: what they hide, where they are published, and what every page begins with.

use super::assets;
use super::links::{LinkStyle, Links};
use crate::guide::{EntryKind, Film, FilmId, Guide, Spoiler};
use crate::markup::{RichText, cut, one_line};
use crate::reply::{Body, Settings, SpoilerPolicy};

/// The most of a text that stands below a link to its page, in characters: as much as search pages and chats show.
const DESCRIPTION: usize = 160;

/// The style that the pages of a site are made in.
#[derive(Clone, Debug)]
pub(crate) struct SiteStyle {
    /// In what form they are published.
    pub(crate) links: LinkStyle,
    /// The spoilers that are folded.
    pub(crate) spoilers: SpoilerPolicy,
    /// The address that they are published at, without a slash at the end.
    pub(crate) base: Option<String>,
}

/// The head that every page begins with.
#[derive(Debug)]
pub(crate) struct PageHead {
    /// The links of this page.
    pub(crate) links: Links,
    /// The title that a window and a search page show.
    pub(crate) title: String,
    /// The text that a search page or a chat shows below the title; no spoilers.
    pub(crate) description: String,
    /// The one address of the page, where it is known.
    pub(crate) canonical: Option<String>,
    /// The questions of the page in the form that search engines read, fit to stand in a `script` element.
    pub(crate) structured: Option<String>,
    /// True where questions can be asked.
    pub(crate) can_ask: bool,
    /// The film whose pages these are: questions are about it first.
    pub(crate) film: Option<FilmId>,
    /// True where search engines may list the page.
    pub(crate) is_listed: bool,
    /// The address that links are relative to; `None` for that of the page.
    pub(crate) base: Option<String>,
    /// The way to the style sheet.
    pub(crate) style: String,
}

impl SiteStyle {
    /// Returns how replies are made for these pages: everything, as a page does its own folding.
    pub(crate) fn reply_settings(&self) -> Settings<'static> {
        Settings {
            spoilers: SpoilerPolicy::All,
            public_url: None,
        }
    }

    /// Returns what the page at `path` begins with.
    pub(crate) fn head(&self, path: &str, title: String, description: String) -> PageHead {
        let links = Links::on(self.links, path);
        let can_ask = self.links == LinkStyle::Served;
        PageHead {
            title,
            description,
            canonical: self.base.as_ref().map(|base| self.address(base, path)),
            structured: None,
            can_ask,
            film: None,
            is_listed: true,
            base: None,
            style: links.asset(&assets::address(assets::STYLE, can_ask)),
            links,
        }
    }

    /// Returns the level at which a text is folded; `None` where it is open.
    pub(crate) fn folded(&self, spoiler: Spoiler) -> Option<Spoiler> {
        match self.spoilers.body(spoiler, RichText::default()) {
            Body::Open(_) => None,
            Body::Folded(_) | Body::Withheld => Some(spoiler),
        }
    }

    /// Returns the full address of a page; files are found by their folder.
    fn address(&self, base: &str, path: &str) -> String {
        match (self.links, path) {
            (_, "") => format!("{base}/"),
            (LinkStyle::Served, path) => format!("{base}/{path}"),
            (LinkStyle::Files, path) => format!("{base}/{path}/"),
        }
    }
}

/// Returns the beginning of the first of some texts that gives nothing away.
pub(crate) fn description<'a>(mut texts: impl Iterator<Item = (Spoiler, &'a RichText)>) -> String {
    let first = texts.find(|(spoiler, text)| *spoiler == Spoiler::None && !text.is_empty());
    first.map_or_else(String::new, |(_, text)| beginning(text))
}

/// Returns what a film is about in a line: what its guide tells first.
pub(crate) fn about(guide: &Guide) -> String {
    let entries = guide.entries();
    let own = entries.filter(|entry| entry.kind == EntryKind::Text);
    description(own.map(|entry| (entry.spoiler, &entry.text)))
}

/// Returns a film's year as pages have it: nothing where it is unknown.
pub(crate) fn year(film: &Film) -> String {
    film.year.map(|year| year.to_string()).unwrap_or_default()
}

/// Returns the first sentences of a text, as many as fit; of one that is too long, its beginning.
fn beginning(text: &RichText) -> String {
    let text = one_line(text);
    let short = cut(&text, DESCRIPTION);
    let ends = short.match_indices(". ").map(|(at, _)| at + 1);
    match ends.last() {
        Some(end) if short.len() < text.len() && text.starts_with(&short[..end]) => {
            short[..end].to_owned()
        }
        _ => short,
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;
    use crate::markup::parse;

    #[test]
    fn a_description_is_made_of_whole_sentences_where_they_fit() {
        assert_eq!(
            beginning(&parse("*One* is short. Two too.")),
            "One is short. Two too."
        );
        let long = "It goes on and on, ".repeat(12);
        assert_eq!(
            beginning(&parse(&format!("One is short. {long}"))),
            "One is short."
        );
        let cut = beginning(&parse(&long));
        assert!(cut.ends_with('…') && cut.chars().count() <= 160, "{cut}");
    }
}
