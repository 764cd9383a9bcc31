//! The things that the pages of the settings are made of, and the lines that several of them have.

use crate::chat::key::Key;
use crate::guide::{ChannelId, FilmId, Guide, RoleId, ServerId};
use crate::library::Library;
use crate::markup::{cut, escape};
use crate::reply::SpoilerPolicy;
use crate::reply::texts::settings::{self as texts, ModeWords};
use crate::store::records::{ChannelMode, ChannelSettings, ChannelSpoilers, ServerSettings};

/// The settings of a server as a panel shows them.
#[derive(Clone, Copy, Debug)]
pub struct SettingsView<'a> {
    /// The guides that there are.
    pub library: &'a Library,
    /// The server.
    pub server: ServerId,
    /// Its settings.
    pub settings: &'a ServerSettings,
    /// The spoilers that stay hidden where nothing is set.
    pub spoilers: SpoilerPolicy,
    /// The id of the film that is meant where nothing is set.
    pub film: Option<&'a str>,
    /// The number of days that questions are kept.
    pub retention_days: u32,
}

/// The part that matters of a channel that somebody sets something for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelFacts {
    /// The channel.
    pub id: ChannelId,
    /// The kind of it.
    pub kind: ChannelKind,
    /// The channel it belongs to, for a thread.
    pub parent: Option<ChannelId>,
    /// The way in which the bot listens where nothing is set.
    pub default_mode: ChannelMode,
}

/// The kinds of channels that differ in what can be set for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    /// A text or announcement channel.
    Text,
    /// A thread or a post.
    Thread,
    /// A forum.
    Forum,
    /// A voice or stage channel.
    Voice,
    /// A category.
    Category,
    /// Anything else, of which nothing is known.
    Other,
}

/// The longest title that is shown in a list, in characters.
const TITLE: usize = 50;

impl<'a> SettingsView<'a> {
    /// Returns the settings of a channel and of the one it belongs to.
    pub(super) fn channel(&self, channel: &ChannelFacts) -> (ChannelSettings, ChannelSettings) {
        let own = self.settings.channel(channel.id);
        let parent = channel.parent.map(|parent| self.settings.channel(parent));
        (own, parent.unwrap_or_default())
    }

    /// Returns the guides of the films that are answered about.
    pub(super) fn guides(&self) -> Vec<&'a Guide> {
        let films = &self.settings.films;
        let guides = self.library.guides().iter();
        let is_covered = |guide: &&Guide| films.is_empty() || films.contains(&guide.id);
        guides.filter(is_covered).collect()
    }

    /// Returns the name of a film, escaped.
    pub(super) fn film_name(&self, film: &FilmId) -> String {
        let guide = self.library.film(film.as_str());
        match guide.and_then(|film| self.library.guide(film)) {
            Some(guide) => escape::discord(&cut(&guide.film.label(), TITLE)),
            None => texts::without_guide(&escape::discord(&cut(film.as_str(), TITLE))),
        }
    }
}

/// Returns the guide whose film has this key, as a value that was chosen.
pub(super) fn chosen_guide<'a>(library: &'a Library, value: &str) -> Option<&'a Guide> {
    Key::parse(value)?.guide(library)
}

/// Returns the value that a film is chosen by.
pub(super) fn film_value(film: &FilmId) -> String {
    Key::of(film.as_str()).to_string()
}

/// Returns a channel as Discord shows it.
pub(super) fn channel_mark(channel: ChannelId) -> String {
    format!("<#{channel}>")
}

/// Returns a role as Discord shows it.
pub(super) fn role_mark(role: RoleId) -> String {
    format!("<@&{role}>")
}

/// Returns the words for a way of listening.
pub(super) fn mode_words(mode: ChannelMode) -> ModeWords {
    match mode {
        ChannelMode::Ask => texts::ASK,
        ChannelMode::Forum => texts::FORUM,
        ChannelMode::Quiet => texts::QUIET,
        ChannelMode::Called => texts::CALLED,
    }
}

/// Returns the words for what is hidden, and what it means.
pub(super) fn spoiler_words(spoilers: ChannelSpoilers) -> [&'static str; 2] {
    match spoilers {
        ChannelSpoilers::Hide => texts::SPOILERS_HIDE,
        ChannelSpoilers::Mild => texts::SPOILERS_MILD,
        ChannelSpoilers::All => texts::SPOILERS_ALL,
    }
}

/// Returns the spoilers that a policy hides, as a channel's setting.
pub(super) fn spoilers_of(policy: SpoilerPolicy) -> ChannelSpoilers {
    match policy {
        SpoilerPolicy::Hide => ChannelSpoilers::Hide,
        SpoilerPolicy::Mild => ChannelSpoilers::Mild,
        SpoilerPolicy::All => ChannelSpoilers::All,
    }
}
