//! Judges drafts: every rule about guides that is not about their form, one idea a file.

mod characters;
mod discord_marks;
mod film;
mod former_ids;
mod ids;
mod lengths;
mod links;
mod markup;
mod names;
mod offsets;
mod phrasings;
mod placeholders;
mod plain_text;
mod problem;
mod references;
mod remakes;
mod review;
mod sections;
mod spoilers;
mod topics;

use super::diagnostic::Severity;
use super::draft::Draft;
use super::report::Report;
use crate::guide::Date;

pub(super) use film::YEARS;
pub(super) use lengths::{MAX_TEXT_CHARS, MAX_TITLE_CHARS};
pub(super) use phrasings::fold as fold_phrasing;
pub(super) use remakes::remakes;

use self::names::Names;

/// Judges one guide; `text` is that of its file, `today` the day to judge its review by.
pub(super) fn validate(draft: &Draft, text: &str, today: Option<Date>, report: &mut Report) {
    let names = Names::of(draft);
    ids::check(draft, report);
    former_ids::check(draft, report);
    sections::check(draft, report);
    references::check(draft, &names, report);
    phrasings::check(draft, report);
    lengths::check(draft, report);
    placeholders::check(draft, report);
    characters::check(draft, text, report);
    spoilers::check(draft, report);
    topics::check(draft, report);
    film::check(&draft.film, report);
    review::check(&draft.film, today, report);
    markup::check(draft, &names, text, report);
}

/// Returns whether a link to the web is one that guides cannot have.
pub(super) fn is_refused_link(target: &str) -> bool {
    links::web_link(target).is_some_and(|problem| problem.severity == Severity::Error)
}
