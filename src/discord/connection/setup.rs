//! The parts that the bot is started with.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::exit_reason::ExitReason;
use crate::app::App;
use crate::config::{BotToken, Discord};

/// Holds what the bot is started with.
pub struct Setup {
    /// The front desk, which answers.
    pub app: Arc<App>,
    /// The settings.
    pub discord: Discord,
    /// The bot's token.
    pub token: BotToken,
    /// The client for REST; `None` for the usual one.
    pub rest: Option<reqwest::Client>,
    /// True if it goes on trying where Discord cannot be reached, as a program does that has pages to serve;
    /// otherwise it ends, and whoever started it decides.
    pub keeps_trying: bool,
    /// Ends the bot, as SIGTERM does.
    pub stop: CancellationToken,
    /// Ends the program at once. It is called where the bot hangs, or does not stop in time.
    pub leave: fn(&ExitReason) -> !,
}
