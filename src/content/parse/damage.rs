//! Where syntax errors tore holes: what is missing there is a consequence, not news.

use crate::content::draft::Span;

/// The syntax errors of a file and the tables they stand in.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// Where the parser stumbled.
    pub(super) errors: Vec<Span>,
    /// The tables, from header to next header, in which it did.
    pub(super) tables: Vec<Span>,
}

impl Damage {
    /// Whether a value holds or touches a syntax error, so that nobody knows what it was meant to be.
    pub(super) fn hits(&self, value: &Span) -> bool {
        self.errors
            .iter()
            .any(|error| error.start <= value.end && value.start <= error.end)
    }

    /// Whether the table with this header may have lost keys.
    pub(super) fn hits_table(&self, header: &Span) -> bool {
        self.tables.iter().any(|table| {
            table.start <= header.start && header.start < table.end.max(table.start + 1)
        })
    }

    /// Whether there are no syntax errors at all.
    pub(super) fn is_none(&self) -> bool {
        self.errors.is_empty()
    }
}
