//! The levels of how much of a film a text gives away.

use std::fmt;

/// The level of how much of the film a text gives away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spoiler {
    /// Nothing that a trailer would not tell.
    #[default]
    None,
    /// People and events of the film's first part.
    Mild,
    /// The text tells how the film ends.
    Ending,
}

impl Spoiler {
    /// Every level, from harmless to worst.
    pub const ALL: [Self; 3] = [Self::None, Self::Mild, Self::Ending];

    /// Returns the word a guide file uses for the level.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mild => "mild",
            Self::Ending => "ending",
        }
    }

    /// Returns the level that a guide file's word names.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == word)
    }
}

impl fmt::Display for Spoiler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
