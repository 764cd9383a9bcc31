//! A question and what is said to it.

use super::key::EntryKey;
use super::message::Message;
use super::room::Room;
use super::show::{self, For};
use crate::answer::{Answer, Decision, Hit, Question};
use crate::guide::{EntryId, FilmId};
use crate::reply::{self, Reply};
use crate::text::invisible::visible;

/// How a question came in, which decides when it is worth a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
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
    /// Somebody used a command.
    Command,
}

impl Door {
    /// Whether the bot speaks up: where nobody called it, only when it is sure enough.
    pub fn speaks(self, decision: Decision) -> bool {
        match self {
            Self::Mention | Self::Direct | Self::Command => true,
            Self::Reply | Self::Forum => decision != Decision::Unknown,
            Self::AskChannel => decision == Decision::Confident,
        }
    }

    /// Whether somebody called the bot, rather than it speaking up by itself.
    pub fn is_prompted(self) -> bool {
        !matches!(self, Self::AskChannel | Self::Forum)
    }

    /// Returns a word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Direct => "direct",
            Self::Reply => "reply",
            Self::AskChannel => "ask channel",
            Self::Forum => "forum",
            Self::Command => "command",
        }
    }
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What was typed.
    pub text: &'a str,
    /// The film that the asker chose, as an index into the guides.
    pub film: Option<usize>,
    /// Who asks, by a number of the door's.
    pub asker: u64,
}

/// What is said to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The decision behind it.
    pub decision: Decision,
    /// How sure we are that the best entry answers the question, 0 to 1.
    pub confidence: f32,
    /// What it was answered with.
    pub entry: Option<(FilmId, EntryId)>,
    /// The words and buttons.
    pub message: Message,
}

/// Answers a question.
pub fn ask(room: &Room<'_>, asked: &Asked<'_>) -> Said {
    let text = visible(asked.text);
    let question = Question {
        text: &text,
        film: asked.film,
        place: room.film,
    };
    let (answer, others) = room.library.ask_or_else(&question);
    let reply = reply::reply(room.library.guides(), &answer, &room.settings);
    let (entry, message) = match reply {
        Reply::Answered(answered) => {
            let whom = For::Asker(asked.asker, keys(room, &others));
            let message = show::answer(room, &answered, &whom);
            (Some((answered.film, answered.entry)), message)
        }
        Reply::Suggestions { .. } => {
            let offered = keys(room, &answer.hits);
            (None, show::suggestions(room, asked.asker, &offered))
        }
        Reply::Unknown { .. } => (None, show::unknown(room, film_key(room, asked, &answer))),
    };
    Said {
        decision: answer.decision,
        confidence: answer.confidence,
        entry,
        message,
    }
}

fn keys(room: &Room<'_>, hits: &[Hit]) -> Vec<EntryKey> {
    let keys = hits.iter().filter_map(|hit| {
        let guide = room.library.guides().get(hit.film)?;
        Some(EntryKey::of(&guide.id, &hit.entry))
    });
    keys.collect()
}

fn film_key(room: &Room<'_>, asked: &Asked<'_>, answer: &Answer) -> Option<super::key::Key> {
    room.film_key(answer.film.or(asked.film))
}
