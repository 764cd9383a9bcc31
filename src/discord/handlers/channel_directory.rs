//! The channels and threads that Discord told of: their names, and which thread belongs where.

use std::collections::HashMap;

use serenity::all::{Channel, ChannelId, ChannelType, Event, GuildChannel, PartialChannel};

use crate::chat::{self, ChannelInfo};
use crate::guide::ServerId;

/// Holds the channels and threads that are known, about a hundred bytes each.
#[derive(Debug, Default)]
pub(crate) struct ChannelDirectory(HashMap<ChannelId, KnownChannel>);

#[derive(Debug)]
struct KnownChannel {
    name: Box<str>,
    kind: ChannelType,
    /// The channel that a thread belongs to.
    parent: Option<ChannelId>,
    server: u64,
}

impl ChannelDirectory {
    /// Takes note of what an event says about channels.
    pub(crate) fn note(&mut self, event: &Event) {
        match event {
            Event::GuildCreate(event) => {
                event.guild.channels.values().for_each(|one| self.add(one));
                event.guild.threads.iter().for_each(|one| self.add(one));
            }
            Event::GuildDelete(event) => {
                let gone = event.guild.id.get();
                self.0.retain(|_, known| known.server != gone);
            }
            Event::ChannelCreate(event) => self.add(&event.channel),
            Event::ChannelUpdate(event) => self.add(&event.channel),
            Event::ChannelDelete(event) => self.remove(event.channel.id),
            Event::ThreadCreate(event) => self.add(&event.thread),
            Event::ThreadUpdate(event) => self.add(&event.thread),
            Event::ThreadDelete(event) => self.remove(event.thread.id),
            Event::ThreadListSync(event) => event.threads.iter().for_each(|one| self.add(one)),
            _ => {}
        }
    }

    /// Returns what is known about a channel.
    pub(super) fn info(&self, channel: ChannelId) -> ChannelInfo {
        let Some(known) = self.0.get(&channel) else {
            return ChannelInfo::default();
        };
        let parent = known.parent.and_then(|parent| self.0.get(&parent));
        ChannelInfo {
            name: Some(known.name.to_string()),
            parent: known.parent.map(|parent| chat::ChannelId(parent.get())),
            parent_name: parent.map(|parent| parent.name.to_string()),
            ..ChannelInfo::default()
        }
    }

    /// Returns the server and the kind of a channel, and for a thread the channel it belongs to.
    pub(super) fn kind_of(
        &self,
        channel: ChannelId,
    ) -> Option<(ServerId, ChannelType, Option<ChannelId>)> {
        let known = self.0.get(&channel)?;
        Some((ServerId(known.server), known.kind, known.parent))
    }

    /// Returns what an interaction says about its channel, completed by what is known.
    pub(crate) fn of_interaction(
        &self,
        channel: Option<&PartialChannel>,
        id: ChannelId,
    ) -> ChannelInfo {
        let known = self.info(id);
        let Some(channel) = channel else {
            return known;
        };
        let is_thread = is_thread(channel.kind);
        let parent = channel.parent_id.filter(|_| is_thread);
        let parent_name = parent.and_then(|parent| self.0.get(&parent));
        ChannelInfo {
            name: channel.name.clone().or(known.name),
            parent: parent
                .map(|parent| chat::ChannelId(parent.get()))
                .or(known.parent),
            parent_name: parent_name
                .map(|parent| parent.name.to_string())
                .or(known.parent_name),
            ..known
        }
    }

    /// Takes note of a channel that was asked for.
    pub(super) fn note_channel(&mut self, channel: &Channel) {
        if let Channel::Guild(channel) = channel {
            self.add(channel);
        }
    }

    fn add(&mut self, channel: &GuildChannel) {
        // Nobody asks in a category, and it is no parent that says what a channel is about.
        if channel.kind == ChannelType::Category {
            return;
        }
        let known = KnownChannel {
            name: channel.name.as_str().into(),
            kind: channel.kind,
            parent: channel.parent_id.filter(|_| is_thread(channel.kind)),
            server: channel.guild_id.get(),
        };
        self.0.insert(channel.id, known);
    }

    fn remove(&mut self, channel: ChannelId) {
        self.0.remove(&channel);
    }
}

fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}
