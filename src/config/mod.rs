//! Settings from the environment: every variable, what it does, and what it is when unset.
//!
//! Nothing but this folder and `main` reads the environment. A variable that is set to nothing
//! counts as unset; one that makes no sense stops the program with its name in the message.
//! [`variables`] lists them, [`values`] takes their values apart, [`env_file`] loads `.env`.

mod discord;
mod env_file;
mod error;
mod token;
mod values;
mod variables;
mod web;

use std::ffi::OsString;
use std::path::PathBuf;

pub use discord::Discord;
pub use env_file::load_env_file;
pub use error::ConfigError;
pub use token::BotToken;
pub use variables::{VARIABLES, Variable};
pub use web::{Web, base_url};

use crate::reply::SpoilerPolicy;
use variables as names;

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Config {
    /// `FRONTROW_GUIDES`: the folder of the guide files; default `faq`.
    pub guides: PathBuf,
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
    /// Returns the first variable that makes no sense.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_variables(|name| std::env::var_os(name))
    }

    /// Reads the settings through `lookup`, which returns a variable's value.
    ///
    /// # Errors
    /// Returns the first variable that makes no sense.
    pub fn from_variables(lookup: impl Fn(&str) -> Option<OsString>) -> Result<Self, ConfigError> {
        let set = |variable: Variable| lookup(variable.name).filter(|value| !value.is_empty());
        let text = |variable: Variable| match set(variable).map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(value)) => Ok(Some(value.trim().to_owned()).filter(|v| !v.is_empty())),
            Some(Err(_)) => Err(ConfigError::malformed(variable, "is not UTF-8 text")),
        };
        let or_default = |variable: Variable| {
            let value = text(variable)?;
            Ok(value.unwrap_or_else(|| variable.default.to_owned()))
        };
        Ok(Self {
            // A folder's name need not be UTF-8.
            guides: set(names::GUIDES)
                .map_or_else(|| PathBuf::from(names::GUIDES.default), PathBuf::from),
            spoilers: values::spoilers(&or_default(names::SPOILERS)?)?,
            film: text(names::FILM)?,
            public_url: values::base_address(names::PUBLIC_URL, text(names::PUBLIC_URL)?)?,
            web: Web::from_texts(&text)?,
            discord: Discord::from_texts(&text)?,
            support_url: values::address(names::SUPPORT_URL, text(names::SUPPORT_URL)?)?,
            privacy_url: values::address(names::PRIVACY_URL, text(names::PRIVACY_URL)?)?,
            no_color: set(names::COLOR).is_some(),
            log: values::log_filter(or_default(names::LOG)?)?,
        })
    }
}
