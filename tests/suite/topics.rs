//! Topics and texts: a guide written in a hurry answers what people ask about any film, and what its texts say.

use crate::harness::asking::{RED_ROCKET, check_all, library};
use crate::harness::guides::Folder;
use crate::harness::program::Frontrow;

/// A guide without a single phrasing.
const HURRIED: &str = r#"[film]
title = "The Copper Heron"
year = 1998
director = ["Ulla Maddox"]
composer = ["Teodor Quill"]
cast = [{ actor = "Wanda Priddy", role = "Sister Oriel" }, { actor = "Jarek Stamm", role = "The Ferryman" }]

[[section]]
id = "all"
title = "All of It"

[[section.entry]]
id = "tunes"
title = "Organ and Saw"
topic = "music-score"
text = "It was written for a pump organ and recorded in one night in a chapel in Gdansk."

[[section.entry]]
id = "clothes"
title = "Costumes"
text = "Everything was dyed with walnut shells. The habits weighed nine kilos when wet."

[[section.entry]]
id = "quarrel"
title = "Two Brothers"
text = "They have not spoken since their father left the mill to a walrus hunter. Neither of them can swim."
"#;

#[test]
fn a_topic_answers_what_people_ask_about_any_film() {
    let folder = Folder::with(HURRIED);
    check_all(
        &library(folder.path()),
        &[
            ("is there a theme that keeps coming back", "all/tunes"),
            ("who designed the costumes", "all/clothes"),
            ("where can i stream it", "~"),
        ],
    );
}

#[test]
fn what_only_a_text_says_is_found_by_its_rare_words() {
    let folder = Folder::with(HURRIED);
    check_all(
        &library(folder.path()),
        &[
            ("who is the walrus hunter", "all/quarrel"),
            ("what did they use walnut shells for", "all/clothes"),
        ],
    );
}

#[test]
fn a_name_in_the_facts_answers_alone() {
    let folder = Folder::with(HURRIED);
    check_all(
        &library(folder.path()),
        &[
            ("wanda priddy", "facts/cast"),
            ("is jarek stamm in it", "facts/cast"),
            ("who is sister oriel", "facts/cast"),
            ("teodor quill", "facts/composer"),
            ("who is ulla maddox", "facts/director"),
            ("who is batman", "~"),
        ],
    );
    check_all(
        &RED_ROCKET,
        &[
            (
                "who is strawberry",
                "facts/cast or plot-synopsis/main-characters",
            ),
            ("bree elrod", "facts/cast"),
            ("is simon rex in it", "facts/cast"),
        ],
    );
}

#[test]
fn the_topics_are_listed_with_the_entries_that_claim_them() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write("faq/the-copper-heron.toml", HURRIED);
    let all = frontrow.run("topics").ends_with(0).quietly().out;
    assert!(
        all.contains("music-score") && all.contains("where-to-watch"),
        "{all}"
    );
    let ran = frontrow
        .run("topics --film the-copper-heron")
        .ends_with(0)
        .quietly();
    let claimed = |topic: &str, entry: &str| {
        let mut lines = ran.out.lines();
        lines.any(|line| line.starts_with(topic) && line.ends_with(entry))
    };
    assert!(claimed("music-score", "all/tunes"), "{}", ran.out);
    assert!(claimed("costumes", "all/clothes"), "{}", ran.out);
    assert!(claimed("director", "facts/director"), "{}", ran.out);
    assert!(
        ran.out.contains("Not covered: ") && ran.out.contains("ending"),
        "{}",
        ran.out
    );
}

#[test]
fn an_unknown_topic_is_named_with_the_one_that_may_be_meant() {
    let frontrow = Frontrow::in_empty_folder();
    let wrong = HURRIED.replace("\"music-score\"", "\"musik-score\"");
    frontrow.write("faq/the-copper-heron.toml", &wrong);
    let ran = frontrow.run("check").ends_with(1);
    for part in [
        "\"musik-score\" is no topic",
        "did you mean \"music-score\"?",
    ] {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
}

#[test]
fn a_long_text_begins_with_the_sentence_that_was_asked_for() {
    let frontrow = Frontrow::in_empty_folder();
    let long = format!(
        "{} Their aunt was a walrus hunter. {}",
        "The mill stands by the river, and every spring the river comes in.".repeat(4),
        "In winter nobody comes by for weeks on end.".repeat(5),
    );
    let guide = HURRIED.replace("text = \"They have", &format!("text = \"{long} They have"));
    frontrow.write("faq/the-copper-heron.toml", &guide);
    let ran = frontrow.run("ask who was the walrus hunter").ends_with(0);
    let text = ran.out.split("Two Brothers").last().expect("a text").trim();
    assert!(
        text.starts_with("Their aunt was a walrus hunter."),
        "{}",
        ran.out
    );
}
