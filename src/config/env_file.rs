//! Loads `.env`: lines of `NAME=value` beside the guides.

use std::fmt;
use std::path::Path;

use super::ConfigError;

/// Loads the variables of a `.env` file that are not set already; a file that is not there is fine.
///
/// # Errors
/// Returns the line that is malformed, by its number: its text may be a secret.
pub fn load_env_file(path: &Path) -> Result<(), ConfigError> {
    let shown = path.display();
    let unreadable = |error: &dyn fmt::Display| ConfigError::new(format!("{shown}: {error}"));
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
            Err(ConfigError::new(format!(
                "{shown}:{number}: this line is not NAME=value; put a value with spaces or signs in single quotes"
            )))
        }
        Err(error) => Err(unreadable(&error)),
    }
}
