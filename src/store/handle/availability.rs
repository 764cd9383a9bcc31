//! The state of the store as the program sees it: away or not, said once each time that it changes.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tracing::{error, info};

use crate::store::error::StoreError;

/// The state of the store, and counts of what went wrong.
#[derive(Debug, Default)]
pub(super) struct Availability {
    is_away: AtomicBool,
    failures: AtomicU64,
    dropped: AtomicU64,
}

impl Availability {
    /// Notes how a request to the store ended, and passes it on.
    pub(super) fn note<T>(&self, ended: Result<T, StoreError>) -> Result<T, StoreError> {
        match &ended {
            Ok(_) => self.is_back(),
            Err(failure) => {
                self.failures.fetch_add(1, Ordering::Relaxed);
                if failure.is_of_all() && !self.is_away.swap(true, Ordering::Relaxed) {
                    error!(
                        "{failure}. Answers go on with the settings that are known; what is to be kept waits until it \
                         is back"
                    );
                }
            }
        }
        ended
    }

    fn is_back(&self) {
        // Nearly always there was nothing wrong, and then nothing is written.
        if self.is_away.load(Ordering::Relaxed) && self.is_away.swap(false, Ordering::Relaxed) {
            info!("the store is back");
        }
    }

    /// Counts writes that are given up.
    pub(super) fn drop_writes(&self, n: usize) {
        self.dropped.fetch_add(n as u64, Ordering::Relaxed);
    }

    /// Returns whether the last request failed because the store is away.
    pub(super) fn is_away(&self) -> bool {
        self.is_away.load(Ordering::Relaxed)
    }

    /// Returns the number of requests that failed.
    pub(super) fn failures(&self) -> u64 {
        self.failures.load(Ordering::Relaxed)
    }

    /// Returns the number of writes that were given up.
    pub(super) fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }
}
