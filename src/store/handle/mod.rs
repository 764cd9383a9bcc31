//! The store as the program uses it: a [`StoreHandle`].
//!
//! A reply never waits for the store. What answers need is remembered ([`StoreHandle::settings`], [`StoreHandle::taught`],
//! [`StoreHandle::edits`]) and followed within a moment in every process; what is only to be kept is handed over
//! ([`StoreHandle::record`]). Whoever wants to know that something was kept waits for it, with a time limit
//! ([`StoreHandle::write`]). While the store is away answers go on, and what is to be kept waits.

mod availability;
mod cache;
mod follower;
mod keeper;
mod pace;
mod queue;
mod requests;
mod shared;
mod worker;
mod writer;

use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::sync::broadcast;
use tokio::time::timeout;

pub use pace::Pace;

use super::api::Store;
use super::change::Change;
use super::error::StoreError;
use super::memory::MemoryStore;
use super::records::{Edit, ProcessId, ServerSettings, TaughtPhrasing};
use super::write::{Purge, Write, Written};
use crate::guide::ServerId;
use shared::Shared;
use worker::Worker;

/// The largest number of days that questions are kept, and the number unless another is set.
pub const MAX_RETENTION_DAYS: u32 = 30;

/// A store with what is remembered of it. Clones share it.
#[derive(Clone, Debug)]
pub struct StoreHandle(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    shared: Arc<Shared>,
    /// The thread that works on the store; `None` for one in memory, which needs none.
    worker: Option<Worker>,
    /// Held while something is carried out in memory.
    turn: Mutex<()>,
}

/// The ways in which a store is used.
#[derive(Clone, Copy, Debug)]
pub struct StoreOptions {
    /// The number of days that questions are kept.
    pub retention_days: u32,
    /// The times of its work.
    pub pace: Pace,
}

/// The state of the store, for those who watch over the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoreFigures {
    /// True if the store is away.
    pub is_away: bool,
    /// The number of requests that failed.
    pub failures: u64,
    /// The number of writes that were given up.
    pub dropped: u64,
    /// The number of writes that wait.
    pub waiting: usize,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self {
            retention_days: MAX_RETENTION_DAYS,
            pace: Pace::default(),
        }
    }
}

impl StoreHandle {
    /// Uses a store in memory, which forgets everything at the end.
    pub fn in_memory() -> Self {
        let options = StoreOptions::default();
        let store = Arc::new(MemoryStore::default());
        let shared = Shared::new(store, options.pace, options.retention_days);
        Self(Arc::new(Parts {
            shared: Arc::new(shared),
            worker: None,
            turn: Mutex::new(()),
        }))
    }

    /// Opens a store on a thread of its own. Where the store is away, this says so in the log and goes on trying.
    ///
    /// # Errors
    /// Returns why the store cannot be used as it is set up.
    pub fn start(store: Arc<dyn Store>, options: StoreOptions) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::new(store, options.pace, options.retention_days));
        let (worker, opened) = Worker::start(&shared)
            .map_err(|error| StoreError::Setup(format!("starting a thread: {error}")))?;
        match opened {
            Err(failure) if !failure.is_away() => Err(failure),
            _ => Ok(Self(Arc::new(Parts {
                shared,
                worker: Some(worker),
                turn: Mutex::new(()),
            }))),
        }
    }

    /// Returns the settings of a server, as they were last known.
    pub fn settings(&self, server: ServerId) -> Arc<ServerSettings> {
        self.0.shared.cache.settings(server)
    }

    /// Returns the phrasings that were taught in a server, or with `None` those that hold in all, as they were last known.
    pub fn taught(&self, server: Option<ServerId>) -> Arc<Vec<TaughtPhrasing>> {
        self.0.shared.cache.taught(server)
    }

    /// Returns the edits of a server's guides that hold or wait, or with `None` those of the guides of all, as they were
    /// last known.
    pub fn edits(&self, server: Option<ServerId>) -> Arc<Vec<Edit>> {
        self.0.shared.cache.edits(server)
    }

    /// Returns the servers that have settings, taught phrasings or edits.
    pub fn servers(&self) -> Vec<ServerId> {
        self.0.shared.cache.servers()
    }

    /// Returns the changes from now on, by whichever process; what [`Self::settings`] and the like return has them already.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.0.shared.changes.subscribe()
    }

    /// Hands a write over and goes on at once. Where too many wait already, it is given up and counted.
    pub fn record(&self, write: Write) {
        let shared = &self.0.shared;
        if self.0.worker.is_none() {
            // Nothing that is in memory fails.
            let _ = self.0.in_turn(&write);
        } else if !shared.queue.push(write) {
            shared.availability.drop_writes(1);
        }
    }

    /// Carries a write out and returns what became of it, within a few seconds.
    ///
    /// # Errors
    /// Returns why it was not carried out.
    pub async fn write(&self, write: Write) -> Result<Written, StoreError> {
        let Some(worker) = &self.0.worker else {
            return self.0.in_turn(&write);
        };
        let shared = Arc::clone(&self.0.shared);
        let request = async move { only(&shared.commit(&[write], shared.pace.confirm).await?) };
        worker.run(request).await
    }

    /// Sends a request to the store and returns its answer, within a few seconds.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn ask<T, F>(
        &self,
        request: impl FnOnce(Arc<dyn Store>) -> F,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        let request = request(Arc::clone(&self.0.shared.store));
        let Some(worker) = &self.0.worker else {
            return request.await;
        };
        let shared = Arc::clone(&self.0.shared);
        worker
            .run(async move { shared.within(shared.pace.confirm, request).await })
            .await
    }

    /// Removes records in the background, some at a time.
    pub fn purge(&self, purge: Purge) {
        if self.0.worker.is_none() {
            let _turn = self.0.take_turn();
            while matches!(now(self.0.step(purge)), Ok(n) if n > 0) {}
        } else {
            self.0.shared.queue.push_purge(purge);
        }
    }

    /// Removes records, some at a time, and returns how many it were.
    ///
    /// # Errors
    /// Returns why it could not go on; what was removed until then stays removed.
    pub async fn purge_now(&self, purge: Purge) -> Result<u64, StoreError> {
        if let Some(worker) = &self.0.worker {
            let shared = Arc::clone(&self.0.shared);
            return worker
                .run(async move { writer::purge_all(&shared, purge).await })
                .await;
        }
        let (mut total, _turn) = (0, self.0.take_turn());
        loop {
            match now(self.0.step(purge))? {
                0 => return Ok(total),
                n => total += n,
            }
        }
    }

    /// Waits until everything that was handed over so far is carried out or given up, at most as long as `limit`; returns
    /// whether it is.
    pub async fn flush(&self, limit: Duration) -> bool {
        let queue = &self.0.shared.queue;
        let empty = async {
            loop {
                let carried_out = queue.carried_out.notified();
                if queue.n_waiting() == 0 {
                    return;
                }
                carried_out.await;
            }
        };
        queue.n_waiting() == 0 || timeout(limit, empty).await.is_ok()
    }

    /// Returns the state of the store.
    pub fn figures(&self) -> StoreFigures {
        let shared = &self.0.shared;
        StoreFigures {
            is_away: shared.availability.is_away(),
            failures: shared.availability.failures(),
            dropped: shared.availability.dropped(),
            waiting: shared.queue.n_waiting(),
        }
    }

    /// Returns what is shared with the thread.
    fn shared(&self) -> &Shared {
        &self.0.shared
    }

    /// Returns the number of this process.
    pub fn process(&self) -> ProcessId {
        self.0.shared.process
    }

    /// Carries out what still waits, each once and all within a few seconds, and leaves the store. Whatever is handed over
    /// later is lost.
    pub fn close(&self) {
        if let Some(worker) = &self.0.worker {
            worker.stop();
        }
    }
}

impl Parts {
    fn take_turn(&self) -> std::sync::MutexGuard<'_, ()> {
        // It guards no data.
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries a write out in memory.
    fn in_turn(&self, write: &Write) -> Result<Written, StoreError> {
        let _turn = self.take_turn();
        let (shared, writes) = (&self.shared, std::slice::from_ref(write));
        let written = now(shared.store.apply(writes))?;
        for change in Change::of_all(writes, &written) {
            now(shared.cache.refresh(&*shared.store, change))?;
            shared.tell(change);
        }
        only(&written)
    }

    /// Removes some records from memory.
    async fn step(&self, purge: Purge) -> Result<u64, StoreError> {
        let shared = &self.shared;
        let removed = shared.store.purge(purge, writer::PURGE_STEP).await?;
        for change in Change::of_purge(purge) {
            shared.cache.refresh(&*shared.store, change).await?;
            shared.tell(change);
        }
        Ok(removed)
    }
}

/// Returns what became of the only write.
fn only(written: &[Written]) -> Result<Written, StoreError> {
    let first = written.first().copied();
    first.ok_or_else(|| StoreError::Broken("a write got no answer".to_owned()))
}

/// Returns what a request to a store in memory returns, which never waits for anything.
fn now<T>(request: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    let mut request = std::pin::pin!(request);
    match request
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(ended) => ended,
        Poll::Pending => Err(StoreError::Away("it waits for something".to_owned())),
    }
}
