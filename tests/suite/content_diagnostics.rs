//! Every mistake a guide can have, and where it is shown.

use frontrow::content::Severity;

use crate::harness::guides::{Folder, SOUND, found};

/// Checks that a guide has exactly these errors and warnings, each as `code line:column`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let folder = Folder::with(text);
    let loaded = folder.load();
    let diagnostics = loaded.diagnostics();
    let shown = found(diagnostics);
    let found: Vec<String> = shown
        .iter()
        .zip(diagnostics.iter())
        .filter(|(_, one)| one.severity != Severity::Note)
        .map(|(shown, _)| shown.replace("a.toml:", ""))
        .collect();
    assert_eq!(found, expected, "{text}\n{}", diagnostics.render(false));
}

/// Checks the sound guide with more lines below it; `expected` counts lines from the first of these.
#[track_caller]
fn below(more: &str, expected: &[&str]) {
    let before = SOUND.lines().count();
    let expected: Vec<String> = expected
        .iter()
        .map(|one| {
            let (code, place) = one.split_once(' ').expect("code line:column");
            let (line, column) = place.split_once(':').expect("line:column");
            let line: usize = line.parse().expect("a line");
            format!("{code} {}:{column}", line + before)
        })
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check(&format!("{SOUND}{more}"), &expected);
}

/// Checks the sound guide with one line replaced.
#[track_caller]
fn instead(line: &str, other: &str, expected: &[&str]) {
    assert!(SOUND.contains(line), "{line}");
    check(&SOUND.replace(line, other), expected);
}

/// Checks a text in an entry; places are counted in the text, whose first line is 1.
#[track_caller]
fn in_text(text: &str, expected: &[&str]) {
    let entry = "[[section.entry]]\nid='x'\ntitle='X'\nask=['one','two','three']\ntext='''\n";
    let lines = entry.lines().count();
    let expected: Vec<String> = expected
        .iter()
        .map(|one| {
            let (code, place) = one.split_once(' ').expect("code line:column");
            let (line, column) = place.split_once(':').expect("line:column");
            format!(
                "{code} {}:{column}",
                line.parse::<usize>().expect("a line") + lines
            )
        })
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    below(&format!("{entry}{text}\n'''\n"), &expected);
}

#[test]
fn a_sound_guide_has_none() {
    check(SOUND, &[]);
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
fn values_have_the_right_type() {
    instead("year = 1999", "year = \"1999\"", &["wrong-type 3:8"]);
    instead("year = 1999", "also = ['x', 3]", &["wrong-type 3:14"]);
    instead("year = 1999", "cast = ['Mia Roth']", &["wrong-type 3:9"]);
    instead(
        "year = 1999",
        "cast = [{ actor = 'Mia Roth' }]",
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
fn reviews_are_younger_than_a_year() {
    let reviewed = "reviewed = 2026-11-01";
    instead(reviewed, "reviewed = 2025-11-30", &["old-review 5:12"]);
    instead(reviewed, "reviewed = 2025-12-01", &[]);
    instead(reviewed, "reviewed = 2027-01-01", &["future-review 5:12"]);
}

#[test]
fn links_are_sound() {
    let source = "source = \"https://example.org/tin-orchard\"";
    instead(
        source,
        "source = \"http://example.org\"",
        &["http-link 4:10"],
    );
    instead(source, "source = \"example.org\"", &["link-scheme 4:10"]);
    in_text("a [b](https://example.org/x_(y)) c", &[]);
    in_text("a [b](entry:plot/setting) c", &[]);
    in_text("one\na [b](entry:plot/seting) c", &["unknown-entry 2:3"]);
    in_text("a [b](http://example.org)", &["http-link 1:3"]);
    in_text("see http://example.org.", &["http-link 1:5"]);
    in_text("see https://example.org.", &[]);
    in_text("a [b](ftp://example.org)", &["link-scheme 1:3"]);
    in_text("a [b](https://exa mple.org)", &["malformed-link 1:3"]);
    in_text("a [b](https://example)", &["malformed-link 1:3"]);
    in_text("a [](https://example.org)", &["malformed-link 1:3"]);
    in_text("a [b]()", &["malformed-link 1:3"]);
    in_text(
        "a [b][c]\n\n[c]: https://example.org",
        &["malformed-link 1:3", "malformed-link 3:1"],
    );
    in_text("a <https://example.org>", &["malformed-link 1:3"]);
}

#[test]
fn texts_have_plain_markup_only() {
    in_text(
        "**bold** and *italic*\n\n- one\n- two\n\n1. first\n2. second",
        &[],
    );
    in_text("a < b, 3 > 2, ~20 to ~30, I <3 it, 5 * 3 * 2", &[]);
    for (text, place) in [
        ("# heading", "1:1"),
        ("heading\n---", "1:1"),
        ("one\n\n***\n\ntwo", "3:1"),
        ("a ![b](https://example.org/c.png)", "1:3"),
        ("a `b`", "1:3"),
        ("one\n\n    indented", "3:5"),
        ("```\ncode\n```", "1:1"),
        ("a <b>c", "1:3"),
        ("<div>\nx\n</div>", "1:1"),
        ("a | b\n--|--\nc | d", "1:1"),
        ("> quote", "1:1"),
        ("a ~~b~~ c", "1:3"),
        ("a[^1]\n\n[^1]: b", "1:2"),
        ("-# small", "1:1"),
        ("- [ ] task", "1:3"),
    ] {
        in_text_first(text, &format!("markup {place}"));
    }
}

/// Checks the first diagnostic of a text; some kinds of markup are two at once.
#[track_caller]
fn in_text_first(text: &str, expected: &str) {
    let head =
        format!("{SOUND}[[section.entry]]\nid='x'\ntitle='X'\nask=['a','b','c']\ntext='''\n");
    let (code, place) = expected.split_once(' ').expect("code line:column");
    let (line, column) = place.split_once(':').expect("line:column");
    let line = line.parse::<usize>().expect("a line") + head.lines().count();
    let loaded = Folder::with(&format!("{head}{text}\n'''\n")).load();
    let first = found(loaded.diagnostics()).into_iter().next();
    assert_eq!(
        first,
        Some(format!("{code} a.toml:{line}:{column}")),
        "{text}"
    );
}

#[test]
fn chat_markup_is_refused_in_texts_and_titles() {
    in_text(
        "ask <@123>,\n@everyone or <#5>",
        &["chat-markup 1:5", "chat-markup 2:1", "chat-markup 2:14"],
    );
    in_text("he ||dies||", &["chat-markup 1:4", "chat-markup 1:10"]);
    in_text("so <:fun:123>", &["chat-markup 1:4"]);
    instead(
        "title = \"Setting\"",
        "title = \"Ask @here\"",
        &["chat-markup 13:14"],
    );
}
