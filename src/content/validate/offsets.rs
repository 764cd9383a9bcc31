//! From a place in a string's value to the place in the file where it is written.

use std::ops::Range;

use crate::content::draft::{Span, Text};

/// Returns where in the file a part of a value stands; all of the value where that cannot be told.
pub(super) fn in_file(text: &Text, part: Range<usize>, source: &str) -> Span {
    let exact = || {
        let written = source.get(text.span.clone())?;
        let places = places(written, &text.value)?;
        let start = places.get(part.start)?;
        let end = places.get(part.end)?;
        Some(text.span.start + start..text.span.start + end)
    };
    exact().unwrap_or_else(|| text.span.clone())
}

/// Returns for each byte of `value`, and for its end, where in `written` it comes from.
fn places(written: &str, value: &str) -> Option<Vec<usize>> {
    let quote = written.chars().next()?;
    let long = written.len() >= 6 && written.chars().take(3).all(|c| c == quote);
    let delimiter = if long { 3 } else { 1 };
    let end = written.len().checked_sub(delimiter)?;
    let mut at = delimiter;
    if long && written.get(at..end)?.starts_with('\n') {
        at += 1;
    }
    let mut places = Vec::with_capacity(value.len() + 1);
    let mut rest = value;
    while at < end {
        let here = written.get(at..end)?;
        let (length, decoded) = if quote == '"' && here.starts_with('\\') {
            escape(here)?
        } else {
            let c = here.chars().next()?;
            (c.len_utf8(), Some(c))
        };
        if let Some(c) = decoded {
            rest = rest.strip_prefix(c)?;
            places.extend(std::iter::repeat_n(at, c.len_utf8()));
        }
        at += length;
    }
    places.push(end);
    rest.is_empty().then_some(places)
}

/// Returns how long an escape is and what it stands for; a backslash at a line's end stands for nothing.
fn escape(here: &str) -> Option<(usize, Option<char>)> {
    let kind = here.chars().nth(1)?;
    let simple = match kind {
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        '"' | '\\' => kind,
        'x' => return code_point(here, 2),
        'u' => return code_point(here, 4),
        'U' => return code_point(here, 8),
        _ if kind.is_whitespace() => {
            let after = here[1..].trim_start();
            return Some((here.len() - after.len(), None));
        }
        _ => return None,
    };
    Some((2, Some(simple)))
}

fn code_point(here: &str, n_digits: usize) -> Option<(usize, Option<char>)> {
    let digits = here.get(2..2 + n_digits)?;
    let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some((2 + n_digits, Some(c)))
}

#[cfg(test)]
mod tests {
    use super::in_file;
    use crate::content::draft::Text;

    /// Finds `needle` in the value of `written` and checks that it is found at `expected` in the file.
    #[track_caller]
    fn check(written: &str, needle: &str, expected: &str) {
        let source = format!("text = {written}\n");
        let table: toml::Table = source.parse().expect("sound TOML");
        let value = table["text"].as_str().expect("a text").to_owned();
        let at = value.find(needle).expect("in the value");
        let text = Text {
            value,
            span: 7..7 + written.len(),
        };
        let span = in_file(&text, at..at + needle.len(), &source);
        assert_eq!(&source[span], expected, "{written}");
    }

    #[test]
    fn places_are_exact_in_every_kind_of_string() {
        check("\"a # b\"", "#", "#");
        check("'a \\ # b'", "#", "#");
        check("\"\"\"\nfirst\n# second\n\"\"\"", "# s", "# s");
        check("'''\nfirst \\\n# second'''", "# s", "# s");
        check("\"\"\"a \"quoted\" # b\"\"\"", "# b", "# b");
    }

    #[test]
    fn escapes_are_counted_as_they_are_written() {
        check(r#""tab\there \u00e9 # x""#, "#", "#");
        check(r#""bell \u0007!""#, "\u{7}", r"\u0007");
        check("\"\"\"one \\\n   two # x\"\"\"", "# x", "# x");
    }
}
