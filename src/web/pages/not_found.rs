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
pub(in crate::web) fn page(
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
    let (title, text) = (texts::NO_PAGE, texts::NO_PAGE_HELP);
    NoticePage {
        head,
        title,
        text,
        nearest,
    }
    .render()
}

/// Returns a page with one sentence.
pub(in crate::web) fn notice(
    path: &str,
    style: &SiteStyle,
    title: &'static str,
) -> askama::Result<String> {
    let head = unlisted(style, path, title);
    NoticePage {
        head,
        title,
        text: "",
        nearest: None,
    }
    .render()
}

fn unlisted(style: &SiteStyle, path: &str, title: &str) -> PageHead {
    let mut head = style.head(path, title.to_owned(), String::new());
    (head.is_listed, head.canonical) = (false, None);
    head
}
