//! Plain words as a guide's text has them: nothing in them becomes markup, and nothing is refused by `check`.

use crate::content::validate::is_refused_link;

/// The beginning of addresses that are not encrypted; of others `check` reads nothing in plain words.
const SCHEME: &str = "http://";

/// Returns words of one line in the markup of guides.
///
/// Writes the signs that `check` refuses even where they are plain text as others that look alike.
pub(super) fn words(text: &str) -> String {
    let text = harmless(text);
    let has_links = ["](", "]:", "][", "[^", "[ ]", "[x]", "[X]"]
        .iter()
        .any(|sign| text.contains(sign));
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let needs_escape = match sign {
            '\\' => !after.is_alphanumeric() && after != ' ',
            '`' | '*' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '[' | ']' => has_links,
            '~' => before == '~' || after == '~',
            '|' => before == '|' || after == '|',
            '&' => after.is_alphanumeric() || after == '#',
            '<' => !after.is_whitespace(),
            _ => false,
        };
        // Letters follow many of these in plain words, and an escape there would only be in the way.
        let is_entity = sign != '&' || is_entity(&rest.clone().take(32).collect::<String>());
        if needs_escape && is_entity {
            escaped.push('\\');
        }
        escaped.push(sign);
        before = sign;
    }
    escaped
}

/// Returns a line of markup so that its beginning means nothing, be it the first of a paragraph or a later one.
pub(super) fn line_start(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = line.get(digits..).unwrap_or_default();
    if digits > 0 && after.starts_with(['.', ')']) {
        return format!("{}\\{after}", &line[..digits]);
    }
    if line.starts_with(['#', '>', '+', '-', '=', '|', ':', '~']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Returns plain text of one line without signs that nobody sees and marks that only chat programs understand.
pub(super) fn harmless(text: &str) -> String {
    let mut text: String = text.chars().filter_map(visible).collect();
    for mention in ["everyone", "here"] {
        while text.contains(&format!("@{mention}")) {
            text = text.replace(&format!("@{mention}"), mention);
        }
    }
    let text = text.replace("](", "]: (").replace("-# ", "- # ");
    addresses(&brackets(&text))
}

/// Writes `‹x›` for `<x>`, which guides must not have.
fn brackets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('<') {
        plain.push_str(before);
        let is_sign = inside.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
        match inside.split_once('>') {
            _ if is_sign => plain.push('<'),
            Some((words, after)) => {
                plain.push_str(&format!("‹{}›", words.replace('<', "‹")));
                rest = after;
                continue;
            }
            None => plain.push('‹'),
        }
        rest = inside;
    }
    plain + rest
}

/// Leaves the scheme of an address out where `check` refuses the address.
fn addresses(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SCHEME) {
        let (before, address) = rest.split_at(at);
        let end = address.find([' ', ')', '>']).unwrap_or(address.len());
        let target = address[..end].trim_end_matches(['.', ',', ';', '!', '?']);
        plain.push_str(before);
        if !is_refused_link(target) {
            plain.push_str(SCHEME);
        }
        rest = &address[SCHEME.len()..];
    }
    plain + rest
}

/// Returns the character as it is read: a space for white space, nothing for what nobody sees.
fn visible(sign: char) -> Option<char> {
    match sign {
        '\u{ad}' | '\u{feff}' | '\u{200b}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
        sign if sign.is_control() => None,
        sign => Some(sign),
    }
}

fn is_entity(rest: &str) -> bool {
    let name = rest.split(';').next().unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    rest.contains(';') && !name.is_empty() && name.chars().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::{line_start, words};
    use crate::markup;

    #[test]
    fn words_stay_words() {
        for text in [
            "2 * 3 *stars* and _lines_ in snake_case",
            "[sic] and [a]: b and [^1] and [x] y",
            "AT&T; R&B; &amp; &#42; a & b",
            "a ~~b~~ ~5 `code` \\* \\o/ C:\\dir",
            "I <3 it, a < b",
        ] {
            let tree = markup::parse(&words(text));
            assert_eq!(tree.words().trim(), text);
        }
    }

    #[test]
    fn beginnings_of_lines_mean_nothing() {
        for text in [
            "1912. It sails.",
            "# a",
            "- b",
            "+ c",
            "> d",
            "=== e",
            "--- f",
            "| g",
            "1) h",
        ] {
            assert_eq!(markup::parse(&line_start(text)).words().trim(), text);
        }
    }

    #[test]
    fn what_check_refuses_is_written_in_other_signs() {
        for (text, expected) in [
            ("ask <@123> or <b>", "ask ‹@123› or ‹b›"),
            ("@everyone: see http://x", "everyone: see x"),
            ("[a](b)", r"\[a\]: (b)"),
            ("||hidden||", r"\|\|hidden\|\|"),
            ("a\tb\u{202e}c", "a bc"),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
