//! `frontrow`, or `frontrow run`: the bot where DISCORD_TOKEN is set, else the pages and, in a terminal, a chat.
//!
//! Without a terminal the pages are served until the program is asked to end, whether or not anybody types.
//!
//! Unlike the other commands it starts when some guides are unsound: it logs them and serves the others,
//! so that a bad edit and a restart do not take every film down.

use std::io::{IsTerminal, Write, stdin};
use std::sync::Arc;

use anyhow::Result;
use tracing::warn;

use super::exit::{Exit, Failure};
use super::log::LogWriter;
use super::{Terminal, chat, layout, library, log, site};
use crate::content::{Live, watch};
use crate::metrics::Metrics;
use crate::reply::{texts, web_texts};

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
    without_token(Arc::new(live), &log, terminal)
}

/// Serves the pages, and talks where somebody sits at a terminal.
fn without_token(live: Arc<Live>, log: &LogWriter, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let metrics = Arc::new(Metrics::default());
    let counted = Arc::clone(&metrics);
    let on_reload = move |is_taken_over| counted.reloaded(is_taken_over);
    let serving = site::start(&live, &metrics, terminal)?;
    // At a terminal the chat ends it, and signals do what they always do.
    let end = if stdin().is_terminal() {
        None
    } else {
        Some(serving.end_of_program()?)
    };
    let out = &mut terminal.out;
    layout::say(out, texts::NO_TOKEN)?;
    layout::say(out, &web_texts::pages_at(&serving.address()))?;
    writeln!(out)?;
    out.flush()?;
    if let Some(end) = end {
        let watching = watch::watch_with(live, move |outcome| on_reload(outcome.is_ok()));
        if let Err(error) = &watching {
            warn!("edits of the guides will go unnoticed: {error}");
        }
        serving.wait_for(end);
    } else {
        chat::converse(live, log, on_reload, terminal)?;
    }
    serving.stop();
    Ok(Exit::Done)
}
