//! People, channels, the server and messages as Discord writes them, as wordy as there: bots spend time on reading it.

use serde_json::{Value, json};
use serenity::model::Timestamp;
use serenity::model::id::MessageId;

use super::message::Message;
use super::places::{BOT, Channel, GUILD, Kind, MODERATOR, OWN_ROLE, ROLE, User};
use super::world::World;

/// A user.
pub(crate) fn user(user: User) -> Value {
    json!({
        "id": user.id.to_string(),
        "username": user.name,
        "discriminator": "0",
        "global_name": "Somebody",
        "avatar": "a_1269e74af4df7417b13759eae50c83dc",
        "avatar_decoration_data": null,
        "bot": user.is_bot,
        "clan": null,
        "primary_guild": null,
        "public_flags": 0,
    })
}

/// Returns what the server knows of a user, without the user.
pub(crate) fn member() -> Value {
    json!({
        "roles": [],
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

/// A channel, forum or thread.
pub(crate) fn channel(channel: &Channel) -> Value {
    let mut value = json!({
        "id": channel.id.to_string(),
        "type": channel.kind as u8,
        "name": channel.name,
        "flags": 0,
    });
    if channel.is_in_guild() {
        value["guild_id"] = json!(GUILD.to_string());
        value["parent_id"] = json!(channel.parent.map(|id| id.to_string()));
    }
    if channel.kind == Kind::Thread {
        value["owner_id"] = json!(MODERATOR.id.to_string());
        value["message_count"] = json!(1);
        value["member_count"] = json!(1);
        value["thread_metadata"] = json!({
            "archived": false,
            "auto_archive_duration": 1440,
            "archive_timestamp": time_of(channel.id),
            "locked": false,
        });
    } else if let Some(with) = channel.with {
        value = json!({ "id": value["id"], "type": 1, "recipients": [user(with)] });
    } else {
        value["position"] = json!(0);
        value["permission_overwrites"] = json!([]);
        value["nsfw"] = json!(false);
    }
    value
}

/// The server with its channels and threads, as in GUILD_CREATE.
pub(crate) fn guild(world: &World) -> Value {
    let of = |kinds: &[Kind]| -> Vec<Value> {
        let here = world.channels.iter();
        let here = here.filter(|channel| kinds.contains(&channel.kind));
        here.map(channel).collect()
    };
    let mut bot = member();
    bot["user"] = user(BOT);
    json!({
        "id": GUILD.to_string(),
        "name": "The Front Row",
        "owner_id": MODERATOR.id.to_string(),
        "channels": of(&[Kind::Text, Kind::Forum, Kind::Voice, Kind::Category]),
        "threads": of(&[Kind::Thread]),
        "roles": [role(GUILD, "@everyone"), role(ROLE, "critics"), own_role()],
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

/// The role that Discord makes for a bot that is invited with permissions.
fn own_role() -> Value {
    let mut role = role(OWN_ROLE, BOT.name);
    role["managed"] = json!(true);
    role["tags"] = json!({ "bot_id": BOT.id.to_string() });
    role
}

/// A role.
pub(crate) fn role(id: u64, name: &str) -> Value {
    json!({
        "id": id.to_string(),
        "name": name,
        "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false,
        "managed": false,
        "mentionable": true,
        "permissions": BOT.permissions.to_string(),
        "position": 0,
        "flags": 0,
    })
}

/// A message as the gateway tells of it: in a server it names the server and the member.
pub(crate) fn event(world: &World, message: &Message) -> Value {
    let mut value = message.value.clone();
    let here = id_of(&value["channel_id"]);
    let channels = world.channels.iter();
    let is_in_guild = channels
        .filter(|channel| channel.is_in_guild())
        .any(|channel| here == Some(channel.id));
    // Ephemeral ones come without, as if they were direct ones.
    if is_in_guild && !message.is_ephemeral() {
        value["guild_id"] = json!(GUILD.to_string());
        if value["webhook_id"].is_null() {
            value["member"] = member();
        }
    }
    value
}

/// Reads an id.
pub(crate) fn id_of(value: &Value) -> Option<u64> {
    value.as_str()?.parse().ok()
}

/// The time that an id tells.
pub(crate) fn time_of(id: u64) -> String {
    time_after(id, 0)
}

/// The time so many seconds after the one that an id tells.
pub(crate) fn time_after(id: u64, seconds: u64) -> String {
    let id = MessageId::new(id).created_at();
    let after = i64::try_from(seconds).expect("not that long");
    let time = Timestamp::from_unix_timestamp(id.unix_timestamp() + after);
    time.expect("a time that exists").to_string()
}
