//! A film's names inside a text: how a question says which film it means, and what is left out of
//! phrasings, where it tells no entry from another.

use std::ops::Range;

use hashbrown::HashMap;

use super::query_word::QueryWord;
use super::vocabulary::TermId;
use crate::guide::{Film, FilmIndex};
use crate::text::{self, Token, english};

/// The names of all films, as terms, filed under their first term.
#[derive(Debug, Default)]
pub(super) struct Titles(HashMap<TermId, Vec<Title>>);

#[derive(Debug)]
struct Title {
    terms: Vec<TermId>,
    film: FilmIndex,
    /// True if the name is one everyday word ("Frozen"), which alone does not mean the film.
    is_everyday_word: bool,
}

/// A film's name inside a question.
#[derive(Clone, Debug, PartialEq)]
pub struct FilmMention {
    /// The films of that name.
    pub films: Vec<FilmIndex>,
    /// The words of the question that are the name.
    pub words: Range<usize>,
}

/// A one-word title as common as this is an everyday word.
const EVERYDAY_ZIPF: f32 = 4.0;
/// After these a common word may be a title: "the plot of Frozen", "is frozen ok for kids".
const BEFORE_TITLES: &[&str] = &[
    "of", "in", "about", "is", "was", "did", "does", "direct", "directed", "wrote", "film",
    "movie", "for", "from", "seen",
];

impl Titles {
    pub(super) fn add(&mut self, film: FilmIndex, terms: Vec<TermId>, name: &[String]) {
        let is_everyday_word = name.len() == 1 && english::zipf(&name[0]) >= EVERYDAY_ZIPF;
        if let Some(&first) = terms.first() {
            self.0.entry(first).or_default().push(Title {
                terms,
                film,
                is_everyday_word,
            });
        }
    }

    /// Returns the film that the words name, the longest name where several stand in them.
    pub(super) fn find(&self, words: &[QueryWord]) -> Option<FilmMention> {
        let mut best: Option<FilmMention> = None;
        for at in 0..words.len() {
            for title in terms(&words[at])
                .filter_map(|term| self.0.get(&term))
                .flatten()
            {
                let end = at + title.terms.len();
                let better = best
                    .as_ref()
                    .is_none_or(|best| title.terms.len() >= best.words.len());
                if !better || !title.stands_at(words, at) {
                    continue;
                }
                match &mut best {
                    Some(best) if best.words == (at..end) => {
                        if !best.films.contains(&title.film) {
                            best.films.push(title.film);
                        }
                    }
                    Some(best) if best.words.len() == title.terms.len() => {}
                    _ => {
                        best = Some(FilmMention {
                            films: vec![title.film],
                            words: at..end,
                        })
                    }
                }
            }
        }
        best
    }
}

impl Title {
    fn stands_at(&self, words: &[QueryWord], at: usize) -> bool {
        let Some(span) = words.get(at..at + self.terms.len()) else {
            return false;
        };
        let same = span
            .iter()
            .zip(&self.terms)
            .all(|(word, &term)| terms(word).any(|other| other == term));
        same && (!self.is_everyday_word
            || span[0].is_name
            || words.len() == 1
            || follows_a_preposition(words, at))
    }
}

fn follows_a_preposition(words: &[QueryWord], at: usize) -> bool {
    at > 0 && BEFORE_TITLES.contains(&words[at - 1].word.as_str())
}

fn terms(word: &QueryWord) -> impl Iterator<Item = TermId> {
    word.reading().map(|(term, _)| term).into_iter()
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

/// People leave these out of a title.
const ARTICLES: &[&str] = &["a", "an", "the"];

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
