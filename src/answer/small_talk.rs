//! Messages that ask nothing of the guides: greetings, thanks, calls for help, commands to other bots, single letters.

use crate::search::QueryWord;
use crate::text::{Token, WordKind};

/// The kind of a message that asks nothing of the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallTalk {
    /// A greeting, or agreement.
    Greeting,
    /// Thanks.
    Thanks,
    /// A call for help, or a question about the program itself.
    Help,
    /// The title of a film and nothing else.
    Title,
    /// A command to another bot.
    Command,
}

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

/// Those of them that thank.
const THANKS: &[&str] = &[
    "cheers", "gracias", "merci", "thank", "thanks", "thankyou", "thx", "tnx", "ty", "tysm", "tyvm",
];

/// Whole messages that ask for help, or about the program itself. Folded, without contractions.
const HELP: &[&str] = &[
    "are you a bot",
    "can you help",
    "can you help me",
    "commands",
    "help",
    "help me",
    "how do i ask",
    "how do i use this",
    "how do i use you",
    "how do you work",
    "how does this bot work",
    "how does this work",
    "i need help",
    "menu",
    "start",
    "tell me about yourself",
    "what are you",
    "what are you for",
    "what can i ask",
    "what can i ask about",
    "what can i ask here",
    "what can i ask you",
    "what can you answer",
    "what can you do",
    "what can you tell me",
    "what do you do",
    "what do you know",
    "what is this bot",
    "what is your name",
    "what questions can i ask",
    "what should i ask",
    "who are you",
    "who r u",
];

/// Words that make a call for help polite, beside those of greetings.
const PLEASE: &[&str] = &["please", "pls", "plz", "so", "well"];

/// Words beside a film's title that ask nothing more: "the film Red Rocket".
const FILM: &[&str] = &["film", "movie"];

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

impl SmallTalk {
    /// Returns the kind of small talk that a message is; `None` where it asks something.
    ///
    /// To somebody who calls the program, nothing is a command to another bot, and a call for help is one to it.
    pub(super) fn of(text: &str, tokens: &[Token], is_addressed: bool) -> Option<Self> {
        if !is_addressed && is_command(text) {
            return Some(Self::Command);
        }
        if is_social(tokens) {
            let mut words = tokens.iter().map(|token| token.word.as_str());
            return Some(match words.any(|word| THANKS.contains(&word)) {
                true => Self::Thanks,
                false => Self::Greeting,
            });
        }
        (is_addressed && asks_for_help(tokens)).then_some(Self::Help)
    }
}

/// Returns whether the tokens hold nothing to answer: none, or a single letter.
pub(super) fn says_nothing(tokens: &[Token]) -> bool {
    let n_letters: usize = tokens.iter().map(|token| token.word.chars().count()).sum();
    n_letters <= 1
}

/// Returns whether the words beside a film's title say nothing more.
pub(super) fn is_bare(words: &[QueryWord]) -> bool {
    let is_bare =
        |word: &QueryWord| word.kind == WordKind::Stop || FILM.contains(&word.word.as_str());
    words.iter().all(is_bare)
}

/// Returns whether the message asks for help, or about the program itself; politeness around it is no matter.
fn asks_for_help(tokens: &[Token]) -> bool {
    let is_polite = |token: &&Token| {
        let word = token.word.as_str();
        word != "you" && (SOCIAL.binary_search(&word).is_ok() || PLEASE.contains(&word))
    };
    let n_before = tokens.iter().take_while(is_polite).count();
    let n_after = tokens.iter().rev().take_while(is_polite).count();
    let asked = tokens.get(n_before..tokens.len().saturating_sub(n_after));
    let words: Vec<&str> = asked
        .unwrap_or_default()
        .iter()
        .map(|token| token.word.as_str())
        .collect();
    HELP.contains(&words.join(" ").as_str())
}

/// Returns whether the message is a command to another bot.
fn is_command(text: &str) -> bool {
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

/// Returns whether the tokens are greetings and thanks only.
fn is_social(tokens: &[Token]) -> bool {
    let is_social = |token: &Token| SOCIAL.binary_search(&token.word.as_str()).is_ok();
    let says_nothing = |token: &Token| {
        matches!(token.kind, WordKind::Stop | WordKind::Filler)
            || is_social(token)
            || BESIDE_SOCIAL.contains(&token.word.as_str())
    };
    tokens.iter().all(says_nothing) && tokens.iter().any(is_social)
}

/// Takes out an apology before a question: "sorry if this was asked before, but who directed it".
pub(super) fn skip_apology(tokens: &mut Vec<Token>) {
    let begins = tokens
        .first()
        .is_some_and(|first| SORRY.contains(&first.word.as_str()));
    let but = tokens.iter().position(|token| token.word == "but");
    if let Some(but) = but.filter(|_| begins) {
        tokens.drain(..=but);
    }
}

/// Words that begin an apology.
const SORRY: &[&str] = &["apologies", "pardon", "sorry"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn the_list_is_sorted_for_binary_search() {
        assert!(SOCIAL.is_sorted());
    }

    #[track_caller]
    fn check(text: &str, is_addressed: bool, expected: Option<SmallTalk>) {
        let found = SmallTalk::of(text, &text::analyze(text), is_addressed);
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn nothing_and_single_letters_say_nothing() {
        for (message, expected) in [("", true), ("x", true), ("👍", true), ("hi", false)] {
            assert_eq!(
                says_nothing(&text::analyze(message)),
                expected,
                "{message:?}"
            );
        }
    }

    #[test]
    fn greetings_and_thanks_ask_nothing() {
        use SmallTalk::{Greeting, Thanks};
        for (message, kind) in [
            ("hi", Greeting),
            ("Hello everyone!", Greeting),
            ("ok thanks", Thanks),
            ("good morning", Greeting),
            ("thank you so much", Thanks),
            ("lol", Greeting),
            ("ty!!", Thanks),
        ] {
            check(message, false, Some(kind));
            check(message, true, Some(kind));
        }
        for message in [
            "hello, what is it about?",
            "is it good",
            "who made this",
            "thanks, who directed it?",
        ] {
            check(message, false, None);
            check(message, true, None);
        }
    }

    #[test]
    fn commands_to_other_bots_are_told_from_questions_where_nobody_called() {
        for message in [
            "!play despacito",
            "/ban",
            ".help director",
            "m!queue",
            "t$roll 2",
            "?rank",
            "-skip",
            "  !x y",
            ";;play it",
        ] {
            check(message, false, Some(SmallTalk::Command));
            check(message, true, None);
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
            check(message, false, None);
        }
    }

    #[test]
    fn help_is_asked_for_of_the_one_who_is_called() {
        for message in [
            "help",
            "Help!!",
            "please help me",
            "hey, what can I ask?",
            "hi, who are you?",
            "What can you do, bot?",
        ] {
            check(message, true, Some(SmallTalk::Help));
            check(message, false, None);
        }
        for message in [
            "does she help him",
            "what can I ask her for",
            "who are they",
        ] {
            check(message, true, None);
        }
    }
}
