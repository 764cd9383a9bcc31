//! Messages with a card, buttons and menus, as plain data: what Discord and the chat page show.
//!
//! A surface lays out a reply ([`answer`]), opens something by name ([`open_section`], [`open_faq`]) or hands in what was
//! pressed ([`press`]), and sends the [`Message`] that comes back as it stands. Nothing is remembered between the two:
//! all that a button needs is in its custom id, so it works after a restart, in any process, and after the guides were
//! edited.

mod about;
mod answer;
mod browse;
mod channel;
mod choice_value;
mod context;
mod custom_id;
mod find;
mod fit;
mod ids;
mod key;
mod message;
mod offer;
mod open;
mod panel;
mod press;
mod section;
pub mod settings;
mod show;

pub use about::{About, about, films};
pub use answer::answer;
pub use channel::ChannelInfo;
pub use context::ChatContext;
pub use fit::{card_text, footer, title, without_card};
pub use ids::UserId;
pub use message::{Action, Button, ButtonKind, Card, CardPart, Menu, MenuChoice, Message, Row};
pub use offer::{offer_films, offer_questions, offer_sections};
pub use open::{CommandReply, open_faq, open_section};
pub use panel::{Panel, PanelRow, Select, SelectKind, SelectOption};
pub use press::{Actor, ButtonOutcome, press};

pub use crate::guide::ChannelId;
