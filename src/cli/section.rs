//! `frontrow section` lists what a film's guide covers; `frontrow section critics` … shows one section.
//!
//! `facts` and `faq` are sections too; `section/entry` shows a single entry.

use std::io::{self, Write};

use anyhow::Result;

use super::exit::{Exit, Failure};
use super::layout::{self, Hints};
use super::library;
use super::screen::Screen;
use super::terminal::Terminal;
use crate::guide::Guide;
use crate::reply::{self, Page, Settings, texts};

/// The arguments of `section`.
#[derive(Debug, clap::Args)]
pub(super) struct SectionArgs {
    /// The section or entry; without it, the contents
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// The film
    #[arg(long, value_name = "ID")]
    film: Option<String>,
    /// Show what gives the story away
    #[arg(long)]
    spoilers: bool,
}

/// Shows the contents or one section.
pub(super) fn run(args: &SectionArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let app = library::app(terminal)?;
    let library = app.library();
    let guide = library::one_guide(&library, args.film.as_deref(), terminal.config)?;
    let settings = app.settings_with_spoilers(args.spoilers);
    match &args.id {
        None => write_contents(&mut terminal.out, guide, &settings)?,
        Some(id) => write_by_id(
            &mut terminal.out,
            guide,
            id,
            &settings,
            &Hints::command(&library),
        )?,
    }
    Ok(Exit::Done)
}

/// Writes a guide's sections and entries with their ids.
pub(super) fn write_contents(
    out: &mut Screen,
    guide: &Guide,
    settings: &Settings<'_>,
) -> io::Result<()> {
    layout::title(out, &guide.film.label())?;
    for heading in reply::contents(guide, settings) {
        writeln!(out)?;
        layout::with_id(out, "", &heading.section.title, &heading.section.id)?;
        for (id, title) in &heading.entries {
            layout::with_id(out, "  ", title, id)?;
        }
    }
    Ok(())
}

/// Writes the section or the entry with this id.
pub(super) fn write_by_id(
    out: &mut Screen,
    guide: &Guide,
    id: &str,
    settings: &Settings<'_>,
    hints: &Hints,
) -> Result<()> {
    if let Some(section) = guide.section(id) {
        return Ok(write_page(
            out,
            &reply::section(guide, section, settings),
            hints,
        )?);
    }
    match guide.entry(id) {
        Some(entry) => Ok(layout::answered(
            out,
            &reply::entry(guide, entry, settings),
            hints,
        )?),
        None => Err(no_such_section(guide, id).into()),
    }
}

fn write_page(out: &mut Screen, page: &Page, hints: &Hints) -> io::Result<()> {
    layout::title(out, &page.section.title)?;
    let place = match page.reviewed {
        Some(date) => texts::reviewed(&page.film_label, &date.to_string()),
        None => page.film_label.clone(),
    };
    layout::dim(out, &place)?;
    for entry in &page.entries {
        writeln!(out)?;
        if !page.one_text {
            layout::title(out, &entry.title)?;
        }
        layout::body(out, entry, hints)?;
    }
    Ok(())
}

fn no_such_section(guide: &Guide, id: &str) -> Failure {
    let sections = guide.sections.iter().map(|section| section.id.as_str());
    let ids = sections.chain(guide.entries().map(|entry| entry.id.as_str()));
    let nearest = library::nearest(id, ids);
    Failure::usage(texts::no_such_section(id, &guide.film.label(), nearest))
}
