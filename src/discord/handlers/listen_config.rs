//! The channels where the bot listens without being called: those that a server set, else those of the environment.

use crate::chat::{ChannelId, ChannelInfo};
use crate::store::records::ChannelMode;

/// The channels where the bot listens without being called, unless their server's settings say otherwise.
#[derive(Clone, Debug, Default)]
pub(super) struct ListenConfig {
    /// Channels where it answers by itself.
    pub ask_channels: Vec<ChannelId>,
    /// Forums whose posts it reads.
    pub forums: Vec<ChannelId>,
}

impl ListenConfig {
    /// Returns whether the first message of a post in this channel is answered.
    pub(super) fn answers_posts(&self, channel: &ChannelInfo) -> bool {
        match channel.mode {
            None => channel.parent.is_some_and(|id| self.forums.contains(&id)),
            Some(mode) => mode == ChannelMode::Forum,
        }
    }

    /// Returns whether every message in this channel may be a question.
    pub(super) fn answers_all(&self, id: ChannelId, channel: &ChannelInfo) -> bool {
        match channel.mode {
            None => has(&self.ask_channels, id, channel.parent),
            Some(mode) => mode == ChannelMode::Ask,
        }
    }

    /// Returns how the bot listens to a channel for which its server set nothing.
    pub(super) fn default_mode(&self, id: ChannelId, parent: Option<ChannelId>) -> ChannelMode {
        if has(&self.forums, id, parent) {
            ChannelMode::Forum
        } else if has(&self.ask_channels, id, parent) {
            ChannelMode::Ask
        } else {
            ChannelMode::Called
        }
    }
}

/// Returns whether a channel or the one it belongs to is listed.
fn has(list: &[ChannelId], id: ChannelId, parent: Option<ChannelId>) -> bool {
    let mut here = [Some(id), parent].into_iter().flatten();
    here.any(|channel| list.contains(&channel))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::UserId;
    use crate::discord::handlers::detect_question::detect_question;
    use crate::discord::handlers::incoming::{IncomingMessage, RepliedTo};
    use crate::discord::handlers::trigger::Trigger;

    const ME: UserId = UserId(7);

    fn message(text: &str) -> IncomingMessage<'_> {
        IncomingMessage {
            id: 100,
            channel: ChannelId(50),
            server: Some(9),
            author: UserId(1),
            is_by_person: true,
            text: text.into(),
            ..IncomingMessage::default()
        }
    }

    #[test]
    fn the_settings_of_the_server_count_more_than_the_defaults() {
        let config = ListenConfig {
            ask_channels: vec![ChannelId(51)],
            forums: vec![ChannelId(60)],
        };
        let trigger = |message: &IncomingMessage<'_>, mode| {
            let channel = ChannelInfo {
                parent: message.opens_thread().then_some(ChannelId(60)),
                mode,
                ..ChannelInfo::default()
            };
            detect_question(message, ME, &config, &channel).map(|one| one.trigger)
        };
        let [said, called, reply, post, direct] = [
            IncomingMessage {
                channel: ChannelId(51),
                ..message("who?")
            },
            message("<@7> who?"),
            IncomingMessage {
                reply: Some(RepliedTo {
                    author: Some(ME),
                    text: "".into(),
                }),
                ..message("who?")
            },
            IncomingMessage {
                id: 50,
                ..message("who?")
            },
            IncomingMessage {
                server: None,
                ..message("who?")
            },
        ];
        use ChannelMode::{Ask, Called, Forum, Quiet};
        use Trigger as T;
        for (mode, expected) in [
            (None, [Some(T::AskChannel), Some(T::Forum)]),
            (Some(Ask), [Some(T::AskChannel), None]),
            (Some(Forum), [None, Some(T::Forum)]),
            (Some(Called), [None, None]),
            (Some(Quiet), [None, None]),
        ] {
            let is_quiet = mode == Some(Quiet);
            assert_eq!(
                [trigger(&said, mode), trigger(&post, mode)],
                expected,
                "{mode:?}"
            );
            let prompted = [trigger(&called, mode), trigger(&reply, mode)];
            let expected = [T::Mention, T::Reply].map(|one| (!is_quiet).then_some(one));
            assert_eq!(prompted, expected, "{mode:?}");
            assert_eq!(trigger(&direct, mode), Some(T::Direct), "{mode:?}");
        }
    }
}
