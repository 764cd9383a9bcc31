//! The command line: `frontrow ask "who directed it?"` and the other commands, one file each.
//!
//! A command asks the core and lays out what it returns; it decides nothing. It writes to a
//! `Screen`, so that colours, widths and closed pipes are settled in one place, and ends
//! with an [`Exit`]. What goes wrong comes back as an error; [`run`] says it, once.

mod args;
mod ask;
mod backup;
mod chat;
mod check;
mod completions;
mod date;
mod eval;
mod exit;
mod explain;
mod export;
mod faq;
mod films;
mod import;
mod layout;
mod library;
mod log;
mod new;
mod restore;
mod run;
mod schema;
mod screen;
mod section;
mod site;
mod store;
mod table;
mod terminal;
mod topics;

use std::ffi::OsString;
use std::io::Write;

use anyhow::Result;
use clap::{CommandFactory, Parser};

pub use exit::Exit;

use crate::config::Config;
use args::{Command, CommandLine};
use exit::Failure;
use screen::Screen;
use terminal::Terminal;

/// Runs the command that `args` name and returns how it ended.
pub fn run(config: &Config, args: impl IntoIterator<Item = OsString>) -> Exit {
    let args = match CommandLine::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return not_parsed(&error),
    };
    let mut terminal = Terminal {
        config,
        guides: args.guides.as_deref().unwrap_or(&config.guides),
        out: Screen::stdout(config.no_color),
        err: Screen::stderr(config.no_color),
    };
    let ended = dispatch(args.command, &mut terminal)
        .and_then(|exit| terminal.out.flush().map(|()| exit).map_err(Into::into));
    ended.unwrap_or_else(|error| failed(&error, &mut terminal.err))
}

fn dispatch(command: Option<Command>, terminal: &mut Terminal<'_>) -> Result<Exit> {
    match command {
        Some(Command::Ask(args)) => ask::run(&args, terminal),
        Some(Command::Chat) => chat::run(terminal),
        Some(Command::Section(args)) => section::run(&args, terminal),
        Some(Command::Faq(args)) => faq::run(&args, terminal),
        Some(Command::Films) => films::run(terminal),
        Some(Command::Topics(args)) => topics::run(&args, terminal),
        Some(Command::Check(args)) => check::run(&args, terminal),
        Some(Command::Eval(args)) => eval::run(&args, terminal),
        Some(Command::New(args)) => new::run(&args, terminal),
        Some(Command::Import(args)) => import::run(&args, terminal),
        Some(Command::Export(args)) => export::run(&args, terminal),
        Some(Command::Backup(args)) => backup::run(&args, terminal),
        Some(Command::Restore(args)) => restore::run(&args, terminal),
        Some(Command::Schema) => schema::run(terminal),
        Some(Command::Completions(args)) => {
            completions::run(&args, CommandLine::command(), terminal)
        }
        Some(Command::Run) | None => run::run(terminal),
    }
}

/// Says what is wrong with the command line, or shows the help that was asked for.
fn not_parsed(error: &clap::Error) -> Exit {
    // Nobody is left to tell when even this cannot be written.
    let _ = error.print();
    if error.use_stderr() {
        Exit::Usage
    } else {
        Exit::Done
    }
}

fn failed(error: &anyhow::Error, err: &mut Screen) -> Exit {
    if exit::is_closed_pipe(error) {
        return Exit::Done;
    }
    // Nobody is left to tell when even this cannot be written.
    let _ = writeln!(err, "frontrow: {error:#}").and_then(|()| err.flush());
    error
        .downcast_ref::<Failure>()
        .map_or(Exit::Failed, |failure| failure.exit)
}
