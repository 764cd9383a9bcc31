//! Messages that ask nothing: greetings, thanks, commands to other bots, single letters.

use crate::text::{Token, WordKind};

/// Words of greetings, thanks and agreement.
const SOCIAL: &[&str] = &[
    "afternoon",
    "agreed",
    "bb",
    "bot",
    "brb",
    "bye",
    "cheers",
    "congrats",
    "cya",
    "evening",
    "everybody",
    "everyone",
    "folks",
    "gg",
    "ggs",
    "gm",
    "gn",
    "goodbye",
    "goodnight",
    "gracias",
    "gud",
    "guys",
    "haha",
    "hahaha",
    "hallo",
    "hello",
    "hey",
    "heya",
    "hi",
    "hiya",
    "hola",
    "howdy",
    "lmao",
    "lol",
    "merci",
    "mood",
    "morning",
    "night",
    "nope",
    "np",
    "ok",
    "okay",
    "peeps",
    "rofl",
    "same",
    "sup",
    "thank",
    "thanks",
    "thankyou",
    "thx",
    "tnx",
    "ty",
    "tysm",
    "tyvm",
    "welcome",
    "wow",
    "ya",
    "yay",
    "yeah",
    "yep",
    "yes",
    "yo",
    "you",
    "yup",
];

/// Words that say nothing beside those: "good morning", "nice, thanks".
const BESIDE_SOCIAL: &[&str] = &["cool", "day", "good", "great", "happy", "love", "nice"];

/// Signs that commands to other bots start with, when a letter follows at once.
const COMMAND_SIGNS: &[char] = &[
    '!', '/', '.', '$', '%', '&', '+', '=', '>', ';', ',', '-', '?', '^',
];
/// Of these, signs that may stand several times before words that are no command: "...what?", "--- that ending".
const ENDS_SENTENCE: &[char] = &['.', '?', '-', ','];
/// Signs that end a short prefix of another bot: `m!queue`, `t$roll`.
const PREFIX_SIGNS: &[char] = &['!', '$', '%', '&', '>'];

/// Returns whether the message is a command to another bot.
pub(super) fn is_command(text: &str) -> bool {
    let text = text.trim_start();
    let doubled = COMMAND_SIGNS
        .iter()
        .find(|sign| !ENDS_SENTENCE.contains(sign) && text.starts_with(**sign));
    let text = doubled.map_or(text, |&sign| text.trim_start_matches(sign));
    if doubled.is_some() {
        return text.starts_with(|letter: char| letter.is_ascii_alphabetic());
    }
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    if first.is_some_and(|sign| COMMAND_SIGNS.contains(&sign)) {
        return second.is_some_and(|letter| letter.is_ascii_alphabetic());
    }
    let prefix = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let mut rest = text.get(prefix..).unwrap_or_default().chars();
    let sign = rest.next().is_some_and(|sign| PREFIX_SIGNS.contains(&sign));
    (1..=2).contains(&prefix)
        && sign
        && rest
            .next()
            .is_some_and(|letter| letter.is_ascii_alphabetic())
}

/// Returns whether the tokens hold nothing to answer: none, a single letter, or greetings and thanks only.
pub(super) fn is_social(tokens: &[Token]) -> bool {
    let n_letters: usize = tokens.iter().map(|token| token.word.chars().count()).sum();
    if n_letters <= 1 {
        return true;
    }
    let is_social = |token: &Token| SOCIAL.binary_search(&token.word.as_str()).is_ok();
    let says_nothing = |token: &Token| {
        matches!(token.kind, WordKind::Stop | WordKind::Filler)
            || is_social(token)
            || BESIDE_SOCIAL.contains(&token.word.as_str())
    };
    tokens.iter().all(says_nothing) && tokens.iter().any(is_social)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn the_list_is_sorted_for_binary_search() {
        assert!(SOCIAL.is_sorted());
    }

    #[test]
    fn greetings_and_thanks_ask_nothing() {
        for message in [
            "",
            "x",
            "hi",
            "Hello everyone!",
            "ok thanks",
            "good morning",
            "thank you so much",
            "lol",
            "👍",
            "ty!!",
        ] {
            assert!(is_social(&text::analyze(message)), "{message:?}");
        }
        for message in [
            "hello, what is it about?",
            "is it good",
            "who made this",
            "thanks, who directed it?",
        ] {
            assert!(!is_social(&text::analyze(message)), "{message:?}");
        }
    }

    #[test]
    fn commands_to_other_bots_are_told_from_questions() {
        for message in [
            "!play despacito",
            "/ban",
            ".help",
            "m!queue",
            "t$roll 2",
            "?rank",
            "-skip",
            "  !x y",
            ";;play it",
        ] {
            assert!(is_command(message), "{message:?}");
        }
        for message in [
            "what is it about",
            "...what?",
            "! really",
            "10$ a ticket",
            "who?",
            "is it r-rated",
            "a24?",
        ] {
            assert!(!is_command(message), "{message:?}");
        }
    }
}
