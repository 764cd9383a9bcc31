//! Reads plain text: a short line that stands alone is a heading, lines with a sign in front are a list.

use super::markup_writer::MarkupWriter;
use super::outline::{ItemKind, Outline};
use super::titles;

/// Signs in front of the lines of a list.
const BULLETS: [&str; 9] = ["•", "‣", "◦", "▪", "·", "–", "—", "-", "*"];
/// The level of headings that say nothing of theirs.
const LEVEL: u8 = 2;
/// A line at most this long may head the paragraph right below it, in characters.
const MAX_JOINED_HEADING: usize = 60;
/// The longest line of a verse or a list, in characters: all lines of such a paragraph begin with a capital.
const MAX_LINE: usize = 50;

/// A run of lines without an empty one, and the number of the first.
type LineRun<'a> = (usize, Vec<&'a str>);

/// Reads an article.
pub(super) fn read(text: &str) -> Outline {
    let mut writer = MarkupWriter::default();
    let runs = runs(text);
    for (at, (line, lines)) in runs.iter().enumerate() {
        let is_last = at + 1 == runs.len();
        let mut rest = (*line, lines.as_slice());
        if let Some((level, title, n_lines)) = heading(lines, is_last) {
            writer.outline.heading(*line, level, &title);
            rest = (line + n_lines, lines.get(n_lines..).unwrap_or_default());
        } else if let Some((question, n_lines)) = numbered_question(lines) {
            writer.outline.question(*line, &question);
            rest = (line + n_lines, lines.get(n_lines..).unwrap_or_default());
        }
        add_lines(rest.1, rest.0, &mut writer);
    }
    writer.end_blocks();
    let mut outline = writer.outline;
    take_title(&mut outline);
    outline
}

/// Returns whether a text is Markdown, whatever its file is called.
pub(super) fn is_markdown(text: &str) -> bool {
    let is_heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        rest.len() < line.len() && line.len() - rest.len() <= 6 && rest.starts_with(' ')
    };
    text.lines()
        .any(|line| is_heading(line) || (line.starts_with("**") && line.matches("**").count() > 1))
}

fn runs(text: &str) -> Vec<LineRun<'_>> {
    let mut runs: Vec<LineRun<'_>> = Vec::new();
    let mut is_open = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            is_open = false;
            continue;
        }
        // A wiki has no empty lines around its headings.
        is_open &= wiki_heading(line.trim()).is_none();
        if let Some((_, lines)) = runs.last_mut().filter(|_| is_open) {
            lines.push(line);
        } else {
            runs.push((number + 1, vec![line]));
            is_open = true;
        }
    }
    runs
}

/// Returns the heading that some lines begin with: its level, its words, and how many lines it takes.
fn heading(lines: &[&str], is_last: bool) -> Option<(u8, String, usize)> {
    let first = lines.first()?.trim();
    if let Some((level, title)) = wiki_heading(first) {
        return Some((level, title, 1));
    }
    let clean = without_edit_link(first);
    let (depth, clean) = without_number(clean);
    let clean = clean
        .strip_suffix(':')
        .filter(|title| titles::is_title_case(title))
        .unwrap_or(clean);
    let level = depth.unwrap_or(LEVEL);
    let is_heading = titles::is_heading(clean) && bullet(first).is_none();
    if !is_heading || (depth.is_some() && clean.ends_with('?')) {
        return None;
    }
    let Some(second) = lines.get(1).map(|line| line.trim()) else {
        return (!is_last).then(|| (level, clean.to_owned(), 1));
    };
    for (sign, level) in [('=', 1), ('-', 2), ('~', 3)] {
        if second.len() >= 3 && second.chars().all(|c| c == sign) {
            return Some((level, clean.to_owned(), 2));
        }
    }
    let is_joined = first.chars().count() <= MAX_JOINED_HEADING
        && titles::is_title_case(clean)
        && !clean.contains(": ")
        && (second.chars().count() > MAX_JOINED_HEADING || is_upper_case(clean))
        && bullet(second).is_none();
    is_joined.then(|| (level, clean.to_owned(), 1))
}

/// Returns whether all letters are capitals, as nobody writes anything but headings.
fn is_upper_case(line: &str) -> bool {
    line.chars().filter(|sign| sign.is_uppercase()).count() > 2
        && !line.contains(char::is_lowercase)
}

/// Returns the heading `== Plot ==` of a wiki.
fn wiki_heading(line: &str) -> Option<(u8, String)> {
    let n_signs = line.len() - line.trim_start_matches('=').len();
    let inner = line
        .get(n_signs..)?
        .strip_suffix(&"=".repeat(n_signs.max(1)))?
        .trim();
    let is_heading = (1..=6).contains(&n_signs) && !inner.is_empty() && !inner.contains('=');
    is_heading.then(|| (u8::try_from(n_signs).unwrap_or(LEVEL), inner.to_owned()))
}

/// Leaves out what a copied wiki page has behind its headings.
fn without_edit_link(line: &str) -> &str {
    let begin = line
        .strip_suffix("[edit]")
        .or_else(|| line.strip_suffix("[edit source]"));
    begin.unwrap_or(line).trim_end()
}

/// Leaves out the number of a section, `1.` or `2.3`, and returns the level that it stands for.
fn without_number(line: &str) -> (Option<u8>, &str) {
    let (number, title) = line.split_once(' ').unwrap_or((line, ""));
    let parts: Vec<&str> = number.trim_end_matches(['.', ')']).split('.').collect();
    let is_number =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let has_sign = parts.len() > 1 || number.ends_with(['.', ')']);
    if !has_sign || !parts.iter().all(is_number) || title.is_empty() {
        return (None, line);
    }
    let level = u8::try_from(parts.len()).unwrap_or(LEVEL).saturating_add(1);
    (Some(level), title.trim())
}

/// Returns the question that some lines begin with: `1. Is it long?`, or one that stands alone.
fn numbered_question(lines: &[&str]) -> Option<(String, usize)> {
    let first = lines.first()?.trim();
    let (number, question) = without_number(first);
    let is_alone = lines.len() == 1 && titles::is_heading(question);
    let is_question =
        question.ends_with('?') && (number.is_some() || is_alone) && bullet(first).is_none();
    is_question.then(|| (question.to_owned(), 1))
}

fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = BULLETS.iter().find_map(|sign| line.strip_prefix(sign))?;
    rest.starts_with([' ', '\t']).then(|| rest.trim())
}

/// Returns the number in front of a line of a list, and the rest.
fn number(line: &str) -> Option<(u64, &str)> {
    let line = line.trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?;
    let number = line[..digits].parse().ok()?;
    rest.starts_with([' ', '\t']).then(|| (number, rest.trim()))
}

/// Adds paragraphs and lists.
fn add_lines(lines: &[&str], first: usize, writer: &mut MarkupWriter) {
    let is_numbered = lines
        .first()
        .and_then(|line| number(line))
        .is_some_and(|(number, _)| number == 1);
    // Nobody wraps a paragraph so early: these lines are meant to be lines.
    let is_short = |line: &&str| {
        line.trim().starts_with(char::is_uppercase) && line.chars().count() <= MAX_LINE
    };
    let are_short = lines.iter().all(is_short);
    for (line, text) in lines
        .iter()
        .enumerate()
        .map(|(at, text)| (first + at, *text))
    {
        let item = bullet(text).map(|rest| (false, None, rest));
        let numbered = number(text).filter(|_| is_numbered);
        let item = item.or(numbered.map(|(number, rest)| (true, Some(number), rest)));
        match item {
            Some((ordered, number, rest)) => {
                if !writer.is_in_list() {
                    writer.open_list(ordered, line);
                }
                writer.open_item(number, line);
                writer.words(rest, line);
            }
            None => {
                match are_short {
                    true => writer.hard_break(),
                    false => writer.soft_break(),
                }
                writer.words(text.trim(), line);
            }
        }
    }
    writer.end_blocks();
}

/// Takes the first heading as the title where another follows at once.
fn take_title(outline: &mut Outline) {
    let mut kinds = outline.items.iter().map(|item| &item.kind);
    if let (Some(ItemKind::Heading { title, .. }), Some(ItemKind::Heading { .. })) =
        (kinds.next(), kinds.next())
    {
        outline.title = Some(title.clone());
        outline.items.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::content::import::outline::told;

    #[test]
    fn plain_text_becomes_headings_texts_and_questions() {
        for (text, expected) in [
            (
                "Plot\n\nA farm\nof tin.\n\nThe end.",
                "1 ## Plot\n3 A farm\nof tin.\n6 The end.",
            ),
            (
                "== Plot ==\nTin.\n=== Cast ===\nA.",
                "1 ## Plot\n2 Tin.\n3 ### Cast\n4 A.",
            ),
            ("Plot[edit]\n\nTin.", "1 ## Plot\n3 Tin."),
            ("Plot\n====\nTin.", "1 # Plot\n3 Tin."),
            (
                "1. Is it long?\n\n  • No.\n\n2. Sad?\nYes.",
                "1 ? Is it long?\n3 - No.\n5 ? Sad?\n6 Yes.",
            ),
            (
                "1. Plot\n\nTin.\n\n1.1 Cast\n\nA.",
                "1 ## Plot\n3 Tin.\n5 ### Cast\n7 A.",
            ),
            (
                "Tin.\n\n1912. It sails.\n\n- a\n- b",
                "1 Tin.\n3 1912\\. It sails.\n5 - a\n- b",
            ),
            (
                "Tin\n\nOates: A\nDorr: B\n\nx",
                "1 ## Tin\n3 Oates: A\\\nDorr: B\n6 x",
            ),
            ("Is it long?\n\nNo.", "1 ## Is it long?\n3 No."),
        ] {
            assert_eq!(told(&read(text)), expected, "{text:?}");
        }
        let outline = read("The Tin Orchard\n\nPlot\n\nTin.");
        assert_eq!(outline.title.as_deref(), Some("The Tin Orchard"));
    }
}
