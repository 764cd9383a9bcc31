//! Short names for films, sections and entries, however long their ids are: what a button has room for.
//!
//! A key is a hash of the id, and finds its thing among all that the library has, former ids included. Keys never
//! change: messages that were posted years ago hold them.

use std::fmt;

use crate::guide::{Entry, EntryId, FilmId, Guide, Section};
use crate::library::{Fingerprint, Library};

/// The letters that a key is written in, six bits each, as in URL-safe base 64.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The number of letters of a key: 48 bits, so that among 100,000 ids two alike are a matter of one in 50,000.
const LENGTH: usize = 8;

/// A short name of a film, or of a section or entry within a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

/// A short name of an entry anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EntryKey {
    pub(super) film: Key,
    pub(super) entry: Key,
}

impl Key {
    /// Hashes an id.
    pub(super) fn of(id: &str) -> Self {
        let mut hash = Fingerprint::default();
        hash.add(id.as_bytes());
        Self(hash.value() >> (64 - 6 * LENGTH))
    }

    /// Reads a key back.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let digit = |letter: u8| LETTERS.iter().position(|&one| one == letter);
        let parsed = text
            .bytes()
            .try_fold(0, |key, letter| Some(key << 6 | digit(letter)? as u64));
        parsed.map(Self)
    }

    /// Returns the guide of the film of this key.
    pub(super) fn guide(self, library: &Library) -> Option<&Guide> {
        let mut guides = library.guides().iter();
        guides.find(|guide| Self::of(guide.id.as_str()) == self)
    }

    /// Returns the section of this key.
    pub(super) fn section(self, guide: &Guide) -> Option<&Section> {
        let has = |id: &str| Self::of(id) == self;
        let named = guide.sections.iter().find(|section| has(&section.id));
        let was_named = |section: &&Section| section.also_id.iter().any(|id| has(id));
        named.or_else(|| guide.sections.iter().find(was_named))
    }

    /// Returns the entry of this key.
    pub(super) fn entry(self, guide: &Guide) -> Option<&Entry> {
        let has = |id: &str| Self::of(id) == self;
        let named = guide.entries().find(|entry| has(entry.id.as_str()));
        named.or_else(|| {
            let entries = guide.sections.iter().flat_map(|section| {
                let entries = section.entries.iter();
                entries.map(move |entry| (section, entry))
            });
            let was_named = |(section, entry): &(&Section, &Entry)| {
                Guide::ids_of(section, entry).iter().any(|id| has(id))
            };
            let mut entries = entries;
            entries.find(was_named).map(|(_, entry)| entry)
        })
    }
}

impl EntryKey {
    /// Returns the short name of an entry.
    pub(super) fn of(film: &FilmId, entry: &EntryId) -> Self {
        Self {
            film: Key::of(film.as_str()),
            entry: Key::of(entry.as_str()),
        }
    }

    /// Reads a key back.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (film, entry) = text.split_at_checked(LENGTH)?;
        Some(Self {
            film: Key::parse(film)?,
            entry: Key::parse(entry)?,
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for at in (0..LENGTH).rev() {
            let digit = (self.0 >> (6 * at)) & 63;
            write!(f, "{}", char::from(LETTERS[digit as usize]))?;
        }
        Ok(())
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.film, self.entry)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn keys_are_read_back_and_never_change() {
        for id in ["red-rocket", "critical-reception/critics", ""] {
            let key = Key::of(id);
            assert_eq!(Key::parse(&key.to_string()), Some(key), "{id}");
        }
        // Posted messages hold this.
        assert_eq!(Key::of("red-rocket").to_string(), "nPttQBin");
        assert_eq!(Key::parse("short"), None);
        assert_eq!(Key::parse("12345678!"), None);
        assert_eq!(Key::parse("1234567é"), None);
    }
}
