//! The library that answers right now: readers take it, a reload puts another in its place.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::Library;

/// Holds the current [`Library`]. Reading it never waits, not even while it is replaced.
#[derive(Debug)]
pub struct LibraryHandle(ArcSwap<Library>);

impl LibraryHandle {
    /// Starts with a library.
    pub fn new(library: Library) -> Self {
        Self(ArcSwap::from_pointee(library))
    }

    /// Returns the library to answer with. A question keeps the one it began with.
    pub fn current(&self) -> Arc<Library> {
        self.0.load_full()
    }

    /// Puts another library in place for all questions that begin from now on.
    pub fn replace(&self, library: Library) {
        self.0.store(Arc::new(library));
    }
}
