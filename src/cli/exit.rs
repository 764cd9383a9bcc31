//! The end of a command: exit codes, and failures that carry one.

use std::fmt;
use std::io::ErrorKind;
use std::process::ExitCode;

/// The end of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, or answered.
    Done,
    /// The guides are unsound, or something could not be read or written.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// The question got suggestions.
    Suggested,
    /// The question got no answer.
    Unknown,
    /// The bot hung, or turned in circles: a restart helps.
    Stuck,
    /// Discord cannot be reached: a restart helps, after a while.
    Unreachable,
    /// Discord refuses the token: a restart will not help.
    Refused,
    /// A setting is missing or makes no sense, or no guide is sound: a restart will not help.
    Config,
}

impl Exit {
    /// Returns the number the program ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Suggested => 3,
            Self::Unknown => 4,
            // sysexits.h names them EX_SOFTWARE, EX_TEMPFAIL, EX_NOPERM and EX_CONFIG; service managers know them.
            Self::Stuck => 70,
            Self::Unreachable => 75,
            Self::Refused => 77,
            Self::Config => 78,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// A failure with an exit code of its own.
#[derive(Debug)]
pub(super) struct Failure {
    /// The exit code that the program ends with.
    pub(super) exit: Exit,
    /// The message about it.
    pub(super) message: String,
}

impl Failure {
    /// A command line that makes no sense.
    pub(super) fn usage(message: String) -> Self {
        Self {
            exit: Exit::Usage,
            message,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// Returns whether the reader of our output went away, as `head` does: no reason to complain.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
    })
}
