//! Discord's spoiler bars: `||…||`.

use super::cut_text;

/// The number of characters that the bars themselves take.
const BARS: usize = 4;

/// Returns Discord markup between spoiler bars, in at most `max` code points; it is cut before the bars are put around it.
pub fn wrap(text: &str, max: usize) -> String {
    let hidden = cut_text(&escaped(text), max.saturating_sub(BARS));
    if hidden.is_empty() {
        return String::new();
    }
    format!("||{hidden}||")
}

/// Escapes bars, which would end the hiding early, and a backslash at the end, which would undo the closing ones.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.trim().chars();
    while let Some(c) = chars.next() {
        match c {
            '|' => escaped.push_str(r"\|"),
            '\\' => {
                escaped.push('\\');
                escaped.push(chars.next().unwrap_or('\\'));
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn text_is_hidden_whole() {
        let rows = [
            ("He leaves.", "||He leaves.||"),
            ("a || b", r"||a \|\| b||"),
            ("a|", r"||a\|||"),
            (r"a\", r"||a\\||"),
            (r"2 \* 3 \| 4", r"||2 \* 3 \| 4||"),
            ("", ""),
        ];
        for (text, expected) in rows {
            assert_eq!(wrap(text, 2_000), expected, "{text:?}");
        }
    }

    #[test]
    fn the_bars_close_at_every_length() {
        let text = r"one | two || three \ four|five".repeat(3);
        for max in 6..100 {
            let hidden = wrap(&text, max);
            assert!(hidden.chars().count() <= max, "{max}: {hidden}");
            let inner = hidden
                .strip_prefix("||")
                .and_then(|rest| rest.strip_suffix("||"))
                .expect("bars at both ends");
            assert!(
                !inner.replace(r"\\", "").replace(r"\|", "").contains('|'),
                "{max}: {hidden}"
            );
            assert!(!inner.replace(r"\\", "").ends_with('\\'), "{max}: {hidden}");
        }
    }
}
