//! `check`: the topics that entries claim by their words, and the common ones that a guide leaves out.

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::guides::SOUND;
use crate::harness::mistakes::{check, instead};
use crate::harness::program::Frontrow;

/// Entries that claim topics for every reason there is.
const CLAIMS: &str = r#"
[[section.entry]]
id = "score"
title = "Organ and Saw"
topic = ["music-score", "songs"]
text = "Played in a chapel."

[[section]]
id = "writing"
title = "Writing"

[[section.entry]]
id = "writers"
title = "Writers and Screenplay"
text = "Two sisters wrote it."

[[faq]]
id = "horse"
question = "Does the horse survive?"
ask = ["is there animal cruelty", "is the horse all right", "what happens to the horse"]
spoiler = "ending"
answer = "It does."
"#;

#[track_caller]
fn checked(frontrow: &Frontrow, options: &str) -> String {
    let line = format!("check --strict --today 2026-12-01 {options}");
    frontrow.run(&line).ends_with(0).quietly().out
}

fn with_guide(text: &str) -> Frontrow {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/the-tin-orchard.toml", text);
    frontrow
}

#[test]
fn a_guide_is_told_what_else_people_ask_and_nobody_minds() {
    let frontrow = with_guide(&format!("{SOUND}{CLAIMS}"));
    assert_snapshot!(checked(&frontrow, ""), @r"
People also ask about: director, cast, runtime, awards, filming-locations,
overview, plot-summary, ending-explained, main-characters, themes,
title-meaning, post-credits, age-suitability, source-material, box-office,
critical-reception, where-to-watch, sequel-franchise.
An entry or a fact for each will do; `frontrow topics` lists how people ask.
3 entries claim topics without naming them: see `frontrow check --topics`.

0 errors, 0 warnings, 0 notes. 1 guide, 2 sections, 5 entries, 6 phrasings, 0 checks.
");
}

#[test]
fn the_topics_of_a_guide_are_listed_with_the_reason() {
    let frontrow = with_guide(&format!("{SOUND}{CLAIMS}"));
    assert_snapshot!(checked(&frontrow, "--topics"), @r#"
The Tin Orchard (1999)
Topics that entries claim without naming them:
  plot/setting     setting, by its title
  writing/writers  writers, screenplay, by its title
  faq/horse        animals-harmed, by its phrasings
People also ask about: director, cast, runtime, awards, filming-locations,
overview, plot-summary, ending-explained, main-characters, themes,
title-meaning, post-credits, age-suitability, source-material, box-office,
critical-reception, where-to-watch, sequel-franchise.

In an entry `topic = "…"` names another topic, `topic = "none"` names none.
An entry or a fact for each will do; `frontrow topics` lists how people ask.

0 errors, 0 warnings, 0 notes. 1 guide, 2 sections, 5 entries, 6 phrasings, 0 checks.
"#);
}

#[test]
fn the_topics_are_json_where_they_are_asked_for() {
    let frontrow = with_guide(&format!("{SOUND}{CLAIMS}"));
    let json = |options: &str| -> Value {
        serde_json::from_str(&checked(&frontrow, options)).expect("JSON")
    };
    assert_eq!(json("--json")["topics"], Value::Null);
    let topics = &json("--json --topics")["topics"][0];
    assert_eq!(topics["film"], "the-tin-orchard");
    let claims = topics["claims"].as_array().expect("a list");
    let claim = |entry: &str| {
        let found = claims.iter().find(|claim| claim["entry"] == entry);
        let found = found.unwrap_or_else(|| panic!("{entry}: {claims:?}"));
        format!("{} {}", found["by"], found["topics"])
    };
    for (entry, expected) in [
        ("facts/release-date", r#""fact" ["release-date"]"#),
        ("plot/setting", r#""title" ["setting"]"#),
        ("plot/score", r#""key" ["music-score","songs"]"#),
        ("writing/writers", r#""title" ["writers","screenplay"]"#),
        ("faq/horse", r#""phrasing" ["animals-harmed"]"#),
    ] {
        assert_eq!(claim(entry), expected, "{entry}");
    }
    let not_covered = topics["not_covered"].to_string();
    assert!(not_covered.contains("\"director\""), "{not_covered}");
    assert!(!not_covered.contains("\"setting\""), "{not_covered}");
}

#[test]
fn a_fact_fills_its_topic_and_those_that_it_answers() {
    for (fact, topic) in [
        ("director = ['Mia Roth']", "director"),
        ("runtime_minutes = 90", "runtime"),
        ("rating = 'R, for tin'", "age-suitability"),
        ("gross = '3 dollars'", "box-office"),
        ("composer = ['Ida Holt']", "music-score"),
        ("based_on = 'a song'", "source-material"),
    ] {
        let names_it = |guide: &str| {
            let out = checked(&with_guide(guide), "");
            let words: Vec<&str> = out.split([' ', ',', '.', '\n']).collect();
            words.contains(&topic)
        };
        assert!(names_it(SOUND), "{topic}");
        let filled = SOUND.replace("year = 1999", &format!("year = 1999\n{fact}"));
        assert!(!names_it(&filled), "{topic}");
    }
}

#[test]
fn errors_come_first() {
    let frontrow = with_guide(SOUND);
    frontrow.write("faq/fog.toml", "[film]\ntitel = 'Fog'\n");
    let ran = frontrow.run("check --today 2026-12-01").ends_with(1);
    assert!(!ran.out.contains("People also ask"), "{}", ran.out);
    let ran = frontrow
        .run("check --topics --today 2026-12-01")
        .ends_with(1);
    assert!(ran.out.contains("People also ask"), "{}", ran.out);
}

#[test]
fn few_guides_are_listed_and_many_are_counted() {
    let frontrow = Frontrow::in_empty_folder();
    let write = |number: usize| {
        let guide = SOUND.replace("The Tin Orchard", &format!("The Tin Orchard {number}"));
        frontrow.write(&format!("faq/tin-{number}.toml"), &guide);
    };
    (1..=5).for_each(write);
    let out = checked(&frontrow, "");
    assert!(
        out.starts_with("People also ask about:\n  tin-1: director, cast, "),
        "{out}"
    );
    assert!(out.contains("\n  tin-5: director, cast, "), "{out}");
    write(6);
    let out = checked(&frontrow, "");
    let (counts, _) = out.split_once(".\n").expect("a sentence");
    assert!(
        counts.contains("of the 6 guides leave it out: director (6),"),
        "{out}"
    );
    assert!(!out.contains("tin-1"), "{out}");
    let widest = out.lines().rev().skip(1).map(str::len).max();
    assert!(widest <= Some(80), "{out}");
}

#[test]
fn a_guide_that_names_everything_has_nothing_to_be_told() {
    let entry = "[[section.entry]]\nid='all'\ntitle='All'\ntext='All of it.'\ntopic=";
    let topics: Vec<String> = frontrow::search::topics()
        .iter()
        .filter(|topic| topic.common)
        .map(|topic| format!("'{}'", topic.id))
        .collect();
    let guide = format!("{SOUND}{entry}[{}]\n", topics.join(", "));
    let guide = guide.replace("title = \"Setting\"", "title = \"Setting\"\ntopic = 'none'");
    let frontrow = with_guide(&guide);
    assert!(checked(&frontrow, "").starts_with("0 errors,"));
    let out = checked(&frontrow, "--topics");
    assert!(
        out.contains("\nAll that people commonly ask about is covered"),
        "{out}"
    );
}

#[test]
fn an_entry_can_say_that_it_is_about_no_topic() {
    let without = SOUND.replace("title = \"Setting\"", "title = \"Setting\"\ntopic = 'none'");
    let out = checked(&with_guide(&without), "--topics");
    assert!(out.contains(" setting,"), "not covered any more: {out}");
    assert!(!out.contains("by its title"), "{out}");
    // It has to say itself how people ask for it.
    instead(
        "ask = [\"where is it set\", \"which country is it\", \"place of the story\"]",
        "topic = 'none'",
        &["few-phrasings 11:1"],
    );
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\ntopic = ['setting', 'none']",
        &["unknown-topic 14:21"],
    );
}

#[test]
fn an_entry_whose_title_claims_a_topic_needs_no_phrasings() {
    let without = |title: &str| {
        let ask = "ask = [\"where is it set\", \"which country is it\", \"place of the story\"]\n";
        let guide = SOUND.replace(ask, "");
        guide.replace("\"Setting\"", title)
    };
    check(&without("\"Setting\""), &[""; 0]);
    check(&without("\"The Tin Orchard: Ending Explained\""), &[""; 0]);
    check(&without("\"The Walrus\""), &["few-phrasings 11:1"]);
}
