//! Collects what is wrong with one file.

use super::diagnostic::{Diagnostic, Severity};
use super::draft::Span;

/// The problems of one file, so far.
#[derive(Debug)]
pub(super) struct Report {
    /// The file, as an index into the sources.
    pub(super) file: usize,
    /// The findings.
    pub(super) found: Vec<Diagnostic>,
}

impl Report {
    /// Starts a report on a file.
    pub(super) fn new(file: usize) -> Self {
        let found = Vec::new();
        Self { file, found }
    }

    /// Notes an error: its code, where, what is wrong, what to do.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Error, code, span, message, help);
    }

    /// Notes a warning.
    pub(super) fn warning(
        &mut self,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Warning, code, span, message, help);
    }

    /// Notes something of any severity.
    pub(super) fn note(
        &mut self,
        severity: Severity,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let found = Diagnostic::new(severity, code, message).help(help);
        self.found.push(found.at(self.file, span));
    }

    /// Notes that two places of the file get in each other's way; the later one is the one to change.
    pub(super) fn clash(
        &mut self,
        code: &'static str,
        (span, first): (&Span, &Span),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let found = Diagnostic::error(code, message).help(help);
        let found = found.at(self.file, span);
        self.found.push(found.with(self.file, first, "first here"));
    }
}
