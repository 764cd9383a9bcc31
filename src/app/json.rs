//! The JSON that leaves the program, printed or served: shapes that other programs rely on, apart from the core's types.

use std::io::{self, Write};

use serde::Serialize;

use crate::guide::FilmId;
use crate::markup::RichText;
use crate::reply::{Choice, EntryView, Reply, ReplyContent};

/// The JSON that `ask --json` prints and `/api/ask` serves; `E` explains it, where that is wanted.
#[derive(Debug, Serialize)]
pub struct AnswerJson<'a, E = ()> {
    decision: &'static str,
    confidence: f64,
    film: Option<&'a str>,
    answer: Option<EntryJson<'a>>,
    /// The line that stands in place of an answer or above the suggestions.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<&'static str>,
    suggestions: Vec<SuggestionJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<E>,
}

#[derive(Debug, Serialize)]
struct EntryJson<'a> {
    id: &'a str,
    title: &'a str,
    /// `null` while hidden.
    text: Option<String>,
    spoiler: &'static str,
    breadcrumb: &'a [String],
    section: &'a str,
    link: &'a str,
}

#[derive(Debug, Serialize)]
struct SuggestionJson<'a> {
    id: &'a str,
    title: &'a str,
    /// Absent while hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_line: Option<&'a str>,
    confidence: f64,
}

impl<'a> AnswerJson<'a> {
    /// Puts a reply into the shape.
    pub fn new(reply: &'a Reply) -> Self {
        let shape = Self {
            decision: "unknown",
            confidence: rounded(reply.confidence),
            film: reply.film.as_ref().map(FilmId::as_str),
            answer: None,
            line: reply.line(),
            suggestions: Vec::new(),
            explain: None,
        };
        match &reply.content {
            ReplyContent::Entry { entry, .. } => Self {
                decision: "answer",
                film: Some(entry.film.as_str()),
                answer: Some(EntryJson::new(entry)),
                ..shape
            },
            ReplyContent::Choices { choices, .. } => Self {
                decision: "suggest",
                suggestions: choices.iter().map(SuggestionJson::new).collect(),
                ..shape
            },
            ReplyContent::Unknown { .. } => shape,
        }
    }
}

impl<'a> AnswerJson<'a> {
    /// Adds why it was answered so.
    pub fn explained<E>(self, explain: Option<E>) -> AnswerJson<'a, E> {
        AnswerJson {
            decision: self.decision,
            confidence: self.confidence,
            film: self.film,
            answer: self.answer,
            line: self.line,
            suggestions: self.suggestions,
            explain,
        }
    }
}

impl<'a> EntryJson<'a> {
    fn new(answered: &'a EntryView) -> Self {
        Self {
            id: answered.entry.as_str(),
            title: &answered.title,
            text: answered.body.open().map(RichText::to_markup),
            spoiler: answered.spoiler.as_str(),
            breadcrumb: &answered.breadcrumb,
            section: &answered.section.id,
            link: &answered.link,
        }
    }
}

impl<'a> SuggestionJson<'a> {
    fn new(choice: &'a Choice) -> Self {
        Self {
            id: choice.entry.as_str(),
            title: &choice.title,
            first_line: choice.first_line.as_deref(),
            confidence: rounded(choice.confidence),
        }
    }
}

/// Rounds to four decimals: more would only claim to mean something.
pub fn rounded(figure: f32) -> f64 {
    (f64::from(figure) * 1e4).round() / 1e4
}

/// Writes a value as one line of JSON.
pub fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
