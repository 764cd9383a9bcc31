//! Lengths: what chat programs can show.

use crate::content::diagnostic::quoted;
use crate::content::draft::{Draft, Text};
use crate::content::report::Report;

/// Titles and questions are at most this long, in characters: buttons and menus of chat programs show no more.
pub(in crate::content) const MAX_TITLE_CHARS: usize = 80;
/// Texts are at most this long, in characters: with breadcrumb and links a message must hold them.
pub(in crate::content) const MAX_TEXT_CHARS: usize = 3_500;

/// Judges the lengths of titles, questions and texts.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    if let Some(title) = &draft.film.title {
        check_title("title", title, report);
    }
    if let Some(note) = &draft.film.note {
        check_title("note", note, report);
    }
    for entry in draft.blocks() {
        if let Some(title) = &entry.title {
            check_title(entry.block.title_key(), title, report);
        }
        if let Some(text) = &entry.text {
            check_text(entry.block.text_key(), text, report);
        }
    }
}

fn check_title(key: &str, title: &Text, report: &mut Report) {
    let n_chars = title.value.trim().chars().count();
    if n_chars > MAX_TITLE_CHARS {
        let name = quoted(&title.value);
        let message = format!("the {key} {name} has {n_chars} characters");
        let help = format!("shorten it to {MAX_TITLE_CHARS} or fewer: menus show no more");
        report.error("title-too-long", &title.span, message, help);
    }
}

fn check_text(key: &str, text: &Text, report: &mut Report) {
    let n_chars = text.value.trim().chars().count();
    if n_chars > MAX_TEXT_CHARS {
        let message = format!("the {key} has {n_chars} characters");
        let help = format!("shorten it to {MAX_TEXT_CHARS} or fewer, or make it two entries");
        report.error("text-too-long", &text.span, message, help);
    }
}
