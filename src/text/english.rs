//! The frequencies of English words: the 40,000 commonest words with their Zipf values.
//!
//! The Zipf value is log10 of the occurrences per thousand million words: the 7.7, film 5.2, tangerine 2.9.
//! A word outside the list is rarer than 2.7. Data: see `data/NOTICE.md`.

use std::sync::LazyLock;

use hashbrown::HashMap;

const DATA: &str = include_str!("data/english-word-frequency.txt");

/// The Zipf value that a word outside the list is given.
pub const UNLISTED_ZIPF: f32 = 2.3;

/// An English word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EnglishWord {
    /// Its place in the list, most common first; also the number of its vector.
    pub rank: u32,
    /// The Zipf value.
    pub zipf: f32,
}

static WORDS: LazyLock<HashMap<&'static str, EnglishWord>> = LazyLock::new(|| {
    let mut words = HashMap::with_capacity(40_000);
    words.extend(list());
    words
});

/// Returns the entry of a folded word, or `None` for words rarer than the 40,000 commonest.
pub fn lookup(word: &str) -> Option<EnglishWord> {
    WORDS.get(word).copied()
}

/// Returns how common a folded word is.
pub fn zipf(word: &str) -> f32 {
    lookup(word).map_or(UNLISTED_ZIPF, |english| english.zipf)
}

/// Returns all words, most common first.
pub fn list() -> impl Iterator<Item = (&'static str, EnglishWord)> {
    let lines = DATA.lines().filter_map(|line| {
        let (zipf, words) = line.split_once(' ')?;
        Some((zipf.parse::<f32>().ok()?, words))
    });
    let words = lines.flat_map(|(zipf, words)| words.split(' ').map(move |word| (word, zipf)));
    words
        .zip(0..)
        .map(|((word, zipf), rank)| (word, EnglishWord { rank, zipf }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_have_high_values() {
        assert_eq!(list().count(), 40_000);
        assert_eq!(
            lookup("the").map(|word| (word.rank, word.zipf)),
            Some((0, 7.7))
        );
        assert!(zipf("film") > zipf("tangerine") && zipf("tangerine") > zipf("qwxz"));
    }
}
