//! What is said, as plain data: the same for a terminal, a web page and a chat message.
//!
//! [`reply`] turns a decision into a [`Reply`]; [`entry`], [`section`] and [`contents`] do the same
//! for what people browse to. A door only lays out what stands here. Texts stay in the
//! guide's markup (see [`markup`]), so each door renders them in its own way.

pub mod bars;
pub mod chat_markup;
pub mod limits;
pub mod markup;
pub mod texts;

mod entry_links;
mod link;
mod make;
mod page;
mod policy;
mod wrap;

pub use make::{answered, entry, reply};
pub use page::{Heading, Page, contents, section};
pub use policy::{Body, SpoilerPolicy};
pub use wrap::wrap;

use crate::guide::{Date, EntryId, FilmId, Spoiler};

/// How many suggestions are offered at most.
pub const MAX_CHOICES: usize = 3;

/// What holds for all replies of a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings<'a> {
    /// What stays hidden.
    pub spoilers: SpoilerPolicy,
    /// Where the pages are published, without a slash at the end; without it links begin with `/`.
    pub public_url: Option<&'a str>,
}

/// What is said to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// The answer.
    Answered(Box<Answered>),
    /// A few entries to choose from.
    Suggestions {
        /// The sentence above the choices.
        line: &'static str,
        /// The choices, best first, at most [`MAX_CHOICES`].
        choices: Vec<Choice>,
    },
    /// No answer here.
    Unknown {
        /// The sentence that says so.
        line: &'static str,
    },
}

/// An entry as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The film's id.
    pub film: FilmId,
    /// The entry's id.
    pub entry: EntryId,
    /// The heading, or the FAQ's question.
    pub title: String,
    /// The text, or what is shown in its place.
    pub body: Body,
    /// Where the entry stands: film, section, entry.
    pub breadcrumb: Vec<String>,
    /// Where one can read more.
    pub section: SectionRef,
    /// The entry's own anchor.
    pub link: String,
    /// How much the text gives away.
    pub spoiler: Spoiler,
    /// When somebody last read the guide through.
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
    /// How sure we are that this one is meant, 0 to 1.
    pub confidence: f32,
}
