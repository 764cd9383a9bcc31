//! `ask --explain`: what the best entries matched, for people and as JSON.

use serde_json::Value;

use crate::harness::program::Frontrow;

/// Asks with `--json --explain` and returns what is under `explain`.
#[track_caller]
fn explained(question: &str) -> Value {
    let ran = Frontrow::with_sample()
        .run(&format!("ask --json --explain {question}"))
        .quietly();
    let mut shape: Value = serde_json::from_str(&ran.out).expect("JSON");
    shape["explain"].take()
}

#[test]
fn every_word_is_listed_with_what_it_matched() {
    let explain = explained("who composed the muzic Vertigo");
    let best = &explain["hits"][0];
    assert_eq!(best["id"], "sound/music");
    let word = |typed: &str| {
        let words = best["words"].as_array().expect("a list");
        words.iter().find(|word| word["typed"] == typed).cloned()
    };
    let music = word("muzic").expect("the word");
    assert_eq!(
        (&music["word"], &music["found"]),
        (&"music".into(), &"phrasing".into())
    );
    let vertigo = word("Vertigo").expect("the word");
    assert_eq!(
        (&vertigo["found"], &vertigo["explained"]),
        (&"missing".into(), &0.0.into())
    );
}

#[test]
fn the_nearest_phrasing_is_named_but_for_facts_which_have_the_programs_own() {
    let explain = explained("who composed the music");
    assert_eq!(explain["hits"][0]["phrasing"], "Who composed the music?");
    let explain = explained("who directed it");
    assert_eq!(explain["hits"][0]["id"], "facts/director");
    assert_eq!(explain["hits"][0]["phrasing"], Value::Null);
}

#[test]
fn every_figure_has_its_name() {
    let explain = explained("who composed the music");
    for figures in [&explain["evidence"], &explain["hits"][0]["features"]] {
        let figures = figures.as_object().expect("an object");
        assert!(
            figures.len() > 5 && figures.values().all(Value::is_f64),
            "{figures:?}"
        );
    }
    assert!(explain["confidence"].is_f64(), "{explain}");
    let scores: Vec<f64> = explain["hits"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|hit| hit["score"].as_f64().expect("a number"))
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "best first: {scores:?}");
}

#[test]
fn without_the_option_the_json_has_no_such_key() {
    let ran = Frontrow::with_sample().run("ask --json who composed the music");
    assert!(!ran.out.contains("explain"), "{ran:?}");
}

#[test]
fn people_get_tables_below_the_answer() {
    let ran = Frontrow::with_sample()
        .run("ask --explain who composed the muzic")
        .ends_with(0)
        .quietly();
    let (answer, why) = ran.out.split_once("\nWhy\n").expect("an explanation");
    assert!(answer.starts_with("Music\n"), "{answer}");
    for part in [
        "confidence ",
        "score  words",
        "sound/music",
        "nearest phrasing: Who composed the music?",
        "muzic → music",
        "Evidence\n",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
    let widest = ran.out.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(80), "{}", ran.out);
}

#[test]
fn small_talk_is_compared_with_nothing() {
    let ran = Frontrow::with_sample()
        .run("ask --explain thanks")
        .ends_with(4)
        .quietly();
    assert!(
        ran.out
            .ends_with("\nWhy\nNo entry has anything to do with it.\n"),
        "{ran:?}"
    );
    assert_eq!(explained("thanks")["hits"], Value::Array(Vec::new()));
}

#[test]
fn a_role_settles_the_answer_and_the_explanation_says_so() {
    let ran = Frontrow::with_sample()
        .run("ask --explain who plays Old Tom")
        .ends_with(0);
    assert!(ran.out.contains("It names somebody of the cast"), "{ran:?}");
}

/// A guide whose entry has nothing but its title to be found by.
const BY_TITLE: &str = r#"[film]
title = "The Copper Heron"

[[section]]
id = "clothes"
title = "Costumes"
text = "Everything was dyed with walnut shells."
"#;

#[test]
fn the_topic_by_which_an_entry_was_found_is_named_with_the_reason() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/the-copper-heron.toml", BY_TITLE);
    let asked = |options: &str| frontrow.run(&format!("ask {options} who dressed the actors"));
    let why = asked("--explain").out;
    assert!(
        why.contains("\ntopic: costumes, by its title, adds "),
        "{why}"
    );
    let json: Value = serde_json::from_str(&asked("--json --explain").out).expect("JSON");
    let topic = &json["explain"]["hits"][0]["topic"];
    assert_eq!(
        (&topic["id"], &topic["by"]),
        (&"costumes".into(), &"title".into())
    );
    assert!(topic["score"].as_f64() > Some(1.0), "{topic}");
    assert_eq!(json["explain"]["off_topic"], Value::Null);
}

#[test]
fn a_topic_that_the_guide_does_not_cover_is_named() {
    let why = Frontrow::with_sample()
        .run("ask --explain where can i stream it")
        .out;
    assert!(
        why.contains("It is nearest to the topic where-to-watch, which no entry claims."),
        "{why}"
    );
}
