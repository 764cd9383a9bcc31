//! The contents of the buttons and selects of a server's settings: whose they are, and what they do.
//!
//! Written as `1:settings:server:word:…`, with the same version in front as all other buttons.

use std::fmt;
use std::str::FromStr;

use crate::chat::custom_id::{BETWEEN, VERSION};
use crate::guide::{ChannelId, ServerId};
use crate::store::records::{TrialId, Verdict};

/// The word that tells these from other buttons.
const KIND: &str = "settings";

/// The content of a button or select of a server's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingsId {
    /// The server whose settings these are.
    pub server: ServerId,
    /// The effect of pressing it.
    pub action: SettingsAction,
}

/// The effect of a button or select of the settings. Pages count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    /// Shows the first page.
    Open,
    /// Shows the page of the channel that was chosen.
    PickChannel,
    /// Sets the role that was chosen, or none.
    PickRole,
    /// Sets the channel of the digest, or none.
    PickDigest,
    /// Sets whether replies are plain text.
    SetPlain(bool),
    /// Sets whether questions without an answer are kept.
    SetKeeping(bool),
    /// Shows a page of the films.
    Films(usize),
    /// Sets the films of a page to those that were chosen.
    PickFilms(usize),
    /// Answers about all films.
    AllFilms,
    /// Shows the page of a channel.
    Channel {
        /// The channel.
        channel: ChannelId,
        /// The page of films to choose from.
        page: usize,
    },
    /// Sets the way in which the bot listens to a channel.
    PickMode(ChannelId),
    /// Sets the film of a channel.
    PickFilm(ChannelId),
    /// Sets the spoilers that a channel hides.
    PickSpoilers(ChannelId),
    /// Begins or ends a trial in a channel.
    SetTrial(ChannelId, bool),
    /// Shows what would have been answered in a channel.
    Trials {
        /// The channel.
        channel: ChannelId,
        /// The page.
        page: u32,
    },
    /// Judges what would have been answered.
    Judge {
        /// The channel.
        channel: ChannelId,
        /// The answer.
        trial: TrialId,
        /// The judgement; `None` takes it back.
        verdict: Option<Verdict>,
        /// The page to go on with.
        page: u32,
    },
}

/// Stands for no judgement.
const NONE: &str = "none";

impl SettingsId {
    /// Reads what a button or select carried; `None` for any other.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(VERSION)?.strip_prefix(BETWEEN)?;
        let rest = rest.strip_prefix(KIND)?.strip_prefix(BETWEEN)?;
        let parts: Vec<&str> = rest.split(BETWEEN).collect();
        let (server, action) = parts.split_first()?;
        Some(Self {
            server: ServerId(number(server)?),
            action: SettingsAction::parse(action)?,
        })
    }
}

impl SettingsAction {
    fn parse(parts: &[&str]) -> Option<Self> {
        Some(match *parts {
            ["open"] => Self::Open,
            ["pick-channel"] => Self::PickChannel,
            ["pick-role"] => Self::PickRole,
            ["pick-digest"] => Self::PickDigest,
            ["plain", is_on] => Self::SetPlain(number(is_on)?),
            ["keep", is_on] => Self::SetKeeping(number(is_on)?),
            ["films", page] => Self::Films(number(page)?),
            ["pick-films", page] => Self::PickFilms(number(page)?),
            ["all-films"] => Self::AllFilms,
            ["channel", channel, page] => Self::Channel {
                channel: id(channel)?,
                page: number(page)?,
            },
            ["mode", channel] => Self::PickMode(id(channel)?),
            ["film", channel] => Self::PickFilm(id(channel)?),
            ["spoilers", channel] => Self::PickSpoilers(id(channel)?),
            ["trial", channel, is_on] => Self::SetTrial(id(channel)?, number(is_on)?),
            ["trials", channel, page] => Self::Trials {
                channel: id(channel)?,
                page: number(page)?,
            },
            ["judge", channel, trial, verdict, page] => Self::Judge {
                channel: id(channel)?,
                trial: TrialId(number(trial)?),
                verdict: match verdict {
                    NONE => None,
                    word => Some(Verdict::parse(word)?),
                },
                page: number(page)?,
            },
            _ => return None,
        })
    }

    /// Returns the channel that it is about, where the button itself says so.
    pub fn channel(self) -> Option<ChannelId> {
        match self {
            Self::Channel { channel, .. }
            | Self::PickMode(channel)
            | Self::PickFilm(channel)
            | Self::PickSpoilers(channel)
            | Self::SetTrial(channel, _)
            | Self::Trials { channel, .. }
            | Self::Judge { channel, .. } => Some(channel),
            _ => None,
        }
    }

    /// Returns whether a channel was chosen with it.
    pub fn picks_channel(self) -> bool {
        matches!(self, Self::PickChannel | Self::PickDigest)
    }

    /// Returns whether it saves something.
    pub fn saves(self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::PickChannel
                | Self::Films(_)
                | Self::Channel { .. }
                | Self::Trials { .. }
        )
    }
}

fn number<N: FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn id(text: &str) -> Option<ChannelId> {
    number(text).map(ChannelId)
}

impl fmt::Display for SettingsId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{VERSION}{BETWEEN}{KIND}{BETWEEN}{}{BETWEEN}",
            self.server
        )?;
        self.action.fmt(f)
    }
}

impl fmt::Display for SettingsAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str("open"),
            Self::PickChannel => f.write_str("pick-channel"),
            Self::PickRole => f.write_str("pick-role"),
            Self::PickDigest => f.write_str("pick-digest"),
            Self::SetPlain(is_on) => write!(f, "plain:{is_on}"),
            Self::SetKeeping(is_on) => write!(f, "keep:{is_on}"),
            Self::Films(page) => write!(f, "films:{page}"),
            Self::PickFilms(page) => write!(f, "pick-films:{page}"),
            Self::AllFilms => f.write_str("all-films"),
            Self::Channel { channel, page } => write!(f, "channel:{channel}:{page}"),
            Self::PickMode(channel) => write!(f, "mode:{channel}"),
            Self::PickFilm(channel) => write!(f, "film:{channel}"),
            Self::PickSpoilers(channel) => write!(f, "spoilers:{channel}"),
            Self::SetTrial(channel, is_on) => write!(f, "trial:{channel}:{is_on}"),
            Self::Trials { channel, page } => write!(f, "trials:{channel}:{page}"),
            Self::Judge {
                channel,
                trial,
                verdict,
                page,
            } => {
                let verdict = verdict.map_or(NONE, Verdict::as_str);
                write!(f, "judge:{channel}:{}:{verdict}:{page}", trial.0)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SettingsAction, SettingsId};
    use crate::guide::{ChannelId, ServerId};
    use crate::reply::limits::CUSTOM_ID;
    use crate::store::records::{TrialId, Verdict};

    #[test]
    fn ids_are_read_back_and_always_fit() {
        let channel = ChannelId(u64::MAX);
        let page = u32::MAX;
        let judge = |verdict| SettingsAction::Judge {
            channel,
            trial: TrialId(i64::MIN),
            verdict,
            page: 9_999,
        };
        for action in [
            SettingsAction::Open,
            SettingsAction::PickChannel,
            SettingsAction::PickRole,
            SettingsAction::PickDigest,
            SettingsAction::SetPlain(true),
            SettingsAction::SetKeeping(false),
            SettingsAction::Films(usize::MAX),
            SettingsAction::PickFilms(7),
            SettingsAction::AllFilms,
            SettingsAction::Channel { channel, page: 3 },
            SettingsAction::PickMode(channel),
            SettingsAction::PickFilm(channel),
            SettingsAction::PickSpoilers(channel),
            SettingsAction::SetTrial(channel, true),
            SettingsAction::Trials { channel, page },
            judge(Some(Verdict::Right)),
            judge(Some(Verdict::Wrong)),
            judge(None),
        ] {
            let server = ServerId(u64::MAX);
            let id = SettingsId { server, action };
            let text = id.to_string();
            assert!(text.len() <= CUSTOM_ID, "{text} has {}", text.len());
            assert_eq!(SettingsId::parse(&text), Some(id), "{text}");
        }
    }

    #[test]
    fn what_no_panel_of_this_version_carries_is_told_apart() {
        for text in [
            "",
            "1:settings",
            "1:settings:",
            "1:settings:5",
            "1:settings:5:",
            "0:settings:5:open",
            "2:settings:5:open",
            "1:settings:x:open",
            "1:settings:5:open:1",
            "1:settings:5:plain:yes",
            "1:settings:5:mode:x",
            "1:settings:5:judge:1:2:maybe:0",
            "1:settingsx:5:open",
            "1:remove:5",
        ] {
            assert_eq!(SettingsId::parse(text), None, "{text:?}");
        }
    }
}
