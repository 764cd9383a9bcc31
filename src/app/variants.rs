//! The libraries of servers with edits of their own: made when they are first needed, kept as long as there is room.
//!
//! Nearly all servers answer from the one library that all share, and a server with edits shares all of it but the
//! entries that differ. What is kept is known by two revisions, that of the shared library and that of the edits, so a
//! reload or a new edit needs no word to anybody: the next question finds nothing under the new revisions and has the
//! library made, which takes a few milliseconds.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::content::edits::{Edit, EditedLibrary, ParkedEdit, TriedEdit, edited_library, try_edit};
use crate::library::{Fingerprint, Library};

/// The most that edited libraries may take, in bytes. Three edits in a guide of 45 entries take 13 kB; an index of that
/// film's own would take 2,900. So there is room for three thousand servers, and few of them come back to find theirs
/// gone.
const MAX_BYTES: u64 = 40 * 1024 * 1024;
/// The number of servers with edits that this is about.
const N_SERVERS: usize = 500;
/// The size of a kept library beside its guides and their index, in bytes.
const OVERHEAD: usize = 500;

/// The edits that hold on a server, in order, those for all servers apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerEdits {
    edits: Vec<Edit>,
    revision: u64,
}

impl ServerEdits {
    /// Takes the published edits of a server, oldest first.
    pub fn new(edits: Vec<Edit>) -> Self {
        let mut content = Fingerprint::default();
        for edit in &edits {
            content.add(edit.to_payload().as_bytes());
        }
        Self {
            edits,
            revision: content.value(),
        }
    }

    /// Returns the edits.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Returns a number that tells these edits from others.
    pub fn revision(&self) -> u64 {
        self.revision
    }
}

/// Keeps the libraries of servers with edits.
#[derive(Debug)]
pub struct LibraryVariants {
    kept: Cache<VariantKey, Arc<Variant>, ByBytes>,
    /// The revision of the library that the kept ones share.
    base: AtomicU64,
}

/// The revisions of a library and of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct VariantKey {
    base: u64,
    edits: u64,
}

/// A library with edits.
#[derive(Debug)]
struct Variant {
    library: Arc<Library>,
    parked: Vec<ParkedEdit>,
    n_bytes: usize,
}

#[derive(Clone, Debug)]
struct ByBytes;

impl Weighter<VariantKey, Arc<Variant>> for ByBytes {
    fn weight(&self, _: &VariantKey, variant: &Arc<Variant>) -> u64 {
        (variant.n_bytes + OVERHEAD) as u64
    }
}

impl Default for LibraryVariants {
    fn default() -> Self {
        Self::with_room(MAX_BYTES)
    }
}

impl LibraryVariants {
    /// Makes room for so many bytes of edited libraries.
    pub fn with_room(max_bytes: u64) -> Self {
        Self {
            kept: Cache::with_weighter(N_SERVERS, max_bytes, ByBytes),
            base: AtomicU64::new(0),
        }
    }

    /// Returns the library that a server answers from: `base` itself where it has no edits, or none that holds.
    pub fn library_for(&self, base: &Arc<Library>, edits: &ServerEdits) -> Arc<Library> {
        self.forget_older(base);
        match edits.edits() {
            [] => Arc::clone(base),
            _ => Arc::clone(&self.variant(base, edits).library),
        }
    }

    /// Returns the edits of a server that do not hold, and why.
    pub fn parked_for(&self, base: &Arc<Library>, edits: &ServerEdits) -> Vec<ParkedEdit> {
        match edits.edits() {
            [] => Vec::new(),
            _ => self.variant(base, edits).parked.clone(),
        }
    }

    /// Tries an edit out beside those that hold on a server; nothing is kept of it.
    pub fn try_edit(&self, base: &Arc<Library>, edits: &ServerEdits, edit: &Edit) -> TriedEdit {
        let current = self.library_for(base, edits);
        try_edit(base, &current, edits.edits(), edit)
    }

    /// Returns about how many bytes the kept libraries take beside what they share.
    pub fn n_bytes(&self) -> u64 {
        self.kept.weight()
    }

    /// Lets go of the libraries that were made of another base, which would keep all of that in memory.
    fn forget_older(&self, base: &Library) {
        let revision = base.revision();
        if self.base.load(Ordering::Relaxed) != revision {
            self.base.store(revision, Ordering::Relaxed);
            self.kept.retain(|kept, _| kept.base == revision);
        }
    }

    fn variant(&self, base: &Arc<Library>, edits: &ServerEdits) -> Arc<Variant> {
        let key = VariantKey {
            base: base.revision(),
            edits: edits.revision(),
        };
        if let Some(variant) = self.kept.get(&key) {
            return variant;
        }
        let made = self.kept.get_or_insert_with(&key, || {
            Ok::<_, std::convert::Infallible>(Arc::new(Variant::new(base, edits)))
        });
        match made {
            Ok(variant) => variant,
            Err(never) => match never {},
        }
    }
}

impl Variant {
    fn new(base: &Arc<Library>, edits: &ServerEdits) -> Self {
        let EditedLibrary { library, parked } = edited_library(base, edits.edits());
        let n_bytes = library
            .as_ref()
            .map_or(0, |library| library.n_own_bytes(base));
        Self {
            library: library.map_or_else(|| Arc::clone(base), Arc::new),
            parked,
            n_bytes,
        }
    }
}
