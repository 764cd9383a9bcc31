//! The errors of the store. Their text says what to do and names no password and nothing that anybody wrote.

use std::fmt;

/// The reason why the store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It cannot be reached, or did not answer in time; trying again later helps. Whether a write was carried out that
    /// did not get its answer in time is not known.
    Away(String),
    /// It cannot be used as it is set up; trying again does not help.
    Setup(String),
    /// It refuses this one request, or what it holds makes no sense; others may go well.
    Broken(String),
    /// A backup cannot be restored.
    Backup(String),
}

impl StoreError {
    /// Returns whether trying again later may help.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_))
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(why) => write!(f, "the store cannot be reached: {why}"),
            Self::Setup(why) | Self::Broken(why) | Self::Backup(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for StoreError {}
