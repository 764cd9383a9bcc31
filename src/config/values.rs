//! Takes the values of variables apart, and says which one makes no sense, and why.

use std::time::Duration;

use tracing_subscriber::EnvFilter;

use super::{ConfigError, Variable};
use crate::reply::{SpoilerPolicy, limits};

/// Says what is wrong with a value that may be shown.
fn wrong(variable: Variable, value: &str, why: &str) -> ConfigError {
    ConfigError::malformed(variable, &format!("is `{value}`: {why}"))
}

/// Reads which spoilers stay hidden.
pub(super) fn spoilers(
    variable: Variable,
    value: Option<String>,
) -> Result<SpoilerPolicy, ConfigError> {
    match value.as_deref().unwrap_or(variable.default) {
        "hide" => Ok(SpoilerPolicy::Hide),
        "mild" => Ok(SpoilerPolicy::Mild),
        "all" => Ok(SpoilerPolicy::All),
        word => Err(wrong(variable, word, "use hide, mild or all")),
    }
}

/// Reads a number of seconds: an hour at most, and never none, which would keep a processor busy.
pub(super) fn seconds(variable: Variable, value: Option<String>) -> Result<Duration, ConfigError> {
    let word = value.as_deref().unwrap_or(variable.default);
    let seconds = word.parse().ok().filter(|n| (1..=3600).contains(n));
    let why = "use a number of seconds from 1 to 3600";
    let seconds = seconds.ok_or_else(|| wrong(variable, word, why))?;
    Ok(Duration::from_secs(seconds))
}

/// Reads `true` or `false`; unset is `false`.
pub(super) fn flag(variable: Variable, value: Option<String>) -> Result<bool, ConfigError> {
    match value.as_deref() {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(word) => Err(wrong(variable, word, "use true or false")),
    }
}

/// Reads ids with commas or blanks between them.
pub(super) fn ids(variable: Variable, value: Option<String>) -> Result<Vec<u64>, ConfigError> {
    let value = value.unwrap_or_default();
    let words = value.split(|sign: char| sign == ',' || sign.is_whitespace());
    words
        .filter(|word| !word.is_empty())
        .map(|word| id(variable, word))
        .collect()
}

/// Reads an id of Discord's, where there is one.
pub(super) fn optional_id(
    variable: Variable,
    value: Option<String>,
) -> Result<Option<u64>, ConfigError> {
    value.map(|word| id(variable, &word)).transpose()
}

fn id(variable: Variable, word: &str) -> Result<u64, ConfigError> {
    let digits_only = word.bytes().all(|byte| byte.is_ascii_digit());
    let id = word.parse().ok().filter(|id| *id > 0 && digits_only);
    id.ok_or_else(|| {
        let why = "an id is a number; Discord shows it under Copy ID once \
            Settings > Advanced > Developer Mode is on";
        ConfigError::malformed(variable, &format!("has `{word}`: {why}"))
    })
}

/// Reads the address of a page.
pub(super) fn address(
    variable: Variable,
    value: Option<String>,
) -> Result<Option<String>, ConfigError> {
    value
        .map(|value| checked(variable, value, "<>\"", "without spaces or quotes"))
        .transpose()
}

/// Reads an address that others are appended to; it loses the slash at its end.
pub(super) fn base_address(
    variable: Variable,
    value: Option<String>,
) -> Result<Option<String>, ConfigError> {
    let value = value
        .map(|value| checked(variable, value, "<>\"?#", "without ?, # or spaces"))
        .transpose()?;
    Ok(value.map(|value| value.trim_end_matches('/').to_owned()))
}

fn checked(
    variable: Variable,
    value: String,
    strange: &str,
    how: &str,
) -> Result<String, ConfigError> {
    let wrong = |why: &str| Err(wrong(variable, &value, why));
    let rest = value
        .strip_prefix("https://")
        .or_else(|| value.strip_prefix("http://"));
    let Some(rest) = rest else {
        return wrong("it must begin with https:// or http://");
    };
    if rest.is_empty() || rest.starts_with(['/', ':']) {
        return wrong("it names no host");
    }
    if value.contains(|c: char| c.is_whitespace() || c.is_control() || strange.contains(c)) {
        return wrong(&format!("it must be a plain address {how}"));
    }
    if value.chars().count() > limits::LINK {
        return wrong(&format!("it has more than {} characters", limits::LINK));
    }
    Ok(value)
}

/// Reads what is logged.
pub(super) fn log_filter(variable: Variable, value: Option<String>) -> Result<String, ConfigError> {
    let value = value.unwrap_or_else(|| variable.default.to_owned());
    match EnvFilter::try_new(&value) {
        Ok(_) => Ok(value),
        Err(error) => Err(wrong(variable, &value, &error.to_string())),
    }
}
