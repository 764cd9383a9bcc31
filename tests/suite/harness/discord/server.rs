//! The fate of the server itself: the bot leaves it and comes back, channels and roles go.

use serde_json::json;

use super::Discord;
use super::payload;
use super::places::GUILD;

impl Discord {
    /// The bot is thrown out of the server.
    #[track_caller]
    pub(crate) fn leaves_server(&self) {
        self.tell("GUILD_DELETE", &json!({ "id": GUILD.to_string() }));
    }

    /// The server is out of reach for a while.
    #[track_caller]
    pub(crate) fn loses_server(&self) {
        let lost = json!({ "id": GUILD.to_string(), "unavailable": true });
        self.tell("GUILD_DELETE", &lost);
    }

    /// The server is there, again or for the first time.
    #[track_caller]
    pub(crate) fn enters_server(&self) {
        let guild = self.arrange(|world| payload::guild(world));
        self.tell("GUILD_CREATE", &guild);
    }

    /// Somebody deletes a channel.
    #[track_caller]
    pub(crate) fn deletes_channel(&self, channel: u64) {
        let gone = self.arrange(|world| {
            let gone = payload::channel(world.channel(channel).expect("a channel"));
            world.channels.retain(|one| one.id != channel);
            gone
        });
        self.tell("CHANNEL_DELETE", &gone);
    }

    /// Somebody deletes a role.
    #[track_caller]
    pub(crate) fn deletes_role(&self, role: u64) {
        let gone = json!({ "guild_id": GUILD.to_string(), "role_id": role.to_string() });
        self.tell("GUILD_ROLE_DELETE", &gone);
    }

    #[track_caller]
    fn tell(&self, event: &str, data: &serde_json::Value) {
        self.tells(|world| {
            let problems = &mut world.problems;
            world.gateway.tell(event, data.clone(), problems);
        });
    }
}
