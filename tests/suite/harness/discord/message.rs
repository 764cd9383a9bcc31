//! A message as Discord keeps it.

use serde_json::{Value, json};

use super::payload;
use super::places::User;

/// A message.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// As the API shows it.
    pub(crate) value: Value,
    pub(crate) is_deleted: bool,
    /// The only one who sees it, if it is ephemeral.
    pub(crate) reader: Option<u64>,
    /// Name and content of the files of the bot.
    pub(crate) files: Vec<(String, String)>,
}

/// The parts of a message that an edit may change.
const EDITABLE: [&str; 4] = ["content", "embeds", "components", "flags"];

impl Message {
    /// A message with what `body` says.
    pub(crate) fn new(id: u64, channel: u64, author: User, body: &Value) -> Self {
        let value = json!({
            "id": id.to_string(),
            "channel_id": channel.to_string(),
            "author": payload::user(author),
            "content": "",
            "timestamp": payload::time_of(id),
            "edited_timestamp": null,
            "tts": false,
            "mention_everyone": false,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": false,
            "flags": 0,
            "type": 0,
        });
        let mut message = Self {
            value,
            is_deleted: false,
            reader: None,
            files: Vec::new(),
        };
        message.apply(body);
        message
    }

    /// Changes what `body` mentions.
    pub(crate) fn apply(&mut self, body: &Value) {
        for name in EDITABLE {
            if let Some(new) = body.get(name).filter(|new| !new.is_null()) {
                self.value[name] = new.clone();
            }
        }
    }

    /// Keeps the files that came along.
    pub(crate) fn attach(&mut self, files: &[(String, String)]) {
        self.files.extend(files.iter().cloned());
    }

    /// Returns whether only one person sees it.
    pub(crate) fn is_ephemeral(&self) -> bool {
        self.value["flags"].as_u64().unwrap_or_default() & EPHEMERAL != 0
    }

    /// Returns whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        let is_empty = |name: &str| self.value[name].as_array().is_none_or(Vec::is_empty);
        self.files.is_empty()
            && self.value["content"]
                .as_str()
                .unwrap_or_default()
                .trim()
                .is_empty()
            && is_empty("embeds")
            && is_empty("components")
    }
}

/// The flag of messages that only one person sees.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
