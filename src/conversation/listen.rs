//! Which messages are questions to the bot, and by which door they come in.

use super::ask::Door;
use crate::text;

/// A message as it was written, as far as it matters. Ids are Discord's.
#[derive(Clone, Debug, Default)]
pub struct Heard<'a> {
    /// The message.
    pub id: u64,
    /// The channel or thread it stands in.
    pub channel: u64,
    /// The server; `None` where somebody writes to the bot alone.
    pub server: Option<u64>,
    /// Who wrote it.
    pub author: u64,
    /// Whether a person wrote it, rather than a bot, a webhook or Discord itself.
    pub is_by_person: bool,
    /// What was written; empty where Discord does not say.
    pub text: &'a str,
    /// The people it mentions.
    pub mentions: Vec<u64>,
    /// Whether it calls everybody or a role.
    pub calls_many: bool,
    /// What it replies to.
    pub reply: Option<RepliedTo>,
    /// For an edited message, how long after it was written, in seconds.
    pub edited_after: Option<u64>,
}

/// What a message replies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepliedTo {
    /// Who wrote it, where Discord says so.
    pub author: Option<u64>,
}

/// The channel or thread that a message stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Its name.
    pub name: Option<String>,
    /// The channel it belongs to, for a thread.
    pub parent: Option<u64>,
    /// The name of that channel.
    pub parent_name: Option<String>,
}

/// Where the bot listens without being called. Ids are Discord's.
#[derive(Clone, Debug, Default)]
pub struct Ears {
    /// Channels where it answers by itself.
    pub ask_channels: Vec<u64>,
    /// Forums whose posts it reads.
    pub forums: Vec<u64>,
}

/// A question, and how it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The door.
    pub door: Door,
    /// What was asked, without the mention of the bot; empty where it was mentioned and asked nothing.
    pub text: String,
}

/// After this long an edited message is no question any more, in seconds: the talk has gone on.
pub const EDIT_SECONDS: u64 = 5 * 60;

/// Returns the question that a message is to the bot `me`; `None` for all the messages that are not for it.
pub fn listen(heard: &Heard<'_>, me: u64, ears: &Ears, spot: &Spot) -> Option<Question> {
    let is_late = heard
        .edited_after
        .is_some_and(|seconds| seconds > EDIT_SECONDS);
    if !heard.is_by_person || heard.author == me || is_late || heard.calls_many {
        return None;
    }
    let door = door(heard, me, ears, spot)?;
    let mut text = without_mention(heard.text, me);
    if heard.opens_thread()
        && let Some(title) = &spot.name
    {
        text = format!("{title}\n{text}");
    }
    if has_words(&text) {
        return Some(Question { door, text });
    }
    let is_called = match door {
        Door::Mention => true,
        Door::Direct => !heard.text.trim().is_empty(),
        _ => false,
    };
    is_called.then(|| Question {
        door,
        text: String::new(),
    })
}

/// Whether it takes the title of a post to understand its first message, because that may be for the bot.
pub fn wants_title(heard: &Heard<'_>, me: u64, ears: &Ears) -> bool {
    heard.opens_thread() && (!ears.forums.is_empty() || heard.mentions(me))
}

/// Whether a text has anything that could be a question: emoji and signs alone have not.
pub fn has_words(text: &str) -> bool {
    text::has_words(text)
}

fn door(heard: &Heard<'_>, me: u64, ears: &Ears, spot: &Spot) -> Option<Door> {
    if heard.server.is_none() {
        return Some(Door::Direct);
    }
    if heard.mentions(me) {
        return Some(Door::Mention);
    }
    if let Some(reply) = heard.reply {
        return (reply.author == Some(me)).then_some(Door::Reply);
    }
    if heard.opens_thread() {
        let is_watched = spot
            .parent
            .is_some_and(|forum| ears.forums.contains(&forum));
        return is_watched.then_some(Door::Forum);
    }
    // Others are spoken to here, not everybody who may know.
    let speaks_to_others = !heard.mentions.is_empty() || heard.text.contains("<@");
    let is_ask_channel = ears.ask_channels.contains(&heard.channel);
    (is_ask_channel && !speaks_to_others).then_some(Door::AskChannel)
}

impl Heard<'_> {
    /// Whether it is the first message of a forum's post: Discord gives both the same id.
    pub fn opens_thread(&self) -> bool {
        self.id == self.channel
    }

    /// Whether it mentions somebody, in either form; one within code is none, and Discord then does not list it.
    fn mentions(&self, who: u64) -> bool {
        let is_listed = self.mentions.is_empty() || self.mentions.contains(&who);
        is_listed && forms(who).iter().any(|form| self.text.contains(form))
    }
}

fn without_mention(text: &str, who: u64) -> String {
    let [plain, old] = forms(who);
    text.replace(&plain, " ")
        .replace(&old, " ")
        .trim()
        .to_owned()
}

/// Returns both ways in which Discord writes a mention.
fn forms(who: u64) -> [String; 2] {
    [format!("<@{who}>"), format!("<@!{who}>")]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: u64 = 7;
    const ADA: u64 = 1;

    fn heard(text: &str) -> Heard<'_> {
        Heard {
            id: 100,
            channel: 50,
            server: Some(9),
            author: ADA,
            is_by_person: true,
            text,
            ..Heard::default()
        }
    }

    #[track_caller]
    fn check(heard: &Heard<'_>, expected: Option<(Door, &str)>) {
        let ears = Ears {
            ask_channels: vec![51],
            forums: vec![60],
        };
        let spot = Spot {
            name: Some("red-rocket".to_owned()),
            parent: Some(60),
            parent_name: None,
        };
        let question = listen(heard, ME, &ears, &spot);
        let found = question.as_ref().map(|one| (one.door, one.text.as_str()));
        assert_eq!(found, expected, "{heard:?}");
    }

    #[test]
    fn a_mention_counts_in_both_forms_wherever_it_stands() {
        check(
            &heard("<@7> who directed it?"),
            Some((Door::Mention, "who directed it?")),
        );
        check(
            &heard("who directed it <@!7>"),
            Some((Door::Mention, "who directed it")),
        );
        check(&heard("<@7>"), Some((Door::Mention, "")));
        check(&heard("<@7> ?? 😀"), Some((Door::Mention, "")));
        check(&heard("<@77> who directed it?"), None);
        let in_code = Heard {
            mentions: vec![ADA],
            ..heard("`<@7>` <@1> is how")
        };
        check(&in_code, None);
    }

    #[test]
    fn nobody_but_people_is_answered() {
        let question = "<@7> who directed it?";
        check(
            &Heard {
                is_by_person: false,
                ..heard(question)
            },
            None,
        );
        check(
            &Heard {
                author: ME,
                ..heard(question)
            },
            None,
        );
        check(
            &Heard {
                calls_many: true,
                ..heard(question)
            },
            None,
        );
        check(
            &Heard {
                server: None,
                is_by_person: false,
                ..heard("who")
            },
            None,
        );
        check(&heard("who directed it?"), None);
        check(&heard(""), None);
    }

    #[test]
    fn the_bot_is_spoken_to_alone_and_by_replies() {
        check(
            &Heard {
                server: None,
                ..heard("who?")
            },
            Some((Door::Direct, "who?")),
        );
        check(
            &Heard {
                server: None,
                ..heard("")
            },
            None,
        );
        let reply = |author| Heard {
            reply: Some(RepliedTo { author }),
            ..heard("and who wrote it?")
        };
        check(&reply(Some(ME)), Some((Door::Reply, "and who wrote it?")));
        check(&reply(Some(ADA)), None);
        check(&reply(None), None);
    }

    #[test]
    fn in_an_ask_channel_what_is_said_to_somebody_else_is_left_alone() {
        let asked = |text| Heard {
            channel: 51,
            ..heard(text)
        };
        check(
            &asked("who directed it?"),
            Some((Door::AskChannel, "who directed it?")),
        );
        check(&asked("<@2> who directed it?"), None);
        check(
            &Heard {
                mentions: vec![2],
                ..asked("who directed it?")
            },
            None,
        );
        let reply = Some(RepliedTo { author: Some(2) });
        check(
            &Heard {
                reply,
                ..asked("who directed it?")
            },
            None,
        );
    }

    #[test]
    fn a_post_of_a_watched_forum_is_read_with_its_title() {
        let post = Heard {
            id: 50,
            ..heard("who directed it?")
        };
        check(&post, Some((Door::Forum, "red-rocket\nwho directed it?")));
        check(
            &Heard {
                id: 50,
                ..heard("<@7>")
            },
            Some((Door::Mention, "red-rocket\n")),
        );
        let elsewhere = Spot {
            parent: Some(61),
            ..Spot::default()
        };
        let ears = Ears {
            forums: vec![60],
            ..Ears::default()
        };
        assert_eq!(listen(&post, ME, &ears, &elsewhere), None);
    }

    #[test]
    fn an_edit_is_read_for_five_minutes() {
        let edited = |seconds| Heard {
            edited_after: Some(seconds),
            ..heard("<@7> who?")
        };
        check(&edited(EDIT_SECONDS), Some((Door::Mention, "who?")));
        check(&edited(EDIT_SECONDS + 1), None);
    }
}
