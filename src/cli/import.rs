//! `frontrow import article.md` makes a guide of an article or a list of questions; it never overwrites one.
//!
//! With `--into red-rocket` what is new goes into the guide that is there, and nothing in that is changed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::check;
use super::date::today;
use super::exit::{Exit, Failure};
use super::layout;
use super::replace_file::replace_file;
use super::terminal::Terminal;
use crate::content::{
    self, Article, ImportOptions, Imported, MAX_FILE_BYTES, Severity, SourceFile,
};
use crate::reply::texts;

/// The arguments of `import`.
#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// Articles or lists of questions: Markdown, HTML, text, CSV, TSV, YAML, TOML, JSON
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The film's title, where the article does not say it
    #[arg(long, value_name = "TITLE", conflicts_with = "into")]
    title: Option<String>,
    /// The year it came out
    #[arg(long, value_name = "YEAR", conflicts_with = "into")]
    year: Option<u16>,
    /// The guide file to write [default: one in the folder of guides, named after the film]
    #[arg(short, long, value_name = "FILE", conflicts_with = "into")]
    output: Option<PathBuf>,
    /// Add what is new to this guide: a film's id, or a file
    #[arg(long, value_name = "GUIDE")]
    into: Option<String>,
}

/// Imports.
pub(super) fn run(args: &ImportArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let articles = args.files.iter().map(|file| read(file));
    let articles = articles.collect::<Result<Vec<Article>>>()?;
    let (imported, path) = match &args.into {
        Some(guide) => into(&articles, guide, terminal)?,
        None => new(&articles, args, terminal)?,
    };
    for note in &imported.notes {
        writeln!(terminal.err, "{note}")?;
    }
    let shown = path.display().to_string();
    let counts = (
        imported.n_sections,
        imported.n_entries,
        imported.n_questions,
    );
    let said = match args.into.is_some() {
        true => texts::import::added(&shown, counts, imported.notes.len()),
        false => texts::import::written(&shown, counts, imported.notes.len()),
    };
    layout::say(&mut terminal.out, &said)?;
    Ok(Exit::Done)
}

fn read(path: &Path) -> Result<Article> {
    let shown = path.display().to_string();
    let size = fs::metadata(path).with_context(|| shown.clone())?.len();
    if size > MAX_FILE_BYTES {
        bail!(texts::import::too_big(&shown, MAX_FILE_BYTES));
    }
    let bytes = fs::read(path).with_context(|| shown.clone())?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!(texts::import::not_utf8(&shown));
    };
    Ok(Article { path: shown, text })
}

/// Writes a new guide and returns where.
fn new(
    articles: &[Article],
    args: &ImportArgs,
    terminal: &Terminal<'_>,
) -> Result<(Imported, PathBuf)> {
    let options = ImportOptions {
        title: args.title.clone(),
        year: args.year,
    };
    let imported = content::import(articles, &options)?;
    let path = match (&args.output, &imported.file_name) {
        (Some(path), _) => path.clone(),
        (None, Some(name)) => terminal.guides.join(name),
        (None, None) => return Err(Failure::usage(texts::import::no_file_name()).into()),
    };
    let shown = path.display().to_string();
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder)
            .with_context(|| format!("making the folder {}", folder.display()))?;
    }
    match File::create_new(&path) {
        Ok(mut file) => file
            .write_all(imported.text.as_bytes())
            .with_context(|| format!("writing {shown}"))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!(texts::import::exists(&shown));
        }
        Err(error) => return Err(error).with_context(|| format!("writing {shown}")),
    }
    Ok((imported, path))
}

/// Adds to a guide and returns where it is; where the guide would be unsound, nothing is written.
fn into(
    articles: &[Article],
    guide: &str,
    terminal: &mut Terminal<'_>,
) -> Result<(Imported, PathBuf)> {
    let is_path = guide.contains(['/', '\\']) || guide.ends_with(".toml");
    let path = match is_path {
        true => PathBuf::from(guide),
        false => terminal.guides.join(format!("{guide}.toml")),
    };
    // Where there is a link, the file that it leads to is the guide.
    let path = fs::canonicalize(&path).with_context(|| path.display().to_string())?;
    let before = read(&path)?.text;
    let imported = content::import_into(articles, &before)?;
    let found = content::judge(SourceFile::new(&path, &imported.text), today());
    let n_before = content::judge(SourceFile::new(&path, &before), today()).count(Severity::Error);
    if found.count(Severity::Error) > n_before {
        write!(terminal.err, "{}", found.render(terminal.err.colors()))?;
        bail!(texts::unsound(&check::summary(&found)));
    }
    replace_file(&path, &imported.text)?;
    Ok((imported, path))
}
