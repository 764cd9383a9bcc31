//! References: where a FAQ sends its readers, what it sums up, which answers a check expects.

use super::names::Names;
use crate::content::diagnostic::{did_you_mean, quoted};
use crate::content::draft::{Draft, DraftCheck, NO_ANSWER, Text};
use crate::content::report::Report;
use crate::guide::FACTS;

/// Judges all references of a guide but the links in its texts.
pub(super) fn check(draft: &Draft, names: &Names, report: &mut Report) {
    for faq in &draft.faqs {
        if let Some(section) = &faq.section {
            check_section(section, names, report);
        }
        if let Some(entry) = &faq.sums_up {
            check_entry(entry, names, report);
        }
    }
    for check in &draft.checks {
        check_answers(check, names, report);
    }
}

/// Returns what to do about an id that no entry has.
pub(super) fn help_for_entry(id: &str, names: &Names) -> String {
    if let Some(first) = names.first_entry_of(id) {
        return format!("{id} is a section with entries: name one of them, such as \"{first}\"");
    }
    if is_empty_fact(id) {
        return "fill in the fact in [film], then it can answer".to_owned();
    }
    let known = names.entries.iter().map(String::as_str);
    did_you_mean(id, known, || {
        "name an entry as section/entry, faq/id or facts/name".to_owned()
    })
}

fn is_empty_fact(id: &str) -> bool {
    FACTS.iter().any(|fact| fact.kind.entry_id().as_str() == id)
}

fn check_section(section: &Text, names: &Names, report: &mut Report) {
    if names.has_section(&section.value) {
        return;
    }
    let message = format!("there is no section {}", quoted(&section.value));
    let known = names.sections.iter().map(String::as_str);
    let help = did_you_mean(&section.value, known, || {
        "name the id of a section, or leave `section` out".to_owned()
    });
    report.error("unknown-section", &section.span, message, help);
}

fn check_entry(entry: &Text, names: &Names, report: &mut Report) {
    if names.has_entry(&entry.value) {
        return;
    }
    let message = format!("there is no entry {}", quoted(&entry.value));
    let help = help_for_entry(&entry.value, names);
    report.error("unknown-entry", &entry.span, message, help);
}

fn check_answers(check: &DraftCheck, names: &Names, report: &mut Report) {
    for answer in &check.answer {
        if answer.value != NO_ANSWER {
            check_entry(answer, names, report);
        } else if check.answer.len() > 1 {
            let help = "write either \"none\" or ids: the bot cannot answer and stay silent";
            report.error(
                "none-among-answers",
                &answer.span,
                "\"none\" stands beside other answers",
                help,
            );
        }
    }
}
