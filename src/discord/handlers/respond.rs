//! Answering interactions: at once, in plain text where embeds are not allowed.

use std::time::Duration;

use serenity::all::{
    Builder, CommandInteraction, ComponentInteraction, Context, CreateInteractionResponse,
    CreateInteractionResponseMessage, InteractionId, Permissions,
};
use tokio::time::{sleep, timeout};
use tracing::warn;

use super::request::PATIENCE;
use super::send_error::{SendError, classify};
use super::{outgoing, panels};
use crate::chat::{self, Message, Panel};
use crate::reply::texts;

/// The number of times that an answer is tried: Discord waits three seconds for it.
const TRIES: usize = 2;
/// The time to wait between the tries.
const PAUSE: Duration = Duration::from_millis(400);

/// An interaction that waits for its answer.
#[derive(Clone, Copy)]
pub(crate) struct PendingInteraction<'a> {
    id: InteractionId,
    token: &'a str,
    /// The bot's permissions where it happens, where Discord says so.
    permissions: Option<Permissions>,
}

impl<'a> From<&'a CommandInteraction> for PendingInteraction<'a> {
    fn from(command: &'a CommandInteraction) -> Self {
        Self {
            id: command.id,
            token: &command.token,
            permissions: command.app_permissions,
        }
    }
}

impl<'a> From<&'a ComponentInteraction> for PendingInteraction<'a> {
    fn from(pressed: &'a ComponentInteraction) -> Self {
        Self {
            id: pressed.id,
            token: &pressed.token,
            permissions: pressed.app_permissions,
        }
    }
}

/// Answers for everybody to see.
pub(crate) async fn publicly(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    message: &Message,
) {
    let to = to.into();
    let shown = rendered(to, message);
    respond(ctx, to, CreateInteractionResponse::Message(shown)).await;
}

/// Answers so that only the one who acted sees it.
pub(crate) async fn privately(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    message: &Message,
) {
    let to = to.into();
    let shown = rendered(to, message).ephemeral(true);
    respond(ctx, to, CreateInteractionResponse::Message(shown)).await;
}

/// Turns the message that something was pressed on into this one.
pub(super) async fn update(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    message: &Message,
) {
    let to = to.into();
    let shown = rendered(to, message);
    respond(ctx, to, CreateInteractionResponse::UpdateMessage(shown)).await;
}

/// Answers with a panel that only the one who acted sees.
pub(super) async fn with_panel(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    panel: &Panel,
) {
    let shown = panels::response(panel).ephemeral(true);
    respond_with(ctx, to, &CreateInteractionResponse::Message(shown)).await;
}

/// Turns the panel that something was chosen in into this one.
pub(super) async fn update_panel(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    panel: &Panel,
) {
    let shown = panels::response(panel);
    respond_with(ctx, to, &CreateInteractionResponse::UpdateMessage(shown)).await;
}

/// Sends a response with a panel.
async fn respond_with(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    response: &CreateInteractionResponse,
) {
    let to = to.into();
    match panels::body(response) {
        Ok(body) => {
            let send = || {
                let http = &ctx.http;
                http.create_interaction_response(to.id, to.token, &body, Vec::new())
            };
            deliver(send).await;
        }
        Err(error) => warn!("a panel could not be written: {error}"),
    }
}

/// Says that too much is going on.
pub(crate) async fn busy(ctx: &Context, to: impl Into<PendingInteraction<'_>>) {
    privately(ctx, to, &Message::line(texts::BUSY)).await;
}

/// Sends an answer, once more where Discord was overloaded; returns whether it arrived.
pub(crate) async fn respond(
    ctx: &Context,
    to: impl Into<PendingInteraction<'_>>,
    response: CreateInteractionResponse,
) -> bool {
    let to = to.into();
    deliver(|| response.clone().execute(ctx, (to.id, to.token))).await
}

/// Sends something, once more where Discord was overloaded; returns whether it arrived.
async fn deliver<F: Future<Output = serenity::Result<()>>>(send: impl Fn() -> F) -> bool {
    for attempt in 1..=TRIES {
        let error = match timeout(PATIENCE, send()).await {
            Ok(Ok(())) => return true,
            Ok(Err(error)) => error,
            Err(_) => break,
        };
        match classify(&error) {
            SendError::Passing | SendError::TooMany if attempt < TRIES => sleep(PAUSE).await,
            SendError::Final { status, code } => {
                warn!(
                    status,
                    code,
                    "an answer to a command or button was refused: status {status}, code {code}"
                );
                return false;
            }
            _ => {}
        }
    }
    warn!("an answer to a command or button was not sent");
    false
}

fn rendered(to: PendingInteraction<'_>, message: &Message) -> CreateInteractionResponseMessage {
    let may_embed =
        |all: Permissions| all.contains(Permissions::EMBED_LINKS) || all.administrator();
    match to.permissions.is_none_or(may_embed) {
        true => outgoing::response(message),
        false => outgoing::response(&chat::without_card(message)),
    }
}
