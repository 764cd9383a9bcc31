//! Buttons and menus: the state they carry comes in, what becomes of the message goes out.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Context, CreateInteractionResponse,
    MessageFlags,
};
use tracing::{debug, warn};

use super::failure::failure;
use super::{Doors, locked, parse, respond};
use crate::chat::{Actor, ButtonOutcome, UserId};

/// Carries out what was pressed or chosen.
pub(super) async fn press(doors: &Doors, ctx: &Context, pressed: &ComponentInteraction) {
    let state = match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first(),
        _ => Some(&pressed.data.custom_id),
    };
    let flags = pressed.message.flags.unwrap_or_default();
    let presser = Actor {
        id: UserId(pressed.user.id.get()),
        is_moderator: parse::is_moderator(pressed.member.as_ref()),
        sees_alone: flags.contains(MessageFlags::EPHEMERAL),
    };
    let known = locked(&doors.places).spot_of(pressed.channel.as_ref(), pressed.channel_id);
    let spot = doors.app.with_film(known);
    let state = state.map(String::as_str).unwrap_or_default();
    match doors.app.press(state, presser, &spot, doors.app.settings()) {
        ButtonOutcome::Turns(message) => respond::turn(ctx, pressed, &message).await,
        ButtonOutcome::Whisper(message) => respond::whisper(ctx, pressed, &message).await,
        ButtonOutcome::Removed => remove(ctx, pressed).await,
    }
}

/// Takes the message away by the interaction's own means, which need no permission and reach ephemeral messages too.
async fn remove(ctx: &Context, pressed: &ComponentInteraction) {
    if !respond::respond(ctx, pressed, CreateInteractionResponse::Acknowledge).await {
        return;
    }
    let Err(error) = pressed.delete_response(&ctx.http).await else {
        return;
    };
    debug!("removed by the message instead: {:?}", failure(&error));
    let (channel, message) = (pressed.channel_id, pressed.message.id);
    if let Err(error) = channel.delete_message(&ctx.http, message).await {
        warn!("a message could not be removed: {:?}", failure(&error));
    }
}
