//! Messages: a question comes in, a reply goes out.

use std::time::Instant;

use serenity::all::{ChannelId, Context};

use super::answer;
use super::bot::{Bot, locked};
use super::detect_question::{detect_question, wants_title};
use super::incoming::IncomingMessage;
use super::send::send;
use crate::chat::{ChannelInfo, UserId};

/// Answers a message, new or edited, if it is a question to the bot.
pub(crate) async fn on_message(bot: &Bot, ctx: &Context, message: IncomingMessage<'_>) {
    // Many messages are by other bots; these cost nothing more than this look.
    if !message.is_by_person {
        return;
    }
    let me = UserId(bot.me().await.get());
    if let Some(server) = message.server {
        bot.server_known(server).await;
    }
    let channel = bot.app.with_film(channel(bot, ctx, &message, me).await);
    let Some(question) = detect_question(&message, me, &bot.listen, &channel) else {
        return;
    };
    let Some(_running) = bot.concurrency.enter(question.trigger.is_prompted()).await else {
        return;
    };
    let reply = answer::answer(bot, &message, &question, &channel, Instant::now());
    if let Some(reply) = reply {
        send(bot, &ctx.http, &message, &reply).await;
    }
}

/// Returns what is known about where a message stands; a forum's post that is not known yet is looked up.
async fn channel(
    bot: &Bot,
    ctx: &Context,
    message: &IncomingMessage<'_>,
    me: UserId,
) -> ChannelInfo {
    let id = ChannelId::new(message.channel.0);
    let known = locked(&bot.channels).info(id);
    if known.parent.is_some() || !wants_title(message, me, &bot.listen) {
        return known;
    }
    match ctx.http.get_channel(id).await {
        Ok(found) => {
            let mut channels = locked(&bot.channels);
            channels.note_channel(&found);
            channels.info(id)
        }
        Err(_) => known,
    }
}
