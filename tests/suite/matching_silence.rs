//! Messages that must not be answered: chat, other films, and what the guide does not say.

use crate::harness::asking::{RED_ROCKET, check_all};

#[track_caller]
fn check_each(expected: &str, questions: &[&str]) {
    let rows: Vec<(&str, &str)> = questions
        .iter()
        .map(|question| (*question, expected))
        .collect();
    check_all(&RED_ROCKET, &rows);
}

#[test]
fn nothing_to_read() {
    check_each(
        "-",
        &[
            "",
            " ",
            "\n\t\u{a0}\u{3000}",
            "?",
            "...",
            "!!!",
            "x",
            "?x?",
            "👍",
            "😂😂😂",
            "👩‍👧‍👦 🏳️‍🌈",
            "<:kappa:1234567890>",
            "https://example.org/who-directed-red-rocket",
            "<https://example.org/plot>",
            "www.example.org/cast",
            "<@81384788765712384>",
            "<#1234> <@&5678>",
            "```\n```",
            "||||",
            "\u{200b}\u{200d}\u{2060}",
            "** **",
            "-",
            "7",
        ],
    );
}

#[test]
fn greetings_and_thanks() {
    check_each(
        "-",
        &[
            "hi",
            "hello there",
            "Hey everyone!",
            "good morning all",
            "thanks",
            "thank you so much!!",
            "ok",
            "lol",
            "gg",
            "brb",
            "nice",
            "good night guys",
            "haha yes",
            "welcome!",
            "thx bro",
        ],
    );
}

#[test]
fn commands_to_other_bots() {
    check_each(
        "-",
        &[
            "!play red rocket soundtrack",
            "/ban someone",
            ".help director",
            "m!queue",
            "?rank",
            "$cast",
            "-skip",
            "t$roll 2",
            "!director",
            "/plot",
            "+rep",
            ";;play the score",
        ],
    );
}

#[test]
fn chat() {
    check_each(
        "-",
        &[
            "anyone up for a game tonight",
            "same",
            "what's for dinner",
            "my laptop broke again",
            "who wants to join voice chat",
            "can someone give me the member role",
            "how do I install rust",
            "what's the weather in lisbon tomorrow",
            "happy birthday dude",
            "the server is so laggy today",
            "did you do the homework",
            "is bitcoin going up",
            "I need a new phone, which one should I get",
        ],
    );
}

#[test]
fn other_films() {
    check_each(
        "-",
        &[
            "plot of Vertigo",
            "who directed Parasite",
            "who plays Batman",
            "what is Inception about",
            "how long is Oppenheimer",
            "when was The Godfather released",
            "who wrote Casablanca",
            "box office of Avatar",
            "is Psycho ok for kids",
            "who plays neo in the matrix",
            "what is the budget of titanic",
            "what year did jaws come out",
        ],
    );
}

#[test]
fn what_the_guide_does_not_say() {
    check_each(
        "~",
        &[
            "where can I stream it",
            "is it on netflix",
            "is there a sequel",
            "who edited it",
            "what camera was it shot on",
            "does the dog die",
            "who did the costumes",
            "is there a post credits scene",
            "does it have subtitles",
            "how tall is Simon Rex",
            "what is Simon Rex's net worth",
            "is there a director's cut",
        ],
    );
}
