//! `frontrow new "Film Title" --year 2021` writes a guide to fill in; it never overwrites one.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result};

use super::exit::{Exit, Failure};
use super::terminal::Terminal;
use crate::content::{self, Template};
use crate::reply::texts;

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// The film's title
    #[arg(value_name = "TITLE")]
    title: String,
    /// The year it came out
    #[arg(long, value_name = "YEAR")]
    year: Option<u16>,
}

/// Writes the guide.
pub(super) fn run(args: &NewArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let template = content::template(&args.title, args.year)
        .map_err(|error| Failure::usage(error.to_string()))?;
    fs::create_dir_all(terminal.guides)
        .with_context(|| format!("making the folder {}", terminal.guides.display()))?;
    let path = terminal
        .guides
        .join(file_name(&template, args.year, terminal.guides));
    let shown = path.display().to_string();
    match File::create_new(&path) {
        Ok(mut file) => file
            .write_all(template.text.as_bytes())
            .with_context(|| format!("writing {shown}"))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(Failure {
                exit: Exit::Failed,
                message: texts::exists(&shown),
            }
            .into());
        }
        Err(error) => return Err(error).with_context(|| format!("writing {shown}")),
    }
    writeln!(terminal.out, "{}", texts::begun(&shown))?;
    Ok(Exit::Done)
}

/// Returns the name of the file: with the year in it where a film of another year has the plain one.
fn file_name(template: &Template, year: Option<u16>, guides: &Path) -> String {
    let there = fs::read_to_string(guides.join(&template.file_name));
    let there = there.ok().and_then(|text| content::film_year(&text));
    match (&template.file_name_with_year, there, year) {
        (Some(name), Some(there), Some(year)) if there != year => name.clone(),
        _ => template.file_name.clone(),
    }
}
