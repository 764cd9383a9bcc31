//! `/about` says what the bot is, how to ask and what it keeps, only to the one who asks.

use super::context::{CommandContext, Error, open};
use crate::app::OpenTarget;

/// What I am, how to ask, what I keep
#[poise::command(
    slash_command,
    name_localized("en-US", "about"),
    description_localized("en-US", "What I am, how to ask, what I keep"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn about(command: CommandContext<'_>) -> Result<(), Error> {
    open(command, OpenTarget::About, None).await;
    Ok(())
}
