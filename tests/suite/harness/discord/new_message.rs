//! A message that somebody writes, with whatever Discord would make of it.

use serde_json::{Value, json};

use super::message::Message;
use super::payload::{self, id_of};
use super::places::{BOT, OTHER_BOT, OWN_ROLE, ROLE, User};
use super::world::World;

/// A message before it is sent.
#[derive(Clone, Debug)]
pub(crate) struct NewMessage {
    author: User,
    text: String,
    reply_to: Option<u64>,
    pings: bool,
    more: Vec<(&'static str, Value)>,
}

impl NewMessage {
    /// A message of a person.
    pub(crate) fn by(author: User, text: &str) -> Self {
        Self {
            author,
            text: text.to_owned(),
            reply_to: None,
            pings: true,
            more: Vec::new(),
        }
    }

    /// A message of another bot.
    pub(crate) fn by_bot(text: &str) -> Self {
        Self::by(OTHER_BOT, text)
    }

    /// A message of a webhook.
    pub(crate) fn by_webhook(text: &str) -> Self {
        let said = Self::by(OTHER_BOT, text);
        said.with("webhook_id", json!(OTHER_BOT.id.to_string()))
    }

    /// Makes it a reply.
    pub(crate) fn replying_to(mut self, message: u64) -> Self {
        self.reply_to = Some(message);
        self
    }

    /// Switches off that a reply pings.
    pub(crate) fn without_ping(mut self) -> Self {
        self.pings = false;
        self
    }

    /// Makes it a file without a word about it.
    pub(crate) fn with_file(self) -> Self {
        let file = json!({
            "id": "1180000400000000001",
            "filename": "ticket.png",
            "size": 1,
            "url": "https://cdn.discordapp.com/ticket.png",
            "proxy_url": "https://media.discordapp.net/ticket.png",
        });
        self.with("attachments", json!([file]))
    }

    /// Makes it a forward of a message that is elsewhere, with the words of that one.
    pub(crate) fn forwarding(self, words: &str) -> Self {
        let snapshot = json!({
            "content": words,
            "timestamp": "2026-01-01T00:00:00.000000+00:00",
            "edited_timestamp": null,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "type": 0,
            "flags": 0,
        });
        let reference = json!({
            "type": 1,
            "message_id": "1180000500000000001",
            "channel_id": "1180000200000000009",
        });
        self.with("message_snapshots", json!([{ "message": snapshot }]))
            .with("message_reference", reference)
    }

    /// Makes it a message that is only an embed.
    pub(crate) fn with_embed(self, title: &str, description: &str) -> Self {
        let embed = json!({ "type": "rich", "title": title, "description": description });
        self.with("embeds", json!([embed]))
    }

    /// Sets anything else.
    pub(crate) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.more.push((name, value));
        self
    }

    /// Returns the message as Discord keeps it: who is mentioned follows from the text.
    pub(crate) fn message(&self, world: &World, id: u64, channel: u64, users: &[User]) -> Message {
        let body = json!({ "content": self.text });
        let mut message = Message::new(id, channel, self.author, &body);
        let value = &mut message.value;
        let mut mentioned: Vec<User> = users
            .iter()
            .copied()
            .filter(|user| self.mentions(*user))
            .collect();
        if let Some(to) = self.reply_to.and_then(|to| world.messages.get(&to)) {
            value["type"] = json!(19);
            value["message_reference"] = json!({
                "message_id": to.value["id"],
                "channel_id": to.value["channel_id"],
            });
            value["referenced_message"] = if to.is_deleted {
                Value::Null
            } else {
                to.value.clone()
            };
            let author = users
                .iter()
                .find(|user| id_of(&to.value["author"]["id"]) == Some(user.id));
            mentioned.extend(author.filter(|user| self.pings && !self.mentions(**user)));
        }
        value["mentions"] = mentioned.into_iter().map(payload::user).collect();
        let everyone = ["@everyone", "@here"]
            .iter()
            .any(|all| self.text.contains(all));
        value["mention_everyone"] = json!(everyone);
        let roles = [ROLE, OWN_ROLE].iter();
        let roles = roles.filter(|role| self.text.contains(&format!("<@&{role}>")));
        value["mention_roles"] = roles.map(|role| json!(role.to_string())).collect();
        for (name, more) in &self.more {
            value[*name] = more.clone();
        }
        message
    }

    fn mentions(&self, user: User) -> bool {
        let id = user.id;
        self.text.contains(&format!("<@{id}>")) || self.text.contains(&format!("<@!{id}>"))
    }
}

/// Returns how the bot is mentioned.
pub(crate) fn mention() -> String {
    format!("<@{}>", BOT.id)
}
