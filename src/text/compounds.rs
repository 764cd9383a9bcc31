//! Question words of two parts: "how long" asks for another thing than "how many".
//!
//! The compound stands in the tokens beside its parts, as one more word with a space in it.

use super::token::{Token, WordKind};

/// The words that make a question of its own with "how".
const AFTER_HOW: &[&str] = &[
    "big",
    "come",
    "expensive",
    "far",
    "long",
    "many",
    "much",
    "often",
    "old",
];

/// Adds the compounds that stand in the tokens.
pub fn join(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at < tokens.len() {
        let (how, what) = (&tokens[at - 1], &tokens[at]);
        if how.word == "how" && AFTER_HOW.contains(&what.word.as_str()) {
            let compound = Token {
                word: format!("how {}", what.word),
                range: how.range.start..what.range.end,
                kind: WordKind::Question,
                capital: false,
                starts_sentence: false,
            };
            tokens.insert(at + 1, compound);
            at += 1;
        }
        at += 1;
    }
}
