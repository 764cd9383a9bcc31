//! Looks the words of a question up, misspellings corrected.

use std::sync::LazyLock;

use super::index::Index;
use super::query_word::QueryWord;
use super::spelling::{Correction, SpellingIndex};
use super::vocabulary::{TermId, Word};
use super::weights::{information, ranking_weight};
use crate::text::{Token, WordKind, english, stop_words};

/// The certainty that a word one edit away is the one that was meant.
const ONE_EDIT: f32 = 0.92;
/// The same for more edits.
const MORE_EDITS: f32 = 0.82;
/// The certainty that a word is a typo although it is right English as typed.
const POSSIBLE_TYPO: f32 = 0.55;
/// English words from this Zipf value on may be what a misspelt word stands for.
const COMMON_ENGLISH: f32 = 3.3;
/// English words from this Zipf value on are never taken for typos of others.
const NEVER_A_TYPO: f32 = 4.4;

/// Misspellings that are common enough to be in the list of English words are no more common than this.
const MISSPELLING_ZIPF: f32 = 3.3;
/// The words that they stand for are at least this much more common: 30 times.
const MISSPELLING_STEP: f32 = 1.5;
/// Words of fewer letters have too many neighbours ("dune", "done") to be taken for misspelt ...
const MISSPELLING_LETTERS: usize = 6;
/// ... unless for one of the commonest words: "teh", "waht".
const COMMONEST_ZIPF: f32 = 6.0;

/// Returns whether a word in the list of English words is there as a frequent misspelling ("recieved").
fn is_common_misspelling(word: &str, zipf: f32) -> bool {
    let step = |common: f32| {
        if word.len() < MISSPELLING_LETTERS {
            COMMONEST_ZIPF
        } else {
            common
        }
    };
    let meant = |correction: &Correction| {
        let other = ENGLISH.word(correction.word);
        let same_start = other.as_bytes().first() == word.as_bytes().first();
        same_start && other != word && english::zipf(other) >= step(zipf + MISSPELLING_STEP)
    };
    zipf < MISSPELLING_ZIPF && ENGLISH.neighbours(word).iter().any(meant)
}

/// Returns whether a word is written as a name: with a capital where no sentence starts, and as it was typed.
fn is_name(word: &str, token: &Token) -> bool {
    token.capital && !token.starts_sentence && word == token.word && word != "i"
}

/// The common words of English, for misspelt words that no guide has.
static ENGLISH: LazyLock<SpellingIndex> = LazyLock::new(|| {
    let common =
        english::list().filter(|(word, english)| english.zipf >= COMMON_ENGLISH && word.len() > 2);
    SpellingIndex::of_neighbours(common.map(|(word, _)| word.into()).collect())
});

/// Looks the tokens of a question up, correcting what is misspelt.
pub fn look_up(index: &Index, tokens: &[Token]) -> Vec<QueryWord> {
    let mut words: Vec<QueryWord> = tokens.iter().map(|token| index.query_word(token)).collect();
    // In a headline, where every telling word has a capital, capitals say nothing.
    let is_headline = !tokens
        .iter()
        .any(|token| token.kind == WordKind::Content && !token.capital);
    if is_headline && tokens.len() > 2 {
        words.iter_mut().for_each(|word| word.is_name = false);
    }
    words
}

impl Index {
    fn query_word(&self, token: &Token) -> QueryWord {
        if let Some(word) = self.vocabulary.find(&token.word) {
            return self.known(&token.word, token, word, 1.0);
        }
        if let Some(term) = self.vocabulary.find_term(&token.word) {
            return self.known(&token.word, token, english_word(term, &token.word), 1.0);
        }
        if token.kind != WordKind::Content {
            return self.unknown(&token.word, token);
        }
        match english::lookup(&token.word) {
            Some(english) if !is_common_misspelling(&token.word, english.zipf) => {
                let mut word = self.unknown(&token.word, token);
                if english.zipf < NEVER_A_TYPO && token.word.len() > 3 {
                    let possible_typo = self.vocabulary.neighbour(&token.word);
                    word.possible_typo = possible_typo.map(|possible_typo| {
                        (self.vocabulary.word(possible_typo.word).term, POSSIBLE_TYPO)
                    });
                }
                word
            }
            _ => self.corrected(token),
        }
    }

    /// A word that is neither in a guide nor in English: the nearest word of either, or a name.
    fn corrected(&self, token: &Token) -> QueryWord {
        // One edit away is as near as a word can be that is spelt in no known way.
        let own = self.vocabulary.nearest(&token.word);
        let is_near = own.as_ref().is_some_and(|own| own.distance <= 1);
        let common = if is_near {
            None
        } else {
            ENGLISH.nearest(&token.word)
        };
        let certainty = |correction: &Correction| {
            if correction.distance <= 1 {
                ONE_EDIT
            } else {
                MORE_EDITS
            }
        };
        match (own, common) {
            (Some(own), common) if common.is_none_or(|common| own.distance <= common.distance) => {
                self.known(
                    self.vocabulary.spelt(own.word),
                    token,
                    self.vocabulary.word(own.word),
                    certainty(&own),
                )
            }
            (_, Some(common)) => {
                let word = ENGLISH.word(common.word);
                match self.vocabulary.find_term(word) {
                    Some(term) => {
                        self.known(word, token, english_word(term, word), certainty(&common))
                    }
                    None => self.unknown(word, token),
                }
            }
            _ => self.unknown(&token.word, token),
        }
    }

    fn known(&self, word: &str, token: &Token, found: Word, certainty: f32) -> QueryWord {
        QueryWord {
            word: word.to_owned(),
            range: token.range.clone(),
            term: Some(found.term),
            is_in_guides: self.is_in_guides(found.term),
            certainty,
            possible_typo: None,
            weight: self.vocabulary.term(found.term).weight,
            information: information(found.kind, found.zipf),
            rank: found.rank,
            kind: found.kind,
            is_name: is_name(word, token),
        }
    }

    fn unknown(&self, word: &str, token: &Token) -> QueryWord {
        let found = english_word(TermId::MAX, word);
        QueryWord {
            word: word.to_owned(),
            range: token.range.clone(),
            term: None,
            is_in_guides: false,
            certainty: 1.0,
            possible_typo: None,
            information: information(found.kind, found.zipf),
            weight: ranking_weight(found.kind, 1.0),
            rank: found.rank,
            kind: found.kind,
            is_name: is_name(word, token),
        }
    }
}

/// Returns what English knows of a word that no guide spells this way.
fn english_word(term: TermId, word: &str) -> Word {
    let english = english::lookup(word);
    Word {
        term,
        kind: stop_words::kind(word),
        rank: english.map(|english| english.rank),
        zipf: english.map_or(english::UNLISTED_ZIPF, |english| english.zipf),
    }
}
