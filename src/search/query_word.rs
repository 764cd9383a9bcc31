//! A word of a question, looked up.

use std::ops::Range;

use super::vocabulary::TermId;
use crate::text::WordKind;

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryWord {
    /// The word, corrected if it was misspelt.
    pub word: String,
    /// The bytes of the question that it stands in.
    pub range: Range<usize>,
    /// Its term, if any guide has it.
    pub term: Option<TermId>,
    /// True if an entry of any guide has the term; others stand only in film titles and topics.
    pub is_in_guides: bool,
    /// The certainty that the word is that term: 1 as typed, less when corrected.
    pub certainty: f32,
    /// Another term that a rare word may be a typo of, and how surely.
    pub possible_typo: Option<(TermId, f32)>,
    /// The weight in the ranking.
    pub weight: f32,
    /// The information that it carries in English, 0 to 1.
    pub information: f32,
    /// The number of its vector.
    pub rank: Option<u32>,
    /// The kind of word.
    pub kind: WordKind,
    /// True if it was typed with a capital where no sentence starts.
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
