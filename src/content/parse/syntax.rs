//! Says what the TOML parser found in words a moderator understands.

use toml::de::Error;

use super::right_line::right_line;
use crate::content::draft::Span;
use crate::content::report::Report;

/// The advice on the parser's messages, by how they begin; the first that fits counts.
const HELPS: [(&str, &str); 12] = [
    (
        "invalid date",
        "write the day as year-month-day: reviewed = 2026-01-31",
    ),
    (
        "duplicate key",
        "keep one of them: a key stands once in a table",
    ),
    (
        "invalid multi-line",
        "close the text with three quotes as it was begun",
    ),
    (
        "invalid literal string",
        "close the text with the quote it was begun with",
    ),
    (
        "invalid basic string",
        "close the text with a quote; a quote inside is written \\\"",
    ),
    ("unclosed array,", "close the list with ]"),
    ("unclosed inline table", "close the braces with }"),
    (
        "unclosed",
        "close the brackets of the header: [film], [[section]]",
    ),
    ("missing comma", "put a comma between the items"),
    ("key with no value", "write key = value"),
    ("string values must be quoted", "put the text in quotes"),
    ("missing escaped", "write a backslash twice: \\\\"),
];

/// Notes the syntax errors of a piece of the file that begins at `start`, leaving out those that follow from others.
pub(super) fn report_errors(
    errors: &[Error],
    start: usize,
    text: &str,
    report: &mut Report,
) -> Vec<Span> {
    let mut spans: Vec<(Span, &str)> = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            (span.start + start..span.end + start, error.message())
        })
        .collect();
    spans.sort_by_key(|(span, _)| span.start);
    for (span, message) in first_of_each_line(&without_swallowed(&spans), text) {
        let code = if message.starts_with("invalid date") {
            "bad-date"
        } else {
            "toml-syntax"
        };
        let right = right_line(text, span.start);
        let help = right.map_or_else(
            || help(message).to_owned(),
            |line| format!("write it so: {line}"),
        );
        report.error(code, &told_place(span, message, text), message, help);
    }
    spans.into_iter().map(|(span, _)| span).collect()
}

/// Returns where a reader looks for the mistake: the parser stumbles only where it cannot go on.
fn told_place(span: Span, message: &str, text: &str) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    if message.starts_with("invalid multi-line") {
        let opening = ["\"\"\"", "'''"]
            .into_iter()
            .filter_map(|quotes| before.rfind(quotes));
        return opening.max().map_or(span, |at| at..at + 3);
    }
    let in_list = message.starts_with("missing comma") || is_unclosed_list(message);
    if in_list && span.is_empty() {
        let end = before.trim_end().len();
        return end..end;
    }
    span
}

/// Leaves out what a list without its closing bracket swallowed: only its first error is one.
fn without_swallowed<'a>(errors: &[(Span, &'a str)]) -> Vec<(Span, &'a str)> {
    let unclosed = errors
        .iter()
        .rposition(|(_, message)| is_unclosed_list(message));
    let Some(last) = unclosed else {
        return errors.to_vec();
    };
    let inside = |message: &str| message.contains("array") || message.contains("inline table");
    let Some(first) = errors.iter().position(|(_, message)| inside(message)) else {
        return errors.to_vec();
    };
    let mut kept = errors[..first].to_vec();
    kept.push((errors[first].0.clone(), errors[last].1));
    kept
}

fn is_unclosed_list(message: &str) -> bool {
    message.starts_with("unclosed array,") || message.starts_with("unclosed inline table")
}

fn first_of_each_line<'a>(errors: &[(Span, &'a str)], text: &str) -> Vec<(Span, &'a str)> {
    let mut kept: Vec<(Span, &str)> = Vec::new();
    for (span, message) in errors {
        let same_line = kept.last().is_some_and(|(last, _)| {
            text.get(last.start..span.start)
                .is_some_and(|between| !between.contains('\n'))
        });
        if !same_line {
            kept.push((span.clone(), message));
        }
    }
    kept
}

fn help(message: &str) -> &'static str {
    HELPS
        .iter()
        .find(|(start, _)| message.starts_with(start))
        .map_or(
            "see https://toml.io for how values are written",
            |(_, help)| help,
        )
}
