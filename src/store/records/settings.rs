//! The settings of a server and of its channels.

use std::collections::BTreeMap;

use crate::guide::{ChannelId, FilmId, RoleId, ServerId};

/// The settings of a server. The default is that of a server which never set anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerSettings {
    /// The films that are answered about; empty means all.
    pub films: Vec<FilmId>,
    /// The role whose members may do what moderators may, besides those who can manage the server.
    pub moderator_role: Option<RoleId>,
    /// True if replies are plain text instead of embeds.
    pub plain_text: bool,
    /// True if questions without an answer are kept for the server's moderators.
    pub keep_questions: bool,
    /// The channel that gets the digest of open questions.
    pub digest_channel: Option<ChannelId>,
    /// The channels with settings of their own; one whose settings are the default is not listed.
    pub channels: BTreeMap<ChannelId, ChannelSettings>,
}

/// The settings of a channel. The default is that of a channel for which nothing was set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelSettings {
    /// The way in which the bot listens; `None` where nothing was set.
    pub mode: Option<ChannelMode>,
    /// The film that is meant where a question names none.
    pub film: Option<FilmId>,
    /// The spoilers that show; `None` where the server's way holds.
    pub spoilers: Option<ChannelSpoilers>,
    /// True if the bot notes what it would have answered instead of answering unasked.
    pub is_trial: bool,
}

/// The way in which the bot listens to a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelMode {
    /// Every question is answered that surely has an answer.
    Ask,
    /// New posts of the forum are answered.
    Forum,
    /// Nothing is answered here that is not a command.
    Quiet,
    /// Only those are answered who mention the bot or reply to it.
    Called,
}

/// The spoilers that a channel hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelSpoilers {
    /// All are hidden.
    Hide,
    /// Mild ones show, endings are hidden.
    Mild,
    /// All show.
    All,
}

impl ServerSettings {
    /// Returns the settings of a channel.
    pub fn channel(&self, channel: ChannelId) -> ChannelSettings {
        self.channels.get(&channel).cloned().unwrap_or_default()
    }

    /// Replaces the settings of a channel; default ones are not kept.
    pub fn set_channel(&mut self, channel: ChannelId, settings: ChannelSettings) {
        if settings == ChannelSettings::default() {
            self.channels.remove(&channel);
        } else {
            self.channels.insert(channel, settings);
        }
    }
}

/// The settings of one server, with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsRecord {
    /// The server.
    pub server: ServerId,
    /// Its settings.
    pub settings: ServerSettings,
}

impl ChannelMode {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Ask, Self::Forum, Self::Quiet, Self::Called];

    /// Returns the word that it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Forum => "forum",
            Self::Quiet => "quiet",
            Self::Called => "called",
        }
    }

    /// Returns the mode that is stored as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }
}

impl ChannelSpoilers {
    /// Every one of them.
    pub const EVERY: [Self; 3] = [Self::Hide, Self::Mild, Self::All];

    /// Returns the word that it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hide => "hide",
            Self::Mild => "mild",
            Self::All => "all",
        }
    }

    /// Returns what is stored as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|one| one.as_str() == word)
    }
}
