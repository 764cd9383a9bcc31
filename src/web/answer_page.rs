//! The answer page: what the bot would say, at an address that can be shared.

use askama::Template;

use super::home::choices;
use super::section::{Shown, shown};
use super::site_style::{PageHead, SiteStyle};
use crate::app::Refusal;
use crate::library::Library;
use crate::reply::{Choice, Reply, ReplyContent, texts::web as texts};

#[derive(Template)]
#[template(path = "ask.html", config = "src/web/pages/askama.toml")]
struct Page {
    frame: PageHead,
    question: String,
    choices: Vec<(String, String, bool)>,
    said: Said,
    /// Films with their links, where nothing was answered.
    films: Vec<(String, String)>,
}

enum Said {
    /// Nothing, as nothing was asked.
    Nothing,
    /// The answer: the names above it, itself, its own place and the section to read on in.
    Answer {
        above: Vec<String>,
        entry: Box<Shown>,
        link: String,
        section: (String, String),
    },
    /// Entries to choose from.
    Choices(&'static str, Vec<(String, String)>),
    /// A sentence.
    Line(&'static str),
}

/// Returns what is said to a question that is not looked into.
pub(super) fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::Empty => texts::ASK_SOMETHING,
        Refusal::TooLong => texts::TOO_LONG,
        Refusal::UnknownFilm => texts::NO_SUCH_FILM,
    }
}

/// Returns the answer page to a question about the film that was chosen.
pub(super) fn page(
    library: &Library,
    style: &SiteStyle,
    text: &str,
    film: &str,
    reply: Result<&Reply, Refusal>,
) -> askama::Result<String> {
    let text = text.trim();
    let title = if text.is_empty() {
        texts::ASK_LABEL
    } else {
        text
    };
    let mut frame = style.frame("ask", title.to_owned(), texts::WHAT_THIS_IS.to_owned());
    // Anything can be asked: such pages are no contents of ours.
    (frame.is_listed, frame.canonical) = (false, None);
    let said = match reply {
        Ok(reply) => said(style, reply, &frame),
        Err(Refusal::Empty) => Said::Nothing,
        Err(why) => Said::Line(refusal(why)),
    };
    let guides = library.guides().iter();
    let films = match &said {
        Said::Line(_) => guides
            .map(|guide| (guide.film.label(), frame.links.film(&guide.id)))
            .collect(),
        _ => Vec::new(),
    };
    let page = Page {
        choices: choices(library, library.film_called(film)),
        frame,
        question: text.to_owned(),
        said,
        films,
    };
    page.render()
}

fn said(style: &SiteStyle, reply: &Reply, frame: &PageHead) -> Said {
    let links = &frame.links;
    match &reply.content {
        ReplyContent::Entry { entry, .. } => Said::Answer {
            above: entry.breadcrumb.clone(),
            link: links.resolve(&entry.link),
            section: (
                entry.section.title.clone(),
                links.resolve(&entry.section.link),
            ),
            entry: Box::new(shown(entry, Vec::new(), links, style)),
        },
        ReplyContent::Choices { line, choices } => {
            let link = |choice: &Choice| links.entry(&choice.film, &choice.entry);
            let choices = choices
                .iter()
                .map(|choice| (choice.title.clone(), link(choice)));
            Said::Choices(line, choices.collect())
        }
        ReplyContent::Unknown { line } => Said::Line(line),
    }
}
