//! Messages: a question comes in, a reply goes out.

use std::time::Instant;

use serenity::all::{ChannelId, Context, MessageId, Timestamp};

use super::answer::{self, Step};
use super::bot::{Bot, locked};
use super::detect_question::{calls, detect_question, wants_title};
use super::incoming::{EDIT_SECONDS, IncomingMessage};
use super::send::{self, send};
use crate::app::App;
use crate::chat::{self, ChannelInfo, UserId};
use crate::guide::ServerId;

/// Answers a message, new or edited, if it is a question to the bot.
pub(crate) async fn on_message(bot: &Bot, ctx: &Context, mut message: IncomingMessage<'_>) {
    // Many messages are by other bots; these cost nothing more than this look.
    if !message.is_by_person {
        return;
    }
    let me = UserId(bot.me().await.get());
    if let Some(server) = message.server {
        bot.server_known(server).await;
        message.own_role = locked(&bot.bot_roles).role_of(server, me);
    }
    if message.edited_after.is_some() {
        bot.reply_settled(message.id).await;
    }
    let known = channel(bot, ctx, &message, me).await;
    let server = message.server.map(ServerId);
    let channel = bot.app.channel_in(server, message.channel, known);
    let Some(question) = detect_question(&message, me, &bot.listen, &channel) else {
        // Somebody took their question back.
        if message.edited_after.is_some() && !message.is_late() {
            let posted = locked(&bot.replies).forget(message.id);
            take_away(bot, ctx, message.channel, posted).await;
        }
        return;
    };
    let Some(_running) = bot.concurrency.enter(question.trigger.is_prompted()).await else {
        return;
    };
    match answer::answer(bot, &message, &question, &channel, Instant::now()) {
        Step::Post(reply) => {
            let posted = send(bot, &ctx.http, &message, &reply).await;
            let is_orphan = bot.settle_reply(message.id, posted);
            if let Some(posted) = posted.filter(|_| is_orphan) {
                send::delete(&ctx.http, message.channel, posted).await;
            }
        }
        Step::Change(posted, reply) => {
            send::change(bot, &ctx.http, message.channel, posted, &reply).await;
            bot.settle_reply(message.id, Some(posted));
        }
        Step::Remove => {
            let posted = locked(&bot.replies).forget(message.id);
            if let Some(posted) = posted {
                send::delete(&ctx.http, message.channel, posted).await;
            }
        }
        Step::Nothing => {}
    }
}

/// Takes the reply to a message away that was deleted soon after it was written.
pub(crate) async fn on_deleted(
    bot: &Bot,
    ctx: &Context,
    channel: ChannelId,
    message: MessageId,
    now: Timestamp,
) {
    let age = now.unix_timestamp() - message.created_at().unix_timestamp();
    if u64::try_from(age).is_ok_and(|age| age > EDIT_SECONDS) {
        return;
    }
    let posted = locked(&bot.replies).note_deleted(message.get());
    take_away(bot, ctx, chat::ChannelId(channel.get()), posted).await;
}

/// Takes a reply away, where there is one.
async fn take_away(bot: &Bot, ctx: &Context, channel: chat::ChannelId, posted: Option<u64>) {
    let Some(posted) = posted else {
        return;
    };
    if let Some(_running) = bot.concurrency.enter(true).await {
        send::delete(&ctx.http, channel, posted).await;
    }
}

/// Returns what is known about where a message stands. A forum's post that is not known yet is looked up, and so is any
/// thread in which somebody calls the bot where the channel that it belongs to may have settings.
async fn channel(
    bot: &Bot,
    ctx: &Context,
    message: &IncomingMessage<'_>,
    me: UserId,
) -> ChannelInfo {
    let id = ChannelId::new(message.channel.0);
    let known = locked(&bot.channels).info(id);
    if known.parent.is_some() || !is_looked_up(bot, message, me, &known) {
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

fn is_looked_up(bot: &Bot, message: &IncomingMessage<'_>, me: UserId, known: &ChannelInfo) -> bool {
    let server = message.server.map(ServerId);
    let in_server =
        |has: fn(&App, ServerId) -> bool| server.is_some_and(|server| has(&bot.app, server));
    let answers_posts = !bot.listen.forums.is_empty() || in_server(App::answers_posts);
    let is_unknown = known.name.is_none();
    wants_title(message, me, answers_posts)
        || (is_unknown && in_server(App::sets_channels) && calls(message, me))
}
