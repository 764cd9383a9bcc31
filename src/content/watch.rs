//! Notices when a folder of guides changes.
//!
//! The folder is watched, not its files: editors and mounted volumes replace files by renaming others over them.
//! What the events say is no matter: after a moment of quiet the files are compared with those last loaded,
//! so a burst of changes is one reload and a change of anything else is none.
//!
//! Not every change has an event: network and container mounts send none, and neither does what a link leads to, be it
//! the folder or a guide. So the folder is looked at now and then besides, by the dates and sizes of its files.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tracing::{debug, info};

use crate::library::Fingerprint;

/// The time that the folder must be quiet before it is read: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(300);
/// The time that changes may go on before it is read anyway.
const PATIENCE: Duration = Duration::from_secs(5);

/// Watches a folder until it is dropped.
#[derive(Debug)]
pub struct Watching {
    /// Those who send changes; without them the thread ends.
    senders: Option<(Sender<()>, Option<RecommendedWatcher>)>,
    thread: Option<JoinHandle<()>>,
}

/// The settings of the thread.
struct FolderChanges {
    folder: PathBuf,
    /// The channel on which events arrive.
    events: Receiver<()>,
    /// The time between two looks without an event.
    every: Duration,
    /// The folder as it was when last looked at.
    stamp: u64,
}

/// Watches a folder, looks at it as often as `every` says besides, and calls `on_change` once right away and after every
/// burst of changes.
///
/// # Errors
/// Fails where the system gives no thread.
pub(super) fn watch(
    folder: &Path,
    every: Duration,
    on_change: impl Fn() + Send + 'static,
) -> io::Result<Watching> {
    let (sender, events) = channel();
    let watcher = watcher(folder, sender.clone());
    if let Err(error) = &watcher {
        info!("the folder of guides sends no events, it is looked at every {every:?}: {error}");
    }
    let mut changes = FolderChanges {
        folder: folder.to_owned(),
        events,
        every,
        stamp: stamp(folder),
    };
    // What changed between loading and watching has no event.
    on_change();
    let thread = std::thread::Builder::new()
        .name("watch guides".to_owned())
        .spawn(move || {
            while changes.wait() {
                on_change();
            }
        })?;
    Ok(Watching {
        senders: Some((sender, watcher.ok())),
        thread: Some(thread),
    })
}

/// Returns what sends the folder's events, or why there are none: it is gone, or the system watches too many already.
fn watcher(folder: &Path, sender: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if matters(&event) {
            // The receiver is gone only when the watching ends.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

impl Drop for Watching {
    fn drop(&mut self) {
        // When nobody can send events any more, the thread ends.
        self.senders.take();
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

impl FolderChanges {
    /// Waits for a change and then for quiet; returns `false` when the watching ends.
    fn wait(&mut self) -> bool {
        loop {
            match self.events.recv_timeout(self.every) {
                Ok(()) => break,
                Err(RecvTimeoutError::Timeout) if stamp(&self.folder) != self.stamp => {
                    debug!("the folder of guides changed without an event");
                    break;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        self.wait_for_quiet()
    }

    /// Waits until nothing has changed for a moment; returns `false` when the watching ends.
    fn wait_for_quiet(&mut self) -> bool {
        let begun = Instant::now();
        loop {
            while self.events.try_recv().is_ok() {}
            self.stamp = stamp(&self.folder);
            match self.events.recv_timeout(QUIET) {
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) if stamp(&self.folder) == self.stamp => return true,
                _ if begun.elapsed() >= PATIENCE => return true,
                _ => {}
            }
        }
    }
}

/// Returns a number that changes with the files of a folder and with what links in it lead to.
fn stamp(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(PathBuf, [i64; 5])> = entries
        .map(|entry| entry.path())
        .filter_map(|path| {
            let of = fs::metadata(&path).ok()?;
            let (device, file, size) = (of.dev(), of.ino(), of.size());
            let parts = [device, file, size].map(u64::cast_signed);
            let [device, file, size] = parts;
            // The time of the last change of any kind, which no tool sets back.
            Some((path, [device, file, size, of.ctime(), of.ctime_nsec()]))
        })
        .collect();
    files.sort();
    let mut stamp = Fingerprint::default();
    for (path, parts) in files {
        stamp.add(path.as_os_str().as_encoded_bytes());
        for part in parts {
            stamp.add(&part.to_le_bytes());
        }
    }
    stamp.value()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::TryRecvError;

    use super::*;

    #[test]
    fn a_burst_is_waited_out_as_one() {
        let (sender, events) = channel();
        let mut changes = FolderChanges {
            folder: PathBuf::from("nowhere"),
            events,
            every: Duration::from_secs(3600),
            stamp: stamp(Path::new("nowhere")),
        };
        for _ in 0..20 {
            sender.send(()).expect("the receiver is there");
        }
        assert!(changes.wait());
        assert_eq!(changes.events.try_recv(), Err(TryRecvError::Empty));
        drop(sender);
        assert!(!changes.wait());
    }
}
