//! `check`, `new`, and what happens to guides that are unsound.

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::program::Frontrow;

/// A guide with a mistake in its third line.
const BROKEN: &str = "[film]\ntitle = \"Fog\"\nyaer = 1980\n[[section]]\nid = \"a\"\ntitle = \"A\"\ntext = \"Grey.\"\n";

#[test]
fn a_sound_guide_passes() {
    let ran = Frontrow::with_sample()
        .run("check --strict --today 2026-02-01")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out, @"0 errors, 0 warnings, 0 notes. 1 guide, 4 sections, 10 entries, 21 phrasings, 0 checks.");
}

#[test]
fn a_mistake_is_shown_at_its_place() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", BROKEN);
    let ran = frontrow
        .run("check --today 2026-02-01")
        .ends_with(1)
        .quietly();
    assert!(ran.out.contains("faq/fog.toml:3:1"), "{}", ran.out);
    assert!(ran.out.contains("yaer = 1980"), "{}", ran.out);
}

#[test]
fn a_mistake_is_json_too() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", BROKEN);
    let ran = frontrow
        .run("check --json --today 2026-02-01")
        .ends_with(1)
        .quietly();
    let shape: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(shape["errors"], 1);
    let all = shape["diagnostics"].as_array().expect("a list");
    let first = all
        .iter()
        .find(|one| one["severity"] == "error")
        .expect("an error");
    assert_eq!(
        (&first["file"], &first["line"], &first["column"]),
        (&"faq/fog.toml".into(), &3.into(), &1.into())
    );
}

#[test]
fn every_command_refuses_unsound_guides_with_the_whole_list() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", BROKEN);
    frontrow.write("faq/mist.toml", "[film\n");
    for line in [
        "ask hello",
        "ask hello --json",
        "chat",
        "section",
        "faq",
        "films",
    ] {
        let ran = frontrow.run(line).ends_with(1);
        assert!(ran.out.is_empty(), "{line}: {ran:?}");
        assert!(ran.err.contains("faq/fog.toml:3:1"), "{line}: {ran:?}");
        assert!(ran.err.contains("faq/mist.toml:1:"), "{line}: {ran:?}");
        assert!(
            ran.err.contains("the guides cannot be used: 2 errors"),
            "{line}: {ran:?}"
        );
    }
}

#[test]
fn the_bot_starts_with_the_films_that_are_sound() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", BROKEN);
    let ran = frontrow.run_with("run", "/films\n").ends_with(0);
    assert!(
        ran.out.contains("Glass Harbor (2014)") && !ran.out.contains("Fog"),
        "{ran:?}"
    );
    assert!(
        ran.err.contains("ERROR") && ran.err.contains("faq/fog.toml:3:1"),
        "{ran:?}"
    );
}

#[test]
fn the_bot_does_not_start_without_a_sound_film() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/fog.toml", BROKEN);
    for line in ["run", ""] {
        let ran = frontrow.run(line).ends_with(78);
        assert!(ran.err.contains("faq/fog.toml:3:1"), "{ran:?}");
    }
}

#[test]
fn strict_minds_warnings_and_nobody_minds_notes() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/notes.txt", "not a guide");
    let ran = frontrow
        .run("check --strict --today 2026-02-01")
        .ends_with(0);
    assert!(ran.out.contains("1 note."), "{ran:?}");
    // The review of the sample lies more than a year before this day.
    let ran = frontrow.run("check --today 2027-06-01").ends_with(0);
    assert!(ran.out.contains("1 warning,"), "{ran:?}");
    frontrow
        .run("check --strict --today 2027-06-01")
        .ends_with(1);
}

#[test]
fn a_new_guide_passes_with_warnings_only_and_is_never_overwritten() {
    let frontrow = Frontrow::in_empty_folder();
    let ran = frontrow
        .run(r#"new "The Fog" --year 1980"#)
        .ends_with(0)
        .quietly();
    assert_eq!(
        ran.out,
        "Wrote faq/the-fog.toml. Fill it in, then run `frontrow check`.\n"
    );
    let ran = frontrow
        .run("check --today 2026-02-01")
        .ends_with(0)
        .quietly();
    assert!(ran.out.contains("0 errors,"), "{ran:?}");
    assert_eq!(frontrow.run("films").out, "The Fog (1980) (the-fog)\n");

    frontrow.write("faq/the-fog.toml", "mine");
    let ran = frontrow.run(r#"new "The Fog""#).ends_with(1);
    assert_eq!(
        ran.err,
        "frontrow: faq/the-fog.toml exists already, and is left as it is\n"
    );
    assert_eq!(frontrow.read("faq/the-fog.toml"), "mine");
}

#[test]
fn a_title_that_makes_no_file_name_is_a_usage_error() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.run(r#"new "千""#).ends_with(2);
    frontrow.run("new Fog --year 80").ends_with(2);
}
