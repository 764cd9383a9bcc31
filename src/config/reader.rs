//! Reads variables one by one and goes on where one makes no sense, so that all of them are named in one run.

use std::ffi::OsString;

use super::{ConfigError, Variable};

/// Reads variables through a function that returns their values.
pub(super) struct Reader<'a> {
    lookup: &'a dyn Fn(&str) -> Option<OsString>,
    /// The errors so far.
    wrong: ConfigError,
}

impl<'a> Reader<'a> {
    /// Starts to read.
    pub(super) fn new(lookup: &'a dyn Fn(&str) -> Option<OsString>) -> Self {
        let wrong = ConfigError::default();
        Self { lookup, wrong }
    }

    /// Returns a variable's value as it is; set to nothing counts as unset.
    pub(super) fn raw(&self, variable: Variable) -> Option<OsString> {
        (self.lookup)(variable.name).filter(|value| !value.is_empty())
    }

    /// Returns a variable's trimmed value.
    pub(super) fn text(&mut self, variable: Variable) -> Option<String> {
        match self.raw(variable).map(OsString::into_string) {
            None => None,
            Some(Ok(value)) => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
            Some(Err(_)) => {
                self.add(ConfigError::malformed(variable, "is not UTF-8 text"));
                None
            }
        }
    }

    /// Takes a variable's value apart; one that makes no sense is noted, and the type's default stands in for it.
    pub(super) fn read<T: Default>(
        &mut self,
        variable: Variable,
        take_apart: impl FnOnce(Variable, Option<String>) -> Result<T, ConfigError>,
    ) -> T {
        let value = self.text(variable);
        take_apart(variable, value).unwrap_or_else(|wrong| {
            self.add(wrong);
            T::default()
        })
    }

    /// Notes what is wrong.
    pub(super) fn add(&mut self, wrong: ConfigError) {
        self.wrong.add(wrong);
    }

    /// Returns what was read, unless something was wrong.
    ///
    /// # Errors
    /// Returns everything that was wrong.
    pub(super) fn finish<T>(self, settings: T) -> Result<T, ConfigError> {
        match self.wrong.lines() {
            [] => Ok(settings),
            _ => Err(self.wrong),
        }
    }
}
