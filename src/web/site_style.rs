//! How all pages of a site are made: what they hide, where they are published, and what every page begins with.

use super::assets;
use super::links::{Form, Links};
use crate::guide::{Entry, EntryKind, FilmId, Guide, Spoiler};
use crate::reply::{Body, Settings, SpoilerPolicy, entry_text, limits, markup};

/// How much of a text stands below a link to its page, in characters: what search pages and chats show.
const DESCRIPTION: usize = 160;

/// How the pages of a site are made.
#[derive(Clone, Debug)]
pub(super) struct SiteStyle {
    /// In what form they are published.
    pub(super) form: Form,
    /// What is folded.
    pub(super) spoilers: SpoilerPolicy,
    /// Where they are published, without a slash at the end.
    pub(super) base: Option<String>,
}

/// What every page begins with.
#[derive(Debug)]
pub(super) struct PageHead {
    /// The links of this page.
    pub(super) links: Links,
    /// What the window and a search page call it.
    pub(super) title: String,
    /// What a search page or a chat shows below the title; no spoilers.
    pub(super) description: String,
    /// The one address of the page, where it is known.
    pub(super) canonical: Option<String>,
    /// What the page says in the form that search engines read, fit to stand in a `script` element.
    pub(super) structured: Option<String>,
    /// Whether questions can be asked.
    pub(super) can_ask: bool,
    /// The film whose pages these are: questions are about it first.
    pub(super) film: Option<FilmId>,
    /// Whether search engines may list the page.
    pub(super) is_listed: bool,
    /// Where the style sheet is.
    pub(super) style: String,
}

impl SiteStyle {
    /// Returns how replies are made for these pages: everything, as a page does its own folding.
    pub(super) fn reply_settings(&self) -> Settings<'static> {
        Settings {
            spoilers: SpoilerPolicy::All,
            public_url: None,
        }
    }

    /// Returns what the page at `path` begins with.
    pub(super) fn frame(&self, path: &str, title: String, description: String) -> PageHead {
        let links = Links::on(self.form, path);
        let can_ask = self.form == Form::Served;
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
    pub(super) fn folded(&self, spoiler: Spoiler) -> Option<Spoiler> {
        match self.spoilers.body(spoiler, String::new()) {
            Body::Open(_) => None,
            Body::Folded(_) | Body::Withheld => Some(spoiler),
        }
    }

    /// Returns the full address of a page; files are found by their folder.
    fn address(&self, base: &str, path: &str) -> String {
        match (self.form, path) {
            (_, "") => format!("{base}/"),
            (Form::Served, path) => format!("{base}/{path}"),
            (Form::Files, path) => format!("{base}/{path}/"),
        }
    }
}

/// Returns the beginning of the first text of some entries that gives nothing away.
pub(super) fn description<'a>(
    guide: &Guide,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> String {
    let harmless = entries
        .into_iter()
        .filter(|entry| entry.spoiler == Spoiler::None);
    let mut texts = harmless.map(|entry| entry_text(guide, entry));
    let first = texts.find(|text| !text.is_empty());
    first.map_or_else(String::new, |text| beginning(&text))
}

/// Returns what a film is about in a line: what its guide tells first.
pub(super) fn about(guide: &Guide) -> String {
    description(
        guide,
        guide
            .entries()
            .filter(|entry| entry.kind == EntryKind::Text),
    )
}

/// Returns a text without its markup, in one line.
pub(super) fn plain(text: &str) -> String {
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
