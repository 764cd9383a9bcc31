//! `/settings` shows what is set for the server, to be changed by its moderators with selects and buttons.
//!
//! Everybody sees the command: who may use it is asked in the handler, as the moderators' role is a setting itself.

use super::context::{CommandContext, Error};
use crate::discord::handlers::settings::on_settings;

/// Set up where and how I answer in this server
#[poise::command(
    slash_command,
    name_localized("en-US", "settings"),
    description_localized("en-US", "Set up where and how I answer in this server"),
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub(super) async fn settings(command: CommandContext<'_>) -> Result<(), Error> {
    let (bot, ctx) = (
        command.framework.user_data,
        command.framework.serenity_context,
    );
    on_settings(bot, ctx, command.interaction).await;
    Ok(())
}
