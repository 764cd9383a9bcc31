//! Settings from the environment: every variable, what it does, and what it is when unset.
//!
//! Nothing but this file and `main` reads the environment. A variable that is set to nothing
//! counts as unset; one that makes no sense stops the program with its name in the message.

use std::ffi::OsString;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use tracing_subscriber::EnvFilter;

/// The settings of a run.
#[derive(Clone, Debug)]
pub struct Config {
    /// `FRONTROW_GUIDES`: the folder of the guide files; default `faq`.
    pub guides: PathBuf,
    /// `FRONTROW_SPOILERS`: what stays hidden until asked for, `hide`, `mild` or `all`; default `hide`.
    pub spoilers: Spoilers,
    /// `FRONTROW_FILM`: the id of the film that is meant where a question names none; default unset.
    pub film: Option<String>,
    /// `PUBLIC_URL`: where the guides' pages are published, without a slash at the end; default unset.
    pub public_url: Option<String>,
    /// `HTTP_ADDR`: where the pages are served; default unset.
    pub http_addr: Option<SocketAddr>,
    /// `METRICS_ADDR`: where `/metrics` is served to everybody who reaches it; default unset.
    pub metrics_addr: Option<SocketAddr>,
    /// `HTTP_TRUSTED_PROXY`: the proxy whose X-Forwarded-For counts; default unset.
    pub http_trusted_proxy: Option<IpAddr>,
    /// `DISCORD_TOKEN`: the bot's token; default unset.
    pub discord_token: Option<Token>,
    /// `NO_COLOR`: set to anything, the output has no colours; default unset.
    pub no_color: bool,
    /// `RUST_LOG`: what is logged, in the form of tracing's filters; default `info`.
    pub log: String,
}

/// What stays hidden until somebody asks to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilers {
    /// `hide`: everything that gives something away.
    Hide,
    /// `mild`: the ending only.
    Mild,
    /// `all`: nothing is hidden.
    All,
}

/// A variable that the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What holds where it is unset; empty where unset is a meaning of its own.
    pub default: &'static str,
}

const GUIDES: Variable = variable("FRONTROW_GUIDES", "faq");
const SPOILERS: Variable = variable("FRONTROW_SPOILERS", "hide");
const FILM: Variable = variable("FRONTROW_FILM", "");
const URL: Variable = variable("PUBLIC_URL", "");
const HTTP: Variable = variable("HTTP_ADDR", "");
const METRICS: Variable = variable("METRICS_ADDR", "");
const PROXY: Variable = variable("HTTP_TRUSTED_PROXY", "");
const TOKEN: Variable = variable("DISCORD_TOKEN", "");
const COLOR: Variable = variable("NO_COLOR", "");
const LOG: Variable = variable("RUST_LOG", "info");

/// Every variable, in the order in which `.env.example` and the README list them.
pub const VARIABLES: [Variable; 10] = [
    GUIDES, SPOILERS, FILM, URL, HTTP, METRICS, PROXY, TOKEN, COLOR, LOG,
];

const fn variable(name: &'static str, default: &'static str) -> Variable {
    Variable { name, default }
}

/// A secret: it can be used, and does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Returns the secret, for the one who sends it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A setting that makes no sense. Its text names the variable or the line, never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(String);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

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
            Some(Err(_)) => Err(malformed(variable, "is not UTF-8 text")),
        };
        let or_default = |value: Option<String>, variable: Variable| {
            value.unwrap_or_else(|| variable.default.to_owned())
        };
        Ok(Self {
            // A folder's name need not be UTF-8.
            guides: set(GUIDES).map_or_else(|| PathBuf::from(GUIDES.default), PathBuf::from),
            spoilers: spoilers(&or_default(text(SPOILERS)?, SPOILERS))?,
            film: text(FILM)?,
            public_url: text(URL)?.map(|value| public_url(&value)).transpose()?,
            http_addr: text(HTTP)?.map(|value| address(HTTP, &value)).transpose()?,
            metrics_addr: text(METRICS)?
                .map(|value| address(METRICS, &value))
                .transpose()?,
            http_trusted_proxy: text(PROXY)?.map(|value| proxy(&value)).transpose()?,
            discord_token: text(TOKEN)?.map(Token),
            no_color: set(COLOR).is_some(),
            log: log_filter(or_default(text(LOG)?, LOG))?,
        })
    }
}

/// Loads the variables of a `.env` file that are not set already; a file that is not there is fine.
///
/// # Errors
/// Returns the line that is malformed, by its number: its text may be a secret.
pub fn load_env_file(path: &Path) -> Result<(), ConfigError> {
    let shown = path.display();
    let unreadable = |error: &dyn fmt::Display| ConfigError(format!("{shown}: {error}"));
    match dotenvy::from_path(path) {
        Ok(()) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        Err(dotenvy::Error::LineParse(bad, _)) => {
            let source = std::fs::read_to_string(path).map_err(|error| unreadable(&error))?;
            let first = bad.lines().next().unwrap_or_default();
            let number = source
                .lines()
                .position(|line| line.trim() == first.trim())
                .map_or(1, |index| index + 1);
            Err(ConfigError(format!(
                "{shown}:{number}: this line is not NAME=value; put a value with spaces or signs in single quotes"
            )))
        }
        Err(error) => Err(unreadable(&error)),
    }
}

fn malformed(variable: Variable, why: &str) -> ConfigError {
    ConfigError(format!("{} {why}", variable.name))
}

fn spoilers(word: &str) -> Result<Spoilers, ConfigError> {
    match word {
        "hide" => Ok(Spoilers::Hide),
        "mild" => Ok(Spoilers::Mild),
        "all" => Ok(Spoilers::All),
        _ => Err(malformed(
            SPOILERS,
            &format!("is `{word}`: use hide, mild or all"),
        )),
    }
}

/// Takes an address where pages are published, without a slash at the end.
///
/// # Errors
/// Returns what is wrong with it, by the name of its variable.
pub fn public_url(value: &str) -> Result<String, ConfigError> {
    let wrong = |why: &str| malformed(URL, &format!("is `{value}`: {why}"));
    let rest = value
        .strip_prefix("https://")
        .or_else(|| value.strip_prefix("http://"))
        .ok_or_else(|| wrong("it must begin with https:// or http://"))?;
    if rest.is_empty() || rest.starts_with(['/', ':']) {
        return Err(wrong("it names no host"));
    }
    if value.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"?#".contains(c)) {
        return Err(wrong("it must be a plain address without ?, # or spaces"));
    }
    Ok(value.trim_end_matches('/').to_owned())
}

fn address(variable: Variable, value: &str) -> Result<SocketAddr, ConfigError> {
    let why = "use an IP address with a port, such as 127.0.0.1:8080 or [::]:8080";
    value
        .parse()
        .map_err(|_| malformed(variable, &format!("is `{value}`: {why}")))
}

fn proxy(value: &str) -> Result<IpAddr, ConfigError> {
    let why = "use the IP address that the proxy calls from, such as 172.18.0.2";
    value
        .parse()
        .map_err(|_| malformed(PROXY, &format!("is `{value}`: {why}")))
}

fn log_filter(value: String) -> Result<String, ConfigError> {
    match EnvFilter::try_new(&value) {
        Ok(_) => Ok(value),
        Err(error) => Err(malformed(LOG, &format!("is `{value}`: {error}"))),
    }
}
