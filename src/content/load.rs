//! From a folder of guides to a library, with everything that was found on the way.
//!
//! Callers decide how much they forgive: most commands refuse unsound guides ([`Loaded::strict`]),
//! a bot that starts serves the films whose files are sound ([`Loaded::lenient`]), and one that reloads takes each
//! sound file over and keeps the guides it has of the other films ([`Loaded::file_by_file`]).

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::draft::Draft;
use super::edits::{Edit, ParkedEdit, lay_over_all};
use super::keep::{self, RefusedFile};
use super::read::read;
use super::source::{self, Folder};
use super::source_file::SourceFile;
use super::{build, checks, collisions, validate};
use crate::guide::{Date, FilmId, Guide, is_program_section};
use crate::library::Library;
use crate::search::ExtraPhrasing;

/// The ways to load a folder of guides.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// The day to judge `reviewed` by; without one its age is no matter.
    pub today: Option<Date>,
    /// True to look for phrasings on which two entries tie: it asks every question there is.
    pub collisions: bool,
    /// Phrasings from outside the files.
    pub extra: Vec<ExtraPhrasing>,
    /// The edits that hold for everybody, in order.
    pub edits: Vec<Edit>,
    /// The library that answers so far: a film whose file is unsound now keeps the guide that it has there.
    pub previous: Option<Arc<Library>>,
    /// True if the guides are only to be read: no question is answered from them, and their checks are not asked.
    pub skip_index: bool,
}

/// The counts of what a folder of guides holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Guide files, sound or not.
    pub guides: usize,
    /// Sections of sound guides, without those of the program's own.
    pub sections: usize,
    /// Entries of sound guides, facts and questions included.
    pub entries: usize,
    /// Phrasings of sound guides.
    pub phrasings: usize,
    /// Checks of sound guides.
    pub checks: usize,
}

/// The result of loading a folder.
#[derive(Debug)]
pub struct Loaded {
    library: Option<Library>,
    diagnostics: Diagnostics,
    counts: Counts,
    fingerprint: u64,
    refused: Vec<RefusedFile>,
    parked: Vec<ParkedEdit>,
}

/// A library that may be served.
#[derive(Debug)]
pub struct ValidLibrary {
    /// The library.
    pub library: Library,
    /// The findings that do not stand in its way; after a lenient load, errors of other films too.
    pub diagnostics: Diagnostics,
    /// A number that is the same as long as the files are.
    pub fingerprint: u64,
    /// The files of which nothing new is in the library.
    pub refused: Vec<RefusedFile>,
    /// The edits for everybody that do not hold.
    pub parked: Vec<ParkedEdit>,
}

impl Loaded {
    /// Returns everything that was found.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns how much the folder holds.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Returns a number that is the same as long as the files are.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Returns the library only if no file has any error.
    ///
    /// # Errors
    /// Returns all diagnostics where one of them is an error.
    pub fn strict(self) -> Result<ValidLibrary, Diagnostics> {
        if self.diagnostics.count(Severity::Error) > 0 {
            return Err(self.diagnostics);
        }
        self.valid()
    }

    /// Returns a library of the films whose files are sound; a failing check is a warning here.
    ///
    /// # Errors
    /// Returns all diagnostics where not a single file is sound.
    pub fn lenient(mut self) -> Result<ValidLibrary, Diagnostics> {
        self.diagnostics.soften(checks::FAILED_CHECK);
        self.valid()
    }

    /// Returns a library of the sound files and of the guides that the other films had before.
    ///
    /// # Errors
    /// Returns all diagnostics where there is neither.
    pub fn file_by_file(self) -> Result<ValidLibrary, Diagnostics> {
        self.valid()
    }

    fn valid(self) -> Result<ValidLibrary, Diagnostics> {
        match self.library {
            Some(library) => Ok(ValidLibrary {
                library,
                diagnostics: self.diagnostics,
                fingerprint: self.fingerprint,
                refused: self.refused,
                parked: self.parked,
            }),
            None => Err(self.diagnostics),
        }
    }
}

/// Loads the guides of a folder and judges them.
pub fn load(dir: &Path, options: &LoadOptions) -> Loaded {
    load_all(source::read_folder(dir), options)
}

/// Loads some guides, wherever they are, and judges them as if they were alone in a folder.
pub fn load_files(paths: &[PathBuf], options: &LoadOptions) -> Loaded {
    load_all(source::read_files(paths), options)
}

/// Returns what would be found about some films' guides in a folder if their files had these texts; what is wrong with
/// other files is left out.
pub fn check_texts(
    dir: &Path,
    mut texts: BTreeMap<FilmId, String>,
    options: &LoadOptions,
) -> Diagnostics {
    let mut folder = source::read_folder(dir);
    // What was wrong with a file is wrong no more, or will be found again.
    folder.diagnostics.clear();
    let mut edited = Vec::new();
    for (number, file) in folder.files.iter_mut().enumerate() {
        let text = file.film_id.as_ref().and_then(|film| texts.remove(film));
        if let Some(text) = text {
            *file = source::as_read(&file.path, &text);
            edited.push(number);
        }
    }
    for (film, text) in texts {
        edited.push(folder.files.len());
        let path = dir.join(format!("{film}.toml"));
        folder.files.push(source::as_read(&path, &text));
    }
    let mut found = load_all(folder, options).diagnostics;
    found.keep_files(&edited);
    found
}

fn load_all(folder: Folder, options: &LoadOptions) -> Loaded {
    let fingerprint = folder.fingerprint();
    let files = folder.files;
    let mut found = folder.diagnostics;
    let mut drafts = read_all(&files, options, &mut found);
    let mut guides = valid_guides(&files, &drafts, &found);
    let counts = count(&guides, files.len());
    if let Some(previous) = &options.previous {
        keep::unsound(
            &mut guides,
            previous,
            &drafts,
            &files,
            &files_with_errors(&found),
        );
    }
    if !options.collisions {
        // Nobody looks at them any more, and they take as much memory as the guides.
        drafts = Vec::new();
    }
    let (guides, parked) = lay_over_all(guides, &options.edits);
    let library = build_and_check(guides, options, &files, &mut found);
    let unsound = files_with_errors(&found);
    if let Some(library) = &library
        && options.collisions
        && !options.skip_index
    {
        let is_old = |draft: &Draft| options.previous.is_some() && unsound.contains(&draft.file);
        drafts.retain(|draft| !is_old(draft));
        found.extend(collisions::find(library, &files, &drafts));
    }
    Loaded {
        refused: keep::refused(&files, library.as_ref(), &unsound),
        library,
        diagnostics: Diagnostics::new(files, found),
        counts,
        fingerprint,
        parked,
    }
}

/// Builds the library and asks its checks; an edit whose own checks fail is undone where there is a guide to go back to.
fn build_and_check(
    guides: Vec<Arc<Guide>>,
    options: &LoadOptions,
    files: &[SourceFile],
    found: &mut Vec<Diagnostic>,
) -> Option<Library> {
    if guides.is_empty() {
        return None;
    }
    if options.skip_index {
        return Some(Library::without_index(guides));
    }
    let library = Library::build(guides, &options.extra);
    let mut failed = checks::run(&library, files);
    let library = match &options.previous {
        Some(previous) => keep::failed(library, previous, files, &mut failed, &options.extra),
        None => Some(library),
    };
    found.append(&mut failed);
    library
}

/// Returns everything that is wrong with one guide, whatever else there is.
pub fn judge(file: SourceFile, today: Date) -> Diagnostics {
    let (_, found) = read(0, &file, Some(today));
    Diagnostics::new(vec![file], found)
}

/// Takes all files apart and judges them, each by itself and then beside the others.
fn read_all(
    files: &[SourceFile],
    options: &LoadOptions,
    found: &mut Vec<Diagnostic>,
) -> Vec<Draft> {
    let readable: Vec<_> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.readable)
        .collect();
    // A thousand guides take seconds, and each stands by itself.
    let read_one = |&(number, file): &(usize, &SourceFile)| read(number, file, options.today);
    let read: Vec<_> = readable.par_iter().map(read_one).collect();
    let mut drafts = Vec::with_capacity(readable.len());
    for (draft, mut of_file) in read {
        drafts.push(draft);
        found.append(&mut of_file);
    }
    // A film that has been there before is no remake of one that is new.
    let is_known = |draft: &&Draft| {
        let previous = options.previous.as_deref();
        let id = files.get(draft.file).and_then(|file| file.film_id.as_ref());
        previous
            .zip(id)
            .is_some_and(|(library, id)| library.film(id.as_str()).is_some())
    };
    let (known, new): (Vec<&Draft>, Vec<&Draft>) = drafts.iter().partition(is_known);
    found.extend(validate::remakes(known.into_iter().chain(new)));
    drafts
}

/// Builds the guides of the files in which there is no error.
fn valid_guides(files: &[SourceFile], drafts: &[Draft], found: &[Diagnostic]) -> Vec<Arc<Guide>> {
    let invalid = files_with_errors(found);
    let valid = drafts
        .par_iter()
        .filter(|draft| !invalid.contains(&draft.file));
    let guides = valid.filter_map(|draft| {
        let id = files.get(draft.file)?.film_id.clone()?;
        build::guide(id, draft).map(Arc::new)
    });
    guides.collect()
}

/// Returns the files in which there is an error.
fn files_with_errors(found: &[Diagnostic]) -> HashSet<usize> {
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    errors.filter_map(Diagnostic::file).collect()
}

fn count(guides: &[Arc<Guide>], n_files: usize) -> Counts {
    let own_sections = |guide: &Guide| {
        let sections = guide.sections.iter();
        sections
            .filter(|section| !is_program_section(&section.id))
            .count()
    };
    let entries = || guides.iter().flat_map(|guide| guide.entries());
    Counts {
        guides: n_files,
        sections: guides.iter().map(|guide| own_sections(guide)).sum(),
        entries: entries().count(),
        phrasings: entries().map(|entry| entry.ask.len()).sum(),
        checks: guides.iter().map(|guide| guide.checks.len()).sum(),
    }
}
