//! The library that answers right now, and how a new one takes its place.
//!
//! A reload loads everything, checks everything and only then swaps; until then, and whenever anything
//! is wrong, the old library goes on answering.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::SystemTime;

use arc_swap::ArcSwap;

use super::diagnostic::Diagnostics;
use super::diff::{Changes, diff};
use super::library::Library;
use super::load::{LoadOptions, Sound, load};
use super::source;
use crate::search::ExtraPhrasing;

/// The current library of a folder of guides.
#[derive(Debug)]
pub struct Live {
    folder: PathBuf,
    current: ArcSwap<Library>,
    /// When the current library was loaded, in seconds since 1970.
    loaded_at: AtomicU64,
    /// Held for as long as a reload takes, so that a second one waits and then sees what the first one did.
    reloading: Mutex<Seen>,
}

/// What reloads remember from one to the next.
#[derive(Debug)]
struct Seen {
    /// The files as they were last loaded, well or not.
    fingerprint: u64,
    /// Phrasings from outside the files; none until servers teach them.
    extra: Vec<ExtraPhrasing>,
}

/// A reload that went well.
#[derive(Debug)]
pub struct Reloaded {
    /// What is different now.
    pub changes: Changes,
    /// Warnings and notes on the new guides.
    pub warnings: Diagnostics,
}

impl Live {
    /// Starts with a library that was loaded from `folder`.
    pub fn new(folder: &Path, library: Library, fingerprint: u64) -> Self {
        Self {
            folder: folder.to_owned(),
            current: ArcSwap::from_pointee(library),
            loaded_at: AtomicU64::new(now()),
            reloading: Mutex::new(Seen {
                fingerprint,
                extra: Vec::new(),
            }),
        }
    }

    /// Returns the folder that the guides are read from.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the library to answer with. A question keeps the one it began with.
    pub fn current(&self) -> Arc<Library> {
        self.current.load_full()
    }

    /// Returns when the library to answer with was loaded, in seconds since 1970.
    pub fn loaded_at(&self) -> u64 {
        self.loaded_at.load(Ordering::Relaxed)
    }

    /// Loads the guides again and swaps the library if nothing is wrong with any of them.
    ///
    /// # Errors
    /// Returns all diagnostics where one of them is an error; the old library goes on answering.
    pub fn reload(&self) -> Result<Reloaded, Diagnostics> {
        self.reload_now(&mut self.seen())
    }

    /// Reloads as [`Live::reload`] does, or returns `None` where the files are what they were.
    pub fn reload_if_changed(&self) -> Option<Result<Reloaded, Diagnostics>> {
        let mut seen = self.seen();
        let changed = source::read_folder(&self.folder).fingerprint() != seen.fingerprint;
        changed.then(|| self.reload_now(&mut seen))
    }

    /// Whether a reload is going on, which may keep a processor busy for a while.
    pub fn is_reloading(&self) -> bool {
        matches!(self.reloading.try_lock(), Err(TryLockError::WouldBlock))
    }

    fn reload_now(&self, seen: &mut Seen) -> Result<Reloaded, Diagnostics> {
        let options = LoadOptions {
            collisions: true,
            extra: seen.extra.clone(),
            // The age of a review is no matter for a reload: `check` looks at it.
            today: None,
            only_to_read: false,
        };
        let loaded = load(&self.folder, &options);
        seen.fingerprint = loaded.fingerprint();
        let Sound {
            library,
            diagnostics,
            ..
        } = loaded.strict()?;
        let changes = diff(&self.current(), &library);
        self.current.store(Arc::new(library));
        self.loaded_at.store(now(), Ordering::Relaxed);
        Ok(Reloaded {
            changes,
            warnings: diagnostics,
        })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A panic elsewhere leaves nothing half done here: what was seen is written in one step.
        self.reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns this moment in seconds since 1970; a clock that is set before that counts as 1970.
fn now() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
