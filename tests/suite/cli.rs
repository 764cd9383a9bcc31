//! The commands, run as people run them: what they print and how they end.

use std::io::Read;
use std::process::Stdio;

use insta::assert_snapshot;

use crate::harness::program::Frontrow;

/// A guide of one text.
const FOG: &str =
    "[film]\ntitle = \"Fog\"\n[[section]]\nid = \"a\"\ntitle = \"A\"\ntext = \"Grey.\"\n";

#[test]
fn help_lists_every_command() {
    let ran = Frontrow::in_empty_folder()
        .run("--help")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out);
}

#[test]
fn every_command_explains_itself() {
    let frontrow = Frontrow::in_empty_folder();
    for command in [
        "ask",
        "chat",
        "section",
        "faq",
        "films",
        "topics",
        "check",
        "eval",
        "new",
        "import",
        "edits",
        "export",
        "schema",
        "completions",
        "run",
    ] {
        let ran = frontrow
            .run(&format!("{command} --help"))
            .ends_with(0)
            .quietly();
        assert!(
            ran.out.contains(&format!("Usage: frontrow {command}")),
            "{ran:?}"
        );
        for option in ran
            .out
            .lines()
            .filter(|line| line.trim_start().starts_with("--"))
        {
            assert!(
                option.trim().contains("  ") || ran.out.contains(&format!("{option}\n     ")),
                "{option}"
            );
        }
    }
}

#[test]
fn what_cannot_be_understood_ends_with_2() {
    let frontrow = Frontrow::with_sample();
    for line in [
        "ask",
        "asq hello",
        "ask --colour hello",
        "check --today yesterday",
        "check --today 2026-02-30",
        "check faq --guides faq",
        "eval",
        "new",
        "completions dos",
        "section --film glas-harbor",
        "ask hello --film nothing-like-it",
        "section storry",
    ] {
        let ran = frontrow.run(line).ends_with(2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{line}: {ran:?}");
    }
}

#[test]
fn a_film_nobody_knows_gets_the_films_there_are() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow.run("section --film glas-harbor").ends_with(2);
    assert_snapshot!(ran.err, @"frontrow: There is no film `glas-harbor`. Did you mean `glass-harbor`? The films: glass-harbor");
    let ran = frontrow.run("faq --film vertigo").ends_with(2);
    assert_snapshot!(ran.err, @"frontrow: There is no film `vertigo`. The films: glass-harbor");
}

#[test]
fn a_default_film_nobody_knows_is_a_wrong_setting() {
    let frontrow = Frontrow::with_sample().set("FRONTROW_FILM", "vertigo");
    let ran = frontrow.run("section").ends_with(78);
    assert!(ran.err.contains("FRONTROW_FILM"), "{ran:?}");
}

#[test]
fn with_several_films_one_must_be_named() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", FOG);
    let ran = frontrow.run("section").ends_with(2);
    assert_snapshot!(ran.err, @"frontrow: Which film? Add --film with one of: fog, glass-harbor");
    let ran = frontrow
        .run("section introduction --film glass-harbor")
        .ends_with(0);
    assert!(
        ran.out.starts_with("Introduction\nGlass Harbor (2014)"),
        "{ran:?}"
    );
    let ran = frontrow
        .set("FRONTROW_FILM", "glass-harbor")
        .run("faq")
        .ends_with(0);
    assert!(ran.out.starts_with("Glass Harbor (2014)\n"), "{ran:?}");
}

#[test]
fn films_are_listed_with_years_and_ids() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", FOG);
    let ran = frontrow.run("films").ends_with(0).quietly();
    assert_snapshot!(ran.out, @r"
    Fog (fog)
    Glass Harbor (2014) (glass-harbor)
    ");
}

#[test]
fn questions_are_listed_with_their_ids() {
    let ran = Frontrow::with_sample().run("faq").ends_with(0).quietly();
    assert_snapshot!(ran.out, @r"
    Glass Harbor (2014)

    Is Glass Harbor a sad film? (faq/sad)
    ");
}

#[test]
fn a_guide_without_questions_says_so() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/fog.toml", FOG);
    let ran = frontrow.run("faq").ends_with(0);
    assert_eq!(ran.out, "The guide of Fog lists no questions.\n");
}

#[test]
fn the_contents_show_sections_and_entries() {
    let ran = Frontrow::with_sample()
        .run("section")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out, @r"
    Glass Harbor (2014)

    Facts (facts)
      Director (facts/director)
      Cast (facts/cast)
      Release Date (facts/release-date)
      Runtime (facts/runtime)

    Introduction (introduction)

    The Story (story)
      The People of the Harbor (story/people)
      The Last Scene (story/last-scene)

    Sound (sound)
      Music (sound/music)

    The Ferries (ferries)
      The Ferry Ostrel (ferries/ostrel)
      The Ferry Ostrin (ferries/ostrin)

    Questions (faq)
      Is Glass Harbor a sad film? (faq/sad)
    ");
}

#[test]
fn a_section_hides_what_gives_the_story_away() {
    let ran = Frontrow::with_sample()
        .run("section story")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out, @r"
    The Story
    Glass Harbor (2014) · reviewed 2026-01-31

    The People of the Harbor
    Hidden: this gives away part of the story. Add --spoilers to read it.

    The Last Scene
    Hidden: this gives the ending away. Add --spoilers to read it.
    ");
}

#[test]
fn a_section_opens_with_spoilers() {
    let ran = Frontrow::with_sample()
        .run("section story --spoilers")
        .ends_with(0)
        .quietly();
    assert_snapshot!(ran.out, @r"
    The Story
    Glass Harbor (2014) · reviewed 2026-01-31

    The People of the Harbor
    Nora keeps a secret from her father:

    - Nora sold the boat.
    - Old Tom knows it.

    The Last Scene
    The lighthouse burns, and Nora rows out alone.
    ");
}

#[test]
fn the_spoiler_setting_holds_for_every_command() {
    let frontrow = Frontrow::with_sample().set("FRONTROW_SPOILERS", "mild");
    let ran = frontrow.run("section story").ends_with(0);
    assert!(ran.out.contains("Nora sold the boat"), "{ran:?}");
    assert!(!ran.out.contains("The lighthouse burns"), "{ran:?}");
    let frontrow = Frontrow::with_sample().set("FRONTROW_SPOILERS", "all");
    let ran = frontrow.run("section story").ends_with(0);
    assert!(ran.out.contains("The lighthouse burns"), "{ran:?}");
}

#[test]
fn facts_and_one_text_sections_and_single_entries_are_sections_too() {
    let frontrow = Frontrow::with_sample();
    let ran = frontrow.run("section introduction").ends_with(0).quietly();
    assert_snapshot!(ran.out, @r"
    Introduction
    Glass Harbor (2014) · reviewed 2026-01-31

    A lighthouse keeper's daughter comes home to a town that has stopped talking to
    her. See Music.
    ");
    let ran = frontrow.run("section sound/music").ends_with(0).quietly();
    assert_snapshot!(ran.out, @r"
    Music
    Glass Harbor (2014) › Sound › Music

    An accordion, a choir of fishermen, and a review of both
    (https://example.org/review).

    Read the section: Sound
      frontrow section sound
    ");
    let ran = frontrow.run("section facts").ends_with(0).quietly();
    assert!(
        ran.out.contains("Glass Harbor was directed by Mara Quill."),
        "{ran:?}"
    );
}

#[test]
fn a_section_nobody_knows_gets_the_nearest() {
    let ran = Frontrow::with_sample().run("section storry").ends_with(2);
    assert_snapshot!(ran.err, @"frontrow: Glass Harbor (2014) has no section `storry`. Did you mean `story`?");
}

#[test]
fn links_lead_to_the_published_pages() {
    let frontrow = Frontrow::with_sample().set("PUBLIC_URL", "https://films.example/");
    let ran = frontrow.run("section faq/sad").ends_with(0);
    let end = "Read the section: The Story\n  https://films.example/glass-harbor/story\n";
    assert!(ran.out.ends_with(end), "{ran:?}");
}

#[test]
fn nothing_that_is_not_a_terminal_gets_colours() {
    let frontrow = Frontrow::with_sample();
    for line in [
        "section story",
        "films",
        "faq",
        "ask hello",
        "check",
        "section nothing",
    ] {
        let ran = frontrow.run(line);
        assert!(
            !format!("{}{}", ran.out, ran.err).contains('\x1b'),
            "{line}: {ran:?}"
        );
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let frontrow = Frontrow::with_sample();
    for line in [
        "section",
        "section facts",
        "schema",
        "completions bash",
        "check --json",
        "--help",
    ] {
        let mut child = frontrow
            .command(line)
            .stdin(Stdio::null())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut err = String::new();
        let mut stderr = child.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut err).expect("UTF-8");
        let status = child.wait().expect("the program ends");
        assert_eq!((status.code(), err.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn guides_may_be_elsewhere() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("here/fog.toml", FOG);
    assert_eq!(
        frontrow.run("films --guides here").ends_with(0).out,
        "Fog (fog)\n"
    );
    assert_eq!(
        frontrow.run("--guides here films").ends_with(0).out,
        "Fog (fog)\n"
    );
    let frontrow = frontrow.set("FRONTROW_GUIDES", "here");
    assert_eq!(frontrow.run("films").ends_with(0).out, "Fog (fog)\n");
    frontrow.run("films --guides faq").ends_with(1);
}

#[test]
fn a_missing_folder_is_named_with_how_to_begin() {
    let ran = Frontrow::in_empty_folder().run("ask hello").ends_with(1);
    assert!(
        ran.err.contains("faq") && ran.err.contains("frontrow new"),
        "{ran:?}"
    );
}

#[test]
fn the_schema_is_json_and_completions_are_a_script() {
    let frontrow = Frontrow::in_empty_folder();
    let ran = frontrow.run("schema").ends_with(0).quietly();
    let schema: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(schema["properties"]["film"].is_object(), "{schema}");
    for shell in ["bash", "zsh", "fish"] {
        let ran = frontrow
            .run(&format!("completions {shell}"))
            .ends_with(0)
            .quietly();
        assert!(ran.out.contains("frontrow"), "{shell}");
    }
}
