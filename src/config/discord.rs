//! The settings of the bot in Discord: its token, what it may read, where it answers unasked.

use std::path::PathBuf;

use super::reader::Reader;
use super::values::{base_address, flag, ids, optional_id};
use super::{BotToken, ConfigError, variables as names};

/// The settings of the bot in Discord. Ids are Discord's, which are never 0.
#[derive(Clone, Debug)]
pub struct Discord {
    /// `DISCORD_TOKEN`: the bot's token; default unset, and then there is no bot.
    pub token: Option<BotToken>,
    /// `DISCORD_TOKEN_FILE`: a file with the token, as container secrets are; default unset.
    pub token_file: Option<PathBuf>,
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
    /// Reads the settings.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let discord = Self {
            token: reader.text(names::TOKEN).map(BotToken::new),
            token_file: reader.raw(names::TOKEN_FILE).map(PathBuf::from),
            message_content: reader.read(names::MESSAGE_CONTENT, flag),
            ask_channels: reader.read(names::ASK_CHANNELS, ids),
            forums: reader.read(names::FORUMS, ids),
            reload_guilds: reader.read(names::RELOAD_GUILDS, ids),
            guild: reader.read(names::GUILD, optional_id),
            api_url: reader.read(names::API_URL, base_address),
        };
        if let Err(wrong) = discord.reads_what_it_answers() {
            reader.add(wrong);
        }
        discord
    }

    /// Returns the bot's token, from the variable or from the file that is named instead; `None` where there is no bot.
    ///
    /// # Errors
    /// Returns why there is none, or what is wrong with it, without a letter of it.
    pub fn sound_token(&self) -> Result<Option<BotToken>, ConfigError> {
        let token = match (&self.token, &self.token_file) {
            (Some(_), Some(_)) => {
                let why = "is set beside DISCORD_TOKEN: set one of them";
                return Err(ConfigError::malformed(names::TOKEN_FILE, why));
            }
            (token, None) => token.clone(),
            (None, Some(file)) => Some(BotToken::from_file(file)?),
        };
        token.as_ref().map_or(Ok(()), BotToken::check)?;
        Ok(token)
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
