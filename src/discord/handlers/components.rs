//! Buttons and menus: the custom id they carry comes in, what becomes of the message goes out.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Context, CreateInteractionResponse,
    MessageFlags,
};
use tokio::time::timeout;
use tracing::debug;

use super::bot::{Bot, locked};
use super::request::PATIENCE;
use super::send_error::classify;
use super::{incoming, respond, send};
use crate::chat::{self, Actor, ButtonOutcome, UserId};

/// Carries out what was pressed or chosen.
pub(crate) async fn on_component(bot: &Bot, ctx: &Context, pressed: &ComponentInteraction) {
    let custom_id = match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first(),
        _ => Some(&pressed.data.custom_id),
    };
    let flags = pressed.message.flags.unwrap_or_default();
    let actor = Actor {
        id: UserId(pressed.user.id.get()),
        is_moderator: incoming::is_moderator(pressed.member.as_ref()),
        sees_alone: flags.contains(MessageFlags::EPHEMERAL),
    };
    let channel =
        locked(&bot.channels).of_interaction(pressed.channel.as_ref(), pressed.channel_id);
    let channel = bot.app.with_film(channel);
    let custom_id = custom_id.map(String::as_str).unwrap_or_default();
    match bot
        .app
        .press(custom_id, actor, &channel, bot.app.settings())
    {
        ButtonOutcome::Turns(message) => respond::update(ctx, pressed, &message).await,
        ButtonOutcome::Whisper(message) => respond::privately(ctx, pressed, &message).await,
        ButtonOutcome::Removed => remove(ctx, pressed).await,
    }
}

/// Takes the message away by the interaction's own means, which need no permission and reach ephemeral messages too.
async fn remove(ctx: &Context, pressed: &ComponentInteraction) {
    if !respond::respond(ctx, pressed, CreateInteractionResponse::Acknowledge).await {
        return;
    }
    match timeout(PATIENCE, pressed.delete_response(&ctx.http)).await {
        Ok(Ok(())) => return,
        Ok(Err(error)) => debug!("removed by the message instead: {:?}", classify(&error)),
        Err(_) => debug!("removed by the message instead: Discord put it off for too long"),
    }
    let channel = chat::ChannelId(pressed.channel_id.get());
    send::delete(&ctx.http, channel, pressed.message.id.get()).await;
}
