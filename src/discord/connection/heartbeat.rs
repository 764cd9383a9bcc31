//! Signs of life: counters that the bot moves, and that the supervisor and `sessions` look at.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The interval at which the bot's runtime shows that it runs: often enough that being late once means nothing.
const PERIOD: Duration = Duration::from_millis(500);

/// Holds counters that only grow.
#[derive(Debug, Default)]
pub(super) struct Heartbeat {
    /// Ticks of the runtime.
    pub(super) beats: Counter,
    /// Events from the gateway, and connections that come or go.
    pub(super) events: Counter,
    /// READYs and RESUMEDs from the gateway.
    pub(super) session_starts: Counter,
}

/// A number that only grows.
#[derive(Debug, Default)]
pub(super) struct Counter(AtomicU64);

impl Counter {
    /// Counts one more.
    pub(super) fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns how many there were so far.
    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Heartbeat {
    /// Ticks for ever.
    pub(super) async fn beat(&self) {
        loop {
            self.beats.increment();
            tokio::time::sleep(PERIOD).await;
        }
    }
}
