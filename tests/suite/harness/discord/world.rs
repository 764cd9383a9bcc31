//! Discord's knowledge as plain data: the servers read and change it, the tests arrange it and look at it.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::fault::Fault;
use super::message::Message;
use super::payload::id_of;
use super::places::{BOT, CATEGORY, Channel, FORUM, GENERAL, Kind, QUESTIONS, VOICE};
use super::session::Gateway;

/// The token of the bot: three parts, the first of which is its id, as in real ones.
pub(crate) const TOKEN: &str = "MTE4MDAwMDAwMDAwMDAwMDAwMg.GfRoNt.row-row-row-row-row-row-row-row";

/// The time when Discord began to count, in milliseconds of Unix time.
const EPOCH: u64 = 1_420_070_400_000;

/// Everything there is.
pub(crate) struct World {
    /// Channels, forums, threads and direct channels.
    pub(crate) channels: Vec<Channel>,
    /// Registered commands, of all servers under `None`.
    pub(crate) commands: BTreeMap<Option<u64>, Vec<Value>>,
    /// All messages ever, the deleted ones too.
    pub(crate) messages: BTreeMap<u64, Message>,
    /// Interactions by their token.
    pub(crate) interactions: BTreeMap<String, Interaction>,
    /// The requests of the bot that no test has looked at yet.
    pub(crate) acts: VecDeque<Act>,
    /// All requests of the bot, in order.
    pub(crate) requests: Vec<Call>,
    /// Answers that are to go wrong.
    pub(crate) faults: Vec<(&'static str, usize, Fault)>,
    /// The websocket side.
    pub(crate) gateway: Gateway,
    /// The mistakes that make the test fail.
    pub(crate) problems: Vec<String>,
    /// The lines that the bot wrote to standard error.
    pub(crate) log: String,
    /// True if the bot closed its standard error, which it does by ending.
    pub(crate) has_ended: bool,
    n_ids: u64,
}

/// Something a person did that the bot has to respond to.
#[derive(Clone, Debug)]
pub(crate) struct Interaction {
    pub(crate) id: u64,
    /// 2 command, 3 component, 4 autocomplete.
    pub(crate) kind: u8,
    pub(crate) channel: u64,
    /// The owner of it.
    pub(crate) user: u64,
    /// The message whose button or menu it was.
    pub(crate) on: Option<u64>,
    /// The type and the data of the response.
    pub(crate) response: Option<(u64, Value)>,
    /// The message that `@original` stands for.
    pub(crate) original: Option<u64>,
    /// The time when the bot was told of it.
    pub(crate) since: Instant,
}

/// Something the bot did to a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Act {
    pub(crate) deed: Deed,
    pub(crate) message: u64,
    /// The token of the interaction it was done with.
    pub(crate) token: Option<String>,
}

/// The kinds of what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Posted,
    Edited,
    Deleted,
}

/// A request of the bot.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The time when it came.
    pub(crate) at: Instant,
    /// The route, such as `GET /channels/{channel_id}`.
    pub(crate) route: &'static str,
    /// The values for the parts in braces.
    pub(crate) parts: Vec<String>,
    pub(crate) query: String,
    pub(crate) body: Value,
    /// Name and content of each file that came along.
    pub(crate) files: Vec<(String, String)>,
}

impl World {
    /// A server with a channel, a channel for questions and a forum.
    pub(crate) fn new() -> Self {
        Self {
            channels: vec![
                Channel::new(GENERAL, Kind::Text, "general"),
                Channel::new(QUESTIONS, Kind::Text, "questions"),
                Channel::new(FORUM, Kind::Forum, "help"),
                Channel::new(VOICE, Kind::Voice, "lounge"),
                Channel::new(CATEGORY, Kind::Category, "films"),
            ],
            commands: BTreeMap::new(),
            messages: BTreeMap::new(),
            interactions: BTreeMap::new(),
            acts: VecDeque::new(),
            requests: Vec::new(),
            faults: Vec::new(),
            gateway: Gateway::new(),
            problems: Vec::new(),
            log: String::new(),
            has_ended: false,
            n_ids: 0,
        }
    }

    /// Returns a new id: the time now, then a number of its own.
    pub(crate) fn new_id(&mut self) -> u64 {
        self.n_ids += 1;
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = u64::try_from(now.expect("after 1970").as_millis())
            .expect("before the year 584,000,000");
        ((now - EPOCH) << 22) + self.n_ids
    }

    /// Returns an id of a message that was written some days ago.
    pub(crate) fn id_of_days_ago(&mut self, days: u64) -> u64 {
        self.new_id() - ((days * 24 * 60 * 60 * 1000) << 22)
    }

    /// Returns a channel.
    pub(crate) fn channel(&self, id: u64) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// Returns how many messages of the bot reply to a message.
    pub(crate) fn replies_to(&self, message: u64) -> usize {
        let to = |reply: &Message| id_of(&reply.value["message_reference"]["message_id"]);
        let all = self.messages.values();
        all.filter(|reply| is_by_bot(&reply.value) && to(reply) == Some(message))
            .count()
    }

    /// Takes away the permission to embed links.
    pub(crate) fn forbid_embeds(&mut self, channel: u64) {
        let found = self.channels.iter_mut().find(|known| known.id == channel);
        found.expect("a channel").embeds = false;
    }

    /// Lets the next `times` requests of a route go wrong.
    pub(crate) fn fails(&mut self, route: &'static str, times: usize, fault: Fault) {
        self.faults.push((route, times, fault));
    }

    /// Returns what is to go wrong with this request.
    pub(crate) fn next_fault(&mut self, route: &str) -> Option<Fault> {
        let place = self.faults.iter().position(|(of, ..)| *of == route)?;
        let (_, times, fault) = &mut self.faults[place];
        *times -= 1;
        let fault = fault.clone();
        if self.faults[place].1 == 0 {
            self.faults.remove(place);
        }
        Some(fault)
    }

    /// Notes that the bot did something to a message.
    pub(crate) fn act(&mut self, deed: Deed, message: u64, token: Option<&str>) {
        let token = token.map(str::to_owned);
        self.acts.push_back(Act {
            deed,
            message,
            token,
        });
    }

    /// Tells what happened last, for a test that fails.
    pub(crate) fn story(&self) -> String {
        let skipped = self.requests.len().saturating_sub(8);
        let calls = self.requests.iter().skip(skipped);
        let calls: Vec<String> = calls
            .map(|call| format!("  {} {:?} {}", call.route, call.parts, call.body))
            .collect();
        let start = self.log.len().saturating_sub(4000);
        let start = self.log.ceil_char_boundary(start);
        format!(
            "the bot's last requests:\n{}\nnot looked at: {:?}\nits log:\n{}{}",
            calls.join("\n"),
            self.acts,
            &self.log[start..],
            if self.has_ended { "(it has ended)" } else { "" },
        )
    }
}

/// Returns whether a message was written by the bot under test.
pub(crate) fn is_by_bot(message: &Value) -> bool {
    id_of(&message["author"]["id"]) == Some(BOT.id)
}
