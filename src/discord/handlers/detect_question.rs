//! Detecting the messages that are questions to the bot, and what triggered each.

use super::incoming::{IncomingMessage, mention_forms};
use super::listen_config::ListenConfig;
use super::trigger::Trigger;
use crate::chat::{ChannelInfo, UserId};
use crate::store::records::ChannelMode;
use crate::text::has_words;

/// A question to the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DetectedQuestion {
    /// The way in which it reached the bot.
    pub(super) trigger: Trigger,
    /// The question without the mention of the bot; empty where it was mentioned and asked nothing.
    pub(super) text: String,
}

/// Returns the question that a message is to the bot `me`; `None` for all the messages that are not for it.
pub(super) fn detect_question(
    message: &IncomingMessage<'_>,
    me: UserId,
    config: &ListenConfig,
    channel: &ChannelInfo,
) -> Option<DetectedQuestion> {
    let is_ours = message.is_by_person && message.author != me;
    if !is_ours || message.is_late() || message.calls_many() {
        return None;
    }
    let trigger = trigger(message, me, config, channel)?;
    let mut text = without_mention(message, &message.text, me);
    if message.opens_thread()
        && let Some(title) = &channel.name
    {
        text = format!("{title}\n{text}");
    }
    if has_words(&text) {
        return Some(DetectedQuestion { trigger, text });
    }
    // A mention alone below what somebody else asked hands that on.
    let quoted = message.reply.as_ref().filter(|reply| {
        let is_called = matches!(trigger, Trigger::Mention | Trigger::Direct);
        is_called && reply.author != Some(me)
    });
    let quoted = quoted.map(|reply| without_mention(message, &reply.text, me));
    if let Some(text) = quoted.filter(|text| has_words(text)) {
        return Some(DetectedQuestion { trigger, text });
    }
    let is_called = match trigger {
        Trigger::Mention => true,
        Trigger::Direct => !message.text.trim().is_empty(),
        _ => false,
    };
    is_called.then(|| DetectedQuestion {
        trigger,
        text: String::new(),
    })
}

/// Returns whether the first message of a post may be for the bot, so that it takes the post's title to understand it;
/// `answers_posts` says that there are forums here whose posts are answered.
pub(super) fn wants_title(message: &IncomingMessage<'_>, me: UserId, answers_posts: bool) -> bool {
    message.opens_thread() && (answers_posts || mentions(message, me))
}

/// Returns whether somebody calls the bot by a message.
pub(super) fn calls(message: &IncomingMessage<'_>, me: UserId) -> bool {
    let replies = || {
        let reply = message.reply.as_ref();
        reply.is_some_and(|reply| reply.author == Some(me))
    };
    mentions(message, me) || replies()
}

fn mentions(message: &IncomingMessage<'_>, me: UserId) -> bool {
    message.mentions(me) || message.own_role_form().is_some()
}

fn trigger(
    message: &IncomingMessage<'_>,
    me: UserId,
    config: &ListenConfig,
    channel: &ChannelInfo,
) -> Option<Trigger> {
    if message.server.is_none() {
        return Some(Trigger::Direct);
    }
    if channel.mode == Some(ChannelMode::Quiet) {
        return None;
    }
    if mentions(message, me) {
        return Some(Trigger::Mention);
    }
    if let Some(reply) = &message.reply {
        return (reply.author == Some(me)).then_some(Trigger::Reply);
    }
    if message.opens_thread() {
        return config.answers_posts(channel).then_some(Trigger::Forum);
    }
    // Others are spoken to here, not everybody who may know.
    let speaks_to_others = !message.mentions.is_empty() || message.text.contains("<@");
    let answers_all = config.answers_all(message.channel, channel);
    (answers_all && !speaks_to_others).then_some(Trigger::AskChannel)
}

/// Returns a text without the mentions of the bot `me`, or of its own role.
fn without_mention(message: &IncomingMessage<'_>, text: &str, me: UserId) -> String {
    let forms = mention_forms(me).into_iter().chain(message.own_role_form());
    let text = forms.fold(text.to_owned(), |text, form| text.replace(&form, " "));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::ChannelId;
    use crate::discord::handlers::incoming::{EDIT_SECONDS, RepliedTo};

    const ME: UserId = UserId(7);
    const ADA: UserId = UserId(1);

    fn message(text: &str) -> IncomingMessage<'_> {
        IncomingMessage {
            id: 100,
            channel: ChannelId(50),
            server: Some(9),
            author: ADA,
            is_by_person: true,
            text: text.into(),
            ..IncomingMessage::default()
        }
    }

    #[track_caller]
    fn check(message: &IncomingMessage<'_>, expected: Option<(Trigger, &str)>) {
        let config = ListenConfig {
            ask_channels: vec![ChannelId(51)],
            forums: vec![ChannelId(60)],
        };
        let channel = ChannelInfo {
            name: Some("red-rocket".to_owned()),
            parent: Some(ChannelId(60)),
            ..ChannelInfo::default()
        };
        let question = detect_question(message, ME, &config, &channel);
        let found = question
            .as_ref()
            .map(|one| (one.trigger, one.text.as_str()));
        assert_eq!(found, expected, "{message:?}");
    }

    #[test]
    fn a_mention_counts_in_both_forms_wherever_it_stands() {
        check(
            &message("<@7> who directed it?"),
            Some((Trigger::Mention, "who directed it?")),
        );
        check(
            &message("who directed it <@!7>"),
            Some((Trigger::Mention, "who directed it")),
        );
        check(&message("<@7>"), Some((Trigger::Mention, "")));
        check(&message("<@7> ?? 😀"), Some((Trigger::Mention, "")));
        check(&message("<@77> who directed it?"), None);
        let in_code = IncomingMessage {
            mentions: vec![ADA],
            ..message("`<@7>` <@1> is how")
        };
        check(&in_code, None);
    }

    #[test]
    fn nobody_but_people_is_answered() {
        let question = "<@7> who directed it?";
        check(
            &IncomingMessage {
                is_by_person: false,
                ..message(question)
            },
            None,
        );
        check(
            &IncomingMessage {
                author: ME,
                ..message(question)
            },
            None,
        );
        check(
            &IncomingMessage {
                calls_everybody: true,
                ..message(question)
            },
            None,
        );
        check(
            &IncomingMessage {
                server: None,
                is_by_person: false,
                ..message("who")
            },
            None,
        );
        check(&message("who directed it?"), None);
        check(&message(""), None);
    }

    #[test]
    fn the_bot_is_spoken_to_alone_and_by_replies() {
        check(
            &IncomingMessage {
                server: None,
                ..message("who?")
            },
            Some((Trigger::Direct, "who?")),
        );
        check(
            &IncomingMessage {
                server: None,
                ..message("")
            },
            None,
        );
        let reply = |author| IncomingMessage {
            reply: Some(RepliedTo {
                author,
                text: "who directed it?".into(),
            }),
            ..message("and who wrote it?")
        };
        check(
            &reply(Some(ME)),
            Some((Trigger::Reply, "and who wrote it?")),
        );
        check(&reply(Some(ADA)), None);
        check(&reply(None), None);
    }

    #[test]
    fn the_own_role_is_the_bot_and_another_role_is_many() {
        let asked = |roles: &[u64]| IncomingMessage {
            roles: roles.to_vec(),
            own_role: Some(70),
            ..message("<@&70> who directed it?")
        };
        check(&asked(&[70]), Some((Trigger::Mention, "who directed it?")));
        check(&asked(&[70, 71]), None);
        // Within code it is no mention, and Discord does not list it.
        check(&asked(&[]), None);
    }

    #[test]
    fn a_mention_alone_hands_on_what_somebody_else_asked() {
        let below = |author, text: &'static str| IncomingMessage {
            reply: Some(RepliedTo {
                author: Some(author),
                text: text.into(),
            }),
            ..message("<@7>")
        };
        let quoted = Some((Trigger::Mention, "who directed it?"));
        check(&below(UserId(2), "who directed it?"), quoted);
        check(&below(UserId(2), "<@7> who directed it?"), quoted);
        check(&below(UserId(2), "👍"), Some((Trigger::Mention, "")));
        check(&below(ME, "Mara Quill"), Some((Trigger::Mention, "")));
    }

    #[test]
    fn a_thread_of_an_ask_channel_is_one() {
        let config = ListenConfig {
            ask_channels: vec![ChannelId(60)],
            ..ListenConfig::default()
        };
        let thread = ChannelInfo {
            parent: Some(ChannelId(60)),
            ..ChannelInfo::default()
        };
        let question = detect_question(&message("who directed it?"), ME, &config, &thread);
        assert_eq!(question.map(|one| one.trigger), Some(Trigger::AskChannel));
    }

    #[test]
    fn in_an_ask_channel_what_is_said_to_somebody_else_is_left_alone() {
        let asked = |text| IncomingMessage {
            channel: ChannelId(51),
            ..message(text)
        };
        check(
            &asked("who directed it?"),
            Some((Trigger::AskChannel, "who directed it?")),
        );
        check(&asked("<@2> who directed it?"), None);
        check(
            &IncomingMessage {
                mentions: vec![UserId(2)],
                ..asked("who directed it?")
            },
            None,
        );
        let reply = Some(RepliedTo {
            author: Some(UserId(2)),
            text: "".into(),
        });
        check(
            &IncomingMessage {
                reply,
                ..asked("who directed it?")
            },
            None,
        );
    }

    #[test]
    fn a_post_of_a_watched_forum_is_read_with_its_title() {
        let post = IncomingMessage {
            id: 50,
            ..message("who directed it?")
        };
        check(
            &post,
            Some((Trigger::Forum, "red-rocket\nwho directed it?")),
        );
        check(
            &IncomingMessage {
                id: 50,
                ..message("<@7>")
            },
            Some((Trigger::Mention, "red-rocket\n")),
        );
        let elsewhere = ChannelInfo {
            parent: Some(ChannelId(61)),
            ..ChannelInfo::default()
        };
        let config = ListenConfig {
            forums: vec![ChannelId(60)],
            ..ListenConfig::default()
        };
        assert_eq!(detect_question(&post, ME, &config, &elsewhere), None);
    }

    #[test]
    fn an_edit_is_read_for_five_minutes() {
        let edited = |seconds| IncomingMessage {
            edited_after: Some(seconds),
            ..message("<@7> who?")
        };
        check(&edited(EDIT_SECONDS), Some((Trigger::Mention, "who?")));
        check(&edited(EDIT_SECONDS + 1), None);
    }
}
