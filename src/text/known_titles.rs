//! Titles of well-known films, series and games: a question that names one of them is about another work than ours.

use std::ops::Range;
use std::sync::LazyLock;

use hashbrown::HashMap;

use super::name_forms::ARTICLES;
use super::names::{self, NameWord};

/// The titles, one a line; lines that begin with `#` are comments. Written by hand for this program.
const TITLES: &str = include_str!("data/known-titles.txt");

/// The words of a title after its first, or of several that begin alike, longest first.
type Rests = Vec<Box<[Box<str>]>>;

/// All titles by their first words.
static BY_FIRST_WORD: LazyLock<HashMap<Box<str>, Rests>> = LazyLock::new(|| {
    let mut by_first_word: HashMap<Box<str>, Rests> = HashMap::new();
    let titles = TITLES.lines().filter(|line| !line.starts_with('#'));
    for title in titles {
        let words = names::words(title).into_iter();
        let words: Vec<Box<str>> = words.map(|word| word.word.into_boxed_str()).collect();
        for form in forms(&words) {
            if let Some((first, rest)) = form.split_first() {
                let rests = by_first_word.entry(first.clone()).or_default();
                rests.push(rest.into());
            }
        }
    }
    for rests in by_first_word.values_mut() {
        rests.sort_by_key(|rest| std::cmp::Reverse(rest.len()));
    }
    by_first_word
});

/// Returns the forms of a title: as it is, and without its article where two words are left.
fn forms(words: &[Box<str>]) -> impl Iterator<Item = &[Box<str>]> {
    let without_article = words
        .split_first()
        .and_then(|(first, rest)| (ARTICLES.contains(&&**first) && rest.len() > 1).then_some(rest));
    std::iter::once(words).chain(without_article)
}

/// Returns the known titles that stand in a text, as ranges of its words: the longest from each word on, none within
/// another.
pub fn known_titles(words: &[NameWord]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rests = BY_FIRST_WORD.get(word.word.as_str());
        let rests = rests.or_else(|| BY_FIRST_WORD.get(without_possessive(word)));
        let n_words = rests.and_then(|rests| {
            let mut rests = rests.iter();
            let rest = rests.find(|rest| starts_with(&words[at + 1..], rest));
            rest.map(|rest| rest.len() + 1)
        });
        if let Some(n_words) = n_words {
            found.push(at..at + n_words);
        }
        at += n_words.unwrap_or(1);
    }
    found
}

fn starts_with(words: &[NameWord], title: &[Box<str>]) -> bool {
    let mut both = words.iter().zip(title);
    words.len() >= title.len()
        && both.all(|(word, title)| *word.word == **title || without_possessive(word) == &**title)
}

/// Returns a word without the s of "Vertigo's", whose apostrophe is gone.
fn without_possessive(word: &NameWord) -> &str {
    let stem = word.word.strip_suffix('s');
    stem.filter(|_| word.is_possessive).unwrap_or(&word.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = names::words(text);
        let found = known_titles(&words);
        let found: Vec<&str> = found
            .into_iter()
            .map(|range| &text[words[range.start].range.start..words[range.end - 1].range.end])
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn titles_are_found_however_they_are_written() {
        check("who directed before sunrise", &["before sunrise"]);
        check("is vertigo's ending sad", &["vertigo's"]);
        check("Alien 3 or Aliens", &["Alien 3", "Aliens"]);
        check("the godfather part two", &["the godfather part two"]);
        check("who made the costumes", &[]);
    }
}
