//! The index and the ranking: which entries a question may be about, and why.

mod build;
mod candidates;
mod elsewhere;
mod explain;
mod index;
mod lexicon;
mod query;
mod score;
mod shape;
mod titles;
mod weights;

pub use explain::{Match, WordMatch};
pub use index::{DocumentId, Index, Source, TermId};
pub use query::{Query, QueryWord};
pub use score::Features;
pub use titles::Mention;

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
    /// The document, by its number in the index.
    pub document: DocumentId,
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

/// The documents that a question may be about.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Entries, best first.
    pub entries: Vec<Scored>,
    /// The best of the topics that no guide covers.
    pub elsewhere: Option<Scored>,
}

/// Ranks the entries of some films, or of all where `films` is empty, for a question.
pub fn search(index: &Index, query: &Query, films: &[usize]) -> Ranking {
    let n_entries = index.n_entries() as DocumentId;
    let scopes: Vec<Range<DocumentId>> = if films.is_empty() {
        std::iter::once(0..n_entries).collect()
    } else {
        films
            .iter()
            .filter_map(|&film| index.films.get(film).cloned())
            .collect()
    };
    let entries = rank(
        index,
        query,
        candidates::candidates(index, query, &scopes, N_ENTRIES),
    );
    let topics = n_entries..index.documents.len() as DocumentId;
    let mut elsewhere =
        candidates::candidates(index, query, std::slice::from_ref(&topics), N_ELSEWHERE);
    elsewhere.retain(|&topic| {
        !entries
            .iter()
            .any(|entry| index.is_same_question(entry.document, topic))
    });
    Ranking {
        elsewhere: rank(index, query, elsewhere).into_iter().next(),
        entries,
    }
}

/// How many entries are looked at closely for the words they share with the question.
const N_ENTRIES: usize = 12;
/// The same for topics that no guide covers.
const N_ELSEWHERE: usize = 5;

fn rank(index: &Index, query: &Query, candidates: Vec<DocumentId>) -> Vec<Scored> {
    let mut ranking: Vec<Scored> = candidates
        .into_iter()
        .map(|document| {
            let facts = &index.documents[document as usize];
            let features = score::features(index, query, facts);
            Scored {
                document,
                source: facts.source,
                features,
                score: features.score(),
            }
        })
        .collect();
    ranking.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.document.cmp(&b.document))
    });
    ranking
}

/// Explains a hit: what each word of the question matched in it.
pub fn explain(index: &Index, query: &Query, scored: &Scored) -> Vec<WordMatch> {
    explain::explain(index, query, &index.documents[scored.document as usize])
}

impl Index {
    /// Whether two documents share their phrasings: the same fact of two films, or a fact that films lack.
    fn is_same_question(&self, a: DocumentId, b: DocumentId) -> bool {
        self.documents[a as usize].phrasings == self.documents[b as usize].phrasings
    }

    /// Returns the films that the words of a question name.
    pub fn named_film(&self, query: &Query) -> Option<Mention> {
        self.titles.find(&query.words)
    }
}
