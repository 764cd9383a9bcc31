//! The settings of the bot in Discord: its token, what it may read, where it answers unasked.

use super::values::{base_address, flag, id, ids};
use super::{BotToken, ConfigError, Variable, variables as names};

/// The settings of the bot in Discord. Ids are Discord's, which are never 0.
#[derive(Clone, Debug)]
pub struct Discord {
    /// `DISCORD_TOKEN`: the bot's token; default unset, and then there is no bot.
    pub token: Option<BotToken>,
    /// `DISCORD_MESSAGE_CONTENT`: whether the bot may read messages that do not mention it; default `false`.
    pub message_content: bool,
    /// `FRONTROW_ASK_CHANNELS`: channels in which every question is answered that surely has an answer; default none.
    pub ask_channels: Vec<u64>,
    /// `FRONTROW_FORUMS`: forums in which new posts are answered; default none.
    pub forums: Vec<u64>,
    /// `FRONTROW_RELOAD_GUILDS`: servers whose moderators may reload the guides; none given means all servers.
    pub reload_guilds: Vec<u64>,
    /// `DISCORD_GUILD`: the one server that gets the commands, while developing; default unset, which is all servers.
    pub guild: Option<u64>,
    /// `DISCORD_API_URL`: a proxy or test server in place of `https://discord.com`, without a slash at the end; default unset.
    pub api_url: Option<String>,
}

impl Discord {
    /// Reads the settings through `text`, which returns a variable's trimmed value.
    pub(super) fn from_texts(
        text: &impl Fn(Variable) -> Result<Option<String>, ConfigError>,
    ) -> Result<Self, ConfigError> {
        let discord = Self {
            token: text(names::TOKEN)?.map(BotToken::new),
            message_content: flag(names::MESSAGE_CONTENT, text(names::MESSAGE_CONTENT)?)?,
            ask_channels: ids(names::ASK_CHANNELS, text(names::ASK_CHANNELS)?)?,
            forums: ids(names::FORUMS, text(names::FORUMS)?)?,
            reload_guilds: ids(names::RELOAD_GUILDS, text(names::RELOAD_GUILDS)?)?,
            guild: text(names::GUILD)?
                .map(|value| id(names::GUILD, &value))
                .transpose()?,
            api_url: base_address(names::API_URL, text(names::API_URL)?)?,
        };
        discord.reads_what_it_answers()?;
        Ok(discord)
    }

    /// Checks that messages come with their text where the bot shall answer them unasked.
    fn reads_what_it_answers(&self) -> Result<(), ConfigError> {
        let lists = [
            (names::ASK_CHANNELS, &self.ask_channels),
            (names::FORUMS, &self.forums),
        ];
        let needs = lists.into_iter().find(|(_, ids)| !ids.is_empty());
        match needs {
            Some((list, _)) if !self.message_content => Err(ConfigError::malformed(
                list,
                &format!(
                    "needs {}=true: without it Discord delivers messages there without their text",
                    names::MESSAGE_CONTENT.name
                ),
            )),
            _ => Ok(()),
        }
    }
}
