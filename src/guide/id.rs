//! Ids that cannot be malformed: film ids and entry ids.

use std::fmt;

/// A film's id: its guide's file name without `.toml`, lower-case words with hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilmId(String);

/// An entry's id: `section/entry`, `faq/name`, `facts/name`, or a section's id where the section is one text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(String);

/// An id that is not lower-case words with hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

/// Returns whether `text` is lower-case words of a-z and 0-9, joined by single hyphens.
pub fn is_word_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

impl FilmId {
    /// Parses a film id.
    ///
    /// # Errors
    /// Returns [`IdError`] where `text` is not lower-case words with hyphens.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        is_word_id(text)
            .then(|| Self(text.to_owned()))
            .ok_or(IdError)
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl EntryId {
    /// Parses `section/entry` or a bare `section`.
    ///
    /// # Errors
    /// Returns [`IdError`] where a part is not lower-case words with hyphens or there are more than two parts.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (section, name) = text.split_once('/').unwrap_or((text, "x"));
        (is_word_id(section) && is_word_id(name))
            .then(|| Self(text.to_owned()))
            .ok_or(IdError)
    }

    /// Takes any text as an id: for collections of questions that are not guides and whose ids mean nothing to us.
    pub fn opaque(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the id of the section the entry stands in.
    pub fn section(&self) -> &str {
        self.0
            .split_once('/')
            .map_or(self.as_str(), |(section, _)| section)
    }

    /// Returns the entry's own part of the id; `None` where the section is one text.
    pub fn name(&self) -> Option<&str> {
        self.0.split_once('/').map(|(_, name)| name)
    }
}

impl fmt::Display for FilmId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_ids_are_one_or_two_words_with_hyphens() {
        for good in [
            "plot-summary",
            "critical-reception/critics",
            "facts/release-date",
            "a1/b2",
        ] {
            assert_eq!(
                EntryId::parse(good).map(|id| id.to_string()).as_deref(),
                Ok(good)
            );
        }
        for bad in [
            "", "/", "a/", "/b", "a/b/c", "A", "a_b", "a--b", "-a", "a b", "é", "a/B",
        ] {
            assert_eq!(EntryId::parse(bad), Err(IdError), "{bad:?}");
        }
    }

    #[test]
    fn an_entry_id_knows_its_section_and_its_name() {
        let entry = EntryId::opaque("critical-reception/critics");
        assert_eq!(
            (entry.section(), entry.name()),
            ("critical-reception", Some("critics"))
        );
        let section = EntryId::opaque("introduction");
        assert_eq!((section.section(), section.name()), ("introduction", None));
    }
}
