//! Notices when a folder of guides changes.
//!
//! The folder is watched, not its files: editors and mounted volumes replace files by renaming others over them.
//! What the events say is no matter: after a moment of quiet the files are compared with those last loaded,
//! so a burst of changes is one reload and a change of anything else is none.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// The time that the folder must be quiet before it is read: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(300);
/// The time that changes may go on before it is read anyway.
const PATIENCE: Duration = Duration::from_secs(5);

/// Watches a folder until it is dropped.
#[derive(Debug)]
pub struct Watching {
    watcher: Option<RecommendedWatcher>,
    thread: Option<JoinHandle<()>>,
}

/// Watches a folder and calls `on_change` once right away and after every burst of changes.
///
/// # Errors
/// Returns why the folder cannot be watched: it is gone, or the system watches too many already.
pub(super) fn watch(
    folder: &Path,
    on_change: impl Fn() + Send + 'static,
) -> notify::Result<Watching> {
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if matters(&event) {
            // The receiver is gone only when the watching ends.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    // What changed between loading and watching has no event.
    on_change();
    let thread = std::thread::Builder::new()
        .name("watch guides".to_owned())
        .spawn(move || {
            while wait_for_quiet(&receiver) {
                on_change();
            }
        })?;
    Ok(Watching {
        watcher: Some(watcher),
        thread: Some(thread),
    })
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Without the watcher nobody sends events, which ends the thread.
        self.watcher.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Returns whether an event may be a change: reading the guides causes events too, which must not cause more reading.
fn matters(event: &notify::Result<Event>) -> bool {
    !matches!(
        event,
        Ok(Event {
            kind: EventKind::Access(_),
            ..
        })
    )
}

/// Waits for an event and then for quiet; returns `false` when the watching ends.
fn wait_for_quiet(events: &Receiver<()>) -> bool {
    if events.recv().is_err() {
        return false;
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match events.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::TryRecvError;

    use super::*;

    #[test]
    fn a_burst_is_waited_out_as_one() {
        let (sender, receiver) = channel();
        for _ in 0..20 {
            sender.send(()).expect("the receiver is there");
        }
        assert!(wait_for_quiet(&receiver));
        assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
        drop(sender);
        assert!(!wait_for_quiet(&receiver));
    }
}
