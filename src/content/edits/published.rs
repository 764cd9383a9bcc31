//! Published edits: which server each of them holds for, and where they come from.

use std::fmt;

use super::edit::Edit;
use super::payload::PayloadError;

/// An edit that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedEdit {
    /// The server that it holds for; `None` for all.
    pub server: Option<u64>,
    /// The edit.
    pub edit: Edit,
}

/// Something that keeps published edits.
pub trait EditSource {
    /// Returns all published edits, oldest first.
    ///
    /// # Errors
    /// Returns why they cannot be read.
    fn published_edits(&self) -> Result<Vec<PublishedEdit>, EditSourceError>;
}

/// The reason why edits cannot be read, in words that say where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditSourceError(pub String);

impl fmt::Display for EditSourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EditSourceError {}

/// Edits as lines of JSON: each the payload of one edit, with `"server": "1234"` beside it where it holds for one
/// server only.
#[derive(Clone, Debug)]
pub struct EditLines<'a> {
    /// The name of the text, for messages.
    pub name: &'a str,
    /// The lines; empty ones are passed over.
    pub text: &'a str,
}

impl EditSource for EditLines<'_> {
    fn published_edits(&self) -> Result<Vec<PublishedEdit>, EditSourceError> {
        let lines = self.text.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.trim().is_empty());
        let edits = lines.map(|(number, line)| {
            published(line).map_err(|error| {
                let (name, line) = (self.name, number + 1);
                EditSourceError(format!("{name}:{line}: {error}"))
            })
        });
        edits.collect()
    }
}

impl PublishedEdit {
    /// Returns the edit as a line that [`EditLines`] reads.
    pub fn to_line(&self) -> String {
        let payload = self.edit.to_payload();
        match (self.server, payload.strip_prefix('{')) {
            (Some(server), Some(rest)) => format!("{{\"server\":\"{server}\",{rest}"),
            _ => payload,
        }
    }
}

fn published(line: &str) -> Result<PublishedEdit, PayloadError> {
    #[derive(serde::Deserialize)]
    struct ServerOfEdit {
        #[serde(default)]
        server: Option<String>,
    }
    let malformed = |problem: String| PayloadError::Malformed(problem);
    let of: ServerOfEdit =
        serde_json::from_str(line).map_err(|error| malformed(error.to_string()))?;
    let server = of.server.map(|server| {
        let parsed = server.parse::<u64>();
        parsed.map_err(|_| malformed(format!("{server:?} is no server's number")))
    });
    Ok(PublishedEdit {
        server: server.transpose()?,
        edit: Edit::from_payload(line)?,
    })
}
