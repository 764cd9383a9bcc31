//! Asked by name, the program helps: small talk gets a kind line, what is unsure is offered, what is not
//! covered is told with what comes nearest. Where nobody called it, it stays strict.

use std::env;
use std::path::Path;

use frontrow::answer::{Answer, Decision, ScopedQuestion, Shortfall, SmallTalk};
use frontrow::reply::texts;
use serde_json::Value;

use crate::harness::asking::RED_ROCKET;
use crate::harness::program::{Frontrow, project};

/// A guide whose phrasings look like a command and like a greeting.
const GUIDE: &str = r#"
[film]
title = "Salt Meadow"
year = 1999
director = ["Ida Holm"]

[[section]]
id = "look"
title = "Look"
ask = ["B&W or color?", "is it black and white", "is it in colour"]
text = """It was shot in black and white.

It was coloured for television."""

[[section]]
id = "greeting"
title = "The Last Words"
ask = ["good night", "how does it close for Edda"]
spoiler = "ending"
text = "She says good night."

[[check]]
ask = "B&W or color?"
answer = "look"
"#;

fn ask(text: &str, is_addressed: bool) -> Answer {
    RED_ROCKET.ask(&ScopedQuestion {
        text,
        is_addressed,
        ..ScopedQuestion::default()
    })
}

fn salt_meadow() -> Frontrow {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/salt-meadow.toml", GUIDE);
    frontrow
}

#[test]
fn small_talk_gets_a_kind_line() {
    for (text, kind) in [
        ("hi", SmallTalk::Greeting),
        ("Hello everyone!", SmallTalk::Greeting),
        ("thanks", SmallTalk::Thanks),
        ("ok, thank you so much", SmallTalk::Thanks),
        ("help", SmallTalk::Help),
        ("hey, who are you?", SmallTalk::Help),
        ("what can I ask?", SmallTalk::Help),
        ("Red Rocket", SmallTalk::Title),
        ("the movie red rocket?", SmallTalk::Title),
    ] {
        let answer = ask(text, true);
        assert_eq!(answer.decision, Decision::Unknown, "{text:?}");
        assert_eq!(answer.shortfall, Shortfall::SmallTalk(kind), "{text:?}");
    }
    for (text, line) in [
        ("hi", texts::GREETING),
        ("thanks", texts::YOU_ARE_WELCOME),
        ("what can I ask", texts::WHAT_TO_ASK),
        ("salt meadow", texts::WHAT_TO_ASK),
    ] {
        let ran = salt_meadow().run(&format!("ask {text}")).ends_with(4);
        assert_eq!(ran.out.lines().next(), Some(line), "{text:?}");
    }
}

#[test]
fn a_question_with_a_greeting_is_a_question() {
    for text in [
        "hi, who directed it?",
        "thanks, and who directed it",
        "help me, who directed it",
    ] {
        let answer = ask(text, true);
        assert_eq!(answer.decision, Decision::Confident, "{text:?}");
    }
}

#[test]
fn a_sign_in_front_is_a_command_to_others_only_where_nobody_called() {
    for text in [">who directed it", "!director", "/director"] {
        assert_eq!(ask(text, true).decision, Decision::Confident, "{text:?}");
        let answer = ask(text, false);
        let silent = (Decision::Unknown, Shortfall::SmallTalk(SmallTalk::Command));
        assert_eq!((answer.decision, answer.shortfall), silent, "{text:?}");
    }
    let ran = salt_meadow().run("ask \">who directed it\"").ends_with(0);
    assert!(ran.out.contains("Ida Holm"), "{}", ran.out);
}

#[test]
fn what_is_near_a_phrasing_is_no_small_talk() {
    let frontrow = salt_meadow();
    frontrow.run("check").ends_with(0);
    for (text, id) in [
        ("B&W or color?", "look"),
        ("b&w or colour", "look"),
        ("good night", "greeting"),
    ] {
        let ran = frontrow.run(&format!("ask --json \"{text}\""));
        let shape: Value = serde_json::from_str(&ran.out).expect("JSON");
        let offered = shape["suggestions"].as_array().into_iter().flatten();
        let mut found = offered.chain([&shape["answer"]]).map(|one| &one["id"]);
        assert!(found.any(|found| found == id), "{text:?} {shape:#}");
    }
}

#[test]
fn what_is_about_the_film_and_not_covered_is_told_so() {
    for text in [
        "where can I stream it",
        "does the dog die",
        "is there a sequel",
    ] {
        let ran = Frontrow::with_real_guides()
            .run(&format!("ask {text}"))
            .ends_with(4);
        assert_eq!(ran.out.lines().next(), Some(texts::NO_ANSWER), "{text:?}");
    }
    let answer = ask("what camera was it shot on", true);
    let near = (Decision::Suggest, Shortfall::NotCovered);
    assert_eq!((answer.decision, answer.shortfall), near, "{answer:?}");
    let ran = Frontrow::with_real_guides().run("ask what camera was it shot on");
    assert!(ran.ends_with(3).out.starts_with(texts::NEAREST));
}

/// The least share of the shipped guide's questions that are answered right or offered the right entry, and the largest
/// share of others that are offered something; see `tests/suite/accuracy.rs` on the files.
const LEAST_RIGHT: f64 = 0.88;
const MOST_OFFERED: f64 = 0.32;

#[test]
fn the_right_entry_is_mostly_answered_or_offered() {
    let report = measured(&project("tests/data/red_rocket/report.tsv"));
    let right = report["right_or_offered"].as_f64().expect("a share");
    let offered = outside(&report, "outside_suggested");
    assert!(
        right >= LEAST_RIGHT && offered <= MOST_OFFERED,
        "{report:#}"
    );
    let strict = report["outside_suggested"].as_f64();
    assert!(report["asked_directly"]["outside_suggested"].as_f64() >= strict);
}

#[test]
fn other_films_are_hardly_ever_offered_anything() {
    let Some(dir) = env::var_os("FRONTROW_EVAL_DIR").filter(|dir| !dir.is_empty()) else {
        return;
    };
    let questions = Path::new(&dir).join("movie_questions/queries.jsonl");
    let report = measured(&questions);
    let answered = outside(&report, "outside_answered");
    let offered = outside(&report, "outside_suggested");
    assert!(answered <= 0.02 && offered <= 0.15, "{report:#}");
}

#[track_caller]
fn measured(questions: &Path) -> Value {
    let line = format!("eval --json \"{}\"", questions.display());
    let ran = Frontrow::with_real_guides().run(&line).ends_with(0);
    serde_json::from_str(&ran.out).expect("a report")
}

/// The share of the questions from outside that are dealt with in some way where the program is asked itself.
fn outside(report: &Value, what: &str) -> f64 {
    let of = |value: &Value| value.as_f64().expect("a count");
    of(&report["asked_directly"][what]) / of(&report["outside"])
}
