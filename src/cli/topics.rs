//! `frontrow topics` lists what people ask about any film, and which entry of a guide answers it.

use std::io::{self, Write};

use anyhow::Result;

use super::exit::Exit;
use super::screen::Screen;
use super::table::{self, left};
use super::terminal::Terminal;
use super::{layout, library};
use crate::guide::{FACTS, Guide};
use crate::reply::texts::topics as texts;
use crate::search::{self, EntryTopics, Topic};

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
        let fact = FACTS.iter().find(|fact| topic.fact && fact.id == topic.id);
        let fact = fact
            .map(|fact| texts::fill_in(fact.key))
            .unwrap_or_default();
        [topic.id.clone(), asked, fact]
    });
    table::write(out, &[left(0, 2), left(0, 2), left(0, 0)], rows)
}

fn of_guide(out: &mut Screen, guide: &Guide) -> io::Result<()> {
    let claimed = search::claimed_in(guide);
    let answers = |topic: &Topic| {
        let is_claimed = |claims: &&EntryTopics<'_>| {
            let mut topics = claims.topics.iter();
            topics.any(|claimed| claimed.id == topic.id)
        };
        let entries = claimed.iter().filter(is_claimed);
        let ids: Vec<&str> = entries.map(|claims| claims.entry.id.as_str()).collect();
        ids.join(", ")
    };
    layout::title(out, &guide.film.label())?;
    writeln!(out)?;
    let covered = to_be_named().map(|topic| [topic.id.clone(), answers(topic)]);
    let covered = covered.filter(|[_, entries]| !entries.is_empty());
    table::write(out, &[left(0, 2), left(0, 0)], covered)?;
    let common: Vec<&str> = search::not_covered(&claimed)
        .iter()
        .map(|topic| topic.id.as_str())
        .collect();
    if !common.is_empty() {
        writeln!(out)?;
        layout::say(out, &texts::also_asked(&common))?;
    }
    let others = to_be_named().filter(|topic| !topic.seldom && !topic.common);
    let others = others.filter(|topic| answers(topic).is_empty());
    let others: Vec<&str> = others.map(|topic| topic.id.as_str()).collect();
    if !others.is_empty() {
        writeln!(out)?;
        layout::say(out, &texts::not_covered(&others))?;
    }
    Ok(())
}
