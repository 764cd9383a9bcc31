//! The names of all films: which of them a question may hold, typos and all, and what is left out of phrasings, where
//! a name tells no entry from another.

use hashbrown::HashMap;

use super::spelling::SpellingIndex;
use crate::guide::{Film, FilmIndex};
use crate::text::name_forms::{ARTICLES, FormKind, forms};
use crate::text::{self, Token};

/// The number of a word among those of all names.
pub(super) type TitleWord = u32;
/// The place in the tree of names that some words lead to.
pub(super) type TitleNode = u32;

/// The forms of the names of all films as a tree: each word leads from one node to the next.
#[derive(Debug, Default)]
pub(super) struct Titles {
    numbers: HashMap<Box<str>, TitleWord>,
    /// The words as they are looked for when misspelt.
    spelling: SpellingIndex,
    nodes: HashMap<(TitleNode, TitleWord), TitleNode>,
    /// The films whose names end at a node.
    films: HashMap<TitleNode, Vec<(FilmIndex, FormKind)>>,
    n_nodes: TitleNode,
}

impl Titles {
    /// The node that no word leads to.
    pub(super) const ROOT: TitleNode = 0;

    /// Files all forms of a film's names.
    pub(super) fn add(&mut self, film: FilmIndex, names: &Film) {
        for name in std::iter::once(&names.title).chain(&names.also) {
            for form in forms(name) {
                let mut node = Self::ROOT;
                for word in form.words {
                    node = self.step(node, word);
                }
                let films = self.films.entry(node).or_default();
                match films.iter_mut().find(|(other, _)| *other == film) {
                    Some((_, kind)) => *kind = form.kind.min(*kind),
                    None => films.push((film, form.kind)),
                }
            }
        }
    }

    fn step(&mut self, node: TitleNode, word: String) -> TitleNode {
        let next = self.numbers.len() as TitleWord;
        let number = *self.numbers.entry(word.into_boxed_str()).or_insert(next);
        let node = self.nodes.entry((node, number)).or_insert_with(|| {
            self.n_nodes += 1;
            self.n_nodes
        });
        *node
    }

    /// Files the words of all names, for corrections.
    pub(super) fn finish(&mut self) {
        let mut words: Vec<(&Box<str>, &TitleWord)> = self.numbers.iter().collect();
        words.sort_unstable_by_key(|&(_, number)| number);
        self.spelling =
            SpellingIndex::new(words.into_iter().map(|(word, _)| word.clone()).collect());
    }

    /// Returns the words of names, for corrections; a word's number there is its number here.
    pub(super) fn spelling(&self) -> &SpellingIndex {
        &self.spelling
    }

    pub(super) fn number(&self, word: &str) -> Option<TitleWord> {
        self.numbers.get(word).copied()
    }

    pub(super) fn next(&self, node: TitleNode, word: TitleWord) -> Option<TitleNode> {
        self.nodes.get(&(node, word)).copied()
    }

    pub(super) fn films(&self, node: TitleNode) -> &[(FilmIndex, FormKind)] {
        self.films.get(&node).map_or(&[], Vec::as_slice)
    }
}

/// Returns the names of a film, longest first, each as folded words: with and without "the" or "a" before it.
pub(super) fn names(film: &Film) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> = Vec::new();
    for name in std::iter::once(&film.title).chain(&film.also) {
        let words: Vec<String> = text::analyze(name)
            .into_iter()
            .map(|token| token.word)
            .collect();
        let has_article = words.len() > 1 && ARTICLES.contains(&words[0].as_str());
        let short = has_article.then(|| words[1..].to_vec());
        names.extend(
            std::iter::once(words)
                .chain(short)
                .filter(|name| !name.is_empty()),
        );
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

/// Removes every occurrence of the names from the tokens. One-word names stay: they may be words.
pub(super) fn remove(tokens: &mut Vec<Token>, names: &[Vec<String>]) {
    for name in names.iter().filter(|name| name.len() > 1) {
        let mut at = 0;
        while at + name.len() <= tokens.len() {
            if tokens[at..at + name.len()]
                .iter()
                .zip(name)
                .all(|(token, word)| token.word == *word)
            {
                tokens.drain(at..at + name.len());
            } else {
                at += 1;
            }
        }
    }
}
