//! The settings of the place that something is asked in: what its server set, else what the program was started with.

use super::App;
use crate::chat::{self, ChannelId, ChannelInfo, Message, UserId};
use crate::guide::ServerId;
use crate::reply::{Reply, Settings, SpoilerPolicy};
use crate::store::records::{ChannelMode, ChannelSettings, ChannelSpoilers};

impl App {
    /// Returns a channel with what was set for it, its server and the channel it belongs to. What was set for a thread
    /// counts more than what was set for its channel.
    pub fn channel_in(
        &self,
        server: Option<ServerId>,
        id: ChannelId,
        known: ChannelInfo,
    ) -> ChannelInfo {
        let channel = self.with_film(known);
        let Some(server) = server else {
            return channel;
        };
        let settings = self.store.settings(server);
        let none = ChannelSettings::default();
        let own = settings.channels.get(&id).unwrap_or(&none);
        let parent = channel.parent.and_then(|id| settings.channels.get(&id));
        let parent = parent.unwrap_or(&none);
        let trial = match (own.is_trial, parent.is_trial) {
            (true, _) => Some(id),
            (false, true) => channel.parent,
            (false, false) => None,
        };
        ChannelInfo {
            server: Some(server),
            own_film: own.film.clone(),
            parent_film: parent.film.clone(),
            films: settings.films.clone(),
            spoilers: own.spoilers.or(parent.spoilers).map(policy),
            is_plain: settings.plain_text,
            keeps_questions: settings.keep_questions,
            mode: own.mode.or(parent.mode),
            trial,
            ..channel
        }
    }

    /// Returns whether a server set anything for single channels.
    pub fn sets_channels(&self, server: ServerId) -> bool {
        !self.store.settings(server).channels.is_empty()
    }

    /// Returns whether a server has forums whose new posts are answered.
    pub fn answers_posts(&self, server: ServerId) -> bool {
        let settings = self.store.settings(server);
        let mut channels = settings.channels.values();
        channels.any(|channel| channel.mode == Some(ChannelMode::Forum))
    }

    /// Returns how replies in a channel are made.
    pub fn settings_in(&self, channel: &ChannelInfo) -> Settings<'_> {
        Settings {
            spoilers: channel.spoilers.unwrap_or(self.spoilers),
            ..self.settings()
        }
    }

    /// Lays a reply out as the channel shows it.
    pub fn lay_out(&self, reply: &Reply, channel: &ChannelInfo, asker: UserId) -> Message {
        channel.shown(chat::answer(reply, &self.settings_in(channel), asker))
    }
}

/// Returns the policy that a channel's word stands for.
fn policy(spoilers: ChannelSpoilers) -> SpoilerPolicy {
    match spoilers {
        ChannelSpoilers::Hide => SpoilerPolicy::Hide,
        ChannelSpoilers::Mild => SpoilerPolicy::Mild,
        ChannelSpoilers::All => SpoilerPolicy::All,
    }
}
