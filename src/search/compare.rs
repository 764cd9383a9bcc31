//! Compares candidates with a question, phrasing by phrasing.

use super::candidates::Candidate;
use super::index::Index;
use super::query::{Query, QueryTerm};
use super::score::{Features, SentenceFeatures, phrasing_similarity, sentence_similarity};
use super::scored::Scored;
use super::segment::IndexedDocument;
use super::vocabulary::TermId;

/// The first candidates are compared in any case ...
const N_ALWAYS: usize = 3;
/// ... others only where they may come this near to the best: further behind nothing is suggested.
const WITHIN_REACH: f32 = 5.0;

/// Compares the candidates, best first, with the question, with the widest vector instructions that the processor
/// has. All of it is whole numbers or sums in a fixed order: the result is the same on every processor.
pub(super) fn rank(index: &Index, query: &Query, candidates: &[Candidate]) -> Vec<Scored> {
    pulp::Arch::new().dispatch(Comparison {
        index,
        query,
        candidates,
    })
}

/// The arguments of [`compare`]. No closure: these are not always inlined, and then compiled for the oldest processors.
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
        if ranking.len() >= N_ALWAYS && candidate.score_at_most() < best - WITHIN_REACH {
            continue;
        }
        let document = index.document(candidate.document);
        let weighing = document.document.weighing;
        let features = features(query, &terms, candidate, &document);
        let score = features.score(weighing);
        best = best.max(score);
        ranking.push(Scored {
            document: candidate.document,
            source: index.source(candidate.document),
            weighing,
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

/// Compares a candidate with a question.
#[inline(always)]
fn features(
    query: &Query,
    terms: &TermWeights,
    candidate: &Candidate,
    document: &IndexedDocument<'_>,
) -> Features {
    let mut features = Features {
        whole: candidate.features,
        ..Features::default()
    };
    compare_phrasings(query, terms, document, &mut features);
    features.sentence = compare_sentences(query, terms, document);
    features
}

#[inline(always)]
fn compare_phrasings(
    query: &Query,
    terms: &TermWeights,
    document: &IndexedDocument<'_>,
    features: &mut Features,
) {
    let phrasings = document.phrasings();
    let inverse_root_weight = if query.weight > 0.0 {
        1.0 / query.weight.sqrt()
    } else {
        0.0
    };
    let mut top = [0.0_f32; 3];
    for (number, phrasing) in (0..).zip(phrasings) {
        let shared = terms.shared(document.terms_in(phrasing)).0;
        let words = shared * inverse_root_weight * phrasing.inverse_root_weight;
        let meaning = query.embedding.cosine(&phrasing.embedding).max(0.0);
        features.meaning = features.meaning.max(meaning);
        if phrasing_similarity(words, meaning, 1.0) <= top[2] {
            continue;
        }
        let trigrams = query.trigrams.likeness(&phrasing.trigrams);
        features.words = features.words.max(words);
        features.trigrams = features.trigrams.max(trigrams);
        let all = phrasing_similarity(words, meaning, trigrams);
        if all > top[0] {
            features.phrasing = number;
        }
        insert(&mut top, all);
    }
    features.best = top[0];
    features.mean = top.iter().sum::<f32>() / [1.0, 1.0, 2.0, 3.0][phrasings.len().min(3)];
}

/// Compares the sentences of a text: each is a weak phrasing of what the text answers.
#[inline(always)]
fn compare_sentences(
    query: &Query,
    terms: &TermWeights,
    document: &IndexedDocument<'_>,
) -> SentenceFeatures {
    let mut best = SentenceFeatures::default();
    let inverse_information = 1.0 / query.information.max(f32::MIN_POSITIVE);
    for (number, sentence) in (0..).zip(document.sentences()) {
        let (_, information) = terms.shared(document.terms_in(sentence));
        let told = (information * inverse_information).min(1.0);
        let meaning = query.embedding.cosine(&sentence.embedding).max(0.0);
        let all = sentence_similarity(told, meaning);
        if all > best.best {
            best.number = number;
        }
        best.told = best.told.max(told);
        best.meaning = best.meaning.max(meaning);
        best.best = best.best.max(all);
    }
    best
}

fn insert(top: &mut [f32; 3], value: f32) {
    let [first, second, third] = *top;
    *top = if value > first {
        [value, first, second]
    } else if value > second {
        [first, value, second]
    } else {
        [first, second, third.max(value)]
    };
}

/// The weights of a question's terms, to be looked up without a branch: most terms of a phrasing are none of them.
struct TermWeights {
    /// A term at the place of its lowest bits; no term is `TermId::MAX`.
    slots: [QueryTerm; SLOTS],
    /// Terms whose place was taken.
    others: Vec<QueryTerm>,
}

/// An empty place.
const NO_TERM: QueryTerm = QueryTerm {
    term: TermId::MAX,
    weight: 0.0,
    information: 0.0,
};

/// A question of eight terms finds a place taken one time in ten.
const SLOTS: usize = 256;

impl TermWeights {
    /// Files the terms of a question.
    fn new(query: &Query) -> Self {
        let mut weights = Self {
            slots: [NO_TERM; SLOTS],
            others: Vec::new(),
        };
        for &term in &query.terms {
            let slot = &mut weights.slots[term.term as usize % SLOTS];
            if slot.term == TermId::MAX {
                *slot = term;
            } else {
                weights.others.push(term);
            }
        }
        weights
    }

    /// Returns the weight and the information of the question's words that stand in a phrasing.
    #[inline(always)]
    fn shared(&self, phrasing: &[TermId]) -> (f32, f32) {
        let mut shared = (0.0, 0.0);
        for &term in phrasing {
            let there = &self.slots[term as usize % SLOTS];
            let counts = if there.term == term { 1.0 } else { 0.0 };
            shared.0 += counts * there.weight;
            shared.1 += counts * there.information;
        }
        for there in &self.others {
            if phrasing.contains(&there.term) {
                shared.0 += there.weight;
                shared.1 += there.information;
            }
        }
        shared
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
