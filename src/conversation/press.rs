//! What happens when a button is pressed or a choice of a menu is made.

use super::browse::{self, List};
use super::key::{EntryKey, Key};
use super::message::Message;
use super::room::Room;
use super::section;
use super::show::{self, For};
use super::state::State;
use crate::guide::Guide;
use crate::reply::texts;

/// Who presses, and on what.
#[derive(Clone, Copy, Debug)]
pub struct Presser {
    /// Who it is, by the same numbers as askers.
    pub id: u64,
    /// Whether they may manage the server or its messages.
    pub is_moderator: bool,
    /// Whether nobody else sees the message.
    pub sees_alone: bool,
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// The message turns into this one.
    Turns(Message),
    /// The one who pressed sees this, nobody else does.
    Whisper(Message),
    /// The message is taken away.
    Removed,
}

/// Carries out what a button or a choice carries.
pub fn press(room: &Room<'_>, pressed: &str, presser: Presser) -> Pressed {
    State::parse(pressed)
        .and_then(|state| carry_out(room, state, presser))
        .unwrap_or_else(|| Pressed::Whisper(room.line_to_browse(texts::BUTTON_IS_OLD, None)))
}

/// Carries out a state; `None` where what it leads to is gone.
fn carry_out(room: &Room<'_>, state: State, presser: Presser) -> Option<Pressed> {
    Some(match state {
        State::NotThis { asker, others } => {
            let owns = presser.owns(asker);
            let asker = if owns { asker } else { presser.id };
            presser.turns_if(owns, show::suggestions(room, asker, &others))
        }
        State::Choose {
            asker,
            entry,
            others,
        } => {
            let is_asker = presser.id == asker;
            presser.turns_if(is_asker, chosen(room, entry, presser, is_asker, others)?)
        }
        State::NoneOfThese { asker, film } => {
            presser.turns_if(presser.owns(asker), show::unknown(room, film))
        }
        State::Remove { asker } if presser.owns(asker) => Pressed::Removed,
        State::Remove { .. } => Pressed::Whisper(Message::line(texts::NOT_YOURS_TO_REMOVE)),
        State::Reveal(entry) => {
            let (guide, entry) = entry.find(room.library)?;
            Pressed::Whisper(show::revealed(room, guide, entry))
        }
        State::Entry(entry) => {
            let (guide, entry) = entry.find(room.library)?;
            presser.turns_if(false, show::entry(room, guide, entry, &For::Reader))
        }
        State::Section {
            asker,
            film,
            section: key,
            page,
        } => {
            let guide = guide(room, film)?;
            let section = key.section(guide)?;
            let owns = asker != 0 && presser.id == asker;
            let opener = if owns { asker } else { 0 };
            presser.turns_if(owns, section::section(room, guide, section, opener, page))
        }
        State::Browse { film, page } => presser.list(room, List::Sections, film, page)?,
        State::Questions { film, page } => presser.list(room, List::Questions, film, page)?,
    })
}

/// Shows what was chosen among suggestions: to everybody for the asker, else to the one who presses.
fn chosen(
    room: &Room<'_>,
    key: EntryKey,
    presser: Presser,
    is_asker: bool,
    others: Vec<EntryKey>,
) -> Option<Message> {
    let (guide, entry) = key.find(room.library)?;
    let whom = match is_asker {
        true => For::Asker(presser.id, others),
        false => For::Reader,
    };
    Some(show::entry(room, guide, entry, &whom))
}

impl Presser {
    /// Whether what this person asked for is theirs to change.
    fn owns(self, asker: u64) -> bool {
        self.is_moderator || self.id == asker
    }

    /// Turns the message where `may`, or where nobody else sees it; else whispers.
    fn turns_if(self, may: bool, message: Message) -> Pressed {
        match may || self.sees_alone {
            true => Pressed::Turns(message),
            false => Pressed::Whisper(message),
        }
    }

    fn list(self, room: &Room<'_>, list: List, film: Option<Key>, page: usize) -> Option<Pressed> {
        let guide = match film {
            Some(film) => Some(guide(room, film)?),
            None => None,
        };
        Some(self.turns_if(false, browse::list(room, list, guide, page)))
    }
}

fn guide<'a>(room: &Room<'a>, film: Key) -> Option<&'a Guide> {
    room.library.guides().get(film.film(room.library)?)
}
