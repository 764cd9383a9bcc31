//! Corrects misspellings: finds the words of a vocabulary that a misspelt word may stand for.
//!
//! Every word is filed under its *keys*: itself with up to two letters left out (one in short words),
//! and its consonants for misspellings by ear ("cinimatografy"). A misspelt word shares a key with the
//! words it may stand for, so a look-up is a few hash probes and not a walk over the vocabulary
//! (symmetric deletion, after Wolf Garbe's SymSpell). What is found is measured by edits, then by likeness.

use std::cmp::Ordering;

use crate::text::near::{MaxEdits, likeness, n_edits};

/// Words and the keys they are filed under.
#[derive(Debug, Default)]
pub(super) struct SpellingIndex {
    words: Vec<Box<str>>,
    /// Key and word, sorted; looked up through `starts`.
    keys: Vec<(u32, u32)>,
    /// The start in `keys` of the keys with each first bits.
    starts: Vec<u32>,
    /// The number of bits of a key that are not among the first.
    shift: u32,
}

/// A word of the vocabulary that a misspelt word may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Correction {
    /// The word, by its number in the index.
    pub(super) word: u32,
    /// The number of edits.
    pub(super) distance: usize,
    /// True if the two have the same consonants: vowels and doubled letters are what people mistake most.
    sounds_alike: bool,
    /// True if the first letters are the same: few typos are in the first letter.
    same_start: bool,
    /// Less where letters were left out, greater where letters were added.
    length: Ordering,
    /// The likeness of the two, 0 to 1 (Jaro-Winkler).
    likeness: f64,
}

impl Correction {
    /// Returns the same correction to a word whose number is higher by `first` in a vocabulary of more words.
    pub(super) fn numbered_from(self, first: u32) -> Self {
        Self {
            word: self.word + first,
            ..self
        }
    }

    /// Orders corrections, likeliest first: few edits, same first letter, same consonants, rather letters left out
    /// than changed and changed than added, alike from the start on.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let key = |correction: &Self| {
            (
                correction.distance,
                !correction.same_start,
                !correction.sounds_alike,
                correction.length,
            )
        };
        key(self)
            .cmp(&key(other))
            .then(other.likeness.total_cmp(&self.likeness))
            .then(self.word.cmp(&other.word))
    }
}

/// Words below this many letters are too short to tell a typo from another word.
const SHORTEST: usize = 3;
/// Words from this many letters on are found by their consonants, too, and may be one edit further away.
const CONSONANTS_FROM: usize = 5;
/// The largest number of bits of a key that lead to its place: what shares 16 of them is sorted soon.
const MAX_BITS: u32 = 16;
/// Longest word that is filed or corrected, in letters: what is longer is no word.
const LONGEST: usize = 24;

impl SpellingIndex {
    /// Files words, to be found from two edits away; their order is their number.
    pub(super) fn new(words: Vec<Box<str>>) -> Self {
        Self::within_edits(words, 2)
    }

    /// Files words, to be found from one edit away: a quarter of the keys.
    pub(super) fn of_neighbours(words: Vec<Box<str>>) -> Self {
        Self::within_edits(words, 1)
    }

    fn within_edits(words: Vec<Box<str>>, max_distance: usize) -> Self {
        let mut unsorted = Vec::with_capacity(words.len() * 10);
        let mut letters = Vec::with_capacity(LONGEST);
        for (number, word) in (0..).zip(&words) {
            letters.clear();
            letters.extend(word.chars());
            each_key(&letters, max_distance, |key| unsorted.push((key, number)));
        }
        // Few keys need few places: one for each, about.
        let n_bits = (usize::BITS - unsorted.len().leading_zeros()).clamp(1, MAX_BITS);
        let shift = u32::BITS - n_bits;
        let mut starts = vec![0_u32; (1 << n_bits) + 1];
        for (key, _) in &unsorted {
            starts[(key >> shift) as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // A counting sort by the first bits; what shares them is sorted in place.
        let mut next = starts.clone();
        let mut keys = vec![(0, 0); unsorted.len()];
        for (key, number) in unsorted {
            let at = &mut next[(key >> shift) as usize];
            keys[*at as usize] = (key, number);
            *at += 1;
        }
        for bucket in starts.windows(2) {
            keys[bucket[0] as usize..bucket[1] as usize].sort_unstable();
        }
        Self {
            words,
            keys,
            starts,
            shift,
        }
    }

    /// Returns about how many bytes it takes.
    pub(super) fn n_bytes(&self) -> usize {
        let words = self
            .words
            .iter()
            .map(|word| size_of::<Box<str>>() + word.len());
        words.sum::<usize>() + size_of_val(&self.keys[..]) + size_of_val(&self.starts[..])
    }

    /// Returns the word with this number.
    pub(super) fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    /// Returns the word that `typed` most likely stands for, if it is not itself one of the words.
    pub(super) fn nearest(&self, typed: &str) -> Option<Correction> {
        // Who looks two edits away wants to know of the words one edit away first.
        let near = self
            .neighbours(typed)
            .into_iter()
            .find(|near| near.distance > 0);
        near.or_else(|| {
            self.within(typed, usize::MAX)
                .into_iter()
                .find(|near| near.distance > 0)
        })
    }

    /// Returns the words one edit away, else those further away: the likelier of two first.
    pub(super) fn likeliest(&self, typed: &str) -> Vec<Correction> {
        let neighbours = self.neighbours(typed);
        match neighbours.iter().any(|near| near.distance > 0) {
            true => neighbours,
            false => self.within(typed, usize::MAX),
        }
    }

    /// Returns the words that `typed` may stand for: nearest first, the likelier of two first.
    #[cfg(test)]
    fn corrections(&self, typed: &str) -> Vec<Correction> {
        self.within(typed, usize::MAX)
    }

    /// Returns the words one edit away.
    pub(super) fn neighbours(&self, typed: &str) -> Vec<Correction> {
        self.within(typed, 1)
    }

    fn within(&self, typed: &str, max_distance: usize) -> Vec<Correction> {
        let letters: Vec<char> = typed.chars().collect();
        if self.keys.is_empty() || letters.len() < SHORTEST || letters.len() > LONGEST {
            return Vec::new();
        }
        let mut found = Vec::new();
        each_key(&letters, max_distance, |key| {
            found.extend(self.filed_under(key))
        });
        found.sort_unstable();
        found.dedup();
        let mut corrections: Vec<Correction> = found
            .into_iter()
            .filter_map(|word| self.measure(word, typed, &letters))
            .collect();
        corrections.retain(|correction| correction.distance <= max_distance);
        corrections.sort_by(Correction::compare);
        corrections
    }

    fn filed_under(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        let bucket = (key >> self.shift) as usize;
        let range = match (self.starts.get(bucket), self.starts.get(bucket + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        };
        let keys = &self.keys[range];
        let first = keys.partition_point(|&(other, _)| other < key);
        keys[first..]
            .iter()
            .take_while(move |&&(other, _)| other == key)
            .map(|&(_, word)| word)
    }

    fn measure(&self, word: u32, typed: &str, letters: &[char]) -> Option<Correction> {
        let other = self.word(word);
        let distance = n_edits(typed, other);
        let shorter = letters.len().min(other.chars().count());
        let other_letters: Vec<char> = other.chars().collect();
        let sounds_alike = consonants(letters).eq(consonants(&other_letters));
        if distance
            > MaxEdits::QUESTION.of(shorter)
                + usize::from(sounds_alike && shorter >= CONSONANTS_FROM)
        {
            return None;
        }
        Some(Correction {
            word,
            distance,
            sounds_alike,
            same_start: letters.first() == other_letters.first(),
            length: letters.len().cmp(&other_letters.len()),
            likeness: likeness(typed, other),
        })
    }
}

/// Calls `file` with every key by which words up to `max_distance` edits away are found.
fn each_key(letters: &[char], max_distance: usize, mut file: impl FnMut(u32)) {
    let n = letters.len();
    if n > LONGEST {
        return;
    }
    file(hash(letters.iter().copied()));
    for first in 0..n {
        file(hash(without(letters, first, n)));
        if MaxEdits::QUESTION.allows_two(n) && max_distance > 1 {
            for second in first + 1..n {
                file(hash(without(letters, first, second)));
            }
        }
    }
    if n >= CONSONANTS_FROM && max_distance > 1 {
        file(hash(consonants(letters)) ^ CONSONANTS);
    }
}

/// Keeps the keys of consonants apart from those of letters.
const CONSONANTS: u32 = 0x5bd1_e995;

fn without(letters: &[char], first: usize, second: usize) -> impl Iterator<Item = char> + '_ {
    letters
        .iter()
        .enumerate()
        .filter(move |&(at, _)| at != first && at != second)
        .map(|(_, &letter)| letter)
}

/// Returns the sound of a word without its vowels: doubled letters once, ph as f, c and q as k, z as s.
fn consonants(letters: &[char]) -> impl Iterator<Item = char> + '_ {
    let mut last = '\0';
    letters.iter().enumerate().filter_map(move |(at, &letter)| {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => return None,
            'h' if at > 0 && letters[at - 1] == 'p' => return None,
            'p' if letters.get(at + 1) == Some(&'h') => 'f',
            'c' | 'q' => 'k',
            'z' => 's',
            other => other,
        };
        (std::mem::replace(&mut last, sound) != sound).then_some(sound)
    })
}

/// FNV-1a over the letters.
fn hash(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(0x811c_9dc5, |hash, letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let words = [
            "rocket",
            "director",
            "cinematography",
            "suitable",
            "cast",
            "plot",
            "the",
            "what",
            "soundtrack",
            "locket",
        ];
        let spelling = SpellingIndex::new(words.iter().map(|&word| word.into()).collect());
        let found: Vec<&str> = spelling
            .corrections(typed)
            .iter()
            .map(|correction| spelling.word(correction.word))
            .collect();
        assert_eq!(found.join(" "), expected, "{typed:?}");
    }

    #[test]
    fn misspelt_words_find_the_right_ones() {
        check("roket", "rocket");
        check("rocket", "rocket locket");
        check("direcotr", "director");
        check("directer", "director");
        check("cinimatografy", "cinematography");
        check("suitible", "suitable");
        check("sountrak", "soundtrack");
        check("waht", "what");
        check("teh", "the");
        check("csat", "cast");
    }

    #[test]
    fn other_words_find_nothing() {
        for typed in [
            "casting", "socks", "on", "vertigo", "x", "", "doctor", "flop it",
        ] {
            check(typed, "");
        }
    }
}
