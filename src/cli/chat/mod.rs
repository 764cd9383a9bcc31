//! `frontrow chat` answers questions in a loop, with suggestions to pick by number and `/` commands.
//!
//! In a terminal it has a history and completion; fed from a pipe it answers line by line, which makes it
//! easy to try a list of questions. Guides that are edited meanwhile answer the next question.

mod commands;
mod completion;
mod talk;

use std::io::{BufRead, IsTerminal, Write, stdin};
use std::sync::Arc;

use anyhow::Result;
use rustyline::config::Builder;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{ColorMode, Editor};
use tracing::warn;

use super::exit::Exit;
use super::log::{self, LogWriter};
use super::terminal::Terminal;
use super::{layout, library};
use crate::app::App;
use crate::reply::texts;
use completion::LineCompleter;
use talk::{Next, Talk};

/// The prompt before the line that is typed.
const PROMPT: &str = "> ";

/// Loads the guides and talks.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let app = library::app(terminal)?;
    let log = log::start(terminal)?;
    converse(Arc::new(app), &log, terminal)
}

/// Talks until there is nothing more to read.
pub(super) fn converse(
    app: Arc<App>,
    log: &LogWriter,
    terminal: &mut Terminal<'_>,
) -> Result<Exit> {
    let mut talk = Talk::new(&app);
    // Ends before the log does, and after the prompt that the log writes above.
    let watching = app.guides.watch(terminal.config.poll);
    if let Err(error) = &watching {
        warn!("edits of the guides will go unnoticed: {error}");
    }
    layout::dim(&mut terminal.out, texts::CHAT_WELCOME)?;
    writeln!(terminal.out)?;
    if stdin().is_terminal() {
        from_terminal(Arc::clone(&app), &mut talk, log, terminal)?;
    } else {
        from_pipe(&mut talk, terminal)?;
    }
    Ok(Exit::Done)
}

fn from_terminal(
    app: Arc<App>,
    talk: &mut Talk<'_>,
    log: &LogWriter,
    terminal: &mut Terminal<'_>,
) -> Result<()> {
    let out = &mut terminal.out;
    let mut editor = editor(app, out.colors())?;
    if terminal.err.is_terminal()
        && let Ok(prompt) = editor.create_external_printer()
    {
        log.above(prompt);
    }
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

fn editor(app: Arc<App>, colors: bool) -> Result<Editor<LineCompleter, MemHistory>> {
    let color_mode = if colors {
        ColorMode::Enabled
    } else {
        ColorMode::Disabled
    };
    let config = Builder::new().color_mode(color_mode).build();
    let mut editor = Editor::with_history(config, MemHistory::new())?;
    editor.set_helper(Some(LineCompleter(app)));
    Ok(editor)
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
