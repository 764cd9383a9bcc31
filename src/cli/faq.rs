//! `frontrow faq` lists the questions that a film's guide answers in so many words.

use std::io::{self, Write};

use anyhow::Result;

use super::exit::Exit;
use super::screen::Screen;
use super::terminal::Terminal;
use super::{layout, library};
use crate::guide::{FAQ_SECTION, Guide};
use crate::reply::texts;

/// The arguments of `faq`.
#[derive(Debug, clap::Args)]
pub(super) struct FaqArgs {
    /// The film
    #[arg(long, value_name = "ID")]
    film: Option<String>,
}

/// Lists the questions.
pub(super) fn run(args: &FaqArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let library = library::load(terminal)?;
    let guide = library::one_guide(&library, args.film.as_deref(), terminal.config)?;
    write(&mut terminal.out, guide)?;
    Ok(Exit::Done)
}

/// Writes a guide's questions with their ids.
pub(super) fn write(out: &mut Screen, guide: &Guide) -> io::Result<()> {
    let Some(section) = guide.section(FAQ_SECTION) else {
        return writeln!(out, "{}", texts::no_questions(&guide.film.label()));
    };
    layout::title(out, &guide.film.label())?;
    writeln!(out)?;
    for entry in &section.entries {
        layout::with_id(out, "", &entry.title, entry.id.as_str())?;
    }
    Ok(())
}
