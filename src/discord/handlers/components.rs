//! Buttons and menus: the custom id they carry comes in, what becomes of the message goes out.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, Context, CreateInteractionResponse,
    MessageFlags,
};
use tokio::time::timeout;
use tracing::debug;

use super::bot::{Bot, locked};
use super::moderator::moderated_server;
use super::request::PATIENCE;
use super::send_error::classify;
use super::settings::on_settings_choice;
use super::{incoming, respond, send};
use crate::chat::settings::SettingsId;
use crate::chat::{self, Actor, ButtonOutcome, UserId};
use crate::guide::ServerId;

/// Carries out what was pressed or chosen.
pub(crate) async fn on_component(bot: &Bot, ctx: &Context, pressed: &ComponentInteraction) {
    if let Some(id) = SettingsId::parse(&pressed.data.custom_id) {
        return on_settings_choice(bot, ctx, pressed, id).await;
    }
    let custom_id = match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first(),
        _ => Some(&pressed.data.custom_id),
    };
    let flags = pressed.message.flags.unwrap_or_default();
    let actor = Actor {
        id: UserId(pressed.user.id.get()),
        is_moderator: incoming::is_moderator(pressed.member.as_ref())
            || moderated_server(&bot.app.store, pressed.guild_id, pressed.member.as_ref()).is_ok(),
        sees_alone: flags.contains(MessageFlags::EPHEMERAL),
    };
    let channel =
        locked(&bot.channels).of_interaction(pressed.channel.as_ref(), pressed.channel_id);
    let (server, id) = (pressed.guild_id, chat::ChannelId(pressed.channel_id.get()));
    let server = server.map(|server| ServerId(server.get()));
    let channel = bot.app.channel_in(server, id, channel);
    let custom_id = custom_id.map(String::as_str).unwrap_or_default();
    let settings = bot.app.settings_in(&channel);
    match bot.app.press(custom_id, actor, &channel, settings) {
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
