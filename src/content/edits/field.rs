//! The problems of an edit, each at the field that somebody fills in.

use crate::content::diagnostic::Severity;

/// A field of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditField {
    /// The title, the question or the film's title.
    Title,
    /// The section.
    Section,
    /// The id.
    Id,
    /// One of the phrasings, counted from 0.
    Phrasing(usize),
    /// The text or the answer.
    Text,
    /// The spoiler level.
    Spoiler,
    /// The topics.
    Topics,
    /// The value of a fact.
    Fact,
    /// The film's year.
    Year,
    /// The words that tell the film from another of the same title and year.
    Note,
    /// The other names of the film.
    Names,
    /// No field of its own: the edit as a whole.
    Whole,
}

/// A problem of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field.
    pub field: EditField,
    /// The severity of it: an error keeps the edit from being published.
    pub severity: Severity,
    /// The kind of problem, as `frontrow check` names it.
    pub code: &'static str,
    /// The problem as the rules for guide files put it.
    pub message: String,
    /// The advice, as they put it.
    pub help: String,
    /// The title of another entry that belongs to it, such as the one that has the same phrasing.
    pub other: Option<String>,
}

impl FieldProblem {
    /// Makes an error that is seen before anything is written.
    pub(super) fn error(field: EditField, code: &'static str, message: String) -> Self {
        Self {
            field,
            severity: Severity::Error,
            code,
            message,
            help: String::new(),
            other: None,
        }
    }
}
