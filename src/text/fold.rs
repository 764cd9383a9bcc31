//! Folding: the same word in the same letters, however it was typed.
//!
//! NFKC with lower case and without accents: full-width letters, ligatures, curly quotes and
//! diacritics vanish, so that "Amélie’s" and "amelie's" are one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a word.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&letter| !is_combining_mark(letter))
    {
        match plain(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(letter),
        }
    }
    // Letters with jamo or other parts come back together, as NFKC has them.
    folded.nfc().collect()
}

/// Returns the plain letters of those that Unicode does not take apart.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{ff07}' | '\u{2bc}' => "'",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Returns the largest index up to `index` that is a character border of `text`.
pub fn floor_char_boundary(text: &str, index: usize) -> usize {
    if index >= text.len() {
        return text.len();
    }
    (0..=index)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}
