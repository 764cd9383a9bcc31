//! Messages that the bot posts, reads, edits and deletes in channels.

use serde_json::{Value, json};

use super::answer::Answer;
use super::message::Message;
use super::payload::{self, id_of};
use super::places::BOT;
use super::routes;
use super::world::{Call, Deed, World, is_by_bot};

/// Answers the routes below `/channels/{channel_id}/messages`.
pub(crate) fn answer(world: &mut World, call: &Call) -> Answer {
    let Some(channel) = call.parts[0]
        .parse()
        .ok()
        .filter(|id| world.channel(*id).is_some())
    else {
        return Answer::error(404, 10003, "Unknown Channel");
    };
    match call.route {
        routes::MESSAGES => list(world, channel),
        routes::POST => post(world, channel, call),
        _ => one(world, channel, call),
    }
}

/// The latest first, as Discord does.
fn list(world: &World, channel: u64) -> Answer {
    let here = world.messages.values().rev().filter(|message| {
        !message.is_deleted
            && !message.is_ephemeral()
            && id_of(&message.value["channel_id"]) == Some(channel)
    });
    Answer::ok(here.map(|message| message.value.clone()).collect())
}

fn post(world: &mut World, channel: u64, call: &Call) -> Answer {
    let may_embed = world.channel(channel).is_none_or(|channel| channel.embeds);
    if !may_embed
        && call.body["embeds"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    {
        return Answer::error(403, 50013, "Missing Permissions");
    }
    let nonce = &call.body["nonce"];
    if call.body["enforce_nonce"] == json!(true)
        && let Some(same) = world
            .messages
            .values()
            .find(|one| one.value["nonce"] == *nonce)
    {
        return Answer::ok(same.value.clone());
    }
    let id = world.new_id();
    let mut message = Message::new(id, channel, BOT, &call.body);
    if nonce.is_string() {
        message.value["nonce"] = nonce.clone();
    }
    message.attach(&call.files);
    let asked = &call.body["message_reference"]["message_id"];
    if let Some(asked) = id_of(asked) {
        message.value["type"] = json!(19);
        message.value["message_reference"] = json!({
            "message_id": asked.to_string(),
            "channel_id": channel.to_string(),
        });
        let asked = world.messages.get(&asked);
        message.value["referenced_message"] =
            asked.map_or(Value::Null, |asked| asked.value.clone());
    }
    let value = message.value.clone();
    world.messages.insert(id, message);
    world.act(Deed::Posted, id, None);
    tell(world, "MESSAGE_CREATE", id);
    Answer::ok(value)
}

fn one(world: &mut World, channel: u64, call: &Call) -> Answer {
    let found = call.parts[1].parse().ok().and_then(|id| {
        let message = world.messages.get_mut(&id)?;
        let is_here = id_of(&message.value["channel_id"]) == Some(channel);
        // An ephemeral message is nobody's but its interaction's.
        (is_here && !message.is_deleted && !message.is_ephemeral()).then_some((id, message))
    });
    let Some((id, message)) = found else {
        return Answer::error(404, 10008, "Unknown Message");
    };
    match call.route {
        routes::MESSAGE => Answer::ok(message.value.clone()),
        routes::EDIT if is_by_bot(&message.value) => {
            change(world, id, &call.body, &call.files, None);
            Answer::ok(world.messages[&id].value.clone())
        }
        routes::EDIT => Answer::error(403, 50005, "Cannot edit a message authored by another user"),
        _ => {
            delete(world, id, None);
            Answer::done()
        }
    }
}

/// Edits a message of the bot.
pub(crate) fn change(
    world: &mut World,
    id: u64,
    body: &Value,
    files: &[(String, String)],
    token: Option<&str>,
) {
    let now = payload::time_of(world.new_id());
    let Some(message) = world.messages.get_mut(&id) else {
        return;
    };
    message.apply(body);
    message.attach(files);
    message.value["edited_timestamp"] = json!(now);
    if message.is_empty() {
        let problem = format!("an edit leaves an empty message: {body}");
        world.problems.push(problem);
    }
    world.act(Deed::Edited, id, token);
    tell(world, "MESSAGE_UPDATE", id);
}

/// Deletes a message.
pub(crate) fn delete(world: &mut World, id: u64, token: Option<&str>) {
    let Some(message) = world.messages.get_mut(&id) else {
        return;
    };
    message.is_deleted = true;
    world.act(Deed::Deleted, id, token);
    tell(world, "MESSAGE_DELETE", id);
}

/// Tells the bot what happened to a message, its own ones included.
pub(crate) fn tell(world: &mut World, event: &str, id: u64) {
    let Some(message) = world.messages.get(&id) else {
        return;
    };
    let value = payload::event(world, message);
    let data = if event == "MESSAGE_DELETE" {
        let mut data = json!({ "id": value["id"], "channel_id": value["channel_id"] });
        if value["guild_id"].is_string() {
            data["guild_id"] = value["guild_id"].clone();
        }
        data
    } else {
        value
    };
    world.gateway.tell_message(event, data, &mut world.problems);
}
