//! Escaping: plain text within HTML, JSON within HTML, plain text within Discord's markup and that of guides.

use std::fmt::Write;

/// Signs that mean something to Discord wherever they stand.
const DISCORD_SIGNS: &str = r"\*_~`|<>[]";
/// Signs that mean something to Discord at the start of a line.
const DISCORD_LINE_SIGNS: &str = "#-+>";
/// Signs that mean something in a guide's text, within a line.
const MARKUP_SIGNS: &str = r"\`*_[]<>";

/// Returns plain text so that Discord shows it as it is.
pub fn discord(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push_discord(&mut escaped, text);
    escaped
}

/// Adds plain text to a text for Discord, so that Discord shows it as it is.
pub(super) fn push_discord(out: &mut String, text: &str) {
    for sign in text.chars() {
        let starts_line = out.is_empty() || out.ends_with('\n');
        let is_line_sign = starts_line && DISCORD_LINE_SIGNS.contains(sign);
        if DISCORD_SIGNS.contains(sign) || is_line_sign || ends_number(out, sign) {
            out.push('\\');
        }
        out.push(sign);
    }
}

/// Returns whether a sign would make the number before it, which begins its line, that of a list: Discord counts on by
/// itself.
fn ends_number(out: &str, sign: char) -> bool {
    let line = || out.rsplit('\n').next().unwrap_or_default();
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    sign == '.' && is_number(line())
}

/// Returns plain text of one line in the markup of guides.
pub fn markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if MARKUP_SIGNS.contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// Adds text to HTML, fit for elements and for attributes in double quotes.
pub fn push_html(html: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(sign),
        }
    }
}

/// Returns JSON that may stand inside a `script` element: nothing in it can end the element.
pub fn json_for_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for sign in json.chars() {
        match sign {
            // Only strings can hold these, and there `\u….` is the same letter.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{:04x}", u32::from(sign));
            }
            _ => safe.push(sign),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{discord, json_for_script, push_html};

    #[test]
    fn signs_of_html_mean_themselves() {
        let mut html = String::new();
        push_html(&mut html, "<b a=\"'&\">");
        assert_eq!(html, "&lt;b a=&quot;&#39;&amp;&quot;&gt;");
    }

    #[test]
    fn json_cannot_end_its_element() {
        let json = r#"{"a":"</script><!-- & "}"#;
        let safe = json_for_script(json);
        assert!(!safe.contains(['<', '>', '&']), "{safe}");
        let parse = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(parse(&safe), parse(json));
    }

    #[test]
    fn years_do_not_become_a_list() {
        assert_eq!(
            discord("1912. It sails.\n1931. It. 5.5"),
            "1912\\. It sails.\n1931\\. It. 5.5"
        );
    }

    #[test]
    fn plain_text_cannot_become_markup() {
        assert_eq!(
            discord("# *a* <@1> `b` ||c||\n- d"),
            "\\# \\*a\\* \\<@1\\> \\`b\\` \\|\\|c\\|\\|\n\\- d"
        );
    }
}
