//! Replaces a file as a whole: whoever reads it meanwhile sees the old text or the new one, and never half of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts a text in the place of a file's, or makes the file.
pub(super) fn replace_file(path: &Path, text: &str) -> Result<()> {
    let shown = || path.display().to_string();
    // Where there is a link, the file that it leads to is the guide.
    let path = match path.exists() {
        true => fs::canonicalize(path).with_context(shown)?,
        false => path.to_owned(),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.frontrow-new"));
    fs::write(&beside, text).with_context(shown)?;
    fs::rename(&beside, &path).with_context(shown)
}
