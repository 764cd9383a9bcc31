//! `/films` lists the films with their years, only to the one who asks.

use super::{Command, Error};
use crate::app::OpenTarget;

/// List the films I know
#[poise::command(
    slash_command,
    name_localized("en-US", "films"),
    description_localized("en-US", "List the films I know"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn films(command: Command<'_>) -> Result<(), Error> {
    super::open(command, OpenTarget::Films, None).await;
    Ok(())
}
