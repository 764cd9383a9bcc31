//! `frontrow export DIR` writes the guides' pages as files, for GitHub Pages or any other place that serves files.
//!
//! All pages are made and all links followed before the first file is written. A file that somebody else wrote is
//! never replaced or removed; what has not changed is left as it is. Pages of an earlier export that the guides no
//! longer have are removed: an ending that was taken out of a guide must not stay on a page.

use std::collections::BTreeSet;
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

/// By this text in it, a page is known as one that an export wrote.
const OUR_PAGE: &str = "<meta name=\"generator\" content=\"frontrow\">";
/// The name of all pages below the first.
const PAGE_NAME: &str = "index.html";

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
    refuse_guides(&args.dir, terminal)?;
    let library = library::load_to_read(terminal)?;
    let looked = web::export(&library, &options, |links, file| {
        look_at(&file, &args.dir, links)
    })?;
    let links = LinkCheck::joined(looked);
    let broken = links.broken();
    if !broken.is_empty() {
        bail!(texts::broken_links(&broken));
    }
    let written = web::export(&library, &options, |written: &mut Vec<PathBuf>, file| {
        let path = args.dir.join(&file.path);
        write(&file, &path)?;
        written.push(path);
        Ok::<(), anyhow::Error>(())
    })?;
    let written: BTreeSet<PathBuf> = written.into_iter().flatten().collect();
    let folder = args.dir.display().to_string();
    let said = texts::exported(written.len(), links.n_links(), &folder);
    layout::say(&mut terminal.out, &said)?;
    for old in leftovers(&args.dir, &written) {
        let shown = old.display().to_string();
        fs::remove_file(&old).with_context(|| shown.clone())?;
        // A folder that holds something else stays.
        let _ = old.parent().map(fs::remove_dir);
        layout::say(&mut terminal.out, &texts::removed_page(&shown))?;
    }
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
fn write(file: &File, path: &Path) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == file.text.as_bytes()) {
        return Ok(());
    }
    let shown = || path.display().to_string();
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).with_context(shown)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.frontrow-new"));
    fs::write(&beside, &file.text).with_context(shown)?;
    fs::rename(&beside, path).with_context(shown)
}

/// Refuses a folder in which guides are: pages between them would be taken for their own.
fn refuse_guides(dir: &Path, terminal: &Terminal<'_>) -> Result<()> {
    let is_same = match (fs::canonicalize(dir), fs::canonicalize(terminal.guides)) {
        (Ok(dir), Ok(guides)) => dir == guides,
        _ => false,
    };
    let files = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut guides = files.filter(|file| {
        let path = file.path();
        path.extension()
            .is_some_and(|extension| extension == "toml")
            && fs::read_to_string(path).is_ok_and(|text| text.contains("[film]"))
    });
    if is_same || guides.next().is_some() {
        bail!(texts::holds_guides(&dir.display().to_string()));
    }
    Ok(())
}

/// Returns pages of an earlier export that are none of this one's: those of films and of their sections.
fn leftovers(dir: &Path, written: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    let folders_in = |dir: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(dir).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.map(|entry| entry.path()).collect()
    };
    let films = folders_in(dir);
    let sections = films.iter().flat_map(|film| folders_in(film));
    let pages = sections
        .chain(films.iter().cloned())
        .map(|folder| folder.join(PAGE_NAME));
    let is_left = |page: &PathBuf| {
        !written.contains(page)
            && fs::read_to_string(page).is_ok_and(|text| text.contains(OUR_PAGE))
    };
    pages.filter(is_left).collect()
}
