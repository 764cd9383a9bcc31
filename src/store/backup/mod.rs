//! Backups: all records that matter, in a form that every backend reads.
//!
//! [`lines`] has a file's lines, [`json`] what is in them. Left out is what a process finds out again by itself: the names and numbers that it keeps for itself, the processes
//! and their reloads.

mod json;
mod lines;
mod record;

pub use lines::{BackupReader, backup_end, backup_head, backup_line};
pub use record::{BackupRecord, RestoreMode};

use super::error::StoreError;

/// Says that the store has records that a backup would mix with.
pub(super) fn not_empty() -> StoreError {
    StoreError::Backup(
        "the store holds records already, and is left as it is; with --replace they give way to those of the backup"
            .to_owned(),
    )
}

/// Says that a backup ended in the middle.
pub(super) fn not_whole() -> StoreError {
    StoreError::Backup("the backup ended before its last record; nothing was changed".to_owned())
}
