//! The deeds of the bot, and what a test expects of them.

use serde_json::Value;

use super::Discord;
use super::interact::components;
use super::message::EPHEMERAL;
use super::payload::id_of;
use super::person::Person;
use super::places::{ADA, User};

/// A message of the bot as it was when the test looked at it, or another response.
pub(crate) struct Reply<'a> {
    pub(super) discord: &'a Discord,
    pub(super) how: How,
    /// The message, or the data of the response where it is none.
    pub(super) value: Value,
    pub(super) files: Vec<(String, String)>,
}

/// The way in which it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// Posted, also as a response or after one.
    Message,
    /// Another message became it.
    Edit,
    /// It was deleted.
    Removal,
    /// Something that is no message.
    Data,
}

impl<'a> Reply<'a> {
    /// Expects the title of an embed.
    #[track_caller]
    pub(crate) fn has_title(&self, title: &str) -> &Self {
        let titles = self.of_embeds(|embed| &embed["title"]);
        self.expect(titles.iter().any(|one| one == title), "the title", title)
    }

    /// Expects where the title of an embed leads to.
    #[track_caller]
    pub(crate) fn title_links(&self, url: &str) -> &Self {
        let urls = self.of_embeds(|embed| &embed["url"]);
        self.expect(
            urls.iter().any(|one| one == url),
            "a title with the link",
            url,
        )
    }

    /// Expects words in its text, be it in an embed or not.
    #[track_caller]
    pub(crate) fn has_text(&self, part: &str) -> &Self {
        let has = self.text().contains(part);
        self.expect(has, "the text", part)
    }

    /// Expects that a part is nowhere in what was sent, not even hidden.
    #[track_caller]
    pub(crate) fn never_says(&self, part: &str) -> &Self {
        let mut own = self.value.clone();
        // What was asked is not what the bot says.
        own["referenced_message"] = Value::Null;
        let says = strings(&own).iter().any(|text| text.contains(part));
        self.expect(!says, "nowhere", part)
    }

    /// Expects words in the footer of an embed.
    #[track_caller]
    pub(crate) fn has_footer(&self, part: &str) -> &Self {
        let footers = self.of_embeds(|embed| &embed["footer"]["text"]);
        self.expect(
            footers.iter().any(|one| one.contains(part)),
            "the footer",
            part,
        )
    }

    /// Expects that it has no embeds.
    #[track_caller]
    pub(crate) fn is_plain(&self) -> &Self {
        let is_plain = self.value["embeds"].as_array().is_none_or(Vec::is_empty);
        self.expect(is_plain, "plain text", "")
    }

    /// Expects a button that can be pressed.
    #[track_caller]
    pub(crate) fn has_button(&self, label: &str) -> &Self {
        let has = self.buttons().iter().any(|one| one == label);
        self.expect(has, "the button", label)
    }

    /// Expects that there is no such button.
    #[track_caller]
    pub(crate) fn has_no_button(&self, label: &str) -> &Self {
        let has = self.buttons().iter().any(|one| one == label);
        self.expect(!has, "no button", label)
    }

    /// Expects a button that leads to a page.
    #[track_caller]
    pub(crate) fn links(&self, label: &str, url: &str) -> &Self {
        let links = components(&self.value).any(|one| one["label"] == label && one["url"] == url);
        self.expect(links, "a link", &format!("{label} to {url}"))
    }

    /// Expects an option in a menu.
    #[track_caller]
    pub(crate) fn has_option(&self, label: &str) -> &Self {
        let has = components(&self.value).any(|menu| {
            let mut options = menu["options"].as_array().into_iter().flatten();
            options.any(|option| option["label"] == label)
        });
        self.expect(has, "the option", label)
    }

    /// Expects that these are chosen in the select with this placeholder: labels of options, or ids.
    #[track_caller]
    pub(crate) fn has_chosen(&self, placeholder: &str, chosen: &[&str]) -> &Self {
        let select = components(&self.value).find(|one| one["placeholder"] == placeholder);
        let select = select.unwrap_or(&Value::Null);
        let options = select["options"].as_array().into_iter().flatten();
        let options = options.filter(|option| option["default"] == true);
        let ids = select["default_values"].as_array().into_iter().flatten();
        let found = options.map(|option| &option["label"]);
        let found: Vec<&str> = found
            .chain(ids.map(|one| &one["id"]))
            .filter_map(Value::as_str)
            .collect();
        self.expect(
            found == chosen,
            "chosen",
            &format!("{placeholder}: {chosen:?}"),
        )
    }

    /// Expects a file with words in it.
    #[track_caller]
    pub(crate) fn has_file(&self, name: &str, part: &str) -> &Self {
        let has = |(of, text): &(String, String)| of == name && text.contains(part);
        let has = self.files.iter().any(has);
        self.expect(has, "the file", &format!("{name} with {part}"))
    }

    /// Expects that only one person sees it.
    #[track_caller]
    pub(crate) fn is_ephemeral(&self) -> &Self {
        let is_ephemeral = self.flags() & EPHEMERAL != 0;
        self.expect(is_ephemeral, "ephemeral", "")
    }

    /// Expects that all see it.
    #[track_caller]
    pub(crate) fn is_public(&self) -> &Self {
        let is_public = self.flags() & EPHEMERAL == 0;
        self.expect(is_public, "public", "")
    }

    /// Expects that it is a reply to a message.
    #[track_caller]
    pub(crate) fn is_to(&self, message: u64) -> &Self {
        let to = id_of(&self.value["message_reference"]["message_id"]) == Some(message);
        self.expect(to, "a reply to", &message.to_string())
    }

    /// Expects the channel it is in.
    #[track_caller]
    pub(crate) fn is_in(&self, channel: u64) -> &Self {
        let is_in = id_of(&self.value["channel_id"]) == Some(channel);
        self.expect(is_in, "in channel", &channel.to_string())
    }

    /// Expects that it is a message that was there before and now says this.
    #[track_caller]
    pub(crate) fn is_updated(&self) -> &Self {
        let is_updated = self.how == How::Edit;
        self.expect(is_updated, "an update", "")
    }

    /// Expects that the message is gone.
    #[track_caller]
    pub(crate) fn is_removed(&self) -> &Self {
        let is_removed = self.how == How::Removal;
        self.expect(is_removed, "removed", "")
    }

    /// Ada presses a button of it.
    #[track_caller]
    pub(crate) fn press(&self, label: &str) -> Reply<'a> {
        self.press_by(ADA, label)
    }

    /// Somebody presses a button of it.
    #[track_caller]
    pub(crate) fn press_by(&self, user: User, label: &str) -> Reply<'a> {
        Person::new(self.discord, user).press_on(self.id(), label)
    }

    /// Ada chooses an option of a menu of it.
    #[track_caller]
    pub(crate) fn choose(&self, label: &str) -> Reply<'a> {
        Person::new(self.discord, ADA).choose_on(self.id(), label)
    }

    /// Returns the id of the message.
    #[track_caller]
    pub(crate) fn id(&self) -> u64 {
        id_of(&self.value["id"]).unwrap_or_else(|| panic!("this is no message: {:#}", self.value))
    }

    /// Returns all the text that is shown, part by part.
    pub(crate) fn text(&self) -> String {
        let mut text = self.value["content"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        for embed in self.value["embeds"].as_array().into_iter().flatten() {
            let fields = embed["fields"].as_array().into_iter().flatten();
            let fields = fields.flat_map(|field| [&field["name"], &field["value"]]);
            for part in [&embed["title"], &embed["description"]]
                .into_iter()
                .chain(fields)
            {
                text.push('\n');
                text.push_str(part.as_str().unwrap_or_default());
            }
        }
        text
    }

    /// Returns the labels of the buttons that can be pressed.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let all = components(&self.value);
        let can = all.filter(|one| one["type"] == 2 && one["custom_id"].is_string());
        let can = can.filter(|one| one["disabled"] != true);
        can.filter_map(|one| one["label"].as_str().map(str::to_owned))
            .collect()
    }

    /// Returns all of it, for what no other function looks at.
    pub(crate) fn json(&self) -> &Value {
        &self.value
    }

    fn flags(&self) -> u64 {
        self.value["flags"].as_u64().unwrap_or_default()
    }

    fn of_embeds(&self, part: impl Fn(&Value) -> &Value) -> Vec<String> {
        let embeds = self.value["embeds"].as_array().into_iter().flatten();
        embeds
            .filter_map(|embed| part(embed).as_str().map(str::to_owned))
            .collect()
    }

    #[track_caller]
    fn expect(&self, holds: bool, what: &str, which: &str) -> &Self {
        let how = self.how;
        assert!(
            holds,
            "expected {what} {which:?} of this ({how:?}): {:#}",
            self.value
        );
        self
    }
}

/// Returns every text in a value, however deep.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(strings).collect(),
        Value::Object(all) => all.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}
