//! The page that stands where there is none, with the page that was perhaps meant; and other short notices.

use askama::Template;

use super::find::Target;
use super::site_style::{PageHead, SiteStyle};
use crate::reply::texts::web as texts;

#[derive(Template)]
#[template(path = "notice.html", config = "src/web/pages/askama.toml")]
struct Notice {
    frame: PageHead,
    title: &'static str,
    text: &'static str,
    /// Title and link of the page that was perhaps meant.
    nearest: Option<(String, String)>,
}

/// Returns the page for a path that has none.
pub(super) fn page(
    path: &str,
    style: &SiteStyle,
    nearest: Option<&Target>,
) -> askama::Result<String> {
    let frame = unlisted(style, path, texts::NO_PAGE);
    let links = frame.links;
    let nearest = nearest.map(|target| {
        let link = match &target.entry {
            Some(entry) => links.entry(&target.film, entry),
            None => links.film(&target.film),
        };
        (target.title.clone(), link)
    });
    let (title, text) = (texts::NO_PAGE, texts::NO_PAGE_HELP);
    Notice {
        frame,
        title,
        text,
        nearest,
    }
    .render()
}

/// Returns a page with one sentence.
pub(super) fn notice(path: &str, style: &SiteStyle, title: &'static str) -> askama::Result<String> {
    let frame = unlisted(style, path, title);
    Notice {
        frame,
        title,
        text: "",
        nearest: None,
    }
    .render()
}

fn unlisted(style: &SiteStyle, path: &str, title: &str) -> PageHead {
    let mut frame = style.frame(path, title.to_owned(), String::new());
    (frame.is_listed, frame.canonical) = (false, None);
    frame
}
