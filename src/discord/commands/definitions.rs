//! The definitions of the commands, and what becomes of their errors.

use poise::{BoxFuture, FrameworkError, FrameworkOptions};
use serenity::all::CreateCommand;
use tracing::{error, warn};

use super::context::Error;
use super::{about, answer_menu, ask, faq, films, reload, section, settings};
use crate::chat::Message;
use crate::discord::handlers::bot::Bot;
use crate::discord::handlers::{outgoing, respond};
use crate::reply::texts;

/// Returns the commands to register.
pub(super) fn create_commands() -> Vec<CreateCommand> {
    poise::builtins::create_application_commands(&options().commands)
}

/// Returns the commands and how they behave.
pub(crate) fn options() -> FrameworkOptions<Bot, Error> {
    FrameworkOptions {
        commands: vec![
            ask::ask(),
            section::section(),
            faq::faq(),
            films::films(),
            about::about(),
            settings::settings(),
            reload::reload(),
            answer_menu::answer_from_the_guide(),
        ],
        on_error: |error| on_error(error),
        allowed_mentions: Some(outgoing::no_mentions()),
        // poise would log the messages that mention the bot.
        prefix_options: poise::PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..Default::default()
        },
        initialize_owners: false,
        // Poise's own would remember everybody who ever used a command, for ever.
        manual_cooldowns: true,
        ..Default::default()
    }
}

/// Logs what went wrong, never what was typed, and says that something did.
fn on_error(error: FrameworkError<'_, Bot, Error>) -> BoxFuture<'_, ()> {
    Box::pin(async move {
        let (interaction, ctx) = match &error {
            FrameworkError::UnknownInteraction {
                framework,
                interaction,
                ..
            } => {
                warn!("a command that this version does not have");
                (*interaction, framework.serenity_context)
            }
            FrameworkError::CommandStructureMismatch { ctx, .. } => {
                warn!("a command that was registered otherwise");
                (ctx.interaction, ctx.framework.serenity_context)
            }
            _ => {
                let Some(poise::Context::Application(ctx)) = error.ctx() else {
                    return;
                };
                error!("the command {} failed", ctx.command().name);
                (ctx.interaction, ctx.framework.serenity_context)
            }
        };
        respond::privately(ctx, interaction, &Message::line(texts::WENT_WRONG)).await;
    })
}
