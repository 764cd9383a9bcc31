//! Characters that nobody sees: they break lines, screens and searches.

use super::offsets::in_file;
use crate::content::draft::{Draft, Text};
use crate::content::report::Report;

/// Judges the characters of every string that people read or type.
pub(super) fn check(draft: &Draft, source: &str, report: &mut Report) {
    for text in draft.film.strings().chain(draft.film.source.iter()) {
        check_line(text, source, report);
    }
    for text in draft.film.ask.iter().flat_map(|(_, ask)| ask) {
        check_line(text, source, report);
    }
    for entry in draft.blocks() {
        for line in entry.title.iter().chain(&entry.ask) {
            check_line(line, source, report);
        }
        if let Some(text) = &entry.text {
            check_chars(text, source, report, |c| c != '\n' && is_control(c));
        }
    }
    for ask in draft.checks.iter().filter_map(|check| check.ask.as_ref()) {
        check_line(ask, source, report);
    }
}

fn check_line(line: &Text, source: &str, report: &mut Report) {
    check_chars(line, source, report, |c| {
        is_control(c) || matches!(c, '\u{2028}' | '\u{2029}')
    });
}

/// Returns whether a character moves the cursor or turns the text around.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Notes the first forbidden character: where there is one, there are often hundreds.
fn check_chars(text: &Text, source: &str, report: &mut Report, forbidden: impl Fn(char) -> bool) {
    let Some((at, c)) = text.value.char_indices().find(|(_, c)| forbidden(*c)) else {
        return;
    };
    let (message, help) = match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => (
            "a line break in a text of one line".to_owned(),
            "write it on one line",
        ),
        '\t' => ("a tab".to_owned(), "use spaces instead"),
        _ => (
            format!("the invisible control character U+{:04X}", u32::from(c)),
            "remove it; deleting and typing the word again often helps",
        ),
    };
    let span = in_file(text, at..at + c.len_utf8(), source);
    report.error("control-character", &span, message, help);
}
