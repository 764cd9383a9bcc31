//! The session of the bot at the gateway: what it was sent, and what it still has to get.

use std::collections::{BTreeMap, VecDeque};
use std::time::Instant;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::decode::why_dropped;
use super::payload::id_of;
use super::places::BOT;

/// The intent to know servers.
pub(crate) const GUILDS: u64 = 1;

/// The intent to hear of messages in servers.
const GUILD_MESSAGES: u64 = 1 << 9;

/// The intent to hear of direct messages.
const DIRECT_MESSAGES: u64 = 1 << 12;

/// The intent to read messages that are not to the bot.
pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;

/// The gateway's side of the world.
pub(crate) struct Gateway {
    /// The address where the bot is told that the gateway is.
    pub(crate) url: String,
    /// The number of sessions that may still be started today.
    pub(crate) remaining: u64,
    /// True if the intent to read all messages is switched on in the portal.
    pub(crate) may_read: bool,
    /// True if the bot is told of its server.
    pub(crate) introduces: bool,
    /// Milliseconds between heartbeats.
    pub(crate) heartbeat_interval: u64,
    /// True if heartbeats are acknowledged.
    pub(crate) acknowledges: bool,
    /// The frames that the next IDENTIFYs are answered with, instead of READY.
    pub(crate) on_identify: VecDeque<Frame>,
    /// The frames that the next RESUMEs are answered with, instead of what was missed.
    pub(crate) on_resume: VecDeque<Frame>,
    /// The number of times that the bot identified itself.
    pub(crate) n_identified: usize,
    /// With what it did so the last time.
    pub(crate) introduction: Value,
    /// The number of times that it resumed.
    pub(crate) n_resumed: usize,
    /// The number of heartbeats that came.
    pub(crate) n_heartbeats: usize,
    /// The times when events went out, by the id of what they tell of.
    pub(crate) sent: BTreeMap<u64, Instant>,
    /// The session that the bot has.
    pub(crate) session: Option<Session>,
}

/// The frames that go to the bot.
#[derive(Clone, Debug)]
pub(crate) enum Frame {
    /// A payload.
    Send(Value),
    /// The end of the connection, with a code or without.
    Close(Option<u16>),
    /// The end of the connection without a word.
    Drop,
    /// Nothing at all.
    Nothing,
}

impl Frame {
    /// Asks the bot to connect anew.
    pub(crate) fn reconnect() -> Self {
        Self::Send(json!({ "op": 7, "d": null, "s": null, "t": null }))
    }

    /// Tells the bot that its session is none, and whether it may try to resume it.
    pub(crate) fn invalid_session(may_resume: bool) -> Self {
        Self::Send(json!({ "op": 9, "d": may_resume, "s": null, "t": null }))
    }
}

/// A session.
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) intents: u64,
    /// Every event, the first with the number 1.
    sent: Vec<Value>,
    /// The connection, while there is one.
    pub(crate) connection: Option<UnboundedSender<Frame>>,
}

impl Session {
    /// A session of which nothing was told yet.
    pub(crate) fn new(id: String, intents: u64, connection: UnboundedSender<Frame>) -> Self {
        Self {
            id,
            intents,
            sent: Vec::new(),
            connection: Some(connection),
        }
    }

    /// Sends what came after the event `seen`.
    pub(crate) fn replay(&self, seen: usize) {
        for payload in self.sent.iter().skip(seen) {
            self.send(Frame::Send(payload.clone()));
        }
    }

    fn send(&self, frame: Frame) {
        if let Some(connection) = &self.connection {
            // A connection that just ended gets the event when it is resumed.
            let _ = connection.send(frame);
        }
    }
}

impl Gateway {
    /// A gateway to which nobody has connected yet.
    pub(crate) fn new() -> Self {
        Self {
            url: String::new(),
            remaining: 1000,
            may_read: true,
            introduces: true,
            heartbeat_interval: 41_250,
            acknowledges: true,
            on_identify: VecDeque::new(),
            on_resume: VecDeque::new(),
            n_identified: 0,
            introduction: Value::Null,
            n_resumed: 0,
            n_heartbeats: 0,
            sent: BTreeMap::new(),
            session: None,
        }
    }

    /// Tells the bot of an event, now or when it comes back; one that it would not understand is a problem.
    pub(crate) fn tell(&mut self, event: &str, data: Value, problems: &mut Vec<String>) {
        let Some(session) = &mut self.session else {
            problems.push(format!("nobody is there to be told of {event}"));
            return;
        };
        let n = session.sent.len() + 1;
        let payload = json!({ "op": 0, "t": event, "s": n, "d": data });
        problems.extend(why_dropped(&payload));
        session.sent.push(payload.clone());
        session.send(Frame::Send(payload));
    }

    /// Tells the bot of a message, if it wants to hear of such, with what it may read of it.
    pub(crate) fn tell_message(
        &mut self,
        event: &str,
        mut data: Value,
        problems: &mut Vec<String>,
    ) {
        let Some(session) = &self.session else {
            return;
        };
        let is_direct = data["guild_id"].is_null();
        let wanted = if is_direct {
            DIRECT_MESSAGES
        } else {
            GUILD_MESSAGES
        };
        if session.intents & wanted == 0 {
            return;
        }
        let mentions = data["mentions"].as_array().cloned().unwrap_or_default();
        let bot = BOT.id.to_string();
        let is_to_bot = mentions.iter().any(|user| user["id"] == bot);
        let may_read = session.intents & MESSAGE_CONTENT != 0
            || is_direct
            || is_to_bot
            || data["author"]["id"] == bot;
        if !may_read && data["content"].is_string() {
            data["content"] = json!("");
            for name in ["embeds", "attachments", "components"] {
                data[name] = json!([]);
            }
        }
        self.tell(event, data, problems);
    }

    /// Notes that a payload goes out now.
    pub(crate) fn note_sent(&mut self, payload: &Value) {
        if let Some(id) = id_of(&payload["d"]["id"]) {
            self.sent.insert(id, Instant::now());
        }
    }

    /// Forgets what went out; a session that is resumed later misses it.
    pub(crate) fn forget_sent(&mut self) {
        self.sent.clear();
        if let Some(session) = &mut self.session {
            session
                .sent
                .iter_mut()
                .for_each(|payload| *payload = Value::Null);
        }
    }

    /// Sends something that is no event.
    pub(crate) fn send(&self, frame: Frame) {
        if let Some(session) = &self.session {
            session.send(frame);
        }
    }
}
