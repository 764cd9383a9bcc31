//! The place where servers' settings, open questions, taught phrasings, edits and counts are kept.
//!
//! - [`records`] are what is kept, as plain data in our own words; databases have types of their own.
//! - [`Store`] is what a backend does: carry out [`Write`]s, answer requests, announce [`Change`]s. [`MemoryStore`] forgets
//!   everything at the end, [`SqlStore`] keeps it in SQLite or PostgreSQL.
//! - [`StoreHandle`] is what the program uses: it remembers what answers need, and lets writes wait while the store is away.
//!
//! No record tells of a person or a message, and only settings and trial answers name a channel.

mod api;
mod backup;
mod change;
mod error;
mod handle;
mod memory;
pub mod records;
mod sql;
mod write;

pub use api::Store;
pub use backup::{BackupReader, BackupRecord, RestoreMode, backup_end, backup_head, backup_line};
pub use change::Change;
pub use error::StoreError;
pub use handle::{MAX_RETENTION_DAYS, Pace, StoreFigures, StoreHandle, StoreOptions};
pub use memory::MemoryStore;
pub use sql::SqlStore;
pub use write::{Purge, Write, Written};
