//! Replies as plain data: the same for a terminal, a web page and a chat message.
//!
//! [`reply`] turns a decision into a [`Reply`]; [`entry`], [`section`] and [`contents`] do the same
//! for what people browse to. A surface only lays out what stands here: texts stay trees
//! (see [`crate::markup`]), which each surface renders in its own way.

pub mod limits;
pub mod texts;

mod build;
mod link;
mod page;
mod policy;

pub use build::{choices, entry, reply};
pub use page::{Heading, Page, contents, section};
pub use policy::{Body, SpoilerPolicy};

use crate::answer::Decision;
use crate::guide::{Date, EntryId, FilmId, Spoiler};

/// The settings of all replies of a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings<'a> {
    /// The policy on what stays hidden.
    pub spoilers: SpoilerPolicy,
    /// The address where the pages are published, without a slash at the end; without it links begin with `/`.
    pub public_url: Option<&'a str>,
}

/// The reply to a question, ready to be laid out by a surface.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The content that is shown.
    pub content: ReplyContent,
    /// The confidence that the best entry answers the question, 0 to 1.
    pub confidence: f32,
    /// The film that the question is about, where that is clear.
    pub film: Option<FilmId>,
    /// The film whose guide one may browse instead: the one it is about, that was chosen, or that of the place.
    pub browse: Option<FilmId>,
}

/// The content of a reply.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyContent {
    /// The answer.
    Entry {
        /// The entry that answers.
        entry: Box<EntryView>,
        /// Up to three entries that may be meant instead, best first.
        others: Vec<Choice>,
    },
    /// A few entries to choose from.
    Choices {
        /// The sentence above the choices.
        line: &'static str,
        /// The choices, best first, at most three.
        choices: Vec<Choice>,
    },
    /// No answer here.
    Unknown {
        /// The sentence that says so.
        line: &'static str,
    },
}

impl Reply {
    /// Returns a reply that has no answer, with the sentence that says why.
    pub fn unknown(line: &'static str) -> Self {
        Self {
            content: ReplyContent::Unknown { line },
            confidence: 0.0,
            film: None,
            browse: None,
        }
    }

    /// Returns the sentence that stands in place of an answer or above the choices.
    pub fn line(&self) -> Option<&'static str> {
        match &self.content {
            ReplyContent::Entry { .. } => None,
            ReplyContent::Choices { line, .. } | ReplyContent::Unknown { line } => Some(line),
        }
    }

    /// Returns the decision that the reply goes back to.
    pub fn decision(&self) -> Decision {
        match self.content {
            ReplyContent::Entry { .. } => Decision::Confident,
            ReplyContent::Choices { .. } => Decision::Suggest,
            ReplyContent::Unknown { .. } => Decision::Unknown,
        }
    }
}

/// An entry as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// The film's id.
    pub film: FilmId,
    /// The entry's id.
    pub entry: EntryId,
    /// The heading, or the FAQ's question.
    pub title: String,
    /// The text, or what is shown in its place.
    pub body: Body,
    /// The path to the entry: film, section, entry.
    pub breadcrumb: Vec<String>,
    /// The section where one can read more.
    pub section: SectionRef,
    /// The entry's own anchor.
    pub link: String,
    /// The spoiler level of the text.
    pub spoiler: Spoiler,
    /// The time when somebody last read the guide through.
    pub reviewed: Option<Date>,
}

/// A section to read on in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRef {
    /// The section's id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its page.
    pub link: String,
}

/// An entry that may be what was meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The film's id.
    pub film: FilmId,
    /// The entry's id.
    pub entry: EntryId,
    /// The entry's title, with the film before it where the choices are of several films.
    pub title: String,
    /// The first line of the text of a suggestion, where nothing hides it.
    pub first_line: Option<String>,
    /// The probability that this one is meant, 0 to 1.
    pub confidence: f32,
}
