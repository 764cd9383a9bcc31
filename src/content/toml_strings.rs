//! Texts as strings of a guide file, as people would write them.

/// Returns a string of one line.
pub(super) fn string(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Returns a string of several lines, as it is read where the signs in it allow.
pub(super) fn long_string(text: &str) -> String {
    let is_plain = !text.contains('\\') && !text.contains("\"\"\"");
    if is_plain {
        return format!("\"\"\"\n{text}\n\"\"\"");
    }
    if !text.contains("'''") {
        return format!("'''\n{text}\n'''");
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"\"\"\n{escaped}\n\"\"\"")
}

#[cfg(test)]
mod tests {
    use super::long_string;

    #[test]
    fn long_strings_say_what_the_text_says() {
        for text in [
            "a\n\nb \"c\"",
            "1912\\. a '''",
            "\"\"\"a\"\"\"",
            "'''\\ \"\"\"",
            "ends \\",
        ] {
            let file = format!("text = {}", long_string(text));
            let table: toml::Table = file.parse().expect("TOML");
            assert_eq!(
                table["text"].as_str(),
                Some(format!("{text}\n").as_str()),
                "{file}"
            );
        }
    }
}
