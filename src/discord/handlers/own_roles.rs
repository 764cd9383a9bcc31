//! The roles that Discord makes for bots: to mention the bot's own one is to mention the bot.

use std::collections::HashMap;

use serenity::all::{Event, Role};

use crate::chat::UserId;

/// Remembers the roles of bots, of every server: as many as the server has bots.
#[derive(Debug, Default)]
pub(crate) struct BotRoles(HashMap<u64, Vec<BotRole>>);

#[derive(Clone, Copy, Debug)]
struct BotRole {
    role: u64,
    bot: UserId,
}

impl BotRoles {
    /// Takes note of what an event says about roles.
    pub(crate) fn note(&mut self, event: &Event) {
        match event {
            Event::GuildCreate(event) => {
                let server = event.guild.id.get();
                self.0.remove(&server);
                let roles = event.guild.roles.values();
                roles.for_each(|role| self.add(server, role));
            }
            Event::GuildRoleCreate(event) => self.add(event.role.guild_id.get(), &event.role),
            Event::GuildDelete(event) => _ = self.0.remove(&event.guild.id.get()),
            _ => {}
        }
    }

    /// Returns the role of a bot in a server, where it has one.
    pub(super) fn role_of(&self, server: u64, bot: UserId) -> Option<u64> {
        let mut roles = self.0.get(&server)?.iter();
        roles.find(|one| one.bot == bot).map(|one| one.role)
    }

    fn add(&mut self, server: u64, role: &Role) {
        if let Some(bot) = role.tags.bot_id {
            self.0.entry(server).or_default().push(BotRole {
                role: role.id.get(),
                bot: UserId(bot.get()),
            });
        }
    }
}
