//! A folder of guides for one test.

use std::fs;
use std::path::{Path, PathBuf};

use frontrow::content::{Diagnostics, LoadOptions, Loaded, load};
use frontrow::guide::Date;
use tempfile::TempDir;

/// The day it is in tests.
pub(crate) const TODAY: Date = Date {
    year: 2026,
    month: 12,
    day: 1,
};

/// A guide in which nothing is wrong.
pub(crate) const SOUND: &str = r#"[film]
title = "The Tin Orchard"
year = 1999
source = "https://example.org/tin-orchard"
reviewed = 2026-11-01

[[section]]
id = "plot"
title = "Plot"

[[section.entry]]
id = "setting"
title = "Setting"
ask = ["where is it set", "which country is it", "place of the story"]
text = "It is set on a farm of tin trees."
"#;

/// A folder that is gone when the test ends.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// Makes an empty folder.
    pub(crate) fn new() -> Self {
        Self(TempDir::new().expect("a folder for the test"))
    }

    /// Makes a folder with one guide `a.toml`.
    pub(crate) fn with(text: &str) -> Self {
        Self::new().file("a.toml", text)
    }

    /// Adds or replaces a file.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(name, content);
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), content).expect("writing into the test's folder");
    }

    /// Replaces a file as careful editors do: a new file takes the place of the old one.
    pub(crate) fn replace(&self, name: &str, content: impl AsRef<[u8]>) {
        let new = self.path().join(format!(".{name}.new"));
        fs::write(&new, content).expect("writing into the test's folder");
        fs::rename(new, self.path().join(name)).expect("renaming in the test's folder");
    }

    /// Removes a file.
    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).expect("removing from the test's folder");
    }

    /// The path of it.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Loads it as `check` does.
    pub(crate) fn load(&self) -> Loaded {
        let options = LoadOptions {
            today: Some(TODAY),
            ..LoadOptions::default()
        };
        load(self.path(), &options)
    }
}

/// Returns the folder of sample guides, of films that do not exist.
pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/guides")
}

/// Returns each diagnostic as `code file:line:column`, in order; those without a place as `code`.
pub(crate) fn found(diagnostics: &Diagnostics) -> Vec<String> {
    let shown = |one| {
        let place: frontrow::content::Record = one;
        match (place.file, place.line, place.column) {
            (Some(file), Some(line), Some(column)) => {
                let name = Path::new(&file).file_name().unwrap_or_default();
                format!("{} {}:{line}:{column}", place.code, name.to_string_lossy())
            }
            _ => place.code.to_owned(),
        }
    };
    diagnostics.records().into_iter().map(shown).collect()
}
