//! `frontrow edits --from edits.jsonl` prints published edits and taught phrasings as TOML; with `--write` they go into
//! the guide files, whose comments and order stay.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::check::summary;
use super::date::today;
use super::exit::{Exit, Failure};
use super::layout;
use super::replace_file::replace_file;
use super::terminal::Terminal;
use crate::app::edit_words;
use crate::content::edits::{
    Edit, EditLines, EditSource, LaidOver, PublishedEdit, fragment, lay_over_file, lay_over_guide,
};
use crate::content::{self, LoadOptions, SourceFile};
use crate::guide::FilmId;
use crate::reply::texts::{self, edits as words};

/// The arguments of `edits`.
#[derive(Debug, clap::Args)]
pub(super) struct EditsArgs {
    /// Only the edits of this server, with those for all servers
    #[arg(long, value_name = "ID")]
    server: Option<u64>,
    /// Only the edits of this film
    #[arg(long, value_name = "ID")]
    film: Option<String>,
    /// Write the edits into the guide files, where the guides pass with them
    #[arg(long)]
    write: bool,
    /// A file with the edits, one a line as JSON
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// Prints or writes.
pub(super) fn run(args: &EditsArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let Some(path) = &args.from else {
        return Err(Failure::usage(words::EDITS_FROM_WHERE.to_owned()).into());
    };
    let name = path.display().to_string();
    let text = fs::read_to_string(path).with_context(|| name.clone())?;
    let source = EditLines {
        name: &name,
        text: &text,
    };
    let mut edits = source.published_edits()?;
    edits.retain(|edit| is_chosen(edit, args));
    if edits.is_empty() {
        layout::say(&mut terminal.out, words::NO_EDITS)?;
        return Ok(Exit::Done);
    }
    match args.write {
        true => write(&edits, terminal),
        false => print(&edits, terminal),
    }
}

fn is_chosen(edit: &PublishedEdit, args: &EditsArgs) -> bool {
    let of_server = match (args.server, edit.server) {
        (Some(chosen), Some(server)) => chosen == server,
        (_, None) | (None, _) => true,
    };
    let film = args.film.as_deref();
    of_server && film.is_none_or(|film| edit.edit.film.as_str() == film)
}

/// Prints the edits of each server.
fn print(edits: &[PublishedEdit], terminal: &mut Terminal<'_>) -> Result<Exit> {
    let servers: BTreeSet<Option<u64>> = edits.iter().map(|edit| edit.server).collect();
    for server in servers {
        // What a server changes, it changes in the guides that the edits for all servers make.
        let holding = edits.iter();
        let holding = holding.filter(|edit| edit.server.is_none() || edit.server == server);
        let holding: Vec<Edit> = holding.map(|edit| edit.edit.clone()).collect();
        let own: Vec<&PublishedEdit> = edits.iter().filter(|edit| edit.server == server).collect();
        for film in films(own.iter().map(|edit| &edit.edit)) {
            let laid_over = lay_over(&film, &holding, terminal)?.laid_over;
            let own = own.iter().map(|edit| &edit.edit);
            let own: Vec<&Edit> = own.filter(|edit| edit.film == film).collect();
            let part = fragment(&laid_over, &own);
            let head = words::edits_of(film.as_str(), &words::for_server(server));
            writeln!(terminal.out, "# {head}")?;
            for entry in &part.hidden {
                writeln!(terminal.out, "# {}", words::hidden(entry))?;
            }
            writeln!(terminal.out, "{}", part.text)?;
        }
    }
    Ok(Exit::Done)
}

/// Writes the edits of one server into the guide files, all or none.
fn write(edits: &[PublishedEdit], terminal: &mut Terminal<'_>) -> Result<Exit> {
    let servers: BTreeSet<u64> = edits.iter().filter_map(|edit| edit.server).collect();
    if servers.len() > 1 {
        let servers: Vec<String> = servers.iter().map(u64::to_string).collect();
        return Err(Failure::usage(words::several_servers(&servers)).into());
    }
    // A server's own edits come on top of those for all.
    let mut ordered: Vec<&PublishedEdit> = edits.iter().collect();
    ordered.sort_by_key(|edit| edit.server.is_some());
    let edits: Vec<Edit> = ordered.iter().map(|edit| edit.edit.clone()).collect();
    let mut files = Vec::new();
    for film in films(edits.iter()) {
        files.push((film.clone(), lay_over(&film, &edits, terminal)?));
    }
    files.retain(|(_, file)| !file.laid_over.text.is_empty());
    let texts = files.iter();
    let texts: BTreeMap<FilmId, String> = texts
        .map(|(film, file)| (film.clone(), file.laid_over.text.clone()))
        .collect();
    check(texts, terminal)?;
    for (film, file) in &files {
        let shown = file.path.display().to_string();
        let text = &file.laid_over.text;
        let said = if file.before.as_ref() == Some(text) {
            words::written_before(&shown)
        } else {
            replace_file(&file.path, text)?;
            let own = edits.iter().filter(|edit| edit.film == *film).count();
            words::written(&shown, own - file.laid_over.parked.len())
        };
        layout::say(&mut terminal.out, &said)?;
    }
    Ok(Exit::Done)
}

/// Refuses the texts of guide files with which these would not pass.
fn check(texts: BTreeMap<FilmId, String>, terminal: &mut Terminal<'_>) -> Result<()> {
    let options = LoadOptions {
        today: Some(today()),
        ..LoadOptions::default()
    };
    let found = content::check_texts(terminal.guides, texts, &options);
    if found.first_error().is_some() {
        write!(terminal.err, "{}", found.render(terminal.err.colors()))?;
        bail!(words::refused(&summary(&found)));
    }
    Ok(())
}

fn films<'a>(edits: impl Iterator<Item = &'a Edit>) -> BTreeSet<FilmId> {
    edits.map(|edit| edit.film.clone()).collect()
}

/// A guide file and what edits make of it.
struct EditedFile {
    path: PathBuf,
    /// The text as it is; `None` where there is no file.
    before: Option<String>,
    laid_over: LaidOver,
}

/// Lays edits over the guide file of a film, and names those that do not hold.
fn lay_over(film: &FilmId, edits: &[Edit], terminal: &mut Terminal<'_>) -> Result<EditedFile> {
    let path = terminal.guides.join(format!("{film}.toml"));
    let before = read(&path)?;
    let laid_over = match &before {
        None => lay_over_guide(film, None, edits),
        Some(text) => match lay_over_file(SourceFile::new(&path, text), edits) {
            Ok(laid_over) => LaidOver {
                text: saved_like(text, laid_over.text),
                ..laid_over
            },
            Err(found) => {
                write!(terminal.err, "{}", found.render(terminal.err.colors()))?;
                bail!(texts::unsound(&summary(&found)));
            }
        },
    };
    for parked in &laid_over.parked {
        writeln!(terminal.err, "{}", edit_words::parked(parked))?;
    }
    Ok(EditedFile {
        path,
        before,
        laid_over,
    })
}

/// Returns a text with the line ends and the byte order mark of the file that it comes from.
fn saved_like(before: &str, text: String) -> String {
    let text = match before.contains("\r\n") {
        true => text.replace('\n', "\r\n"),
        false => text,
    };
    match before.starts_with('\u{feff}') {
        true => format!("\u{feff}{text}"),
        false => text,
    }
}

/// Returns the text of a file, if there is one.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}
