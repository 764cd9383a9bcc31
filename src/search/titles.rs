//! A film's names inside a text: left out of phrasings, where they tell no entry from another.

use crate::guide::Film;
use crate::text::{self, Token};

/// Returns the names of a film, longest first, each as folded words.
pub(super) fn names(film: &Film) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> = std::iter::once(&film.title)
        .chain(&film.also)
        .map(|name| {
            text::analyze(name)
                .into_iter()
                .map(|token| token.word)
                .collect()
        })
        .filter(|name: &Vec<String>| !name.is_empty())
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Removes every occurrence of the names from the tokens.
pub(super) fn remove(tokens: &mut Vec<Token>, names: &[Vec<String>]) {
    for name in names {
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
