//! `frontrow films` lists the films that have a guide.

use std::io;

use anyhow::Result;

use super::exit::Exit;
use super::screen::Screen;
use super::terminal::Terminal;
use super::{layout, library};
use crate::library::Library;

/// Lists the films.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let library = library::load(terminal)?;
    write(&mut terminal.out, &library)?;
    Ok(Exit::Done)
}

/// Writes each film with its year and id.
pub(super) fn write(out: &mut Screen, library: &Library) -> io::Result<()> {
    for guide in library.guides() {
        layout::with_id(out, "", &guide.film.label(), guide.id.as_str())?;
    }
    Ok(())
}
