//! The answer page: what the bot would say, at an address that can be shared.

use askama::Template;

use super::entry::{PageEntry, page_entry};
use super::home::choices;
use super::site_style::{PageHead, SiteStyle};
use crate::app::Refusal;
use crate::library::Library;
use crate::reply::{Choice, Reply, ReplyContent, texts::web as texts};

#[derive(Template)]
#[template(path = "ask.html", config = "src/web/templates/askama.toml")]
struct AnswerPage {
    head: PageHead,
    question: String,
    choices: Vec<(String, String, bool)>,
    answer: PageAnswer,
    /// Films with their links, where nothing was answered.
    films: Vec<(String, String)>,
}

enum PageAnswer {
    /// Nothing, as nothing was asked.
    Nothing,
    /// The answer: the names above it, itself, its own place and the section to read on in.
    Answer {
        above: Vec<String>,
        entry: Box<PageEntry>,
        link: String,
        section: (String, String),
    },
    /// Entries to choose from.
    Choices(&'static str, Vec<PageChoice>),
    /// A sentence.
    Line(&'static str),
}

/// An entry to choose: its title, its address, and its first line where nothing is hidden.
struct PageChoice {
    title: String,
    link: String,
    first_line: Option<String>,
}

/// Returns what is said to a question that is not looked into.
pub(crate) fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::Empty => texts::ASK_SOMETHING,
        Refusal::TooLong => texts::TOO_LONG,
        Refusal::UnknownFilm => texts::NO_SUCH_FILM,
    }
}

/// Returns the answer page to a question about the film that was chosen.
pub(crate) fn page(
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
    let mut head = style.head("ask", title.to_owned(), texts::WHAT_THIS_IS.to_owned());
    // Anything can be asked: such pages are no contents of ours.
    (head.is_listed, head.canonical) = (false, None);
    let answer = match reply {
        Ok(reply) => page_answer(style, reply, &head),
        Err(Refusal::Empty) => PageAnswer::Nothing,
        Err(why) => PageAnswer::Line(refusal(why)),
    };
    let guides = library.guides().iter();
    let films = match &answer {
        PageAnswer::Line(_) => guides
            .map(|guide| (guide.film.label(), head.links.film(&guide.id)))
            .collect(),
        _ => Vec::new(),
    };
    let page = AnswerPage {
        choices: choices(library, library.film_called(film)),
        head,
        question: text.to_owned(),
        answer,
        films,
    };
    page.render()
}

fn page_answer(style: &SiteStyle, reply: &Reply, head: &PageHead) -> PageAnswer {
    let links = &head.links;
    match &reply.content {
        ReplyContent::Entry { entry, .. } => PageAnswer::Answer {
            above: entry.breadcrumb.clone(),
            link: links.resolve(&entry.link),
            section: (
                entry.section.title.clone(),
                links.resolve(&entry.section.link),
            ),
            entry: Box::new(page_entry(entry, Vec::new(), links, style)),
        },
        ReplyContent::Choices { line, choices } => {
            let choice = |choice: &Choice| PageChoice {
                title: choice.title.clone(),
                link: links.entry(&choice.film, &choice.entry),
                first_line: choice.first_line.clone(),
            };
            PageAnswer::Choices(line, choices.iter().map(choice).collect())
        }
        ReplyContent::Unknown { line } => PageAnswer::Line(line),
    }
}
