//! The pages as files: what `frontrow export` writes. The same guides give the same bytes.
//!
//! A page lies in a folder of its own (`red-rocket/facts/index.html`), so the addresses that the bot sends work on a
//! plain file server, GitHub Pages among them; links name the files themselves, so they work without any server.

use askama::Template;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::guide::{EntryId, Guide, Section};
use crate::library::Library;
use crate::reply::{SpoilerPolicy, texts::web as texts};
use crate::web::pages::links::{LinkStyle, Links};
use crate::web::pages::redirects::{former_names, former_sections};
use crate::web::pages::site_style::{PageHead, SiteStyle};
use crate::web::pages::{assets, film, home, not_found, section};

/// The choices of an export.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    /// The spoilers that are folded.
    pub spoilers: SpoilerPolicy,
    /// The address that they are going to be published at, without a slash at the end.
    pub base_url: Option<String>,
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The place that it belongs at: `red-rocket/facts/index.html`.
    pub path: String,
    /// The text of it.
    pub text: String,
    /// True for a page with links and anchors.
    pub is_page: bool,
}

/// Makes all files and hands each on: those of every film to the fold of one thread or another, with a part of their
/// own for the files around them. Returns all folds, which together saw every file once.
///
/// # Errors
/// Returns what `take` returns where it cannot go on, or that a page cannot be made.
pub fn export<T: Default + Send, E: From<askama::Error> + Send>(
    library: &Library,
    options: &ExportOptions,
    take: impl Fn(&mut T, File) -> Result<(), E> + Sync,
) -> Result<Vec<T>, E> {
    let style = SiteStyle {
        links: LinkStyle::Files,
        spoilers: options.spoilers,
        base: options.base_url.clone(),
    };
    let mut around = T::default();
    for file in self::around(library, &style)? {
        take(&mut around, file)?;
    }
    let of_films = library.guides().par_iter().map(|guide| {
        let mut taken = T::default();
        for file in of_film(guide, &style) {
            take(&mut taken, file?)?;
        }
        Ok(taken)
    });
    let of_films: Result<Vec<T>, E> = of_films.collect();
    let mut all = vec![around];
    all.extend(of_films?);
    Ok(all)
}

/// Makes the files that belong to no film.
fn around(library: &Library, style: &SiteStyle) -> askama::Result<Vec<File>> {
    let assets = assets::OF_EVERY_PAGE.iter();
    let mut files: Vec<_> = assets
        .map(|asset| other(asset.name, asset.text.to_owned()))
        .collect();
    files.push(page("", home::page(library, style)?));
    if let Some(base) = &style.base {
        // Whatever the address that does not exist, its page must find the others.
        files.push(other("404.html", not_found::page_anywhere(style)?));
        files.push(other("sitemap.xml", sitemap(library, base)?));
    }
    Ok(files)
}

#[derive(Template)]
#[template(path = "sitemap.xml", config = "src/web/templates/askama.toml")]
struct SiteMap<'a> {
    base: &'a str,
    paths: Vec<String>,
}

fn sitemap(library: &Library, base: &str) -> askama::Result<String> {
    let pages = library.guides().iter().flat_map(|guide| {
        let sections = guide.sections.iter();
        let sections = sections.map(move |section| format!("{}/{}/", guide.id, section.id));
        std::iter::once(format!("{}/", guide.id)).chain(sections)
    });
    let paths = std::iter::once(String::new()).chain(pages).collect();
    SiteMap { base, paths }.render()
}

/// Makes the files of a film.
fn of_film(guide: &Guide, style: &SiteStyle) -> impl Iterator<Item = askama::Result<File>> {
    let film = move || Ok(page(guide.id.as_str(), film::page(guide, style)?));
    let sections = guide.sections.iter().map(move |section| {
        let path = format!("{}/{}", guide.id, section.id);
        Ok(page(&path, section::page(guide, section, style)?))
    });
    let moved = former_sections(guide)
        .into_iter()
        .map(move |(old, section)| {
            let path = format!("{}/{old}", guide.id);
            Ok(page(&path, moved(guide, section, &path, style)?))
        });
    std::iter::once_with(film).chain(sections).chain(moved)
}

#[derive(Template)]
#[template(path = "moved.html", config = "src/web/templates/askama.toml")]
struct MovedPage {
    head: PageHead,
    title: String,
    link: String,
    /// Former anchors, each with its title and its place of today.
    anchors: Vec<(String, String, String)>,
}

/// Returns the page that stands where a section used to be. It leads on at once only where no anchor would be lost.
fn moved(
    guide: &Guide,
    section: &Section,
    path: &str,
    style: &SiteStyle,
) -> askama::Result<String> {
    let mut head = style.head(path, section.title.clone(), String::new());
    let today = Links::on(LinkStyle::Served, "").section(&guide.id, &section.id);
    head.canonical = style
        .base
        .as_ref()
        .map(|base| format!("{base}/{}/", today.trim_start_matches("./")));
    head.is_listed = false;
    let old = path.rsplit('/').next().unwrap_or_default();
    let link = head.links.section(&guide.id, &section.id);
    let anchors = former_names(guide, section, old)
        .into_iter()
        .filter_map(|name| {
            let entry = guide.entry(&format!("{old}/{name}"))?;
            let link = head
                .links
                .entry(&guide.id, &EntryId::opaque(entry.id.as_str()));
            Some((name, entry.title.clone(), link))
        })
        .collect();
    MovedPage {
        title: section.title.clone(),
        link,
        anchors,
        head,
    }
    .render()
}

fn page(path: &str, text: String) -> File {
    let path = if path.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{path}/index.html")
    };
    File {
        path,
        text,
        is_page: true,
    }
}

fn other(path: &str, text: String) -> File {
    File {
        path: path.to_owned(),
        text,
        is_page: false,
    }
}
