//! How much is done at once: a bound on running handlers, and an end to all of them.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;
use tracing::warn;

/// How many handlers run at once: each waits for one answer of Discord's, which takes a tenth of a second.
const HANDLERS: u32 = 256;
/// How long somebody who called the bot waits for a free handler.
const PATIENCE: Duration = Duration::from_secs(10);

/// The bound on running handlers.
#[derive(Debug)]
pub(super) struct Gate {
    handlers: Semaphore,
    is_closed: AtomicBool,
    /// How many questions were dropped because too much was going on.
    dropped: AtomicU64,
}

impl Gate {
    /// Opens the gate.
    pub(super) fn open() -> Self {
        Self {
            handlers: Semaphore::new(HANDLERS as usize),
            is_closed: AtomicBool::new(false),
            dropped: AtomicU64::new(0),
        }
    }

    /// Whether new events are taken.
    pub(super) fn is_open(&self) -> bool {
        !self.is_closed.load(Ordering::Relaxed)
    }

    /// Takes no new events from now on.
    pub(super) fn close(&self) {
        self.is_closed.store(true, Ordering::Relaxed);
    }

    /// Waits until no handler runs.
    pub(super) async fn drained(&self) {
        // Nobody closes the semaphore, so this ends with every permit in hand.
        let _ = self.handlers.acquire_many(HANDLERS).await;
    }

    /// Lets a handler run if there is room at once.
    pub(super) fn try_enter(&self) -> Option<SemaphorePermit<'_>> {
        self.handlers.try_acquire().ok()
    }

    /// Lets a handler run: one that somebody waits for after a while at the latest, any other only at once.
    pub(super) async fn enter(&self, is_prompted: bool) -> Option<SemaphorePermit<'_>> {
        if let Some(permit) = self.try_enter() {
            return Some(permit);
        }
        let permit = match is_prompted {
            true => timeout(PATIENCE, self.handlers.acquire()).await.ok(),
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
    use super::{Gate, HANDLERS};

    #[tokio::test(start_paused = true)]
    async fn a_full_gate_lets_those_wait_who_called() {
        let gate = Gate::open();
        let mut permits: Vec<_> = (0..HANDLERS).filter_map(|_| gate.try_enter()).collect();
        assert_eq!(permits.len(), HANDLERS as usize);
        assert!(gate.try_enter().is_none());
        assert!(gate.enter(false).await.is_none());
        assert!(gate.enter(true).await.is_none());
        let (entered, ()) = tokio::join!(gate.enter(true), async { drop(permits.pop()) });
        assert!(entered.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn drained_means_that_nobody_is_inside() {
        let gate = Gate::open();
        let permit = gate.try_enter();
        gate.close();
        let waited = tokio::time::timeout(std::time::Duration::from_secs(1), gate.drained()).await;
        assert!(waited.is_err() && !gate.is_open());
        drop(permit);
        gate.drained().await;
    }
}
