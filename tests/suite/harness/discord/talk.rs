//! The conversation: who speaks, what the bot says to it, what it is silent about.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::Discord;
use super::payload::id_of;
use super::person::Person;
use super::places::{ADA, User, stranger};
use super::reply::{How, Reply};
use super::session::Frame;
use super::shared::fail_on_problems;
use super::world::{Act, Deed, World};

/// The longest that the bot takes to keep or forget something.
const A_WHILE: Duration = Duration::from_secs(20);

/// The number of strangers who ask before silence is silence; after two, a reply still came once in thirty runs.
const N_STRANGERS: usize = 5;

impl Discord {
    /// Somebody in #general.
    pub(crate) fn by(&self, user: User) -> Person<'_> {
        Person::new(self, user)
    }

    /// Ada in #general.
    pub(crate) fn ada(&self) -> Person<'_> {
        self.by(ADA)
    }

    /// Ada mentions the bot and goes on.
    #[track_caller]
    pub(crate) fn mention(&self, text: &str) -> u64 {
        self.ada().mentions(text)
    }

    /// Ada writes to the bot alone.
    #[track_caller]
    pub(crate) fn dm(&self, text: &str) -> u64 {
        self.ada().alone().says(text)
    }

    /// Ada uses a slash command.
    #[track_caller]
    pub(crate) fn slash(&self, name: &str, options: &[(&str, &str)]) -> Reply<'_> {
        self.ada().slash(name, options)
    }

    /// Ada presses a button of the message that was looked at last.
    #[track_caller]
    pub(crate) fn press(&self, label: &str) -> Reply<'_> {
        self.ada().press(label)
    }

    /// Ada chooses from a menu of the message that was looked at last.
    #[track_caller]
    pub(crate) fn choose(&self, label: &str) -> Reply<'_> {
        self.ada().choose(label)
    }

    /// Waits for the next message of the bot.
    #[track_caller]
    pub(crate) fn reply(&self) -> Reply<'_> {
        self.next("a message of the bot", |world, act| {
            // The first response to an interaction is for whoever waits for that.
            let of = act.token.as_ref().map(|token| &world.interactions[token]);
            let is_response = of.is_some_and(|known| known.original == Some(act.message));
            act.deed == Deed::Posted && !is_response
        })
    }

    /// Waits for the reply to a message, whatever else came before it.
    #[track_caller]
    pub(crate) fn reply_to(&self, message: u64) -> Reply<'_> {
        let what = format!("a reply to {message}");
        self.next(&what, move |world, act| {
            let posted = &world.messages[&act.message].value;
            act.deed == Deed::Posted
                && id_of(&posted["message_reference"]["message_id"]) == Some(message)
        })
    }

    /// Waits until the bot changes or deletes a message of its own accord.
    #[track_caller]
    pub(crate) fn change(&self) -> Reply<'_> {
        self.next("a change of a message", |_, act| act.deed != Deed::Posted)
    }

    /// Looks again and again until something is so that takes the bot a while, without telling anybody.
    #[track_caller]
    pub(crate) fn looks_until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < A_WHILE, "waited in vain for {what}");
        }
    }

    /// Expects that the bot does not react to what was said so far.
    ///
    /// Strangers write to it alone, each after the one before got an answer, as everybody does there. Their
    /// messages take the same way as any other, so whoever wanted to say something had the time to say it.
    #[track_caller]
    pub(crate) fn stays_silent(&self) {
        let last = self.last.get();
        for _ in 0..N_STRANGERS {
            let stranger = stranger(self.arrange(World::new_id));
            let asked = self.by(stranger).alone().says("hello");
            self.reply_to(asked);
        }
        self.last.set(last);
        let world = self.shared.lock();
        let is_silent = world.acts.is_empty();
        assert!(is_silent, "expected silence\n{}", world.story());
    }

    /// Waits until the bot has said hello so many times and knows its server.
    #[track_caller]
    pub(crate) fn is_ready(&self, n_identified: usize) {
        self.shared.wait("the bot to be connected", |world| {
            let gateway = &world.gateway;
            let is_there = gateway.n_identified >= n_identified && gateway.session.is_some();
            is_there.then_some(())
        });
    }

    /// Waits until the bot has resumed its session so many times.
    #[track_caller]
    pub(crate) fn resumes(&self, times: usize) {
        let what = "the bot to resume";
        let resumed = |world: &mut World| (world.gateway.n_resumed >= times).then_some(());
        self.shared.wait(what, resumed);
    }

    /// Does something to the connection.
    #[track_caller]
    pub(crate) fn connection(&self, frame: Frame) {
        self.tells(|world| world.gateway.send(frame));
    }

    /// Waits until the bot has logged something.
    #[track_caller]
    pub(crate) fn see_logged(&self, part: &str) {
        let logged = |world: &mut World| world.log.contains(part).then_some(());
        self.shared.wait(&format!("{part:?} in the log"), logged);
    }

    /// Returns what the bot has logged so far.
    pub(crate) fn log(&self) -> String {
        self.shared.lock().log.clone()
    }

    /// Looks at the world or changes it.
    pub(crate) fn arrange<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        self.shared.change(change)
    }

    /// Waits until something is so.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, found: impl FnMut(&mut World) -> Option<T>) -> T {
        self.shared.wait(what, found)
    }

    /// Tells the bot of something, and fails if it would not understand it.
    #[track_caller]
    pub(super) fn tells<T>(&self, tell: impl FnOnce(&mut World) -> T) -> T {
        let told = self.shared.change(tell);
        fail_on_problems(&mut self.shared.lock());
        told
    }

    /// The message that was looked at last.
    #[track_caller]
    pub(super) fn last(&self) -> u64 {
        self.last.get().expect("a message that was looked at")
    }

    /// A message as somebody sees it now.
    #[track_caller]
    pub(super) fn shown(&self, message: u64, to: User) -> Value {
        let message = self.shared.lock().messages[&message].clone();
        let is_seen = !message.is_deleted && message.reader.is_none_or(|reader| reader == to.id);
        assert!(is_seen, "{} does not see it: {:#}", to.name, message.value);
        message.value
    }

    /// Takes something that the bot did as looked at.
    pub(super) fn look_at(&self, act: &Act) -> Reply<'_> {
        let message = self.shared.lock().messages[&act.message].clone();
        self.last.set(Some(act.message));
        Reply {
            discord: self,
            how: match act.deed {
                Deed::Posted => How::Message,
                Deed::Edited => How::Edit,
                Deed::Deleted => How::Removal,
            },
            value: message.value,
            files: message.files,
        }
    }

    #[track_caller]
    fn next(&self, what: &str, is_it: impl Fn(&World, &Act) -> bool) -> Reply<'_> {
        let act = self.shared.wait(what, |world| {
            let place = world.acts.iter().position(|act| is_it(world, act))?;
            world.acts.remove(place)
        });
        self.look_at(&act)
    }
}
