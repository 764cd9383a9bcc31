//! Ids, spoiler levels and facts as edits write them: by the words that guide files have for them.

use serde::{Deserialize, Deserializer, Serializer};

use crate::guide::{EntryId, FACTS, FactKind, FilmId, Spoiler};

/// A value that a word stands for.
pub(super) trait Worded: Sized {
    /// The name of such values, for messages.
    const NAME: &str;

    /// Returns the word.
    fn word(&self) -> &str;

    /// Returns the value that a word stands for.
    fn of_word(word: &str) -> Option<Self>;
}

/// Writes the word of a value.
pub(super) fn serialize<T: Worded, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.word())
}

/// Reads a value from its word.
pub(super) fn deserialize<'de, T: Worded, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let word = String::deserialize(deserializer)?;
    let name = T::NAME;
    T::of_word(&word).ok_or_else(|| serde::de::Error::custom(format!("{word:?} is no {name}")))
}

impl Worded for FilmId {
    const NAME: &str = "film id";

    fn word(&self) -> &str {
        self.as_str()
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::parse(word).ok()
    }
}

impl Worded for EntryId {
    const NAME: &str = "entry id";

    fn word(&self) -> &str {
        self.as_str()
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::parse(word).ok()
    }
}

impl Worded for Spoiler {
    const NAME: &str = "spoiler level";

    fn word(&self) -> &str {
        self.as_str()
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::parse(word)
    }
}

impl Worded for FactKind {
    const NAME: &str = "fact";

    fn word(&self) -> &str {
        self.row().key
    }

    fn of_word(word: &str) -> Option<Self> {
        let mut facts = FACTS.iter();
        facts.find(|fact| fact.key == word).map(|fact| fact.kind)
    }
}
