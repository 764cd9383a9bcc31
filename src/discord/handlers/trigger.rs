//! The ways in which a question reaches the bot.

use crate::answer::{Decision, SUGGEST};

/// The way in which a question reached the bot, which decides when it is worth a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// Somebody mentioned the bot in a server.
    Mention,
    /// Somebody wrote to the bot alone.
    Direct,
    /// Somebody replied to one of the bot's messages.
    Reply,
    /// Somebody wrote in a channel where the bot answers by itself.
    AskChannel,
    /// Somebody opened a post in a forum that the bot watches.
    Forum,
}

impl Trigger {
    /// Returns whether the bot speaks up: where nobody called it, only when it is sure enough.
    ///
    /// A reply to one of its answers may be said to others as well, so that it offers less there.
    pub(super) fn speaks(self, decision: Decision, confidence: f32) -> bool {
        match self {
            Self::Mention | Self::Direct => true,
            Self::Reply => decision != Decision::Unknown && confidence >= SUGGEST,
            Self::AskChannel | Self::Forum => decision == Decision::Confident,
        }
    }

    /// Returns whether somebody called the bot, rather than it speaking up by itself.
    pub(super) fn is_prompted(self) -> bool {
        !matches!(self, Self::AskChannel | Self::Forum)
    }
}
