//! The words of all guides and the terms they belong to.

use std::sync::Arc;

use hashbrown::HashMap;

use super::spelling::{Correction, SpellingIndex};
use super::weights::{embedding_weight, idf, ranking_weight};
use crate::text::vectors::Embedding;
use crate::text::{WordKind, english, stem, stop_words};

/// The number of a term: a stem, or the stem that stands for a group of synonyms.
pub type TermId = u32;
/// The number of a word as written.
pub(super) type WordId = u32;

/// The words of all guides; or, on top of another vocabulary, words that are not in that one.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The vocabulary below, which has the lower numbers.
    below: Option<Arc<Vocabulary>>,
    first_word: WordId,
    first_term: TermId,
    numbers: HashMap<Box<str>, WordId>,
    words: Vec<Word>,
    stems: HashMap<Box<str>, TermId>,
    terms: Vec<Term>,
    spelling: SpellingIndex,
}

/// A word as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) term: TermId,
    pub(super) kind: WordKind,
    /// The number of its vector.
    pub(super) rank: Option<u32>,
    pub(super) zipf: f32,
}

/// A term: the words of one stem or one group of synonyms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// The weight in the ranking.
    pub(super) weight: f32,
    /// The weight of its words' vectors in the sum of a text's vectors.
    pub(super) embedding_weight: f32,
    /// The embedding of its commonest word.
    pub(super) embedding: Embedding,
    /// The kind of its commonest word.
    pub(super) kind: WordKind,
    zipf: f32,
}

impl Vocabulary {
    /// Begins a vocabulary of words that another one lacks.
    pub(super) fn on_top_of(below: &Arc<Self>) -> Self {
        Self {
            first_word: below.first_word + below.words.len() as WordId,
            first_term: below.n_terms() as TermId,
            below: Some(Arc::clone(below)),
            ..Self::default()
        }
    }

    /// Files a word if it is new and returns its number.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(number) = self.number(word) {
            return number;
        }
        let english = english::lookup(word);
        let zipf = english.map_or(english::UNLISTED_ZIPF, |english| english.zipf);
        let rank = english.map(|english| english.rank);
        let kind = stop_words::kind(word);
        let term = self.add_term(stem::term(word), kind, zipf, rank);
        let number = self.first_word + self.words.len() as WordId;
        self.words.push(Word {
            term,
            kind,
            rank,
            zipf,
        });
        self.numbers.insert(word.into(), number);
        number
    }

    fn add_term(&mut self, stem: String, kind: WordKind, zipf: f32, rank: Option<u32>) -> TermId {
        // A term of the vocabulary below stays as it is there.
        let below = self.below.as_ref().and_then(|below| below.term_of(&stem));
        if let Some(term) = below {
            return term;
        }
        let next = self.n_terms() as TermId;
        let number = *self.stems.entry(stem.into_boxed_str()).or_insert(next);
        let embedding = || rank.and_then(Embedding::of_word).unwrap_or(Embedding::NONE);
        if number == next {
            let term = Term {
                weight: 0.0,
                embedding_weight: 1.0,
                embedding: embedding(),
                kind,
                zipf,
            };
            self.terms.push(term);
            return number;
        }
        let term = &mut self.terms[(number - self.first_term) as usize];
        if zipf > term.zipf {
            (term.embedding, term.kind, term.zipf) = (embedding(), kind, zipf);
        }
        number
    }

    /// Weighs the terms, `df` being in how many of `n_documents` each of its own stands, and files the words for
    /// corrections.
    pub(super) fn finish(&mut self, df: &[u32], n_documents: usize) {
        for (term, &df) in self.terms.iter_mut().zip(df) {
            let idf = idf(df, n_documents);
            term.weight = ranking_weight(term.kind, idf);
            term.embedding_weight = embedding_weight(idf);
        }
        let mut words: Vec<(&Box<str>, &WordId)> = self.numbers.iter().collect();
        words.sort_unstable_by_key(|&(_, number)| number);
        self.spelling =
            SpellingIndex::new(words.into_iter().map(|(word, _)| word.clone()).collect());
    }

    /// Returns the word with this spelling.
    pub(super) fn find(&self, word: &str) -> Option<Word> {
        self.number(word).map(|number| self.word(number))
    }

    fn number(&self, word: &str) -> Option<WordId> {
        let below = self.below.as_ref().and_then(|below| below.number(word));
        below.or_else(|| self.numbers.get(word).copied())
    }

    /// Returns the term of a word that no guide spells this way.
    pub(super) fn find_term(&self, word: &str) -> Option<TermId> {
        self.term_of(&stem::term(word))
    }

    fn term_of(&self, stem: &str) -> Option<TermId> {
        let below = self.below.as_ref().and_then(|below| below.term_of(stem));
        below.or_else(|| self.stems.get(stem).copied())
    }

    pub(super) fn word(&self, number: WordId) -> Word {
        match &self.below {
            Some(below) if number < self.first_word => below.word(number),
            _ => self.words[(number - self.first_word) as usize],
        }
    }

    pub(super) fn term(&self, number: TermId) -> &Term {
        match &self.below {
            Some(below) if number < self.first_term => below.term(number),
            _ => &self.terms[(number - self.first_term) as usize],
        }
    }

    /// Returns the first word that was filed under a term.
    pub(super) fn word_of(&self, term: TermId) -> &str {
        if let Some(below) = self.below.as_ref().filter(|_| term < self.first_term) {
            return below.word_of(term);
        }
        let number = (0..)
            .zip(&self.words)
            .find(|(_, word)| word.term == term)
            .map(|(number, _)| number);
        number.map_or("", |number| self.spelling.word(number))
    }

    /// Returns the number of terms, those of the vocabulary below included.
    pub(super) fn n_terms(&self) -> usize {
        self.first_term as usize + self.terms.len()
    }

    /// Returns the number of its first own term.
    pub(super) fn first_term(&self) -> TermId {
        self.first_term
    }

    /// Returns the word with this number as it is written.
    pub(super) fn spelt(&self, number: WordId) -> &str {
        match &self.below {
            Some(below) if number < self.first_word => below.spelt(number),
            _ => self.spelling.word(number - self.first_word),
        }
    }

    /// Returns the word that `typed` most likely stands for, if it is not itself one of the words.
    pub(super) fn nearest(&self, typed: &str) -> Option<Correction> {
        let below = self.below.as_ref().and_then(|below| below.nearest(typed));
        self.nearer(below, self.spelling.nearest(typed))
    }

    /// Returns the word that is one edit away from `typed`, the likeliest of several.
    pub(super) fn neighbour(&self, typed: &str) -> Option<Correction> {
        let below = self.below.as_ref().and_then(|below| below.neighbour(typed));
        let own = self.spelling.neighbours(typed).into_iter().next();
        self.nearer(below, own)
    }

    /// Returns the likelier of a correction to a word below and one to a word of its own, which gets its number here.
    fn nearer(&self, below: Option<Correction>, own: Option<Correction>) -> Option<Correction> {
        let own = own.map(|own| own.numbered_from(self.first_word));
        below.into_iter().chain(own).min_by(Correction::compare)
    }

    /// Gives back the room that lists have left.
    pub(super) fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.terms.shrink_to_fit();
        self.numbers.shrink_to_fit();
        self.stems.shrink_to_fit();
    }

    /// Returns about how many bytes it takes beside the vocabulary below.
    pub(super) fn n_own_bytes(&self) -> usize {
        let keys = self.numbers.keys().chain(self.stems.keys());
        // A map has room for more than it holds, and each key is a piece of memory of its own.
        let keys = keys.map(|key| 2 * size_of::<(Box<str>, u32)>() + 16 + key.len());
        keys.sum::<usize>()
            + size_of_val(&self.words[..])
            + size_of_val(&self.terms[..])
            + self.spelling.n_bytes()
    }
}
