//! The words of all guides and the terms they belong to.

use hashbrown::HashMap;

use super::spelling::SpellingIndex;
use super::weights::{embedding_weight, idf, ranking_weight};
use crate::text::vectors::Embedding;
use crate::text::{WordKind, english, stem, stop_words};

/// The number of a term: a stem, or the stem that stands for a group of synonyms.
pub type TermId = u32;
/// The number of a word as written.
pub(super) type WordId = u32;

/// The words of all guides.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
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
    /// Files a word if it is new and returns its number.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let english = english::lookup(word);
        let zipf = english.map_or(english::UNLISTED_ZIPF, |english| english.zipf);
        let rank = english.map(|english| english.rank);
        let kind = stop_words::kind(word);
        let term = self.add_term(stem::term(word), kind, zipf, rank);
        let number = self.words.len() as WordId;
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
        let next = self.terms.len() as TermId;
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
        } else if zipf > self.terms[number as usize].zipf {
            let term = &mut self.terms[number as usize];
            (term.embedding, term.kind, term.zipf) = (embedding(), kind, zipf);
        }
        number
    }

    /// Weighs the terms, `df` being in how many documents each stands, and files the words for corrections.
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
        self.numbers.get(word).map(|&number| self.word(number))
    }

    /// Returns the term of a word that no guide spells this way.
    pub(super) fn find_term(&self, word: &str) -> Option<TermId> {
        self.stems.get(stem::term(word).as_str()).copied()
    }

    pub(super) fn word(&self, number: WordId) -> Word {
        self.words[number as usize]
    }

    pub(super) fn term(&self, number: TermId) -> &Term {
        &self.terms[number as usize]
    }

    /// Returns the first word that was filed under a term.
    pub(super) fn word_of(&self, term: TermId) -> &str {
        let number = (0..)
            .zip(&self.words)
            .find(|(_, word)| word.term == term)
            .map(|(number, _)| number);
        number.map_or("", |number| self.spelling.word(number))
    }

    pub(super) fn n_terms(&self) -> usize {
        self.terms.len()
    }

    /// The words as written, for corrections; a word's number there is its number here.
    pub(super) fn spelling(&self) -> &SpellingIndex {
        &self.spelling
    }
}
