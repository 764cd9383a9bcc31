//! A word of a question, looked up.

use std::ops::Range;

use super::vocabulary::TermId;
use crate::text::WordKind;

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryWord {
    /// The word, repaired if it was misspelt.
    pub word: String,
    /// Where it stands in the question, in bytes.
    pub range: Range<usize>,
    /// Its term, if any guide has it.
    pub term: Option<TermId>,
    /// Whether an entry of any guide has the term; others stand only in film titles and topics.
    pub is_in_guides: bool,
    /// How surely the word is that term: 1 as typed, less when repaired.
    pub certainty: f32,
    /// Another term that a rare word may be a slip for, and how surely.
    pub possible_typo: Option<(TermId, f32)>,
    /// How much it weighs in the ranking.
    pub weight: f32,
    /// How much it says in English, 0 to 1.
    pub information: f32,
    /// The number of its vector.
    pub rank: Option<u32>,
    /// What kind of word it is.
    pub kind: WordKind,
    /// Whether it was typed with a capital where no sentence starts.
    pub is_name: bool,
}

impl QueryWord {
    /// Returns how surely the word is one of the terms that `is_there` knows; 0 where it is none of them.
    pub(super) fn certainty_among(&self, is_there: impl Fn(TermId) -> bool) -> f32 {
        self.reading()
            .filter(|&(term, _)| is_there(term))
            .map_or(0.0, |(_, certainty)| certainty)
    }

    /// Returns the term that the word is taken for, and how surely.
    pub(super) fn reading(&self) -> Option<(TermId, f32)> {
        self.term
            .map(|term| (term, self.certainty))
            .or(self.possible_typo)
    }
}
