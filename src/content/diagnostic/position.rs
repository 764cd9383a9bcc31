//! Lines and columns, as an editor counts them.

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Position {
    /// Returns the position of a byte of `text`; a byte past the end is taken for the end.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[track_caller]
    fn check(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(Position::of(text, offset), Position { line, column });
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
