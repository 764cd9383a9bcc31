//! The trait that every backend implements.

use async_trait::async_trait;
use tokio::sync::{broadcast, mpsc};

use super::backup::{BackupRecord, RestoreMode};
use super::change::Change;
use super::error::StoreError;
use super::records::{
    Day, Edit, EditId, EditKey, FilmCounts, GuideCopy, MetaValue, OpenQuestion, ProcessRecord,
    QuestionId, QuestionPage, QuestionQuery, ReloadAnswer, ReloadId, ReloadRequest, Revision,
    Scope, SettingsRecord, TaughtPhrasing, TopEntry, TopQuery, TrialPage, TrialQuery,
};
use super::write::{Purge, Write, Written};
use crate::guide::{FilmId, ServerId};

/// A place where records are kept. Writes are plain data, so that they can wait and be batched.
#[async_trait]
pub trait Store: Send + Sync {
    /// Connects, and brings an older database up to date. Until this has succeeded, every other request fails.
    async fn open(&self) -> Result<(), StoreError>;

    /// Carries writes out, all in one transaction, and returns what became of each. A write that finds nothing to do or a
    /// conflict does not hold the others up. The changes are announced once the transaction holds.
    async fn apply(&self, writes: &[Write]) -> Result<Vec<Written>, StoreError>;

    /// Removes at most `limit` records and returns how many it were; fewer than `limit` means that none is left.
    async fn purge(&self, purge: Purge, limit: u32) -> Result<u64, StoreError>;

    /// Returns the servers that have settings, with their channels.
    async fn settings(&self, scope: Scope) -> Result<Vec<SettingsRecord>, StoreError>;

    /// Returns taught phrasings in the order in which they were taught.
    async fn taught(&self, scope: Scope) -> Result<Vec<TaughtPhrasing>, StoreError>;

    /// Returns the edits that hold or wait, in the order in which they were published.
    async fn edits(&self, scope: Scope) -> Result<Vec<Edit>, StoreError>;

    /// Returns an edit of a server's guides, or of the guides of all.
    async fn edit(&self, server: Option<ServerId>, id: EditId) -> Result<Option<Edit>, StoreError>;

    /// Returns the last edits of a film, the latest first, at most [`HISTORY`](super::records::HISTORY).
    async fn edit_history(
        &self,
        server: Option<ServerId>,
        film: &FilmId,
    ) -> Result<Vec<Edit>, StoreError>;

    /// Returns the revision that an edit has to be made from now.
    async fn revision(&self, key: &EditKey) -> Result<Revision, StoreError>;

    /// Returns a page of open questions.
    async fn open_questions(&self, query: &QuestionQuery) -> Result<QuestionPage, StoreError>;

    /// Returns an open question of a server.
    async fn open_question(
        &self,
        server: ServerId,
        id: QuestionId,
    ) -> Result<Option<OpenQuestion>, StoreError>;

    /// Returns a page of trial answers, with the sums of all.
    async fn trial_answers(&self, query: &TrialQuery) -> Result<TrialPage, StoreError>;

    /// Returns the questions since a day, by film; films that nobody asked about are left out.
    async fn question_counts(
        &self,
        scope: Scope,
        since: Day,
    ) -> Result<Vec<FilmCounts>, StoreError>;

    /// Returns the entries that were of most use.
    async fn top_entries(&self, query: &TopQuery) -> Result<Vec<TopEntry>, StoreError>;

    /// Returns what is kept under a name.
    async fn meta(&self, name: &str) -> Result<Option<MetaValue>, StoreError>;

    /// Returns the names that begin with `prefix`, sorted.
    async fn meta_names(&self, prefix: &str) -> Result<Vec<String>, StoreError>;

    /// Returns the copies of all guides, by film.
    async fn guide_copies(&self) -> Result<Vec<GuideCopy>, StoreError>;

    /// Returns the processes that were seen at a moment or after it, in seconds since 1970.
    async fn processes(&self, since: i64) -> Result<Vec<ProcessRecord>, StoreError>;

    /// Returns the reloads that were asked for at a moment or after it, in seconds since 1970, the oldest first.
    async fn reload_requests(&self, since: i64) -> Result<Vec<ReloadRequest>, StoreError>;

    /// Returns the answers to a reload, by process.
    async fn reload_answers(&self, reload: ReloadId) -> Result<Vec<ReloadAnswer>, StoreError>;

    /// Sends all records that a backup has, as they were at one moment, and returns how many there are.
    async fn backup(&self, sink: mpsc::Sender<BackupRecord>) -> Result<u64, StoreError>;

    /// Takes the records of a backup over, all or none, and returns how many there were. The source ends with `None`;
    /// where it ends without, nothing is taken over.
    async fn restore(
        &self,
        source: mpsc::Receiver<Option<BackupRecord>>,
        mode: RestoreMode,
    ) -> Result<u64, StoreError>;

    /// Returns the changes from now on, those of other processes among them.
    fn changes(&self) -> broadcast::Receiver<Change>;

    /// Ends all connections.
    async fn close(&self);
}
