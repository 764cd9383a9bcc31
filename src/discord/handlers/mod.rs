//! Messages and buttons: what comes in, whether it is a question, how often the bot speaks, what goes out.
//!
//! The front desk decides what the answer is ([`crate::app`]). Here it is decided whether the bot speaks at
//! all: which messages are questions (`detect_question`), when it speaks up unasked (`trigger`), and how often (`limits`).

mod answer;
pub(super) mod bot;
mod channel_directory;
pub(super) mod components;
mod concurrency_limit;
mod detect_question;
pub(super) mod incoming;
pub(super) mod limits;
mod listen_config;
pub(super) mod messages;
mod moderator;
pub(super) mod outgoing;
mod own_roles;
mod panels;
mod replies;
mod request;
pub(super) mod respond;
mod send;
pub(super) mod send_error;
mod send_failures;
pub(super) mod settings;
mod trigger;
