//! Topics: each is one of the catalogue, and stands where the text is.

use crate::content::diagnostic::{nearest, quoted};
use crate::content::draft::{Block, Draft};
use crate::content::report::Report;
use crate::search;

/// Judges all topics that a guide names.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for topic in draft.blocks().flat_map(|entry| &entry.topics) {
        if search::topic(&topic.value).is_some() {
            continue;
        }
        let message = format!("{} is no topic", quoted(&topic.value));
        let known = search::topics().iter().map(|topic| topic.id.as_str());
        let guess = nearest(&topic.value, known);
        let guess = guess.map_or_else(String::new, |guess| format!("did you mean \"{guess}\"? "));
        let help = format!("{guess}`frontrow topics` lists them");
        report.error("unknown-topic", &topic.span, message, help);
    }
    let sections = draft
        .sections
        .iter()
        .filter(|section| !section.is_one_text());
    for topic in sections.flat_map(|section| section.own.topics.first()) {
        let header = Block::Entry.header();
        let message = "`topic` stands in a section that has no text of its own";
        let help = format!("move it to the {header} that answers it");
        report.error("unused-topic", &topic.span, message, help);
    }
}
