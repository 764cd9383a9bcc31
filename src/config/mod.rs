//! Settings from the environment: every variable, what it does, and what it is when unset.
//!
//! Nothing but this folder and `main` reads the environment. A variable that is set to nothing
//! counts as unset; those that make no sense stop the program, all of them named.
//! [`variables`] lists them, [`reader`] reads them, [`values`] takes their values apart, [`env_file`] loads `.env`,
//! [`unknown`] finds the names that nobody reads.

mod database;
mod discord;
mod env_file;
mod error;
mod reader;
mod token;
mod unknown;
mod values;
mod variables;
mod web;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

pub use database::{Database, DatabaseUrl};
pub use discord::Discord;
pub use env_file::load_env_file;
pub use error::ConfigError;
pub use token::BotToken;
pub use variables::{VARIABLES, Variable};
pub use web::{Web, base_url};

use crate::reply::SpoilerPolicy;
use reader::Reader;
use variables as names;

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Config {
    /// `FRONTROW_GUIDES`: the folder of the guide files; default `faq`.
    pub guides: PathBuf,
    /// `FRONTROW_POLL_SECONDS`: how often to look for edits that the system does not tell of; default 5 seconds.
    pub poll: Duration,
    /// `FRONTROW_SPOILERS`: what stays hidden until asked for, `hide`, `mild` or `all`; default `hide`.
    pub spoilers: SpoilerPolicy,
    /// `FRONTROW_FILM`: the id of the film that is meant where a question names none; default unset.
    pub film: Option<String>,
    /// `PUBLIC_URL`: where the guides' pages are published, without a slash at the end; default unset.
    pub public_url: Option<String>,
    /// The settings of the pages.
    pub web: Web,
    /// The settings of the bot in Discord.
    pub discord: Discord,
    /// The settings of the store.
    pub database: Database,
    /// `SUPPORT_URL`: where people get help with the bot; default unset.
    pub support_url: Option<String>,
    /// `PRIVACY_URL`: what the bot does with what people write; default unset.
    pub privacy_url: Option<String>,
    /// `NO_COLOR`: set to anything, the output has no colours; default unset.
    pub no_color: bool,
    /// `RUST_LOG`: what is logged, in the form of tracing's filters; default `info,serenity=warn`.
    pub log: String,
}

impl Config {
    /// Reads the settings from the process environment.
    ///
    /// # Errors
    /// Returns all variables that make no sense.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(|name| std::env::var_os(name))
    }

    /// Reads the settings through `lookup`, which returns a variable's value.
    ///
    /// # Errors
    /// Returns all variables that make no sense.
    pub fn from_variables(lookup: impl Fn(&str) -> Option<OsString>) -> Result<Self, ConfigError> {
        let mut reader = Reader::new(&lookup);
        // A folder's name need not be UTF-8.
        let guides = reader.raw(names::GUIDES);
        let guides = guides.map_or_else(|| PathBuf::from(names::GUIDES.default), PathBuf::from);
        let settings = Self {
            guides,
            poll: reader.read(names::POLL, values::seconds),
            spoilers: reader.read(names::SPOILERS, values::spoilers),
            film: reader.text(names::FILM),
            public_url: reader.read(names::PUBLIC_URL, values::base_address),
            web: Web::read(&mut reader),
            discord: Discord::read(&mut reader),
            database: Database::read(&mut reader),
            support_url: reader.read(names::SUPPORT_URL, values::address),
            privacy_url: reader.read(names::PRIVACY_URL, values::address),
            no_color: reader.raw(names::COLOR).is_some(),
            log: reader.read(names::LOG, values::log_filter),
        };
        reader.finish(settings)
    }
}

/// Returns a line on each variable of the process that is meant for this program and is none of its settings.
pub fn unknown_variables() -> Vec<String> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    unknown::warnings(names)
}
