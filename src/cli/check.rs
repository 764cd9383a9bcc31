//! `frontrow check` reads every guide and says everything that is wrong, each with its place and what to do.
//!
//! Once there is no error it also says what people ask about any film and a guide leaves out, and with `--topics` which
//! entries answer what people ask about any film. Fit for a pre-commit hook: ends with 1 on errors, with `--strict` on
//! warnings too, never on notes.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use serde::Serialize;

use super::date::{parse_date, today};
use super::exit::Exit;
use super::guide_topics::{self, GuideTopicsJson};
use super::screen::{Screen, Style};
use super::terminal::Terminal;
use crate::app::json;
use crate::content::{self, Counts, Diagnostics, LoadOptions, Loaded, Record, Severity};
use crate::guide::Date;
use crate::reply::texts;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Folder of the guide files, or some of the files, instead of --guides
    #[arg(value_name = "PATH", conflicts_with = "guides")]
    paths: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// End with 1 on warnings too
    #[arg(long)]
    strict: bool,
    /// List the topics that entries claim by their titles or phrasings, and those that no entry claims, guide by guide
    #[arg(long)]
    topics: bool,
    /// The day to judge review dates by, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    today: Option<Date>,
}

/// The JSON that `check --json` prints.
#[derive(Debug, Serialize)]
struct CheckJson {
    errors: usize,
    warnings: usize,
    notes: usize,
    guides: usize,
    sections: usize,
    entries: usize,
    phrasings: usize,
    checks: usize,
    diagnostics: Vec<Record>,
    /// With `--topics` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    topics: Option<Vec<GuideTopicsJson>>,
}

/// Checks and reports.
pub(super) fn run(args: &CheckArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let options = LoadOptions {
        today: Some(args.today.unwrap_or_else(today)),
        collisions: true,
        ..LoadOptions::default()
    };
    let loaded = match args.paths.as_slice() {
        [] => content::load(terminal.guides, &options),
        [dir] if !dir.is_file() => content::load(dir, &options),
        files => content::load_files(files, &options),
    };
    if args.json {
        json::write(&mut terminal.out, &CheckJson::of(&loaded, args.topics))?;
    } else {
        write(&mut terminal.out, &loaded, args.topics)?;
    }
    let found = loaded.diagnostics();
    let warnings = if args.strict {
        found.count(Severity::Warning)
    } else {
        0
    };
    Ok(if found.count(Severity::Error) + warnings > 0 {
        Exit::Failed
    } else {
        Exit::Done
    })
}

/// Returns how many errors, warnings and notes there are, in words.
pub(super) fn summary(found: &Diagnostics) -> String {
    let count = |severity| found.count(severity);
    texts::problems(
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    )
}

fn write(out: &mut Screen, loaded: &Loaded, topics: bool) -> io::Result<()> {
    let found = loaded.diagnostics();
    write!(out, "{}", found.render(out.colors()))?;
    if topics {
        guide_topics::write_all(out, loaded.guides())?;
    } else if found.count(Severity::Error) == 0 {
        // Until then there is enough to do.
        guide_topics::write_summary(out, loaded.guides())?;
    }
    let Counts {
        guides,
        sections,
        entries,
        phrasings,
        checks,
    } = loaded.counts();
    let held = texts::holdings([
        (guides, "guide"),
        (sections, "section"),
        (entries, "entry"),
        (phrasings, "phrasing"),
        (checks, "check"),
    ]);
    let line = out.styled(Style::Bold, &summary(found));
    writeln!(out, "{line} {held}")
}

impl CheckJson {
    fn of(loaded: &Loaded, topics: bool) -> Self {
        let found = loaded.diagnostics();
        let counts = loaded.counts();
        Self {
            errors: found.count(Severity::Error),
            warnings: found.count(Severity::Warning),
            notes: found.count(Severity::Note),
            guides: counts.guides,
            sections: counts.sections,
            entries: counts.entries,
            phrasings: counts.phrasings,
            checks: counts.checks,
            diagnostics: found.records(),
            topics: topics.then(|| loaded.guides().iter().map(GuideTopicsJson::of).collect()),
        }
    }
}
