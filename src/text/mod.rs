//! Turns letters into tokens, which questions and phrasings are made of.
//!
//! [`analyze`] removes what is not language (links, mentions, emoji, markup), splits the rest at
//! Unicode word borders, folds each word (NFKC, lower case, no accents), expands contractions and
//! notes what kind of word it is. Every token keeps its byte range in the original text.

mod chat_marks;
pub mod compounds;
pub mod contractions;
pub mod english;
pub mod fold;
pub mod invisible;
pub mod name_forms;
pub mod names;
pub mod near;
pub mod redact;
pub mod stem;
pub mod stop_words;
pub mod synonyms;
mod token;
pub mod tokenize;
pub mod vectors;

pub use token::{Token, WordKind};

/// Longest text that is looked at, in bytes: Discord's longest message, 4,000 characters, fits in any script.
pub const MAX_BYTES: usize = 16_000;

/// Returns whether a text has any word: emoji, mentions, links and signs are none.
pub fn has_words(text: &str) -> bool {
    let text = &text[..fold::floor_char_boundary(text, MAX_BYTES)];
    !tokenize::words(text).is_empty()
}

/// Splits a text into tokens.
pub fn analyze(text: &str) -> Vec<Token> {
    let text = &text[..fold::floor_char_boundary(text, MAX_BYTES)];
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for raw in tokenize::words(text) {
        let word = fold::fold(raw.text);
        let capital = raw.text.chars().next().is_some_and(char::is_uppercase);
        let token = |word: String| Token {
            kind: stop_words::kind(&word),
            word,
            range: raw.range.clone(),
            capital,
            starts_sentence: raw.starts_sentence,
        };
        match contractions::expand(&word) {
            Some(parts) => {
                let parts = parts.into_iter().flatten();
                tokens.extend(parts.map(|part| token(part.to_word())));
            }
            None => tokens.push(token(word)),
        }
    }
    compounds::join(&mut tokens);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        analyze(text).into_iter().map(|token| token.word).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected, "{text:?}");
    }

    #[test]
    fn texts_become_folded_words() {
        check("Who directed it?", "who directed it");
        check("Amélie’s CAFÉ", "amelie cafe");
        check("ＦＵＬＬ ｗｉｄｔｈ ﬁlm", "full width film");
        check("behind-the-scenes", "behind the scenes");
        check("$2.3 million, A24, PG-13", "2.3 million a24 pg 13");
        check("straße Ærø", "strasse aero");
    }

    #[test]
    fn contractions_are_opened() {
        check("who's in it", "who is in it");
        check("whats the plot", "what is the plot");
        check("I don't know", "i do not know");
        check(
            "mikey's wife, the actors' names",
            "mikey wife the actors names",
        );
        check("rock 'n' roll o'brien", "rock and roll obrien");
    }

    #[test]
    fn what_is_not_language_is_left_out() {
        check("<@123> hey <:kappa:99> 😀 <#5> <t:12:R>", "hey");
        check(
            "see https://example.org/who-directed and www.foo.bar/x",
            "see and",
        );
        check(
            "**bold** __line__ ||hidden|| `code`",
            "bold line hidden code",
        );
        check("👍🏽 🎬", "");
        assert!(!has_words("<@123> 👍🏽 ?! https://example.org") && has_words("👍🏽 ok"));
    }

    #[test]
    fn tokens_know_their_place_in_the_original() {
        let text = "Qui a réalisé “Red Rocket”?";
        let places: Vec<&str> = analyze(text)
            .iter()
            .map(|token| &text[token.range.clone()])
            .collect();
        assert_eq!(places, ["Qui", "a", "réalisé", "Red", "Rocket"]);
    }

    #[test]
    fn capitals_inside_a_sentence_are_told_from_those_at_its_start() {
        let tokens = analyze("Nice. Who directed Frozen");
        let marks: Vec<(bool, bool)> = tokens
            .iter()
            .map(|token| (token.capital, token.starts_sentence))
            .collect();
        assert_eq!(
            marks,
            [(true, true), (true, true), (false, false), (true, false)]
        );
    }
}
