//! The times of the store's work.

use std::time::Duration;

/// The times of the store's work. Tests go faster.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The time that the program waits for the store when it starts; it goes on without it then.
    pub open: Duration,
    /// The time that a request may take whose sender waits: Discord gives a command three seconds in all.
    pub confirm: Duration,
    /// The time that a batch, a removal or the loading of everything may take.
    pub work: Duration,
    /// The time that writes gather before they are carried out together: nobody waits for them, and a busy server fills a
    /// batch in it.
    pub gather: Duration,
    /// The wait before the second attempt at something that failed.
    pub first_retry: Duration,
    /// The longest wait between attempts; each waits twice as long as the one before. A store that is back is noticed
    /// within it.
    pub longest_retry: Duration,
    /// The time after which a batch is given up: a restart of a database server takes minutes at worst.
    pub give_up: Duration,
    /// The time between two signs of life.
    pub heartbeat: Duration,
    /// The time between two removals of what is too old.
    pub purge: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            open: Duration::from_secs(5),
            confirm: Duration::from_secs(2),
            work: Duration::from_secs(30),
            gather: Duration::from_millis(200),
            first_retry: Duration::from_millis(250),
            longest_retry: Duration::from_secs(5),
            give_up: Duration::from_secs(900),
            heartbeat: Duration::from_secs(15),
            purge: Duration::from_secs(3600),
        }
    }
}

impl Pace {
    /// Returns the wait after one of `wait`.
    pub(super) fn next_retry(&self, wait: Duration) -> Duration {
        (wait * 2).clamp(self.first_retry, self.longest_retry)
    }
}
