//! Mistakes in the form of a guide file: TOML, keys, types, empty values.

use crate::harness::guides::{Folder, SOUND};
use crate::harness::mistakes::{below, check, instead};

#[test]
fn a_sound_guide_has_none() {
    check(SOUND, &[""; 0]);
}

#[test]
fn syntax_errors_of_a_file_are_all_shown() {
    instead("year = 1999", "year = 19x9", &["toml-syntax 3:8"]);
    check(
        &SOUND
            .replace("title = \"Plot\"", "title = \"Plot")
            .replace("year = 1999", "year 1999"),
        &["toml-syntax 3:6", "toml-syntax 9:14"],
    );
}

#[test]
fn a_syntax_error_hides_nothing_in_other_tables() {
    let text = SOUND.replace("title = \"Plot\"", "title = \"\"\"Plot");
    check(
        &format!("{text}spoler = 'mild'\n"),
        &["toml-syntax 9:9", "unknown-key 16:1"],
    );
    let text = SOUND.replace("\"place of the story\"]", "\"place of the story\"");
    check(
        &format!("{text}[[faq]]\nid='x'\nask=['a','b','c']\nanswer='x'\n"),
        &["toml-syntax 14:70", "missing-key 16:1"],
    );
    instead("[[section]]", "[[section", &["toml-syntax 7:10"]);
    instead(
        "id = \"setting\"",
        "id = \"setting\"\n]",
        &["toml-syntax 13:1"],
    );
}

#[test]
fn a_list_without_its_end_is_one_error() {
    instead(
        "year = 1999",
        "also = ['tin', 'orchard'\nyear = 1999",
        &["toml-syntax 3:25"],
    );
}

#[test]
fn keys_are_known_once_and_needed() {
    instead("year = 1999", "yaer = 1999", &["unknown-key 3:1"]);
    instead(
        "year = 1999",
        "year = 1999\nyear = 1999",
        &["toml-syntax 4:1"],
    );
    instead("title = \"The Tin Orchard\"\n", "", &["missing-key 1:1"]);
    instead("id = \"setting\"\n", "", &["missing-key 11:1"]);
    instead("title = \"Setting\"\n", "", &["missing-key 11:1"]);
    instead(
        "text = \"It is set on a farm of tin trees.\"\n",
        "",
        &["missing-key 11:1"],
    );
    below("[[check]]\nask = 'x'\n", &["missing-key 1:1"]);
    below("[[check]]\nanswer = 'none'\n", &["missing-key 1:1"]);
    below("[[secton]]\nid = 'x'\n", &["unknown-key 1:3"]);
    check("", &["missing-key 1:1", "no-entries 1:1"]);
}

#[test]
fn facts_are_asked_for_by_their_keys() {
    let asked =
        |lines: &str| format!("reviewed = 2026-11-01\nruntime_minutes = 94\n[film.ask]\n{lines}");
    let check = |lines: &str, expected: &[&str]| {
        instead("reviewed = 2026-11-01", &asked(lines), expected);
    };
    check("runtime_minutes = 'how long must I sit there'", &[]);
    check("year = ['how old is it']", &["unknown-key 8:1"]);
    check("runtime_minutes = 94", &["wrong-type 8:19"]);
    check("runtime_minutes = ['?']", &["empty-value 8:20"]);
    check(
        "runtime_minutes = ['Where is it set']",
        &["repeated-phrasing 8:20"],
    );
    check("budget = ['was it cheap']", &["unused-phrasings 8:11"]);
}

#[test]
fn values_have_the_right_type() {
    instead("year = 1999", "year = \"1999\"", &["wrong-type 3:8"]);
    instead("year = 1999", "also = ['x', 3]", &["wrong-type 3:14"]);
    instead("year = 1999", "cast = ['Mia Roth']", &["wrong-type 3:9"]);
    instead(
        "year = 1999",
        "cast = [{ role = 'Mia Roth' }]",
        &["missing-key 3:9"],
    );
    instead("title = \"Setting\"", "title = 3", &["wrong-type 13:9"]);
    instead("[film]", "[[film]]", &["wrong-type 1:1"]);
    instead("[[section]]", "[section]", &["wrong-type 7:1"]);
    instead("year = 1999", "faq = 'x'", &["unknown-key 3:1"]);
    instead(
        "reviewed = 2026-11-01",
        "reviewed = \"2026-11-01\"",
        &["bad-date 5:12"],
    );
    instead(
        "reviewed = 2026-11-01",
        "reviewed = 2026-13-01",
        &["bad-date 5:12"],
    );
    instead(
        "reviewed = 2026-11-01",
        "reviewed = 2026-11-01T10:00:00",
        &["bad-date 5:12"],
    );
}

#[test]
fn single_brackets_are_named_even_where_they_stand_twice() {
    let text = SOUND.replace("[[section]]", "[section]");
    let more = "[section]\nid='b'\ntitle='B'\ntext='B'\nask=['x','y','z']\n";
    check(
        &format!("{text}{more}"),
        &["wrong-type 7:1", "wrong-type 16:1"],
    );
}

#[test]
fn values_are_filled_in() {
    instead(
        "title = \"Setting\"",
        "title = \" \"",
        &["empty-value 13:9"],
    );
    instead("\"where is it set\"", "\"\"", &["empty-value 14:8"]);
    instead("\"where is it set\"", "\"?!\"", &["empty-value 14:8"]);
    below("[[check]]\nask = 'x'\nanswer = []\n", &["empty-value 3:10"]);
    below(
        "[[check]]\nask = ''\nanswer = 'none'\n",
        &["empty-value 2:7"],
    );
    instead("year = 1999", "rating = ''\ndirector = []", &[]);
}

#[test]
fn numbers_are_in_range() {
    instead("year = 1999", "year = 1799", &["bad-number 3:8"]);
    instead(
        "year = 1999",
        "year = 99999999999999999999",
        &["bad-number 3:8"],
    );
    instead("year = 1999", "runtime_minutes = 0", &["bad-number 3:19"]);
    instead("year = 1999", "runtime_minutes = -5", &["bad-number 3:19"]);
}

/// Checks what is said about one line of a guide that stands in place of its year.
#[track_caller]
fn helped(line: &str, help: &str) {
    let folder = Folder::with(&SOUND.replace("year = 1999", line));
    let loaded = folder.load();
    let found = loaded.diagnostics();
    assert!(
        found.iter().any(|one| one.help == help),
        "{line}\n{}",
        found.render(false)
    );
}

#[test]
fn what_people_write_instead_gets_the_right_line() {
    for (line, right) in [
        ("about = “Tin”", "about = \"Tin\""),
        ("also = [“tin”, “orchard”]", "also = [\"tin\", \"orchard\"]"),
        ("year: 1999", "year = 1999"),
        ("// a note", "# a note"),
        ("year = 1999 // a note", "year = 1999 # a note"),
        ("reviewed = 11/20/2026", "reviewed = 2026-11-20"),
        ("cast = [\"Mia Roth\"]", "cast = [{ actor = \"Mia Roth\" }]"),
        ("cast = 'Mia Roth'", "cast = [{ actor = \"Mia Roth\" }]"),
    ] {
        helped(line, &format!("write it so: {right}"));
    }
    let text = format!("{SOUND}[[entry]]\nid = \"x\"\ntitle = \"X\"\ntext = \"x\"\n");
    let loaded = Folder::with(&text).load();
    let shown = loaded.diagnostics().render(false);
    assert!(shown.contains("write [[section.entry]]"), "{shown}");
}

#[test]
fn what_nobody_has_filled_in_is_an_error() {
    instead(
        "\"It is set on a farm of tin trees.\"",
        "'Write here what the bot should answer.'",
        &["placeholder 15:8"],
    );
    instead("year = 1999", "director = ['Name']", &["placeholder 3:13"]);
    instead(
        "year = 1999",
        "cast = [{ actor = 'Mia Roth', role = 'Name of the role' }]",
        &["placeholder 3:38"],
    );
    instead(
        "year = 1999",
        "based_on = 'the novel Title by Name'",
        &["placeholder 3:12"],
    );
}

#[test]
fn a_slip_hides_none_of_those_below_it() {
    let lines = "year: 1999\n// a note\nreviewed = 11/20/2026\nalso = [\n  “tin”,\n  “orchard”,\n]\ncast = ['Mia Roth']\nyaer = 1";
    let text = SOUND.replace("year = 1999", lines);
    let text = text.replace("reviewed = 2026-11-01\n", "");
    check(
        &text,
        &[
            "toml-syntax 3:5",
            "toml-syntax 4:1",
            "toml-syntax 5:12",
            "toml-syntax 7:3",
            "toml-syntax 8:3",
            "wrong-type 10:9",
            "unknown-key 11:1",
        ],
    );
}
