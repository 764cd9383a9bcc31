//! Our own rules for what the bot sends: those that Discord enforces but does not describe, and that nobody is pinged.

use std::collections::BTreeSet;

use serde_json::Value;

use super::routes;

/// Longest content of a message, in code points.
const CONTENT: usize = 2000;

/// Longest texts of all embeds together.
const EMBEDS: usize = 6000;

/// Returns every rule that a body breaks.
pub(crate) fn broken(route: &str, body: &Value, n_files: usize) -> Vec<String> {
    let mut broken = Broken(Vec::new());
    match route {
        routes::POST | routes::FOLLOW_UP => {
            broken.message(body);
            broken.is_something(body, n_files);
            broken.reply(body);
        }
        routes::EDIT | routes::EDIT_ORIGINAL => broken.message(body),
        routes::RESPOND => broken.response(body, n_files),
        routes::SET_COMMANDS | routes::SET_GUILD_COMMANDS => {
            for command in list(body) {
                broken.command(command);
            }
        }
        _ => {}
    }
    broken.0
}

struct Broken(Vec<String>);

impl Broken {
    fn unless(&mut self, holds: bool, rule: impl Into<String>) {
        if !holds {
            self.0.push(rule.into());
        }
    }

    /// Checks that a text has at most `most` code points.
    fn length(&mut self, what: &str, text: &Value, most: usize) {
        let length = length(text);
        self.unless(
            length <= most,
            format!("{what} has {length} of {most} code points"),
        );
    }

    fn response(&mut self, body: &Value, n_files: usize) {
        let data = &body["data"];
        match body["type"].as_u64() {
            Some(4) => {
                self.message(data);
                self.is_something(data, n_files);
            }
            Some(7) => self.message(data),
            Some(8) => self.choices(data),
            _ => {}
        }
    }

    fn message(&mut self, body: &Value) {
        self.pings_nobody(&body["allowed_mentions"]);
        self.length("content", &body["content"], CONTENT);
        self.embeds(list(&body["embeds"]));
        self.rows(list(&body["components"]));
    }

    fn pings_nobody(&mut self, allowed: &Value) {
        let parse = allowed["parse"].as_array();
        self.unless(
            parse.is_some_and(Vec::is_empty),
            "allowed_mentions has no parse: []",
        );
        let nobody = list(&allowed["users"]).is_empty()
            && list(&allowed["roles"]).is_empty()
            && allowed["replied_user"] != true;
        self.unless(nobody, "allowed_mentions lets somebody be pinged");
    }

    fn is_something(&mut self, body: &Value, n_files: usize) {
        let lists = ["embeds", "components", "attachments", "sticker_ids"];
        let is_something = n_files > 0
            || !is_blank(&body["content"])
            || lists.iter().any(|name| !list(&body[*name]).is_empty());
        self.unless(is_something, "an empty message");
    }

    fn reply(&mut self, body: &Value) {
        let reference = &body["message_reference"];
        self.unless(
            reference.is_null() || reference["fail_if_not_exists"] == false,
            "a reply without fail_if_not_exists: false",
        );
    }

    fn embeds(&mut self, embeds: &[Value]) {
        let mut all = 0;
        for embed in embeds {
            self.length("an embed's title", &embed["title"], 256);
            self.length("an embed's description", &embed["description"], 4096);
            self.length("an embed's footer", &embed["footer"]["text"], 2048);
            self.length("an embed's author", &embed["author"]["name"], 256);
            let fields = list(&embed["fields"]);
            self.unless(fields.len() <= 25, "an embed with more than 25 fields");
            for field in fields {
                self.length("a field's name", &field["name"], 256);
                self.length("a field's value", &field["value"], 1024);
                all += length(&field["name"]) + length(&field["value"]);
            }
            all += length(&embed["title"])
                + length(&embed["description"])
                + length(&embed["footer"]["text"])
                + length(&embed["author"]["name"]);
        }
        self.unless(
            all <= EMBEDS,
            format!("the embeds have {all} of {EMBEDS} code points"),
        );
        self.unless(embeds.len() <= 10, "more than 10 embeds");
    }

    fn rows(&mut self, rows: &[Value]) {
        self.unless(rows.len() <= 5, "more than 5 rows");
        let mut ids = BTreeSet::new();
        for row in rows {
            self.unless(row["type"] == 1, "a component outside of a row");
            let inside = list(&row["components"]);
            self.unless(
                (1..=5).contains(&inside.len()),
                "a row without 1 to 5 components",
            );
            let n_menus = inside.iter().filter(|one| one["type"] != 2).count();
            self.unless(
                n_menus == 0 || inside.len() == 1,
                "a select menu that is not alone",
            );
            for component in inside {
                self.component(component);
                if let Some(id) = component["custom_id"].as_str() {
                    self.unless(ids.insert(id), format!("custom_id {id:?} twice"));
                }
            }
        }
    }

    fn component(&mut self, component: &Value) {
        let id = &component["custom_id"];
        self.unless(
            id.is_null() || (1..=100).contains(&length(id)),
            "a custom_id without 1 to 100 code points",
        );
        if component["type"] == 2 {
            let is_link = component["style"] == 5;
            self.unless(
                is_link != id.is_string() && is_link == component["url"].is_string(),
                "a button with the wrong one of custom_id and url",
            );
            self.length("a url", &component["url"], 512);
            self.length("a button's label", &component["label"], 80);
            self.unless(
                !is_blank(&component["label"]) || component["emoji"].is_object(),
                "a button without a label",
            );
        } else {
            self.unless(id.is_string(), "a select menu without a custom_id");
            self.length("a placeholder", &component["placeholder"], 150);
            self.select(component);
        }
    }

    /// Checks how many things a select offers, lets choose and has chosen.
    fn select(&mut self, select: &Value) {
        let bound = |name: &str| select[name].as_u64().unwrap_or(1);
        let (min, max) = (bound("min_values"), bound("max_values"));
        self.unless(
            min <= max && (1..=25).contains(&max),
            "a select menu with impossible numbers of choices",
        );
        let options = list(&select["options"]);
        let n_chosen = match select["type"].as_u64() {
            Some(3) => {
                self.options(options);
                self.unless(
                    max <= options.len() as u64,
                    "a select menu that lets more be chosen than there is",
                );
                options.iter().filter(|one| one["default"] == true).count()
            }
            _ => {
                self.unless(options.is_empty(), "options where Discord has its own");
                list(&select["default_values"]).len()
            }
        };
        self.unless(
            n_chosen as u64 <= max,
            "a select menu with more chosen than may be",
        );
    }

    fn options(&mut self, options: &[Value]) {
        self.unless(
            (1..=25).contains(&options.len()),
            "a select menu without 1 to 25 options",
        );
        let mut values = BTreeSet::new();
        for option in options {
            for name in ["label", "value", "description"] {
                self.length(name, &option[name], 100);
            }
            self.unless(
                !is_blank(&option["label"]) && !is_blank(&option["value"]),
                "an option without a label or a value",
            );
            self.unless(
                values.insert(option["value"].as_str()),
                format!("option {} twice", option["value"]),
            );
        }
    }

    fn command(&mut self, command: &Value) {
        if matches!(command["type"].as_u64(), Some(2 | 3)) {
            self.length("a command's name", &command["name"], 32);
            self.unless(
                is_blank(&command["description"]),
                "a menu command with a description",
            );
            return;
        }
        self.named(command);
        let options = list(&command["options"]);
        let mut size = length(&command["name"]) + length(&command["description"]);
        let mut was_optional = false;
        for option in options {
            self.named(option);
            size += length(&option["name"]) + length(&option["description"]);
            let is_required = option["required"] == true;
            self.unless(
                !(is_required && was_optional),
                "a required option after one that is not",
            );
            was_optional = !is_required;
        }
        self.unless(size <= 8000, "a command of more than 8000 code points");
    }

    /// Checks what commands and options have in common.
    fn named(&mut self, one: &Value) {
        let name = one["name"].as_str().unwrap_or_default();
        let fits = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || "-_'".contains(c);
        self.unless(
            (1..=32).contains(&length(&one["name"])) && name.chars().all(fits),
            format!("a command or option with the name {name:?}"),
        );
        self.unless(
            (1..=100).contains(&length(&one["description"])),
            format!("{name}: a description without 1 to 100 code points"),
        );
    }

    fn choices(&mut self, data: &Value) {
        let choices = list(&data["choices"]);
        self.unless(data["choices"].is_array(), "no choices");
        self.unless(choices.len() <= 25, "more than 25 choices");
        for choice in choices {
            self.unless(
                (1..=100).contains(&length(&choice["name"])),
                "a choice's name without 1 to 100 code points",
            );
            self.length("a choice's value", &choice["value"], 100);
        }
    }
}

/// The length of a text in code points; 0 for what is not one.
fn length(text: &Value) -> usize {
    text.as_str().unwrap_or_default().chars().count()
}

/// Returns whether nothing is left of a text without the spaces around it, which Discord cuts off.
fn is_blank(text: &Value) -> bool {
    text.as_str().unwrap_or_default().trim().is_empty()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
