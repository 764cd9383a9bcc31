//! `frontrow topics` lists what people ask about any film, and which entry of a guide answers it.

use std::io::{self, Write};

use anyhow::Result;

use super::exit::Exit;
use super::screen::Screen;
use super::table::{self, left};
use super::terminal::Terminal;
use super::{layout, library};
use crate::guide::Guide;
use crate::reply::texts;
use crate::search::{self, Topic};

/// The arguments of `topics`.
#[derive(Debug, clap::Args)]
pub(super) struct TopicsArgs {
    /// The film whose entries are looked at
    #[arg(long, value_name = "ID")]
    film: Option<String>,
}

/// Lists the topics; with a film, beside each the entries that claim it.
pub(super) fn run(args: &TopicsArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    match &args.film {
        None => all(&mut terminal.out)?,
        Some(film) => {
            let library = library::load_to_read(terminal)?;
            let guide = library::one_guide(&library, Some(film), terminal.config)?;
            of_guide(&mut terminal.out, guide)?;
        }
    }
    Ok(Exit::Done)
}

/// Returns the topics that a guide may name; a fact is filled in, and talk is about no film.
fn to_be_named() -> impl Iterator<Item = &'static Topic> {
    let topics = search::topics().iter();
    topics.filter(|topic| !topic.talk)
}

fn all(out: &mut Screen) -> io::Result<()> {
    let rows = to_be_named().map(|topic| {
        let asked = topic.ask.first().cloned().unwrap_or_default();
        [topic.id.clone(), asked]
    });
    table::write(out, &[left(0, 2), left(0, 0)], rows)
}

fn of_guide(out: &mut Screen, guide: &Guide) -> io::Result<()> {
    let mut claimed: Vec<(&str, &str)> = Vec::new();
    for section in &guide.sections {
        for entry in &section.entries {
            let topics = search::claims_for(section, entry, &guide.film);
            claimed.extend(
                topics
                    .iter()
                    .map(|topic| (topic.id.as_str(), entry.id.as_str())),
            );
        }
    }
    let answers = |topic: &Topic| {
        let ids = claimed.iter().filter(|(id, _)| *id == topic.id);
        let ids: Vec<&str> = ids.map(|(_, entry)| *entry).collect();
        ids.join(", ")
    };
    layout::title(out, &guide.film.label())?;
    writeln!(out)?;
    let covered = to_be_named().map(|topic| [topic.id.clone(), answers(topic)]);
    let covered = covered.filter(|[_, entries]| !entries.is_empty());
    table::write(out, &[left(0, 2), left(0, 0)], covered)?;
    let missing = to_be_named().filter(|topic| !topic.seldom && answers(topic).is_empty());
    let missing: Vec<&str> = missing.map(|topic| topic.id.as_str()).collect();
    if !missing.is_empty() {
        writeln!(out)?;
        writeln!(out, "{}", texts::topics_not_covered(&missing))?;
    }
    Ok(())
}
