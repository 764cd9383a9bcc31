//! Edits as they leave the program: versioned JSON, which a store keeps without looking into it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::edit::Edit;

/// The version of the form. A form that older programs would misread gets the next number.
const VERSION: u32 = 1;

/// An edit with the version of its form.
#[derive(Serialize, Deserialize)]
struct Payload<T> {
    version: u32,
    #[serde(flatten)]
    edit: T,
}

/// The reason why a payload cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayloadError {
    /// A newer program wrote it, in a form of this version.
    Newer(u32),
    /// It is no edit; what is wrong with it.
    Malformed(String),
}

impl fmt::Display for PayloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(
                f,
                "a newer frontrow wrote this edit (version {version}, this one reads {VERSION}): update this one"
            ),
            Self::Malformed(problem) => write!(f, "this is no edit: {problem}"),
        }
    }
}

impl std::error::Error for PayloadError {}

impl Edit {
    /// Returns the edit as one line of JSON.
    pub fn to_payload(&self) -> String {
        let payload = Payload {
            version: VERSION,
            edit: self,
        };
        // Texts and numbers can always be written.
        serde_json::to_string(&payload).unwrap_or_default()
    }

    /// Reads an edit that [`Edit::to_payload`] wrote, in this version of the program or an older one.
    ///
    /// # Errors
    /// Returns why it cannot be read.
    pub fn from_payload(payload: &str) -> Result<Self, PayloadError> {
        let malformed = |error: serde_json::Error| PayloadError::Malformed(error.to_string());
        let versioned: Payload<serde_json::Value> =
            serde_json::from_str(payload).map_err(malformed)?;
        if versioned.version > VERSION {
            return Err(PayloadError::Newer(versioned.version));
        }
        serde_json::from_value(versioned.edit).map_err(malformed)
    }
}
