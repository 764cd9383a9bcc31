//! The parts that everything which works on a store shares.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast;
use tokio::time::timeout;

use super::availability::Availability;
use super::cache::Cache;
use super::pace::Pace;
use super::queue::Queue;
use crate::store::api::Store;
use crate::store::change::{Change, announcements};
use crate::store::error::StoreError;
use crate::store::records::{ProcessId, unix_now};
use crate::store::write::{Write, Written};

/// A store and what is remembered of it.
pub(super) struct Shared {
    pub(super) store: Arc<dyn Store>,
    pub(super) cache: Cache,
    pub(super) queue: Queue,
    pub(super) availability: Availability,
    /// Changes, told once the cache has them.
    pub(super) changes: broadcast::Sender<Change>,
    pub(super) pace: Pace,
    /// The number of days that questions are kept.
    pub(super) retention_days: u32,
    pub(super) process: ProcessId,
    /// The moment when the process started, in seconds since 1970.
    pub(super) started_at: i64,
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Shared");
        shown.field("availability", &self.availability);
        shown.finish_non_exhaustive()
    }
}

impl Shared {
    /// Begins with nothing remembered.
    pub(super) fn new(store: Arc<dyn Store>, pace: Pace, retention_days: u32) -> Self {
        Self {
            store,
            cache: Cache::default(),
            queue: Queue::default(),
            availability: Availability::default(),
            changes: announcements(),
            pace,
            retention_days,
            process: ProcessId(random()),
            started_at: unix_now(),
        }
    }

    /// Carries writes out, within `limit`, and remembers what they changed.
    ///
    /// Once they are carried out this succeeds: what could not be looked up again is announced too, and looked up then.
    pub(super) async fn commit(
        &self,
        writes: &[Write],
        limit: Duration,
    ) -> Result<Vec<Written>, StoreError> {
        let written = self.within(limit, self.store.apply(writes)).await?;
        for change in Change::of_all(writes, &written) {
            let refresh = self.cache.refresh(&*self.store, change);
            let _ = self.within(limit, refresh).await;
        }
        Ok(written)
    }

    /// Waits for a request to the store as long as `limit`, and notes how it ended.
    pub(super) async fn within<T>(
        &self,
        limit: Duration,
        request: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let ended = timeout(limit, request).await.unwrap_or_else(|_| {
            let seconds = limit.as_secs_f32();
            Err(StoreError::Away(format!(
                "no answer within {seconds} seconds"
            )))
        });
        self.availability.note(ended)
    }

    /// Tells everybody in the process of a change.
    pub(super) fn tell(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.changes.send(change);
    }
}

/// Draws a number that no other process draws.
pub(super) fn random() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    // Its keys come from the system's source of randomness.
    RandomState::new().build_hasher().finish()
}
