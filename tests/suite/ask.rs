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
        .run("ask will I cry?")
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
    let shape = asked(&Frontrow::with_sample(), "will I cry?", 0);
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
fn a_section_of_one_text_has_its_section_line_too() {
    let ran = Frontrow::with_sample()
        .run("ask give me a quick intro")
        .ends_with(0);
    let line = "Read the section: Introduction\n  frontrow section introduction\n";
    assert!(ran.out.ends_with(line), "{ran:?}");
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
        .run("ask who sails the ferry")
        .ends_with(3)
        .quietly();
    // Which of the two comes first is of no importance here.
    let lines: Vec<&str> = ran.out.lines().collect();
    let [
        "I am not sure which of these you mean:",
        "",
        first,
        of_first,
        second,
        of_second,
    ] = lines[..]
    else {
        panic!("{ran:?}");
    };
    let mut shown = [
        (first.strip_prefix("  1. "), of_first),
        (second.strip_prefix("  2. "), of_second),
    ];
    shown.sort();
    let expected = [
        (
            Some("The Ferry Ostrel"),
            "     Nora's uncle sails her, and only on Sundays.",
        ),
        (
            Some("The Ferry Ostrin"),
            "     Nobody sails her since the storm.",
        ),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn suggestions_as_json() {
    let shape = asked(&Frontrow::with_sample(), "who sails the ferry", 3);
    assert_eq!(
        (&shape["decision"], &shape["answer"], &shape["film"]),
        (&"suggest".into(), &Value::Null, &"glass-harbor".into())
    );
    let mut suggestions = shape["suggestions"].as_array().expect("a list").clone();
    suggestions.sort_by_key(|one| one["id"].to_string());
    let expected = [
        json!({"id": "ferries/ostrel", "title": "The Ferry Ostrel", "first_line": "Nora's uncle sails her, and only on Sundays.", "confidence": "sure"}),
        json!({"id": "ferries/ostrin", "title": "The Ferry Ostrin", "first_line": "Nobody sails her since the storm.", "confidence": "sure"}),
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

/// A folder with the sample guide and that of another film.
fn with_two_films() -> Frontrow {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", "[film]\ntitle = \"Fog\"\nyear = 1980\ndirector = [\"Cy Vane\"]\n[[section]]\nid = \"a\"\ntitle = \"A\"\ntext = \"Grey.\"\nask = [\"how grey is it\", \"is it grey\", \"grey\"]\n");
    frontrow
}

#[test]
fn with_several_films_the_option_says_which() {
    let frontrow = with_two_films();
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

#[test]
fn the_film_of_the_settings_comes_after_one_that_is_named() {
    let frontrow = with_two_films().set("FRONTROW_FILM", "fog");
    for (line, film) in [
        ("who directed it", "fog"),
        ("who directed glass harbor", "glass-harbor"),
        ("who directed it --film glass-harbor", "glass-harbor"),
    ] {
        assert_eq!(asked(&frontrow, line, 0)["film"], film, "{line}");
    }
}

#[test]
fn the_guide_that_comes_with_the_program_answers() {
    let frontrow = Frontrow::with_real_guides();
    let shape = asked(&frontrow, "is red roket ok for kids?", 0);
    assert_eq!(shape["answer"]["id"], "faq/suitable-for-all-audiences");
    let shape = asked(&frontrow, "who plays Lonnie", 0);
    assert_eq!(shape["answer"]["text"], "Ethan Darbone plays Lonnie.");
}
