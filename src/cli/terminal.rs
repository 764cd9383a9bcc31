//! The settings and the output that every command is given.

use std::path::Path;

use super::screen::Screen;
use crate::config::Config;

/// Holds what a command reads and writes by.
pub(super) struct Terminal<'a> {
    /// The settings of the run.
    pub(super) config: &'a Config,
    /// The folder of the guides: that of the settings, unless the command line names another.
    pub(super) guides: &'a Path,
    /// Takes what was asked for.
    pub(super) out: Screen,
    /// Takes what went wrong.
    pub(super) err: Screen,
}
