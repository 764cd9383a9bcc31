//! The bot's token: a secret that can be used, and does not print.

use std::fs;
use std::path::Path;

use secrecy::{ExposeSecret, SecretString};

use super::{ConfigError, variables};

/// The page where tokens come from.
const WHERE_FROM: &str = "Bot > Reset Token at https://discord.com/developers/applications";

/// Signs that people put around values, and that some programs take for a part of them.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The bot's token, which shows in no log and is wiped from memory in the end.
#[derive(Clone, Debug)]
pub struct BotToken(SecretString);

impl BotToken {
    /// Keeps a secret.
    pub(super) fn new(secret: String) -> Self {
        Self(secret.into())
    }

    /// Reads the secret from a file.
    pub(super) fn from_file(path: &Path) -> Result<Self, ConfigError> {
        let wrong = |why: &str| {
            let why = format!("is `{}`: {why}", path.display());
            ConfigError::malformed(variables::TOKEN_FILE, &why)
        };
        match fs::read_to_string(path) {
            Ok(secret) if secret.trim().is_empty() => Err(wrong("the file is empty")),
            Ok(secret) => Ok(Self::new(secret.trim().to_owned())),
            Err(error) => Err(wrong(&error.to_string())),
        }
    }

    /// Returns the secret, for the one who sends it.
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// Checks that this has the shape of a token, which most mix-ups with other secrets do not have.
    ///
    /// # Errors
    /// Returns what is wrong with it, without a letter of it.
    pub fn check(&self) -> Result<(), ConfigError> {
        let wrong = |why: &str| Err(ConfigError::malformed(variables::TOKEN, why));
        let secret = self.reveal();
        if secret.starts_with("Bot ") {
            return wrong("begins with `Bot `: leave that out, the token alone is enough");
        }
        if secret.starts_with(QUOTES) || secret.ends_with(QUOTES) {
            return wrong("has quotes around it, which are no part of a token: leave them out");
        }
        let parts: Vec<&str> = secret.split('.').collect();
        // Anything else could not stand in the header that it is sent in.
        let is_sound = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic());
        if parts.len() == 3 && parts.iter().all(is_sound) {
            return Ok(());
        }
        wrong(&format!(
            "is no bot token, which has three parts with dots between them: get one from {WHERE_FROM}"
        ))
    }
}
