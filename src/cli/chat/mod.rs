//! `frontrow chat` answers questions in a loop, with suggestions to pick by number and `/` commands.
//!
//! In a terminal it has a history and completion; fed from a pipe it answers line by line, which makes it
//! easy to try a list of questions.

mod completion;
mod talk;

use std::io::{BufRead, IsTerminal, Write, stdin};

use anyhow::Result;
use rustyline::config::Builder;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{ColorMode, Editor};

use super::exit::Exit;
use super::{Terminal, layout, library};
use crate::content::Library;
use crate::reply::texts;
use completion::Words;
use talk::{Next, Talk};

/// What stands before the line that is typed.
const PROMPT: &str = "> ";

/// Loads the guides and talks.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let library = library::load(terminal)?;
    converse(&library, terminal)
}

/// Talks until there is nothing more to read.
pub(super) fn converse(library: &Library, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let film = library::film(library, None, terminal.config)?;
    let mut talk = Talk::new(library, film, terminal.reply_settings(false));
    layout::dim(&mut terminal.out, texts::CHAT_WELCOME)?;
    writeln!(terminal.out)?;
    if stdin().is_terminal() {
        from_terminal(library, &mut talk, terminal)?;
    } else {
        from_pipe(&mut talk, terminal)?;
    }
    Ok(Exit::Done)
}

fn from_terminal(
    library: &Library,
    talk: &mut Talk<'_>,
    terminal: &mut Terminal<'_>,
) -> Result<()> {
    let out = &mut terminal.out;
    let color_mode = if out.colors() {
        ColorMode::Enabled
    } else {
        ColorMode::Disabled
    };
    let config = Builder::new().color_mode(color_mode).build();
    let mut editor: Editor<Words, MemHistory> = Editor::with_history(config, MemHistory::new())?;
    editor.set_helper(Some(Words::of(library)));
    loop {
        out.flush()?;
        let line = match editor.readline(PROMPT) {
            Ok(line) => line,
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => break,
            Err(error) => return Err(error.into()),
        };
        editor.add_history_entry(line.as_str())?;
        if talk.say(&line, out)? == Next::Quit {
            break;
        }
    }
    writeln!(out, "{}", texts::CHAT_BYE)?;
    Ok(())
}

fn from_pipe(talk: &mut Talk<'_>, terminal: &mut Terminal<'_>) -> Result<()> {
    let out = &mut terminal.out;
    for line in stdin().lock().split(b'\n') {
        // A line that is not UTF-8 is a question too, if a strange one.
        let line = line?;
        if talk.say(&String::from_utf8_lossy(&line), out)? == Next::Quit {
            break;
        }
        out.flush()?;
    }
    Ok(())
}
