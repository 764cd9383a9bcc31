//! Messages: a question comes in, a reply goes out.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use serenity::all::{
    ChannelId, Context, CreateMessage, Http, LightMethod, MessageId, MessageReference,
    MessageReferenceKind, Nonce, Request, Route,
};
use tokio::time::sleep;
use tracing::{debug, warn};

use super::answer;
use super::channels::Voice;
use super::detect_question::{IncomingMessage, detect_question, wants_title};
use super::failure::{SendFailure, failure};
use super::{Doors, locked, render};
use crate::chat::{self, ChannelInfo, Message, UserId};

/// How often a reply is tried at most: as it is, plain, without what it replies to, and after a pause.
const TRIES: usize = 4;
/// How long to wait when Discord is overloaded.
const PAUSE: Duration = Duration::from_millis(500);
/// How long to wait when there were too many requests and nobody says how long.
const LONG_PAUSE: Duration = Duration::from_secs(1);

/// Answers a message, new or edited, if it is a question to the bot.
pub(super) async fn on_message(bot: &Doors, ctx: &Context, message: IncomingMessage<'_>) {
    // Many messages are by other bots; these cost nothing more than this look.
    if !message.is_by_person {
        return;
    }
    let me = UserId(bot.me().await.get());
    if let Some(server) = message.server {
        bot.introduced(server).await;
    }
    let channel = bot.app.with_film(channel(bot, ctx, &message, me).await);
    let Some(question) = detect_question(&message, me, &bot.listen, &channel) else {
        return;
    };
    let Some(_running) = bot.gate.enter(question.trigger.is_prompted()).await else {
        return;
    };
    let reply = answer::answer(bot, &message, &question, &channel, Instant::now());
    if let Some(reply) = reply {
        send(bot, ctx, &message, &reply).await;
    }
}

/// Returns what is known about where a message stands; a forum's post that is not known yet is looked up.
async fn channel(
    bot: &Doors,
    ctx: &Context,
    message: &IncomingMessage<'_>,
    me: UserId,
) -> ChannelInfo {
    let id = ChannelId::new(message.channel.0);
    let known = locked(&bot.places).spot(id);
    if known.parent.is_some() || !wants_title(message, me, &bot.listen) {
        return known;
    }
    match ctx.http.get_channel(id).await {
        Ok(found) => {
            let mut places = locked(&bot.places);
            places.note_channel(&found);
            places.spot(id)
        }
        Err(_) => known,
    }
}

/// Replies to a message, in plain text where embeds are not allowed.
async fn send(doors: &Doors, ctx: &Context, heard: &IncomingMessage<'_>, message: &Message) {
    let channel = ChannelId::new(heard.channel.0);
    let mut voice = locked(&doors.refusals).voice(channel, Instant::now());
    let mut is_reply = true;
    for _ in 0..TRIES {
        let shown = match voice {
            Voice::Full => Cow::Borrowed(message),
            Voice::Plain => Cow::Owned(chat::without_card(message)),
            Voice::Mute => return,
        };
        // With the same nonce Discord drops the second of two tries that both got through.
        let mut created = render::message(&shown)
            .nonce(nonce(heard))
            .enforce_nonce(true);
        if is_reply {
            created = created.reference_message(reference(heard));
        }
        let Err(error) = post(&ctx.http, channel, &created).await else {
            return;
        };
        match failure(&error) {
            SendFailure::Forbidden if voice == Voice::Full && message.card.is_some() => {
                voice = Voice::Plain;
                locked(&doors.refusals).note(channel, voice, Instant::now());
            }
            SendFailure::Forbidden => {
                debug!("no permission to write in a channel, which is left alone for a while");
                locked(&doors.refusals).note(channel, Voice::Mute, Instant::now());
                return;
            }
            SendFailure::NoHistory if is_reply => is_reply = false,
            SendFailure::Passing => sleep(PAUSE).await,
            SendFailure::TooMany => sleep(LONG_PAUSE).await,
            SendFailure::NoHistory => return,
            SendFailure::Final { status, code } => {
                warn!(
                    status,
                    code, "a reply was refused: status {status}, code {code}"
                );
                return;
            }
        }
    }
    warn!("a reply was not sent: Discord refused it {TRIES} times");
}

/// Posts a message as serenity does, but for what Discord sends back: reading that takes longer than finding an answer.
async fn post(http: &Http, channel_id: ChannelId, message: &CreateMessage) -> serenity::Result<()> {
    let body = serde_json::to_vec(message)?;
    let route = Route::ChannelMessages { channel_id };
    let request = Request::new(route, LightMethod::Post).body(Some(body));
    let posted = http.request(request).await?;
    // Received to its end, or the connection could not be used again; the message stands either way.
    let _ = posted.bytes().await;
    Ok(())
}

/// Returns what tells one reply from another: an edited message may get a second one.
fn nonce(heard: &IncomingMessage<'_>) -> Nonce {
    Nonce::String(match heard.edited_after {
        None => heard.id.to_string(),
        Some(seconds) => format!("{}+{seconds}", heard.id),
    })
}

/// Points at the message that is replied to; one that was deleted meanwhile is no error.
fn reference(heard: &IncomingMessage<'_>) -> MessageReference {
    MessageReference::new(
        MessageReferenceKind::Default,
        ChannelId::new(heard.channel.0),
    )
    .message_id(MessageId::new(heard.id))
    .fail_if_not_exists(false)
}
