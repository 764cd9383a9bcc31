//! Sending replies to messages: tried again where that helps, in plain text where embeds are not allowed.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use serenity::all::{
    ChannelId, CreateMessage, Http, LightMethod, MessageId, MessageReference, MessageReferenceKind,
    Nonce, Request, Route,
};
use tokio::time::sleep;
use tracing::{debug, warn};

use super::bot::{Bot, locked};
use super::incoming::IncomingMessage;
use super::outgoing;
use super::send_error::{SendError, classify};
use super::send_failures::SendMode;
use crate::chat::{self, Message};

/// The number of times that a reply is tried at most: as it is, plain, without what it replies to, and after a pause.
const TRIES: usize = 4;
/// The time to wait when Discord is overloaded.
const PAUSE: Duration = Duration::from_millis(500);
/// The time to wait when there were too many requests and nobody says how long.
const LONG_PAUSE: Duration = Duration::from_secs(1);

/// Replies to a message, in plain text where embeds are not allowed.
pub(super) async fn send(bot: &Bot, http: &Http, asked: &IncomingMessage<'_>, message: &Message) {
    let channel = ChannelId::new(asked.channel.0);
    let mut mode = locked(&bot.send_failures).mode(channel, Instant::now());
    let mut is_reply = true;
    for _ in 0..TRIES {
        let shown = match mode {
            SendMode::Full => Cow::Borrowed(message),
            SendMode::Plain => Cow::Owned(chat::without_card(message)),
            SendMode::Mute => return,
        };
        let created = created(&shown, asked, is_reply);
        let Err(error) = post(http, channel, &created).await else {
            return;
        };
        match classify(&error) {
            SendError::Forbidden if mode == SendMode::Full && message.card.is_some() => {
                mode = SendMode::Plain;
                locked(&bot.send_failures).note(channel, mode, Instant::now());
            }
            SendError::Forbidden => {
                debug!("no permission to write in a channel, which is left alone for a while");
                locked(&bot.send_failures).note(channel, SendMode::Mute, Instant::now());
                return;
            }
            SendError::NoHistory if is_reply => is_reply = false,
            SendError::Passing => sleep(PAUSE).await,
            SendError::TooMany => sleep(LONG_PAUSE).await,
            SendError::NoHistory => return,
            SendError::Final { status, code } => {
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
