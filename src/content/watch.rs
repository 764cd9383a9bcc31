//! Reloads the guides when their folder changes.
//!
//! The folder is watched, not its files: editors and mounted volumes replace files by renaming others over them.
//! What the events say is no matter: after a moment of quiet the files are compared with those last loaded,
//! so a burst of changes is one reload and a change of anything else is none.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tracing::{error, info};

use super::diagnostic::{Diagnostics, Severity};
use super::live::{Live, Reloaded};

/// How long the folder must be quiet before it is read: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(300);
/// How long changes may go on before it is read anyway.
const PATIENCE: Duration = Duration::from_secs(5);

/// Watches a folder until it is dropped.
#[derive(Debug)]
pub struct Watching {
    watcher: Option<RecommendedWatcher>,
    thread: Option<JoinHandle<()>>,
}

/// Watches the folder of `live`, reloads when its guides change, and logs one line for each reload.
///
/// # Errors
/// Returns why the folder cannot be watched: it is gone, or the system watches too many already.
pub fn watch(live: Arc<Live>) -> notify::Result<Watching> {
    watch_with(live, |_| {})
}

/// Watches as [`watch`] does and hands every outcome to `on_reload` too.
///
/// # Errors
/// Returns why the folder cannot be watched.
pub fn watch_with(
    live: Arc<Live>,
    on_reload: impl Fn(&Result<Reloaded, Diagnostics>) + Send + 'static,
) -> notify::Result<Watching> {
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if matters(&event) {
            // The receiver is gone only when the watching ends.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(live.folder(), RecursiveMode::NonRecursive)?;
    // What changed between loading and watching has no event.
    look(&live, &on_reload);
    let thread = std::thread::Builder::new()
        .name("watch guides".to_owned())
        .spawn(move || {
            while wait_for_quiet(&receiver) {
                look(&live, &on_reload);
            }
        })?;
    Ok(Watching {
        watcher: Some(watcher),
        thread: Some(thread),
    })
}

/// Reloads the guides, changed or not, and logs one line as for a change of the folder.
///
/// # Errors
/// Returns all diagnostics where one of them is an error; the old library goes on answering.
pub fn reload(live: &Live) -> Result<Reloaded, Diagnostics> {
    let outcome = live.reload();
    log(&outcome);
    outcome
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

/// Whether an event may be a change: reading the guides causes events too, which must not cause more reading.
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

fn look(live: &Live, on_reload: &impl Fn(&Result<Reloaded, Diagnostics>)) {
    let Some(outcome) = live.reload_if_changed() else {
        return;
    };
    // What is logged is done: whoever reads of a reload finds it counted.
    on_reload(&outcome);
    log(&outcome);
}

fn log(outcome: &Result<Reloaded, Diagnostics>) {
    match outcome {
        Ok(reloaded) => log_success(reloaded),
        Err(diagnostics) => log_failure(diagnostics),
    }
}

fn log_success(reloaded: &Reloaded) {
    let changes = &reloaded.changes;
    let warnings = reloaded.warnings.count(Severity::Warning);
    let (added, changed, removed) = (
        changes.added.len(),
        changes.changed.len(),
        changes.removed.len(),
    );
    info!(
        added,
        changed, removed, warnings, "guides reloaded: {changes}"
    );
}

fn log_failure(diagnostics: &Diagnostics) {
    let errors = diagnostics.count(Severity::Error);
    let first = diagnostics.first_error();
    let place = first.and_then(|first| diagnostics.location(first));
    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
    let what = first.map_or("", |first| first.message.as_str());
    let more = match errors {
        0 | 1 => String::new(),
        more => format!(" (and {} more)", more - 1),
    };
    error!(
        errors,
        "guides not reloaded, the old ones go on answering: {place}{what}{more}"
    );
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
