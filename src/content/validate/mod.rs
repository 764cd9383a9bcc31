//! Judges drafts.

use std::ops::RangeInclusive;

/// Titles and questions are at most this long, in characters: buttons and menus of chat programs show no more.
pub(super) const MAX_TITLE_CHARS: usize = 80;
/// Years in which films come out; others are slips of the finger.
pub(super) const YEARS: RangeInclusive<i64> = 1880..=2100;
