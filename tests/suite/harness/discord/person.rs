//! The deeds of people: they write, edit, use commands, press buttons, choose from menus.

use serde_json::{Value, json};

use super::interact;
use super::message::Message;
use super::messages::tell;
use super::new_message::{NewMessage, mention};
use super::payload::{self, id_of};
use super::places::{ADA, BOB, BOT, Channel, FORUM, GENERAL, Kind, MODERATOR, User};
use super::reply::Reply;
use super::world::World;
use super::{Discord, Pending};

/// Everybody who can be mentioned.
const ALL: [User; 4] = [BOT, ADA, BOB, MODERATOR];

/// The time when the bot is told of a new thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Before its first message, as mostly.
    Before,
    /// After it.
    After,
    /// Not at all.
    Never,
}

/// Somebody in a channel.
pub(crate) struct Person<'a> {
    discord: &'a Discord,
    user: User,
    channel: u64,
}

impl<'a> Person<'a> {
    /// Somebody in #general.
    pub(super) fn new(discord: &'a Discord, user: User) -> Self {
        Self {
            discord,
            user,
            channel: GENERAL,
        }
    }

    /// Goes to another channel or thread.
    pub(crate) fn within(mut self, channel: u64) -> Self {
        self.channel = channel;
        self
    }

    /// Goes to the direct channel with the bot.
    pub(crate) fn alone(mut self) -> Self {
        let direct = Channel::direct(self.user);
        self.channel = direct.id;
        self.discord.shared.change(|world| {
            if world.channel(direct.id).is_none() {
                world.channels.push(direct);
            }
        });
        self
    }

    /// Writes something and returns the id of the message.
    #[track_caller]
    pub(crate) fn says(&self, text: &str) -> u64 {
        self.posts(&NewMessage::by(self.user, text))
    }

    /// Mentions the bot and goes on.
    #[track_caller]
    pub(crate) fn mentions(&self, text: &str) -> u64 {
        self.says(&format!("{} {text}", mention()))
    }

    /// Replies to a message.
    #[track_caller]
    pub(crate) fn replies(&self, to: u64, text: &str) -> u64 {
        self.posts(&NewMessage::by(self.user, text).replying_to(to))
    }

    /// Sends a message made by hand.
    #[track_caller]
    pub(crate) fn posts(&self, said: &NewMessage) -> u64 {
        self.discord.tells(|world| {
            let id = world.new_id();
            put(world, id, self.channel, said);
            id
        })
    }

    /// Opens a post in the forum and returns the id of the thread, which is that of its first message.
    #[track_caller]
    pub(crate) fn opens(&self, title: &str, text: &str) -> u64 {
        self.opens_telling(Told::Before, title, text)
    }

    /// Opens a post of which the bot is told at another time, or never.
    #[track_caller]
    pub(crate) fn opens_telling(&self, told: Told, title: &str, text: &str) -> u64 {
        self.discord.tells(|world| {
            let id = world.new_id();
            let thread = Channel {
                parent: Some(FORUM),
                ..Channel::new(id, Kind::Thread, title)
            };
            let mut value = payload::channel(&thread);
            value["newly_created"] = json!(true);
            world.channels.push(thread);
            let mut tell = |world: &mut World, when: Told| {
                if when == told {
                    let (gateway, problems) = (&mut world.gateway, &mut world.problems);
                    gateway.tell("THREAD_CREATE", value.take(), problems);
                }
            };
            tell(world, Told::Before);
            put(world, id, id, &NewMessage::by(self.user, text));
            tell(world, Told::After);
            id
        })
    }

    /// Changes the text of a message, so many seconds after it was written.
    #[track_caller]
    pub(crate) fn edits(&self, id: u64, text: &str, seconds: u64) {
        self.discord.tells(|world| {
            let said = NewMessage::by(self.user, text);
            let edited = said.with("edited_timestamp", json!(payload::time_after(id, seconds)));
            let channel = channel_of(&world.messages[&id]);
            let message = edited.message(world, id, channel, &ALL);
            world.messages.insert(id, message);
            tell(world, "MESSAGE_UPDATE", id);
        });
    }

    /// Lets Discord add a preview to a message: an update that is no edit.
    #[track_caller]
    pub(crate) fn unfurls(&self, id: u64) {
        self.discord.tells(|world| {
            let message = world.messages.get_mut(&id).expect("a message");
            message.value["embeds"] = json!([{ "type": "link", "url": "https://example.org" }]);
            tell(world, "MESSAGE_UPDATE", id);
        });
    }

    /// Pins a message of somebody: an update that is no edit.
    #[track_caller]
    pub(crate) fn pins(&self, id: u64) {
        self.discord.tells(|world| {
            world.messages.get_mut(&id).expect("a message").value["pinned"] = json!(true);
            tell(world, "MESSAGE_UPDATE", id);
        });
    }

    /// Pins a message that was written some days ago and edited soon after, of which the bot knows nothing any more.
    #[track_caller]
    pub(crate) fn pins_an_old_one(&self, text: &str, days: u64) {
        self.discord.tells(|world| {
            let id = world.id_of_days_ago(days);
            let said = NewMessage::by(self.user, text)
                .with("edited_timestamp", json!(payload::time_after(id, 20)))
                .with("pinned", json!(true));
            let message = said.message(world, id, self.channel, &ALL);
            world.messages.insert(id, message);
            tell(world, "MESSAGE_UPDATE", id);
        });
    }

    /// Deletes a message of somebody.
    #[track_caller]
    pub(crate) fn deletes(&self, id: u64) {
        self.discord.tells(|world| {
            world.messages.get_mut(&id).expect("a message").is_deleted = true;
            tell(world, "MESSAGE_DELETE", id);
        });
    }

    /// Uses a slash command and waits for the response.
    #[track_caller]
    pub(crate) fn slash(&self, name: &str, options: &[(&str, &str)]) -> Reply<'a> {
        self.begins_slash(name, options).reply()
    }

    /// Uses a slash command and does not wait yet.
    #[track_caller]
    pub(crate) fn begins_slash(&self, name: &str, options: &[(&str, &str)]) -> Pending<'a> {
        let command = self.command(name, 1);
        let data = interact::slash(&command, options, None);
        let data = data.unwrap_or_else(|why| panic!("/{name}: {why}"));
        self.sends(&format!("/{name}"), 2, &data, None)
    }

    /// Types into an option of a slash command and returns name and value of what it is offered.
    #[track_caller]
    pub(crate) fn types(&self, name: &str, option: &str, text: &str) -> Vec<(String, String)> {
        let command = self.command(name, 1);
        let data = interact::slash(&command, &[(option, text)], Some(option));
        let data = data.unwrap_or_else(|why| panic!("/{name}: {why}"));
        let reply = self
            .sends(&format!("/{name} {option}"), 4, &data, None)
            .reply();
        let of = |choice: &Value, part: &str| choice[part].as_str().unwrap_or_default().to_owned();
        let choices = reply.json()["choices"].as_array().into_iter().flatten();
        choices
            .map(|choice| (of(choice, "name"), of(choice, "value")))
            .collect()
    }

    /// Uses a command from the menu of a message.
    #[track_caller]
    pub(crate) fn uses(&self, name: &str, message: u64) -> Reply<'a> {
        let command = self.command(name, 3);
        let data = interact::menu(&self.discord.shared.lock(), &command, message);
        self.sends(name, 2, &data, None).reply()
    }

    /// Presses a button of the message that was looked at last.
    #[track_caller]
    pub(crate) fn press(&self, label: &str) -> Reply<'a> {
        self.press_on(self.discord.last(), label)
    }

    /// Presses a button of some message.
    #[track_caller]
    pub(crate) fn press_on(&self, message: u64, label: &str) -> Reply<'a> {
        self.begins_press(message, label).reply()
    }

    /// Presses a button and does not wait yet.
    #[track_caller]
    pub(crate) fn begins_press(&self, message: u64, label: &str) -> Pending<'a> {
        let shown = self.discord.shown(message, self.user);
        let data = interact::press(&shown, label);
        let data = data.unwrap_or_else(|| panic!("no button {label:?} in {shown:#}"));
        self.sends(label, 3, &data, Some(message))
    }

    /// Presses a button that a message no longer has, or never had.
    #[track_caller]
    pub(crate) fn press_id(&self, message: u64, custom_id: &str) -> Reply<'a> {
        let data = json!({ "custom_id": custom_id, "component_type": 2 });
        self.sends(custom_id, 3, &data, Some(message)).reply()
    }

    /// Chooses from a menu of the message that was looked at last.
    #[track_caller]
    pub(crate) fn choose(&self, label: &str) -> Reply<'a> {
        self.choose_on(self.discord.last(), label)
    }

    /// Chooses from a menu of some message.
    #[track_caller]
    pub(crate) fn choose_on(&self, message: u64, label: &str) -> Reply<'a> {
        let shown = self.discord.shown(message, self.user);
        let data = interact::choose(&shown, label);
        let data = data.unwrap_or_else(|| panic!("no option {label:?} in {shown:#}"));
        self.sends(label, 3, &data, Some(message)).reply()
    }

    /// Chooses from the select with this placeholder, in the message that was looked at last; all labels, or none.
    #[track_caller]
    pub(crate) fn choose_in(&self, placeholder: &str, labels: &[&str]) -> Reply<'a> {
        self.chooses(placeholder, |_, shown| {
            interact::choose_in(shown, placeholder, labels)
        })
    }

    /// Chooses a channel, or none, in the select with this placeholder.
    #[track_caller]
    pub(crate) fn choose_channel(&self, placeholder: &str, channel: Option<u64>) -> Reply<'a> {
        self.chooses(placeholder, |world, shown| {
            interact::choose_channel(world, shown, placeholder, channel)
        })
    }

    /// Chooses a role, or none, in the select with this placeholder.
    #[track_caller]
    pub(crate) fn choose_role(&self, placeholder: &str, role: Option<u64>) -> Reply<'a> {
        self.chooses(placeholder, |_, shown| {
            interact::choose_role(shown, placeholder, role)
        })
    }

    /// Presses a button that the last message of the bot here never had.
    #[track_caller]
    pub(crate) fn press_id_here(&self, custom_id: &str) -> Reply<'a> {
        self.mentions("hello");
        let message = self.discord.reply().id();
        self.press_id(message, custom_id)
    }

    /// Sends a choice that no select of the message offers.
    #[track_caller]
    pub(crate) fn choose_id(&self, message: u64, custom_id: &str, values: &[&str]) -> Reply<'a> {
        let data = json!({ "custom_id": custom_id, "component_type": 3, "values": values });
        self.sends(custom_id, 3, &data, Some(message)).reply()
    }

    #[track_caller]
    fn chooses(&self, what: &str, data: impl FnOnce(&World, &Value) -> Option<Value>) -> Reply<'a> {
        let message = self.discord.last();
        let shown = self.discord.shown(message, self.user);
        let data = data(&self.discord.shared.lock(), &shown);
        let data = data.unwrap_or_else(|| panic!("nothing to choose in {what:?}: {shown:#}"));
        self.sends(what, 3, &data, Some(message)).reply()
    }

    /// Waits until a command is registered.
    #[track_caller]
    fn command(&self, name: &str, kind: u64) -> Value {
        let registered = |world: &mut World| interact::registered(world, name, kind, self.channel);
        self.discord
            .shared
            .wait(&format!("the command {name:?} here"), registered)
    }

    #[track_caller]
    fn sends(&self, what: &str, kind: u8, data: &Value, on: Option<u64>) -> Pending<'a> {
        let token = self.discord.tells(|world| {
            let channel = on.map_or(self.channel, |on| channel_of(&world.messages[&on]));
            interact::send(world, self.user, channel, kind, data, on)
        });
        Pending::new(self.discord, what, token)
    }
}

fn channel_of(message: &Message) -> u64 {
    id_of(&message.value["channel_id"]).expect("a channel")
}

fn put(world: &mut World, id: u64, channel: u64, said: &NewMessage) {
    let message = said.message(world, id, channel, &ALL);
    world.messages.insert(id, message);
    tell(world, "MESSAGE_CREATE", id);
}
