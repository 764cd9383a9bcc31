//! The text of a guide with edits, read and judged like any guide file.

use std::path::PathBuf;

use crate::content::build;
use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::draft::Draft;
use crate::content::read::read;
use crate::content::source::as_read;
use crate::content::source_file::SourceFile;
use crate::guide::{FilmId, Guide};

/// A guide file that was read and judged.
pub(super) struct JudgedText {
    pub(super) text: String,
    pub(super) draft: Draft,
    pub(super) found: Vec<Diagnostic>,
}

impl JudgedText {
    /// Reads and judges the text of a film's guide.
    pub(super) fn new(film: &FilmId, text: String) -> Self {
        let file = source(film, &text);
        let (draft, found) = read(0, &file, None);
        Self { text, draft, found }
    }

    /// Returns whether there is an error in it.
    pub(super) fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        let found = self.found.iter();
        found.filter(|one| one.severity == Severity::Error)
    }

    /// Returns the guide, where there is no error.
    pub(super) fn guide(&self, film: &FilmId) -> Option<Guide> {
        match self.has_errors() {
            true => None,
            false => build::guide(film.clone(), &self.draft),
        }
    }
}

/// Returns a film's guide file with a text.
fn source(film: &FilmId, text: &str) -> SourceFile {
    as_read(&PathBuf::from(format!("{film}.toml")), text)
}
