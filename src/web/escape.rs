//! Text within HTML: what means something there is written so that it means itself.

use std::fmt::Write;

/// Adds text to HTML, fit for elements and for attributes in double quotes.
pub(super) fn push_escaped(html: &mut String, text: &str) {
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
pub(super) fn json_for_script(json: &str) -> String {
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
    use super::{json_for_script, push_escaped};

    #[test]
    fn signs_of_html_mean_themselves() {
        let mut html = String::new();
        push_escaped(&mut html, "<b a=\"'&\">");
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
}
