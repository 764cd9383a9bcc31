//! `/reload` loads and checks all guides, then swaps them: for moderators, who see what changed or what is wrong.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    Context, CreateAttachment, CreateInteractionResponse, CreateInteractionResponseMessage,
    EditInteractionResponse,
};
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use tracing::warn;

use super::super::{failure::failure, parse, render, respond};
use super::{Command, Error};
use crate::content::watch;
use crate::conversation::{Message, Report, report};
use crate::reply::texts;

/// How long a reload may take before Discord is told to wait: it waits three seconds by itself.
const AT_ONCE: Duration = Duration::from_millis(1_500);

/// Load the edited guides
#[poise::command(
    slash_command,
    name_localized("en-US", "reload"),
    description_localized("en-US", "Load the edited guides"),
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub(super) async fn reload(command: Command<'_>) -> Result<(), Error> {
    let (ctx, interaction) = (command.framework.serenity_context, command.interaction);
    let doors = command.framework.user_data;
    if let Some(refusal) = refusal(command) {
        respond::whisper(ctx, interaction, &Message::line(refusal)).await;
        return Ok(());
    }
    let live = Arc::clone(&doors.app.live);
    let mut reloading = spawn_blocking(move || {
        let outcome = watch::reload(&live);
        report(&outcome, live.loaded_at())
    });
    let report = match timeout(AT_ONCE, &mut reloading).await {
        Ok(report) => report,
        Err(_) => {
            let wait = CreateInteractionResponseMessage::new().ephemeral(true);
            respond::respond(ctx, interaction, CreateInteractionResponse::Defer(wait)).await;
            return finish(command, ctx, reloading.await.ok()).await;
        }
    };
    let answer = report.map_or_else(|_| went_wrong(), |report| response(&report));
    respond::respond(ctx, interaction, CreateInteractionResponse::Message(answer)).await;
    Ok(())
}

/// Returns why this person may not reload here, if they may not.
fn refusal(command: Command<'_>) -> Option<&'static str> {
    let allowed = &command.framework.user_data.reload_guilds;
    let guild = command.interaction.guild_id.map(|id| id.get());
    let is_here = guild.is_some_and(|id| allowed.is_empty() || allowed.contains(&id));
    // Asked here again: servers can give a command to anybody in their settings.
    if !parse::manages_server(command.interaction.member.as_deref()) {
        Some(texts::NOT_YOURS_TO_RELOAD)
    } else if !is_here {
        Some(texts::NO_RELOAD_HERE)
    } else {
        None
    }
}

fn response(report: &Report) -> CreateInteractionResponseMessage {
    let response = CreateInteractionResponseMessage::new()
        .allowed_mentions(render::nobody())
        .ephemeral(true)
        .content(&report.text);
    match &report.file {
        Some(file) => response.add_file(attachment(file)),
        None => response,
    }
}

fn went_wrong() -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .allowed_mentions(render::nobody())
        .ephemeral(true)
        .content(texts::WENT_WRONG)
}

/// Tells the outcome to Discord, which was told to wait.
async fn finish(command: Command<'_>, ctx: &Context, report: Option<Report>) -> Result<(), Error> {
    let edit = EditInteractionResponse::new().allowed_mentions(render::nobody());
    let edit = match report {
        Some(report) => {
            let edit = edit.content(&report.text);
            match &report.file {
                Some(file) => edit.new_attachment(attachment(file)),
                None => edit,
            }
        }
        None => edit.content(texts::WENT_WRONG),
    };
    if let Err(error) = command.interaction.edit_response(&ctx.http, edit).await {
        warn!(
            "the outcome of a reload could not be told: {:?}",
            failure(&error)
        );
    }
    Ok(())
}

fn attachment(text: &str) -> CreateAttachment {
    CreateAttachment::bytes(text.as_bytes(), "reload.txt")
}
