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

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex, PoisonError};

    use super::Availability;
    use crate::store::error::StoreError;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            lines.extend_from_slice(line);
            Ok(line.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn it_is_said_once_when_the_store_goes_and_once_when_it_comes_back() {
        let lines = Lines::default();
        let writer = lines.clone();
        let log = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone());
        let availability = Availability::default();
        let away = || Err::<(), _>(StoreError::Away("the wire is cut".to_owned()));
        tracing::subscriber::with_default(log.finish(), || {
            for ended in [Ok(()), away(), away(), away(), Ok(()), Ok(())] {
                let _ = availability.note(ended);
            }
            // One request that is refused is no matter of all.
            let refused = Err::<(), _>(StoreError::Broken("no".to_owned()));
            let _ = availability.note(refused);
            let _ = availability.note(away());
        });
        let lines = lines.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = String::from_utf8_lossy(&lines).into_owned();
        let said = |words: &str| lines.matches(words).count();
        assert_eq!(
            said("the store cannot be reached: the wire is cut"),
            2,
            "{lines}"
        );
        assert_eq!(
            (said("the store is back"), lines.lines().count()),
            (1, 3),
            "{lines}"
        );
        assert_eq!((availability.failures(), availability.is_away()), (5, true));
    }
}
