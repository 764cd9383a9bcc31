//! From a folder of guides to a library, with everything that was found on the way.
//!
//! Callers decide how much they forgive: most commands refuse unsound guides ([`Loaded::strict`]),
//! a bot that starts serves the films whose files are sound ([`Loaded::lenient`]).

use std::collections::HashSet;
use std::path::Path;

use rayon::prelude::*;

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::draft::Draft;
use super::report::Report;
use super::source;
use super::source_file::SourceFile;
use super::{build, checks, collisions, parse, validate};
use crate::guide::{Date, Guide, is_program_section};
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

    fn valid(self) -> Result<ValidLibrary, Diagnostics> {
        match self.library {
            Some(library) => Ok(ValidLibrary {
                library,
                diagnostics: self.diagnostics,
                fingerprint: self.fingerprint,
            }),
            None => Err(self.diagnostics),
        }
    }
}

/// Loads the guides of a folder and judges them.
pub fn load(dir: &Path, options: &LoadOptions) -> Loaded {
    let folder = source::read_folder(dir);
    let fingerprint = folder.fingerprint();
    let mut found = folder.diagnostics;
    let mut drafts = read_all(&folder.files, options.today, &mut found);
    let guides = valid_guides(&folder.files, &drafts, &found);
    if !options.collisions {
        // Nobody looks at them any more, and they take as much memory as the guides.
        drafts = Vec::new();
    }
    let counts = count(&guides, folder.files.len());
    let library = (!guides.is_empty()).then(|| match options.skip_index {
        true => Library::without_index(guides),
        false => Library::build(guides, &options.extra),
    });
    if let Some(library) = &library
        && !options.skip_index
    {
        found.extend(checks::run(library, &folder.files));
        if options.collisions {
            found.extend(collisions::find(library, &folder.files, &drafts));
        }
    }
    Loaded {
        library,
        diagnostics: Diagnostics::new(folder.files, found),
        counts,
        fingerprint,
    }
}

/// Takes all files apart and judges them, each by itself and then beside the others.
fn read_all(files: &[SourceFile], today: Option<Date>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
    let readable: Vec<_> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.readable)
        .collect();
    // A thousand guides take seconds, and each stands by itself.
    let read_one = |&(number, file): &(usize, &SourceFile)| read(number, file, today);
    let read: Vec<_> = readable.par_iter().map(read_one).collect();
    let mut drafts = Vec::with_capacity(readable.len());
    for (draft, mut of_file) in read {
        drafts.push(draft);
        found.append(&mut of_file);
    }
    found.extend(validate::remakes(&drafts));
    drafts
}

/// Takes one file apart and judges it by itself.
fn read(number: usize, file: &SourceFile, today: Option<Date>) -> (Draft, Vec<Diagnostic>) {
    let mut report = Report::new(number);
    let draft = parse::parse(&file.text, &mut report);
    validate::validate(&draft, &file.text, today, &mut report);
    (draft, report.found)
}

/// Builds the guides of the files in which there is no error.
fn valid_guides(files: &[SourceFile], drafts: &[Draft], found: &[Diagnostic]) -> Vec<Guide> {
    let invalid: HashSet<usize> = found
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .filter_map(|one| Some(one.primary.as_ref()?.file))
        .collect();
    let valid = drafts
        .par_iter()
        .filter(|draft| !invalid.contains(&draft.file));
    let guides = valid.filter_map(|draft| {
        let id = files.get(draft.file)?.film_id.clone()?;
        build::guide(id, draft)
    });
    guides.collect()
}

fn count(guides: &[Guide], n_files: usize) -> Counts {
    let own_sections = |guide: &Guide| {
        let sections = guide.sections.iter();
        sections
            .filter(|section| !is_program_section(&section.id))
            .count()
    };
    let entries = || guides.iter().flat_map(Guide::entries);
    Counts {
        guides: n_files,
        sections: guides.iter().map(own_sections).sum(),
        entries: entries().count(),
        phrasings: entries().map(|entry| entry.ask.len()).sum(),
        checks: guides.iter().map(|guide| guide.checks.len()).sum(),
    }
}
