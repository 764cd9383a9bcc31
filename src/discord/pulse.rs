//! Signs of life: counters that the bot moves and that `control` and `sessions` look at.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How often the bot's runtime shows that it runs: often enough that being late once means nothing.
const BEAT: Duration = Duration::from_millis(500);

/// Counters that only grow.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    /// Ticks of the runtime.
    beats: AtomicU64,
    /// Events from the gateway.
    events: AtomicU64,
    /// READYs and RESUMEDs from the gateway.
    greetings: AtomicU64,
}

impl Pulse {
    /// Ticks for ever.
    pub(super) async fn beat(&self) {
        loop {
            self.beats.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(BEAT).await;
        }
    }

    /// Counts an event.
    pub(super) fn event(&self) {
        self.events.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a READY or RESUMED.
    pub(super) fn greeting(&self) {
        self.greetings.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns the number of ticks so far.
    pub(super) fn n_beats(&self) -> u64 {
        self.beats.load(Ordering::Relaxed)
    }

    /// Returns the number of events so far.
    pub(super) fn n_events(&self) -> u64 {
        self.events.load(Ordering::Relaxed)
    }

    /// Returns the number of READYs and RESUMEDs so far.
    pub(super) fn n_greetings(&self) -> u64 {
        self.greetings.load(Ordering::Relaxed)
    }
}
