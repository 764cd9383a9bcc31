//! Diagnostics as they leave the program, in `check --json`.

use serde::Serialize;

use super::Diagnostics;

/// One diagnostic for other programs: a flat object whose keys never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The kind of problem, such as `duplicate-id`.
    pub code: &'static str,
    /// The file; null where the problem is about the folder.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The column, counted from 1 in characters.
    pub column: Option<usize>,
    /// The problem in words.
    pub message: String,
    /// The advice on it; may be empty.
    pub help: String,
}

impl Diagnostics {
    /// Returns the diagnostics as records, in order.
    pub fn records(&self) -> Vec<Record> {
        self.iter()
            .map(|one| {
                let place = one.primary.as_ref();
                let found = place.and_then(|place| self.position(place));
                Record {
                    severity: one.severity.as_str(),
                    code: one.code,
                    file: found.as_ref().map(|(source, _)| source.shown_path()),
                    line: found.as_ref().map(|(_, position)| position.line),
                    column: found.as_ref().map(|(_, position)| position.column),
                    message: one.message.clone(),
                    help: one.help.clone(),
                }
            })
            .collect()
    }
}
