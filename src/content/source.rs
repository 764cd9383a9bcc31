//! Reads the folder of guides. The only place, with `watch`, that looks at the disk for them.
//!
//! A guide is a file `film-id.toml`. Everything else in the folder is left alone and named in a note.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::diagnostic::{Diagnostic, Severity, quoted};
use super::source_file::SourceFile;
use crate::guide::is_program_page;
use crate::library::Fingerprint;

/// Larger files are refused, in bytes: a guide of that size is a mistake, such as a renamed video.
pub const MAX_FILE_BYTES: u64 = 5 * 1024 * 1024;

/// The contents of a folder: its guides by name, and what is wrong with them as files.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// The guides, sorted by film.
    pub(super) files: Vec<SourceFile>,
    /// Problems with files and notes on those that are no guides.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Folder {
    /// Returns a number that is the same as long as the guides' names and texts are.
    pub(super) fn fingerprint(&self) -> u64 {
        let mut fingerprint = Fingerprint::default();
        for file in &self.files {
            fingerprint.add(file.name.as_bytes());
            fingerprint.add(file.text.as_bytes());
        }
        fingerprint.value()
    }
}

/// Reads all guides of a folder.
pub(super) fn read_folder(dir: &Path) -> Folder {
    let mut folder = Folder::default();
    let paths = match paths(dir) {
        Ok(paths) => paths,
        Err(error) => {
            folder.diagnostics.push(no_folder(dir, &error));
            return folder;
        }
    };
    for path in &paths {
        match ignored(path) {
            Some(note) => folder.diagnostics.push(note),
            None => read_file(path, &mut folder),
        }
    }
    if folder.files.is_empty() {
        folder.diagnostics.push(no_guides(dir));
    }
    folder
}

/// Returns what is in a folder: all of it or nothing, since a guide that is not listed counts as removed.
fn paths(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir)?.map(|entry| Ok(entry?.path()));
    let mut paths: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    // By the film, so that `red-lantern-copy.toml` comes after `red-lantern.toml`.
    paths.sort_by(|a, b| (a.file_stem(), a).cmp(&(b.file_stem(), b)));
    Ok(paths)
}

/// Reads some guides, wherever they are.
pub(super) fn read_files(paths: &[PathBuf]) -> Folder {
    let mut folder = Folder::default();
    for path in paths {
        match ignored(path) {
            Some(note) => folder.diagnostics.push(note),
            None => read_file(path, &mut folder),
        }
    }
    folder
}

/// Takes in a text as if it had been read from a file.
pub(super) fn as_read(path: &Path, text: &str) -> SourceFile {
    SourceFile::new(path, text)
}

/// Returns a note where the file is no guide.
fn ignored(path: &Path) -> Option<Diagnostic> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_toml = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let why = if name.starts_with('.') {
        "hidden files are left alone"
    } else if path.is_dir() {
        "folders inside the folder are left alone"
    } else if !is_toml {
        "a guide's name ends in .toml"
    } else {
        return None;
    };
    let message = format!("{} is no guide: {why}", quoted(&name));
    let note = Diagnostic::new(Severity::Note, "ignored-file", message);
    Some(note.help("nothing to do, unless you expected its answers"))
}

fn read_file(path: &Path, folder: &mut Folder) {
    let number = folder.files.len();
    let (file, problem) = match read_bytes(path) {
        Ok(bytes) => decode(path, bytes),
        Err(problem) => (unreadable(path, ""), Some((*problem, 0))),
    };
    if file.film_id.is_none() {
        let message = format!("the file name {} is no film id", quoted(&file.name));
        let help = "rename it to lower-case words with hyphens, such as red-rocket.toml";
        let error = Diagnostic::error("bad-file-name", message).help(help);
        folder.diagnostics.push(error.at(number, &(0..0)));
    }
    if file
        .film_id
        .as_ref()
        .is_some_and(|id| is_program_page(id.as_str()))
    {
        let message = format!(
            "the file name {} is taken by a page of the program",
            quoted(&file.name)
        );
        let help = "add the film's year to the name, such as chat-2010.toml";
        let error = Diagnostic::error("reserved-id", message).help(help);
        folder.diagnostics.push(error.at(number, &(0..0)));
    }
    if let Some((problem, offset)) = problem {
        folder
            .diagnostics
            .push(problem.at(number, &(offset..offset)));
    }
    folder.files.push(file);
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| {
        let message = format!("the file cannot be read: {error}");
        let problem = Diagnostic::error("unreadable-file", message);
        Box::new(problem.help("check that the file exists and that the bot may read it"))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FILE_BYTES {
        let message = format!("the file has {size} bytes; a guide has at most {MAX_FILE_BYTES}");
        let help = "is this the right file? Otherwise split the guide or shorten it";
        let problem = Diagnostic::error("file-too-big", message);
        return Err(Box::new(problem.help(help)));
    }
    fs::read(path).map_err(unreadable)
}

/// Returns the file, and what is wrong with its encoding at which byte of the text.
fn decode(path: &Path, bytes: Vec<u8>) -> (SourceFile, Option<(Diagnostic, usize)>) {
    match String::from_utf8(bytes) {
        Ok(text) => (SourceFile::new(path, &text), None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let message = format!("the file is not UTF-8: byte {at} belongs to no character");
            let help = "save it as UTF-8: most editors offer this under \"Save with encoding\"";
            let problem = Diagnostic::error("not-utf8", message).help(help);
            let lossy = String::from_utf8_lossy(error.as_bytes());
            let file = unreadable(path, &lossy);
            // What stands before the byte is sound, so its place in the cleaned text is that text's length.
            let before = SourceFile::new(path, &lossy[..at]).text.len();
            (file, Some((problem, before)))
        }
    }
}

fn unreadable(path: &Path, text: &str) -> SourceFile {
    SourceFile {
        readable: false,
        ..SourceFile::new(path, text)
    }
}

fn no_folder(dir: &Path, error: &std::io::Error) -> Diagnostic {
    let dir = quoted(&dir.to_string_lossy());
    Diagnostic::error(
        "folder-missing",
        format!("the folder of guides {dir} cannot be read: {error}"),
    )
    .help("begin with `frontrow new \"Title of the film\"`, or name another folder with --guides")
}

fn no_guides(dir: &Path) -> Diagnostic {
    let dir = quoted(&dir.to_string_lossy());
    Diagnostic::error("no-guides", format!("the folder {dir} holds no guides")).help(
        "begin with `frontrow new \"Title of the film\"`, or name another folder with --guides",
    )
}
