//! Compares commands as they are wanted with what Discord has, which says the same in other words.
//!
//! Discord adds ids and versions, writes out defaults or leaves them out, and gives `null` for what is empty.

use serde_json::{Map, Value, json};

/// The fields of a command, and what stands for nothing in each. All else is Discord's own.
const COMMAND: [(&str, FieldKind); 10] = [
    ("type", FieldKind::Number(Some(1))),
    ("name", FieldKind::Text),
    ("name_localizations", FieldKind::Texts),
    ("description", FieldKind::Text),
    ("description_localizations", FieldKind::Texts),
    ("options", FieldKind::Options),
    ("default_member_permissions", FieldKind::Bits),
    ("nsfw", FieldKind::Flag),
    ("contexts", FieldKind::Set),
    ("integration_types", FieldKind::Set),
];

/// The fields of an option.
const OPTION: [(&str, FieldKind); 14] = [
    ("type", FieldKind::Number(None)),
    ("name", FieldKind::Text),
    ("name_localizations", FieldKind::Texts),
    ("description", FieldKind::Text),
    ("description_localizations", FieldKind::Texts),
    ("required", FieldKind::Flag),
    ("choices", FieldKind::Choices),
    ("options", FieldKind::Options),
    ("channel_types", FieldKind::Set),
    ("min_value", FieldKind::Number(None)),
    ("max_value", FieldKind::Number(None)),
    ("min_length", FieldKind::Number(None)),
    ("max_length", FieldKind::Number(None)),
    ("autocomplete", FieldKind::Flag),
];

/// The fields of a choice.
const CHOICE: [(&str, FieldKind); 3] = [
    ("name", FieldKind::Text),
    ("name_localizations", FieldKind::Texts),
    ("value", FieldKind::Plain),
];

/// The fields that only commands for all servers have. Where we do not say, the application's own settings hold.
const GLOBAL_ONLY: [&str; 2] = ["contexts", "integration_types"];

/// The kind of a field's value, which settles what stands for nothing.
#[derive(Clone, Copy)]
enum FieldKind {
    /// Itself.
    Plain,
    /// A text; empty by default.
    Text,
    /// Texts by language; none by default.
    Texts,
    /// Yes or no; no by default.
    Flag,
    /// A number, however it is written, with its default.
    Number(Option<u64>),
    /// Bits, as a text or a number; not said by default.
    Bits,
    /// Numbers in any order; none by default.
    Set,
    /// A list of options, in order; none by default.
    Options,
    /// A list of choices, in order; none by default.
    Choices,
}

/// Leaves out what a command for one server cannot have.
pub(super) fn for_one_server(command: &mut Value) {
    if let Value::Object(command) = command {
        for key in GLOBAL_ONLY {
            command.remove(key);
        }
    }
}

/// Writes a command as Discord's own description of its API has it: bits as a number, the default name among the
/// localised ones, and nothing where there is nothing to say.
pub(super) fn as_described(command: &mut Value) {
    let Value::Object(fields) = command else {
        return;
    };
    let bits = fields.get(PERMISSIONS).and_then(Value::as_str);
    if let Some(bits) = bits.and_then(|bits| bits.parse::<u64>().ok()) {
        fields.insert(PERMISSIONS.to_owned(), json!(bits));
    }
    // poise has no way to say this of commands on messages.
    if let Some(name) = fields.get("name").cloned() {
        fields.insert(
            "name_localizations".to_owned(),
            json!({ DEFAULT_LOCALE: name }),
        );
    }
    leave_out_nothings(command);
}

/// Leaves out what is null or an empty list or object, in options too.
fn leave_out_nothings(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(leave_out_nothings);
            fields.retain(|_, value| !is_nothing(value));
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_nothings),
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// The permission that a command takes unless a server says otherwise.
const PERMISSIONS: &str = "default_member_permissions";
/// The language that the commands are written in.
const DEFAULT_LOCALE: &str = "en-US";

/// Returns whether Discord has other commands than are wanted.
pub(super) fn differ(wanted: &[Value], present: &[Value]) -> bool {
    let mut present: Vec<&Value> = present.iter().collect();
    for wanted in wanted {
        let Some(at) = present.iter().position(|present| is_same(wanted, present)) else {
            return true;
        };
        present.swap_remove(at);
    }
    !present.is_empty()
}

fn is_same(wanted: &Value, present: &Value) -> bool {
    let mut present = present.clone();
    for key in GLOBAL_ONLY {
        if let Value::Object(present) = &mut present
            && wanted[key].is_null()
        {
            present.remove(key);
        }
    }
    normalized(wanted, &COMMAND) == normalized(&present, &COMMAND)
}

/// Returns an object with all of its keys and none of Discord's own.
fn normalized(object: &Value, keys: &[(&str, FieldKind)]) -> Value {
    let known = keys
        .iter()
        .map(|(key, kind)| ((*key).to_owned(), value(&object[*key], *kind)));
    Value::Object(known.collect())
}

fn value(value: &Value, kind: FieldKind) -> Value {
    match kind {
        FieldKind::Plain => value.clone(),
        FieldKind::Text => json!(value.as_str().unwrap_or_default()),
        FieldKind::Texts => Value::Object(value.as_object().cloned().unwrap_or_else(Map::new)),
        FieldKind::Flag => json!(value.as_bool().unwrap_or_default()),
        // 1 and 1.0 are the same here.
        FieldKind::Number(default) => json!(value.as_f64().or(default.map(|number| number as f64))),
        FieldKind::Bits => match value {
            Value::Number(bits) => json!(bits.to_string()),
            bits => bits.clone(),
        },
        FieldKind::Set => {
            let mut numbers: Vec<u64> = list(value).filter_map(Value::as_u64).collect();
            numbers.sort_unstable();
            json!(numbers)
        }
        FieldKind::Options => list(value)
            .map(|option| normalized(option, &OPTION))
            .collect(),
        FieldKind::Choices => list(value)
            .map(|choice| normalized(choice, &CHOICE))
            .collect(),
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A command as we send it.
    fn wanted() -> Value {
        json!({
            "name": "ask", "type": 1, "description": "Asks", "contexts": [0, 1], "integration_types": [0],
            "description_localizations": { "en-US": "Asks" },
            "options": [
                { "type": 3, "name": "question", "description": "What", "required": true, "max_length": 300 },
                { "type": 4, "name": "page", "description": "Which", "min_value": 1,
                  "choices": [{ "name": "first", "value": 1 }] },
            ],
        })
    }

    /// The same as Discord has it.
    fn present() -> Value {
        json!({
            "id": "9", "application_id": "1", "version": "3", "dm_permission": true, "nsfw": false,
            "name": "ask", "type": 1, "description": "Asks", "contexts": [1, 0], "integration_types": [0],
            "default_member_permissions": null, "name_localizations": null,
            "description_localizations": { "en-US": "Asks" },
            "options": [
                { "type": 3, "name": "question", "description": "What", "required": true, "max_length": 300,
                  "name_localizations": null, "description_localizations": {} },
                { "type": 4, "name": "page", "description": "Which", "min_value": 1.0, "required": false,
                  "choices": [{ "name": "first", "value": 1, "name_localizations": null }] },
            ],
        })
    }

    #[test]
    fn commands_are_written_as_discord_describes_them() {
        let mut command = json!({
            "name": "reload", "default_member_permissions": "32", "contexts": [0], "options": [],
            "description_localizations": {}, "nsfw": false,
        });
        as_described(&mut command);
        let expected = json!({
            "name": "reload", "name_localizations": { "en-US": "reload" }, "default_member_permissions": 32,
            "contexts": [0], "nsfw": false,
        });
        assert_eq!(command, expected);
    }

    /// Checks whether a change of what Discord has is noticed.
    #[track_caller]
    fn check(path: &str, changed: Value, is_noticed: bool) {
        let mut present = present();
        let (parent, key) = path.rsplit_once('/').expect("a path");
        let parent = present.pointer_mut(parent).expect("a parent");
        parent[key] = changed.clone();
        assert_eq!(
            differ(&[wanted()], &[present]),
            is_noticed,
            "{path}: {changed}"
        );
    }

    #[test]
    fn the_same_in_other_words_is_the_same() {
        assert!(!differ(&[wanted()], &[present()]));
        check("/version", json!("4"), false);
        check("/name_localizations", json!({}), false);
        check("/options/1/choices/0/name_localizations", json!({}), false);
        check("/options/1/channel_types", json!([]), false);
        check("/options/0/autocomplete", json!(false), false);
    }

    #[test]
    fn a_difference_is_noticed_wherever_it_is() {
        check("/name", json!("answer"), true);
        check("/type", json!(3), true);
        check("/description", json!("asks"), true);
        check("/description_localizations", json!({}), true);
        check("/description_localizations/de", json!("Fragt"), true);
        check("/name_localizations", json!({ "de": "frag" }), true);
        check("/default_member_permissions", json!("32"), true);
        check("/nsfw", json!(true), true);
        check("/contexts", json!([0]), true);
        check("/contexts", Value::Null, true);
        check("/integration_types", json!([0, 1]), true);
        check("/options", json!([]), true);
        check("/options/0/required", json!(false), true);
        check("/options/0/autocomplete", json!(true), true);
        check("/options/0/max_length", Value::Null, true);
        check("/options/1/min_value", json!(0), true);
        check("/options/1/choices/0/value", json!(2), true);
        check("/options/1/choices", json!([]), true);
    }

    #[test]
    fn the_order_of_commands_does_not_matter_and_their_number_does() {
        let other = json!({ "name": "about", "type": 1, "description": "About" });
        let both = [wanted(), other.clone()];
        assert!(!differ(&both, &[other.clone(), present()]));
        assert!(differ(&both, &[present()]) && differ(&[wanted()], &both));
        assert!(differ(&[wanted(), wanted()], &[present()]));
        assert!(!differ(&[], &[]));
        // The order of options is what people see.
        let mut turned = present();
        turned["options"].as_array_mut().expect("options").reverse();
        assert!(differ(&[wanted()], &[turned]));
    }

    #[test]
    fn one_server_knows_no_places() {
        let mut one = wanted();
        for_one_server(&mut one);
        assert!(one.get("contexts").is_none() && one.get("integration_types").is_none());
        // Whatever Discord says about them then.
        assert!(!differ(&[one], &[present()]));
    }

    #[test]
    fn permissions_are_bits_however_they_are_written() {
        let with = |bits: Value| json!({ "name": "reload", "default_member_permissions": bits });
        assert!(!differ(&[with(json!("32"))], &[with(json!(32))]));
        assert!(differ(&[with(json!("0"))], &[with(Value::Null)]));
    }
}
