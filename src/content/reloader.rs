//! Keeps a library up to date with its folder of guides: loads, checks, swaps, counts and logs.
//!
//! A reload loads everything, checks everything and only then swaps. Each film's file is judged by itself: where one is
//! unsound, its film keeps the guide it had, and the edits of the others are taken over.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use jiff::Timestamp;
use tracing::{error, info, warn};

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::edits::{Edit, ParkedEdit, lay_over_file, lay_over_guide};
use super::keep::RefusedFile;
use super::load::{LoadOptions, ValidLibrary, load};
use super::source;
use super::watch::{self, Watching};
use crate::guide::FilmId;
use crate::library::{Changes, Library, LibraryHandle, diff};
use crate::metrics::Metrics;
use crate::search::ExtraPhrasing;

/// Owns a folder of guides and the library made from it. Every way to reload goes through it, so that each reload is
/// counted and logged once.
#[derive(Debug)]
pub struct Reloader {
    folder: PathBuf,
    library: LibraryHandle,
    metrics: Arc<Metrics>,
    /// The moment at which the current library was loaded, in seconds since 1970.
    loaded_at: AtomicI64,
    /// Held for as long as a reload takes, so that a second one waits and then sees what the first one did.
    reloading: Mutex<Seen>,
}

/// The state that reloads keep from one to the next.
#[derive(Debug)]
struct Seen {
    /// The files as they were last loaded, well or not.
    fingerprint: u64,
    /// Phrasings from outside the files; none until servers teach them.
    extra: Vec<ExtraPhrasing>,
    /// The edits that hold for everybody.
    edits: Vec<Edit>,
}

/// A reload that took over what is sound.
#[derive(Debug)]
pub struct Reloaded {
    /// The entries that are different now.
    pub changes: Changes,
    /// Everything that was found, errors of refused files included.
    pub found: Diagnostics,
    /// The files that were not taken over.
    pub refused: Vec<RefusedFile>,
    /// The edits for everybody that do not hold.
    pub parked: Vec<ParkedEdit>,
}

impl Reloader {
    /// Starts with what was loaded from `folder`.
    pub fn new(folder: &Path, loaded: ValidLibrary, metrics: Arc<Metrics>) -> Self {
        Self {
            folder: folder.to_owned(),
            library: LibraryHandle::new(loaded.library),
            metrics,
            loaded_at: AtomicI64::new(now()),
            reloading: Mutex::new(Seen {
                fingerprint: loaded.fingerprint,
                extra: Vec::new(),
                edits: Vec::new(),
            }),
        }
    }

    /// Returns the library to answer with. A question keeps the one it began with.
    pub fn current(&self) -> Arc<Library> {
        self.library.current()
    }

    /// Returns what reloads are counted in.
    pub fn metrics(&self) -> &Arc<Metrics> {
        &self.metrics
    }

    /// Returns when the library to answer with was loaded, to the second.
    pub fn loaded_at(&self) -> Timestamp {
        // Every value was a moment before.
        Timestamp::from_second(self.loaded_at.load(Ordering::Relaxed)).unwrap_or_default()
    }

    /// Returns whether a reload is going on, which may keep a processor busy for a while.
    pub fn is_reloading(&self) -> bool {
        matches!(self.reloading.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Reloads whenever the folder changes, until what is returned is dropped. The system's events tell of most changes;
    /// as often as `every` says the folder is looked at for others.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn watch(self: &Arc<Self>, every: Duration) -> io::Result<Watching> {
        self.watch_with(every, |_| {})
    }

    /// Watches as [`Reloader::watch`] does and hands every outcome to `on_reload` too.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub fn watch_with(
        self: &Arc<Self>,
        every: Duration,
        on_reload: impl Fn(&Result<Reloaded, Diagnostics>) + Send + 'static,
    ) -> io::Result<Watching> {
        let reloader = Arc::clone(self);
        watch::watch(&self.folder, every, move || {
            if let Some(outcome) = reloader.reload_if_changed() {
                on_reload(&outcome);
            }
        })
    }

    /// Loads the guides again, changed or not, and takes over every file that nothing is wrong with.
    ///
    /// # Errors
    /// Returns all diagnostics where nothing could be taken over; the old library goes on answering.
    pub fn reload(&self) -> Result<Reloaded, Diagnostics> {
        self.reload_now(&mut self.seen())
    }

    /// Reloads with other edits that hold for everybody from now on, oldest first; those of single servers are no matter
    /// here. Waits while another reload is going on.
    ///
    /// # Errors
    /// Returns all diagnostics where nothing could be taken over; the old library goes on answering.
    pub fn replace_edits(&self, edits: Vec<Edit>) -> Result<Reloaded, Diagnostics> {
        let mut seen = self.seen();
        seen.edits = edits;
        self.reload_now(&mut seen)
    }

    /// Returns the guide of a film as a file, with the edits for everybody and some others: the file itself where it is
    /// sound, with its comments; else what the current library says. `None` where the film has no guide. Reads the file,
    /// and waits while a reload is going on.
    pub fn export_guide(&self, film: &FilmId, edits: &[Edit]) -> Option<String> {
        let file = source::read_files(&[self.folder.join(format!("{film}.toml"))]);
        let file = file.files.into_iter().find(|file| file.readable);
        let all = || [self.seen().edits.as_slice(), edits].concat();
        let of_file = file.and_then(|file| lay_over_file(file, &all()).ok());
        let of_library = || {
            let library = self.current();
            let guide = library.guide(library.film(film.as_str())?);
            Some(lay_over_guide(film, guide, edits))
        };
        let begun = || lay_over_guide(film, None, edits);
        let text = of_file.or_else(of_library).unwrap_or_else(begun).text;
        Some(text).filter(|text| !text.is_empty())
    }

    /// Reloads as [`Reloader::reload`] does, or returns `None` where the files are what they were.
    pub fn reload_if_changed(&self) -> Option<Result<Reloaded, Diagnostics>> {
        let mut seen = self.seen();
        let changed = source::read_folder(&self.folder).fingerprint() != seen.fingerprint;
        changed.then(|| self.reload_now(&mut seen))
    }

    fn reload_now(&self, seen: &mut Seen) -> Result<Reloaded, Diagnostics> {
        let outcome = self.load_and_swap(seen);
        // What is logged is done: whoever reads of a reload finds it counted.
        let is_complete = matches!(&outcome, Ok(reloaded) if reloaded.refused.is_empty());
        self.metrics.reloaded(is_complete);
        match &outcome {
            Ok(reloaded) => log_success(reloaded),
            Err(diagnostics) => log_failure(diagnostics),
        }
        outcome
    }

    fn load_and_swap(&self, seen: &mut Seen) -> Result<Reloaded, Diagnostics> {
        let before = self.current();
        let options = LoadOptions {
            collisions: true,
            extra: seen.extra.clone(),
            edits: seen.edits.clone(),
            previous: Some(Arc::clone(&before)),
            // The age of a review is no matter for a reload: `check` looks at it.
            today: None,
            skip_index: false,
        };
        let loaded = load(&self.folder, &options);
        seen.fingerprint = loaded.fingerprint();
        let ValidLibrary {
            library,
            diagnostics: found,
            refused,
            parked,
            ..
        } = loaded.file_by_file()?;
        // A file that is no film's, such as a copy that a tool left behind, is nobody's edit.
        let sources = found.sources();
        let is_edit = |refused: &RefusedFile| {
            let file = sources.get(refused.file);
            file.is_some_and(|file| file.film_id.is_some())
        };
        if library.revision() == before.revision() && refused.iter().any(is_edit) {
            return Err(found);
        }
        let changes = diff(&before, &library);
        self.library.replace(library);
        self.loaded_at.store(now(), Ordering::Relaxed);
        Ok(Reloaded {
            changes,
            found,
            refused,
            parked,
        })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A panic elsewhere leaves nothing half done here: what was seen is written in one step.
        self.reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns this moment in seconds since 1970.
fn now() -> i64 {
    Timestamp::now().as_second()
}

fn log_success(reloaded: &Reloaded) {
    let (changes, found) = (&reloaded.changes, &reloaded.found);
    let warnings = found.count(Severity::Warning);
    let (added, changed, removed) = (
        changes.added.len(),
        changes.changed.len(),
        changes.removed.len(),
    );
    info!(
        added,
        changed, removed, warnings, "guides reloaded: {changes}"
    );
    if !reloaded.parked.is_empty() {
        let parked = reloaded.parked.len();
        warn!(parked, "edits that do not hold: {parked}");
    }
    for refused in &reloaded.refused {
        let first = first_error(found, |one| one.file() == Some(refused.file));
        match refused.is_kept {
            true => error!("a guide not reloaded, the old one goes on answering: {first}"),
            false => error!("a file left out: {first}"),
        }
    }
}

fn log_failure(found: &Diagnostics) {
    let errors = found.count(Severity::Error);
    let first = first_error(found, |_| true);
    error!(
        errors,
        "guides not reloaded, the old ones go on answering: {first}"
    );
}

/// Returns where and what the first error of a choice is, and how many there are besides.
fn first_error(found: &Diagnostics, is_chosen: impl Fn(&Diagnostic) -> bool) -> String {
    let is_error = |one: &&Diagnostic| one.severity == Severity::Error && is_chosen(one);
    let mut errors = found.iter().filter(is_error);
    let Some(first) = errors.next() else {
        return String::new();
    };
    let place = found.location(first).map(|place| format!("{place}: "));
    let (place, what) = (place.unwrap_or_default(), &first.message);
    match errors.count() {
        0 => format!("{place}{what}"),
        more => format!("{place}{what} (and {more} more)"),
    }
}
