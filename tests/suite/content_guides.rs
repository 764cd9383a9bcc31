//! The sample guides of films that do not exist, which other tests ask questions about.

use frontrow::content::{LoadOptions, Severity, load, template};
use frontrow::guide::FACTS;

use crate::harness::asking::{check_all, library};
use crate::harness::guides::{Folder, TODAY, samples};

#[test]
fn nothing_is_wrong_with_the_sample_guides() {
    let options = LoadOptions {
        today: Some(TODAY),
        collisions: true,
        ..LoadOptions::default()
    };
    let loaded = load(&samples(), &options);
    let diagnostics = loaded.diagnostics();
    assert_eq!(
        diagnostics.count(Severity::Error),
        0,
        "{}",
        diagnostics.render(false)
    );
    let counts = loaded.counts();
    assert_eq!((counts.guides, counts.sections, counts.checks), (4, 7, 3));
}

#[test]
fn a_guide_is_read_into_the_program_s_own_words() {
    let library = load(&samples(), &LoadOptions::default()).lenient();
    let library = library.expect("sound guides").library;
    let film = library.film("the-glass-harbor-2016").expect("there");
    let guide = library.guide(film).expect("its guide");
    let ids: Vec<&str> = guide.entries().map(|entry| entry.id.as_str()).collect();
    insta::assert_snapshot!(ids.join("\n"), @r"
facts/director
facts/cast
facts/release-date
facts/runtime
facts/rating
facts/budget
facts/gross
plot/setting
plot/ending
production/filming
faq/remake
");
}

#[test]
fn former_ids_lead_to_what_they_are_called_today() {
    let library = load(&samples(), &LoadOptions::default()).lenient();
    let library = library.expect("sound guides").library;
    let film = library.film("the-glass-harbor-2016").expect("there");
    let guide = library.guide(film).expect("its guide");
    for (old, now) in [
        ("plot/finale", Some("plot/ending")),
        ("story/ending", Some("plot/ending")),
        ("story/finale", Some("plot/ending")),
        ("story/nothing", None),
        ("story", None),
    ] {
        let found = guide.entry(old).map(|entry| entry.id.as_str());
        assert_eq!(found, now, "{old}");
    }
    assert_eq!(
        guide.section("story").map(|section| section.id.as_str()),
        Some("plot")
    );
}

#[test]
fn a_new_guide_passes_the_check_once_it_is_filled_in() {
    let new = template("Amélie \"on\" the Roof", Some(2001)).expect("a sound title");
    assert_eq!(new.file_name, "amelie-on-the-roof.toml");
    let folder = Folder::new().file(&new.file_name, &new.text);
    let found = folder.load().strict().expect_err("nothing is filled in");
    let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, vec!["placeholder"; N_TEXTS]);
    let folder = Folder::new().file(&new.file_name, filled(&new.text));
    let sound = folder.load().strict().expect("no errors");
    assert_eq!(
        sound.library.guides()[0].film.label(),
        "Amélie \"on\" the Roof (2001)"
    );
    // With every example put to use it is still sound, but for those that name nobody.
    let all = uncommented(&new.text);
    let folder = Folder::new().file(&new.file_name, &all);
    let found = folder.load().lenient().expect_err("names of nobody");
    let n_unfilled = found.iter().filter(|one| one.code == "placeholder").count();
    assert_eq!(n_unfilled, found.count(Severity::Error));
    let folder = Folder::new().file(&new.file_name, filled(&all));
    let sound = folder.load().lenient().expect("sound but for the check");
    assert_eq!(sound.diagnostics.count(Severity::Error), 0);
    // Every fact there is, the texts, and a question of the film's own.
    let n_entries = sound.library.guides()[0].entries().count();
    assert_eq!(n_entries, FACTS.len() + N_TEXTS + 1);
}

/// The texts to be written in a new guide.
const N_TEXTS: usize = 14;

#[test]
fn what_nobody_needs_of_a_new_guide_is_taken_out_block_by_block() {
    let new = template("The Fog", Some(1980)).expect("a sound title");
    let filled = filled(&new.text);
    let blocks: Vec<&str> = filled.split("\n[[").collect();
    assert_eq!(blocks.len(), 1 + N_TEXTS + 2, "two sections have entries");
    for (gone, block) in blocks.iter().enumerate() {
        if !block.contains("On a roof.") {
            continue;
        }
        let rest = blocks.iter().enumerate().filter(|(at, _)| *at != gone);
        let rest: Vec<&str> = rest.map(|(_, block)| *block).collect();
        let loaded = Folder::with(&rest.join("\n[[")).load();
        let found = loaded.diagnostics();
        assert!(found.is_empty(), "{block}\n{}", found.render(false));
    }
}

#[test]
fn a_new_guide_answers_what_people_ask_about_any_film() {
    let new = template("The Fog", Some(1980)).expect("a sound title");
    let folder = Folder::with(&filled(&new.text));
    check_all(
        &library(folder.path()),
        &[
            ("when did it come out", "facts/release-date"),
            ("where is it set", "film/setting"),
            ("can someone explain the ending", "film/ending"),
            ("who are the main characters", "film/characters"),
            ("why is it called that", "meaning/title"),
            ("was it well received", "critics"),
            ("is it streaming anywhere", "watch"),
            ("can my kids watch it", "faq/children"),
            ("anything after the credits?", "faq/post-credits"),
            ("is there a sequel yet", "faq/sequel"),
            ("how much of it is true", "faq/true-story"),
            ("does the dog die", "~"),
        ],
    );
}

/// Returns a new guide with words of its own for those that stand in every new guide.
fn filled(text: &str) -> String {
    [
        ("Name of the actor", "Mia Roth"),
        ("Name of the role", "Ann"),
        ("Another Name", "Ida Holt"),
        ("\"Name\"", "\"Lea Crane\""),
        ("Title by Name", "Roofs by Lea Crane"),
        ("another name people use", "on the roof"),
        ("where-the-facts-come-from", "roof"),
        ("Write the answer here.", "It is."),
    ]
    .iter()
    .fold(written(text), |text, (old, new)| text.replace(old, new))
}

/// Returns a new guide with a text in place of each that is to be written.
fn written(text: &str) -> String {
    let mut parts = text.split("\"Write here what");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once('"'));
    rest.fold(first, |text, (_, rest)| text + "\"On a roof.\"" + rest)
}

/// Returns a new guide with every example in it put to use: those have no space after the `#`.
fn uncommented(text: &str) -> String {
    let used = |line: &str| {
        let example = line
            .strip_prefix('#')
            .filter(|rest| !rest.starts_with(' ') || rest.starts_with("  "));
        example.unwrap_or(line).to_owned()
    };
    text.lines().map(used).collect::<Vec<String>>().join("\n")
}
