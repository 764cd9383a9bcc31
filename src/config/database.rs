//! The settings of the store: the database where settings, questions and edits are kept, and for how long.

use std::fs;
use std::path::PathBuf;

use secrecy::{ExposeSecret, SecretString};

use super::reader::Reader;
use super::{ConfigError, Variable, variables as names};

/// The schemes of the databases that there are, and how their addresses go on.
const SCHEMES: [&str; 3] = ["sqlite://", "postgres://", "postgresql://"];
/// The largest number of days that questions are kept: what people asked is theirs.
const MAX_DAYS: u32 = 30;

/// The settings of the store.
#[derive(Clone, Debug)]
pub struct Database {
    /// `DATABASE_URL`: the address of the database; default `sqlite://frontrow.db`.
    pub url: Option<DatabaseUrl>,
    /// `DATABASE_URL_FILE`: a file with the address, as container secrets are; default unset.
    pub url_file: Option<PathBuf>,
    /// `FRONTROW_RETENTION_DAYS`: the number of days after which questions are deleted; default 30, and no more.
    pub retention_days: u32,
}

/// The address of a database, with a password in it, which shows in no log.
#[derive(Clone, Debug)]
pub struct DatabaseUrl(SecretString);

impl DatabaseUrl {
    /// Returns the address, for the one who connects.
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// Takes an address whose scheme is known.
    fn parse(variable: Variable, url: String) -> Result<Self, ConfigError> {
        if SCHEMES.iter().any(|scheme| url.starts_with(scheme)) {
            return Ok(Self(url.into()));
        }
        let why = "names no database that there is: write sqlite://frontrow.db for a file, or \
            postgres://user:password@host/database for PostgreSQL";
        Err(ConfigError::malformed(variable, why))
    }
}

impl Database {
    /// Reads the settings.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            url: reader.read(names::DATABASE_URL, |variable, value| {
                let url = value.map(|url| DatabaseUrl::parse(variable, url));
                url.transpose()
            }),
            url_file: reader.raw(names::DATABASE_URL_FILE).map(PathBuf::from),
            retention_days: reader.read(names::RETENTION_DAYS, days),
        }
    }

    /// Returns the address of the database, from the variable or from the file that is named instead.
    ///
    /// # Errors
    /// Returns what is wrong with it, without a letter of it.
    pub fn sound_url(&self) -> Result<DatabaseUrl, ConfigError> {
        match (&self.url, &self.url_file) {
            (Some(_), Some(_)) => {
                let why = "is set beside DATABASE_URL: set one of them";
                Err(ConfigError::malformed(names::DATABASE_URL_FILE, why))
            }
            (Some(url), None) => Ok(url.clone()),
            (None, None) => {
                let default = names::DATABASE_URL.default.to_owned();
                DatabaseUrl::parse(names::DATABASE_URL, default)
            }
            (None, Some(file)) => {
                let wrong = |why: &str| {
                    let why = format!("is `{}`: {why}", file.display());
                    ConfigError::malformed(names::DATABASE_URL_FILE, &why)
                };
                let url = fs::read_to_string(file).map_err(|error| wrong(&error.to_string()))?;
                match url.trim() {
                    "" => Err(wrong("the file is empty")),
                    url => DatabaseUrl::parse(names::DATABASE_URL_FILE, url.to_owned()),
                }
            }
        }
    }
}

fn days(variable: Variable, value: Option<String>) -> Result<u32, ConfigError> {
    let word = value.as_deref().unwrap_or(variable.default);
    let days = word.parse().ok().filter(|n| (1..=MAX_DAYS).contains(n));
    days.ok_or_else(|| {
        let why = format!("is `{word}`: use a number of days from 1 to {MAX_DAYS}");
        ConfigError::malformed(variable, &why)
    })
}
