//! Questions that the real guide answers, in all the ways in which people put them.

use crate::harness::asking::{RED_ROCKET, check_all};

#[track_caller]
fn check(rows: &[(&str, &str)]) {
    check_all(&RED_ROCKET, rows);
}

#[test]
fn plain_questions() {
    check(&[
        ("Who directed Red Rocket?", "facts/director"),
        ("who wrote it", "facts/writers"),
        ("When did it come out?", "facts/release-date"),
        ("How long is the film?", "facts/runtime"),
        ("What is it rated?", "facts/rating"),
        ("Who shot the film?", "facts/cinematographer"),
        ("What was the budget?", "facts/budget"),
        ("Which awards did it win?", "facts/awards"),
        ("What is the plot of Red Rocket?", "plot-summary"),
        (
            "Where is the film set?",
            "plot-synopsis/setting-and-background",
        ),
        ("Where was it filmed?", "behind-the-scenes/production"),
        (
            "What does the title mean?",
            "themes-and-motifs/motifs-and-symbols",
        ),
        ("What did the critics say?", "critical-reception/critics"),
        (
            "Is Red Rocket suitable for all audiences?",
            "faq/suitable-for-all-audiences",
        ),
    ]);
}

#[test]
fn questions_with_typos() {
    check(&[
        (
            "is red roket ok for kids?",
            "faq/suitable-for-all-audiences",
        ),
        ("who direcetd red rocket", "facts/director"),
        ("wat is teh plot of red rockt", "plot-summary"),
        ("whos the cinematografer", "facts/cinematographer"),
        ("whats the runtme of this movie", "facts/runtime"),
        (
            "waht does the titel mean",
            "themes-and-motifs/motifs-and-symbols",
        ),
        ("fan theroies", "fan-theories/popular-theories"),
        (
            "what is the sountrack like",
            "soundtrack-and-sound-design/music",
        ),
        ("whre was it flimed", "behind-the-scenes/production"),
        ("what did critcs think", "critical-reception/critics"),
    ]);
}

#[test]
fn fragments() {
    check(&[
        ("director", "facts/director"),
        ("runtime", "facts/runtime"),
        ("release date", "facts/release-date"),
        ("budget", "facts/budget"),
        ("soundtrack", "soundtrack-and-sound-design/music"),
        ("fan theories", "fan-theories/popular-theories"),
        (
            "color palette",
            "cinematography-and-visuals/color-lighting-and-framing",
        ),
        ("symbolism", "themes-and-motifs/motifs-and-symbols"),
        ("filming locations", "behind-the-scenes/production"),
        ("awards?", "facts/awards"),
    ]);
}

#[test]
fn other_words_for_the_same() {
    check(&[
        (
            "can I watch this with my children",
            "faq/suitable-for-all-audiences",
        ),
        ("how many minutes does this movie last", "facts/runtime"),
        ("who's the filmmaker", "facts/director"),
        (
            "which town does the story happen in",
            "plot-synopsis/setting-and-background",
        ),
        ("how much did the production cost", "facts/budget"),
        ("is it worth watching", "conclusion"),
        (
            "what songs are played in it",
            "soundtrack-and-sound-design/music",
        ),
        ("sound effects", "soundtrack-and-sound-design/sound-effects"),
    ]);
}

#[test]
fn what_stands_around_a_question_changes_nothing() {
    check(&[
        ("WHO DIRECTED RED ROCKET???", "facts/director"),
        ("<@81384788765712384> who directed it", "facts/director"),
        ("**who** directed ~~this~~ it 🎬🎬", "facts/director"),
        (
            "who directed it https://example.org/poster.png",
            "facts/director",
        ),
        (
            "sorry if this was asked before but who directed it, thanks!",
            "facts/director",
        ),
        ("\n\n  who   directed\tit  ", "facts/director"),
        ("ｗｈｏ ｄｉｒｅｃｔｅｄ ｉｔ", "facts/director"),
        ("Who’s the “director”?", "facts/director"),
        ("hey bot, who directed it?", "facts/director"),
        ("can you tell me who directed it please", "facts/director"),
    ]);
}

#[test]
fn two_entries_that_may_be_meant_are_both_offered() {
    check(&[(
        "tell me about mikey",
        "? character-analysis/main-character | plot-synopsis/main-characters",
    )]);
}
