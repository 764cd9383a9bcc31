//! Mistakes in what a guide says: ids, references, sections, phrasings, lengths, dates.

use crate::harness::mistakes::{below, in_text, instead};

#[test]
fn ids_are_words_used_once_and_not_the_programs_own() {
    instead("id = \"setting\"", "id = \"The Setting\"", &["bad-id 12:6"]);
    instead("id = \"plot\"", "id = \"facts\"", &["reserved-id 8:6"]);
    let entry = "ask=['a','b','c']\ntitle='X'\n";
    below(
        &format!("[[section.entry]]\nid='setting'\n{entry}text='x'\n"),
        &["duplicate-id 2:4"],
    );
    below(
        &format!("[[section]]\nid='plot'\n{entry}text='x'\n"),
        &["duplicate-id 2:4"],
    );
    let faq = "[[faq]]\nid='f'\nquestion='F?'\nanswer='f'\n";
    below(
        &format!("{faq}ask=['a','b','c']\n{faq}ask=['d','e','f']\n"),
        &["duplicate-id 7:4"],
    );
}

#[test]
fn former_ids_lead_to_one_place() {
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nalso_id = 'place'",
        &[],
    );
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nalso_id = 'setting'",
        &["also-id-clash 14:11"],
    );
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nalso_id = ['a', 'plot/a']",
        &["also-id-clash 14:17"],
    );
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nalso_id = 'a/b/c'",
        &["bad-id 14:11"],
    );
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nalso_id = 'facts/x'",
        &["reserved-id 14:11"],
    );
    instead(
        "title = \"Plot\"",
        "title = \"Plot\"\nalso_id = 'plot'",
        &["also-id-clash 10:11"],
    );
    instead(
        "title = \"Plot\"",
        "title = \"Plot\"\nalso_id = ['faq']",
        &["reserved-id 10:12"],
    );
}

#[test]
fn references_lead_somewhere() {
    let faq = "[[faq]]\nid='f'\nquestion='F?'\nanswer='f'\nask=['a','b','c']\n";
    below(&format!("{faq}section='plott'\n"), &["unknown-section 6:9"]);
    below(
        &format!("{faq}sums_up='plot/seting'\n"),
        &["unknown-entry 6:9"],
    );
    below(
        &format!("{faq}section='plot'\nsums_up='plot/setting'\n"),
        &[],
    );
    let check = "[[check]]\nask='x'\n";
    below(
        &format!("{check}answer='plot/seting'\n"),
        &["unknown-entry 3:8"],
    );
    below(
        &format!("{check}answer=['plot/setting','plot']\n"),
        &["unknown-entry 3:24"],
    );
    below(
        &format!("{check}answer='facts/budget'\n"),
        &["unknown-entry 3:8"],
    );
    below(
        &format!("{check}answer=['plot/setting','none']\n"),
        &["none-among-answers 3:24"],
    );
}

#[test]
fn sections_have_a_text_or_entries() {
    instead(
        "title = \"Plot\"",
        "title = \"Plot\"\ntext = 'x'",
        &["text-and-entries 10:8"],
    );
    instead(
        "title = \"Plot\"",
        "title = \"Plot\"\nask = 'x'",
        &["ask-without-text 10:7"],
    );
    below("[[section]]\nid='x'\ntitle='X'\n", &["empty-section 1:1"]);
}

#[test]
fn phrasings_ask_for_one_entry() {
    let entry = "[[section.entry]]\nid='x'\ntitle='X'\ntext='x'\n";
    below(
        &format!("{entry}ask=['a','b','Where is it... SET?']\n"),
        &["repeated-phrasing 5:14"],
    );
    below(
        &format!("{entry}ask=['a','b','A!']\n"),
        &["repeated-phrasing 5:14"],
    );
    below(&format!("{entry}ask=['a','b']\n"), &["few-phrasings 1:1"]);
    below(entry, &["few-phrasings 1:1"]);
}

#[test]
fn texts_and_titles_can_be_shown() {
    let long = "x".repeat(81);
    instead(
        "title = \"Setting\"",
        &format!("title = \"{long}\""),
        &["title-too-long 13:9"],
    );
    instead(
        "title = \"The Tin Orchard\"",
        &format!("title = \"{long}\""),
        &["title-too-long 2:9"],
    );
    instead(
        "year = 1999",
        &format!("year = 1999\nnote = \"{long}\""),
        &["title-too-long 4:8"],
    );
    in_text(&"word ".repeat(701), &["text-too-long 0:6"]);
    in_text(&"word ".repeat(700), &[]);
}

#[test]
fn characters_can_be_seen() {
    instead(
        "title = \"Setting\"",
        r#"title = "Set\u0007ting""#,
        &["control-character 13:13"],
    );
    instead(
        "title = \"Setting\"",
        r#"title = "Set\nting""#,
        &["control-character 13:13"],
    );
    instead(
        "\"where is it set\"",
        r#""where\tis it""#,
        &["control-character 14:14"],
    );
    in_text("fine\nna\tme", &["control-character 2:3"]);
    in_text("turned \u{202e} around", &["control-character 1:8"]);
}

#[test]
fn spoiler_levels_are_known() {
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\nspoiler = 'endig'",
        &["unknown-spoiler-level 14:11"],
    );
}

#[test]
fn topics_are_known() {
    instead(
        "title = \"Setting\"",
        "title = \"Setting\"\ntopic = 'seting'",
        &["unknown-topic 14:9"],
    );
}

#[test]
fn reviews_are_younger_than_a_year() {
    let reviewed = "reviewed = 2026-11-01";
    instead(reviewed, "reviewed = 2025-11-30", &["old-review 5:12"]);
    instead(reviewed, "reviewed = 2025-12-01", &[]);
    instead(reviewed, "reviewed = 2027-01-01", &["future-review 5:12"]);
}
