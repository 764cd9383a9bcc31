//! Sections and questions that somebody opens by name, and the lists of them.

use super::ask::{Asked, ask};
use super::browse::{self, List};
use super::find::{self, Found};
use super::key::{EntryKey, Key};
use super::message::{Button, Message};
use super::offer::{Candidate, Thing};
use super::room::Room;
use super::section;
use super::show::{self, For};
use super::state::State;
use crate::guide::{EntryId, Guide};
use crate::reply::texts;

/// What was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What is shown.
    pub message: Message,
    /// Whether it is for everybody to see: lists and errors are for the one who asked.
    pub is_public: bool,
}

impl Opened {
    fn public(message: Message) -> Self {
        Self {
            message,
            is_public: true,
        }
    }

    fn private(message: Message) -> Self {
        Self {
            message,
            is_public: false,
        }
    }
}

/// Opens the section or entry that was named, or the contents where none was.
pub fn open_section(
    room: &Room<'_>,
    film: Option<usize>,
    name: Option<&str>,
    opener: u64,
) -> Opened {
    let Some(name) = typed(name) else {
        return Opened::private(browse::list(room, List::Sections, room.guide(film), 0));
    };
    match find::part(room, film, name) {
        Some(Found::Section(guide, section)) => {
            Opened::public(section::section(room, guide, section, opener, 0))
        }
        Some(Found::Entry(guide, entry)) => {
            Opened::public(show::entry(room, guide, entry, &For::Opener(opener)))
        }
        None => Opened::private(nearest(room, film, name)),
    }
}

/// Opens the question that was named, or the list of them where none was.
///
/// What is no question of the guide's is asked like any other.
pub fn open_question(
    room: &Room<'_>,
    film: Option<usize>,
    name: Option<&str>,
    opener: u64,
) -> Opened {
    let Some(name) = typed(name) else {
        return Opened::private(browse::list(room, List::Questions, room.guide(film), 0));
    };
    if let Some((guide, entry)) = find::question(room, film, name) {
        return Opened::public(show::entry(room, guide, entry, &For::Opener(opener)));
    }
    let said = ask(
        room,
        &Asked {
            text: name,
            film,
            asker: opener,
        },
    );
    match said.entry {
        Some(_) => Opened::public(said.message),
        None => Opened::private(said.message),
    }
}

/// Says that there is no such section, with what may have been meant.
fn nearest(room: &Room<'_>, film: Option<usize>, name: &str) -> Message {
    let nearest = find::nearest(room, film, name);
    let buttons = nearest.iter().filter_map(|one| {
        let guide = room.library.guides().get(one.film)?;
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
        .extend(room.line_to_browse(line, room.film_key(film)).rows);
    message
}

/// Returns what opens a part of a guide for one reader.
fn state(guide: &Guide, one: &Candidate) -> State {
    match one.thing {
        Thing::Entry => State::Entry(EntryKey::of(&guide.id, &EntryId::opaque(&one.id))),
        Thing::Section => State::Section {
            asker: 0,
            film: Key::of(guide.id.as_str()),
            section: Key::of(&one.id),
            page: 0,
        },
    }
}

fn typed(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}
