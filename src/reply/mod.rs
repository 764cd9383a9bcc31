//! What is said, as plain data: the same for a terminal, a web page and a chat message.
//!
//! [`reply`] turns a decision into a [`Reply`]; [`entry`], [`section`] and [`contents`] do the same
//! for what people browse to. A door only lays out what stands here. Texts stay in the
//! guide's markup (see [`markup`]), so each door renders them in its own way.

pub mod bars;
pub mod limits;
pub mod markup;
pub mod texts;

mod entry_links;
mod link;
mod page;
mod policy;

pub use page::{Heading, Page, contents, section};
pub use policy::{Body, SpoilerPolicy};

use crate::answer::{Answer, Decision, Hit};
use crate::guide::{Date, Entry, EntryId, FilmId, Guide, Spoiler};

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

/// Puts a decision into words.
pub fn reply(guides: &[Guide], answer: &Answer, settings: &Settings<'_>) -> Reply {
    let found = |hit: &Hit| {
        let guide = guides.get(hit.film)?;
        Some((guide, guide.entry(hit.entry.as_str())?))
    };
    match answer.decision {
        Decision::Confident => {
            let hit = answer.hits.first();
            match hit.and_then(|hit| Some((hit, found(hit)?))) {
                Some((hit, (guide, entry))) => {
                    Reply::Answered(Box::new(answered(guide, entry, &hit.cast, settings)))
                }
                None => unknown(),
            }
        }
        Decision::Suggest => suggestions(&answer.hits, found),
        Decision::Unknown => unknown(),
    }
}

/// Returns an entry as it is shown to somebody who chose it.
pub fn entry(guide: &Guide, entry: &Entry, settings: &Settings<'_>) -> Answered {
    answered(guide, entry, &[], settings)
}

/// Returns an entry as the answer to a question about `cast`, some members of the film's cast.
pub fn answered(guide: &Guide, entry: &Entry, cast: &[usize], settings: &Settings<'_>) -> Answered {
    let base = settings.public_url;
    let reading = entry.reading_section();
    let section_title = |id: &str| {
        guide
            .section(id)
            .map_or_else(|| id.to_owned(), |section| section.title.clone())
    };
    let text =
        cast_text(guide, cast).unwrap_or_else(|| entry_links::resolve(guide, base, &entry.text));
    let mut breadcrumb = vec![guide.film.label(), section_title(entry.id.section())];
    if entry.id.name().is_some() {
        breadcrumb.push(entry.title.clone());
    }
    Answered {
        film: guide.id.clone(),
        entry: entry.id.clone(),
        title: entry.title.clone(),
        body: settings.spoilers.body(entry.spoiler, text),
        breadcrumb,
        section: SectionRef {
            id: reading.to_owned(),
            title: section_title(reading),
            link: link::section(base, &guide.id, reading),
        },
        link: link::entry(base, &guide.id, &entry.id),
        spoiler: entry.spoiler,
        reviewed: guide.film.reviewed,
    }
}

/// Returns the sentences on the members of the cast that were asked about.
fn cast_text(guide: &Guide, cast: &[usize]) -> Option<String> {
    let lines: Vec<String> = cast
        .iter()
        .filter_map(|&index| guide.film.facts.cast.get(index))
        .map(|member| texts::plays(&member.actor, &member.role))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n\n"))
}

fn suggestions<'a>(hits: &[Hit], found: impl Fn(&Hit) -> Option<(&'a Guide, &'a Entry)>) -> Reply {
    let found: Vec<_> = hits
        .iter()
        .filter_map(|hit| Some((hit.confidence, found(hit)?)))
        .take(MAX_CHOICES)
        .collect();
    let Some((_, (first, _))) = found.first() else {
        return unknown();
    };
    let several = found.iter().any(|(_, (guide, _))| guide.id != first.id);
    let choices = found
        .iter()
        .map(|(confidence, (guide, entry))| Choice {
            film: guide.id.clone(),
            entry: entry.id.clone(),
            title: if several {
                texts::of_film(&guide.film.label(), &entry.title)
            } else {
                entry.title.clone()
            },
            confidence: *confidence,
        })
        .collect();
    Reply::Suggestions {
        line: texts::DID_YOU_MEAN,
        choices,
    }
}

fn unknown() -> Reply {
    Reply::Unknown {
        line: texts::NO_ANSWER,
    }
}
