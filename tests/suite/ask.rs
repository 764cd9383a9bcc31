//! `ask`: answers, suggestions, silence, hidden spoilers; as text and as JSON.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::harness::program::Frontrow;

/// Asks about the sample guide and returns the JSON with every confidence, which tuning changes, as "sure" or "unsure".
#[track_caller]
fn asked(frontrow: &Frontrow, line: &str, code: i32) -> Value {
    let ran = frontrow
        .run(&format!("ask --json {line}"))
        .ends_with(code)
        .quietly();
    assert_eq!(ran.out.lines().count(), 1, "one line of JSON: {ran:?}");
    let mut shape: Value = serde_json::from_str(&ran.out).expect("JSON");
    hide_confidence(&mut shape);
    for suggestion in shape["suggestions"].as_array_mut().expect("a list") {
        hide_confidence(suggestion);
    }
    shape
}

#[track_caller]
fn hide_confidence(shape: &mut Value) {
    let confidence = shape["confidence"].as_f64().expect("a number");
    assert!((0.0..=1.0).contains(&confidence), "{shape}");
    shape["confidence"] = if confidence >= 0.3 { "sure" } else { "unsure" }.into();
}

#[test]
fn an_answer_has_title_place_text_and_section() {
    let ran = Frontrow::with_sample()
        .run("ask is it depresing?")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out);
}

#[test]
fn quotes_around_the_question_are_optional() {
    let frontrow = Frontrow::with_sample();
    let (bare, quoted) = (
        frontrow.run("ask who directed it"),
        frontrow.run(r#"ask "who directed it""#),
    );
    assert_eq!(bare.ends_with(0).out, quoted.ends_with(0).out);
}

#[test]
fn an_answer_as_json() {
    let shape = asked(&Frontrow::with_sample(), "is it depresing?", 0);
    let expected = json!({
        "decision": "answer",
        "confidence": "sure",
        "film": "glass-harbor",
        "answer": {
            "id": "faq/sad",
            "title": "Is Glass Harbor a sad film?",
            "text": "Less than it looks. Most of it is about people who make up.",
            "spoiler": "none",
            "breadcrumb": ["Glass Harbor (2014)", "Questions", "Is Glass Harbor a sad film?"],
            "section": "story",
            "link": "/glass-harbor/faq#sad",
        },
        "suggestions": [],
    });
    assert_eq!(shape, expected);
}

#[test]
fn the_keys_come_in_the_order_that_is_promised() {
    let ran = Frontrow::with_sample()
        .run("ask --json who directed it")
        .ends_with(0);
    let keys = [
        "decision",
        "confidence",
        "film",
        "answer",
        "id",
        "title",
        "text",
        "spoiler",
        "breadcrumb",
        "section",
        "link",
        "suggestions",
    ];
    let places: Vec<Option<usize>> = keys
        .iter()
        .map(|key| ran.out.find(&format!("\"{key}\":")))
        .collect();
    assert!(
        places.is_sorted() && places[0].is_some(),
        "{places:?} {}",
        ran.out
    );
}

#[test]
fn links_are_absolute_where_the_pages_are_published() {
    let frontrow = Frontrow::with_sample().set("PUBLIC_URL", "https://films.example/");
    let shape = asked(&frontrow, "who directed it", 0);
    assert_eq!(
        shape["answer"]["link"],
        "https://films.example/glass-harbor/facts#director"
    );
    let ran = frontrow.run("ask who directed it").ends_with(0);
    assert!(
        ran.out
            .ends_with("Read the section: Facts\n  https://films.example/glass-harbor/facts\n"),
        "{ran:?}"
    );
}

#[test]
fn a_section_of_one_text_leads_on_only_to_its_page() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow.run("ask give me a quick intro").ends_with(0);
    assert!(!ran.out.contains("Read the section"), "{ran:?}");
    let frontrow = frontrow.set("PUBLIC_URL", "https://films.example");
    let ran = frontrow.run("ask give me a quick intro").ends_with(0);
    assert!(
        ran.out
            .ends_with("\n  https://films.example/glass-harbor/introduction\n"),
        "{ran:?}"
    );
}

#[test]
fn the_cast_is_answered_with_the_role_asked_about() {
    let frontrow = Frontrow::with_sample();
    for question in ["who plays Old Tom", "who does joe marsh play"] {
        let shape = asked(&frontrow, question, 0);
        assert_eq!(
            shape["answer"]["text"], "Joe Marsh plays Old Tom.",
            "{question}"
        );
    }
}

#[test]
fn suggestions_are_numbered() {
    let ran = Frontrow::with_sample()
        .run("ask the boats or the storm")
        .ends_with(3)
        .quietly();
    assert_snapshot!(ran.out);
}

#[test]
fn suggestions_as_json() {
    let shape = asked(&Frontrow::with_sample(), "the boats or the storm", 3);
    assert_eq!(
        (&shape["decision"], &shape["answer"]),
        (&"suggest".into(), &Value::Null)
    );
    let mut suggestions = shape["suggestions"].as_array().expect("a list").clone();
    suggestions.sort_by_key(|one| one["id"].to_string());
    let expected = [
        json!({"id": "making/boats", "title": "Filming the Boats", "confidence": "sure"}),
        json!({"id": "making/storm", "title": "Filming the Storm", "confidence": "sure"}),
    ];
    assert_eq!(suggestions, expected);
}

#[test]
fn without_an_answer_it_says_so() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow.run("ask plot of Vertigo").ends_with(4).quietly();
    assert_snapshot!(ran.out);
    for question in [
        "thanks",
        "🎬",
        r#""""#,
        "!play despacito",
        "https://example.org/a",
        "what is the weather in Lisbon",
    ] {
        let shape = asked(&frontrow, question, 4);
        assert_eq!(shape["decision"], "unknown", "{question}");
        assert_eq!(
            (&shape["answer"], &shape["suggestions"]),
            (&Value::Null, &json!([])),
            "{question}"
        );
    }
}

#[test]
fn the_ending_is_hidden_until_it_is_wanted() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow
        .run("ask how does glass harbor end")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out);
    let ran = frontrow
        .run("ask how does glass harbor end --spoilers")
        .ends_with(0);
    assert!(
        ran.out
            .contains("\nThe lighthouse burns, and Nora rows out alone.\n"),
        "{ran:?}"
    );
}

#[test]
fn hidden_text_is_null_in_json() {
    let frontrow = Frontrow::with_sample();
    for (question, level) in [
        ("how does glass harbor end", "ending"),
        ("who lives in the harbor", "mild"),
    ] {
        let shape = asked(&frontrow, question, 0);
        assert_eq!(
            (&shape["answer"]["text"], &shape["answer"]["spoiler"]),
            (&Value::Null, &level.into())
        );
        let shape = asked(&frontrow, &format!("{question} --spoilers"), 0);
        assert!(shape["answer"]["text"].is_string(), "{shape}");
    }
}

#[test]
fn explaining_never_disturbs_the_json() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow
        .run("ask --json --explain who directed it")
        .ends_with(0);
    serde_json::from_str::<Value>(&ran.out).expect("JSON");
    assert!(ran.err.contains("facts/director"), "{ran:?}");
    let ran = frontrow
        .run("ask --explain who directed it")
        .ends_with(0)
        .quietly();
    assert!(ran.out.contains("facts/director"), "{ran:?}");
}

#[test]
fn with_several_films_the_option_says_which() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", "[film]\ntitle = \"Fog\"\nyear = 1980\ndirector = [\"Cy Vane\"]\n[[section]]\nid = \"a\"\ntitle = \"A\"\ntext = \"Grey.\"\nask = [\"how grey is it\", \"is it grey\", \"grey\"]\n");
    for (film, director) in [("fog", "Cy Vane"), ("glass-harbor", "Mara Quill")] {
        let shape = asked(&frontrow, &format!("who directed it --film {film}"), 0);
        assert_eq!(shape["film"], film);
        let text = shape["answer"]["text"].as_str().expect("a text");
        assert!(text.contains(director), "{shape}");
    }
    let ran = frontrow.run("ask who directed it --film fog").ends_with(0);
    assert!(
        ran.out.ends_with("  frontrow section facts --film fog\n"),
        "{ran:?}"
    );
    let ran = frontrow.run("ask who directed it").ends_with(3);
    assert!(
        ran.out.contains("Fog (1980): Director")
            && ran.out.contains("Glass Harbor (2014): Director"),
        "{ran:?}"
    );
}
