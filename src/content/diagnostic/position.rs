//! Lines and columns, as an editor counts them.

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// The starts of the lines of a text, so that places in a long text are found without reading all of it again.
#[derive(Clone, Debug)]
pub(in crate::content) struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of `text`.
    pub(in crate::content) fn of(text: &str) -> Self {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(after_newlines).collect())
    }

    /// Returns the line of a byte of the same text, counted from 1.
    pub(in crate::content) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }

    /// Returns the position of a byte of the same text; a byte past the end is taken for the end.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = line.checked_sub(1).and_then(|line| self.0.get(line));
        let before = &text[start.copied().unwrap_or(0)..offset];
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[track_caller]
    fn check(text: &str, offset: usize, line: usize, column: usize) {
        let found = Lines::of(text).position(text, offset);
        assert_eq!(found, Position { line, column });
    }

    #[test]
    fn counts_from_one_and_in_characters() {
        check("", 0, 1, 1);
        check("ab\ncd", 4, 2, 2);
        check("é中x", 5, 1, 3);
        check("a\n", 2, 2, 1);
    }

    #[test]
    fn offsets_inside_a_character_or_past_the_end_are_harmless() {
        check("é", 1, 1, 1);
        check("ab", 99, 1, 3);
    }
}
