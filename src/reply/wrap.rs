//! Breaking text into lines.

use unicode_segmentation::UnicodeSegmentation;

/// Breaks a paragraph into lines of at most `width` columns; a word that is longer gets a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let columns = word.graphemes(true).count();
        match lines.last_mut() {
            Some(line) if used + 1 + columns <= width => {
                line.push(' ');
                line.push_str(word);
                used += 1 + columns;
            }
            _ => {
                lines.push(word.to_owned());
                used = columns;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_word_wider_than_the_line_gets_a_line_of_its_own() {
        assert_eq!(wrap("a verylongword b", 6), ["a", "verylongword", "b"]);
        assert_eq!(wrap("", 6), Vec::<String>::new());
        assert_eq!(wrap("a b", 0), ["a", "b"]);
    }
}
