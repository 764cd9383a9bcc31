//! Splitting at Unicode word borders (UAX 29), with what is not language left out.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::chat_marks;

/// A word as it was typed.
#[derive(Debug, PartialEq)]
pub struct RawWord<'a> {
    /// The letters as typed.
    pub text: &'a str,
    /// The bytes of the text that they stand in.
    pub range: Range<usize>,
    /// True if it is the first word of a sentence.
    pub starts_sentence: bool,
}

/// Returns the words of a text.
pub fn words(text: &str) -> Vec<RawWord<'_>> {
    let mut words = Vec::with_capacity(text.len() / 5 + 1);
    let mut starts_sentence = true;
    for segment in segments(text) {
        let mut end = segment.start;
        for (at, word) in text[segment.clone()].unicode_word_indices() {
            let start = segment.start + at;
            starts_sentence |= text[end..start].contains(ENDS_SENTENCE);
            push(&mut words, word, start, &mut starts_sentence);
            end = start + word.len();
        }
        starts_sentence |= text[end..segment.end].contains(ENDS_SENTENCE);
    }
    words
}

/// After these a capital letter says nothing.
const ENDS_SENTENCE: [char; 7] = ['.', '?', '!', ':', '\n', '"', '\u{201c}'];

/// Underscores join words for Unicode ("__line__"); for us they are markup.
fn push<'a>(words: &mut Vec<RawWord<'a>>, word: &'a str, start: usize, starts_sentence: &mut bool) {
    let mut at = 0;
    for part in word.split('_') {
        if !part.is_empty() {
            let range = start + at..start + at + part.len();
            words.push(RawWord {
                text: part,
                range,
                starts_sentence: std::mem::take(starts_sentence),
            });
        }
        at += part.len() + 1;
    }
}

/// Returns the stretches of text between mentions, custom emoji and links.
fn segments(text: &str) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut after_word = false;
    while let Some(letter) = text[at..].chars().next() {
        let skipped = if after_word {
            0
        } else {
            chat_marks::skip(&text[at..])
        };
        if skipped > 0 {
            segments.push(start..at);
            at += skipped;
            start = at;
        } else {
            at += letter.len_utf8();
        }
        after_word = letter.is_alphanumeric();
    }
    segments.push(start..text.len());
    segments
}
