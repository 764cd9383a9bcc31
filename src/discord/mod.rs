//! The bot in Discord: the only place that names serenity or poise.
//!
//! - [`connection`] connects and stays connected until something ends that ([`ExitReason`]). A supervisor on a thread
//!   of its own takes signals, and ends the program where the bot hangs, which serenity can make it do.
//! - `dispatch` hands every event of the connection to its handler.
//! - `handlers` answer messages and buttons: which of them are questions, how often the bot speaks, how it sends.
//! - `commands` are what people type after a slash: their definitions, their registration, their handlers.

mod commands;
mod connection;
mod dispatch;
mod handlers;

pub use connection::exit_reason::ExitReason;
pub use connection::run::run;
pub use connection::setup::Setup;
