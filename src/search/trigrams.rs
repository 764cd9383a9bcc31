//! The letters of a text as a set of trigrams: alike for misspelt and joined words that share no term.
//!
//! A set is 256 bits, one for the hash of each trigram of the folded text with a space at each end, so that
//! two are compared in a few instructions. A question of 45 letters fills a sixth of the bits: collisions
//! change the likeness by a few hundredths.

const WORDS: usize = 4;
const BITS: u32 = 64 * 4;

/// The set of a text's trigrams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TrigramSet {
    bits: [u64; WORDS],
    n_bits: u32,
}

impl TrigramSet {
    /// Returns the trigrams of words, joined by spaces; compounds, which stand beside their parts, are left out.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut bits = [0; WORDS];
        let mut window = (' ', ' ');
        for letter in words
            .filter(|word| !word.is_empty() && !word.contains(' '))
            .flat_map(|word| word.chars().chain([' ']))
        {
            let bit = hash(window.0, window.1, letter) % BITS;
            bits[(bit / 64) as usize] |= 1 << (bit % 64);
            window = (window.1, letter);
        }
        Self {
            bits,
            n_bits: bits.iter().map(|word| word.count_ones()).sum(),
        }
    }

    /// Returns how alike two texts are, 0 to 1: the Sørensen-Dice coefficient of their trigrams.
    #[expect(clippy::cast_precision_loss, reason = "at most 512 bits")]
    #[inline(always)]
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        let total = self.n_bits + other.n_bits;
        if total == 0 {
            return 0.0;
        }
        let shared: u32 = self
            .bits
            .iter()
            .zip(&other.bits)
            .map(|(a, b)| (a & b).count_ones())
            .sum();
        2.0 * shared as f32 / total as f32
    }
}

fn hash(a: char, b: char, c: char) -> u32 {
    let mixed = (u32::from(a) << 14) ^ (u32::from(b) << 7) ^ u32::from(c);
    mixed.wrapping_mul(0x9e37_79b1) >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> f32 {
        TrigramSet::of(a.split(' ')).likeness(&TrigramSet::of(b.split(' ')))
    }

    #[test]
    fn misspelt_texts_stay_alike() {
        assert!((likeness("box office", "box office") - 1.0).abs() < f32::EPSILON);
        assert!(likeness("boxoffice numbers", "box office numbers") > 0.7);
        assert!(likeness("box office", "who directed it") < 0.1);
        assert!(likeness("", "") < f32::EPSILON);
    }
}
