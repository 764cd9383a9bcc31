//! `frontrow export DIR` writes the guides' pages as files, for GitHub Pages or any other place that serves files.
//!
//! All pages are made and all links followed before the first file is written. A file that somebody else wrote is
//! never replaced, and none is ever removed; what has not changed is left as it is.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::exit::{Exit, Failure};
use super::terminal::Terminal;
use super::{layout, library};
use crate::config;
use crate::reply::texts::web as texts;
use crate::web::{self, ExportOptions, File, LinkCheck};

/// By this text in it, a file is known as one of ours; every template, the style sheet and the site map have it.
const OURS: &str = "frontrow";

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// The folder to write to
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Address where the pages are going to be published [default: PUBLIC_URL]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

/// Writes the pages.
pub(super) fn run(args: &ExportArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let base_url = match args.base_url.clone() {
        Some(url) => config::base_url("--base-url", url)
            .map_err(|error| Failure::usage(error.to_string()))?,
        None => terminal.config.public_url.clone(),
    };
    let options = ExportOptions {
        spoilers: terminal.config.spoilers,
        base_url,
    };
    let library = library::load_to_read(terminal)?;
    let looked = web::export(&library, &options, |links, file| {
        look_at(&file, &args.dir, links)
    })?;
    let links = LinkCheck::joined(looked);
    let broken = links.broken();
    if !broken.is_empty() {
        bail!(texts::broken_links(&broken));
    }
    let written = web::export(&library, &options, |n_files: &mut usize, file| {
        *n_files += 1;
        write(&file, &args.dir)
    })?;
    let n_files = written.into_iter().sum();
    let said = texts::exported(n_files, links.n_links(), &args.dir.display().to_string());
    layout::say(&mut terminal.out, &said)?;
    Ok(Exit::Done)
}

/// Looks at a file that is going to be written: where its links lead, and whether its place is free.
fn look_at(file: &File, dir: &Path, links: &mut LinkCheck) -> Result<()> {
    if file.is_page {
        links.add_page(&file.path, &file.text);
    } else {
        links.add_file(&file.path);
    }
    let path = dir.join(&file.path);
    let shown = path.display().to_string();
    match fs::read(&path) {
        Ok(there) if String::from_utf8_lossy(&there).contains(OURS) => Ok(()),
        Ok(_) => bail!(texts::not_ours(&shown)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound) => Ok(()),
        Err(error) => Err(error).context(shown),
    }
}

/// Writes a file unless it says the same already: beside its place first, so that no reader ever sees half of it.
fn write(file: &File, dir: &Path) -> Result<()> {
    let path = dir.join(&file.path);
    if fs::read(&path).is_ok_and(|there| there == file.text.as_bytes()) {
        return Ok(());
    }
    let shown = || path.display().to_string();
    let folder = path.parent().unwrap_or(dir);
    fs::create_dir_all(folder).with_context(shown)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.frontrow-new"));
    fs::write(&beside, &file.text).with_context(shown)?;
    fs::rename(&beside, &path).with_context(shown)
}
