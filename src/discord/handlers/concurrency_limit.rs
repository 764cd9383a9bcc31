//! The limits of what is done at once: a bound on running handlers, and an end to all of them.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;
use tracing::warn;

/// The number of handlers that run at once: each waits for one answer of Discord's, which takes a tenth of a second.
const HANDLERS: u32 = 256;
/// The time that a question of somebody who called the bot waits for a free handler.
const MAX_WAIT: Duration = Duration::from_secs(10);

/// Bounds how many handlers run at once.
#[derive(Debug)]
pub(crate) struct ConcurrencyLimit {
    handlers: Semaphore,
    is_closed: AtomicBool,
    /// The number of questions that were dropped because too much was going on.
    dropped: AtomicU64,
}

impl ConcurrencyLimit {
    /// Returns a limit that lets handlers run.
    pub(super) fn new() -> Self {
        Self {
            handlers: Semaphore::new(HANDLERS as usize),
            is_closed: AtomicBool::new(false),
            dropped: AtomicU64::new(0),
        }
    }

    /// Returns whether new events are taken.
    pub(crate) fn is_open(&self) -> bool {
        !self.is_closed.load(Ordering::Relaxed)
    }

    /// Takes no new events from now on.
    pub(crate) fn close(&self) {
        self.is_closed.store(true, Ordering::Relaxed);
    }

    /// Waits until no handler runs.
    pub(crate) async fn drained(&self) {
        // Nobody closes the semaphore, so this ends with every permit in hand.
        let _ = self.handlers.acquire_many(HANDLERS).await;
    }

    /// Lets a handler run if there is room at once.
    pub(crate) fn try_enter(&self) -> Option<SemaphorePermit<'_>> {
        self.handlers.try_acquire().ok()
    }

    /// Lets a handler run: one that somebody waits for after a while at the latest, any other only at once.
    pub(super) async fn enter(&self, is_prompted: bool) -> Option<SemaphorePermit<'_>> {
        if let Some(permit) = self.try_enter() {
            return Some(permit);
        }
        let permit = match is_prompted {
            true => timeout(MAX_WAIT, self.handlers.acquire()).await.ok(),
            false => None,
        };
        let permit = permit.and_then(Result::ok);
        if permit.is_none() {
            self.note_dropped();
        }
        permit
    }

    fn note_dropped(&self) {
        let dropped = self.dropped.fetch_add(1, Ordering::Relaxed) + 1;
        // Once for each power of two: a flood must not flood the log.
        if dropped.is_power_of_two() {
            warn!(
                dropped,
                "too much is going on, questions dropped so far: {dropped}"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ConcurrencyLimit, HANDLERS};

    #[tokio::test(start_paused = true)]
    async fn a_full_limit_lets_those_wait_who_called() {
        let limit = ConcurrencyLimit::new();
        let mut permits: Vec<_> = (0..HANDLERS).filter_map(|_| limit.try_enter()).collect();
        assert_eq!(permits.len(), HANDLERS as usize);
        assert!(limit.try_enter().is_none());
        assert!(limit.enter(false).await.is_none());
        assert!(limit.enter(true).await.is_none());
        let (entered, ()) = tokio::join!(limit.enter(true), async { drop(permits.pop()) });
        assert!(entered.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn drained_means_that_nobody_is_inside() {
        let limit = ConcurrencyLimit::new();
        let permit = limit.try_enter();
        limit.close();
        let waited = tokio::time::timeout(std::time::Duration::from_secs(1), limit.drained()).await;
        assert!(waited.is_err() && !limit.is_open());
        drop(permit);
        limit.drained().await;
    }
}
