//! `frontrow eval questions.tsv` measures the answers to questions whose answers are known.
//!
//! The questions take the very path that every surface takes, so a change of the guide or of the
//! matching shows here before people meet it.

mod measure;
mod metrics;
mod misses;
mod questions;
mod report;
mod table;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};

use super::exit::Exit;
use super::library;
use super::terminal::Terminal;
use crate::answer::ScopedQuestion;
use crate::app::json;
use crate::library::Library;
use questions::Case;
use report::EvalReport;

/// The arguments of `eval`.
#[derive(Debug, clap::Args)]
pub(super) struct EvalArgs {
    /// Questions: `question<TAB>id|id` a line, or JSON lines {"q", "gold"}; all are measured together
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Ask a collection of JSON lines {"id", "question", "aliases", "answer"} instead of the guides
    #[arg(long, value_name = "ENTRIES.jsonl", conflicts_with = "guides")]
    corpus: Option<PathBuf>,
    /// The film they are about
    #[arg(long, value_name = "ID", conflicts_with = "corpus")]
    film: Option<String>,
    /// Leave each entry this many of its phrasings, to see what a guide written in a hurry would answer
    #[arg(long, value_name = "N")]
    phrasings: Option<usize>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// List the questions that went wrong
    #[arg(long)]
    misses: bool,
}

/// Measures and reports.
pub(super) fn run(args: &EvalArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let cases = read(&args.files)?;
    let (library, blank) = match &args.corpus {
        Some(corpus) => (library::load_corpus(corpus)?, ScopedQuestion::default()),
        None => {
            let library = library::load(terminal)?;
            let blank = library::question(&library, args.film.as_deref(), terminal.config)?;
            (library, blank)
        }
    };
    let (library, build_ms) = rebuilt(library, args.phrasings);
    let outcomes = measure::outcomes(&library, blank, &cases)?;
    let latencies = measure::latencies(&library, blank, &cases);
    let report = EvalReport::new(&library, &outcomes, &latencies, build_ms);
    if args.json {
        json::write(&mut terminal.out, &report)?;
    } else {
        table::write(&mut terminal.out, &report)?;
    }
    if args.misses {
        // Apart from the figures, which another program may be reading.
        let list = if args.json {
            &mut terminal.err
        } else {
            &mut terminal.out
        };
        writeln!(list)?;
        misses::write(list, &outcomes)?;
    }
    Ok(Exit::Done)
}

fn read(files: &[PathBuf]) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let source = std::fs::read_to_string(file).with_context(|| name.clone())?;
        cases.extend(questions::parse(&name, &source)?);
    }
    Ok(cases)
}

/// Builds the library of its own guides once more, each entry with at most `max_phrasings`, and returns how long
/// that takes, in milliseconds.
fn rebuilt(library: Library, max_phrasings: Option<usize>) -> (Library, f64) {
    // Taken apart first: two libraries at a time take twice the memory.
    let mut guides = library.into_guides();
    if let Some(max) = max_phrasings {
        let sections = guides
            .iter_mut()
            .flat_map(|guide| &mut Arc::make_mut(guide).sections);
        let entries = sections.flat_map(|section| &mut section.entries);
        entries.for_each(|entry| Arc::make_mut(entry).ask.truncate(max));
    }
    let start = Instant::now();
    let library = Library::build(guides, &[]);
    (library, start.elapsed().as_secs_f64() * 1e3)
}
