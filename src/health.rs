//! The health of the program for those who watch over it.
//!
//! Whoever runs a part of the program notes here how that part is; nobody waits for anybody.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The interval between two beats of the runtime's heart.
pub const BEAT: Duration = Duration::from_secs(1);
/// After this long without a beat the runtime counts as stuck: a slow moment is none.
const STUCK: Duration = Duration::from_secs(10);

/// The state of the parts of the program.
#[derive(Debug)]
pub struct Health {
    /// The time when the program was started.
    started: Instant,
    /// The time when the heart beat last, in milliseconds since the start.
    beat: AtomicU64,
    /// True if being ready takes a connection to Discord.
    needs_gateway: bool,
    /// True if there is one.
    has_gateway: AtomicBool,
}

impl Health {
    /// Begins the life of a program that has no connection to keep.
    pub fn new() -> Self {
        Self {
            started: Instant::now(),
            beat: AtomicU64::new(0),
            needs_gateway: false,
            has_gateway: AtomicBool::new(false),
        }
    }

    /// Begins the life of a program that is ready only while it is connected to Discord.
    pub fn with_gateway() -> Self {
        Self {
            needs_gateway: true,
            ..Self::new()
        }
    }

    /// Notes that the runtime is running its tasks.
    pub fn beat(&self) {
        let now = u64::try_from(self.uptime().as_millis()).unwrap_or(u64::MAX);
        self.beat.store(now, Ordering::Relaxed);
    }

    /// Notes whether there is a connection to Discord.
    pub fn set_gateway(&self, is_connected: bool) {
        self.has_gateway.store(is_connected, Ordering::Relaxed);
    }

    /// Returns how long the program has been running.
    pub fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    /// Returns whether the heart beat a moment ago.
    pub fn is_alive(&self) -> bool {
        self.is_alive_at(self.uptime())
    }

    /// Returns whether nothing is missing that answers need from outside the program.
    pub fn is_connected(&self) -> bool {
        !self.needs_gateway || self.has_gateway.load(Ordering::Relaxed)
    }

    fn is_alive_at(&self, uptime: Duration) -> bool {
        let beat = Duration::from_millis(self.beat.load(Ordering::Relaxed));
        uptime.saturating_sub(beat) < STUCK
    }
}

impl Default for Health {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Health, STUCK};

    #[test]
    fn a_heart_that_stands_still_is_noticed() {
        let health = Health::new();
        health.beat();
        assert!(health.is_alive());
        assert!(health.is_alive_at(STUCK - Duration::from_millis(1)));
        assert!(!health.is_alive_at(STUCK + Duration::from_secs(5)));
    }

    #[test]
    fn only_a_bot_needs_a_connection() {
        assert!(Health::new().is_connected());
        let health = Health::with_gateway();
        assert!(!health.is_connected());
        health.set_gateway(true);
        assert!(health.is_connected());
        health.set_gateway(false);
        assert!(!health.is_connected());
    }
}
