//! Spoiler levels: one of the words there are.

use crate::content::diagnostic::{nearest, quoted};
use crate::content::draft::Draft;
use crate::content::report::Report;
use crate::guide::Spoiler;

/// Judges all spoiler levels of a guide.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for level in draft.blocks().filter_map(|entry| entry.spoiler.as_ref()) {
        if Spoiler::parse(&level.value).is_some() {
            continue;
        }
        let message = format!("{} is no spoiler level", quoted(&level.value));
        let known = Spoiler::ALL.map(Spoiler::as_str);
        let guess = nearest(&level.value, known);
        let guess = guess.map_or_else(String::new, |guess| format!("did you mean \"{guess}\"? "));
        let help = format!("{guess}The levels are: {}", known.join(", "));
        report.error("unknown-spoiler-level", &level.span, message, help);
    }
}
