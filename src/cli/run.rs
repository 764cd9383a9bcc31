//! `frontrow`, or `frontrow run`: the bot where DISCORD_TOKEN is set, else the pages and, in a terminal, a chat.
//!
//! Without a terminal the pages are served until the program is asked to end, whether or not anybody types.
//!
//! Unlike the other commands it starts when some guides are unsound: it logs them and serves the others,
//! so that a bad edit and a restart do not take every film down.

use std::io::{IsTerminal, Write, stdin};
use std::process;
use std::sync::Arc;

use anyhow::Result;
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::exit::{Exit, Failure};
use super::log::LogWriter;
use super::terminal::Terminal;
use super::{chat, layout, library, log, site, store};
use crate::app::App;
use crate::config::BotToken;
use crate::content::Reloader;
use crate::discord::{self, ExitReason};
use crate::health::Health;
use crate::reply::texts;

/// Starts what can be started.
pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit> {
    let log = log::start(terminal)?;
    let token = terminal.config.discord.sound_token();
    let token = token.map_err(|error| Failure {
        exit: Exit::Config,
        message: error.to_string(),
    })?;
    let guides = library::reloader_lenient(terminal)?;
    if let Err(failure) = library::place(&guides.current(), terminal.config) {
        // Its guide may be the unsound one; it counts again once that is repaired.
        warn!("{failure}");
    }
    match token {
        Some(token) => bot(guides, token, terminal),
        None => without_token(guides, &log, terminal),
    }
}

/// Serves the pages, and talks where somebody sits at a terminal.
fn without_token(
    guides: Arc<Reloader>,
    log: &LogWriter,
    terminal: &mut Terminal<'_>,
) -> Result<Exit> {
    let app = Arc::new(App::new(terminal.config, guides, Health::new()));
    let serving = site::start(&app, terminal)?;
    // At a terminal the chat ends it, and signals do what they always do.
    let end = if stdin().is_terminal() {
        None
    } else {
        Some(serving.end_of_program(Arc::clone(&app.guides))?)
    };
    let out = &mut terminal.out;
    layout::say(out, texts::NO_TOKEN)?;
    layout::say(out, &texts::web::pages_at(&serving.address()))?;
    writeln!(out)?;
    out.flush()?;
    if let Some(end) = end {
        let watching = app.guides.watch(terminal.config.poll);
        if let Err(error) = &watching {
            warn!("edits of the guides will go unnoticed: {error}");
        }
        serving.wait_for(end);
    } else {
        chat::converse(app, log, terminal)?;
    }
    serving.stop();
    Ok(Exit::Done)
}

/// Runs the bot until it ends, with guides that may be edited meanwhile, and the pages where they have an address.
fn bot(guides: Arc<Reloader>, token: BotToken, terminal: &Terminal<'_>) -> Result<Exit> {
    let store = store::open(terminal.config)?;
    let health = Health::with_gateway();
    let app = App::new(terminal.config, Arc::clone(&guides), health).with_store(store.clone());
    let app = Arc::new(app);
    let serving = match terminal.config.web.addr {
        Some(_) => Some(site::start(&app, terminal)?),
        None => None,
    };
    if let Some(serving) = &serving {
        info!("{}", texts::web::pages_at(&serving.address()));
    }
    let watching = guides.watch(terminal.config.poll);
    if let Err(error) = &watching {
        warn!("edits of the guides will go unnoticed: {error}");
    }
    let reason = discord::run(discord::Setup {
        app,
        // Whoever reads the pages goes on reading while Discord cannot be reached.
        keeps_trying: serving.is_some(),
        discord: terminal.config.discord.clone(),
        token,
        rest: None,
        stop: CancellationToken::new(),
        leave,
    })?;
    // The pages end with the program: what is being answered there is asked for again.
    drop(serving);
    store.close();
    match exit(&reason) {
        Exit::Done => {
            info!("{}", reason.message());
            Ok(Exit::Done)
        }
        exit => Err(Failure {
            exit,
            message: reason.message(),
        }
        .into()),
    }
}

fn exit(reason: &ExitReason) -> Exit {
    match reason {
        ExitReason::Stopped => Exit::Done,
        ExitReason::Stuck(_) => Exit::Stuck,
        ExitReason::Unreachable(_) => Exit::Unreachable,
        ExitReason::TokenRefused => Exit::Refused,
        ExitReason::IntentRefused => Exit::Config,
    }
}

/// Ends the program whatever else it is doing.
fn leave(reason: &ExitReason) -> ! {
    process::exit(exit(reason).code().into())
}
