//! Sections: each has either a text of its own or entries.

use crate::content::diagnostic::quoted;
use crate::content::draft::{Draft, DraftSection};
use crate::content::report::Report;

/// Judges what the sections of a guide are made of.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for section in &draft.sections {
        check_one(section, report);
    }
    let holds_nothing = draft.blocks().next().is_none() && !draft.may_lack_entries;
    if holds_nothing {
        let help = "add a [[section]] with a text, or a [[faq]]";
        report.warning(
            "no-entries",
            &(0..0),
            "the guide has no section and no question",
            help,
        );
    }
}

fn check_one(section: &DraftSection, report: &mut Report) {
    let own = &section.own;
    let name = own
        .id
        .as_ref()
        .map_or_else(String::new, |id| format!(" {}", quoted(&id.value)));
    match (&own.text, section.entries.is_empty()) {
        (Some(text), false) => report.error(
            "text-and-entries",
            &text.span,
            format!("the section{name} has a text and entries"),
            "make the text an entry of its own, or move the entries to another section",
        ),
        (None, true) if !own.may_lack_parts => report.error(
            "empty-section",
            &own.span,
            format!("the section{name} has neither a text nor entries"),
            "give it a text = \"\"\"…\"\"\", or add a [[section.entry]] below it",
        ),
        (None, false) => {
            if let Some(ask) = own.ask.first() {
                report.error(
                    "ask-without-text",
                    &ask.span,
                    format!("the section{name} has `ask` but no text to answer with"),
                    "move these phrasings to the entry that answers them",
                );
            }
        }
        _ => {}
    }
}
