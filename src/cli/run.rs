//! `frontrow`, or `frontrow run`: the bot where DISCORD_TOKEN is set, else the chat in the terminal.
//!
//! Unlike the other commands it starts when some guides are unsound: it logs them and serves the others,
//! so that a bad edit and a restart do not take every film down.

use std::io::{self, Write};

use anyhow::Result;
use tracing_subscriber::EnvFilter;

use super::exit::{Exit, Failure};
use super::{Terminal, chat, library};
use crate::reply::texts;

/// Starts what can be started.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    start_log(terminal);
    if terminal.config.discord_token.is_some() {
        return Err(Failure {
            exit: Exit::Config,
            message: texts::NO_DISCORD_YET.to_owned(),
        }
        .into());
    }
    let library = library::load_sound(terminal)?;
    writeln!(terminal.out, "{}\n", texts::NO_TOKEN)?;
    chat::converse(&library, terminal)
}

/// Logs to standard error from here on.
fn start_log(terminal: &Terminal<'_>) {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&terminal.config.log))
        .with_ansi(terminal.err.colors())
        .with_writer(io::stderr)
        .init();
}
