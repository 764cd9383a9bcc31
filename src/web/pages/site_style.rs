//! How all pages of a site are made: what they hide, where they are published, and what every page begins with.

use super::assets;
use super::links::{LinkStyle, Links};
use crate::guide::{Entry, EntryKind, FilmId, Guide, Spoiler};
use crate::reply::{Body, Settings, SpoilerPolicy, limits, markup};

/// How much of a text stands below a link to its page, in characters: what search pages and chats show.
const DESCRIPTION: usize = 160;

/// How the pages of a site are made.
#[derive(Clone, Debug)]
pub(in crate::web) struct SiteStyle {
    /// In what form they are published.
    pub(in crate::web) form: LinkStyle,
    /// What is folded.
    pub(in crate::web) spoilers: SpoilerPolicy,
    /// Where they are published, without a slash at the end.
    pub(in crate::web) base: Option<String>,
}

/// What every page begins with.
#[derive(Debug)]
pub(in crate::web) struct PageHead {
    /// The links of this page.
    pub(in crate::web) links: Links,
    /// What the window and a search page call it.
    pub(in crate::web) title: String,
    /// What a search page or a chat shows below the title; no spoilers.
    pub(in crate::web) description: String,
    /// The one address of the page, where it is known.
    pub(in crate::web) canonical: Option<String>,
    /// What the page says in the form that search engines read, fit to stand in a `script` element.
    pub(in crate::web) structured: Option<String>,
    /// Whether questions can be asked.
    pub(in crate::web) can_ask: bool,
    /// The film whose pages these are: questions are about it first.
    pub(in crate::web) film: Option<FilmId>,
    /// Whether search engines may list the page.
    pub(in crate::web) is_listed: bool,
    /// Where the style sheet is.
    pub(in crate::web) style: String,
}

impl SiteStyle {
    /// Returns how replies are made for these pages: everything, as a page does its own folding.
    pub(in crate::web) fn reply_settings(&self) -> Settings<'static> {
        Settings {
            spoilers: SpoilerPolicy::All,
            public_url: None,
        }
    }

    /// Returns what the page at `path` begins with.
    pub(in crate::web) fn head(&self, path: &str, title: String, description: String) -> PageHead {
        let links = Links::on(self.form, path);
        let can_ask = self.form == LinkStyle::Served;
        PageHead {
            title,
            description,
            canonical: self.base.as_ref().map(|base| self.address(base, path)),
            structured: None,
            can_ask,
            film: None,
            is_listed: true,
            style: links.asset(&assets::address(assets::STYLE, can_ask)),
            links,
        }
    }

    /// Returns the level at which a text is folded; `None` where it is open.
    pub(in crate::web) fn folded(&self, spoiler: Spoiler) -> Option<Spoiler> {
        match self.spoilers.body(spoiler, String::new()) {
            Body::Open(_) => None,
            Body::Folded(_) | Body::Withheld => Some(spoiler),
        }
    }

    /// Returns the full address of a page; files are found by their folder.
    fn address(&self, base: &str, path: &str) -> String {
        match (self.form, path) {
            (_, "") => format!("{base}/"),
            (LinkStyle::Served, path) => format!("{base}/{path}"),
            (LinkStyle::Files, path) => format!("{base}/{path}/"),
        }
    }
}

/// Returns the beginning of the first text of some entries that gives nothing away.
pub(in crate::web) fn description<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let harmless = |entry: &&Entry| entry.spoiler == Spoiler::None && !entry.text.is_empty();
    let first = entries.into_iter().find(harmless);
    first.map_or_else(String::new, |entry| beginning(&entry.text))
}

/// Returns what a film is about in a line: what its guide tells first.
pub(in crate::web) fn about(guide: &Guide) -> String {
    description(
        guide
            .entries()
            .filter(|entry| entry.kind == EntryKind::Text),
    )
}

/// Returns a text without its markup, in one line.
pub(in crate::web) fn plain(text: &str) -> String {
    markup::plain(text, usize::MAX)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns the first sentences of a text, as many as fit; of one that is too long, its beginning.
fn beginning(text: &str) -> String {
    let text = plain(text);
    let short = limits::cut(&text, DESCRIPTION);
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

    #[test]
    fn a_description_is_made_of_whole_sentences_where_they_fit() {
        assert_eq!(
            beginning("*One* is short. Two too."),
            "One is short. Two too."
        );
        let long = "It goes on and on, ".repeat(12);
        assert_eq!(beginning(&format!("One is short. {long}")), "One is short.");
        let cut = beginning(&long);
        assert!(cut.ends_with('…') && cut.chars().count() <= 160, "{cut}");
    }
}
