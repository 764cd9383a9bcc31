//! The state of the store as the program sees it: away or not, said once each time that it changes.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use tracing::{error, info};

use crate::store::error::StoreError;

/// The store answers.
const THERE: u8 = 0;
/// It cannot be reached.
const AWAY: u8 = 1;
/// It cannot be used as it is set up.
const UNUSABLE: u8 = 2;

/// The state of the store, and counts of what went wrong.
#[derive(Debug, Default)]
pub(super) struct Availability {
    state: AtomicU8,
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
                let state = match failure {
                    StoreError::Away(_) => AWAY,
                    StoreError::Setup(_) => UNUSABLE,
                    // One request that is refused says nothing of the others.
                    StoreError::Broken(_) | StoreError::Backup(_) => return ended,
                };
                if self.state.swap(state, Ordering::Relaxed) != state {
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
        if self.is_away() && self.state.swap(THERE, Ordering::Relaxed) != THERE {
            info!("the store is back");
        }
    }

    /// Counts writes that are given up.
    pub(super) fn drop_writes(&self, n: usize) {
        self.dropped.fetch_add(n as u64, Ordering::Relaxed);
    }

    /// Returns whether the store was away or could not be used when it was last asked.
    pub(super) fn is_away(&self) -> bool {
        self.state.load(Ordering::Relaxed) != THERE
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
            for _ in 0..2 {
                let wrong = StoreError::Setup("it is a newer one".to_owned());
                let _ = availability.note(Err::<(), _>(wrong));
            }
        });
        let lines = lines.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = String::from_utf8_lossy(&lines).into_owned();
        let said = |words: &str| lines.matches(words).count();
        assert_eq!(
            said("the store cannot be reached: the wire is cut"),
            2,
            "{lines}"
        );
        assert_eq!(said("it is a newer one"), 1, "{lines}");
        assert_eq!(
            (said("the store is back"), lines.lines().count()),
            (1, 4),
            "{lines}"
        );
        assert_eq!((availability.failures(), availability.is_away()), (7, true));
    }
}
