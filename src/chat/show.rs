//! An entry and suggestions as messages.

use super::context::{page_button, title_link};
use super::custom_id::CustomId;
use super::ids::UserId;
use super::key::{EntryKey, Key};
use super::message::{Button, Card, CardPart, Message};
use crate::guide::{Entry, Guide};
use crate::reply::{self, Body, Choice, EntryView, Settings, SpoilerPolicy, texts};

/// The people who see an answer, which decides the buttons below it.
#[derive(Clone, Debug)]
pub(super) enum Audience {
    /// Everybody, as the answer to somebody's question; what else it may have been about, best first.
    Asker(UserId, Vec<EntryKey>),
    /// Everybody, because somebody opened it by name.
    Opener(UserId),
    /// Only the one who reads it.
    Reader,
}

/// Shows an entry that was answered with.
pub(super) fn answer(settings: &Settings<'_>, answered: &EntryView, whom: &Audience) -> Message {
    let message = Message {
        card: Some(card(settings, answered)),
        ..Message::default()
    };
    message.with_buttons(buttons(settings, answered, whom))
}

/// Shows an entry that somebody chose.
pub(super) fn entry(
    settings: &Settings<'_>,
    guide: &Guide,
    entry: &Entry,
    whom: &Audience,
) -> Message {
    answer(settings, &reply::entry(guide, entry, settings), whom)
}

/// Shows an entry with nothing hidden.
pub(super) fn revealed(settings: &Settings<'_>, guide: &Guide, one: &Entry) -> Message {
    let open = Settings {
        spoilers: SpoilerPolicy::All,
        ..*settings
    };
    entry(&open, guide, one, &Audience::Reader)
}

/// Offers entries to choose from.
pub(super) fn suggestions(asker: UserId, choices: &[Choice], line: &str) -> Message {
    let keys: Vec<EntryKey> = choices.iter().map(key_of).collect();
    let buttons = choices.iter().zip(&keys).map(|(choice, key)| {
        let others = keys.iter().copied().filter(|other| other != key);
        let chosen = CustomId::Choose {
            asker,
            entry: *key,
            others: others.collect(),
        };
        Button::press(&choice.title, chosen.to_string())
    });
    let first = keys.first().map(|key| key.film);
    let none = CustomId::NoneOfThese {
        asker,
        film: first.filter(|film| keys.iter().all(|key| key.film == *film)),
    };
    let none = Button::press(texts::NONE_OF_THESE, none.to_string());
    Message::line(line).with_buttons(buttons.chain([none]).collect())
}

/// Returns the short name of a choice.
pub(super) fn key_of(choice: &Choice) -> EntryKey {
    EntryKey::of(&choice.film, &choice.entry)
}

fn card(settings: &Settings<'_>, answered: &EntryView) -> Card {
    let place = answered.breadcrumb.join(" › ");
    let reviewed = answered.reviewed.map(|date| date.to_string());
    Card {
        title: answered.title.clone(),
        url: title_link(settings, &answered.link),
        parts: vec![part(&answered.body)],
        footer: texts::place_and_review(&place, reviewed.as_deref()),
    }
}

/// Returns a text as it may be shown.
pub(super) fn part(body: &Body) -> CardPart {
    match body {
        Body::Open(text) => CardPart::Text(text.clone()),
        Body::Folded(text) => CardPart::Hidden(text.clone()),
        Body::Withheld => CardPart::Plain(texts::ENDING_IS_HIDDEN.to_owned()),
    }
}

fn buttons(settings: &Settings<'_>, answered: &EntryView, whom: &Audience) -> Vec<Button> {
    let mut buttons = Vec::new();
    if answered.body == Body::Withheld {
        let state = CustomId::Reveal(EntryKey::of(&answered.film, &answered.entry));
        buttons.push(Button::press(texts::REVEAL_TO_ME, state.to_string()).primary());
    }
    buttons.push(read_the_section(settings, answered));
    if let Audience::Asker(asker, others) = whom {
        let state = CustomId::NotThis {
            asker: *asker,
            others: others.clone(),
        };
        buttons.push(Button::press(texts::NOT_WHAT_I_ASKED, state.to_string()));
    }
    if let Audience::Asker(asker, _) | Audience::Opener(asker) = whom {
        buttons.push(remove(*asker));
    }
    buttons
}

/// Takes a message away that this person asked for.
pub(super) fn remove(asker: UserId) -> Button {
    Button::press(texts::REMOVE, CustomId::Remove { asker }.to_string())
}

fn read_the_section(settings: &Settings<'_>, answered: &EntryView) -> Button {
    if let Some(button) = page_button(settings, texts::READ_THE_SECTION, &answered.section.link) {
        return button;
    }
    let state = CustomId::Section {
        opener: None,
        film: Key::of(answered.film.as_str()),
        section: Key::of(&answered.section.id),
        page: 0,
    };
    Button::press(texts::READ_THE_SECTION, state.to_string())
}
