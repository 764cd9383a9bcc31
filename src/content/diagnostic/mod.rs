//! The problems of guide files, as data: how bad, what, where, and what to do about it.
//!
//! Nothing here reads files or prints: a [`Diagnostics`] holds the texts it points into,
//! so any caller can show it with [`Diagnostics::render`] or pass it on as [`Record`]s.

mod position;
mod record;
mod render;
mod wording;

use std::ops::Range;

use crate::content::source_file::SourceFile;

pub(super) use position::Lines;
pub use position::Position;
pub use record::Record;
pub(super) use wording::{did_you_mean, nearest, quoted};

/// The severity of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing has to be done.
    Note,
    /// The guide works, yet it could serve its readers better.
    Warning,
    /// The guide cannot be used like this.
    Error,
}

/// A stretch of a guide file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as an index into [`Diagnostics::sources`].
    pub file: usize,
    /// The bytes of its text.
    pub span: Range<usize>,
}

/// One thing that is wrong, or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity of it.
    pub severity: Severity,
    /// A name for the kind of problem that never changes, such as `duplicate-id`.
    pub code: &'static str,
    /// The problem in words.
    pub message: String,
    /// The advice on it.
    pub help: String,
    /// The place of it; `None` where it is about the folder.
    pub primary: Option<Place>,
    /// Other places that belong to it, such as the first use of a duplicate, and what they are.
    pub others: Vec<(Place, String)>,
}

/// Everything found in a folder of guides, sorted by file and place, with the texts it is about.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    sources: Vec<SourceFile>,
    lines: Vec<Lines>,
    list: Vec<Diagnostic>,
}

impl Severity {
    /// Returns the word for it: `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Diagnostic {
    /// Starts a diagnostic of no particular place.
    pub(super) fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            help: String::new(),
            primary: None,
            others: Vec::new(),
        }
    }

    /// Starts an error.
    pub(super) fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// Says where it is.
    pub(super) fn at(mut self, file: usize, span: &Range<usize>) -> Self {
        self.primary = Some(Place {
            file,
            span: span.clone(),
        });
        self
    }

    /// Returns the file it is about.
    pub(super) fn file(&self) -> Option<usize> {
        Some(self.primary.as_ref()?.file)
    }

    /// Names another place that belongs to it.
    pub(super) fn with(mut self, file: usize, span: &Range<usize>, label: &str) -> Self {
        let span = span.clone();
        self.others.push((Place { file, span }, label.to_owned()));
        self
    }

    /// Says what to do about it.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl Diagnostics {
    /// Sorts `list` by file and place; what has no place comes first.
    pub(super) fn new(sources: Vec<SourceFile>, mut list: Vec<Diagnostic>) -> Self {
        list.sort_by_key(|one| {
            one.primary
                .as_ref()
                .map(|place| (place.file, place.span.start))
        });
        let lines = sources.iter().map(|source| Lines::of(&source.text));
        Self {
            lines: lines.collect(),
            sources,
            list,
        }
    }

    /// Returns them one by one, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Returns the files that the places point into.
    pub fn sources(&self) -> &[SourceFile] {
        &self.sources
    }

    /// Returns whether there are none at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns how many there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|one| one.severity == severity).count()
    }

    /// Returns the first error, as the reader meets it.
    pub fn first_error(&self) -> Option<&Diagnostic> {
        self.iter().find(|one| one.severity == Severity::Error)
    }

    /// Returns the file of a place and where in it the place begins.
    pub fn position(&self, place: &Place) -> Option<(&SourceFile, Position)> {
        let source = self.sources.get(place.file)?;
        let lines = self.lines.get(place.file)?;
        Some((source, lines.position(&source.text, place.span.start)))
    }

    /// Returns `file:line:column` of a diagnostic, or `None` where it has no place.
    pub fn location(&self, diagnostic: &Diagnostic) -> Option<String> {
        let (source, Position { line, column }) = self.position(diagnostic.primary.as_ref()?)?;
        Some(format!("{}:{line}:{column}", source.shown_path()))
    }

    /// Keeps what is about some of the files, or about none.
    pub(super) fn keep_files(&mut self, files: &[usize]) {
        let is_kept = |one: &Diagnostic| one.file().is_none_or(|file| files.contains(&file));
        self.list.retain(is_kept);
    }

    /// Makes errors of this code warnings, where a caller would rather serve a film with them than not at all.
    pub(super) fn soften(&mut self, code: &str) {
        for one in self.list.iter_mut().filter(|one| one.code == code) {
            one.severity = Severity::Warning;
        }
    }
}
