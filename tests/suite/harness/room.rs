//! Conversations as plain data: rooms, questions, what a message has, and whether it fits.

use frontrow::content::Library;
use frontrow::conversation::{
    self, Action, Asked, Button, Message, Place, Pressed, Presser, Room, Row, Said, ask,
};
use frontrow::reply::{Settings, limits};

use super::asking::RED_ROCKET;

pub(crate) const ADA: u64 = 1_100_000_000_000_000_001;
pub(crate) const BOB: u64 = 1_100_000_000_000_000_002;

pub(crate) fn room(library: &Library) -> Room<'_> {
    Room::new(library, Settings::default(), Place::default())
}

pub(crate) fn with_pages(library: &Library) -> Room<'_> {
    let settings = Settings {
        public_url: Some("https://films.example"),
        ..Settings::default()
    };
    Room::new(library, settings, Place::default())
}

pub(crate) fn question(text: &str) -> Asked<'_> {
    Asked {
        text,
        film: None,
        asker: ADA,
    }
}

pub(crate) fn asked(text: &str) -> Said {
    ask(&room(&RED_ROCKET), &question(text))
}

pub(crate) fn buttons(message: &Message) -> Vec<&Button> {
    let rows = message.rows.iter().filter_map(|row| match row {
        Row::Buttons(buttons) => Some(buttons),
        Row::Menu(_) => None,
    });
    rows.flatten().collect()
}

pub(crate) fn labels(message: &Message) -> Vec<&str> {
    let buttons = buttons(message).into_iter();
    buttons.map(|button| button.label.as_str()).collect()
}

/// Returns what the button with this label carries.
#[track_caller]
pub(crate) fn state(message: &Message, label: &str) -> String {
    let button = buttons(message)
        .into_iter()
        .find(|button| button.label == label);
    match button.map(|button| &button.action) {
        Some(Action::Press(state)) => state.clone(),
        other => panic!("{label}: {other:?} in {message:#?}"),
    }
}

/// Returns what the choices of a menu carry, with their labels.
pub(crate) fn choices(message: &Message) -> Vec<(&str, &str)> {
    let menus = message.rows.iter().filter_map(|row| match row {
        Row::Menu(menu) => Some(&menu.choices),
        Row::Buttons(_) => None,
    });
    let choices = menus.flatten();
    choices
        .map(|one| (one.label.as_str(), one.value.as_str()))
        .collect()
}

pub(crate) fn by(id: u64) -> Presser {
    Presser {
        id,
        is_moderator: false,
        sees_alone: false,
    }
}

pub(crate) fn moderator() -> Presser {
    Presser {
        is_moderator: true,
        ..by(BOB)
    }
}

#[track_caller]
pub(crate) fn turned(pressed: Pressed) -> Message {
    match pressed {
        Pressed::Turns(message) => message,
        other => panic!("the message does not turn: {other:#?}"),
    }
}

#[track_caller]
pub(crate) fn whispered(pressed: Pressed) -> Message {
    match pressed {
        Pressed::Whisper(message) => message,
        other => panic!("nothing is whispered: {other:#?}"),
    }
}

#[track_caller]
pub(crate) fn title(message: &Message) -> &str {
    &message.card.as_ref().expect("a card").title
}

/// Checks a message against what Discord takes.
#[track_caller]
pub(crate) fn fits(message: &Message) {
    let length = |text: &str| text.chars().count();
    let card = message.card.as_ref().map(|card| {
        let text = conversation::card_text(card, limits::DESCRIPTION);
        assert!(length(&text) <= limits::DESCRIPTION);
        length(&text) + length(&conversation::title(card)) + length(&conversation::footer(card))
    });
    assert!(card.unwrap_or_default() <= limits::ALL_EMBEDS);
    let plain = conversation::without_card(message);
    assert!(
        plain.card.is_none() && length(&plain.text) <= limits::CONTENT,
        "{plain:#?}"
    );
    assert_eq!(
        plain.text.replace(r"\|", "").matches("||").count() % 2,
        0,
        "{}",
        plain.text
    );
    assert!(message.rows.len() <= 5, "{message:#?}");
    let mut states = Vec::new();
    for row in &message.rows {
        match row {
            Row::Menu(menu) => {
                assert!((1..=limits::CHOICES).contains(&menu.choices.len()));
                states.push(menu.state.clone());
                for one in &menu.choices {
                    assert!(
                        (1..=limits::CHOICE).contains(&length(&one.label))
                            && length(&one.value) <= limits::CHOICE
                    );
                }
            }
            Row::Buttons(buttons) => {
                assert!((1..=5).contains(&buttons.len()));
                for button in buttons {
                    assert!(
                        (1..=limits::BUTTON).contains(&length(&button.label)),
                        "{button:?}"
                    );
                    if let Action::Press(state) = &button.action {
                        assert!((1..=limits::CUSTOM_ID).contains(&length(state)));
                        states.push(state.clone());
                    }
                }
            }
        }
    }
    let n_states = states.len();
    states.sort();
    states.dedup();
    assert_eq!(
        states.len(),
        n_states,
        "each state is there once: {message:#?}"
    );
}
