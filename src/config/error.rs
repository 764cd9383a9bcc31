//! The error of a setting that makes no sense.

use std::fmt;

use super::Variable;

/// A setting that makes no sense. Its text names the variable or the line, never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(pub(super) String);

impl ConfigError {
    /// Says what is wrong with the value of a variable.
    pub(super) fn malformed(variable: Variable, why: &str) -> Self {
        Self(format!("{} {why}", variable.name))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}
