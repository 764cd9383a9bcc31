//! Takes one guide file apart and judges it by itself: the one way from a text to a guide.

use super::diagnostic::Diagnostic;
use super::draft::Draft;
use super::report::Report;
use super::source_file::SourceFile;
use super::{parse, validate};
use crate::guide::Date;

/// Takes a file apart and judges it; `number` is its place among the sources, `today` the day to judge its review by.
pub(super) fn read(
    number: usize,
    file: &SourceFile,
    today: Option<Date>,
) -> (Draft, Vec<Diagnostic>) {
    let mut report = Report::new(number);
    let draft = parse::parse(&file.text, &mut report);
    validate::validate(&draft, &file.text, today, &mut report);
    (draft, report.found)
}
