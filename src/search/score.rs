//! How well a document answers a question, from words, letters and meaning.
//!
//! The weights were fitted offline: a softmax over the documents of each question, on the tuning halves of
//! the question sets, every set counting alike. The same weights serve every guide.

use super::candidates::Candidate;
use super::index::{Document, Index};
use super::query::Query;
use super::vocabulary::TermId;

/// What speaks for a document, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Words shared with the phrasing that shares most: their weight over the geometric mean of both weights.
    pub words: f32,
    /// Likeness of letters to the phrasing that is most alike, of those that may be among the three best.
    pub trigrams: f32,
    /// Nearness of meaning to the nearest phrasing.
    pub meaning: f32,
    /// The mean over the three phrasings that are best by all three.
    pub mean: f32,
    /// The share of the question's weight that stands in phrasings or titles.
    pub covered: f32,
    /// The share of the question's weight that stands anywhere in the entry.
    pub covered_text: f32,
    /// Nearness of meaning to all phrasings together.
    pub centroid: f32,
    /// The best phrasing by words, letters and meaning together.
    pub best: f32,
    /// Which phrasing that is, counted within the document.
    pub phrasing: u32,
}

/// Weight of the words of the best phrasing in the score.
const WORDS: f32 = 2.75;
/// Weight of the letters of the best phrasing.
const TRIGRAMS: f32 = 0.95;
/// Weight of the meaning of the nearest phrasing.
const MEANING: f32 = 2.95;
/// Weight of the three best phrasings.
const MEAN: f32 = 3.3;
/// Weight of the words that stand in phrasings or titles.
pub(super) const COVERED: f32 = 4.15;
/// Weight of the words that stand anywhere.
pub(super) const COVERED_TEXT: f32 = 1.35;
/// Weight of the nearness to all phrasings.
pub(super) const CENTROID: f32 = 4.5;

/// Returns what single phrasings add to the score at the most, `covered` being the share of the question's
/// weight that stands in any of them: words shared by a phrasing weigh no more than the phrasing.
pub(super) fn phrasings_at_most(covered: f32) -> f32 {
    let words = covered.clamp(0.0, 1.0).sqrt();
    let best = PHRASING_WORDS * words + PHRASING_TRIGRAMS + PHRASING_MEANING;
    WORDS * words + TRIGRAMS + MEANING + MEAN * best
}

/// How words count in the choice of the best phrasing.
const PHRASING_WORDS: f32 = 0.40;
/// How letters do.
const PHRASING_TRIGRAMS: f32 = 0.25;
/// How meaning does.
const PHRASING_MEANING: f32 = 0.35;

impl Features {
    /// The score of a document that is all that was asked.
    pub(super) const PERFECT: f32 =
        WORDS + TRIGRAMS + MEANING + MEAN + COVERED + COVERED_TEXT + CENTROID;

    /// Returns the score: only differences between the documents of one question mean something.
    pub(super) fn score(&self) -> f32 {
        WORDS * self.words
            + TRIGRAMS * self.trigrams
            + MEANING * self.meaning
            + MEAN * self.mean
            + COVERED * self.covered
            + COVERED_TEXT * self.covered_text
            + CENTROID * self.centroid
    }
}

/// Compares a candidate with a question.
#[inline(always)]
pub(super) fn features(
    index: &Index,
    query: &Query,
    terms: &TermWeights,
    candidate: &Candidate,
) -> Features {
    let document = index.document(candidate.document);
    let weight = query.weight.max(f32::MIN_POSITIVE);
    let mut features = Features {
        covered: candidate.covered / weight,
        covered_text: candidate.covered_text / weight,
        centroid: candidate.centroid,
        ..Features::default()
    };
    compare_phrasings(index, query, terms, document, &mut features);
    features
}

#[inline(always)]
fn compare_phrasings(
    index: &Index,
    query: &Query,
    terms: &TermWeights,
    document: &Document,
    features: &mut Features,
) {
    let phrasings = index.phrasings_of(document);
    let inverse_root_weight = if query.weight > 0.0 {
        1.0 / query.weight.sqrt()
    } else {
        0.0
    };
    let mut top = [0.0_f32; 3];
    for (number, phrasing) in (0..).zip(phrasings) {
        let shared = terms.shared(index.terms_in(phrasing));
        let words = shared * inverse_root_weight * phrasing.inverse_root_weight;
        let meaning = query.embedding.cosine(&phrasing.embedding).max(0.0);
        let without_trigrams = PHRASING_WORDS * words + PHRASING_MEANING * meaning;
        features.meaning = features.meaning.max(meaning);
        if without_trigrams + PHRASING_TRIGRAMS <= top[2] {
            continue;
        }
        let trigrams = query.trigrams.likeness(&phrasing.trigrams);
        features.words = features.words.max(words);
        features.trigrams = features.trigrams.max(trigrams);
        features.meaning = features.meaning.max(meaning);
        let all = without_trigrams + PHRASING_TRIGRAMS * trigrams;
        if all > top[0] {
            features.phrasing = number;
        }
        insert(&mut top, all);
    }
    features.best = top[0];
    features.mean = top.iter().sum::<f32>() / [1.0, 1.0, 2.0, 3.0][phrasings.len().min(3)];
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
pub(super) struct TermWeights {
    /// A term and its weight at the place of its lowest bits; no term is `TermId::MAX`.
    slots: [(TermId, f32); SLOTS],
    /// Terms whose place was taken.
    others: Vec<(TermId, f32)>,
}

/// A question of eight terms finds a place taken one time in ten.
const SLOTS: usize = 256;

impl TermWeights {
    /// Files the terms of a question.
    pub(super) fn new(query: &Query) -> Self {
        let mut weights = Self {
            slots: [(TermId::MAX, 0.0); SLOTS],
            others: Vec::new(),
        };
        for &(term, weight) in &query.terms {
            let slot = &mut weights.slots[term as usize % SLOTS];
            if slot.0 == TermId::MAX {
                *slot = (term, weight);
            } else {
                weights.others.push((term, weight));
            }
        }
        weights
    }

    /// Returns the weight of the question's words that stand in a phrasing.
    #[inline(always)]
    fn shared(&self, phrasing: &[TermId]) -> f32 {
        let mut shared = 0.0;
        for &term in phrasing {
            let (there, weight) = self.slots[term as usize % SLOTS];
            shared += if there == term { weight } else { 0.0 };
        }
        for (term, weight) in &self.others {
            if phrasing.contains(term) {
                shared += weight;
            }
        }
        shared
    }
}
