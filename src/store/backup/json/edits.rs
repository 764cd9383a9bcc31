//! Edits and copies of guides in a backup.

use serde::{Deserialize, Serialize};

use super::values::{film, word};
use crate::guide::ServerId;
use crate::store::records::{Edit, EditId, EditKey, EditState, GuideCopy, Revision};

/// An edit.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct EditLine {
    id: i64,
    key: EditKeyLine,
    kind: String,
    payload: String,
    revision: u64,
    published_at: i64,
    state: String,
}

/// The thing that an edit touches.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditKeyLine {
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<u64>,
    film: String,
    part: String,
}

/// The revision of what edits touch.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct RevisionLine {
    key: EditKeyLine,
    revision: u64,
}

/// A copy of a guide.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct GuideLine {
    film: String,
    text: String,
    hash: String,
}

impl EditLine {
    pub(in crate::store::backup) fn of(edit: &Edit) -> Self {
        Self {
            id: edit.id.0,
            key: EditKeyLine::of(&edit.key),
            kind: edit.kind.clone(),
            payload: edit.payload.clone(),
            revision: edit.revision.0,
            published_at: edit.published_at,
            state: edit.state.as_str().to_owned(),
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<Edit, String> {
        Ok(Edit {
            id: EditId(self.id),
            key: self.key.record()?,
            kind: self.kind,
            payload: self.payload,
            revision: Revision(self.revision),
            published_at: self.published_at,
            state: word(&self.state, EditState::parse)?,
        })
    }
}

impl EditKeyLine {
    fn of(key: &EditKey) -> Self {
        Self {
            server: key.server.map(|server| server.0),
            film: key.film.to_string(),
            part: key.part.clone(),
        }
    }

    fn record(self) -> Result<EditKey, String> {
        Ok(EditKey {
            server: self.server.map(ServerId),
            film: film(&self.film)?,
            part: self.part,
        })
    }
}

impl RevisionLine {
    pub(in crate::store::backup) fn of(key: &EditKey, revision: Revision) -> Self {
        Self {
            key: EditKeyLine::of(key),
            revision: revision.0,
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<(EditKey, Revision), String> {
        Ok((self.key.record()?, Revision(self.revision)))
    }
}

impl GuideLine {
    pub(in crate::store::backup) fn of(copy: &GuideCopy) -> Self {
        Self {
            film: copy.film.to_string(),
            text: copy.text.clone(),
            hash: copy.hash.clone(),
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<GuideCopy, String> {
        Ok(GuideCopy {
            film: film(&self.film)?,
            text: self.text,
            hash: self.hash,
        })
    }
}
