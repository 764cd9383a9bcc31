//! `check`, `new`, and what happens to guides that are unsound.

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::conversation::Conversation;
use crate::harness::guides::SOUND;
use crate::harness::mistakes::TWELVE_MISTAKES;
use crate::harness::program::Frontrow;
use crate::harness::site::{address, get};

/// A guide with a mistake in its third line.
const BROKEN: &str = "[film]\ntitle = \"Fog\"\nyaer = 1980\n[[section]]\nid = \"a\"\ntitle = \"A\"\ntext = \"Grey.\"\n";

#[test]
fn a_review_of_today_is_no_review_to_come_anywhere_on_earth() {
    // The first two are ahead of most of the world, the last is as far ahead as a name of a zone can be.
    for zone in ["Pacific/Auckland", "Pacific/Kiritimati", "<+23>-23"] {
        let here = jiff::tz::TimeZone::get(zone).or_else(|_| jiff::tz::TimeZone::posix(zone));
        let today = jiff::Timestamp::now()
            .to_zoned_datetime(here.expect("a zone"))
            .date();
        let frontrow = Frontrow::in_empty_folder().set("TZ", zone);
        let guide = SOUND.replace("2026-11-01", &today.to_string());
        frontrow.write("faq/the-tin-orchard.toml", &guide);
        frontrow.run("check --strict").ends_with(0).quietly();
    }
}

#[test]
fn a_sound_guide_passes() {
    let ran = Frontrow::with_sample()
        .run("check --strict --today 2026-02-01")
        .ends_with(0)
        .quietly();
    let (_, summary) = ran.out.rsplit_once("\n\n").expect("what it leaves out");
    assert_snapshot!(summary, @"0 errors, 0 warnings, 0 notes. 1 guide, 4 sections, 11 entries, 21 phrasings, 0 checks.");
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

/// The first place where a day begins, and the last: when it begins at the first, it is two days earlier at the last.
#[test]
fn the_day_of_a_review_is_that_of_the_place_where_it_is_checked() {
    let (first, last) = ("Pacific/Kiritimati", "Etc/GMT+12");
    let today = jiff::ZonedDateTime::now()
        .in_tz(first)
        .expect("a time zone")
        .date();
    let reviewed = format!("[film]\ntitle = \"Fog\"\nreviewed = {today}\n");
    let found_in = |zone| {
        let frontrow = Frontrow::in_empty_folder().set("TZ", zone);
        frontrow.write(
            "faq/fog.toml",
            &BROKEN.replace("[film]\ntitle = \"Fog\"\nyaer = 1980\n", &reviewed),
        );
        frontrow.run("check").ends_with(0).out
    };
    let here = found_in(first);
    assert!(!here.contains("yet to come"), "{here}");
    let there = found_in(last);
    assert!(there.contains("yet to come"), "{there}");
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
fn twelve_mistakes_in_two_files_are_the_same_list_for_check_and_ask() {
    let frontrow = Frontrow::in_empty_folder();
    for (name, text) in TWELVE_MISTAKES {
        frontrow.write(&format!("faq/{name}"), text);
    }
    let checked = frontrow
        .run("check --today 2026-02-01")
        .ends_with(1)
        .quietly();
    let asked = frontrow.run("ask what happens").ends_with(1);
    assert_eq!(asked.out, "");
    let errors = |text: &str| -> Vec<String> {
        let blocks = text.split("\n\n");
        let errors = blocks.filter(|block| block.starts_with("error["));
        errors.map(str::to_owned).collect()
    };
    assert_eq!(errors(&checked.out), errors(&asked.err));
    assert_eq!(errors(&checked.out).len(), 12, "{}", checked.out);
    for place in ["faq/first.toml:3:1", "faq/second.toml:19:10"] {
        assert!(checked.out.contains(place), "{place}: {}", checked.out);
    }
}

/// An entry whose second phrasing is the sound guide's first in other letters.
const RIVAL: &str = "
[[faq]]
id = \"where\"
question = \"Is there a country?\"
ask = [\"what is it called\", \"where's it set\", \"does it exist\"]
answer = \"On a farm.\"
";

#[test]
fn phrasings_that_two_entries_claim_are_warnings() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/a.toml", &format!("{SOUND}{RIVAL}"));
    let ran = frontrow
        .run("check --today 2026-12-01")
        .ends_with(0)
        .quietly();
    assert!(
        ran.out.contains("warning[collision]") && ran.out.contains("the other entry"),
        "{ran:?}"
    );
    frontrow
        .run("check --strict --today 2026-12-01")
        .ends_with(1);
    // Nobody has to wait for the search before an answer, and nobody is told of its findings.
    frontrow
        .run("ask place of the story")
        .ends_with(0)
        .quietly();
}

#[test]
fn the_bot_starts_with_the_films_that_are_sound() {
    let frontrow = Frontrow::with_sample().set("FRONTROW_FILM", "fog");
    frontrow.write("faq/fog.toml", BROKEN);
    let running = Conversation::begin(&frontrow, "run");
    assert!(running.see_logged("faq/fog.toml:3:1: ").contains("ERROR"));
    assert!(running.see_logged("FRONTROW_FILM").contains("WARN"));
    let films = get(address(&running), "/api/films").json();
    assert_eq!(films["films"][0]["id"], "glass-harbor", "{films}");
    assert_eq!(films["films"][1], serde_json::Value::Null, "{films}");
}

#[test]
fn a_failing_check_keeps_every_command_but_the_bot_from_starting() {
    let frontrow = Frontrow::in_empty_folder();
    let check = "[[check]]\nask = \"who wrote it\"\nanswer = \"plot/setting\"\n";
    frontrow.write("faq/a.toml", &format!("{SOUND}\n{check}"));
    let ran = frontrow.run("chat").ends_with(1);
    assert!(ran.err.contains("error[failed-check]"), "{ran:?}");
    let running = Conversation::begin(&frontrow, "run");
    assert!(running.see_logged("faq/a.toml:18:7").contains("WARN"));
    get(address(&running), "/a").is(200);
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
fn a_new_guide_passes_once_it_is_filled_in_and_is_never_overwritten() {
    let frontrow = Frontrow::in_empty_folder();
    let ran = frontrow
        .run(r#"new "The Fog" --year 1980"#)
        .ends_with(0)
        .quietly();
    assert_eq!(
        ran.out,
        "Wrote faq/the-fog.toml. Fill it in, then run `frontrow check`.\n"
    );
    let ran = frontrow.run("check --today 2026-02-01").ends_with(1);
    assert!(ran.out.contains("error[placeholder]"), "{ran:?}");
    assert!(ran.out.contains("14 errors, 0 warnings,"), "{ran:?}");
    let begun = frontrow.read("faq/the-fog.toml");
    let filled = begun.replace("Write here what", "It is fog:");
    frontrow.write("faq/the-fog.toml", &filled);
    let ran = frontrow
        .run("check --strict --today 2026-02-01")
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

#[test]
fn a_new_guide_gets_a_name_that_check_accepts() {
    let frontrow = Frontrow::in_empty_folder();
    for (line, file) in [
        ("new Suspiria --year 1977", "suspiria"),
        ("new Suspiria --year 2018", "suspiria-2018"),
        ("new Chat", "chat-film"),
        ("new Chat --year 2010", "chat-2010"),
        (r#"new "8½""#, "8-1-2"),
    ] {
        let ran = frontrow.run(line).ends_with(0).quietly();
        assert!(
            ran.out.starts_with(&format!("Wrote faq/{file}.toml.")),
            "{ran:?}"
        );
    }
    frontrow.run("new Suspiria --year 1977").ends_with(1);
    frontrow.run("new Suspiria --year 2018").ends_with(1);
    frontrow.run("new Suspiria").ends_with(1);
}

#[test]
fn some_files_are_checked_alone() {
    let frontrow = Frontrow::with_sample();
    frontrow.write("faq/fog.toml", BROKEN);
    frontrow.write("faq/notes.txt", "not a guide");
    let ran = frontrow
        .run("check --strict --today 2026-02-01 faq/glass-harbor.toml faq/notes.txt")
        .ends_with(0);
    assert!(ran.out.contains("1 guide,"), "{ran:?}");
    let ran = frontrow
        .run("check --today 2026-02-01 faq/glass-harbor.toml faq/fog.toml")
        .ends_with(1);
    assert!(ran.out.contains("faq/fog.toml:3:1"), "{ran:?}");
    let ran = frontrow.run("check faq/fog.toml").ends_with(1);
    assert!(ran.out.contains("1 guide,"), "{ran:?}");
    let ran = frontrow
        .run("check faq/nothing.toml faq/fog.toml")
        .ends_with(1);
    assert!(ran.out.contains("faq/nothing.toml"), "{ran:?}");
}
