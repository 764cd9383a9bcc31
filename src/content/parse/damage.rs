//! The holes that syntax errors tore: what is missing there is a consequence, not news.

use crate::content::draft::Span;

/// The syntax errors of a file and the tables they stand in.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// The places where the parser stumbled.
    pub(super) errors: Vec<Span>,
    /// The tables, from header to next header, in which it did.
    pub(super) tables: Vec<Span>,
    /// True if nobody knows which tables they stand in.
    pub(super) everywhere: bool,
}

impl Damage {
    /// Returns whether a value holds or touches a syntax error, so that nobody knows what it was meant to be.
    pub(super) fn hits(&self, value: &Span) -> bool {
        // The errors are in the order of the file, so only the neighbours can touch.
        let next = self
            .errors
            .partition_point(|error| error.start < value.start);
        let before = next.checked_sub(1).and_then(|last| self.errors.get(last));
        before.is_some_and(|error| error.end >= value.start)
            || self
                .errors
                .get(next)
                .is_some_and(|error| error.start <= value.end)
    }

    /// Returns whether the table with this header may have lost keys.
    pub(super) fn hits_table(&self, header: &Span) -> bool {
        let next = self
            .tables
            .partition_point(|table| table.start <= header.start);
        let last = next.checked_sub(1).and_then(|last| self.tables.get(last));
        self.everywhere || last.is_some_and(|table| header.start < table.end.max(table.start + 1))
    }
}
