//! A guide file as it was read: its name, its text, and whether that is all it says.

use std::path::{Path, PathBuf};

use crate::guide::FilmId;

/// One guide file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path of it.
    pub path: PathBuf,
    /// Its file name.
    pub name: String,
    /// The film it is about; `None` where its name is no film id.
    pub film_id: Option<FilmId>,
    /// The text, without a byte order mark and with plain line ends.
    pub text: String,
    /// True if the text is what the file says, rather than as much of it as could be read.
    pub readable: bool,
}

impl SourceFile {
    /// Takes in a guide's text as an editor may have saved it.
    pub fn new(path: &Path, text: &str) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        Self {
            path: path.to_owned(),
            name: name.into_owned(),
            film_id: stem.and_then(|stem| FilmId::parse(stem).ok()),
            // Neither the mark nor the carriage returns are part of any line, so positions stay right without them.
            text: text
                .strip_prefix('\u{feff}')
                .unwrap_or(text)
                .replace("\r\n", "\n"),
            readable: true,
        }
    }

    /// Returns the path for messages, without anything that a terminal could obey.
    pub fn shown_path(&self) -> String {
        harmless(&self.path.to_string_lossy())
    }

    /// Returns the file name for messages, as [`SourceFile::shown_path`] does.
    pub fn shown_name(&self) -> String {
        harmless(&self.name)
    }
}

fn harmless(text: &str) -> String {
    let harmless = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    text.chars().map(harmless).collect()
}
