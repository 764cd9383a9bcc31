//! A folder of guides becomes a library, or a list of everything that is in the way.

use frontrow::content::{LoadOptions, MAX_FILE_BYTES, Severity, load};

use crate::harness::guides::{Folder, SOUND, found};
use crate::harness::mistakes::TWELVE_MISTAKES;

#[test]
fn twelve_mistakes_in_two_files_are_shown_at_once() {
    let mut folder = Folder::new();
    for (name, text) in TWELVE_MISTAKES {
        folder = folder.file(name, text);
    }
    let errors = folder.load().strict().map(|_| ()).expect_err("mistakes");
    insta::assert_snapshot!(found(&errors).join("\n"), @r#"
unknown-key first.toml:3:1
wrong-type first.toml:4:19
bad-id first.toml:7:6
markup first.toml:10:25
unknown-spoiler-level first.toml:15:11
repeated-phrasing first.toml:16:26
unknown-entry first.toml:17:13
toml-syntax second.toml:2:16
unknown-section second.toml:9:11
missing-key second.toml:12:1
duplicate-id second.toml:13:6
unknown-entry second.toml:19:10
"#);
    assert_eq!(errors.count(Severity::Error), 12);
}

#[test]
fn a_problem_is_shown_with_its_line_and_what_to_do() {
    let folder = Folder::with(&SOUND.replace("year = 1999", "yaer = 1999"));
    let rendered = folder.load().diagnostics().render(false);
    let rendered = rendered.replace(&folder.path().display().to_string(), "faq");
    insta::assert_snapshot!(rendered, @r#"
error[unknown-key]: unknown key "yaer" in [film]
 --> faq/a.toml:3:1
  |
3 | yaer = 1999
  | ^^^^
  |
  = help: did you mean "year"?
"#);
}

#[test]
fn the_second_place_of_a_duplicate_is_shown_too() {
    let folder = Folder::with(SOUND).file("b.toml", SOUND);
    let rendered = folder.load().diagnostics().render(false);
    let rendered = rendered.replace(&folder.path().display().to_string(), "faq");
    insta::assert_snapshot!(rendered, @r#"
error[duplicate-film]: "The Tin Orchard" (1999) has a guide already
 --> faq/b.toml:2:9
  |
2 | title = "The Tin Orchard"
  |         ^^^^^^^^^^^^^^^^^
  |
 ::: faq/a.toml:2:9
  |
2 | title = "The Tin Orchard"
  |         ----------------- first here
  |
  = help: remove one of the guides, or tell the films apart: note = "director or country"
"#);
}

#[test]
fn a_terminal_obeys_nothing_that_a_guide_says() {
    let text = SOUND.replace(
        "where is it set",
        "where\u{1b}]0;owned\u{7} \u{202e}is it set",
    );
    let rendered = Folder::with(&text).load().diagnostics().render(false);
    let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!rendered.contains(obeyed), "{rendered:?}");
}

#[test]
fn a_mark_at_the_start_and_windows_line_ends_move_no_place() {
    let text = SOUND.replace("year", "yaer");
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let folder = Folder::with(&text);
    assert_eq!(
        found(folder.load().diagnostics()),
        ["unknown-key a.toml:3:1"]
    );
}

#[test]
fn windows_line_ends_do_not_get_into_texts() {
    let text = SOUND.replace(
        "\"It is set on a farm of tin trees.\"",
        "\"\"\"\none\n\ntwo\n\"\"\"",
    );
    let folder = Folder::with(&text.replace('\n', "\r\n"));
    let library = folder.load().strict().expect("a sound guide").library;
    let entry = library.guides()[0].entry("plot/setting").expect("there");
    assert_eq!(entry.text.source(), "one\n\ntwo");
}

#[test]
fn a_file_that_is_not_utf8_is_named_with_the_byte() {
    let mut bytes = b"[film]\ntitle = \"Am".to_vec();
    bytes.extend([0xe9, b'l', b'i', b'e', b'"']);
    let folder = Folder::new().file("amelie.toml", bytes);
    let loaded = folder.load();
    assert_eq!(found(loaded.diagnostics()), ["not-utf8 amelie.toml:2:12"]);
    let first = loaded.diagnostics().first_error().expect("an error");
    assert!(first.message.contains("byte 18"), "{}", first.message);
}

#[test]
fn a_file_that_is_too_big_is_refused_unread() {
    let folder = Folder::new().file("big.toml", vec![b'#'; MAX_FILE_BYTES as usize + 1]);
    assert_eq!(
        found(folder.load().diagnostics()),
        ["file-too-big big.toml:1:1"]
    );
}

#[test]
fn only_guides_are_read_and_the_rest_is_noted() {
    let folder = Folder::with(SOUND)
        .file("README.md", "hello")
        .file(".hidden.toml", "nonsense");
    std::fs::create_dir(folder.path().join("more.toml")).expect("a folder");
    let sound = folder.load().strict().expect("a sound guide");
    assert_eq!(found(&sound.diagnostics), ["ignored-file"; 3]);
    assert_eq!(sound.diagnostics.count(Severity::Note), 3);
}

#[test]
fn a_file_name_must_be_a_film_id() {
    let folder = Folder::new().file("My Film.toml", SOUND.replace("year", "yaer"));
    assert_eq!(
        found(folder.load().diagnostics()),
        [
            "bad-file-name My Film.toml:1:1",
            "unknown-key My Film.toml:3:1"
        ]
    );
}

#[test]
fn a_folder_that_is_missing_or_empty_says_how_to_begin() {
    let folder = Folder::new();
    let missing = folder.path().join("nowhere");
    for (dir, code) in [
        (missing.as_path(), "folder-missing"),
        (folder.path(), "no-guides"),
    ] {
        let errors = load(dir, &LoadOptions::default()).lenient();
        let errors = errors.map(|_| ()).expect_err("no guides");
        assert_eq!(found(&errors), [code]);
        let rendered = errors.render(false);
        assert!(rendered.contains("frontrow new"), "{rendered}");
        assert!(rendered.contains(&*dir.to_string_lossy()), "{rendered}");
    }
}

#[test]
fn the_same_film_twice_is_an_error_and_remakes_are_not() {
    let folder = Folder::with(SOUND).file("b.toml", SOUND);
    assert_eq!(
        found(folder.load().diagnostics()),
        ["duplicate-film b.toml:2:9"]
    );
    let folder = folder.file("b.toml", SOUND.replace("1999", "2019"));
    assert!(folder.load().diagnostics().is_empty());
    // A copy is the one too many, though its name comes first by its letters.
    let folder = Folder::with(SOUND).file("a-copy.toml", SOUND);
    assert_eq!(
        found(folder.load().diagnostics()),
        ["duplicate-film a-copy.toml:2:9"]
    );
}

#[test]
fn a_strict_load_refuses_and_a_lenient_one_serves_what_is_sound() {
    let folder = Folder::with(SOUND).file("b.toml", "[film]\ntitle = 3\n");
    assert!(folder.load().strict().is_err());
    let sound = folder.load().lenient().expect("one film is sound");
    assert_eq!(sound.library.guides().len(), 1);
    assert_eq!(sound.diagnostics.count(Severity::Error), 1);
    folder.remove("a.toml");
    assert!(folder.load().lenient().is_err());
}

#[test]
fn a_check_that_fails_is_an_error_for_most_and_a_warning_at_start() {
    let check = "[[check]]\nask = \"recipe for bread\"\nanswer = \"plot/setting\"\n";
    let folder = Folder::with(&format!("{SOUND}{check}"));
    let errors = folder
        .load()
        .strict()
        .map(|_| ())
        .expect_err("a failing check");
    assert_eq!(found(&errors), ["failed-check a.toml:17:7"]);
    let message = &errors.first_error().expect("an error").message;
    assert!(message.contains("confidence"), "{message}");
    let sound = folder.load().lenient().expect("served all the same");
    assert_eq!(sound.diagnostics.count(Severity::Error), 0);
    assert_eq!(sound.diagnostics.count(Severity::Warning), 1);
}

#[test]
fn a_check_may_have_several_questions_and_each_fails_on_its_own() {
    let check = "[[check]]\nask = [\"where is it set\", \"recipe for bread\",\n  \"bread\"]\nanswer = \"plot/setting\"\n";
    let folder = Folder::with(&format!("{SOUND}{check}"));
    let loaded = folder.load();
    assert_eq!(
        found(loaded.diagnostics()),
        ["failed-check a.toml:17:27", "failed-check a.toml:18:3"]
    );
    let rendered = loaded.diagnostics().render(false);
    for question in ["\"recipe for bread\"", "\"bread\""] {
        let marked = format!(" {}\n", "^".repeat(question.len()));
        assert!(rendered.contains(&marked), "{question}: {rendered}");
    }
}

#[test]
fn silence_can_be_checked_too() {
    let check = "[[check]]\nask = \"recipe for bread\"\nanswer = \"none\"\n";
    let folder = Folder::with(&format!("{SOUND}{check}"));
    assert!(folder.load().diagnostics().is_empty());
}

#[test]
fn diagnostics_leave_the_program_as_flat_objects() {
    let folder = Folder::with(&SOUND.replace("year", "yaer"));
    let records = folder.load().diagnostics().records();
    let mut json = serde_json::to_value(&records).expect("plain data");
    json[0]["file"] = "a.toml".into();
    insta::assert_snapshot!(json, @r#"
[{"code":"unknown-key","column":1,"file":"a.toml","help":"did you mean \"year\"?","line":3,"message":"unknown key \"yaer\" in [film]","severity":"error"}]
"#);
}
