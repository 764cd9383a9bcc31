//! The beginnings of paragraphs: a title of its own, a question, the words of a last section.

use super::escape;
use super::markup_writer::one_line;
use super::titles;
use crate::markup;

/// Signs after a title at the start of a paragraph.
const TITLE_ENDS: [&str; 4] = [":", "—", "–", "."];
/// Words that begin the last paragraph of an article.
const LAST_WORDS: [&str; 8] = [
    "In conclusion",
    "To conclude",
    "In summary",
    "To summarize",
    "To summarise",
    "To sum up",
    "In closing",
    "All in all",
];

/// Returns the title that a paragraph begins with, and the rest: `**Title:** text`, `Title: text`, a bold line.
pub(super) fn title(text: &str) -> Option<(String, &str)> {
    bold_title(text).or_else(|| plain_title(text))
}

fn bold_title(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix("**")?;
    let (bold, rest) = inside.split_once("**")?;
    let words = one_line(&markup::parse(bold).words());
    let below = rest
        .strip_prefix("\\\n")
        .or_else(|| rest.strip_prefix('\n'));
    let ended = TITLE_ENDS.iter().find_map(|end| {
        let within = words.strip_suffix(end).map(|words| (words, rest));
        let behind = rest.trim_start().strip_prefix(end);
        within.or_else(|| behind.map(|rest| (words.as_str(), rest)))
    });
    let (words, rest) = match (ended, below) {
        (Some((words, rest)), _) => (words, rest.strip_prefix('\\').unwrap_or(rest)),
        (None, Some(rest)) => (words.as_str(), rest),
        (None, None) if rest.trim().is_empty() => (words.as_str(), rest),
        _ => return None,
    };
    let is_fine = titles::is_heading(words.trim()) || words.ends_with('?');
    (is_fine && !words.trim().is_empty()).then(|| (words.trim().to_owned(), rest.trim()))
}

fn plain_title(text: &str) -> Option<(String, &str)> {
    let line = text.lines().next().unwrap_or_default();
    let at = line
        .find(": ")
        .or_else(|| line.strip_suffix(':').map(str::len))?;
    let (title, rest) = (text.get(..at)?, text.get(at + 1..)?);
    // Several lines of a name and a colon are a list, such as a cast.
    let is_next_title = |line: &str| {
        line.split_once(": ")
            .is_some_and(|(words, _)| titles::is_title_case(words))
    };
    if text.lines().nth(1).is_some_and(is_next_title) {
        return None;
    }
    let is_plain = !title.contains(['*', '[', '\\', '`', ':']);
    let is_list = title.starts_with("- ");
    (is_plain && !is_list && titles::is_title_case(title)).then(|| (title.to_owned(), rest.trim()))
}

/// Returns the question that a paragraph begins with, and the answer where it stands in the same paragraph.
pub(super) fn question(text: &str) -> Option<(String, &str)> {
    if let Some(rest) = marked(text, &["Q", "Question"]) {
        let (question, answer) = split_answer(rest);
        return Some((plain(question), answer));
    }
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_end_matches('\\');
    let is_bold = first.starts_with("**") && first.ends_with("**");
    let bold = text
        .strip_prefix("**")
        .and_then(|inside| inside.split_once("**"));
    let bold = bold.map(|(bold, rest)| (plain(bold), rest));
    if let Some((bold, rest)) =
        bold.filter(|(bold, rest)| bold.ends_with('?') && rest.starts_with(' '))
    {
        return Some((bold, rest.trim()));
    }
    let words = plain(first);
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number
        .strip_prefix(['.', ')'])
        .filter(|_| number.len() < words.len());
    let is_answered = marked(rest, &["A", "Answer"]).is_some();
    let alone = numbered.or((is_bold || is_answered).then_some(words.as_str()))?;
    let is_question = alone.ends_with('?') && !text.starts_with("- ");
    is_question.then(|| (alone.trim().to_owned(), rest))
}

/// Returns the question that is the first line of a paragraph, and the lines below it.
pub(super) fn question_line(text: &str) -> Option<(String, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let words = plain(first);
    let is_question = words.ends_with('?') && titles::is_heading(&words);
    is_question.then_some((words, rest))
}

/// Parts a paragraph before every line that begins a question of its own: `Q: …`.
pub(super) fn parted(text: &str) -> Vec<&str> {
    let mut starts = vec![0];
    for (at, _) in text.match_indices('\n') {
        let is_question = text
            .get(at + 1..)
            .and_then(|rest| marked(rest, &["Q", "Question"]));
        if is_question.is_some() {
            starts.push(at + 1);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end));
    parts
        .map(|part| part.trim().trim_end_matches('\\'))
        .collect()
}

/// Returns an answer without the sign that it begins with, and without the bullet where there is only one.
pub(super) fn answer(text: &str) -> String {
    if let Some(text) = marked(text, &["A", "Answer"]) {
        return escape::line_start(text);
    }
    let bullet = text.strip_prefix("- ");
    let is_list = text.contains("\n- ") || text.contains("\n\n") || text.contains("\n  - ");
    match bullet.filter(|_| !is_list) {
        Some(only) => only.replace("\n  ", "\n"),
        None => text.to_owned(),
    }
}

/// Returns whether a paragraph is the last section of an article.
pub(super) fn is_last(text: &str) -> bool {
    let after = LAST_WORDS.iter().find_map(|begin| text.strip_prefix(begin));
    after.is_some_and(|rest| rest.starts_with([',', ' ']))
}

/// Returns what follows `Q:`, `Q1.`, `**Q:**` and the like.
fn marked<'a>(text: &'a str, signs: &[&str]) -> Option<&'a str> {
    let bold = text.strip_prefix("**").unwrap_or(text);
    let rest = signs
        .iter()
        .rev()
        .find_map(|sign| bold.strip_prefix(sign))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let rest = rest.strip_prefix([':', '.', ')'])?;
    let rest = rest.strip_prefix("**").unwrap_or(rest);
    rest.starts_with([' ', '\n', '\\'])
        .then(|| rest.trim_start_matches([' ', '\n', '\\']))
}

/// Parts a question from the answer behind it: on the next line, or behind the first question mark.
fn split_answer(text: &str) -> (&str, &str) {
    if let Some((question, answer)) = text.split_once('\n') {
        return (question, answer.trim());
    }
    for sign in [" A: ", " **A:** ", " Answer: "] {
        if let Some((question, answer)) = text.split_once(sign) {
            return (question, answer);
        }
    }
    (text, "")
}

fn plain(markup: &str) -> String {
    let markup = markup.trim().trim_end_matches('\\').trim_end_matches("**");
    let markup = markup.strip_prefix("**").unwrap_or(markup);
    one_line(&markup::parse(markup).words())
}

#[cfg(test)]
mod tests {
    use super::{answer, is_last, question, title};

    #[test]
    fn paragraphs_begin_with_titles() {
        for (text, expected) in [
            ("**Setting:** a farm", Some(("Setting", "a farm"))),
            ("**Setting**: a farm", Some(("Setting", "a farm"))),
            ("**The end.** It ends.", Some(("The end", "It ends."))),
            ("**Tin** — a metal", Some(("Tin", "a metal"))),
            ("**The setting**\na farm", Some(("The setting", "a farm"))),
            ("**Setting**", Some(("Setting", ""))),
            ("Use of Color: warm", Some(("Use of Color", "warm"))),
            ("Cast:\n- A", Some(("Cast", "- A"))),
            ("**Tin** is a film", None),
            ("Oates: A\\\nMrs Dorr: B", None),
            ("He had one rule: never", None),
            ("At 12:30: nothing", None),
            ("- Tin: a metal", None),
        ] {
            let found = title(text);
            let found = found.as_ref().map(|(title, rest)| (title.as_str(), *rest));
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn paragraphs_begin_with_questions() {
        for (text, expected) in [
            ("Q: Is it long?\nA: No.", Some(("Is it long?", "A: No."))),
            ("**Q: Is it long?**\nNo.", Some(("Is it long?", "No."))),
            ("**Q1:** Is it long?", Some(("Is it long?", ""))),
            ("Q: Is it long? A: No.", Some(("Is it long?", "No."))),
            ("3\\. Is it long?", Some(("Is it long?", ""))),
            ("**Is it long?**\nNo.", Some(("Is it long?", "No."))),
            ("Is it long?\nA: No.", Some(("Is it long?", "A: No."))),
            ("Is it long? Nobody knows.", None),
            ("**Is it long?** No.", Some(("Is it long?", "No."))),
            ("Quiet.", None),
        ] {
            let found = question(text);
            let found = found
                .as_ref()
                .map(|(question, rest)| (question.as_str(), *rest));
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn answers_begin_with_their_words() {
        for (text, expected) in [
            ("A: No.", "No."),
            ("**A:** No.", "No."),
            ("- Only one.", "Only one."),
            ("- One.\n- Two.", "- One.\n- Two."),
            ("A farm.", "A farm."),
        ] {
            assert_eq!(answer(text), expected);
        }
        assert!(is_last("In conclusion, it ends."));
        assert!(!is_last("In conclusions we trust."));
    }
}
