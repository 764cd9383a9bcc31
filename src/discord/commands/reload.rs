//! `/reload` loads and checks all guides, then swaps them: for moderators, who see what changed or what is wrong.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use serenity::all::{
    CreateAttachment, CreateInteractionResponse, CreateInteractionResponseMessage,
};
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use tracing::warn;

use super::context::{CommandContext, Error};
use crate::app::ReloadReport;
use crate::chat::Message;
use crate::discord::handlers::send_error::classify;
use crate::discord::handlers::{incoming, respond};
use crate::reply::texts;

/// The time that a reload may take before Discord is told to wait: it waits three seconds by itself.
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
pub(super) async fn reload(command: CommandContext<'_>) -> Result<(), Error> {
    let (ctx, interaction) = (command.framework.serenity_context, command.interaction);
    let bot = command.framework.user_data;
    if let Some(refusal) = refusal(command) {
        respond::privately(ctx, interaction, &Message::line(refusal)).await;
        return Ok(());
    }
    let app = Arc::clone(&bot.app);
    let mut reloading = spawn_blocking(move || app.reload());
    match timeout(AT_ONCE, &mut reloading).await {
        Ok(report) => tell(command, report.ok()).await,
        Err(_) => {
            let wait = CreateInteractionResponseMessage::new().ephemeral(true);
            respond::respond(ctx, interaction, CreateInteractionResponse::Defer(wait)).await;
            tell_later(command, reloading.await.ok()).await;
        }
    }
    Ok(())
}

/// Returns why this person may not reload here, if they may not.
fn refusal(command: CommandContext<'_>) -> Option<&'static str> {
    let allowed = &command.framework.user_data.reload_guilds;
    let guild = command.interaction.guild_id.map(|id| id.get());
    let is_here = guild.is_some_and(|id| allowed.is_empty() || allowed.contains(&id));
    // Asked here again: servers can give a command to anybody in their settings.
    if !incoming::manages_server(command.interaction.member.as_deref()) {
        Some(texts::NOT_YOURS_TO_RELOAD)
    } else if !is_here {
        Some(texts::NO_RELOAD_HERE)
    } else {
        None
    }
}

/// Tells the outcome at once.
async fn tell(command: CommandContext<'_>, report: Option<ReloadReport>) {
    let (text, files) = parts(report);
    // serenity's own way to send a file would number it, where Discord's description of its API has a text.
    let body = json!({
        "type": MESSAGE,
        "data": { "content": text, "flags": EPHEMERAL, "allowed_mentions": { "parse": [] } },
    });
    let http = &command.framework.serenity_context.http;
    let (id, token) = (command.interaction.id, &command.interaction.token);
    let told = http
        .create_interaction_response(id, token, &body, files)
        .await;
    log_failure(told.err());
}

/// Tells the outcome to Discord, which was told to wait.
async fn tell_later(command: CommandContext<'_>, report: Option<ReloadReport>) {
    let (text, files) = parts(report);
    let body = json!({ "content": text, "allowed_mentions": { "parse": [] } });
    let http = &command.framework.serenity_context.http;
    let token = &command.interaction.token;
    let told = http
        .edit_original_interaction_response(token, &body, files)
        .await;
    log_failure(told.err());
}

/// Discord's number for an answer that is a message.
const MESSAGE: u8 = 4;
/// Discord's flag for what only one person sees.
const EPHEMERAL: u64 = 1 << 6;

fn parts(report: Option<ReloadReport>) -> (String, Vec<CreateAttachment>) {
    let Some(ReloadReport { text, file }) = report else {
        return (texts::WENT_WRONG.to_owned(), Vec::new());
    };
    let files = file.map(|file| CreateAttachment::bytes(file.into_bytes(), "reload.txt"));
    (text, files.into_iter().collect())
}

fn log_failure(error: Option<serenity::Error>) {
    if let Some(error) = error {
        let why = classify(&error);
        warn!("the outcome of a reload could not be told: {why:?}");
    }
}
