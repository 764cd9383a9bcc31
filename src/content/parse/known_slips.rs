//! Takes lines out whose right form is known: the parser would stumble there and miss what is wrong in the next ones.

use toml::de::DeTable;

use super::pieces::pieces;
use super::right_line::right_line;
use super::syntax;
use crate::content::draft::Span;
use crate::content::report::Report;

/// More slips in one table are not looked for, each by itself: every one costs a reading of the table.
const MAX_SLIPS: usize = 20;

/// Notes each such line and returns the text with blanks in its place, so that all others stay where they are, and
/// where these lines stand.
pub(super) fn take_out(text: &str, report: &mut Report) -> (String, Vec<Span>) {
    let mut rest = text.to_owned();
    let mut lines = Vec::new();
    for piece in pieces(text) {
        for _ in 0..MAX_SLIPS {
            let body = rest.get(piece.body.clone()).unwrap_or_default();
            let (_, errors) = DeTable::parse_recoverable(body);
            let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
            let Some(first) = errors.into_iter().min_by_key(start) else {
                break;
            };
            let at = piece.body.start + start(&first);
            if right_line(&rest, at).is_none() {
                break;
            }
            syntax::report_errors(&[first], piece.body.start, &rest, report);
            let line = line_around(&rest, at);
            rest.replace_range(line.clone(), &" ".repeat(line.len()));
            lines.push(line);
        }
    }
    (rest, lines)
}

fn line_around(text: &str, at: usize) -> Span {
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| at + end);
    start..end
}
