//! `frontrow`, or `frontrow run`: the bot where DISCORD_TOKEN is set, else the chat in the terminal.
//!
//! Unlike the other commands it starts when some guides are unsound: it logs them and serves the others,
//! so that a bad edit and a restart do not take every film down.

use std::io::Write;
use std::sync::Arc;

use anyhow::Result;
use tracing::warn;

use super::exit::{Exit, Failure};
use super::{Terminal, chat, layout, library, log};
use crate::reply::texts;

/// Starts what can be started.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let log = log::start(terminal)?;
    if terminal.config.discord_token.is_some() {
        return Err(Failure {
            exit: Exit::Config,
            message: texts::NO_DISCORD_YET.to_owned(),
        }
        .into());
    }
    let live = library::live_lenient(terminal)?;
    if let Err(failure) = library::place(&live.current(), terminal.config) {
        // Its guide may be the unsound one; it counts again once that is repaired.
        warn!("{failure}");
    }
    layout::say(&mut terminal.out, texts::NO_TOKEN)?;
    writeln!(terminal.out)?;
    chat::converse(Arc::new(live), &log, terminal)
}
