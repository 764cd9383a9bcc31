//! The errors of settings that make no sense.

use std::fmt;

use super::Variable;

/// Settings that make no sense, each in a line. The text names the variable or the line of a file, never a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigError(Vec<String>);

impl ConfigError {
    /// Says something of one setting.
    pub(super) fn new(line: String) -> Self {
        Self(vec![line])
    }

    /// Says what is wrong with the value of a variable.
    pub(super) fn malformed(variable: Variable, why: &str) -> Self {
        Self::new(format!("{} {why}", variable.name))
    }

    /// Adds what is wrong with others.
    pub(super) fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Returns what is wrong, one setting a line.
    pub fn lines(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for ConfigError {}
