//! Guides that stay as they were: where a file is unsound, its film keeps the guide that answered before.

use std::collections::HashSet;
use std::sync::Arc;

use super::diagnostic::{Diagnostic, Severity};
use super::draft::Draft;
use super::source_file::SourceFile;
use crate::guide::Guide;
use crate::library::Library;
use crate::search::ExtraPhrasing;

/// A file that was not taken over, because something is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefusedFile {
    /// The file, as an index into the sources of the diagnostics.
    pub file: usize,
    /// True if its film keeps the guide that it had.
    pub is_kept: bool,
}

/// Adds the previous guides of the films whose files are `unsound`.
pub(super) fn unsound(
    guides: &mut Vec<Arc<Guide>>,
    previous: &Library,
    drafts: &[Draft],
    files: &[SourceFile],
    unsound: &HashSet<usize>,
) {
    for (number, file) in files.iter().enumerate() {
        if !unsound.contains(&number) {
            continue;
        }
        let draft = drafts.iter().find(|draft| draft.file == number);
        let kept = guide_of(previous, file).or_else(|| same_film(previous, draft?));
        let Some(kept) = kept else { continue };
        if guides.iter().all(|guide| guide.id != kept.id) {
            guides.push(Arc::clone(kept));
        }
    }
}

/// Puts the previous guides in the place of edited ones whose own checks `failed`, and leaves out new ones. Checks of guides
/// that nobody edited become warnings: nothing is gained by going back to what is the same.
pub(super) fn failed(
    library: Library,
    previous: &Library,
    files: &[SourceFile],
    failed: &mut [Diagnostic],
    extra: &[ExtraPhrasing],
) -> Option<Library> {
    let mut undone = HashSet::new();
    for check in failed {
        let file = check.file().and_then(|number| files.get(number));
        let Some((id, file)) = file.and_then(|file| Some((file.film_id.as_ref()?, file))) else {
            continue;
        };
        let now = guide_of(&library, file);
        if now == guide_of(previous, file) {
            check.severity = Severity::Warning;
        } else {
            undone.insert(id);
        }
    }
    if undone.is_empty() {
        return Some(library);
    }
    let guides = library.into_guides().into_iter();
    let guides: Vec<Arc<Guide>> = guides
        .filter_map(|guide| match undone.contains(&guide.id) {
            false => Some(guide),
            true => previous
                .film(guide.id.as_str())?
                .of(previous.guides())
                .cloned(),
        })
        .collect();
    (!guides.is_empty()).then(|| Library::build(guides, extra))
}

/// Returns the `unsound` files, and whether the films of these are in the library as they were.
pub(super) fn refused(
    files: &[SourceFile],
    library: Option<&Library>,
    unsound: &HashSet<usize>,
) -> Vec<RefusedFile> {
    let files = files.iter().enumerate();
    files
        .filter(|(number, _)| unsound.contains(number))
        .map(|(file, source)| RefusedFile {
            file,
            is_kept: library.is_some_and(|library| guide_of(library, source).is_some()),
        })
        .collect()
}

/// Returns the guide of the film that a file is named after.
fn guide_of<'a>(library: &'a Library, file: &SourceFile) -> Option<&'a Arc<Guide>> {
    let film = library.film(file.film_id.as_ref()?.as_str())?;
    film.of(library.guides())
}

/// Returns the guide of the film that a file is about, whatever its name: somebody may have renamed it amiss.
fn same_film<'a>(library: &'a Library, draft: &Draft) -> Option<&'a Arc<Guide>> {
    let title = draft.film.title.as_ref()?.value.trim();
    let year = draft.film.year.as_ref().map(|year| year.value);
    let is_same =
        |guide: &&Arc<Guide>| guide.film.title == title && guide.film.year.map(i64::from) == year;
    library.guides().iter().find(is_same)
}
