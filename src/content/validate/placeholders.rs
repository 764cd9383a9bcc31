//! The words that `frontrow new` writes for people to replace: nobody may get them as an answer.

use crate::content::draft::{Draft, Text};
use crate::content::report::Report;

/// The beginnings of texts that stand in a new guide.
const TEXTS: [&str; 2] = ["Write here what", "Write the answer here"];
/// Values of facts that stand in a new guide and say nothing.
const VALUES: [&str; 7] = [
    "Name",
    "Another Name",
    "Name of the actor",
    "Name of the role",
    "the novel Title by Name",
    "another name people use",
    "https://example.org/where-the-facts-come-from",
];

/// Notes every text and every fact that nobody has filled in.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let strings = draft.film.strings().chain(&draft.film.source);
    for text in strings.filter(|text| VALUES.contains(&text.value.trim())) {
        unfilled(text, "write what it is, or take the line away", report);
    }
    for text in draft.blocks().filter_map(|block| block.text.as_ref()) {
        if TEXTS
            .iter()
            .any(|begin| text.value.trim_start().starts_with(begin))
        {
            unfilled(
                text,
                "write what the bot says, or take the entry away",
                report,
            );
        }
    }
}

fn unfilled(text: &Text, help: &str, report: &mut Report) {
    let message = "this stands in every new guide and is not filled in yet";
    report.error("placeholder", &text.span, message, help);
}
