//! From a path to what it names: a page, a page that has moved, or the page that was perhaps meant.

use super::redirects::section_for;
use crate::answer::ScopedQuestion;
use crate::guide::{EntryId, FilmId, Guide, Section};
use crate::library::Library;
use crate::text::near::{self, MinLikeness};

/// Longer paths are no slips of the finger, in bytes.
const LONGEST: usize = 200;

/// The page that a path names.
#[derive(Debug)]
pub(crate) enum FoundPage<'l> {
    /// The list of films.
    Home,
    /// A film's page.
    Film(&'l Guide),
    /// A section's page.
    Section(&'l Guide, &'l Section),
    /// A page whose path is another one today.
    Moved(String),
    /// No page.
    Nothing,
}

/// A page, or an entry of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NearestPage {
    /// The film.
    pub(crate) film: FilmId,
    /// The section or entry; `None` for the film's own page.
    pub(crate) entry: Option<EntryId>,
    /// The title of it, the film included.
    pub(crate) title: String,
}

/// Returns what a path without its first slash names.
pub(crate) fn find<'l>(library: &'l Library, path: &str) -> FoundPage<'l> {
    let trimmed = path.trim_end_matches('/');
    let mut parts = trimmed.split('/');
    let (Some(film), section, None) = (parts.next(), parts.next(), parts.next()) else {
        return FoundPage::Nothing;
    };
    if path.is_empty() {
        return FoundPage::Home;
    }
    let Some(guide) = library.film(film).and_then(|film| library.guide(film)) else {
        return FoundPage::Nothing;
    };
    let Some(id) = section else {
        return moved_or(path, film, FoundPage::Film(guide));
    };
    match section_for(guide, id) {
        Some(section) => {
            let today = format!("{film}/{}", section.id);
            moved_or(path, &today, FoundPage::Section(guide, section))
        }
        None => FoundPage::Nothing,
    }
}

fn moved_or<'l>(path: &str, today: &str, found: FoundPage<'l>) -> FoundPage<'l> {
    if path == today {
        found
    } else {
        FoundPage::Moved(today.to_owned())
    }
}

/// Returns the page that a path without one was perhaps meant for: by its letters, else by what its words ask for.
pub(crate) fn nearest(library: &Library, path: &str) -> Option<NearestPage> {
    if path.len() > LONGEST {
        return None;
    }
    by_letters(library, path).or_else(|| by_words(library, path))
}

fn by_letters(library: &Library, path: &str) -> Option<NearestPage> {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next());
    let guides = library.guides();
    let named = most_alike(first, guides, |guide| guide.id.as_str());
    let guide = match (named, guides) {
        (Some(guide), _) => guide,
        // With one film people leave its name out.
        (None, [only]) => return section_target(only, first),
        (None, _) => return None,
    };
    let section = second.and_then(|id| section_target(guide, id));
    Some(section.unwrap_or_else(|| NearestPage {
        film: guide.id.clone(),
        entry: None,
        title: guide.film.label(),
    }))
}

fn section_target(guide: &Guide, id: &str) -> Option<NearestPage> {
    let section = most_alike(id, &guide.sections, |section| &section.id)?;
    Some(NearestPage {
        film: guide.id.clone(),
        entry: Some(EntryId::opaque(&section.id)),
        title: format!("{} › {}", guide.film.label(), section.title),
    })
}

fn by_words(library: &Library, path: &str) -> Option<NearestPage> {
    let text: String = path
        .chars()
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .collect();
    let answer = library.ask(&ScopedQuestion {
        text: &text,
        ..ScopedQuestion::default()
    });
    let (guide, entry) = library.entry(answer.hits.first()?)?;
    Some(NearestPage {
        film: guide.id.clone(),
        entry: Some(entry.id.clone()),
        title: format!("{} › {}", guide.film.label(), entry.title),
    })
}

fn most_alike<'a, T>(typed: &str, all: &'a [T], id: impl Fn(&'a T) -> &'a str) -> Option<&'a T> {
    near::nearest(
        typed,
        all.iter().map(|one| (id(one), one)),
        MinLikeness::ADDRESS,
    )
}
