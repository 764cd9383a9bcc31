//! An entry and suggestions as messages.

use super::key::{EntryKey, Key};
use super::message::{Button, Card, Message, Part};
use super::room::Room;
use super::state::State;
use crate::answer::MAX_SUGGESTED;
use crate::guide::{Entry, Guide};
use crate::reply::{self, Answered, Body, Settings, SpoilerPolicy, texts};

/// Who sees an answer, and so what it has to be pressed.
#[derive(Clone, Debug)]
pub(super) enum For {
    /// Everybody, as the answer to somebody's question; what else it may have been about, best first.
    Asker(u64, Vec<EntryKey>),
    /// Everybody, because somebody opened it by name.
    Opener(u64),
    /// Only the one who reads it.
    Reader,
}

/// Shows an entry that was answered with.
pub(super) fn answer(room: &Room<'_>, answered: &Answered, whom: &For) -> Message {
    let message = Message {
        card: Some(card(room, answered)),
        ..Message::default()
    };
    message.with_buttons(buttons(room, answered, whom))
}

/// Shows an entry that somebody chose.
pub(super) fn entry(room: &Room<'_>, guide: &Guide, entry: &Entry, whom: &For) -> Message {
    answer(room, &reply::entry(guide, entry, &room.settings), whom)
}

/// Shows an entry with nothing hidden.
pub(super) fn revealed(room: &Room<'_>, guide: &Guide, one: &Entry) -> Message {
    let open = Room {
        settings: Settings {
            spoilers: SpoilerPolicy::All,
            ..room.settings
        },
        ..*room
    };
    entry(&open, guide, one, &For::Reader)
}

/// Offers entries to choose from, or says that there is no answer where none of them is there.
pub(super) fn suggestions(room: &Room<'_>, asker: u64, offered: &[EntryKey]) -> Message {
    let found: Vec<_> = offered
        .iter()
        .filter_map(|key| Some((*key, key.find(room.library)?)))
        .take(MAX_SUGGESTED)
        .collect();
    let Some((first, (guide, _))) = found.first() else {
        return unknown(room, None);
    };
    let several = found.iter().any(|(_, (other, _))| other.id != guide.id);
    let mut buttons: Vec<Button> = found
        .iter()
        .map(|(key, (guide, entry))| {
            let others = found.iter().map(|(other, _)| *other);
            let state = State::Choose {
                asker,
                entry: *key,
                others: others.filter(|other| other != key).collect(),
            };
            let label = match several {
                true => texts::of_film(&guide.film.label(), &entry.title),
                false => entry.title.clone(),
            };
            Button::press(&label, state.to_string())
        })
        .collect();
    let film = (!several).then_some(first.film);
    let none = State::NoneOfThese { asker, film };
    buttons.push(Button::press(texts::NONE_OF_THESE, none.to_string()));
    Message::line(texts::DID_YOU_MEAN).with_buttons(buttons)
}

/// Says that the guide has no answer.
pub(super) fn unknown(room: &Room<'_>, film: Option<Key>) -> Message {
    room.line_to_browse(texts::NO_ANSWER, film)
}

fn card(room: &Room<'_>, answered: &Answered) -> Card {
    let place = answered.breadcrumb.join(" › ");
    let reviewed = answered.reviewed.map(|date| date.to_string());
    Card {
        title: answered.title.clone(),
        url: room.title_link(&answered.link),
        parts: vec![part(&answered.body)],
        footer: texts::place_and_review(&place, reviewed.as_deref()),
    }
}

/// Returns a text as it may be shown.
pub(super) fn part(body: &Body) -> Part {
    match body {
        Body::Open(text) => Part::Text(text.clone()),
        Body::Folded(text) => Part::Hidden(text.clone()),
        Body::Withheld => Part::Plain(texts::ENDING_IS_HIDDEN.to_owned()),
    }
}

fn buttons(room: &Room<'_>, answered: &Answered, whom: &For) -> Vec<Button> {
    let mut buttons = Vec::new();
    if answered.body == Body::Withheld {
        let state = State::Reveal(EntryKey::of(&answered.film, &answered.entry));
        buttons.push(Button::press(texts::REVEAL_TO_ME, state.to_string()).primary());
    }
    buttons.push(read_the_section(room, answered));
    if let For::Asker(asker, others) = whom {
        let state = State::NotThis {
            asker: *asker,
            others: others.clone(),
        };
        buttons.push(Button::press(texts::NOT_WHAT_I_ASKED, state.to_string()));
    }
    if let For::Asker(asker, _) | For::Opener(asker) = whom {
        buttons.push(remove(*asker));
    }
    buttons
}

/// Takes a message away that this person asked for.
pub(super) fn remove(asker: u64) -> Button {
    Button::press(texts::REMOVE, State::Remove { asker }.to_string())
}

fn read_the_section(room: &Room<'_>, answered: &Answered) -> Button {
    if let Some(button) = room.page_button(texts::READ_THE_SECTION, &answered.section.link) {
        return button;
    }
    let state = State::Section {
        asker: 0,
        film: Key::of(answered.film.as_str()),
        section: Key::of(&answered.section.id),
        page: 0,
    };
    Button::press(texts::READ_THE_SECTION, state.to_string())
}
