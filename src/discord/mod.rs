//! The bot in Discord: the only place that names serenity or poise.
//!
//! # From start to end
//! [`run`] starts two threads of life. `bot` looks around (`start`), connects (`client`) and stays connected until
//! something ends it (`end`). `control` watches from a thread of its own: it takes signals, and it ends the program
//! when the first one hangs, which serenity can make it do.
//!
//! # The life of an event
//! serenity reads it from the gateway and hands it to `events`, each in a task of its own. There it is counted, which
//! tells `control` that things move; a READY has the commands registered (`register`) and tells `sessions` that all is
//! well. Then it goes to the `doors`, which answer it. Answers go out through serenity's client for REST, whose memory
//! of rate limits is kept small by `routes`.

mod bot;
mod client;
mod control;
mod doors;
mod end;
mod events;
mod normal;
mod pulse;
mod register;
mod rest;
mod routes;
mod sessions;
mod start;
mod watchdog;

use std::io;
use std::sync::Arc;

use tokio::runtime;
use tokio_util::sync::CancellationToken;

pub use end::Ended;

use crate::app::App;
use crate::config::{BotToken, Discord};
use pulse::Pulse;

/// Fewest threads that work on events. One may be held up by serenity, and then another has to go on.
const MIN_WORKERS: usize = 2;

/// What the bot is started with.
pub struct Setup {
    /// What answers.
    pub app: Arc<App>,
    /// The settings.
    pub discord: Discord,
    /// The bot's token.
    pub token: BotToken,
    /// The client for REST; `None` for the usual one.
    pub rest: Option<reqwest::Client>,
    /// Ends the bot, as SIGTERM does.
    pub stop: CancellationToken,
    /// Ends the program at once. It is called where the bot hangs, or does not stop in time.
    pub leave: fn(&Ended) -> !,
}

/// Runs the bot until it ends.
///
/// # Errors
/// Fails where the system gives no thread or no signals.
pub fn run(setup: Setup) -> io::Result<Ended> {
    let pulse = Arc::new(Pulse::default());
    let control = control::start(&setup, Arc::clone(&pulse))?;
    let workers = std::thread::available_parallelism().map_or(MIN_WORKERS, usize::from);
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(workers.max(MIN_WORKERS))
        .enable_all()
        .build()?;
    let ended = runtime.block_on(bot::live(setup, pulse));
    // What still runs may never end by itself.
    runtime.shutdown_background();
    control.end();
    Ok(ended)
}
