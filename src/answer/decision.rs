//! The decision on a question, as data.

use super::small_talk::SmallTalk;
use crate::guide::{EntryId, FilmIndex};

/// An entry that a question may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The film.
    pub film: FilmIndex,
    /// The entry.
    pub entry: EntryId,
    /// The confidence that this is what was asked, 0 to 1.
    pub confidence: f32,
    /// For cast questions: which members of the cast were asked about, as indices into the film's cast.
    pub cast: Vec<usize>,
    /// The sentence of the entry's text that says it, counted from 0, where the text rather than a phrasing matched.
    pub sentence: Option<usize>,
}

/// The three ways to deal with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Sure enough: answer with the first hit.
    Confident,
    /// Unsure: offer the hits, up to three, to choose from.
    Suggest,
    /// No answer here.
    Unknown,
}

/// The facts about a question that is not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortfall {
    /// Not sure which entry is meant, or whether any is.
    #[default]
    Unsure,
    /// It is about the film, but no entry is about it: the hits are what comes nearest.
    NotCovered,
    /// It asks nothing of the guides.
    SmallTalk(SmallTalk),
}

/// The decision on a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The way to deal with it.
    pub decision: Decision,
    /// One hit when confident, up to three to suggest, none when unknown.
    pub hits: Vec<Hit>,
    /// The facts about it where it is not answered.
    pub shortfall: Shortfall,
    /// The confidence that the best entry answers the question, 0 to 1, whatever the decision.
    pub confidence: f32,
    /// The film that the question is about, where that is clear.
    pub film: Option<FilmIndex>,
    /// Up to [`MAX_SUGGESTED`](super::MAX_SUGGESTED) entries that may be meant instead of a confident answer, best first;
    /// they say something else.
    pub others: Vec<Hit>,
}
