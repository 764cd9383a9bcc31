//! The first page: the films, and a box to ask about any of them.

use askama::Template;

use super::site_style::{PageHead, SiteStyle, about, year};
use crate::guide::{FactKind, FilmIndex, Guide};
use crate::library::Library;
use crate::reply::texts::web as texts;

#[derive(Template)]
#[template(path = "home.html", config = "src/web/templates/askama.toml")]
struct HomePage {
    head: PageHead,
    films: Vec<ListedFilm>,
    /// Films to choose from beside the box; none where there is but one.
    choices: Vec<(String, String, bool)>,
    question: String,
}

struct ListedFilm {
    title: String,
    year: String,
    by: String,
    about: String,
    link: String,
}

/// Returns the first page.
pub(crate) fn page(library: &Library, style: &SiteStyle) -> askama::Result<String> {
    let head = style.head("", "frontrow".to_owned(), texts::WHAT_THIS_IS.to_owned());
    let films = library
        .guides()
        .iter()
        .map(|guide| listed(guide, &head))
        .collect();
    let choices = choices(library, None);
    let question = String::new();
    HomePage {
        head,
        films,
        choices,
        question,
    }
    .render()
}

/// Returns the films to choose from beside a box for questions; none where there is but one.
pub(crate) fn choices(library: &Library, chosen: Option<FilmIndex>) -> Vec<(String, String, bool)> {
    let choice = |(film, guide): (FilmIndex, &Guide)| {
        let is_chosen = chosen == Some(film);
        (guide.id.to_string(), guide.film.label(), is_chosen)
    };
    let all = library.films().map(choice);
    if library.guides().len() > 1 {
        all.collect()
    } else {
        Vec::new()
    }
}

fn listed(guide: &Guide, head: &PageHead) -> ListedFilm {
    ListedFilm {
        title: guide.film.title.clone(),
        year: year(&guide.film),
        by: guide.film.facts.names(FactKind::Director).join(", "),
        about: about(guide),
        link: head.links.film(&guide.id),
    }
}
