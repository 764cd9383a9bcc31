//! The commands that the bot registers.

use serde_json::{Value, json};

use super::answer::Answer;
use super::places::APPLICATION;
use super::world::{Call, World};

/// The registered commands; translations only where they are asked for.
pub(crate) fn list(world: &World, guild: Option<u64>, call: &Call) -> Answer {
    let mut commands = world.commands.get(&guild).cloned().unwrap_or_default();
    if !call.query.contains("with_localizations=true") {
        for command in &mut commands {
            strip(
                command,
                &["name_localizations", "description_localizations"],
            );
        }
    }
    Answer::ok(Value::Array(commands))
}

/// Replaces all of them; those that were there keep their ids.
pub(crate) fn set(world: &mut World, guild: Option<u64>, body: &Value) -> Answer {
    let before = world.commands.remove(&guild).unwrap_or_default();
    let mut commands = body.as_array().cloned().unwrap_or_default();
    for command in &mut commands {
        complete(command, guild);
        let known = before
            .iter()
            .find(|known| known["name"] == command["name"] && known["type"] == command["type"]);
        command["id"] = match known {
            Some(known) => known["id"].clone(),
            None => json!(world.new_id().to_string()),
        };
        command["version"] = json!(world.new_id().to_string());
    }
    world.commands.insert(guild, commands.clone());
    Answer::ok(Value::Array(commands))
}

/// Adds what Discord adds, and leaves out what Discord leaves out.
fn complete(command: &mut Value, guild: Option<u64>) {
    command["application_id"] = json!(APPLICATION.to_string());
    let mut defaults = vec![
        ("type", json!(1)),
        ("description", json!("")),
        ("default_member_permissions", Value::Null),
        ("name_localizations", Value::Null),
        ("description_localizations", Value::Null),
        ("nsfw", json!(false)),
    ];
    match guild {
        Some(guild) => defaults.push(("guild_id", json!(guild.to_string()))),
        None => {
            defaults.push(("contexts", Value::Null));
            defaults.push(("integration_types", json!([0])));
        }
    }
    for (name, value) in defaults {
        if command[name].is_null() {
            command[name] = value;
        }
    }
    leave_out_false(&mut command["options"]);
    if command["options"].as_array().is_none_or(Vec::is_empty) {
        strip(command, &["options"]);
    }
}

/// An option that is not required or completed comes back without saying so.
fn leave_out_false(options: &mut Value) {
    for option in options.as_array_mut().into_iter().flatten() {
        for name in ["required", "autocomplete"] {
            if option[name] != true {
                strip(option, &[name]);
            }
        }
    }
}

fn strip(value: &mut Value, names: &[&str]) {
    let Some(object) = value.as_object_mut() else {
        return;
    };
    for name in names {
        object.remove(*name);
    }
    for inside in object
        .values_mut()
        .filter_map(Value::as_array_mut)
        .flatten()
    {
        strip(inside, names);
    }
}
