//! A message as chat rooms show it, as plain data: a surface renders it as it stands.

use crate::markup::{RichText, cut};
use crate::reply::limits;

/// A message that is sent. The text and the card may each be missing, not both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The lines outside the card; empty for none. Words of our own, never somebody else's.
    pub text: String,
    /// The framed part.
    pub card: Option<Card>,
    /// The rows of what can be pressed, at most five.
    pub rows: Vec<Row>,
}

/// The framed part of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The heading, plain text.
    pub title: String,
    /// The address that the heading leads to.
    pub url: Option<String>,
    /// The text, part by part.
    pub parts: Vec<CardPart>,
    /// The small line below, plain text; empty for none.
    pub footer: String,
}

/// A part of a card's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardPart {
    /// A heading within the card, plain text.
    Heading(String),
    /// Plain text.
    Plain(String),
    /// Text with formatting.
    Text(RichText),
    /// Text with formatting that is hidden until it is pressed.
    Hidden(RichText),
}

/// A row of things to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// A menu to choose one thing from.
    Menu(Menu),
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The words on it, at most 80 characters.
    pub label: String,
    /// The look of it.
    pub style: ButtonKind,
    /// The effect of pressing it.
    pub action: Action,
}

/// The look of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing that most people want; at most one in a message.
    Primary,
    /// All others.
    Secondary,
}

/// The effect of a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It opens an address.
    Open(String),
    /// It comes back as this state, at most 100 characters.
    Press(String),
}

/// A menu to choose one thing from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The id of the menu, at most 100 characters and no other in its message.
    pub state: String,
    /// The words on it while nothing is chosen.
    pub placeholder: String,
    /// One to 25 choices; the value of the one that is chosen comes back as the state.
    pub choices: Vec<MenuChoice>,
}

/// One thing of a menu or of what is offered while somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuChoice {
    /// The words that people read, at most 100 characters.
    pub label: String,
    /// The value that comes back, at most 100 characters.
    pub value: String,
}

impl Message {
    /// A message of one line.
    pub fn line(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Adds rows of buttons, five in each.
    pub(super) fn with_buttons(mut self, buttons: Vec<Button>) -> Self {
        let rows = buttons.chunks(limits::BUTTONS).map(<[Button]>::to_vec);
        self.rows.extend(rows.map(Row::Buttons));
        self
    }
}

impl Button {
    /// A button that comes back as a state.
    pub(super) fn press(label: &str, state: String) -> Self {
        Self {
            label: cut(label, limits::BUTTON),
            style: ButtonKind::Secondary,
            action: Action::Press(state),
        }
    }

    /// A button that opens an address.
    pub(super) fn open(label: &str, address: &str) -> Self {
        Self {
            action: Action::Open(address.to_owned()),
            ..Self::press(label, String::new())
        }
    }

    /// The same button as the one that most people want.
    pub(super) fn primary(self) -> Self {
        Self {
            style: ButtonKind::Primary,
            ..self
        }
    }
}
