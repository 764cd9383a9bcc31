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
mod vocabulary;
mod weights;

pub use explain::{Match, WordMatch};
pub use index::{DocumentId, Index, Source};
pub use query::{Query, QueryWord, look_up};
pub use score::Features;
pub use titles::Mention;
pub use vocabulary::TermId;

use candidates::Candidate;
use score::TermWeights;

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
    /// Whether it is a fact.
    pub is_fact: bool,
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
    /// By how much the best entry leads the best of the topics that no guide covers, at most [`MAX_LEAD`].
    pub elsewhere_lead: f32,
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
        &candidates::candidates(index, query, &scopes, N_ENTRIES),
    );
    let elsewhere_lead = entries.first().map_or(MAX_LEAD, |best| {
        lead_over_topics(index, query, best, &entries)
    });
    Ranking {
        entries,
        elsewhere_lead,
    }
}

/// Returns by how much the best entry leads the best of the topics that no guide covers, at most [`MAX_LEAD`].
///
/// Both are asked without the names of the film's people: "how tall is Simon Rex" is "how tall is he" to the
/// topics, which hold for every film, and no entry shall win by the name alone.
fn lead_over_topics(index: &Index, query: &Query, best: &Scored, entries: &[Scored]) -> f32 {
    let nameless = without_people(index, query, best);
    let (query, score) = match &nameless {
        Some(nameless) => {
            let scope = best.document..best.document + 1;
            let alone = candidates::candidates(index, nameless, std::slice::from_ref(&scope), 1);
            (
                nameless,
                rank(index, nameless, &alone)
                    .first()
                    .map_or(0.0, |best| best.score),
            )
        }
        None => (query, best.score),
    };
    let topics = index.n_entries() as DocumentId..index.documents.len() as DocumentId;
    let mut elsewhere =
        candidates::candidates(index, query, std::slice::from_ref(&topics), N_ELSEWHERE);
    elsewhere.retain(|topic| {
        let is_in_reach = topic.score_at_most(query) > score - MAX_LEAD;
        is_in_reach
            && !entries
                .iter()
                .any(|entry| index.is_same_question(entry.document, topic.document))
    });
    let topic = rank(index, query, &elsewhere).into_iter().next();
    topic.map_or(MAX_LEAD, |topic| (score - topic.score).min(MAX_LEAD))
}

/// Returns the question without the names of the film's people, or `None` where it names nobody.
///
/// "How tall is Simon Rex" is "how tall is he" to the topics, which hold for every film.
fn without_people(index: &Index, query: &Query, best: &Scored) -> Option<Query> {
    let Source::Entry { film, .. } = best.source else {
        return None;
    };
    let people = index.people.get(film as usize)?;
    let is_person = |word: &&QueryWord| {
        word.term
            .is_some_and(|term| people.binary_search(&term).is_ok())
    };
    let n_people = query.words.iter().filter(is_person).count();
    (n_people > 0).then(|| {
        Query::new(
            index,
            query
                .words
                .iter()
                .filter(|word| !is_person(word))
                .cloned()
                .collect(),
        )
    })
}

/// A topic whose score is further behind that of the best entry says nothing, and is not looked at.
pub const MAX_LEAD: f32 = 1.5;
/// How many entries are looked at closely.
const N_ENTRIES: usize = 6;
/// The same for topics that no guide covers.
const N_ELSEWHERE: usize = 2;

/// The first candidates are compared in any case ...
const N_ALWAYS: usize = 3;
/// ... others only where they may come this near to the best: further behind nothing is suggested.
const WITHIN_REACH: f32 = 5.0;

/// Compares the candidates, best first, with the question, with the widest vector instructions that the processor
/// has. All of it is whole numbers or sums in a fixed order: the result is the same on every processor.
fn rank(index: &Index, query: &Query, candidates: &[Candidate]) -> Vec<Scored> {
    pulp::Arch::new().dispatch(Comparison {
        index,
        query,
        candidates,
    })
}

/// What is compared. No closure: these are not always inlined, and then compiled for the oldest processors.
struct Comparison<'a> {
    index: &'a Index,
    query: &'a Query,
    candidates: &'a [Candidate],
}

impl pulp::NullaryFnOnce for Comparison<'_> {
    type Output = Vec<Scored>;

    #[inline(always)]
    fn call(self) -> Vec<Scored> {
        compare(self.index, self.query, self.candidates)
    }
}

/// Inlined, as is what it calls for each phrasing: only so it is compiled for those instructions.
#[inline(always)]
fn compare(index: &Index, query: &Query, candidates: &[Candidate]) -> Vec<Scored> {
    let terms = TermWeights::new(query);
    let mut ranking: Vec<Scored> = Vec::with_capacity(candidates.len());
    let mut best = 0.0_f32;
    for candidate in candidates {
        if ranking.len() >= N_ALWAYS && candidate.score_at_most(query) < best - WITHIN_REACH {
            continue;
        }
        let features = score::features(index, query, &terms, candidate);
        let facts = index.document(candidate.document);
        let score = features.score();
        best = best.max(score);
        let (document, source, is_fact) = (candidate.document, facts.source, facts.fact.is_some());
        ranking.push(Scored {
            document,
            source,
            is_fact,
            features,
            score,
        });
    }
    ranking.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.document.cmp(&b.document))
    });
    ranking
}

impl Scored {
    /// Returns the film of the entry, as an index into the guides.
    pub fn film(&self) -> Option<usize> {
        match self.source {
            Source::Entry { film, .. } => Some(film as usize),
            Source::Elsewhere(_) => None,
        }
    }

    /// Returns the score as a share of what a perfect match has, 0 to 1.
    pub fn share(&self) -> f32 {
        self.score / Features::PERFECT
    }
}

/// Explains a hit: what each word of the question matched in it.
pub fn explain(index: &Index, query: &Query, scored: &Scored) -> Vec<WordMatch> {
    explain::explain(index, query, index.document(scored.document))
}

impl Index {
    /// Whether one of two entries sums the other up: they are no rivals.
    pub fn is_same_thing(&self, a: &Scored, b: &Scored) -> bool {
        let sums_up = |summary: &Scored, other: &Scored| {
            self.document(summary.document).sums_up == Some(other.document)
        };
        sums_up(a, b) || sums_up(b, a)
    }

    /// Returns the films that the words of a question name.
    pub fn named_film(&self, words: &[QueryWord]) -> Option<Mention> {
        self.titles.find(words)
    }

    /// Whether two documents ask for the same fact: that of two films, or one that other films lack.
    fn is_same_question(&self, a: DocumentId, b: DocumentId) -> bool {
        let fact = self.document(a).fact;
        fact.is_some() && fact == self.document(b).fact
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    /// The scalar way gives the same numbers and only takes longer, so that no other test would tell.
    #[test]
    fn vector_instructions_are_used_where_the_processor_has_them() {
        let used = format!("{:?}", pulp::Arch::new());
        assert_eq!(used.contains("V3"), pulp::x86::V3::is_available(), "{used}");
    }
}
