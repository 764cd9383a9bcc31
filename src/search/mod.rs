//! The index and the ranking: which entries a question may be about, and why.

mod build;
mod candidates;
mod elsewhere;
mod index;
mod lexicon;
mod query;
mod score;
mod shape;
mod titles;
mod weights;

pub use index::{DocumentId, Index, Source, TermId};
pub use query::{Query, QueryWord};
pub use score::Features;

use std::ops::Range;

use crate::guide::{EntryId, Guide};

/// A phrasing added to an entry from outside its guide.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtraPhrasing {
    /// The film, as an index into the guides.
    pub film: usize,
    /// The entry it asks for.
    pub entry: EntryId,
    /// What people type.
    pub text: String,
}

/// A document and how well it answers a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// What it stands for.
    pub source: Source,
    /// What speaks for it.
    pub features: Features,
    /// How well it answers, on a scale of its own; only differences matter.
    pub score: f32,
}

impl Index {
    /// Builds the index of guides and extra phrasings.
    pub fn build(guides: &[Guide], extra: &[ExtraPhrasing]) -> Self {
        build::build(guides, extra)
    }
}

/// Ranks the documents of one film, or of all, for a question: best first.
pub fn search(index: &Index, query: &Query, film: Option<usize>) -> Vec<Scored> {
    let elsewhere = index.n_entries() as DocumentId..index.documents.len() as DocumentId;
    let entries: Range<DocumentId> = match film {
        Some(film) => index.films.get(film).cloned().unwrap_or_default(),
        None => 0..index.n_entries() as DocumentId,
    };
    let mut ranking: Vec<Scored> = candidates::candidates(index, query, &[entries, elsewhere])
        .into_iter()
        .map(|document| {
            let document = &index.documents[document as usize];
            let features = score::features(index, query, document);
            Scored {
                source: document.source,
                features,
                score: features.score(),
            }
        })
        .collect();
    ranking.sort_by(|a, b| b.score.total_cmp(&a.score));
    ranking
}
