//! Words that messages are made of: names in quotes, made harmless, and guesses at what was meant.

use crate::text::near::{self, MinLikeness};

/// Names longer than this are cut in messages, in characters: the place shows the rest.
const MAX_QUOTED: usize = 60;
/// No more known words than this are compared with an unknown one: thousands of mistakes must not take minutes.
const MAX_COMPARED: usize = 500;

/// Returns `text` in quotes, cut where it is long, with everything a terminal could obey escaped.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(MAX_QUOTED).map(harmless).collect();
    if text.chars().nth(MAX_QUOTED).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

/// Returns the character itself, or a stand-in for one that could move the cursor or turn the text around.
fn harmless(c: char) -> char {
    let turns_around = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns_around {
        char::REPLACEMENT_CHARACTER
    } else {
        c
    }
}

/// Returns the known word that `word` was probably meant to be.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Very long input is no misspelling, and comparing it would take its time.
    let short: String = word
        .chars()
        .take(MAX_QUOTED)
        .collect::<String>()
        .to_lowercase();
    let known = known.into_iter().take(MAX_COMPARED).map(|one| (one, one));
    near::nearest(&short, known, MinLikeness::GUESS)
}

/// Returns "did you mean …?", or the `otherwise` text where no known word is near.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    nearest(word, known).map_or_else(otherwise, |one| format!("did you mean \"{one}\"?"))
}

#[cfg(test)]
mod tests {
    use super::{nearest, quoted};

    #[test]
    fn quoted_text_cannot_move_the_cursor() {
        assert_eq!(
            quoted("a\u{1b}[2J\nb\u{202e}"),
            "\"a\u{fffd}[2J\u{fffd}b\u{fffd}\""
        );
        assert_eq!(quoted(&"x".repeat(99)).chars().count(), 63);
    }

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not_offered() {
        let known = ["title", "text", "spoiler"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("Spoilers", known), Some("spoiler"));
        assert_eq!(nearest("budget", known), None);
    }
}
