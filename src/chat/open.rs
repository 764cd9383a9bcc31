//! Sections and questions that somebody opens by name, and the lists of them.

use super::browse::{self, List};
use super::context::{ChatContext, line_to_browse};
use super::custom_id::CustomId;
use super::find::{self, FoundPart};
use super::ids::UserId;
use super::key::{EntryKey, Key};
use super::message::{Button, Message};
use super::offer::{NamedPart, Thing};
use super::section;
use super::show::{self, Audience};
use crate::guide::{Entry, EntryId, FilmIndex, Guide};
use crate::reply::texts;

/// The reply to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandReply {
    /// The content that is shown.
    pub message: Message,
    /// True where it is for everybody to see: lists and errors are for the one who asked.
    pub is_public: bool,
}

impl CommandReply {
    /// Returns a message for everybody to see.
    pub fn public(message: Message) -> Self {
        Self {
            message,
            is_public: true,
        }
    }

    /// Returns a message for the one who asked.
    pub fn private(message: Message) -> Self {
        Self {
            message,
            is_public: false,
        }
    }
}

/// Opens the section or entry that was named, or the contents where none was.
pub fn open_section(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    name: Option<&str>,
    opener: UserId,
) -> CommandReply {
    let Some(name) = typed(name) else {
        return CommandReply::private(browse::list(
            context,
            List::Sections,
            context.guide(film),
            0,
        ));
    };
    match find::part(context, film, name) {
        Some(FoundPart::Section(guide, section)) => CommandReply::public(section::section(
            &context.settings,
            guide,
            section,
            Some(opener),
            0,
        )),
        Some(FoundPart::Entry(guide, entry)) => opened(context, guide, entry, opener),
        None => CommandReply::private(nearest(context, film, name)),
    }
}

/// Opens the FAQ that was named, or the list of them where none was; `None` where no FAQ is called so.
pub fn open_faq(
    context: &ChatContext<'_>,
    film: Option<FilmIndex>,
    name: Option<&str>,
    opener: UserId,
) -> Option<CommandReply> {
    let Some(name) = typed(name) else {
        let list = browse::list(context, List::Questions, context.guide(film), 0);
        return Some(CommandReply::private(list));
    };
    let (guide, entry) = find::question(context, film, name)?;
    Some(opened(context, guide, entry, opener))
}

fn opened(context: &ChatContext<'_>, guide: &Guide, entry: &Entry, opener: UserId) -> CommandReply {
    let whom = Audience::Opener(opener);
    CommandReply::public(show::entry(&context.settings, guide, entry, &whom))
}

/// Says that there is no such section, with what may have been meant.
fn nearest(context: &ChatContext<'_>, film: Option<FilmIndex>, name: &str) -> Message {
    let nearest = find::nearest(context, film, name);
    let buttons = nearest.iter().filter_map(|one| {
        let guide = context.library.guide(one.film)?;
        Some(Button::press(&one.path, state(guide, one).to_string()))
    });
    let buttons: Vec<Button> = buttons.collect();
    let line = match buttons.is_empty() {
        true => texts::NO_SUCH_PART,
        false => texts::DID_YOU_MEAN,
    };
    let mut message = Message::line(line).with_buttons(buttons);
    message
        .rows
        .extend(line_to_browse(line, context.film_key(film)).rows);
    message
}

/// Returns what opens a part of a guide for one reader.
fn state(guide: &Guide, one: &NamedPart) -> CustomId {
    match one.thing {
        Thing::Entry => CustomId::Entry(EntryKey::of(&guide.id, &EntryId::opaque(&one.id))),
        Thing::Section => CustomId::Section {
            opener: None,
            film: Key::of(guide.id.as_str()),
            section: Key::of(&one.id),
            page: 0,
        },
    }
}

fn typed(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}
