//! A panel, as plain data: a text with selects and buttons that only the one who opened it sees.

use super::message::{Button, Message};
use crate::guide::{ChannelId, RoleId};
use crate::markup::cut;
use crate::reply::limits;

/// A panel. Its text is in Discord's own markup: words of our own, and everything else escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// The text.
    pub text: String,
    /// The rows below it, at most five.
    pub rows: Vec<PanelRow>,
}

/// A row of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelRow {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// Something to choose from.
    Select(Select),
}

/// Something to choose from, with what is chosen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// The id that comes back with what was chosen, at most 100 characters and no other in its panel.
    pub state: String,
    /// The words on it while nothing is chosen.
    pub placeholder: String,
    /// The things to choose from.
    pub kind: SelectKind,
    /// The least number of things to choose.
    pub min: u8,
    /// The greatest number of things to choose.
    pub max: u8,
}

/// The things that a select offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SelectKind {
    /// One to 25 things of ours.
    Options(Vec<SelectOption>),
    /// The channels of the server; the one that is chosen now.
    Channels(Option<ChannelId>),
    /// The roles of the server; the one that is chosen now.
    Roles(Option<RoleId>),
}

/// One of the things that a select offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// The words that people read, at most 100 characters.
    pub label: String,
    /// The value that comes back, at most 100 characters.
    pub value: String,
    /// The small line below, at most 100 characters; empty for none.
    pub description: String,
    /// True if it is chosen now.
    pub is_chosen: bool,
}

impl Panel {
    /// Returns a panel that only says something.
    pub fn line(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            rows: Vec::new(),
        }
    }

    /// Adds a row of buttons, where there are any.
    pub(super) fn buttons(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(PanelRow::Buttons(buttons));
        }
        self
    }

    /// Adds a select.
    pub(super) fn select(mut self, select: Select) -> Self {
        self.rows.push(PanelRow::Select(select));
        self
    }

    /// Returns the text as a message of its own.
    pub fn message(&self) -> Message {
        Message::line(&self.text)
    }
}

impl Select {
    /// Returns a select of one thing among ours.
    pub(super) fn one(state: String, placeholder: &str, options: Vec<SelectOption>) -> Self {
        Self {
            state,
            placeholder: cut(placeholder, limits::PLACEHOLDER),
            kind: SelectKind::Options(options),
            min: 1,
            max: 1,
        }
    }

    /// Returns a select that may also be left empty.
    pub(super) fn or_none(self) -> Self {
        Self { min: 0, ..self }
    }

    /// Returns a select of one of the server's channels.
    pub(super) fn channel(state: String, placeholder: &str, chosen: Option<ChannelId>) -> Self {
        Self {
            kind: SelectKind::Channels(chosen),
            ..Self::one(state, placeholder, Vec::new())
        }
    }

    /// Returns a select of one of the server's roles.
    pub(super) fn role(state: String, placeholder: &str, chosen: Option<RoleId>) -> Self {
        Self {
            kind: SelectKind::Roles(chosen),
            ..Self::one(state, placeholder, Vec::new())
        }
    }
}

impl SelectOption {
    /// Returns a thing to choose.
    pub(super) fn new(label: &str, value: impl Into<String>, is_chosen: bool) -> Self {
        Self {
            label: cut(label, limits::CHOICE),
            value: value.into(),
            description: String::new(),
            is_chosen,
        }
    }

    /// Returns the same with a small line below.
    pub(super) fn described(self, description: &str) -> Self {
        Self {
            description: cut(description, limits::CHOICE),
            ..self
        }
    }
}
