//! Marks that only a chat program understands: mentions, hidden parts, custom emoji, time stamps.

use std::ops::Range;

use super::problem::Problem;
use crate::content::diagnostic::quoted;

/// Marks between angle brackets, by how they begin, and what they are; the first that fits counts.
const IN_BRACKETS: [(&str, &str); 9] = [
    ("<@&", "a mention of a role"),
    ("<@", "a mention of a person"),
    ("<#", "a mention of a channel"),
    ("<:", "a custom emoji"),
    ("<a:", "a custom emoji"),
    ("<t:", "a time stamp"),
    ("<id:", "a link into a server"),
    ("</", "a command"),
    ("<sound:", "a sound"),
];

/// Returns every such mark in `text` with its place, in order.
pub(super) fn marks(text: &str) -> Vec<(Range<usize>, Problem)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['<', '@', '|']) {
        let start = at + next;
        let rest = &text[start..];
        let mark = in_brackets(rest)
            .or_else(|| everybody(rest))
            .or_else(|| bars(rest));
        let length = mark.as_ref().map_or(1, |(length, _)| *length);
        found.extend(mark.map(|(length, problem)| (start..start + length, problem)));
        at = start + length;
    }
    found
}

fn in_brackets(rest: &str) -> Option<(usize, Problem)> {
    let (_, what) = IN_BRACKETS
        .iter()
        .find(|(begin, _)| rest.starts_with(begin))?;
    let end = rest.find('>')? + 1;
    let mark = &rest[..end];
    if mark.contains(char::is_whitespace) {
        return None;
    }
    let message = format!("{} is {what}", quoted(mark));
    let help = "write it in plain words: guides are read in many places";
    Some((end, Problem::error("chat-markup", message, help)))
}

fn everybody(rest: &str) -> Option<(usize, Problem)> {
    let mention = ["@everyone", "@here"].into_iter().find(|mention| {
        let after = rest.strip_prefix(mention);
        after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
    })?;
    let message = format!("{mention} would call everybody");
    let help = "write it without the @";
    Some((mention.len(), Problem::error("chat-markup", message, help)))
}

fn bars(rest: &str) -> Option<(usize, Problem)> {
    rest.starts_with("||").then(|| {
        let help = "set `spoiler` instead: the bot hides the text by itself";
        (
            2,
            Problem::error("chat-markup", "the bars || hide a part of the text", help),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_found_and_plain_text_is_left_alone() {
        for (text, found) in [
            (
                "ask <@123> or <@!1> or <@&9> in <#5>",
                vec!["<@123>", "<@!1>", "<@&9>", "<#5>"],
            ),
            ("@everyone, @here!", vec!["@everyone", "@here"]),
            (
                "it ||ends|| <:x:1> <a:y:2> <t:5:R>",
                vec!["||", "||", "<:x:1>", "<a:y:2>", "<t:5:R>"],
            ),
            ("me@heretic.org, a < b, I <3 it | @ home <", vec![]),
        ] {
            let marks: Vec<&str> = marks(text).into_iter().map(|(at, _)| &text[at]).collect();
            assert_eq!(marks, found);
        }
    }
}
