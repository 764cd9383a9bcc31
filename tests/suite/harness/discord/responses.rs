//! The bot's responses to interactions: it responds, edits or deletes its response, follows up.

use std::time::Duration;

use serde_json::{Value, json};

use super::answer::Answer;
use super::message::{EPHEMERAL, Message};
use super::messages::{change, delete, tell};
use super::places::{APPLICATION, BOT};
use super::routes;
use super::world::{Call, Deed, Interaction, World};

/// The time that an interaction waits for its first response.
const IN_TIME: Duration = Duration::from_secs(3);

/// Takes the first response, and no second one.
pub(crate) fn respond(world: &mut World, call: &Call) -> Answer {
    let (id, token) = (&call.parts[0], &call.parts[1]);
    let Some(interaction) = world.interactions.get(token).cloned() else {
        return Answer::error(404, 10062, "Unknown interaction");
    };
    if interaction.id.to_string() != *id || interaction.since.elapsed() > IN_TIME {
        return Answer::error(404, 10062, "Unknown interaction");
    }
    if interaction.response.is_some() {
        return Answer::error(400, 40060, "Interaction has already been acknowledged.");
    }
    let kind = call.body["type"].as_u64().unwrap_or_default();
    if !may_be(interaction.kind, kind) {
        let problem = format!(
            "response {kind} to an interaction of type {}",
            interaction.kind
        );
        world.problems.push(problem);
        return Answer::error(400, 50035, "Invalid Form Body");
    }
    let original = match kind {
        4 | 5 => Some(create(
            world,
            &interaction,
            &call.body["data"],
            kind,
            token,
            call,
        )),
        6 | 7 => interaction.on,
        _ => None,
    };
    let responded = world.interactions.get_mut(token).expect("it was there");
    responded.response = Some((kind, call.body["data"].clone()));
    responded.original = original;
    if let (7, Some(on)) = (kind, original) {
        change(world, on, &call.body["data"], &call.files, Some(token));
    }
    Answer::done()
}

/// Returns whether a response fits an interaction.
fn may_be(interaction: u8, response: u64) -> bool {
    match interaction {
        2 => matches!(response, 4 | 5 | 9),
        3 => matches!(response, 4..=7 | 9),
        _ => response == 8,
    }
}

/// Another message after the first.
pub(crate) fn follow_up(world: &mut World, call: &Call) -> Answer {
    let token = &call.parts[1];
    let Some(interaction) = world.interactions.get(token).cloned() else {
        return Answer::error(404, 10015, "Unknown Webhook");
    };
    let id = create(world, &interaction, &call.body, 4, token, call);
    Answer::ok(world.messages[&id].value.clone())
}

/// Reads, edits or deletes the first response.
pub(crate) fn original(world: &mut World, call: &Call) -> Answer {
    let token = &call.parts[1];
    let original = world
        .interactions
        .get(token)
        .and_then(|known| known.original);
    let Some(id) = original.filter(|id| !world.messages[id].is_deleted) else {
        return Answer::error(404, 10008, "Unknown Message");
    };
    match call.route {
        routes::EDIT_ORIGINAL => {
            let flags = &mut world.messages.get_mut(&id).expect("it was there").value["flags"];
            *flags = json!(flags.as_u64().unwrap_or_default() & !LOADING);
            change(world, id, &call.body, &call.files, Some(token));
        }
        routes::DELETE_ORIGINAL => {
            delete(world, id, Some(token));
            return Answer::done();
        }
        _ => {}
    }
    Answer::ok(world.messages[&id].value.clone())
}

/// The flag of a message that is still to be written.
const LOADING: u64 = 1 << 7;

fn create(
    world: &mut World,
    interaction: &Interaction,
    body: &Value,
    kind: u64,
    token: &str,
    call: &Call,
) -> u64 {
    let id = world.new_id();
    let mut message = Message::new(id, interaction.channel, BOT, body);
    message.attach(&call.files);
    message.value["application_id"] = json!(APPLICATION.to_string());
    if interaction.kind == 2 {
        message.value["type"] = json!(20);
    }
    let flags = body["flags"].as_u64().unwrap_or_default() & (EPHEMERAL | 1 << 2);
    message.value["flags"] = json!(flags);
    message.reader = message.is_ephemeral().then_some(interaction.user);
    if kind == 5 {
        message.value["flags"] = json!(flags | LOADING);
        world.messages.insert(id, message);
        return id;
    }
    world.messages.insert(id, message);
    world.act(Deed::Posted, id, Some(token));
    tell(world, "MESSAGE_CREATE", id);
    id
}
