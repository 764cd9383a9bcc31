//! Breaking text into lines.

use textwrap::{Options, WordSplitter};

/// Breaks a paragraph into lines of at most `width` columns, wide letters counting as two; a word that is longer gets a
/// line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let options = Options::new(width)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    let text = words.join(" ");
    let lines = textwrap::wrap(&text, options);
    lines.into_iter().map(|line| line.into_owned()).collect()
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

    #[test]
    fn a_wide_letter_takes_two_columns() {
        assert_eq!(wrap("七人 の侍", 6), ["七人", "の侍"]);
        assert_eq!(wrap("state-of-the-art", 6), ["state-of-the-art"]);
    }
}
