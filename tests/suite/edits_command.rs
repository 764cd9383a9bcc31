//! `frontrow edits`: what was edited elsewhere is printed as TOML, or goes into the guide files where these pass.

use insta::assert_snapshot;

use crate::harness::edits::kept;
use crate::harness::program::{Frontrow, Ran};

const EDITS: &str = r#"
{"version":1,"film":"paper-lighthouse","kind":"phrasing","entry":"facts/director","text":"who made this"}
{"version":1,"server":"17","film":"paper-lighthouse","kind":"entry","entry":"story/setting","replaces":true,"title":"Setting","ask":["where is it set"],"spoiler":"mild","text":"On an island."}
{"version":1,"server":"17","film":"paper-lighthouse","kind":"hide","entry":"music"}
{"version":1,"server":"18","film":"glass-boat","kind":"film","title":"The Glass Boat","year":2011}
{"version":1,"server":"18","film":"glass-boat","kind":"fact","fact":"director","value":["Ida Holm"]}
{"version":1,"server":"17","film":"paper-lighthouse","kind":"phrasing","entry":"story/gone","text":"what is gone"}
"#;

fn with_edits(edits: &str) -> Frontrow {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/paper-lighthouse.toml", &kept());
    frontrow.write("edits.jsonl", edits);
    frontrow
}

#[test]
fn edits_are_printed_as_parts_of_guides() {
    let Ran { out, err, .. } = with_edits(EDITS)
        .run("edits --from edits.jsonl")
        .ends_with(0);
    assert_snapshot!(out);
    assert_snapshot!(err, @"paper-lighthouse/story/gone does not hold: the entry or its section is no longer in the guide.");
}

#[test]
fn edits_of_one_server_or_film_are_chosen() {
    let frontrow = with_edits(EDITS);
    let out = frontrow
        .run("edits --from edits.jsonl --server 18")
        .ends_with(0)
        .out;
    assert!(
        out.contains("for all servers")
            && out.contains("for server 18")
            && !out.contains("server 17")
    );
    let out = frontrow
        .run("edits --from edits.jsonl --film glass-boat")
        .ends_with(0)
        .out;
    assert!(out.contains("The Glass Boat") && !out.contains("paper"));
    let none = frontrow
        .run("edits --from edits.jsonl --film nothing")
        .ends_with(0)
        .out;
    assert_eq!(none, "There are no published edits.\n");
}

#[test]
fn edits_go_into_the_files_once() {
    let frontrow = with_edits(EDITS);
    let write = "edits --from edits.jsonl --server 17 --write";
    let ran = frontrow.run(write).ends_with(0);
    assert!(ran.out.contains("Wrote 3 edits into"), "{ran:?}");
    let text = frontrow.read("faq/paper-lighthouse.toml");
    assert!(
        text.contains("On an island.") && !text.contains("choir") && text.contains("# leads first")
    );
    assert!(text.contains(r#"director = ["whose film is this one", "who made this"]"#));
    frontrow.run("check faq").ends_with(0);
    let again = frontrow.run(write).ends_with(0);
    assert!(again.out.contains("says all of it already"), "{again:?}");
    assert_eq!(frontrow.read("faq/paper-lighthouse.toml"), text);
    let begun = frontrow
        .run("edits --from edits.jsonl --server 18 --write")
        .ends_with(0);
    assert!(begun.out.contains("glass-boat.toml"), "{begun:?}");
    assert!(
        frontrow
            .read("faq/glass-boat.toml")
            .contains("\ndirector = [\"Ida Holm\"]")
    );
}

#[test]
fn files_keep_their_line_ends() {
    let frontrow = with_edits(EDITS);
    frontrow.write("faq/paper-lighthouse.toml", &kept().replace('\n', "\r\n"));
    frontrow
        .run("edits --from edits.jsonl --server 17 --write")
        .ends_with(0);
    let text = frontrow.read("faq/paper-lighthouse.toml");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn nothing_is_written_that_would_not_pass() {
    let breaks = r#"{"version":1,"film":"paper-lighthouse","kind":"entry","entry":"story/ending","replaces":true,"title":"Catering","ask":["who cooked for the crew","what did the crew eat","was there soup"],"text":"Soup."}
{"version":1,"film":"glass-boat","kind":"film","title":"The Glass Boat"}"#;
    let frontrow = with_edits(breaks);
    let ran = frontrow
        .run("edits --from edits.jsonl --write")
        .ends_with(1);
    assert!(
        ran.err.contains("failed-check") && ran.err.contains("nothing is written"),
        "{ran:?}"
    );
    assert_eq!(frontrow.read("faq/paper-lighthouse.toml"), kept());
    assert!(!frontrow.path("faq/glass-boat.toml").exists());
    frontrow.write("faq/paper-lighthouse.toml", "[film");
    let ran = frontrow
        .run("edits --from edits.jsonl --write")
        .ends_with(1);
    assert!(
        ran.err.contains("toml-syntax") && ran.err.contains("the guides cannot be used"),
        "{ran:?}"
    );
    // What is wrong with other films is their matter.
    frontrow.write("faq/paper-lighthouse.toml", &kept());
    frontrow.write("faq/other.toml", "[film");
    frontrow
        .run("edits --from edits.jsonl --film glass-boat --write")
        .ends_with(0);
}

#[test]
fn a_command_line_that_makes_no_sense_says_what_to_do() {
    let frontrow = with_edits(EDITS);
    let said = |line: &str, code: i32| frontrow.run(line).ends_with(code).err;
    assert!(said("edits", 2).contains("--from"));
    assert!(said("edits --from edits.jsonl --write", 2).contains("--server with one of 17, 18"));
    assert!(said("edits --from nothing.jsonl", 1).contains("nothing.jsonl"));
    frontrow.write("broken.jsonl", "\n{\"version\": 9}");
    assert!(said("edits --from broken.jsonl", 1).contains("broken.jsonl:2: a newer frontrow"));
    said("edits --from edits.jsonl --server x", 2);
}
