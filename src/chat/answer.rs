//! The reply to a question as a message.

use super::context::line_to_browse;
use super::ids::UserId;
use super::key::Key;
use super::message::Message;
use super::show::{self, Audience};
use crate::reply::{Reply, ReplyContent, Settings};

/// Lays out a reply, with buttons for the one who asked.
pub fn answer(reply: &Reply, settings: &Settings<'_>, asker: UserId) -> Message {
    match &reply.content {
        ReplyContent::Entry { entry, others } => {
            let others = others.iter().map(show::key_of).collect();
            show::answer(settings, entry, &Audience::Asker(asker, others))
        }
        ReplyContent::Choices { line, choices } => show::suggestions(asker, choices, line),
        ReplyContent::Unknown { line } => {
            let film = reply.browse.as_ref();
            line_to_browse(line, film.map(|film| Key::of(film.as_str())))
        }
    }
}
