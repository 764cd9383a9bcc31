//! What a chat room sees and presses: messages with a card, buttons and menus, as plain data.
//!
//! A door hands in what was asked ([`ask`]), opened ([`open_section`], [`open_question`]) or pressed ([`press`]) and
//! sends the [`Message`] that comes back as it stands. Nothing is remembered between the two: all that a button needs
//! is in the button, so it works after a restart, in any process, and after the guides were edited.

mod about;
mod ask;
mod browse;
mod find;
mod fit;
mod key;
mod listen;
mod message;
mod offer;
mod open;
mod press;
mod report;
mod room;
mod section;
mod show;
mod state;

pub use about::{About, about, films};
pub use ask::{Asked, Door, Said, ask};
pub use find::film;
pub use fit::{card_text, footer, title, without_card};
pub use listen::{
    EDIT_SECONDS, Ears, Heard, Question, RepliedTo, Spot, has_words, listen, wants_title,
};
pub use message::{Action, Button, Card, Choice, Menu, Message, Part, Row, Style};
pub use offer::{offer_films, offer_questions, offer_sections};
pub use open::{Opened, open_question, open_section};
pub use press::{Pressed, Presser, press};
pub use report::{Report, report};
pub use room::{Place, Room, line_to_browse};
