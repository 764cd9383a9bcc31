//! Guides and the index built from them, immutable.

use crate::answer::{self, Answer, Hit, Question};
use crate::guide::{Entry, Guide};
use crate::search::{ExtraPhrasing, Index};

/// All guides and the index built from them. It never changes; an edit makes a new one.
#[derive(Debug)]
pub struct Library {
    guides: Vec<Guide>,
    index: Index,
}

impl Library {
    /// Builds the library of `guides` (sorted by id) and phrasings from outside the files.
    pub fn build(mut guides: Vec<Guide>, extra: &[ExtraPhrasing]) -> Self {
        guides.sort_by(|a, b| a.id.cmp(&b.id));
        let index = Index::build(&guides, extra);
        Self { guides, index }
    }

    /// Returns the guides, sorted by id.
    pub fn guides(&self) -> &[Guide] {
        &self.guides
    }

    /// Returns the index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns the number of the film with this id.
    pub fn film(&self, id: &str) -> Option<usize> {
        self.guides.iter().position(|guide| guide.id.as_str() == id)
    }

    /// Returns the guide and the entry that a hit stands for.
    pub fn entry(&self, hit: &Hit) -> Option<(&Guide, &Entry)> {
        let guide = self.guides.get(hit.film)?;
        Some((guide, guide.entry(hit.entry.as_str())?))
    }

    /// Answers a question.
    pub fn ask(&self, question: &Question<'_>) -> Answer {
        answer::answer(&self.guides, &self.index, question)
    }

    /// Ranks all entries for a question, best first.
    pub fn rank(&self, question: &Question<'_>) -> Vec<Hit> {
        answer::rank(&self.guides, &self.index, question)
    }
}
