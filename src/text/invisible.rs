//! Characters that nobody sees: they join, part or turn what stands beside them, and say nothing themselves.

use std::borrow::Cow;

/// Returns a text without them, so that a word with one inside is the word that people read.
pub fn visible(text: &str) -> Cow<'_, str> {
    match text.contains(is_invisible) {
        true => Cow::Owned(text.replace(is_invisible, "")),
        false => Cow::Borrowed(text),
    }
}

/// Returns whether Unicode gives a character no shape of its own, and no width.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn only_what_is_seen_is_left() {
        for (text, seen) in [
            ("who directed it?", "who directed it?"),
            ("d\u{ad}i\u{200b}r\u{feff}ector", "director"),
            ("\u{202e}who\u{202c} \u{2066}made\u{2069} it", "who made it"),
            ("Am\u{e9}lie \u{1f600}", "Am\u{e9}lie \u{1f600}"),
        ] {
            assert_eq!(visible(text), seen);
        }
    }
}
