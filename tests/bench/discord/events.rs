//! What Discord sends, as wordy as it is there: bots spend much of their time on reading it.

use serde_json::{Value, json};

/// The application.
pub(super) const APPLICATION: u64 = 1_180_000_000_000_000_001;
/// The bot.
pub(super) const BOT: u64 = 1_180_000_000_000_000_002;
/// The server.
const GUILD: u64 = 1_180_000_100_000_000_001;
/// The first channel.
const CHANNEL: u64 = 1_180_000_200_000_000_001;
/// The first person.
const PERSON: u64 = 1_180_000_300_000_000_000;
/// The first message or interaction.
const THING: u64 = 1_190_000_000_000_000_000;
/// How many channels there are.
const N_CHANNELS: u64 = 8;
/// What everybody may do.
const MAY: &str = "277025770560";
/// When everything happens.
const TIME: &str = "2026-01-01T00:00:00.000000+00:00";

/// An event.
pub(crate) struct Event {
    /// Its name.
    pub(super) kind: &'static str,
    /// What an answer to it can be told by.
    pub(super) key: String,
    /// Its data, as JSON.
    pub(super) data: String,
    /// What it is about, for one who reads that it was not answered.
    pub(super) about: String,
}

/// Returns what begins a session.
pub(super) fn greetings(gateway: &str) -> [(&'static str, Value); 2] {
    let ready = json!({
        "v": 10,
        "user": user(BOT, true),
        "guilds": [{ "id": GUILD.to_string(), "unavailable": true }],
        "session_id": "a session",
        "resume_gateway_url": gateway,
        "application": { "id": APPLICATION.to_string(), "flags": 0 },
        "shard": [0, 1],
    });
    [("READY", ready), ("GUILD_CREATE", guild())]
}

/// A message of person `n` that mentions the bot.
pub(crate) fn mention(n: u64, text: &str) -> Event {
    let id = (THING + n).to_string();
    let mut bot = user(BOT, true);
    bot["member"] = member();
    let data = json!({
        "id": id,
        "channel_id": channel_of(n),
        "guild_id": GUILD.to_string(),
        "author": user(PERSON + n, false),
        "member": member(),
        "content": format!("<@{BOT}> {text}"),
        "timestamp": TIME,
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [bot],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": false,
        "flags": 0,
        "nonce": id,
        "type": 0,
    });
    Event {
        kind: "MESSAGE_CREATE",
        key: id,
        data: data.to_string(),
        about: text.to_owned(),
    }
}

/// A command of person `n`; `kind` is 2 where it is sent, 4 while it is typed. `thing` tells it from all others.
pub(crate) fn command(thing: u64, n: u64, kind: u8, name: &str, option: &str, text: &str) -> Event {
    let typed = json!({ "name": option, "type": 3, "value": text, "focused": kind == 4 });
    let data = json!({ "id": "1", "name": name, "type": 1, "options": [typed] });
    interaction(thing, n, kind, &data, None)
}

/// A press of person `n` on a button of a message.
pub(crate) fn press(thing: u64, n: u64, button: &str, message: &Value) -> Event {
    let data = json!({ "custom_id": button, "component_type": 2, "id": 2 });
    interaction(thing, n, 3, &data, Some(message))
}

fn interaction(thing: u64, n: u64, kind: u8, data: &Value, on: Option<&Value>) -> Event {
    let token = format!("aW50ZXJhY3Rpb246{}", THING + thing);
    let mut member = member();
    member["user"] = user(PERSON + n, false);
    member["permissions"] = json!(MAY);
    let mut value = json!({
        "id": (THING + thing).to_string(),
        "application_id": APPLICATION.to_string(),
        "type": kind,
        "token": token,
        "version": 1,
        "data": data,
        "locale": "en-US",
        "guild_locale": "en-US",
        "guild_id": GUILD.to_string(),
        "channel_id": channel_of(n),
        "channel": channel(n % N_CHANNELS),
        "app_permissions": MAY,
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": { "0": GUILD.to_string() },
        "context": 0,
        "member": member,
    });
    value["channel"]["permissions"] = json!(MAY);
    if let Some(message) = on {
        value["message"] = message.clone();
    }
    Event {
        kind: "INTERACTION_CREATE",
        key: token,
        data: value.to_string(),
        about: data.to_string(),
    }
}

/// A message as Discord has it once the bot has sent `body`.
pub(crate) fn message_from_bot(channel: &str, body: &Value) -> Value {
    let or_empty = |name: &str| match &body[name] {
        Value::Null => json!([]),
        some => some.clone(),
    };
    json!({
        "id": (THING - 1).to_string(),
        "channel_id": channel,
        "author": user(BOT, true),
        "content": body["content"].as_str().unwrap_or_default(),
        "timestamp": TIME,
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": or_empty("embeds"),
        "components": or_empty("components"),
        "pinned": false,
        "flags": body["flags"].as_u64().unwrap_or_default(),
        "type": 0,
    })
}

/// Returns the channel that person `n` writes in.
pub(crate) fn channel_of(n: u64) -> String {
    (CHANNEL + n % N_CHANNELS).to_string()
}

fn user(id: u64, is_bot: bool) -> Value {
    json!({
        "id": id.to_string(),
        "username": format!("person{id}"),
        "discriminator": "0",
        "global_name": "Somebody",
        "avatar": "a_1269e74af4df7417b13759eae50c83dc",
        "avatar_decoration_data": null,
        "bot": is_bot,
        "clan": null,
        "primary_guild": null,
        "public_flags": 0,
    })
}

fn member() -> Value {
    json!({
        "roles": [(GUILD + 1).to_string()],
        "nick": null,
        "avatar": null,
        "banner": null,
        "communication_disabled_until": null,
        "premium_since": null,
        "joined_at": "2024-01-01T00:00:00.000000+00:00",
        "pending": false,
        "deaf": false,
        "mute": false,
        "flags": 0,
    })
}

fn channel(number: u64) -> Value {
    json!({
        "id": (CHANNEL + number).to_string(),
        "guild_id": GUILD.to_string(),
        "type": 0,
        "name": format!("channel-{number}"),
        "position": number,
        "permission_overwrites": [],
        "nsfw": false,
        "parent_id": null,
        "flags": 0,
    })
}

fn guild() -> Value {
    let channels: Vec<Value> = (0..N_CHANNELS).map(channel).collect();
    let mut bot = member();
    bot["user"] = user(BOT, true);
    json!({
        "id": GUILD.to_string(),
        "name": "The Front Row",
        "owner_id": PERSON.to_string(),
        "channels": channels,
        "threads": [],
        "roles": [],
        "members": [bot],
        "member_count": 4,
        "joined_at": "2024-01-01T00:00:00.000000+00:00",
        "large": false,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "verification_level": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_progress_bar_enabled": false,
        "preferred_locale": "en-US",
        "system_channel_flags": 0,
        "features": [],
        "emojis": [],
        "stickers": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
    })
}
