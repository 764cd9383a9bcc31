//! Conversations in the terminal chat, through a pipe.

use insta::assert_snapshot;

use crate::harness::conversation::Conversation;
use crate::harness::program::Frontrow;

/// The guide of another film.
const FOG: &str = r#"
[film]
title = "Fog"
year = 1980
director = ["Cy Vane"]

[[section]]
id = "weather"
title = "Weather"
ask = ["how grey is it", "is it grey", "grey"]
text = "Grey."
"#;

/// Types `lines` into a chat about the sample guide and returns what is said after the greeting.
#[track_caller]
fn chat(lines: &[&str]) -> String {
    chat_with(&Frontrow::with_sample(), lines)
}

#[track_caller]
fn chat_with(frontrow: &Frontrow, lines: &[&str]) -> String {
    let ran = frontrow
        .run_with("chat", &lines.join("\n"))
        .ends_with(0)
        .quietly();
    let (_, said) = ran.out.split_once("\n\n").expect("a greeting");
    said.to_owned()
}

#[test]
fn commands_are_answered() {
    assert_snapshot!(chat(&["/help", "/films", "/faq", "/jump"]));
}

#[test]
fn questions_are_answered_one_after_another() {
    assert_snapshot!(chat(&["who directed it?", "thanks", "will I cry"]));
}

#[test]
fn numbers_pick_a_suggestion_until_something_else_is_answered() {
    let said = chat(&["who sails the ferry", "2", "7", "who sails the ferry", "1"]);
    assert!(said.contains("\n\nType its number to read it.\n"), "{said}");
    // Which of the two comes first is of no importance here; each is read once.
    for title in ["The Ferry Ostrel", "The Ferry Ostrin"] {
        let answer = format!("\n{title}\nGlass Harbor (2014) › The Ferries › {title}\n");
        assert_eq!(said.matches(&answer).count(), 1, "{title}: {said}");
    }
    assert!(said.contains("no such number"), "{said}");
    let said = chat(&["who sails the ferry", "will I cry", "2"]);
    assert!(
        said.ends_with("has no answer to that.\n/section shows what the guide covers.\n\n"),
        "{said}"
    );
}

#[test]
fn what_was_hidden_is_shown_once_spoilers_are_on() {
    assert_snapshot!(chat(&[
        "how does glass harbor end",
        "/spoilers on",
        "who lives in the harbor"
    ]));
}

#[test]
fn the_film_that_was_talked_about_is_the_one_whose_sections_open() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", &FOG.replace("year = 1980\n", ""));
    let said = chat_with(&frontrow, &["is glass harbor a sad film", "/section sound"]);
    assert!(said.contains("An accordion"), "{said}");
}

#[test]
fn sections_can_be_opened_and_hide_spoilers_until_they_are_wanted() {
    assert_snapshot!(chat(&[
        "/section storry",
        "/section story/people",
        "/spoilers on",
        "/spoilers off",
        "/section story/people",
        "/spoilers"
    ]));
}

#[test]
fn only_what_was_hidden_is_shown_again_once_spoilers_are_on() {
    let said = chat(&["will I cry", "/spoilers on"]);
    assert!(
        said.ends_with("Spoilers are shown from now on.\n\n"),
        "{said}"
    );
}

#[test]
fn the_film_of_the_chat_comes_after_one_that_is_named() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", FOG);
    let lines = [
        "/film fog",
        "who directed it",
        "who directed glass harbor",
        "/section ferries",
    ];
    let said = chat_with(&frontrow, &lines);
    let cy = said.find("Cy Vane").expect("the place's film");
    let mara = said.find("Mara Quill").expect("the named film");
    let section = said
        .find("The Ferries\nGlass Harbor (2014)")
        .expect("of the film talked about");
    assert!(cy < mara && mara < section, "{said}");
    let said = chat_with(&frontrow.set("FRONTROW_FILM", "fog"), &["who directed it"]);
    assert!(said.contains("Cy Vane"), "{said}");
}

#[test]
fn an_edit_is_answered_with_from_the_next_question_on() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", FOG);
    let mut chat = Conversation::begin(&frontrow, "chat");
    chat.say("who directed fog");
    chat.hear("Fog was directed by Cy Vane.");
    frontrow.write("faq/fog.toml", &FOG.replace("Cy Vane", "Ida Moor"));
    chat.see_logged("guides reloaded: 1 changed");
    chat.say("who directed fog");
    chat.hear("Fog was directed by Ida Moor.");
    frontrow.write("faq/fog.toml", "[film");
    chat.see_logged("guides not reloaded, the old ones go on answering: faq/fog.toml:1:");
    chat.say("who directed fog");
    chat.hear("Fog was directed by Ida Moor.");
    frontrow.write("faq/fog.toml", FOG);
    chat.see_logged("guides reloaded: 1 changed");
}

#[test]
fn a_number_never_picks_another_entry_because_of_an_edit() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", FOG);
    let mut chat = Conversation::begin(&frontrow, "chat");
    chat.say("who sails the ferry");
    chat.hear("Type its number");
    // The films move up by one.
    frontrow.write("faq/a-ball.toml", &FOG.replace("Fog", "A Ball"));
    chat.see_logged("guides reloaded");
    chat.say("1");
    chat.hear("Glass Harbor (2014) › The Ferries › The Ferry");
    let without = frontrow
        .read("faq/glass-harbor.toml")
        .replace("ostr", "other-");
    frontrow.write("faq/glass-harbor.toml", &without);
    chat.see_logged("guides reloaded");
    chat.say("1");
    chat.hear("The guide no longer has that entry.");
}

#[test]
fn the_conversation_ends_with_quit_or_with_the_input() {
    let said = chat(&["/quit", "/films"]);
    assert_eq!(said, "");
    assert_eq!(chat(&["", "   "]), "");
}

#[test]
fn with_several_films_the_chat_asks_which() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", &FOG.replace("year = 1980\n", ""));
    assert_snapshot!(chat_with(
        &frontrow,
        &["/faq", "/film gog", "/film fog", "/faq", "/film"]
    ));
}

#[test]
fn strange_bytes_are_a_question_like_any_other() {
    let said = chat(&["\u{0}\u{1b}[31m", "🎬🎬", "?"]);
    assert!(!said.contains('\x1b'), "{said:?}");
}
