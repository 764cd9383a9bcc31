//! A document with what speaks for it.

use super::score::{DocumentKind, Features, Weighing};
use super::segment::{DocumentId, Source};
use crate::guide::FilmIndex;

/// A document and how well it answers a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// The document, by its number in the index.
    pub document: DocumentId,
    /// The entry or topic that it stands for.
    pub source: Source,
    /// The weights of its features.
    pub(super) weighing: Weighing,
    /// The features that speak for it.
    pub features: Features,
    /// The score, on a scale of its own; only differences matter.
    pub score: f32,
}

impl Scored {
    /// Returns the film of the entry; a topic has none.
    pub fn film(&self) -> Option<FilmIndex> {
        match self.source {
            Source::Entry { film, .. } => Some(film),
            Source::Topic(_) => None,
        }
    }

    /// Returns whether it is a fact.
    pub fn is_fact(&self) -> bool {
        self.weighing.kind == DocumentKind::Fact
    }

    /// Returns how much the entry is known by its phrasings, 0 for a bare title to 1 for many of them. A question with
    /// its answer and a fact are asked for in words that are known.
    pub fn phrased(&self) -> f32 {
        self.weighing.phrased
    }

    /// Returns the number of the sentence that says what was asked, where one does: most of what the question says
    /// stands in it, and more than in any phrasing.
    pub fn telling_sentence(&self) -> Option<usize> {
        let (sentence, whole) = (&self.features.sentence, &self.features.whole);
        let is_told = sentence.told >= TELLING && sentence.told > whole.told - whole.told_text;
        (is_told && !self.is_fact()).then_some(sentence.number as usize)
    }

    /// Returns what the score is made of: the name of each number, the number, and its weight.
    pub fn weighted_inputs(&self) -> [(&'static str, f32, f32); 16] {
        self.features.weighted_inputs(self.weighing)
    }

    /// Returns the score as a share of what a perfect match has, 0 to 1.
    pub fn share(&self) -> f32 {
        self.score / Features::PERFECT
    }
}

/// The share of a question's information that a sentence has at the least to be what was asked for.
const TELLING: f32 = 0.4;
