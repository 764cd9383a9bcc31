//! A store in memory that is away, hangs or refuses whenever a test says so.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use frontrow::guide::{FilmId, ServerId};
use frontrow::store::records::{
    Day, Edit, EditId, EditKey, FilmCounts, GuideCopy, MetaValue, OpenQuestion, ProcessRecord,
    QuestionId, QuestionPage, QuestionQuery, ReloadAnswer, ReloadId, ReloadRequest, Revision,
    Scope, SettingsRecord, TaughtPhrasing, TopEntry, TopQuery, TrialPage, TrialQuery,
};
use frontrow::store::{
    BackupRecord, Change, MemoryStore, Purge, RestoreMode, Store, StoreError, Write, Written,
};
use tokio::sync::{broadcast, mpsc};

/// The name of a value that nothing can be kept under.
pub(crate) const POISON: &str = "poison";

/// The way in which the store is out of order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is in order.
    None,
    /// Every request fails so.
    Fails(StoreError),
    /// No request is ever answered.
    Hangs,
}

/// A store with faults. Two of them may share the same records, as processes do.
pub(crate) struct FlakyStore {
    inner: Arc<MemoryStore>,
    fault: Mutex<Fault>,
    /// The number of requests that met a fault.
    pub(crate) n_failed: AtomicUsize,
}

impl FlakyStore {
    /// Begins in order, with these records.
    pub(crate) fn of(inner: &Arc<MemoryStore>) -> Arc<Self> {
        Arc::new(Self {
            inner: Arc::clone(inner),
            fault: Mutex::new(Fault::None),
            n_failed: AtomicUsize::new(0),
        })
    }

    /// Changes how it is out of order.
    pub(crate) fn set(&self, fault: Fault) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    /// Makes it away, or brings it back.
    pub(crate) fn set_away(&self, is_away: bool) {
        self.set(match is_away {
            true => Fault::Fails(StoreError::Away("the wire is cut".to_owned())),
            false => Fault::None,
        });
    }

    async fn check(&self) -> Result<(), StoreError> {
        let fault = self
            .fault
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if fault != Fault::None {
            self.n_failed.fetch_add(1, Ordering::Relaxed);
        }
        match fault {
            Fault::None => Ok(()),
            Fault::Fails(error) => Err(error),
            Fault::Hangs => std::future::pending().await,
        }
    }
}

/// Passes requests on where there is no fault.
macro_rules! pass_on {
    ($(fn $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        #[async_trait]
        impl Store for FlakyStore {
            $(async fn $name(&self, $($argument: $type),*) -> Result<$answer, StoreError> {
                self.check().await?;
                self.inner.$name($($argument),*).await
            })*

            async fn apply(&self, writes: &[Write]) -> Result<Vec<Written>, StoreError> {
                self.check().await?;
                let is_poison = |write: &Write| matches!(write, Write::RemoveMeta(name) if name == POISON);
                if writes.iter().any(is_poison) {
                    return Err(StoreError::Broken("poison".to_owned()));
                }
                self.inner.apply(writes).await
            }

            fn changes(&self) -> broadcast::Receiver<Change> {
                self.inner.changes()
            }

            async fn close(&self) {}
        }
    };
}

pass_on! {
    fn open() -> ();
    fn purge(purge: Purge, limit: u32) -> u64;
    fn settings(scope: Scope) -> Vec<SettingsRecord>;
    fn taught(scope: Scope) -> Vec<TaughtPhrasing>;
    fn edits(scope: Scope) -> Vec<Edit>;
    fn edit(server: Option<ServerId>, id: EditId) -> Option<Edit>;
    fn edit_history(server: Option<ServerId>, film: &FilmId) -> Vec<Edit>;
    fn revision(key: &EditKey) -> Revision;
    fn open_questions(query: &QuestionQuery) -> QuestionPage;
    fn open_question(server: ServerId, id: QuestionId) -> Option<OpenQuestion>;
    fn trial_answers(query: &TrialQuery) -> TrialPage;
    fn question_counts(scope: Scope, since: Day) -> Vec<FilmCounts>;
    fn top_entries(query: &TopQuery) -> Vec<TopEntry>;
    fn meta(name: &str) -> Option<MetaValue>;
    fn meta_names(prefix: &str) -> Vec<String>;
    fn guide_copies() -> Vec<GuideCopy>;
    fn processes(since: i64) -> Vec<ProcessRecord>;
    fn reload_requests(since: i64) -> Vec<ReloadRequest>;
    fn reload_answers(reload: ReloadId) -> Vec<ReloadAnswer>;
    fn backup(sink: mpsc::Sender<BackupRecord>) -> u64;
    fn restore(source: mpsc::Receiver<Option<BackupRecord>>, mode: RestoreMode) -> u64;
}
