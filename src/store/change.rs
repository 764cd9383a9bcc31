//! Announcements of changes, so that every process follows what another one wrote.

use tokio::sync::broadcast;

use super::records::{ProcessId, ReloadId, ReloadRequest};
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

/// The word of a sign of life, which shows that announcements are heard.
pub(super) const BEAT: &str = "beat";

impl Change {
    /// Writes a change as the line that other processes read.
    pub(super) fn to_line(self) -> String {
        let of = |server: Option<ServerId>| server.map_or(0, |server| server.0);
        match self {
            Self::Settings(server) => format!("settings {server}"),
            Self::Taught(server) => format!("taught {}", of(server)),
            Self::Edits(server) => format!("edits {}", of(server)),
            Self::Reload(request) => format!(
                "reload {} {} {} {}",
                request.id.0,
                request.by.0,
                of(request.server),
                request.asked_at
            ),
            Self::Reloaded(reload) => format!("reloaded {}", reload.0),
            Self::All => "all".to_owned(),
        }
    }

    /// Reads a change from such a line. One that is unknown comes from a newer program, and may mean anything.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let kind = words.next().unwrap_or_default();
        let numbers: Vec<u64> = words.map_while(|word| word.parse().ok()).collect();
        let server = |id: u64| Some(ServerId(id)).filter(|server| server.0 != 0);
        match (kind, numbers.as_slice()) {
            (BEAT, _) => None,
            ("settings", [id]) => Some(Self::Settings(ServerId(*id))),
            ("taught", [id]) => Some(Self::Taught(server(*id))),
            ("edits", [id]) => Some(Self::Edits(server(*id))),
            ("reload", [id, by, of, at]) => Some(Self::Reload(ReloadRequest {
                id: ReloadId(*id),
                by: ProcessId(*by),
                server: server(*of),
                asked_at: at.cast_signed(),
            })),
            ("reloaded", [id]) => Some(Self::Reloaded(ReloadId(*id))),
            _ => Some(Self::All),
        }
    }

    /// Returns the changes that writes made, each once.
    pub(super) fn of_all(writes: &[Write], written: &[Written]) -> Vec<Self> {
        let mut changes = Vec::new();
        for (write, written) in writes.iter().zip(written) {
            changes.extend(Self::of(write, *written).filter(|change| !changes.contains(change)));
        }
        changes
    }

    /// Returns the change that a write made, where others need to know of it.
    fn of(write: &Write, written: Written) -> Option<Self> {
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

#[cfg(test)]
mod tests {
    use super::{BEAT, Change};
    use crate::guide::ServerId;
    use crate::store::records::{ProcessId, ReloadId, ReloadRequest};

    #[test]
    fn changes_are_read_as_they_were_written() {
        let reload = ReloadRequest {
            id: ReloadId(u64::MAX),
            by: ProcessId(3),
            server: None,
            asked_at: 1_769_817_600,
        };
        for change in [
            Change::Settings(ServerId(80_351_110_224_678_912)),
            Change::Taught(None),
            Change::Taught(Some(ServerId(7))),
            Change::Edits(None),
            Change::Edits(Some(ServerId(7))),
            Change::Reload(reload),
            Change::Reloaded(ReloadId(9)),
            Change::All,
        ] {
            assert_eq!(Change::parse(&change.to_line()), Some(change));
        }
        assert_eq!(Change::parse(BEAT), None);
        assert_eq!(Change::parse("something new 3"), Some(Change::All));
    }
}
