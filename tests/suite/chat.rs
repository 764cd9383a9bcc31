//! Conversations in the terminal chat, through a pipe.

use insta::assert_snapshot;

use crate::harness::program::Frontrow;

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
fn questions_are_answered_and_numbers_pick_a_suggestion() {
    assert_snapshot!(chat(&[
        "who directed it?",
        "the boats or the storm",
        "2",
        "7",
        "1",
        "thanks",
        "2"
    ]));
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
    frontrow.run("new Fog").ends_with(0);
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
fn the_conversation_ends_with_quit_or_with_the_input() {
    let said = chat(&["/quit", "/films"]);
    assert_eq!(said, "");
    assert_eq!(chat(&["", "   "]), "");
}

#[test]
fn with_several_films_the_chat_asks_which() {
    let frontrow = Frontrow::with_sample();
    frontrow.run("new Fog").ends_with(0);
    assert_snapshot!(chat_with(
        &frontrow,
        &["/faq", "/film gog", "/film fog", "/faq", "/film"]
    ));
}

#[test]
fn without_a_token_the_chat_says_how_to_get_one() {
    let ran = Frontrow::with_sample()
        .run_with("", "/quit\n")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out);
}

#[test]
fn strange_bytes_are_a_question_like_any_other() {
    let said = chat(&["\u{0}\u{1b}[31m", "🎬🎬", "?"]);
    assert!(!said.contains('\x1b'), "{said:?}");
}
