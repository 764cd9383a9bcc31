//! The film's own fields: its numbers and its source.

use std::ops::RangeInclusive;

use super::links;
use crate::content::draft::{DraftFilm, DraftValue, Located};
use crate::content::report::Report;

/// Years in which films come out; others are slips of the finger.
pub(in crate::content) const YEARS: RangeInclusive<i64> = 1880..=2100;
/// The longest film ever shown ran for 51,420 minutes; more is a slip of the finger.
const RUNTIMES: RangeInclusive<i64> = 1..=60_000;

/// Judges the fields of `[film]` but `reviewed`.
pub(super) fn check(film: &DraftFilm, report: &mut Report) {
    check_number("year", film.year.as_ref(), &YEARS, report);
    for (fact, value) in &film.facts {
        if let DraftValue::Minutes(minutes) = value {
            check_number(fact.key, Some(minutes), &RUNTIMES, report);
        }
    }
    let source = film.source.as_ref();
    let source = source.filter(|source| !source.value.trim().is_empty());
    if let Some(source) = source
        && let Some(problem) = links::web_link(source.value.trim())
    {
        problem.report(&source.span, report);
    }
}

fn check_number(
    key: &str,
    number: Option<&Located<i64>>,
    range: &RangeInclusive<i64>,
    report: &mut Report,
) {
    if let Some(number) = number.filter(|number| !range.contains(&number.value)) {
        let message = format!("`{key}` is {}", number.value);
        let help = format!("`{key}` is between {} and {}", range.start(), range.end());
        report.error("bad-number", &number.span, message, help);
    }
}
