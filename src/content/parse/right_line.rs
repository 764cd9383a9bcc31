//! Guesses the right form of a line that is no TOML: quotes of a word processor, `key: value`, `// notes`, other dates.

use toml::de::DeTable;

/// Returns the line around a place as it was probably meant, where that is known to be right.
pub(super) fn right_line(text: &str, at: usize) -> Option<String> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?.trim();
    let mut right = line.to_owned();
    for mend in [note, quotes, equals, date, quoted] {
        right = mend(&right).unwrap_or(right);
    }
    let is_right = |line: &str| DeTable::parse(line).is_ok();
    // The items of a list may stand on lines of their own.
    let is_item = right.starts_with(['"', '\'']) && is_right(&format!("a = [{right}\n]"));
    (right != line && (is_right(&right) || is_item)).then_some(right)
}

fn note(line: &str) -> Option<String> {
    if let Some(words) = line.strip_prefix("//") {
        return Some(format!("#{words}"));
    }
    let (before, words) = line.rsplit_once(" //")?;
    Some(format!("{before} #{words}"))
}

fn quotes(line: &str) -> Option<String> {
    let double = line.replace(['“', '”', '„', '«', '»'], "\"");
    if double != line {
        return Some(double);
    }
    let value = line.split_once('=')?.1.trim_start();
    value
        .starts_with(['‘', '’'])
        .then(|| line.replace(['‘', '’'], "'"))
}

fn equals(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty()
        && key
            .trim()
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_');
    is_key.then(|| format!("{} = {}", key.trim(), value.trim()))
}

fn date(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let value = value.trim().trim_matches('"');
    let parts = value
        .split(['/', '.', '-'])
        .map(|part| part.trim().parse::<u16>().ok());
    let parts: Vec<u16> = parts.collect::<Option<_>>()?;
    let [first, second, third] = parts.try_into().ok()?;
    let (year, month, day) = match (first, second, third) {
        (year @ 1000.., month, day) => (year, month, day),
        // Americans write the month first; where that cannot be, the day stands there.
        (month @ ..=12, day, year @ 1000..) => (year, month, day),
        (day, month, year @ 1000..) => (year, month, day),
        _ => return None,
    };
    Some(format!("{} = {year}-{month:02}-{day:02}", key.trim()))
}

/// Puts a value in quotes where it is words; a note behind it stays a note.
fn quoted(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let (value, note) = value
        .split_once(" #")
        .map_or((value, None), |(value, note)| (value, Some(note)));
    let value = value.trim();
    let is_words = value.starts_with(char::is_alphabetic) && !value.contains('"');
    let is_word = DeTable::parse(line).is_err() && is_words;
    let note = note.map_or_else(String::new, |note| format!(" #{note}"));
    is_word.then(|| format!("{} = \"{value}\"{note}", key.trim()))
}

#[cfg(test)]
mod tests {
    use super::right_line;

    #[test]
    fn the_right_line_is_shown() {
        for (line, right) in [
            ("title = “Tin”", Some("title = \"Tin\"")),
            ("title = ‘Tin’", Some("title = 'Tin'")),
            ("also = [“a”, “b”]", Some("also = [\"a\", \"b\"]")),
            ("“a”,", Some("\"a\",")),
            ("reviewed = 11/20/2026", Some("reviewed = 2026-11-20")),
            ("reviewed = 20.11.2026", Some("reviewed = 2026-11-20")),
            ("reviewed = 2026/11/20", Some("reviewed = 2026-11-20")),
            ("title: \"Tin\"", Some("title = \"Tin\"")),
            ("title: Tin", Some("title = \"Tin\"")),
            (
                "title = Tin Orchard # a note",
                Some("title = \"Tin Orchard\" # a note"),
            ),
            ("// a note", Some("# a note")),
            ("year = 1999 // a note", Some("year = 1999 # a note")),
            ("source = \"https://a.example\"", None),
            ("year = 19x9", None),
            ("title = \"Tin", None),
        ] {
            let found = right_line(&format!("a = 1\n{line}\nb = 2"), 6);
            assert_eq!(found.as_deref(), right, "{line}");
        }
    }
}
