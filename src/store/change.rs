//! Announcements of changes, so that every process follows what another one wrote.

use tokio::sync::broadcast;

use super::records::{ReloadId, ReloadRequest};
use super::write::{Purge, Write, Written};
use crate::guide::ServerId;

/// A change to what others remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The settings of a server.
    Settings(ServerId),
    /// The taught phrasings of a server; `None` for those that hold in all.
    Taught(Option<ServerId>),
    /// The edits of a server's guides; `None` for the guides of all.
    Edits(Option<ServerId>),
    /// Somebody asks all processes to reload their guides.
    Reload(ReloadRequest),
    /// A process answered a reload.
    Reloaded(ReloadId),
    /// Anything may have changed: announcements were missed.
    All,
}

/// The number of changes that wait for a slow listener. One that falls behind further hears that it missed some, and looks
/// everything up again, which costs no more than a thousand single changes.
const WAITING: usize = 1_024;

/// Returns what sends changes to everybody in the process.
pub(super) fn announcements() -> broadcast::Sender<Change> {
    broadcast::Sender::new(WAITING)
}

impl Change {
    /// Returns the change that a write made, where others need to know of it.
    pub(super) fn of(write: &Write, written: Written) -> Option<Self> {
        if matches!(written, Written::Missing | Written::Conflict(_)) {
            return None;
        }
        match write {
            Write::SaveSettings(record) => Some(Self::Settings(record.server)),
            Write::SaveChannel { server, .. } => Some(Self::Settings(*server)),
            Write::Teach(phrasing) => Some(Self::Taught(phrasing.server)),
            Write::Unteach { server, .. } => Some(Self::Taught(*server)),
            Write::Publish(edit) => Some(Self::Edits(edit.key.server)),
            Write::ChangeEdit { server, .. } => Some(Self::Edits(*server)),
            Write::RequestReload(request) => Some(Self::Reload(*request)),
            Write::AnswerReload(answer) => Some(Self::Reloaded(answer.reload)),
            _ => None,
        }
    }

    /// Returns the changes that a removal may have made.
    pub(super) fn of_purge(purge: Purge) -> Vec<Self> {
        match purge {
            Purge::Server(server) => vec![
                Self::Settings(server),
                Self::Taught(Some(server)),
                Self::Edits(Some(server)),
            ],
            _ => Vec::new(),
        }
    }
}
