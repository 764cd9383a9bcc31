//! A Discord for tests, in which people write and press buttons and the bot under test answers.
//!
//! A test reads like the conversation:
//!
//! ```text
//! let t = Discord::start();
//! t.mention("who directed it?");
//! t.reply().has_title("Director").press("Remove").is_removed();
//! t.by(BOB).within(QUESTIONS).says("thanks");
//! t.stays_silent();
//! ```
//!
//! Everything that the bot sends is checked against Discord's description and our own rules, and everything it posts
//! must be looked at: a test that ends with something broken or left over fails. `talk` has what a test
//! says and waits for, `person` what people do, `reply` what is expected of an answer, `lifecycle` how the
//! bot starts and ends, `kinds` bots with other settings and guides, `wire` all that was ever sent; `arrange` reaches the `world` itself, with faults for the next requests and
//! answers for the next connections.

pub(crate) mod check;
pub(crate) mod fault;
pub(crate) mod interact;
pub(crate) mod new_message;
pub(crate) mod person;
pub(crate) mod places;
pub(crate) mod reply;
pub(crate) mod routes;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod world;

mod answer;
mod commands;
mod decode;
mod gateway;
pub(crate) mod kinds;
mod lifecycle;
mod message;
mod messages;
mod multipart;
mod openapi;
mod payload;
mod pending;
mod program;
mod responses;
mod rest;
mod rules;
mod server;
mod shared;
mod talk;
mod timing;
pub(crate) mod tls;
mod wire;

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::process::Command;
use std::rc::Rc;
use std::sync::Arc;

use tokio::runtime::Runtime;

use self::pending::Pending;
use self::program::Program;
use self::shared::Shared;
use crate::harness::program::Frontrow;

/// A Discord with one server in it, and mostly a bot.
pub(crate) struct Discord {
    shared: Arc<Shared>,
    /// Runs the servers; ends with the test.
    runtime: Option<Runtime>,
    address: SocketAddr,
    /// The folder and the variables of the bot.
    frontrow: Option<Rc<Frontrow>>,
    /// The ways in which the bot is started.
    command: Option<Box<dyn Fn() -> Command>>,
    program: RefCell<Option<Program>>,
    /// The message that was looked at last.
    last: Cell<Option<u64>>,
}
