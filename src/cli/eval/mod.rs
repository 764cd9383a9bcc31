//! `frontrow eval questions.tsv` measures the answers to questions whose answers are known.
//!
//! The questions take the very path that every surface takes, so a change of the guide or of the
//! matching shows here before people meet it. They are asked of the whole library: what names no film may be answered
//! from any, unless the line, `--film` or the settings say which is meant. See [`questions`] for the files.

mod gold;
mod measure;
mod metrics;
mod misses;
mod questions;
mod report;
mod table;

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};

use super::exit::Exit;
use super::library;
use super::terminal::Terminal;
use crate::answer::ScopedQuestion;
use crate::app::json;
use crate::library::Library;
use gold::AskedCase;
use questions::Case;
use report::EvalReport;

/// The arguments of `eval`.
#[derive(Debug, clap::Args)]
pub(super) struct EvalArgs {
    /// Questions: `question<TAB>id|id` a line, or JSON lines {"q", "gold"}
    ///
    /// All files are measured together. A line is one of
    ///
    ///   who directed it<TAB>facts/director
    ///   is it for kids<TAB>faq/for-children|debates/explicit-scenes
    ///   who directed red rocket<TAB>red-rocket:facts/director
    ///   who directed it<TAB>facts/director<TAB>red-rocket
    ///   where can I stream it<TAB>
    ///   {"q": "who made it", "gold": ["facts/director"], "film": "red-rocket"}
    ///
    /// Behind the first tab stand the ids of the entries that answer it, any of
    /// which is right; with none it must not be answered. An id that several
    /// guides have stands behind its film's, with a colon between them.
    ///
    /// Questions are asked of all guides. Behind a second tab, or under "film",
    /// stands the film that is asked about where that is settled beforehand, as
    /// by a channel of its own. A line that begins with # is a comment.
    #[arg(required = true, value_name = "FILE", verbatim_doc_comment)]
    files: Vec<PathBuf>,
    /// Ask a collection of JSON lines {"id", "question", "aliases", "answer"} instead of the guides
    #[arg(long, value_name = "ENTRIES.jsonl", conflicts_with = "guides")]
    corpus: Option<PathBuf>,
    /// The film they are about, where their file does not say it
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
    let asked = cases
        .iter()
        .map(|case| AskedCase::new(&library, blank, case));
    let asked: Vec<AskedCase<'_>> = asked.collect::<Result<_>>()?;
    let outcomes: Vec<_> = asked
        .iter()
        .map(|one| measure::outcome(&library, one))
        .collect();
    let latencies = measure::latencies(&library, &asked);
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
        misses::write(list, &library, &outcomes)?;
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
        let sections = guides.iter_mut().flat_map(|guide| &mut guide.sections);
        let entries = sections.flat_map(|section| &mut section.entries);
        entries.for_each(|entry| entry.ask.truncate(max));
    }
    let start = Instant::now();
    let library = Library::build(guides, &[]);
    (library, start.elapsed().as_secs_f64() * 1e3)
}
