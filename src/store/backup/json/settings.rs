//! Settings in a backup.

use serde::{Deserialize, Serialize};

use super::values::{film, is_false, optional_film, optional_word, text};
use crate::guide::{ChannelId, FilmId, RoleId, ServerId};
use crate::store::records::{
    ChannelMode, ChannelSettings, ChannelSpoilers, ServerSettings, SettingsRecord,
};

/// The settings of a server.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct SettingsLine {
    server: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    films: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moderator_role: Option<u64>,
    #[serde(default, skip_serializing_if = "is_false")]
    plain_text: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    keep_questions: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest_channel: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<ChannelLine>,
}

/// The settings of a channel.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChannelLine {
    channel: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    film: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoilers: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    is_trial: bool,
}

impl SettingsLine {
    pub(in crate::store::backup) fn of(record: &SettingsRecord) -> Self {
        let SettingsRecord { server, settings } = record;
        let channels = settings.channels.iter();
        Self {
            server: server.0,
            films: settings.films.iter().map(FilmId::to_string).collect(),
            moderator_role: settings.moderator_role.map(|role| role.0),
            plain_text: settings.plain_text,
            keep_questions: settings.keep_questions,
            digest_channel: settings.digest_channel.map(|channel| channel.0),
            channels: channels
                .map(|(channel, settings)| ChannelLine::of(*channel, settings))
                .collect(),
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<SettingsRecord, String> {
        let films = self.films.iter().map(|id| film(id));
        let channels = self.channels.into_iter().map(ChannelLine::record);
        let settings = ServerSettings {
            films: films.collect::<Result<_, _>>()?,
            moderator_role: self.moderator_role.map(RoleId),
            plain_text: self.plain_text,
            keep_questions: self.keep_questions,
            digest_channel: self.digest_channel.map(ChannelId),
            channels: channels.collect::<Result<_, _>>()?,
        };
        let server = ServerId(self.server);
        Ok(SettingsRecord { server, settings })
    }
}

impl ChannelLine {
    fn of(channel: ChannelId, settings: &ChannelSettings) -> Self {
        Self {
            channel: channel.0,
            mode: settings.mode.map(|mode| mode.as_str().to_owned()),
            film: text(settings.film.as_ref()),
            spoilers: settings.spoilers.map(|one| one.as_str().to_owned()),
            is_trial: settings.is_trial,
        }
    }

    fn record(self) -> Result<(ChannelId, ChannelSettings), String> {
        let settings = ChannelSettings {
            mode: optional_word(self.mode.as_ref(), ChannelMode::parse)?,
            film: optional_film(self.film.as_ref())?,
            spoilers: optional_word(self.spoilers.as_ref(), ChannelSpoilers::parse)?,
            is_trial: self.is_trial,
        };
        Ok((ChannelId(self.channel), settings))
    }
}
