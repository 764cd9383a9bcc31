//! Sending replies to messages, changing them and taking them away: tried again where that helps, in plain text where embeds are not allowed.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use serenity::all::{
    ChannelId, CreateMessage, EditMessage, Http, LightMethod, MessageId, MessageReference,
    MessageReferenceKind, Nonce, Route,
};
use tokio::time::sleep;
use tracing::{debug, warn};

use super::bot::{Bot, locked};
use super::incoming::IncomingMessage;
use super::outgoing;
use super::request::{self, Sent};
use super::send_error::{SendError, classify};
use super::send_failures::SendMode;
use crate::chat::{self, Message};

/// The number of times that a reply is tried at most: as it is, plain, without what it replies to, and after a pause.
const TRIES: usize = 4;
/// The time to wait when Discord is overloaded.
const PAUSE: Duration = Duration::from_millis(500);
/// The time to wait when there were too many requests and nobody says how long.
const LONG_PAUSE: Duration = Duration::from_secs(1);

/// Replies to a message, in plain text where embeds are not allowed, and returns the id of the reply.
pub(super) async fn send(
    bot: &Bot,
    http: &Http,
    asked: &IncomingMessage<'_>,
    message: &Message,
) -> Option<u64> {
    let channel = ChannelId::new(asked.channel.0);
    let mut mode = locked(&bot.send_failures).mode(channel, Instant::now());
    let mut is_reply = true;
    for _ in 0..TRIES {
        let shown = match mode {
            SendMode::Full => Cow::Borrowed(message),
            SendMode::Plain => Cow::Owned(chat::without_card(message)),
            SendMode::Mute => return None,
        };
        let created = created(&shown, asked, is_reply);
        let route = Route::ChannelMessages {
            channel_id: channel,
        };
        let error = match request::send(http, route, LightMethod::Post, Some(&created)).await {
            Sent::Done(posted) => return posted,
            Sent::Refused(error) => error,
            Sent::HeldUp => continue,
            Sent::TooLate => {
                warn!("a reply was dropped: Discord put it off for too long");
                return None;
            }
        };
        match classify(&error) {
            SendError::Forbidden if mode == SendMode::Full && message.card.is_some() => {
                mode = SendMode::Plain;
                locked(&bot.send_failures).note(channel, mode, Instant::now());
            }
            SendError::Forbidden => {
                debug!("no permission to write in a channel, which is left alone for a while");
                locked(&bot.send_failures).note(channel, SendMode::Mute, Instant::now());
                return None;
            }
            SendError::NoHistory if is_reply => is_reply = false,
            SendError::Passing => sleep(PAUSE).await,
            SendError::TooMany => sleep(LONG_PAUSE).await,
            SendError::NoHistory => return None,
            SendError::Final { status, code } => {
                warn!(
                    status,
                    code, "a reply was refused: status {status}, code {code}"
                );
                return None;
            }
        }
    }
    warn!("a reply was not sent: Discord refused it {TRIES} times");
    None
}

fn created(shown: &Message, asked: &IncomingMessage<'_>, is_reply: bool) -> CreateMessage {
    // With the same nonce Discord drops the second of two tries that both got through.
    let created = outgoing::message(shown)
        .nonce(nonce(asked))
        .enforce_nonce(true);
    match is_reply {
        true => created.reference_message(reference(asked)),
        false => created,
    }
}

/// Puts a message in the place of a reply.
pub(super) async fn change(
    bot: &Bot,
    http: &Http,
    channel: chat::ChannelId,
    posted: u64,
    message: &Message,
) {
    let channel_id = ChannelId::new(channel.0);
    let shown = match locked(&bot.send_failures).mode(channel_id, Instant::now()) {
        SendMode::Full => Cow::Borrowed(message),
        SendMode::Plain => Cow::Owned(chat::without_card(message)),
        SendMode::Mute => return,
    };
    let edit: EditMessage = outgoing::edit(&shown);
    on_reply(http, channel, posted, LightMethod::Patch, Some(&edit)).await;
}

/// Takes a reply away.
pub(super) async fn delete(http: &Http, channel: chat::ChannelId, posted: u64) {
    on_reply(http, channel, posted, LightMethod::Delete, None).await;
}

/// Does something to a reply; one that somebody removed meanwhile is no error.
async fn on_reply(
    http: &Http,
    channel: chat::ChannelId,
    posted: u64,
    method: LightMethod,
    edit: Option<&EditMessage>,
) {
    for _ in 0..TRIES {
        let route = Route::ChannelMessage {
            channel_id: ChannelId::new(channel.0),
            message_id: MessageId::new(posted),
        };
        let error = match request::send(http, route, method, edit).await {
            Sent::Done(_) | Sent::TooLate => return,
            Sent::Refused(error) => error,
            Sent::HeldUp => continue,
        };
        match classify(&error) {
            SendError::Passing => sleep(PAUSE).await,
            SendError::TooMany => sleep(LONG_PAUSE).await,
            SendError::Final { .. } | SendError::Forbidden | SendError::NoHistory => {
                debug!("a reply could not be changed or taken away");
                return;
            }
        }
    }
}

/// Returns what tells one reply from another: an edited message may get a second one.
fn nonce(asked: &IncomingMessage<'_>) -> Nonce {
    Nonce::String(match asked.edited_after {
        None => asked.id.to_string(),
        Some(seconds) => format!("{}+{seconds}", asked.id),
    })
}

/// Points at the message that is replied to; one that was deleted meanwhile is no error.
fn reference(asked: &IncomingMessage<'_>) -> MessageReference {
    MessageReference::new(
        MessageReferenceKind::Default,
        ChannelId::new(asked.channel.0),
    )
    .message_id(MessageId::new(asked.id))
    .fail_if_not_exists(false)
}
