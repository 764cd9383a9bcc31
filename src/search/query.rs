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
#[derive(Clone, Debug, Default)]
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
    /// Whether it was typed in another way.
    pub is_repaired: bool,
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

/// Misspellings that are common enough to be in the list of English words are no more common than this.
const MISSPELLING_ZIPF: f32 = 3.3;
/// What they stand for is at least this much more common: 30 times.
const MISSPELLING_STEP: f32 = 1.5;
/// Words of fewer letters have too many neighbours ("dune", "done") to be taken for misspelt ...
const MISSPELLING_LETTERS: usize = 6;
/// ... unless for one of the commonest words: "teh", "waht".
const COMMONEST_ZIPF: f32 = 6.0;

/// Whether a word in the list of English words is there as a frequent misspelling ("recieved").
fn is_common_misspelling(word: &str, zipf: f32) -> bool {
    let step = |common: f32| {
        if word.len() < MISSPELLING_LETTERS {
            COMMONEST_ZIPF
        } else {
            common
        }
    };
    let meant = |repair: &Repair| {
        let other = ENGLISH.word(repair.word);
        let same_start = other.as_bytes().first() == word.as_bytes().first();
        repair.distance == 1 && same_start && english::zipf(other) >= step(zipf + MISSPELLING_STEP)
    };
    zipf < MISSPELLING_ZIPF && ENGLISH.repairs(word).iter().any(meant)
}

/// Whether a word is written as a name: with a capital where no sentence starts, and as it was typed.
fn is_name(word: &str, token: &Token) -> bool {
    token.capital && !token.starts_sentence && word == token.word && word != "i"
}

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
        let mut words: Vec<QueryWord> =
            tokens.iter().map(|token| index.query_word(token)).collect();
        // In a headline, where every telling word has a capital, capitals say nothing.
        let is_headline = !tokens
            .iter()
            .any(|token| token.kind == WordKind::Content && !token.capital);
        if is_headline && tokens.len() > 2 {
            words.iter_mut().for_each(|word| word.is_name = false);
        }
        Self::of(index, words)
    }

    /// Returns the question without some of its words.
    #[must_use]
    pub fn without(&self, index: &Index, left_out: &Range<usize>) -> Self {
        let words = self
            .words
            .iter()
            .enumerate()
            .filter(|(at, _)| !left_out.contains(at));
        Self::of(index, words.map(|(_, word)| word.clone()).collect())
    }

    fn of(index: &Index, words: Vec<QueryWord>) -> Self {
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
        if let Some(term) = self.term_of(&token.word) {
            return self.known(&token.word, token, term, 1.0);
        }
        if token.kind != WordKind::Content {
            return self.unknown(&token.word, token);
        }
        let english = english::lookup(&token.word);
        let best = self.lexicon.repairs(&token.word).into_iter().next();
        match english {
            Some(english) if !is_common_misspelling(&token.word, english.zipf) => {
                let mut word = self.unknown(&token.word, token);
                if english.zipf < NEVER_A_SLIP {
                    let slip = best.filter(|best| best.distance == 1 && token.word.len() > 3);
                    word.slip = slip.map(|best| (self.lexicon_terms[best.word as usize], SLIP));
                }
                word
            }
            _ => self.repaired(token, best),
        }
    }

    /// A word that is neither in a guide nor in English: the nearest word of either, or a name.
    fn repaired(&self, token: &Token, best: Option<Repair>) -> QueryWord {
        let common = ENGLISH
            .repairs(&token.word)
            .into_iter()
            .find(|common| ENGLISH.word(common.word) != token.word);
        let nearer =
            |repair: &Repair| common.is_none_or(|common| repair.distance <= common.distance);
        let certainty = |repair: &Repair| {
            if repair.distance <= 1 {
                ONE_EDIT
            } else {
                MORE_EDITS
            }
        };
        if let Some(best) = best.filter(nearer) {
            let term = self.lexicon_terms[best.word as usize];
            return self.known(self.lexicon.word(best.word), token, term, certainty(&best));
        }
        match common {
            Some(common) => {
                let word = ENGLISH.word(common.word);
                match self.term_of(word) {
                    Some(term) => self.known(word, token, term, certainty(&common)),
                    None => self.unknown(word, token),
                }
            }
            None => self.unknown(&token.word, token),
        }
    }

    fn term_of(&self, word: &str) -> Option<TermId> {
        self.terms
            .get(word)
            .or_else(|| self.terms.get(stem::term(word).as_str()))
            .copied()
    }

    fn known(&self, word: &str, token: &Token, term: TermId, certainty: f32) -> QueryWord {
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
            is_name: is_name(word, token),
            is_repaired: word != token.word,
        }
    }

    fn unknown(&self, word: &str, token: &Token) -> QueryWord {
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
            is_name: is_name(word, token),
            is_repaired: word != token.word,
        }
    }
}
