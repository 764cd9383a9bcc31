//! `/settings` and the panel that it opens: who may, which channel it is about, and what they see next.

use std::time::Duration;

use serenity::all::{
    ChannelId, ChannelType, CommandInteraction, ComponentInteraction, ComponentInteractionDataKind,
    Context,
};
use tokio::time::timeout;

use super::bot::{Bot, locked};
use super::moderator::{moderated_panel, moderated_server};
use super::{incoming, respond};
use crate::chat::settings::{
    ChannelFacts, ChannelKind, SettingsAction, SettingsChoice, SettingsId,
};
use crate::chat::{self, Message};
use crate::guide::ServerId;

/// The time that Discord may take to say what it knows of a channel: it gives a press three seconds in all.
const TIME_TO_LOOK_UP: Duration = Duration::from_millis(400);

/// Opens the settings for a moderator.
pub(crate) async fn on_settings(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    let member = command.member.as_deref();
    let server = match moderated_server(&bot.app.store, command.guild_id, member) {
        Ok(server) => server,
        Err(why) => return respond::privately(ctx, command, &Message::line(why.line())).await,
    };
    let choice = SettingsChoice {
        action: SettingsAction::Open,
        values: &[],
        channel: None,
        here: chat::ChannelId(command.channel_id.get()),
        reads_messages: bot.reads_messages,
        manages_server: incoming::manages_server(member),
    };
    let panel = bot.app.choose_settings(server, &choice).await;
    respond::with_panel(ctx, command, &panel).await;
}

/// Carries out what was pressed or chosen in the settings.
pub(super) async fn on_settings_choice(
    bot: &Bot,
    ctx: &Context,
    pressed: &ComponentInteraction,
    id: SettingsId,
) {
    let member = pressed.member.as_ref();
    let server = match moderated_panel(&bot.app.store, pressed.guild_id, member, id.server) {
        Ok(server) => server,
        Err(why) => return respond::privately(ctx, pressed, &Message::line(why.line())).await,
    };
    let values: Vec<String> = match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.clone(),
        ComponentInteractionDataKind::ChannelSelect { values } => as_texts(values),
        ComponentInteractionDataKind::RoleSelect { values } => as_texts(values),
        _ => Vec::new(),
    };
    let channel = match id.action.picks_channel() {
        true => values.first().and_then(|value| value.parse().ok()),
        false => id.action.channel().map(|channel| channel.0),
    };
    // Discord has no channel 0, and serenity panics at it.
    let channel = channel.filter(|id| *id != 0).map(ChannelId::new);
    let channel = match channel {
        Some(channel) => facts(bot, ctx, pressed, server, channel).await,
        None => None,
    };
    let choice = SettingsChoice {
        action: id.action,
        values: &values,
        channel: channel.as_ref(),
        here: chat::ChannelId(pressed.channel_id.get()),
        reads_messages: bot.reads_messages,
        manages_server: incoming::manages_server(member),
    };
    let panel = bot.app.choose_settings(server, &choice).await;
    respond::update_panel(ctx, pressed, &panel).await;
}

fn as_texts(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// Returns what matters of a channel of the server; one that nobody told of is looked up.
async fn facts(
    bot: &Bot,
    ctx: &Context,
    pressed: &ComponentInteraction,
    server: ServerId,
    channel: ChannelId,
) -> Option<ChannelFacts> {
    let chosen = pressed.data.resolved.channels.get(&channel);
    let chosen = chosen.map(|chosen| (chosen.kind, chosen.parent_id));
    let known = locked(&bot.channels).kind_of(channel);
    let (kind, parent) = match (chosen, known) {
        (Some(chosen), _) => chosen,
        (None, Some((of, kind, parent))) if of == server => (kind, parent),
        (None, Some(_)) => return None,
        (None, None) => {
            let found = timeout(TIME_TO_LOOK_UP, ctx.http.get_channel(channel)).await;
            let found = found.ok()?.ok()?.guild()?;
            if found.guild_id.get() != server.0 {
                return None;
            }
            (found.kind, found.parent_id)
        }
    };
    let kind = channel_kind(kind);
    let parent = parent.filter(|_| kind == ChannelKind::Thread);
    let parent = parent.map(|parent| chat::ChannelId(parent.get()));
    let id = chat::ChannelId(channel.get());
    Some(ChannelFacts {
        id,
        kind,
        parent,
        default_mode: bot.listen.default_mode(id, parent),
    })
}

/// The number of media channels, which are forums of pictures; serenity does not know them.
const MEDIA: u8 = 16;

fn channel_kind(kind: ChannelType) -> ChannelKind {
    match kind {
        ChannelType::Text | ChannelType::News => ChannelKind::Text,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread => {
            ChannelKind::Thread
        }
        ChannelType::Forum | ChannelType::Unknown(MEDIA) => ChannelKind::Forum,
        ChannelType::Voice | ChannelType::Stage => ChannelKind::Voice,
        ChannelType::Category => ChannelKind::Category,
        _ => ChannelKind::Other,
    }
}
