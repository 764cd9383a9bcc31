//! The texts of documents, analyzed: every distinct word once, and in its places only its number.
//!
//! To analyze is what takes the time in building an index. It is done in parallel, for a share of the entries at a
//! time, and each share numbers its words for itself; [`WordNumbers`] leads from there to the vocabulary of all.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::score::DocumentKind;
use super::segment::span;
use super::titles;
use super::topics::TopicIndex;
use super::trigrams::TrigramSet;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::{self, Token};

/// The texts of a document.
pub(super) struct DocumentTexts<'a> {
    /// The kind of document.
    pub(super) kind: DocumentKind,
    /// The topics that it claims.
    pub(super) claims: Vec<TopicIndex>,
    /// The ways of asking for it; `None` for a fact that is asked for as it is with every film.
    pub(super) phrasings: Option<Vec<&'a str>>,
    /// The title of its section.
    pub(super) section: &'a str,
    /// The sentences of the answer.
    pub(super) sentences: Vec<Cow<'a, str>>,
}

/// A document whose texts are analyzed, each the range of its words.
pub(super) struct AnalyzedDocument {
    pub(super) kind: DocumentKind,
    pub(super) claims: Vec<TopicIndex>,
    pub(super) phrasings: Option<Vec<AnalyzedPhrasing>>,
    pub(super) section: Range<u32>,
    /// The words of all sentences.
    pub(super) text: Range<u32>,
    pub(super) sentences: Vec<AnalyzedPhrasing>,
}

/// A phrasing that is analyzed.
pub(super) struct AnalyzedPhrasing {
    pub(super) words: Range<u32>,
    pub(super) trigrams: TrigramSet,
}

/// Some documents and the words of their texts.
#[derive(Default)]
pub(super) struct AnalyzedTexts {
    pub(super) documents: Vec<AnalyzedDocument>,
    /// The distinct words.
    words: Vec<Box<str>>,
    /// The words of all texts, one after the other, by their numbers.
    tokens: Vec<u32>,
}

impl AnalyzedTexts {
    /// Analyzes the texts of documents; phrasings and answers lose the names of the film.
    pub(super) fn new<'a>(
        documents: impl Iterator<Item = DocumentTexts<'a>>,
        names: &[Vec<String>],
    ) -> Self {
        let mut analyzer = Analyzer::default();
        let documents = documents.map(|document| {
            let mut phrasing = |text: &str| {
                let tokens = without_names(text, names);
                let trigrams = TrigramSet::of(tokens.iter().map(|token| token.word.as_str()));
                let words = analyzer.add(tokens);
                AnalyzedPhrasing { words, trigrams }
            };
            let phrasings = document.phrasings;
            let phrasings = phrasings.map(|texts| texts.into_iter().map(&mut phrasing).collect());
            let sentences: Vec<AnalyzedPhrasing> = document
                .sentences
                .iter()
                .map(|text| phrasing(text))
                .collect();
            let text = match (sentences.first(), sentences.last()) {
                (Some(first), Some(last)) => first.words.start..last.words.end,
                _ => 0..0,
            };
            AnalyzedDocument {
                kind: document.kind,
                claims: document.claims,
                phrasings,
                section: analyzer.add(text::analyze(document.section)),
                text,
                sentences,
            }
        });
        let documents = documents.collect();
        let mut words: Vec<(Box<str>, u32)> = analyzer.numbers.into_iter().collect();
        words.sort_unstable_by_key(|(_, number)| *number);
        Self {
            documents,
            words: words.into_iter().map(|(word, _)| word).collect(),
            tokens: analyzer.tokens,
        }
    }
}

/// Returns the tokens of a text without the film's names, which tell no entry from another.
fn without_names(text: &str, names: &[Vec<String>]) -> Vec<Token> {
    let mut tokens = text::analyze(text);
    titles::remove(&mut tokens, names);
    tokens
}

/// Numbers words in the order in which they come.
#[derive(Default)]
struct Analyzer {
    numbers: HashMap<Box<str>, u32>,
    tokens: Vec<u32>,
}

impl Analyzer {
    fn add(&mut self, tokens: Vec<Token>) -> Range<u32> {
        let start = self.tokens.len() as u32;
        for token in tokens {
            let next = self.numbers.len() as u32;
            let number = match self.numbers.get(token.word.as_str()) {
                Some(&number) => number,
                None => {
                    self.numbers.insert(token.word.into_boxed_str(), next);
                    next
                }
            };
            self.tokens.push(number);
        }
        start..self.tokens.len() as u32
    }
}

/// Leads from the words of a share to those of the vocabulary, where they are filed in the order in which they are
/// asked for: however the entries are shared out, the vocabulary is the same.
pub(super) struct WordNumbers<'a> {
    texts: &'a AnalyzedTexts,
    numbers: Vec<Option<WordId>>,
}

impl<'a> WordNumbers<'a> {
    /// Starts with no word filed.
    pub(super) fn new(texts: &'a AnalyzedTexts) -> Self {
        let numbers = vec![None; texts.words.len()];
        Self { texts, numbers }
    }

    /// Files the words of a text that are new and returns the numbers of all.
    pub(super) fn file(
        &mut self,
        text: &Range<u32>,
        vocabulary: &mut Vocabulary,
    ) -> impl Iterator<Item = WordId> {
        let tokens = &self.texts.tokens[span(text)];
        tokens.iter().map(|&token| {
            let (word, number) = (
                &self.texts.words[token as usize],
                &mut self.numbers[token as usize],
            );
            *number.get_or_insert_with(|| vocabulary.add(word))
        })
    }
}
