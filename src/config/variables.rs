//! The names of the variables, and what holds where one is unset.

/// A variable that the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// The value that holds where it is unset; empty where unset is a meaning of its own.
    pub default: &'static str,
}

pub(super) const GUIDES: Variable = variable("FRONTROW_GUIDES", "faq");
pub(super) const POLL: Variable = variable("FRONTROW_POLL_SECONDS", "5");
pub(super) const SPOILERS: Variable = variable("FRONTROW_SPOILERS", "hide");
pub(super) const FILM: Variable = variable("FRONTROW_FILM", "");
pub(super) const PUBLIC_URL: Variable = variable("PUBLIC_URL", "");
pub(super) const HTTP_ADDR: Variable = variable("HTTP_ADDR", "");
pub(super) const METRICS_ADDR: Variable = variable("METRICS_ADDR", "");
pub(super) const TRUSTED_PROXY: Variable = variable("HTTP_TRUSTED_PROXY", "");
pub(super) const TOKEN: Variable = variable("DISCORD_TOKEN", "");
pub(super) const TOKEN_FILE: Variable = variable("DISCORD_TOKEN_FILE", "");
pub(super) const MESSAGE_CONTENT: Variable = variable("DISCORD_MESSAGE_CONTENT", "false");
pub(super) const ASK_CHANNELS: Variable = variable("FRONTROW_ASK_CHANNELS", "");
pub(super) const FORUMS: Variable = variable("FRONTROW_FORUMS", "");
pub(super) const RELOAD_GUILDS: Variable = variable("FRONTROW_RELOAD_GUILDS", "");
pub(super) const SUPPORT_URL: Variable = variable("SUPPORT_URL", "");
pub(super) const PRIVACY_URL: Variable = variable("PRIVACY_URL", "");
pub(super) const GUILD: Variable = variable("DISCORD_GUILD", "");
pub(super) const API_URL: Variable = variable("DISCORD_API_URL", "");
pub(super) const DATABASE_URL: Variable = variable("DATABASE_URL", "sqlite://frontrow.db");
pub(super) const DATABASE_URL_FILE: Variable = variable("DATABASE_URL_FILE", "");
pub(super) const RETENTION_DAYS: Variable = variable("FRONTROW_RETENTION_DAYS", "30");
pub(super) const COLOR: Variable = variable("NO_COLOR", "");
// serenity's spans at INFO write out the state of every rate limit for every request, which takes longer than the request.
pub(super) const LOG: Variable = variable("RUST_LOG", "info,serenity=warn");

/// Every variable, in the order in which `.env.example` and the README list them.
pub const VARIABLES: [Variable; 23] = [
    GUIDES,
    POLL,
    SPOILERS,
    FILM,
    PUBLIC_URL,
    HTTP_ADDR,
    METRICS_ADDR,
    TRUSTED_PROXY,
    TOKEN,
    TOKEN_FILE,
    MESSAGE_CONTENT,
    ASK_CHANNELS,
    FORUMS,
    RELOAD_GUILDS,
    SUPPORT_URL,
    PRIVACY_URL,
    GUILD,
    API_URL,
    DATABASE_URL,
    DATABASE_URL_FILE,
    RETENTION_DAYS,
    COLOR,
    LOG,
];

const fn variable(name: &'static str, default: &'static str) -> Variable {
    Variable { name, default }
}
