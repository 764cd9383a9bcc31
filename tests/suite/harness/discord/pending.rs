//! An interaction that waits for its response.

use serde_json::Value;

use super::Discord;
use super::reply::{How, Reply};
use super::world::{Act, Deed, World};

/// A command, a press or a choice to which the bot has yet to respond.
pub(crate) struct Pending<'a> {
    discord: &'a Discord,
    what: String,
    token: String,
}

impl<'a> Pending<'a> {
    /// Somebody did `what`.
    pub(super) fn new(discord: &'a Discord, what: &str, token: String) -> Self {
        Self {
            discord,
            what: what.to_owned(),
            token,
        }
    }

    /// Waits until the bot has responded and, where it only said that it would, until it did.
    #[track_caller]
    pub(crate) fn reply(self) -> Reply<'a> {
        let what = format!("a response to {:?}", self.what);
        let settled = self
            .discord
            .shared
            .wait(&what, |world| settle(world, &self.token));
        match settled {
            Settled::Did(act) => self.discord.look_at(&act),
            Settled::NewMessage(value) => Reply {
                discord: self.discord,
                how: How::Data,
                value,
                files: Vec::new(),
            },
        }
    }
}

/// The outcome.
enum Settled {
    Did(Act),
    NewMessage(Value),
}

fn settle(world: &mut World, token: &str) -> Option<Settled> {
    let interaction = &world.interactions[token];
    let (kind, data) = interaction.response.clone()?;
    let on = interaction.on;
    if matches!(kind, 8 | 9) {
        return Some(Settled::NewMessage(data));
    }
    let is_it = |act: &Act| {
        let is_own = act.token.as_deref() == Some(token);
        // After "I saw it" the message may also be deleted like any other.
        is_own || (kind == 6 && act.deed == Deed::Deleted && Some(act.message) == on)
    };
    let place = world.acts.iter().position(is_it)?;
    world.acts.remove(place).map(Settled::Did)
}
