//! Commands, buttons and menus as Discord tells the bot of them.

use std::time::Instant;

use serde_json::{Value, json};

use super::payload;
use super::places::{APPLICATION, BOT_MAY, Channel, EMBED_LINKS, GUILD, User};
use super::world::{Interaction, World};

/// Tells the bot of an interaction and returns its token.
pub(crate) fn send(
    world: &mut World,
    user: User,
    channel: u64,
    kind: u8,
    data: &Value,
    on: Option<u64>,
) -> String {
    let id = world.new_id();
    let token = format!("aW50ZXJhY3Rpb246{id}");
    let here = world.channel(channel).expect("a channel").clone();
    let mut value = json!({
        "id": id.to_string(),
        "application_id": APPLICATION.to_string(),
        "type": kind,
        "token": token,
        "version": 1,
        "data": data,
        "locale": "en-US",
        "channel_id": channel.to_string(),
        "channel": place(&here, user),
        "app_permissions": may(&here).to_string(),
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": { "0": GUILD.to_string() },
    });
    if here.is_in_guild() {
        value["guild_id"] = json!(GUILD.to_string());
        value["guild_locale"] = json!("en-US");
        value["context"] = json!(0);
        value["member"] = payload::member();
        value["member"]["user"] = payload::user(user);
        value["member"]["roles"] = user.roles.iter().map(u64::to_string).collect();
        value["member"]["permissions"] = json!(user.permissions.to_string());
    } else {
        value["context"] = json!(1);
        value["user"] = payload::user(user);
    }
    if let Some(on) = on {
        value["message"] = world.messages[&on].value.clone();
    }
    let interaction = Interaction {
        id,
        kind,
        channel,
        user: user.id,
        on,
        response: None,
        original: None,
        since: Instant::now(),
    };
    world.interactions.insert(token.clone(), interaction);
    world
        .gateway
        .tell("INTERACTION_CREATE", value, &mut world.problems);
    token
}

fn place(channel: &Channel, user: User) -> Value {
    let mut value = payload::channel(channel);
    value["permissions"] = json!(user.permissions.to_string());
    value
}

fn may(channel: &Channel) -> u64 {
    if channel.embeds {
        BOT_MAY
    } else {
        BOT_MAY & !EMBED_LINKS
    }
}

/// The data of a slash command, or of one that is being typed with `focused` as the option under the cursor.
pub(crate) fn slash(
    command: &Value,
    options: &[(&str, &str)],
    focused: Option<&str>,
) -> Result<Value, String> {
    let known = command["options"].as_array().cloned().unwrap_or_default();
    let mut given = Vec::new();
    for (name, text) in options {
        let option = known.iter().find(|option| option["name"] == *name);
        let option = option.ok_or_else(|| format!("it has no option {name:?}: {command}"))?;
        let mut value =
            json!({ "name": name, "type": option["type"], "value": typed(option, text) });
        if focused == Some(*name) {
            if option["autocomplete"] != true {
                return Err(format!("nothing completes {name:?}: {command}"));
            }
            value["focused"] = json!(true);
        }
        given.push(value);
    }
    let is_given = |option: &Value| options.iter().any(|(name, _)| option["name"] == *name);
    let missing = known
        .iter()
        .find(|option| option["required"] == true && !is_given(option));
    if let (Some(missing), None) = (missing, focused) {
        return Err(format!("it needs {missing}"));
    }
    let (id, name) = (&command["id"], &command["name"]);
    Ok(json!({ "id": id, "name": name, "type": 1, "options": given }))
}

/// Returns what was typed, as the type of the option says.
fn typed(option: &Value, text: &str) -> Value {
    match option["type"].as_u64() {
        Some(4) => json!(text.parse::<i64>().ok()),
        Some(5) => json!(text == "true"),
        _ => json!(text),
    }
}

/// The data of a command from the menu of a message.
pub(crate) fn menu(world: &World, command: &Value, message: u64) -> Value {
    let target = &world.messages[&message].value;
    json!({
        "id": command["id"],
        "name": command["name"],
        "type": 3,
        "target_id": message.to_string(),
        "resolved": { "messages": { message.to_string(): target } },
    })
}

/// Returns the registered command of this name and type that can be used in a channel.
pub(crate) fn registered(world: &World, name: &str, kind: u64, channel: u64) -> Option<Value> {
    let is_in_guild = world.channel(channel)?.is_in_guild();
    let here = world
        .commands
        .iter()
        .filter(|(guild, _)| guild.is_none() || is_in_guild);
    let mut all = here.flat_map(|(_, commands)| commands);
    let context = u64::from(!is_in_guild);
    let is_it = |command: &&Value| {
        let contexts = command["contexts"].as_array();
        command["name"] == name
            && command["type"] == kind
            && contexts.is_none_or(|all| all.contains(&json!(context)))
    };
    all.find(is_it).cloned()
}

/// The data of a press on the button with this label.
pub(crate) fn press(message: &Value, label: &str) -> Option<Value> {
    let mut all = components(message);
    let button = all.find(|one| one["type"] == 2 && one["label"] == label)?;
    let can_be_pressed = button["custom_id"].is_string() && button["disabled"] != true;
    can_be_pressed.then(|| json!({ "custom_id": button["custom_id"], "component_type": 2 }))
}

/// The data of a choice in the menu that has an option with this label.
pub(crate) fn choose(message: &Value, label: &str) -> Option<Value> {
    components(message).find_map(|menu| {
        let mut options = menu["options"].as_array()?.iter();
        let option = options.find(|option| option["label"] == label)?;
        Some(json!({
            "custom_id": menu["custom_id"],
            "component_type": 3,
            "values": [option["value"]],
        }))
    })
}

/// The data of a choice of all these labels, or none, in the select with this placeholder.
pub(crate) fn choose_in(message: &Value, placeholder: &str, labels: &[&str]) -> Option<Value> {
    let select = select(message, placeholder)?;
    let options = select["options"].as_array()?;
    let values = labels.iter().map(|label| {
        let option = options.iter().find(|option| option["label"] == *label)?;
        Some(option["value"].clone())
    });
    let values: Option<Vec<Value>> = values.collect();
    Some(chosen(select, values?))
}

/// The data of a choice of a channel, or none, in the select with this placeholder.
pub(crate) fn choose_channel(
    world: &World,
    message: &Value,
    placeholder: &str,
    channel: Option<u64>,
) -> Option<Value> {
    let select = select(message, placeholder).filter(|one| one["type"] == 8)?;
    let mut data = chosen(select, ids(channel));
    if let Some(channel) = channel {
        let mut value = payload::channel(world.channel(channel)?);
        value["permissions"] = json!(BOT_MAY.to_string());
        data["resolved"] = json!({ "channels": { channel.to_string(): value } });
    }
    Some(data)
}

/// The data of a choice of a role, or none, in the select with this placeholder.
pub(crate) fn choose_role(message: &Value, placeholder: &str, role: Option<u64>) -> Option<Value> {
    let select = select(message, placeholder).filter(|one| one["type"] == 6)?;
    let mut data = chosen(select, ids(role));
    if let Some(role) = role {
        let value = payload::role(role, "a role");
        data["resolved"] = json!({ "roles": { role.to_string(): value } });
    }
    Some(data)
}

fn ids(id: Option<u64>) -> Vec<Value> {
    id.map(|id| json!(id.to_string())).into_iter().collect()
}

/// Returns the select with this placeholder.
fn select<'a>(message: &'a Value, placeholder: &str) -> Option<&'a Value> {
    components(message).find(|one| one["type"] != 2 && one["placeholder"] == placeholder)
}

fn chosen(select: &Value, values: Vec<Value>) -> Value {
    let bound = |name: &str| select[name].as_u64().unwrap_or(1) as usize;
    let range = bound("min_values")..=bound("max_values");
    assert!(range.contains(&values.len()), "{range:?} of {select:#}");
    json!({
        "custom_id": select["custom_id"],
        "component_type": select["type"],
        "values": values,
    })
}

/// Returns the buttons and menus of a message.
pub(crate) fn components(message: &Value) -> impl Iterator<Item = &Value> {
    let rows = message["components"].as_array().into_iter().flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
}
