//! How well a document answers a question, from words, letters and meaning.

use super::index::{Document, DocumentTerm, Field, Index, Phrasing};
use super::query::Query;

/// What speaks for a document, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Words shared with the phrasing that shares most: their weight over the geometric mean of both weights.
    pub words: f32,
    /// Likeness of letters to the phrasing that is most alike.
    pub letters: f32,
    /// Nearness of meaning to the nearest phrasing.
    pub meaning: f32,
    /// The mean over the three phrasings that are best by all three.
    pub mean: f32,
    /// The share of the question's weight that stands in phrasings or titles.
    pub covered: f32,
    /// The share of the question's weight that stands anywhere in the entry.
    pub covered_text: f32,
    /// Nearness of meaning to all phrasings together.
    pub centre: f32,
    /// Nearness of meaning to the nearest sentence of the text.
    pub sentence: f32,
    /// The best phrasing by words, letters and meaning together.
    pub best: f32,
    /// Which phrasing that is, counted within the document.
    pub phrasing: u32,
}

/// How words, letters and meaning count in the choice of the best phrasing.
const WORDS: f32 = 0.40;
const LETTERS: f32 = 0.25;
const MEANING: f32 = 0.35;

impl Features {
    /// Returns the score of a document: only differences between the documents of one question mean something.
    pub(super) fn score(&self) -> f32 {
        4.0 * self.words
            + 0.3 * self.letters
            + 2.5 * self.meaning
            + 3.2 * self.mean
            + 4.5 * self.covered
            + 0.7 * self.covered_text
            + 4.8 * self.centre
            + 2.6 * self.sentence
    }
}

/// Compares a document with a question.
pub(super) fn features(index: &Index, query: &Query, document: &Document) -> Features {
    let mut features = Features {
        centre: query.meaning.cosine(&document.meaning).max(0.0),
        ..Features::default()
    };
    let phrasings = index.phrasings_in(&document.phrasings);
    let mut top = [0.0_f32; 3];
    for (number, phrasing) in (0..).zip(phrasings) {
        let words = words(index, query, phrasing);
        let letters = query.shape.likeness(&phrasing.shape);
        let meaning = query.meaning.cosine(&phrasing.meaning).max(0.0);
        features.words = features.words.max(words);
        features.letters = features.letters.max(letters);
        features.meaning = features.meaning.max(meaning);
        let all = WORDS * words + LETTERS * letters + MEANING * meaning;
        if all > top[0] {
            features.phrasing = number;
        }
        insert(&mut top, all);
    }
    features.best = top[0];
    features.mean = top.iter().sum::<f32>() / [1.0, 1.0, 2.0, 3.0][phrasings.len().min(3)];
    for sentence in index.phrasings_in(&document.sentences) {
        features.sentence = features
            .sentence
            .max(query.meaning.cosine(&sentence.meaning));
    }
    cover(index, query, document, &mut features);
    features
}

fn insert(top: &mut [f32; 3], value: f32) {
    if let Some(at) = top.iter().position(|&other| value > other) {
        top[at..].rotate_right(1);
        top[at] = value;
    }
}

/// Returns the weight of the words that question and phrasing share, over the geometric mean of their weights.
fn words(index: &Index, query: &Query, phrasing: &Phrasing) -> f32 {
    let terms = index.terms_in(phrasing);
    let shared: f32 = query
        .words
        .iter()
        .map(|word| word.weight * word.certainty_among(|term| terms.contains(&term)))
        .sum();
    let both = (query.weight * phrasing.weight).sqrt();
    if both > 0.0 { shared / both } else { 0.0 }
}

fn cover(index: &Index, query: &Query, document: &Document, features: &mut Features) {
    if query.weight == 0.0 {
        return;
    }
    let terms = index.terms_of(document);
    let field = |term| {
        terms
            .binary_search_by_key(&term, |found: &DocumentTerm| found.term)
            .ok()
            .map(|at| terms[at].field)
    };
    for word in &query.words {
        features.covered_text += word.weight * word.certainty_among(|term| field(term).is_some());
        features.covered += word.weight
            * word.certainty_among(|term| field(term).is_some_and(|field| field > Field::Text));
    }
    features.covered /= query.weight;
    features.covered_text /= query.weight;
}
