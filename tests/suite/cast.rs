//! Questions on who plays whom: answered with that member of the cast; a role that nobody plays here is no question
//! of ours.

use frontrow::answer::{Decision, ScopedQuestion};
use frontrow::guide::FilmIndex;
use frontrow::library::Library;

use crate::harness::asking::{RED_ROCKET, SAMPLES, check, explained, film, library};
use crate::harness::guides::Folder;
use crate::harness::program::Frontrow;

/// Checks that the cast is answered, and which actors of it.
#[track_caller]
fn check_cast(library: &Library, film: Option<FilmIndex>, text: &str, expected: &[&str]) {
    let question = ScopedQuestion {
        text,
        film,
        ..ScopedQuestion::default()
    };
    let answer = library.ask(&question);
    let shown = explained(library, &question, &answer);
    assert_eq!(answer.decision, Decision::Confident, "{shown}");
    let hit = &answer.hits[0];
    assert_eq!(hit.entry.as_str(), "facts/cast", "{shown}");
    let cast = library.guide(hit.film).expect("a film").film.facts.cast();
    let actors: Vec<&str> = hit
        .cast
        .iter()
        .map(|&member| cast[member].actor.as_str())
        .collect();
    assert_eq!(actors, expected, "{shown}");
}

#[test]
fn a_role_is_answered_with_who_plays_it() {
    for (question, actor) in [
        ("who plays Lonnie", "Ethan Darbone"),
        ("who plays lexi?", "Bree Elrod"),
        ("who played Strawberry in Red Rocket", "Suzanna Son"),
        ("who plays strawbery", "Suzanna Son"),
        ("which actress plays Lil", "Brenda Deiss"),
        ("who is the actor that plays Mikey Saber", "Simon Rex"),
        ("who portrays mikey in this movie", "Simon Rex"),
    ] {
        check_cast(&RED_ROCKET, None, question, &[actor]);
    }
}

#[test]
fn an_actor_is_answered_with_the_role() {
    for (question, actor) in [
        ("who does Simon Rex play", "Simon Rex"),
        ("what role does bree elrod play", "Bree Elrod"),
        (
            "which character is played by Ethan Darbone",
            "Ethan Darbone",
        ),
        ("who does simon rexx play", "Simon Rex"),
        ("Suzanna Son plays who?", "Suzanna Son"),
    ] {
        check_cast(&RED_ROCKET, None, question, &[actor]);
    }
}

#[test]
fn the_whole_cast_is_answered_where_nobody_is_named() {
    for question in [
        "who is in it",
        "who stars in Red Rocket",
        "cast",
        "cast list please",
        "which actors are in the movie",
    ] {
        check_cast(&RED_ROCKET, None, question, &[]);
    }
}

#[test]
fn a_role_that_nobody_plays_is_unknown() {
    for question in [
        "who plays Batman",
        "who plays Neo",
        "who plays harry potter",
        "who does Tom Hanks play",
        "who plays the joker in the dark knight",
        "what role does Zendaya play",
        "who voices shrek",
    ] {
        check(&RED_ROCKET, question, "-");
    }
}

#[test]
fn other_questions_with_names_of_the_cast_are_not_about_who_plays_whom() {
    for (question, expected) in [
        ("did simon rex win an award", "facts/awards"),
        ("what is Mikey like", "character-analysis/main-character"),
        ("how old is Simon Rex", "~"),
        ("does simon rex play the guitar", "~"),
    ] {
        check(&RED_ROCKET, question, expected);
    }
}

#[test]
fn with_several_films_the_one_that_is_meant_answers() {
    let birds = Some(film(&SAMPLES, "nine-loud-birds"));
    let older = Some(film(&SAMPLES, "the-glass-harbor-1974"));
    let newer = Some(film(&SAMPLES, "the-glass-harbor-2016"));
    check_cast(&SAMPLES, birds, "who plays Aunt Marge", &["June Whitlock"]);
    check_cast(&SAMPLES, older, "who plays Vera Holm", &["Ingrid Malo"]);
    check_cast(&SAMPLES, newer, "who plays Vera Holm", &["Noor Adeyemi"]);
    check_cast(
        &SAMPLES,
        None,
        "who plays Vera in The Glass Harbor 2016",
        &["Noor Adeyemi"],
    );
    check_cast(
        &SAMPLES,
        None,
        "who plays Benny in Nine Loud Birds",
        &["Rafael Costa"],
    );
}

/// A guide whose cast has a member of whom nobody knows the role.
const FOG: &str = r#"[film]
title = "Fog"
year = 1980
cast = [{ actor = "Cy Vane", role = "Captain Hale" }, { actor = "Ada Bell" }]
"#;

#[test]
fn a_role_may_be_unknown() {
    let folder = Folder::with(FOG);
    let library = library(folder.path());
    for (question, actors) in [
        ("who plays Captain Hale", ["Cy Vane"].as_slice()),
        ("who does Ada Bell play", &["Ada Bell"]),
        ("which role does ada belll play", &["Ada Bell"]),
        ("who is in the cast", &[]),
    ] {
        check_cast(&library, None, question, actors);
    }
    check(&library, "who plays Batman", "-");
}

#[test]
fn an_actor_without_a_role_is_shown_by_name() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/fog.toml", FOG);
    let asked = |question: &str| frontrow.run(&format!("ask {question}")).ends_with(0).out;
    let list = asked("cast list");
    assert!(list.contains("Cy Vane as Captain Hale"), "{list}");
    assert!(
        list.lines()
            .any(|line| line.trim_end().ends_with("Ada Bell")),
        "{list}"
    );
    let answer = asked("who does Ada Bell play");
    assert!(answer.contains("Ada Bell is in the cast."), "{answer}");
}
