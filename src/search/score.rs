//! The score of a document: a weighted sum of what speaks for it, from words, trigrams and meaning.
//!
//! The weights were fitted offline: a softmax over the documents of each question, on the tuning halves of
//! the question sets, every set counting alike. The same weights serve every guide.

/// The features that speak for a document, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Words shared with the phrasing that shares most: their weight over the geometric mean of both weights.
    pub words: f32,
    /// Likeness of trigrams to the phrasing that is most alike, of those that may be among the three best.
    pub trigrams: f32,
    /// Cosine to the embedding of the nearest phrasing.
    pub meaning: f32,
    /// The mean over the three phrasings that are best by all three.
    pub mean: f32,
    /// The share of the question's weight that stands in phrasings or titles.
    pub covered: f32,
    /// The share of the question's weight that stands anywhere in the entry.
    pub covered_text: f32,
    /// Cosine to the centroid of all phrasings' embeddings.
    pub centroid: f32,
    /// The best phrasing by words, trigrams and meaning together.
    pub best: f32,
    /// The number of that phrasing within the document.
    pub phrasing: u32,
}

/// Weight of the words of the best phrasing.
const WORDS: f32 = 2.75;
/// Weight of the trigrams of the best phrasing.
const TRIGRAMS: f32 = 0.95;
/// Weight of the meaning of the nearest phrasing.
const MEANING: f32 = 2.95;
/// Weight of the three best phrasings.
const MEAN: f32 = 3.3;
/// Weight of the words that stand in phrasings or titles.
const COVERED: f32 = 4.15;
/// Weight of the words that stand anywhere.
const COVERED_TEXT: f32 = 1.35;
/// Weight of the nearness to all phrasings together.
const CENTROID: f32 = 4.5;

/// Weight of the words in the choice of the best phrasing.
const PHRASING_WORDS: f32 = 0.40;
/// Weight of the trigrams in the same.
const PHRASING_TRIGRAMS: f32 = 0.25;
/// Weight of the meaning in the same.
const PHRASING_MEANING: f32 = 0.35;

impl Features {
    /// The score of a document that is all that was asked.
    pub(super) const PERFECT: f32 =
        phrasing_score(1.0, 1.0, 1.0, 1.0) + document_score(1.0, 1.0, 1.0);

    /// Returns the score: only differences between the documents of one question mean something.
    pub(super) fn score(&self) -> f32 {
        phrasing_score(self.words, self.trigrams, self.meaning, self.mean)
            + document_score(self.covered, self.covered_text, self.centroid)
    }
}

/// Returns the part of the score that is known without a look at single phrasings.
#[inline(always)]
pub(super) const fn document_score(covered: f32, covered_text: f32, centroid: f32) -> f32 {
    COVERED * covered + COVERED_TEXT * covered_text + CENTROID * centroid
}

/// Returns the part of the score that single phrasings add.
const fn phrasing_score(words: f32, trigrams: f32, meaning: f32, mean: f32) -> f32 {
    WORDS * words + TRIGRAMS * trigrams + MEANING * meaning + MEAN * mean
}

/// Returns how near one phrasing is to the question, 0 to 1.
#[inline(always)]
pub(super) const fn phrasing_similarity(words: f32, meaning: f32, trigrams: f32) -> f32 {
    PHRASING_WORDS * words + PHRASING_MEANING * meaning + PHRASING_TRIGRAMS * trigrams
}

/// Returns what single phrasings add to the score at the most, `covered` being the share of the question's
/// weight that stands in any of them: words shared by a phrasing weigh no more than the phrasing.
pub(super) fn phrasing_score_at_most(covered: f32) -> f32 {
    let words = covered.clamp(0.0, 1.0).sqrt();
    phrasing_score(words, 1.0, 1.0, phrasing_similarity(words, 1.0, 1.0))
}
