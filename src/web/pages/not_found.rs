//! The page that stands where there is none, with the page that was perhaps meant; and other short notices.

use askama::Template;

use super::find::NearestPage;
use super::site_style::{PageHead, SiteStyle};
use crate::reply::texts::web as texts;

#[derive(Template)]
#[template(path = "notice.html", config = "src/web/templates/askama.toml")]
struct NoticePage {
    head: PageHead,
    title: &'static str,
    text: &'static str,
    /// Title and link of the page that was perhaps meant.
    nearest: Option<(String, String)>,
}

/// Returns the page for a path that has none.
pub(crate) fn page(
    path: &str,
    style: &SiteStyle,
    nearest: Option<&NearestPage>,
) -> askama::Result<String> {
    let head = unlisted(style, path, texts::NO_PAGE);
    let links = head.links;
    let nearest = nearest.map(|target| {
        let link = match &target.entry {
            Some(entry) => links.entry(&target.film, entry),
            None => links.film(&target.film),
        };
        (target.title.clone(), link)
    });
    no_page(head, nearest)
}

/// Returns the page for all paths that have none: its links lead from the first page.
pub(crate) fn page_anywhere(style: &SiteStyle) -> askama::Result<String> {
    let mut head = unlisted(style, "", texts::NO_PAGE);
    head.base.clone_from(&style.base);
    no_page(head, None)
}

/// Returns a page with one sentence.
pub(crate) fn notice(path: &str, style: &SiteStyle, title: &'static str) -> askama::Result<String> {
    let head = unlisted(style, path, title);
    NoticePage {
        head,
        title,
        text: "",
        nearest: None,
    }
    .render()
}

fn no_page(head: PageHead, nearest: Option<(String, String)>) -> askama::Result<String> {
    NoticePage {
        head,
        title: texts::NO_PAGE,
        text: texts::NO_PAGE_HELP,
        nearest,
    }
    .render()
}

fn unlisted(style: &SiteStyle, path: &str, title: &str) -> PageHead {
    let mut head = style.head(path, title.to_owned(), String::new());
    (head.is_listed, head.canonical) = (false, None);
    head
}
