//! Channels where the bot may not speak as it wants to, remembered for a while: each refusal counts against the bot.

use std::time::{Duration, Instant};

use quick_cache::unsync::Cache;
use serenity::all::ChannelId;

use super::limits::bounded;

/// The time that a refusal is remembered: moderators change permissions and try again soon after.
const REMEMBERED: Duration = Duration::from_secs(2 * 60);
/// The number of channels that are remembered.
const MAX_CHANNELS: usize = 1_024;

/// The way in which the bot may speak in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SendMode {
    /// With embeds.
    Full,
    /// In plain text.
    Plain,
    /// Not at all.
    Mute,
}

/// Remembers the channels where the bot was refused.
pub(super) struct SendFailures(Cache<ChannelId, (SendMode, Instant)>);

impl Default for SendFailures {
    fn default() -> Self {
        Self(bounded(MAX_CHANNELS))
    }
}

impl SendFailures {
    /// Returns how the bot may speak in a channel, as far as is known.
    pub(super) fn mode(&self, channel: ChannelId, now: Instant) -> SendMode {
        match self.0.get(&channel) {
            Some((mode, since)) if now.saturating_duration_since(*since) < REMEMBERED => *mode,
            _ => SendMode::Full,
        }
    }

    /// Notes how the bot may speak in a channel.
    pub(super) fn note(&mut self, channel: ChannelId, mode: SendMode, now: Instant) {
        self.0.insert(channel, (mode, now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_forgotten_after_a_while() {
        let (mut send_failures, now) = (SendFailures::default(), Instant::now());
        let [one, other] = [1, 2].map(ChannelId::new);
        send_failures.note(one, SendMode::Plain, now);
        assert_eq!(send_failures.mode(one, now), SendMode::Plain);
        assert_eq!(send_failures.mode(other, now), SendMode::Full);
        assert_eq!(send_failures.mode(one, now + REMEMBERED), SendMode::Full);
    }
}
