//! `frontrow import --into`: what is new is added, what is there stays; what other programs export; and what is said
//! where nothing can be made.

use crate::harness::program::{Frontrow, Ran, read};
use crate::import::{checked, with};

/// A guide that somebody keeps, with comments and an order of its own.
const KEPT: &str = "tests/data/import/kept.toml";

#[test]
fn what_is_new_goes_into_a_guide_that_is_there() {
    let kept = read(KEPT);
    let frontrow = with(&["marrow-lane.txt", "marrow-lane.csv"]);
    frontrow.write("faq/marrow-lane.toml", &kept);
    let line = "import marrow-lane.txt marrow-lane.csv --into marrow-lane";
    frontrow.run(line).ends_with(0);
    let guide = frontrow.read("faq/marrow-lane.toml");
    assert_eq!(guide, read("tests/data/import/kept-with-more.toml"));
    assert!(checked(&frontrow).starts_with("0 errors"));
    let ran = frontrow.run(line).ends_with(0);
    assert!(ran.out.contains("has all of it already"), "{ran:?}");
    assert_eq!(frontrow.read("faq/marrow-lane.toml"), guide);
}

#[test]
fn what_was_there_stays_in_its_order() {
    let kept = read(KEPT);
    let frontrow = with(&["marrow-lane.txt"]);
    frontrow.write("faq/marrow-lane.toml", &kept);
    frontrow
        .run("import marrow-lane.txt --into faq/marrow-lane.toml")
        .ends_with(0);
    let guide = frontrow.read("faq/marrow-lane.toml");
    let mut rest = guide.as_str();
    for line in kept.lines() {
        let at = rest
            .find(line)
            .unwrap_or_else(|| panic!("{line:?} is gone from\n{guide}"));
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn what_makes_no_guide_is_said() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("a.md", "# Only a heading\n");
    frontrow.write("1.md", "Words without a film.\n");
    frontrow.write("broken.json", "{");
    frontrow.write("faq/broken.toml", "[film\n");
    let said = |line: &str, code: i32| -> String {
        let Ran { err, .. } = frontrow.run(line).ends_with(code);
        err
    };
    assert!(said("import a.md --title A", 1).contains("a.md:1: the heading \"Only a heading\""));
    assert!(said("import broken.json --title A", 1).contains("broken.json:1: "));
    assert!(said("import 1.md", 1).contains("--title"));
    assert!(said("import 1.md --title 千", 2).contains("-o"));
    assert!(said("import 1.md --title A --year 80", 1).contains("a year is between"));
    assert!(said(&format!("import 1.md --title {}", "A".repeat(90)), 1).contains("at most 80"));
    assert!(said("import 1.md --into broken", 1).contains("line 1 of the guide"));
    assert!(said("import 1.md --into nothing", 1).contains("nothing.toml"));
    assert!(said("import nothing.md", 1).contains("nothing.md"));
    frontrow.run("import").ends_with(2);
}

/// Articles as other programs write them, and what the guide made of each has.
const EXPORTS: [(&str, &str, &[&str]); 5] = [
    (
        "document.html",
        "<p class=title><span>Dust Parade</span></p><h1><span>Story</span></h1><p><span>It is </span><b>1954.</b></p>\
         <h1>Questions</h1><ol><li>Who leads it?</li></ol><p>Oates.</p><ol start=2><li>Is it long?</li></ol><p>No.</p>",
        &[
            "title = \"Story\"",
            "It is **1954.**",
            "question = \"Who leads it?\"",
            "Oates.",
            "question = \"Is it long?\"",
        ],
    ),
    (
        "typed.txt",
        "DUST PARADE\n\nPLOT\nA parade.\n\nCAST\nOates: Bill Hurn\nMrs Dorr: Ellen Vail\n\nFAQ\n\nQ: Is it long?\nA: No.\n\n\
         When is it set?\nIn 1954.\n",
        &[
            "title = \"PLOT\"",
            "Oates: Bill Hurn\\\nMrs Dorr: Ellen Vail",
            "question = \"When is it set?\"",
            "In 1954.",
        ],
    ),
    (
        "notes.md",
        "# Dust Parade\n\n## Plot\n\nA parade.\n\n<aside>\nA box.\n\n</aside>\n\n## FAQ\n\n- Is it long?\n\n    No.\n\n\
         <details>\n<summary>Does he die?</summary>\n\nNo.\n\n</details>\n",
        &[
            "A box.",
            "question = \"Is it long?\"",
            "question = \"Does he die?\"",
        ],
    ),
    (
        "nested.yaml",
        "sections:\n- title: Plot\n  entries:\n  - title: Start\n    text: A parade.\n    ask: [how does it start]\n",
        &["id = \"start\"", "\"how does it start\""],
    ),
    (
        "plain.json",
        "{\"Is it long?\": \"No.\", \"Music\": \"Drums.\"}",
        &["question = \"Is it long?\"", "title = \"Music\""],
    ),
];

#[test]
fn what_other_programs_export_becomes_a_guide() {
    for (name, text, parts) in EXPORTS {
        let frontrow = Frontrow::in_empty_folder();
        frontrow.write(name, text);
        frontrow
            .run(&format!("import {name} --title \"Dust Parade\""))
            .ends_with(0);
        let guide = frontrow.read("faq/dust-parade.toml");
        for part in parts {
            assert!(guide.contains(part), "{part}\n{guide}");
        }
        assert!(!guide.contains("\"Introduction\""), "{guide}");
        assert!(checked(&frontrow).starts_with("0 errors"));
    }
}
