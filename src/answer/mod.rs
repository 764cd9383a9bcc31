//! The decision: which film is meant, and whether to answer, to suggest or to stay silent.

use crate::guide::{EntryId, Guide};
use crate::search::Index;

/// A question as a door hands it in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// What was typed.
    pub text: &'a str,
    /// The film that the asker chose, as an index into the guides; `None` leaves it to the question.
    pub film: Option<usize>,
}

/// An entry that a question may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The film, as an index into the guides.
    pub film: usize,
    /// The entry.
    pub entry: EntryId,
    /// How sure we are that this is what was asked, 0 to 1.
    pub confidence: f32,
    /// For cast questions: which member of the cast was asked about, as an index into the film's cast.
    pub cast: Vec<usize>,
}

/// What to do with a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// Sure enough: answer with the first hit.
    Confident,
    /// Unsure: offer the hits, up to three, to choose from.
    Suggest,
    /// No answer here.
    Unknown,
}

/// The decision on a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What to do.
    pub decision: Decision,
    /// One hit when confident, up to three to suggest, none when unknown.
    pub hits: Vec<Hit>,
    /// How sure we are that the best entry answers the question, 0 to 1, whatever the decision.
    pub confidence: f32,
    /// The film that the question is about, where that is clear, as an index into the guides.
    pub film: Option<usize>,
}

/// Answers a question from guides and the index built from them.
pub fn answer(guides: &[Guide], index: &Index, question: &Question<'_>) -> Answer {
    let _ = (guides, index, question);
    Answer {
        decision: Decision::Unknown,
        hits: Vec::new(),
        confidence: 0.0,
        film: None,
    }
}

/// Ranks all entries for a question, best first, whatever the decision would be.
pub fn rank(guides: &[Guide], index: &Index, question: &Question<'_>) -> Vec<Hit> {
    let _ = (guides, index, question);
    Vec::new()
}
