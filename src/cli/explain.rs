//! What `ask --explain` adds: the entries that came closest, and how close.

use std::io::{self, Write};

use super::layout;
use super::screen::Screen;
use crate::answer::Question;
use crate::content::Library;
use crate::reply::texts;

/// How many entries are shown.
const SHOWN: usize = 5;

/// Writes the best of the ranking.
pub(super) fn write(
    out: &mut Screen,
    library: &Library,
    question: &Question<'_>,
) -> io::Result<()> {
    writeln!(out)?;
    layout::dim(out, texts::CLOSEST)?;
    for hit in library.rank(question).iter().take(SHOWN) {
        let film = library
            .guides()
            .get(hit.film)
            .map(|guide| guide.id.as_str());
        writeln!(
            out,
            "  {:.3}  {} {}",
            hit.confidence,
            film.unwrap_or_default(),
            hit.entry
        )?;
    }
    Ok(())
}
