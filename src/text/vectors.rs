//! Word vectors: which words are related, for paraphrases that share no word with a phrasing.
//!
//! A text's vector is the plain sum of its words' vectors; their lengths already carry how much each
//! word matters. The cosine of two texts then says how near they are in meaning. Numbers are kept as
//! whole bytes, so that sums and products come out the same on every machine. Data: see `data/NOTICE.md`.

const DATA: &[u8] = include_bytes!("data/word-vectors.bin");

/// The number of dimensions of a vector.
pub const DIMENSIONS: usize = 128;
/// A record: a little-endian f32 scale, then one signed byte a number.
const RECORD: usize = 4 + DIMENSIONS;

/// The number of pairs of numbers in a vector.
const PAIRS: usize = DIMENSIONS / 2;

/// The embedding of a word or a text: the direction of its vector, of length one, scaled to whole bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Embedding {
    /// Two numbers each, a byte a number: the first in the lower byte, the second in the upper.
    pairs: [i16; PAIRS],
    /// One over the length of the numbers; 0 for a text without known words.
    inverse_length: f32,
}

/// The sum of word vectors, before it is scaled.
#[derive(Clone, Debug)]
pub struct EmbeddingSum([f32; DIMENSIONS]);

impl Default for EmbeddingSum {
    fn default() -> Self {
        Self([0.0; DIMENSIONS])
    }
}

impl EmbeddingSum {
    /// Adds the vector of the word with this rank, `weight` times; words past the last vector add nothing.
    pub fn add(&mut self, rank: u32, weight: f32) {
        let Some((scale, bytes)) = record(rank) else {
            return;
        };
        let scale = scale * weight;
        for (sum, &byte) in self.0.iter_mut().zip(bytes) {
            *sum += scale * f32::from(byte.cast_signed());
        }
    }

    /// Adds another embedding, scaled to length one.
    pub fn add_embedding(&mut self, embedding: &Embedding) {
        for (sum, number) in self.0.iter_mut().zip(embedding.numbers()) {
            *sum += embedding.inverse_length * f32::from(number);
        }
    }

    /// Returns the direction of the sum.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the numbers are scaled to -127..=127 first"
    )]
    pub fn embedding(&self) -> Embedding {
        let largest = self
            .0
            .iter()
            .fold(0.0_f32, |largest, number| largest.max(number.abs()));
        if largest == 0.0 {
            return Embedding::NONE;
        }
        let scale = 127.0 / largest;
        let mut numbers = [0; DIMENSIONS];
        for (number, sum) in numbers.iter_mut().zip(&self.0) {
            let scaled = sum * scale;
            *number = (scaled + 0.5_f32.copysign(scaled)) as i8;
        }
        Embedding::of(numbers)
    }
}

impl Default for Embedding {
    fn default() -> Self {
        Self::NONE
    }
}

impl Embedding {
    /// The embedding of a text without any known word: near to nothing.
    pub const NONE: Self = Self {
        pairs: [0; PAIRS],
        inverse_length: 0.0,
    };

    /// Returns the embedding of the single word with this rank.
    pub fn of_word(rank: u32) -> Option<Self> {
        let (_, bytes) = record(rank)?;
        let mut numbers = [0; DIMENSIONS];
        for (number, &byte) in numbers.iter_mut().zip(bytes) {
            *number = byte.cast_signed();
        }
        Some(Self::of(numbers))
    }

    /// Returns the cosine of the angle between two embeddings, -1 to 1; 0 where one is empty.
    pub fn cosine(&self, other: &Self) -> f32 {
        WideEmbedding::new(self).cosine(other)
    }

    /// Returns the numbers in their order.
    fn numbers(&self) -> impl Iterator<Item = i8> {
        self.pairs
            .iter()
            .flat_map(|pair| pair.to_le_bytes())
            .map(u8::cast_signed)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "the sum is below 128 * 128 * 128, exact in an f32"
    )]
    fn of(numbers: [i8; DIMENSIONS]) -> Self {
        let mut pairs = [0; PAIRS];
        for (pair, numbers) in pairs.iter_mut().zip(numbers.chunks_exact(2)) {
            *pair = i16::from_le_bytes([numbers[0].cast_unsigned(), numbers[1].cast_unsigned()]);
        }
        let square: i32 = numbers
            .iter()
            .map(|&number| i32::from(number) * i32::from(number))
            .sum();
        let inverse_length = if square > 0 {
            1.0 / (square as f32).sqrt()
        } else {
            0.0
        };
        Self {
            pairs,
            inverse_length,
        }
    }
}

/// An embedding that is compared with many others.
///
/// Its numbers are widened once and kept apart, first and second of each pair, so that a comparison
/// is a shift, a mask and two multiply-adds for eight pairs at a time.
#[derive(Clone, Debug)]
pub struct WideEmbedding {
    firsts: [i16; PAIRS],
    seconds: [i16; PAIRS],
    inverse_length: f32,
}

impl WideEmbedding {
    /// Widens an embedding.
    pub fn new(embedding: &Embedding) -> Self {
        let mut probe = Self {
            firsts: [0; PAIRS],
            seconds: [0; PAIRS],
            inverse_length: embedding.inverse_length,
        };
        for (at, pair) in embedding.pairs.iter().enumerate() {
            let [first, second] = pair.to_le_bytes();
            probe.firsts[at] = i16::from(first.cast_signed());
            probe.seconds[at] = i16::from(second.cast_signed());
        }
        probe
    }

    /// Returns the cosine of the angle to another embedding, -1 to 1; 0 where one is empty.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the sum is below 128 * 128 * 128, exact in an f32"
    )]
    #[inline(always)]
    pub fn cosine(&self, other: &Embedding) -> f32 {
        let mut sum = 0_i32;
        for ((&pair, &first), &second) in other.pairs.iter().zip(&self.firsts).zip(&self.seconds) {
            // Both numbers come out times 256: at most 128 * 127 * 127 * 256, which an i32 holds.
            sum += i32::from(pair << 8) * i32::from(first)
                + i32::from(pair & !0xff) * i32::from(second);
        }
        (sum >> 8) as f32 * self.inverse_length * other.inverse_length
    }
}

impl Default for WideEmbedding {
    fn default() -> Self {
        Self::new(&Embedding::NONE)
    }
}

fn record(rank: u32) -> Option<(f32, &'static [u8])> {
    let start = usize::try_from(rank).ok()?.checked_mul(RECORD)?;
    let (scale, bytes) = DATA
        .get(start..start.checked_add(RECORD)?)?
        .split_first_chunk::<4>()?;
    Some((f32::from_le_bytes(*scale), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::english;

    fn cosine(a: &str, b: &str) -> f32 {
        let embedding = |word| {
            english::lookup(word)
                .and_then(|english| Embedding::of_word(english.rank))
                .unwrap_or(Embedding::NONE)
        };
        embedding(a).cosine(&embedding(b))
    }

    #[test]
    fn related_words_are_near_and_others_are_not() {
        assert!(cosine("film", "movie") > 0.85);
        assert!(cosine("kids", "children") > 0.8);
        assert!(cosine("soundtrack", "music") > 0.65);
        assert!(cosine("pizza", "film") < 0.1);
        assert_eq!(cosine("qwxz", "film"), 0.0);
    }
}
