//! The weights of words: rare ones tell entries apart, common ones hardly do.
//!
//! Two weights, because two things are asked. For the *ranking* it counts how few entries have the
//! word; stop words stay in, for "how does it spread" and "how long does it last" differ in them
//! (weights by English rarity cost 8 to 15 points of P@1 on short questions about one subject).
//! For the *confidence* it counts how much the word says in English, whether a guide has it or not:
//! a question whose only telling word nobody knows is not for us.

use crate::text::WordKind;

/// Weight of a stop word in the ranking beside a content word that as many entries have.
const STOP: f32 = 0.9;
/// The same of a word that is put around a question without asking more.
const FILLER: f32 = 0.15;

/// Returns how rare a term is among the entries, about 0 (in all) to 1 (in none).
///
/// `df` is in how many of `n_documents` entries the term stands.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of entries are only roughly needed"
)]
pub(super) fn idf(df: u32, n_documents: usize) -> f32 {
    let n = n_documents.max(2) as f32;
    (libm::logf((n + 1.0) / (df as f32 + 0.5)) / libm::logf(2.0 * (n + 1.0))).max(0.0)
}

/// Returns a word's weight in the ranking, 0.05 to 1.05.
pub(super) fn ranking_weight(kind: WordKind, idf: f32) -> f32 {
    let class = match kind {
        WordKind::Stop => STOP,
        WordKind::Filler => FILLER,
        WordKind::Content | WordKind::Question | WordKind::Number => 1.0,
    };
    class * (0.05 + idf)
}

/// The information of a number: little, for an age or an amount is part of many questions.
const NUMBER: f32 = 0.35;

/// Returns how much a word says in English, 0.005 to 1.
pub(super) fn information(kind: WordKind, zipf: f32) -> f32 {
    let rarity = ((7.0 - zipf) / 4.0).clamp(0.1, 1.0);
    let class = match kind {
        WordKind::Content => 1.0,
        WordKind::Question => 0.25,
        WordKind::Stop | WordKind::Filler => 0.05,
        WordKind::Number => NUMBER,
    };
    class * rarity
}

/// Returns how much a word's vector counts in the sum of a text's vectors.
///
/// The vectors' lengths carry how much a word says in English; among entries that all speak of
/// coronavirus the word says little.
pub(super) fn embedding_weight(idf: f32) -> f32 {
    0.3 + 0.7 * idf
}
