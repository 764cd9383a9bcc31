//! Channels where the bot may not speak as it wants to, remembered for a while: each refusal counts against the bot.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serenity::all::ChannelId;

/// How long a refusal is remembered: moderators change permissions and try again soon after.
const REMEMBERED: Duration = Duration::from_secs(2 * 60);
/// How many channels are remembered.
const MAX_CHANNELS: usize = 4_096;

/// How the bot may speak in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// With embeds.
    Full,
    /// In plain text.
    Plain,
    /// Not at all.
    Mute,
}

/// Channels where the bot was refused.
#[derive(Debug, Default)]
pub(super) struct Refusals(HashMap<ChannelId, (Voice, Instant)>);

impl Refusals {
    /// Returns how the bot may speak in a channel, as far as is known.
    pub(super) fn voice(&self, channel: ChannelId, now: Instant) -> Voice {
        match self.0.get(&channel) {
            Some((voice, since)) if now.saturating_duration_since(*since) < REMEMBERED => *voice,
            _ => Voice::Full,
        }
    }

    /// Notes how the bot may speak in a channel.
    pub(super) fn note(&mut self, channel: ChannelId, voice: Voice, now: Instant) {
        if self.0.len() >= MAX_CHANNELS {
            self.0.clear();
        }
        self.0.insert(channel, (voice, now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_forgotten_after_a_while() {
        let (mut refusals, now) = (Refusals::default(), Instant::now());
        let [one, other] = [1, 2].map(ChannelId::new);
        refusals.note(one, Voice::Plain, now);
        assert_eq!(refusals.voice(one, now), Voice::Plain);
        assert_eq!(refusals.voice(other, now), Voice::Full);
        assert_eq!(refusals.voice(one, now + REMEMBERED), Voice::Full);
    }
}
