//! The processes that share a store, and reloads that all of them carry out.

use crate::guide::ServerId;

/// A process, by a number that it drew when it started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProcessId(pub u64);

/// A reload that was asked for, by a number that whoever asked drew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReloadId(pub u64);

/// A process that uses the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessRecord {
    /// Its number.
    pub id: ProcessId,
    /// The moment when it started, in seconds since 1970.
    pub started_at: i64,
    /// The moment when it was last known to live, in seconds since 1970.
    pub seen_at: i64,
}

/// A reload that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReloadRequest {
    /// Its number.
    pub id: ReloadId,
    /// The process that asked, which reloads by itself.
    pub by: ProcessId,
    /// The server whose moderator asked; `None` where it was nobody's.
    pub server: Option<ServerId>,
    /// The moment, in seconds since 1970.
    pub asked_at: i64,
}

/// The answer of one process to a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReloadAnswer {
    /// The reload.
    pub reload: ReloadId,
    /// The process that answers.
    pub process: ProcessId,
    /// True if it took all guides over; false if some were refused.
    pub is_whole: bool,
    /// A number that is the same where two processes have the same guides.
    pub fingerprint: u64,
}

/// The state of a reload that all processes carry out: "3 of 4 processes reloaded".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReloadProgress {
    /// The number of processes that live.
    pub n_processes: usize,
    /// The answers of those that reloaded.
    pub answers: Vec<ReloadAnswer>,
}
