//! `/films` lists the films with their years, only to the one who asks.

use super::super::respond;
use super::{Command, Error};

/// List the films I know
#[poise::command(
    slash_command,
    name_localized("en-US", "films"),
    description_localized("en-US", "List the films I know"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn films(command: Command<'_>) -> Result<(), Error> {
    let doors = command.framework.user_data;
    let message = doors.app.films(&doors.spot(command.interaction));
    respond::whisper(
        command.framework.serenity_context,
        command.interaction,
        &message,
    )
    .await;
    Ok(())
}
