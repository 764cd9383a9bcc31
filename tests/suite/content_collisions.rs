//! Phrasings that two entries claim are found by asking every one of them.

use frontrow::content::{LoadOptions, load};

use crate::harness::guides::{Folder, SOUND, found};

/// Checks which collisions there are in the sound guide with more lines below it.
#[track_caller]
fn check(more: &str, expected: &[&str]) {
    let folder = Folder::with(&format!("{SOUND}{more}"));
    let options = LoadOptions {
        collisions: true,
        ..LoadOptions::default()
    };
    let loaded = load(folder.path(), &options);
    let diagnostics = loaded.diagnostics();
    assert_eq!(
        found(diagnostics),
        expected,
        "{}",
        diagnostics.render(false)
    );
    assert!(
        folder.load().diagnostics().is_empty(),
        "found without being asked to look"
    );
}

const RIVAL: &str = r#"
[[faq]]
id = "where"
question = "Where is the story set?"
ask = ["where's it set", "in which country is it", "the story's place"]
answer = "On a farm."
"#;

#[test]
fn entries_that_ask_for_other_things_do_not_collide() {
    let other = "[[section.entry]]\nid = 'music'\ntitle = 'Music'\ntext = 'A choir.'\nask = ['soundtrack', 'who sings', 'score']\n";
    check(other, &[]);
}

#[test]
fn phrasings_on_which_two_entries_tie_are_shown() {
    let places = ["19:12", "20:8", "20:52"].map(|place| format!("collision a.toml:{place}"));
    check(RIVAL, &places.each_ref().map(String::as_str));
}

#[test]
fn an_answer_and_the_entry_it_sums_up_are_no_rivals() {
    check(&format!("{RIVAL}sums_up = 'plot/setting'\n"), &[]);
}
