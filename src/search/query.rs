//! A question, ready to be compared: its words as terms of the index, misspellings repaired.

use std::ops::Range;
use std::sync::LazyLock;

use super::index::{Index, TermId};
use super::lexicon::{Lexicon, Repair};
use super::shape::Shape;
use super::weights::{idf, information, meaning_weight, ranking_weight};
use crate::text::vectors::{Meaning, Sum};
use crate::text::{Token, WordKind, english, stem, stop_words};

/// A question as the search sees it.
#[derive(Clone, Debug)]
pub struct Query {
    /// Its words.
    pub words: Vec<QueryWord>,
    /// The sum of the words' weights.
    pub weight: f32,
    pub(super) shape: Shape,
    /// What the words mean together.
    pub meaning: Meaning,
}

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryWord {
    /// The word, repaired if it was misspelt.
    pub word: String,
    /// Where it stands in the question, in bytes.
    pub range: Range<usize>,
    /// Its term, if any guide has it.
    pub term: Option<TermId>,
    /// How surely the word is that term: 1 as typed, less when repaired.
    pub certainty: f32,
    /// Another term that a rare word may be a slip for, and how surely.
    pub slip: Option<(TermId, f32)>,
    /// How much it weighs in the ranking.
    pub weight: f32,
    /// How much it says in English, 0 to 1.
    pub information: f32,
    /// How common it is in English.
    pub zipf: f32,
    /// The number of its vector.
    pub rank: Option<u32>,
    /// What kind of word it is.
    pub kind: WordKind,
    /// Whether it was typed with a capital where no sentence starts.
    pub is_name: bool,
}

/// How surely a word one edit away is the one that was meant.
const ONE_EDIT: f32 = 0.92;
/// The same for more edits.
const MORE_EDITS: f32 = 0.82;
/// The same for a word that is right English as typed.
const SLIP: f32 = 0.55;
/// English words from this Zipf value on may be what a misspelt word stands for.
const COMMON_ENGLISH: f32 = 3.3;
/// English words from this Zipf value on are never taken for slips of others.
const NEVER_A_SLIP: f32 = 4.4;

/// The common words of English, for misspelt words that no guide has.
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    let common =
        english::list().filter(|(word, english)| english.zipf >= COMMON_ENGLISH && word.len() > 2);
    Lexicon::new(common.map(|(word, _)| word.into()).collect())
});

impl QueryWord {
    /// Returns how surely the word is one of the terms that `is_there` knows; 0 where it is none of them.
    pub(super) fn certainty_among(&self, is_there: impl Fn(TermId) -> bool) -> f32 {
        if self.term.is_some_and(&is_there) {
            self.certainty
        } else {
            self.slip
                .filter(|&(term, _)| is_there(term))
                .map_or(0.0, |(_, certainty)| certainty)
        }
    }
}

impl Query {
    /// Prepares the tokens of a question.
    pub fn new(index: &Index, tokens: &[Token]) -> Self {
        let words: Vec<QueryWord> = tokens.iter().map(|token| index.query_word(token)).collect();
        let mut sum = Sum::default();
        for word in &words {
            if let Some(rank) = word.rank {
                let weight = word.term.map_or(meaning_weight(1.0), |term| {
                    index.term_facts[term as usize].meaning_weight
                });
                sum.add(rank, weight);
            }
        }
        Self {
            weight: words.iter().map(|word| word.weight).sum(),
            shape: Shape::of(
                words
                    .iter()
                    .map(|word| word.word.as_str())
                    .filter(|word| !word.contains(' ')),
            ),
            meaning: sum.meaning(),
            words,
        }
    }
}

impl Index {
    fn query_word(&self, token: &Token) -> QueryWord {
        let is_name = token.capital && !token.starts_sentence;
        if let Some(term) = self.term_of(&token.word) {
            return self.known(&token.word, token, term, 1.0, is_name);
        }
        let english = english::lookup(&token.word);
        let repairs = self.lexicon.repairs(&token.word);
        let best = repairs.first();
        match (english, best) {
            (Some(english), _) => {
                let mut word = self.unknown(&token.word, token, is_name);
                if english.zipf < NEVER_A_SLIP {
                    word.slip = best
                        .filter(|best| best.distance == 1 && token.word.len() > 3)
                        .map(|best| (self.lexicon_terms[best.word as usize], SLIP));
                }
                word
            }
            (None, best) => self.repaired(token, best, is_name),
        }
    }

    /// A word that is neither in a guide nor in English: the nearest word of either, or a name.
    fn repaired(&self, token: &Token, best: Option<&Repair>, is_name: bool) -> QueryWord {
        let common = ENGLISH.repairs(&token.word);
        let common = common.first();
        let nearer =
            |repair: &Repair| common.is_none_or(|common| repair.distance <= common.distance);
        let certainty = |repair: &Repair| {
            if repair.distance <= 1 {
                ONE_EDIT
            } else {
                MORE_EDITS
            }
        };
        if let Some(best) = best.filter(|best| nearer(best)) {
            let term = self.lexicon_terms[best.word as usize];
            return self.known(
                self.lexicon.word(best.word),
                token,
                term,
                certainty(best),
                false,
            );
        }
        match common {
            Some(common) => {
                let word = ENGLISH.word(common.word);
                match self.term_of(word) {
                    Some(term) => self.known(word, token, term, certainty(common), false),
                    None => self.unknown(word, token, false),
                }
            }
            None => self.unknown(&token.word, token, is_name),
        }
    }

    fn term_of(&self, word: &str) -> Option<TermId> {
        self.terms
            .get(word)
            .or_else(|| self.terms.get(stem::term(word).as_str()))
            .copied()
    }

    fn known(
        &self,
        word: &str,
        token: &Token,
        term: TermId,
        certainty: f32,
        is_name: bool,
    ) -> QueryWord {
        let facts = &self.term_facts[term as usize];
        let english = english::lookup(word);
        QueryWord {
            word: word.to_owned(),
            range: token.range.clone(),
            term: Some(term),
            certainty,
            slip: None,
            weight: facts.weight,
            information: information(
                stop_words::kind(word),
                english.map_or(facts.zipf, |english| english.zipf),
            ),
            zipf: english.map_or(facts.zipf, |english| english.zipf),
            rank: english.map(|english| english.rank).or(facts.rank),
            kind: stop_words::kind(word),
            is_name,
        }
    }

    fn unknown(&self, word: &str, token: &Token, is_name: bool) -> QueryWord {
        let english = english::lookup(word);
        let kind = stop_words::kind(word);
        let zipf = english.map_or(english::UNLISTED_ZIPF, |english| english.zipf);
        QueryWord {
            word: word.to_owned(),
            range: token.range.clone(),
            term: None,
            certainty: 1.0,
            slip: None,
            information: information(kind, zipf),
            weight: ranking_weight(kind, idf(0, self.documents.len())),
            zipf,
            rank: english.map(|english| english.rank),
            kind,
            is_name,
        }
    }
}
