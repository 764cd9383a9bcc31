//! The look of replies in a terminal: a bold title, a dim place, wrapped text.

use std::io::{self, Write};

use super::screen::{Screen, Style};
use crate::guide::Spoiler;
use crate::library::Library;
use crate::markup::{self, wrap};
use crate::reply::{Body, Choice, EntryView, Reply, ReplyContent, SectionRef, texts};

/// Stands between the parts of a place.
const BETWEEN: &str = " › ";
/// Stands before the first line of a suggestion.
const INDENT: &str = "     ";

/// The difference between the commands and the chat: how one goes on from here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hints {
    show_spoilers: &'static str,
    pick: Option<&'static str>,
    browse: &'static str,
    /// The command that opens a section.
    section: &'static str,
    /// True if a section's id needs its film beside it.
    names_film: bool,
}

impl Hints {
    /// A command that ends after its answer.
    pub(super) fn command(library: &Library) -> Self {
        Self {
            show_spoilers: texts::ADD_SPOILERS,
            pick: None,
            browse: texts::TRY_CONTENTS,
            section: "frontrow section",
            names_film: library.guides().len() > 1,
        }
    }

    /// The chat, which remembers the film.
    pub(super) fn chat() -> Self {
        Self {
            show_spoilers: texts::TURN_SPOILERS_ON,
            pick: Some(texts::PICK_A_NUMBER),
            browse: texts::TRY_CONTENTS_IN_CHAT,
            section: "/section",
            names_film: false,
        }
    }

    /// Returns how to read on after an entry: its section's page, or what to type where no pages are published.
    fn read_on(&self, one: &EntryView) -> String {
        let SectionRef { id, link, .. } = &one.section;
        if is_published(one) {
            link.clone()
        } else if self.names_film {
            format!("{} {id} --film {}", self.section, one.film)
        } else {
            format!("{} {id}", self.section)
        }
    }
}

/// Writes a reply.
pub(super) fn reply(out: &mut Screen, reply: &Reply, hints: &Hints) -> io::Result<()> {
    match &reply.content {
        ReplyContent::Entry { entry, .. } => answered(out, entry, hints),
        ReplyContent::Choices { line, choices } => suggestions(out, line, choices, hints),
        ReplyContent::Unknown { line } => {
            writeln!(out, "{line}")?;
            let browse = out.styled(Style::Dim, hints.browse);
            writeln!(out, "{browse}")
        }
    }
}

/// Writes an answer: title, place, text, where to read on.
pub(super) fn answered(out: &mut Screen, one: &EntryView, hints: &Hints) -> io::Result<()> {
    title(out, &one.title)?;
    dim(out, &one.breadcrumb.join(BETWEEN))?;
    writeln!(out)?;
    body(out, one, hints)?;
    writeln!(out)?;
    dim(out, &texts::read_the_section(&one.section.title))?;
    // A line of its own, never wrapped: it is there to be copied.
    let how = out.styled(Style::Dim, &hints.read_on(one));
    writeln!(out, "  {how}")
}

/// Returns whether the pages that links lead to are published somewhere.
fn is_published(one: &EntryView) -> bool {
    one.section.link.starts_with("http")
}

/// Writes an entry's text, or what stands in its place.
pub(super) fn body(out: &mut Screen, one: &EntryView, hints: &Hints) -> io::Result<()> {
    match &one.body {
        Body::Open(text) => {
            let text = markup::plain(text, out.width());
            writeln!(out, "{text}")
        }
        Body::Folded(_) | Body::Withheld => {
            let why = match one.spoiler {
                Spoiler::Ending => texts::GIVES_ENDING_AWAY,
                Spoiler::Mild | Spoiler::None => texts::GIVES_STORY_AWAY,
            };
            wrapped(
                out,
                Style::Warning,
                &texts::hidden(why, hints.show_spoilers),
            )
        }
    }
}

/// Writes sentences, each line of them wrapped by itself.
pub(super) fn say(out: &mut Screen, text: &str) -> io::Result<()> {
    let width = out.width();
    for line in text.lines().flat_map(|line| wrap(line, width)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Writes a line of a list, wrapped behind what stands before each line of it.
pub(super) fn indented(out: &mut Screen, indent: &str, text: &str) -> io::Result<()> {
    for line in wrap(text, out.width().saturating_sub(indent.len())) {
        writeln!(out, "{indent}{line}")?;
    }
    Ok(())
}

/// Writes a title with its id: beside it, or below it where both are too wide.
pub(super) fn with_id(out: &mut Screen, indent: &str, title: &str, id: &str) -> io::Result<()> {
    // A space and two brackets stand beside them.
    let columns = format!("{indent}{title}{id}").chars().count() + 3;
    let fits = columns <= out.width();
    let between = if fits { " " } else { &format!("\n{indent}  ") };
    let id = out.styled(Style::Dim, &format!("({id})"));
    writeln!(out, "{indent}{title}{between}{id}")
}

/// Writes a heading.
pub(super) fn title(out: &mut Screen, text: &str) -> io::Result<()> {
    wrapped(out, Style::Bold, text)
}

/// Writes a line that one may skip.
pub(super) fn dim(out: &mut Screen, text: &str) -> io::Result<()> {
    wrapped(out, Style::Dim, text)
}

fn wrapped(out: &mut Screen, style: Style, text: &str) -> io::Result<()> {
    for line in wrap(text, out.width()) {
        let line = out.styled(style, &line);
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn suggestions(out: &mut Screen, line: &str, choices: &[Choice], hints: &Hints) -> io::Result<()> {
    writeln!(out, "{line}")?;
    writeln!(out)?;
    for (index, choice) in choices.iter().enumerate() {
        writeln!(out, "  {}. {}", index + 1, choice.title)?;
        if let Some(line) = &choice.first_line {
            let width = out.width().saturating_sub(INDENT.len());
            for line in wrap(line, width) {
                let line = out.styled(Style::Dim, &line);
                writeln!(out, "{INDENT}{line}")?;
            }
        }
    }
    match hints.pick {
        Some(pick) => {
            writeln!(out)?;
            dim(out, pick)
        }
        None => Ok(()),
    }
}
