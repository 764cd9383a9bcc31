//! The sample guides of films that do not exist, which other tests ask questions about.

use frontrow::content::{LoadOptions, Severity, load, template};
use frontrow::guide::FACTS;

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
    assert_eq!(codes, ["placeholder"]);
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
    // Every fact there is, a section's entry and a question.
    let n_entries = sound.library.guides()[0].entries().count();
    assert_eq!(n_entries, FACTS.len() + 2);
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
        ("Write here what the bot should answer.", "A roof."),
        ("Write the answer here.", "It is."),
    ]
    .iter()
    .fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
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
