//! Cutting texts to a length in Unicode code points.
//!
//! Texts are cut between graphemes, so that no letter loses its accent and no emoji falls apart, and where it can be
//! between paragraphs or words.

use unicode_segmentation::UnicodeSegmentation;

/// The sign where something was left out.
const ELLIPSIS: char = '…';

/// Returns `text` in at most `max` code points, cut between words where there are words.
pub fn cut(text: &str, max: usize) -> String {
    shorten(text, max, |_| None)
}

/// Returns `text` in at most `max` code points, cut between paragraphs, else between words.
pub fn cut_text(text: &str, max: usize) -> String {
    shorten(text, max, |kept| kept.rfind("\n\n"))
}

/// Cuts at the border that `better` finds, else between words, unless that loses more than half of what fits.
fn shorten(text: &str, max: usize, better: impl Fn(&str) -> Option<usize>) -> String {
    let text = text.trim();
    if text.chars().count() <= max {
        return text.to_owned();
    }
    // Room for the ellipsis; without any room there is nothing to say.
    let Some(room) = max.checked_sub(1) else {
        return String::new();
    };
    let fits = graphemes_within(text, room);
    let between_words = || {
        if text[fits.len()..].starts_with(char::is_whitespace) {
            return Some(fits.len());
        }
        fits.rfind(char::is_whitespace)
    };
    let keeps_half = |end: &usize| end * 2 >= fits.len();
    let end = better(fits)
        .filter(keeps_half)
        .or_else(|| between_words().filter(keeps_half))
        .unwrap_or(fits.len());
    format!("{}{ELLIPSIS}", fits[..end].trim_end())
}

/// Returns the longest start of `text` in at most `max` code points that ends between two graphemes.
fn graphemes_within(text: &str, max: usize) -> &str {
    let mut n_chars = 0;
    let end = text
        .grapheme_indices(true)
        .map(|(start, grapheme)| {
            n_chars += grapheme.chars().count();
            (start + grapheme.len(), n_chars)
        })
        .take_while(|&(_, n_chars)| n_chars <= max)
        .last()
        .map_or(0, |(end, _)| end);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_text};

    #[test]
    fn texts_that_fit_stay_as_they_are() {
        assert_eq!(cut("Critics", 7), "Critics");
        assert_eq!(cut("  Critics\n", 7), "Critics");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn longer_ones_end_between_words() {
        let rows = [
            ("Color, Lighting and Framing", 20, "Color, Lighting and…"),
            ("Color, Lighting and Framing", 17, "Color, Lighting…"),
            ("Themes and Motifs", 1, "…"),
            ("Themes and Motifs", 0, ""),
            // One long word has no border to cut at.
            ("Donaudampfschifffahrt", 8, "Donauda…"),
            ("an Donaudampfschifffahrt", 12, "an Donaudam…"),
        ];
        for (text, max, expected) in rows {
            assert_eq!(cut(text, max), expected, "{text:?} in {max}");
        }
    }

    #[test]
    fn no_grapheme_is_broken() {
        let family = "👨‍👩‍👧";
        assert_eq!(
            cut(&format!("ab{family}{family}"), 8),
            format!("ab{family}…")
        );
        assert_eq!(cut(&format!("ab{family}{family}"), 7), "ab…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 4), "e\u{301}…");
    }

    #[test]
    fn texts_are_cut_between_paragraphs_where_that_keeps_half() {
        assert_eq!(
            cut_text("one two three\n\nfour five six", 20),
            "one two three…"
        );
        assert_eq!(
            cut_text("one\n\ntwo three four five six", 20),
            "one\n\ntwo three four…"
        );
    }

    #[test]
    fn the_result_never_exceeds_the_limit() {
        let text = "Été à la plage 👩🏽‍🚀 avec\n\nses amis. ".repeat(20);
        for max in 0..200 {
            assert!(cut(&text, max).chars().count() <= max, "{max}");
            assert!(cut_text(&text, max).chars().count() <= max, "{max}");
        }
    }
}
