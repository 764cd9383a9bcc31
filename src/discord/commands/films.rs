//! `/films` lists the films with their years, only to the one who asks.

use super::context::{CommandContext, Error, open};
use crate::app::OpenTarget;

/// List the films I know
#[poise::command(
    slash_command,
    name_localized("en-US", "films"),
    description_localized("en-US", "List the films I know"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn films(command: CommandContext<'_>) -> Result<(), Error> {
    open(command, OpenTarget::Films, None).await;
    Ok(())
}
