//! The answer page: what the bot would say, at an address that can be shared.

use askama::Template;

use super::edition::{Edition, Frame};
use super::home::choices;
use super::section::{Shown, shown};
use crate::answer::{Answer, Question};
use crate::content::Library;
use crate::reply::{self, Choice, Reply, texts::web as texts};

/// A longer question is refused, in characters: nobody asks at such length.
pub(super) const LONGEST: usize = 1_000;

#[derive(Template)]
#[template(path = "ask.html", config = "src/web/pages/askama.toml")]
struct Page {
    frame: Frame,
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

/// What is asked, as the address says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking<'a> {
    /// The question.
    pub(super) text: &'a str,
    /// The chosen film.
    pub(super) film: Option<usize>,
    /// The film that is meant where nothing names one.
    pub(super) place: Option<usize>,
}

/// Returns the answer page and what was decided; `None` where nothing was asked.
pub(super) fn page(
    library: &Library,
    edition: &Edition,
    asking: &Asking<'_>,
) -> askama::Result<(String, Option<Answer>)> {
    let text = asking.text.trim();
    let title = if text.is_empty() {
        texts::ASK_LABEL
    } else {
        text
    };
    let mut frame = edition.frame("ask", title.to_owned(), texts::WHAT_THIS_IS.to_owned());
    // Anything can be asked: such pages are no contents of ours.
    (frame.is_listed, frame.canonical) = (false, None);
    let answer = (!text.is_empty() && text.chars().count() <= LONGEST).then(|| {
        library.ask(&Question {
            text,
            film: asking.film,
            place: asking.place,
        })
    });
    let said = match &answer {
        Some(answer) => said(library, edition, answer, &frame),
        None if text.is_empty() => Said::Nothing,
        None => Said::Line(texts::TOO_LONG),
    };
    let guides = library.guides().iter();
    let films = match &said {
        Said::Line(_) => guides
            .map(|guide| (guide.film.label(), frame.links.film(&guide.id)))
            .collect(),
        _ => Vec::new(),
    };
    let choices = choices(library, asking.film);
    let page = Page {
        frame,
        question: text.to_owned(),
        choices,
        said,
        films,
    };
    Ok((page.render()?, answer))
}

fn said(library: &Library, edition: &Edition, answer: &Answer, frame: &Frame) -> Said {
    let links = &frame.links;
    match reply::reply(library.guides(), answer, &edition.reply_settings()) {
        Reply::Answered(answered) => Said::Answer {
            above: answered.breadcrumb.clone(),
            link: links.resolve(&answered.link),
            section: (
                answered.section.title.clone(),
                links.resolve(&answered.section.link),
            ),
            entry: Box::new(shown(&answered, Vec::new(), links, edition)),
        },
        Reply::Suggestions { line, choices } => {
            let link = |choice: &Choice| links.entry(&choice.film, &choice.entry);
            let choices = choices
                .iter()
                .map(|choice| (choice.title.clone(), link(choice)));
            Said::Choices(line, choices.collect())
        }
        Reply::Unknown { line } => Said::Line(line),
    }
}
