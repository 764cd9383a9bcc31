//! Topics: each is one of the catalogue, or "none" alone, and stands where the text is.

use crate::content::diagnostic::{nearest, quoted};
use crate::content::draft::{Block, Draft, Text};
use crate::content::report::Report;
use crate::search::{self, NO_TOPIC};

/// Judges all topics that a guide names.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in draft.blocks() {
        check_entry(&entry.topics, report);
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

fn check_entry(topics: &[Text], report: &mut Report) {
    for topic in topics {
        if topic.value == NO_TOPIC {
            if topics.len() > 1 {
                let message = format!("{} stands beside other topics", quoted(NO_TOPIC));
                let help = "take it out, or leave it alone";
                report.error("unknown-topic", &topic.span, message, help);
            }
        } else if search::topic(&topic.value).is_none() {
            let message = format!("{} is no topic", quoted(&topic.value));
            report.error("unknown-topic", &topic.span, message, help(&topic.value));
        }
    }
}

fn help(word: &str) -> String {
    let known = search::topics().iter().map(|topic| topic.id.as_str());
    let guess = nearest(word, known);
    let guess = guess.map_or_else(String::new, |guess| format!("did you mean \"{guess}\"? "));
    format!("{guess}`frontrow topics` lists them")
}
