//! From a folder of guides to a library, with everything that was found on the way.
//!
//! Callers decide how much they forgive: most commands refuse unsound guides ([`Loaded::strict`]),
//! a bot that starts serves the films whose files are sound ([`Loaded::lenient`]).

use std::path::Path;

use super::diagnostic::{Diagnostic, Diagnostics, Severity};
use super::draft::Draft;
use super::library::Library;
use super::report::Report;
use super::source::{self, SourceFile};
use super::{build, parse};
use crate::guide::{Date, Guide};
use crate::search::ExtraPhrasing;

/// How to load a folder of guides.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// The day to judge `reviewed` by; without one its age is no matter.
    pub today: Option<Date>,
    /// Whether to look for phrasings on which two entries tie: it asks every question there is.
    pub collisions: bool,
    /// Phrasings from outside the files.
    pub extra: Vec<ExtraPhrasing>,
}

/// How much a folder of guides holds.
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

/// What loading a folder gave.
#[derive(Debug)]
pub struct Loaded {
    library: Option<Library>,
    diagnostics: Diagnostics,
    counts: Counts,
    fingerprint: u64,
}

/// A library that may be served.
#[derive(Debug)]
pub struct Sound {
    /// The library.
    pub library: Library,
    /// What was found that does not stand in its way; after a lenient load, errors of other films too.
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

    /// Returns the library only if no file has any error.
    ///
    /// # Errors
    /// Returns all diagnostics where one of them is an error.
    pub fn strict(self) -> Result<Sound, Diagnostics> {
        if self.diagnostics.count(Severity::Error) > 0 {
            return Err(self.diagnostics);
        }
        self.sound()
    }

    /// Returns a library of the films whose files are sound; a failing check is a warning here.
    ///
    /// # Errors
    /// Returns all diagnostics where not a single file is sound.
    pub fn lenient(mut self) -> Result<Sound, Diagnostics> {
        self.diagnostics.soften(FAILED_CHECK);
        self.sound()
    }

    fn sound(self) -> Result<Sound, Diagnostics> {
        match self.library {
            Some(library) => Ok(Sound {
                library,
                diagnostics: self.diagnostics,
                fingerprint: self.fingerprint,
            }),
            None => Err(self.diagnostics),
        }
    }
}

/// The code of a check that got another answer than it must.
pub(super) const FAILED_CHECK: &str = "failed-check";

/// Loads the guides of a folder and judges them.
pub fn load(dir: &Path, options: &LoadOptions) -> Loaded {
    let folder = source::read_folder(dir);
    let fingerprint = folder.fingerprint();
    let mut found = folder.diagnostics;
    let mut guides = Vec::new();
    for (number, file) in folder
        .files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.readable)
    {
        let (_draft, guide) = read(number, file, &mut found);
        guides.extend(guide);
    }
    let counts = count(&guides, folder.files.len());
    let library = (!guides.is_empty()).then(|| Library::build(guides, &options.extra));
    Loaded {
        library,
        diagnostics: Diagnostics::new(folder.files, found),
        counts,
        fingerprint,
    }
}

fn read(number: usize, file: &SourceFile, found: &mut Vec<Diagnostic>) -> (Draft, Option<Guide>) {
    let mut report = Report::new(number);
    let draft = parse::parse(&file.text, &mut report);
    let id = file.film_id.clone().filter(|_| !report.has_errors());
    let guide = id.and_then(|id| build::guide(id, &draft));
    found.append(&mut report.found);
    (draft, guide)
}

fn count(guides: &[Guide], n_files: usize) -> Counts {
    let own_sections = |guide: &Guide| {
        let sections = guide.sections.iter();
        sections
            .filter(|section| !crate::guide::is_program_section(&section.id))
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
