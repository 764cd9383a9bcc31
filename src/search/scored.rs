//! A document with what speaks for it.

use super::index::{DocumentId, Source};
use super::score::{DocumentKind, Features};
use crate::guide::FilmIndex;

/// A document and how well it answers a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// The document, by its number in the index.
    pub document: DocumentId,
    /// The entry or topic that it stands for.
    pub source: Source,
    /// The kind of document.
    pub(super) kind: DocumentKind,
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
        self.kind == DocumentKind::Fact
    }

    /// Returns whether it is a question with its answer.
    pub fn is_faq(&self) -> bool {
        self.kind == DocumentKind::Faq
    }

    /// Returns the score as a share of what a perfect match has, 0 to 1.
    pub fn share(&self) -> f32 {
        self.score / Features::PERFECT
    }
}
