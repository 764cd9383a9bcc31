//! What `ask --explain` adds: the entries that came closest, and how close.

use std::io::{self, Write};

use super::Terminal;
use super::screen::Style;
use crate::answer::Question;
use crate::content::Library;

/// How many entries are shown.
const SHOWN: usize = 5;

/// Writes the best of the ranking to standard error, so that `--json` stays clean.
pub(super) fn write(
    terminal: &mut Terminal<'_>,
    library: &Library,
    question: &Question<'_>,
) -> io::Result<()> {
    let err = &mut terminal.err;
    let heading = err.styled(Style::Dim, "Closest entries, by confidence:");
    writeln!(err, "{heading}")?;
    for hit in library.rank(question).iter().take(SHOWN) {
        let film = library
            .guides()
            .get(hit.film)
            .map(|guide| guide.id.as_str());
        writeln!(
            err,
            "  {:.3}  {} {}",
            hit.confidence,
            film.unwrap_or_default(),
            hit.entry
        )?;
    }
    Ok(())
}
