//! The problem of a part of a text, before it is known where in the file the part stands.

use std::ops::Range;

use crate::content::diagnostic::Severity;
use crate::content::draft::Span;
use crate::content::report::Report;

/// The problem of a part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The severity of it.
    pub(super) severity: Severity,
    /// The kind of problem.
    pub(super) code: &'static str,
    /// The problem in words.
    pub(super) message: String,
    /// The advice on it.
    pub(super) help: String,
}

/// A problem with the bytes of the text that it is about.
pub(super) type LocatedProblem = (Range<usize>, Problem);

impl Problem {
    /// Makes an error.
    pub(super) fn error(
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            help: help.into(),
        }
    }

    /// Notes it at its place in the file.
    pub(super) fn report(self, span: &Span, report: &mut Report) {
        report.note(self.severity, self.code, span, self.message, self.help);
    }
}

/// Says that a kind of markup is not allowed.
pub(super) fn not_allowed(what: &str) -> Problem {
    let help = "a text has paragraphs, **bold**, *italic*, lists and [links](https://example.org)";
    Problem::error("markup", format!("{what} is not possible here"), help)
}

/// Says that something was meant as a link and is none.
pub(super) fn malformed(message: &str) -> Problem {
    let help = "write [words to click on](https://example.org/page), without spaces in the address";
    Problem::error("malformed-link", message, help)
}
