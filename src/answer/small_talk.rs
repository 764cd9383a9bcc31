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
    "cool",
    "cya",
    "day",
    "evening",
    "everybody",
    "everyone",
    "folks",
    "ggs",
    "gg",
    "gm",
    "gn",
    "good",
    "goodbye",
    "goodnight",
    "gracias",
    "great",
    "guys",
    "haha",
    "hahaha",
    "hallo",
    "happy",
    "hello",
    "hey",
    "heya",
    "hi",
    "hiya",
    "hola",
    "howdy",
    "lmao",
    "lol",
    "love",
    "merci",
    "morning",
    "night",
    "nice",
    "nope",
    "np",
    "ok",
    "okay",
    "peeps",
    "rofl",
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

/// Signs that commands to other bots start with, when a letter follows at once.
const COMMAND_SIGNS: &[char] = &[
    '!', '/', '.', '$', '%', '&', '+', '=', '>', ';', ',', '-', '?', '^',
];
/// Signs that end a short prefix of another bot: `m!queue`, `t$roll`.
const PREFIX_SIGNS: &[char] = &['!', '$', '%', '&', '>'];

/// Whether the message is a command to another bot.
pub(super) fn is_command(text: &str) -> bool {
    let text = text.trim_start();
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

/// Whether the tokens hold nothing to answer: none, a single letter, or greetings and thanks only.
pub(super) fn is_social(tokens: &[Token]) -> bool {
    let n_letters: usize = tokens.iter().map(|token| token.word.chars().count()).sum();
    if n_letters <= 1 {
        return true;
    }
    let social = |token: &Token| SOCIAL.contains(&token.word.as_str());
    tokens.iter().any(social)
        && tokens
            .iter()
            .all(|token| social(token) || matches!(token.kind, WordKind::Stop | WordKind::Filler))
}
