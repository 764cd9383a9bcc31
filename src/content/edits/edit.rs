//! Edits: changes to guides that are made outside their files, by moderators in Discord.
//!
//! An edit says all of what it changes, so that it holds again and again: over the file of today and over the one that
//! somebody saves tomorrow. Ids never change; everything else of an entry may.

use serde::{Deserialize, Serialize};

use super::words;
use crate::guide::{EntryId, FactKind, FilmId, Spoiler};

/// A change to the guide of a film.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The film.
    #[serde(with = "words")]
    pub film: FilmId,
    /// The change to its guide.
    #[serde(flatten)]
    pub change: GuideChange,
}

/// A change to a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GuideChange {
    /// Begins the guide of a film that has none.
    Film(FilmEdit),
    /// Adds an entry, or says it anew.
    Entry(EntryEdit),
    /// Adds an FAQ, or says it anew.
    Faq(FaqEdit),
    /// Fills in a fact, or empties it.
    Fact(FactEdit),
    /// Hides an entry, an FAQ or a fact.
    Hide(HiddenEntry),
    /// Teaches one more way of asking for an entry.
    Phrasing(TaughtPhrasing),
}

/// A film whose guide is begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilmEdit {
    /// The title as it is printed.
    pub title: String,
    /// The year of release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The words that tell it from another film of the same title and year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Other names that people use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// An entry of a section, as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryEdit {
    /// Its id: `section/entry`, or the section's own where that is one text.
    #[serde(with = "words")]
    pub entry: EntryId,
    /// The title of its section, where that is to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_section: Option<String>,
    /// True if the entry was there when it was edited: then it is not made again once it is gone.
    #[serde(default)]
    pub replaces: bool,
    /// The heading.
    pub title: String,
    /// Ways in which people ask for it.
    #[serde(default)]
    pub ask: Vec<String>,
    /// The topics that it names as its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// The part of the film that the text gives away.
    #[serde(with = "words", default)]
    pub spoiler: Spoiler,
    /// The text.
    pub text: String,
}

/// A question with its answer, as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaqEdit {
    /// Its id: `faq/name`.
    #[serde(with = "words")]
    pub entry: EntryId,
    /// True if the question was there when it was edited: then it is not made again once it is gone.
    #[serde(default)]
    pub replaces: bool,
    /// The question as people read it.
    pub question: String,
    /// Other ways in which people put it.
    #[serde(default)]
    pub ask: Vec<String>,
    /// The topics that it names as its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// The id of the section where people can read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The part of the film that the answer gives away.
    #[serde(with = "words", default)]
    pub spoiler: Spoiler,
    /// The answer.
    pub answer: String,
}

/// A fact, as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactEdit {
    /// The fact, by its key in a guide file.
    #[serde(with = "words")]
    pub fact: FactKind,
    /// The value; `None` empties it.
    pub value: Option<NewFactValue>,
}

/// The value of a fact, in the form in which a guide file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NewFactValue {
    /// A number of minutes.
    Minutes(u32),
    /// One text.
    Text(String),
    /// Names, or parts of a sentence.
    List(Vec<String>),
    /// Actors with their roles.
    Cast(Vec<NewCastMember>),
}

/// An actor and the role they play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCastMember {
    /// The actor's name.
    pub actor: String,
    /// The role's name, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// An entry, an FAQ or a fact that is no longer to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenEntry {
    /// Its id: `section/entry`, `section`, `faq/name` or `facts/name`.
    #[serde(with = "words")]
    pub entry: EntryId,
}

/// One more way of asking for an entry, which moderators teach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaughtPhrasing {
    /// The entry that answers: `section/entry`, `section`, `faq/name` or `facts/name`.
    #[serde(with = "words")]
    pub entry: EntryId,
    /// The question as people type it.
    pub text: String,
}

impl NewFactValue {
    /// Returns whether it says nothing, so that the fact is empty.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Minutes(_) => false,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(texts) => texts.is_empty(),
            Self::Cast(members) => members.is_empty(),
        }
    }
}

impl Edit {
    /// Returns the id of the entry that it is about; a film that is begun has none yet.
    pub fn entry(&self) -> Option<EntryId> {
        match &self.change {
            GuideChange::Film(_) => None,
            GuideChange::Entry(edit) => Some(edit.entry.clone()),
            GuideChange::Faq(edit) => Some(edit.entry.clone()),
            GuideChange::Fact(edit) => Some(edit.fact.entry_id()),
            GuideChange::Hide(edit) => Some(edit.entry.clone()),
            GuideChange::Phrasing(edit) => Some(edit.entry.clone()),
        }
    }
}
