//! What a chat room sees and presses: messages with a card, buttons and menus, as plain data.
//!
//! A door sends a [`Message`] as it stands and hands back what was pressed. Nothing is remembered between the two:
//! all that a button needs is in the button.

mod message;

pub use message::{Action, Button, Card, Choice, Menu, Message, Row, Style};
