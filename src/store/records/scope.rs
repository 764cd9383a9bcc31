//! The servers that a request is about.

use crate::guide::ServerId;

/// The servers that a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All servers, and what belongs to none.
    All,
    /// One server; `None` for what belongs to none.
    Of(Option<ServerId>),
}

impl Scope {
    /// Returns whether what belongs to `server` belongs here.
    pub fn has(self, server: Option<ServerId>) -> bool {
        match self {
            Self::All => true,
            Self::Of(one) => one == server,
        }
    }
}
