//! Edits laid over a guide file: what they change, what stays as it is, and which of them no longer hold.

use std::sync::Arc;

use frontrow::content::edits::{
    Edit, EditLines, EditSource, PayloadError, PublishedEdit, lay_over_guide,
};
use frontrow::guide::{EntryKind, FactKind, FactValue, Guide, Spoiler};

use crate::harness::edits::{
    FILM, KEPT, edit, edit_of, edited, edits, film_id, kept, laid_over, laid_over_text, parked,
};

/// Adds an entry to a section that is there.
const ADDS: &str = r#"{"kind": "entry", "entry": "story/keeper", "title": "The Keeper",
    "ask": ["who is the keeper"], "spoiler": "none", "text": "An old man."}"#;
/// Says an entry anew.
const REPLACES: &str = r#"{"kind": "entry", "entry": "story/setting", "replaces": true, "title": "Setting",
    "ask": ["where is it set", "what year does it play in", "which sea is it"], "spoiler": "mild",
    "text": "A lighthouse of *paper* on an island in the north."}"#;
/// Hides an entry that other parts refer to.
const HIDES: &str = r#"{"kind": "hide", "entry": "story/ending"}"#;

/// Returns the lines of the guide that changes take away, and those that they add.
fn changed(changes: &[&str]) -> (Vec<String>, Vec<String>) {
    let (before, after) = (kept(), laid_over(changes).text);
    let lines = |text: &str, other: &str| -> Vec<String> {
        let mut left: Vec<&str> = other.lines().collect();
        let mut own = Vec::new();
        for line in text.lines() {
            match left.iter().position(|other| *other == line) {
                Some(at) => drop(left.remove(at)),
                None => own.push(line.to_owned()),
            }
        }
        own
    };
    (lines(&before, &after), lines(&after, &before))
}

#[test]
fn an_entry_is_added_where_it_belongs() {
    let guide = edited(&[ADDS]);
    let ids: Vec<&str> = guide.sections[1]
        .entries
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(ids, ["story/setting", "story/ending", "story/keeper"]);
    let entry = guide.entry("story/keeper").expect("there");
    assert_eq!(entry.spoiler, Spoiler::None, "its section is mild");
    let (gone, _) = changed(&[ADDS]);
    assert_eq!(gone, [""; 0]);
}

#[test]
fn an_entry_is_said_anew_and_keeps_its_comments() {
    let (gone, new) = changed(&[REPLACES]);
    assert_eq!(gone, ["    \"which island is it\","]);
    assert_eq!(new, ["    \"which sea is it\","]);
    assert!(
        laid_over(&[REPLACES])
            .text
            .contains("    # the time\n    \"what year")
    );
}

#[test]
fn what_an_edit_does_not_change_stays_as_it_is_written() {
    for nothing in [
        r#"{"kind": "fact", "fact": "runtime_minutes", "value": 94}"#,
        r#"{"kind": "fact", "fact": "director", "value": ["Ida Holm"]}"#,
        r#"{"kind": "fact", "fact": "cast", "value": [{"actor": "Nils Ekman", "role": "The Keeper"}, {"actor": "Tova Lind"}]}"#,
        r#"{"kind": "phrasing", "entry": "story/setting", "text": "Where is it set?"}"#,
        r#"{"kind": "phrasing", "entry": "faq/sad", "text": "is it a sad film"}"#,
        r#"{"kind": "phrasing", "entry": "facts/director", "text": "Whose film is this one?"}"#,
        r#"{"kind": "hide", "entry": "story/nothing"}"#,
        r#"{"kind": "fact", "fact": "gross", "value": null}"#,
        r#"{"kind": "film", "title": "The Paper Lighthouse", "year": 2009}"#,
    ] {
        let laid_over = laid_over(&[nothing]);
        assert_eq!(laid_over.text, kept(), "{nothing}");
        assert_eq!(laid_over.parked, [], "{nothing}");
    }
}

#[test]
fn facts_are_filled_in_and_emptied() {
    let guide = edited(&[
        r#"{"kind": "fact", "fact": "runtime_minutes", "value": 95}"#,
        r#"{"kind": "fact", "fact": "budget", "value": null}"#,
        r#"{"kind": "fact", "fact": "cast", "value": [{"actor": "Tova Lind", "role": "Mina"}]}"#,
        r#"{"kind": "fact", "fact": "genre", "value": ["drama", "fable"]}"#,
    ]);
    let fact = |kind| guide.film.facts.get(kind);
    assert_eq!(fact(FactKind::Runtime), Some(&FactValue::Minutes(95)));
    assert_eq!(fact(FactKind::Budget), None);
    assert_eq!(guide.film.facts.names(FactKind::Genre), ["drama", "fable"]);
    assert_eq!(guide.film.facts.cast()[0].role.as_deref(), Some("Mina"));
    let (_, new) = changed(&[r#"{"kind": "fact", "fact": "runtime_minutes", "value": 95}"#]);
    assert_eq!(new, ["runtime_minutes = 95 # without the short before it"]);
}

#[test]
fn what_is_hidden_leaves_nothing_that_leads_nowhere() {
    let guide = edited(&[HIDES]);
    assert!(guide.entry("story/ending").is_none());
    let faq = guide.entry("faq/sad").expect("there");
    assert_eq!(faq.sums_up(), None);
    let checks: Vec<&str> = guide
        .checks
        .iter()
        .map(|check| check.ask.as_str())
        .collect();
    assert_eq!(checks, ["is it sad"]);
    assert_eq!(guide.checks[0].answers.len(), 1);
    let text = laid_over(&[HIDES]).text;
    assert!(text.contains("# The ending is withheld.") && text.ends_with("# The last word.\n"));
}

#[test]
fn a_section_without_entries_is_gone_with_its_last() {
    let guide = edited(&[HIDES, r#"{"kind": "hide", "entry": "story/setting"}"#]);
    assert!(guide.section("story").is_none());
    let faq = guide.entry("faq/sad").expect("there");
    assert_eq!(
        faq.kind,
        EntryKind::Faq {
            section: None,
            sums_up: None
        }
    );
    assert!(
        edited(&[r#"{"kind": "hide", "entry": "music"}"#])
            .section("music")
            .is_none()
    );
}

#[test]
fn facts_are_hidden_with_their_phrasings() {
    let guide = edited(&[r#"{"kind": "hide", "entry": "facts/director"}"#]);
    assert!(guide.entry("facts/director").is_none() && guide.film.ask.is_empty());
    let year = laid_over(&[r#"{"kind": "hide", "entry": "facts/release-date"}"#]);
    assert_eq!(parked(&year), [(0, "from year".to_owned())]);
}

#[test]
fn phrasings_are_taught_to_every_kind_of_entry() {
    for id in [
        "story/setting",
        "music",
        "faq/sad",
        "facts/director",
        "facts/release-date",
    ] {
        let taught =
            format!(r#"{{"kind": "phrasing", "entry": "{id}", "text": "tell me that thing"}}"#);
        let guide = edited(&[&taught]);
        let entry = guide.entry(id).expect("there");
        assert_eq!(
            entry.ask.last().map(String::as_str),
            Some("tell me that thing"),
            "{id}"
        );
    }
}

#[test]
fn former_ids_lead_to_the_entries_of_today() {
    let guide = edited(&[r#"{"kind": "phrasing", "entry": "plot/setting", "text": "the place"}"#]);
    assert!(
        guide
            .entry("story/setting")
            .expect("there")
            .ask
            .contains(&"the place".to_owned())
    );
}

#[test]
fn an_edit_whose_entry_is_gone_is_parked_and_the_others_hold() {
    let laid_over = laid_over(&[
        r#"{"kind": "entry", "entry": "story/gone", "replaces": true, "title": "X", "text": "X"}"#,
        ADDS,
        r#"{"kind": "entry", "entry": "nowhere/x", "title": "X", "text": "X"}"#,
        r#"{"kind": "phrasing", "entry": "facts/gross", "text": "how much did it make"}"#,
        HIDES,
        r#"{"kind": "phrasing", "entry": "story/ending", "text": "the last scene"}"#,
        r#"{"kind": "faq", "entry": "faq/gone", "replaces": true, "question": "X?", "answer": "X"}"#,
    ]);
    let gone = [0, 2, 3, 5, 6].map(|number| (number, "gone".to_owned()));
    assert_eq!(parked(&laid_over), gone);
    let guide = laid_over.guide.expect("sound");
    assert!(guide.entry("story/keeper").is_some() && guide.entry("story/ending").is_none());
}

#[test]
fn an_edit_that_makes_the_guide_unsound_is_parked_and_the_others_hold() {
    let long = format!(
        r#"{{"kind": "entry", "entry": "story/long", "title": "{}", "text": "X"}}"#,
        "x".repeat(90)
    );
    let links = r#"{"kind": "entry", "entry": "story/links", "title": "Links", "text": "See [him](entry:story/keeper)."}"#;
    let laid_over = laid_over(&[
        links,
        &long,
        ADDS,
        r#"{"kind": "phrasing", "entry": "music", "text": "how does it end"}"#,
    ]);
    assert_eq!(
        parked(&laid_over),
        [
            (1, "title-too-long".to_owned()),
            (3, "repeated-phrasing".to_owned())
        ]
    );
    let guide = laid_over.guide.expect("sound");
    // It leads to an entry that a later edit adds.
    assert!(guide.entry("story/links").is_some() && guide.entry("story/keeper").is_some());
}

#[test]
fn a_film_is_begun_by_its_first_edit() {
    let begun = [
        edit_of(
            "glass-boat",
            r#"{"kind": "film", "title": "The \"Glass\" Boat", "year": 2011, "also": ["Boat"]}"#,
        ),
        edit_of(
            "glass-boat",
            r#"{"kind": "entry", "entry": "story/sea", "new_section": "Story", "title": "The Sea", "text": "Calm."}"#,
        ),
        edit_of(
            "glass-boat",
            r#"{"kind": "entry", "entry": "sound", "new_section": "Sound", "title": "Sound", "text": "Loud."}"#,
        ),
        edit(ADDS),
    ];
    let laid_over = lay_over_guide(&film_id("glass-boat"), None, &begun);
    assert_eq!(laid_over.parked, []);
    let guide = laid_over.guide.expect("sound");
    assert_eq!(guide.film.label(), "The \"Glass\" Boat (2011)");
    let sections: Vec<&str> = guide
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(sections, ["facts", "story", "sound"]);
    let none = lay_over_guide(&film_id("glass-boat"), None, &begun[1..]);
    assert_eq!(none.guide, None);
    assert_eq!(none.parked.len(), 2);
}

#[test]
fn an_unsound_file_takes_no_edits() {
    let file = kept().replace("title = \"Setting\"", "titel = \"Setting\"");
    let file = frontrow::content::SourceFile::new("paper-lighthouse.toml".as_ref(), &file);
    let found = frontrow::content::edits::lay_over_file(file, &edits(&[ADDS]));
    assert!(
        found
            .expect_err("unsound")
            .render(false)
            .contains("missing-key")
    );
}

#[test]
fn guides_in_other_forms_of_toml_are_edited_too() {
    let text = r#"film = { title = "Tin" }
section = [{ id = "plot", title = "Plot", entry = [{ id = "end", title = "End", text = "It ends." }] }]
faq = [{ id = "why", question = "Why?", answer = "So." }]
"#;
    let laid_over = laid_over_text(
        text,
        &[
            r#"{"kind": "entry", "entry": "plot/end", "replaces": true, "title": "The End", "text": "It ends well."}"#,
            r#"{"kind": "entry", "entry": "plot/start", "title": "The Start", "text": "It starts."}"#,
            r#"{"kind": "phrasing", "entry": "faq/why", "text": "how come"}"#,
            r#"{"kind": "fact", "fact": "director", "value": ["Ida Holm"]}"#,
        ],
    );
    assert_eq!(laid_over.parked, []);
    let guide = laid_over.guide.expect("sound");
    assert_eq!(
        guide.entry("plot/end").map(|entry| entry.title.as_str()),
        Some("The End")
    );
    assert!(guide.entry("plot/start").is_some() && guide.entry("facts/director").is_some());
    assert_eq!(guide.entry("faq/why").expect("there").ask, ["how come"]);
}

#[test]
fn a_guide_without_its_file_takes_the_same_edits() {
    let guide = KEPT.guides()[0].as_ref();
    let all = edits(&[
        ADDS,
        REPLACES,
        HIDES,
        r#"{"kind": "phrasing", "entry": "music", "text": "the choir"}"#,
    ]);
    let of_guide = lay_over_guide(&film_id(FILM), Some(guide), &all)
        .guide
        .expect("sound");
    let of_file = edited(&[
        ADDS,
        REPLACES,
        HIDES,
        r#"{"kind": "phrasing", "entry": "music", "text": "the choir"}"#,
    ]);
    assert_eq!(without_places(of_guide), without_places(of_file));
    let unchanged = lay_over_guide(&film_id(FILM), Some(guide), &[])
        .guide
        .expect("sound");
    assert_eq!(without_places(unchanged), without_places(guide.clone()));
}

/// Leaves out where the checks of a guide stand in their file.
fn without_places(mut guide: Guide) -> Guide {
    Arc::make_mut(&mut guide.checks)
        .iter_mut()
        .for_each(|check| check.offset = 0);
    guide
}

#[test]
fn payloads_are_read_back_and_newer_ones_are_named() {
    for change in [ADDS, REPLACES, HIDES] {
        let edit = edit(change);
        assert_eq!(Edit::from_payload(&edit.to_payload()), Ok(edit));
    }
    insta::assert_snapshot!(
        edit(HIDES).to_payload(),
        @r#"{"version":1,"film":"paper-lighthouse","kind":"hide","entry":"story/ending"}"#
    );
    let newer = edit(HIDES)
        .to_payload()
        .replace("\"version\":1", "\"version\":2");
    assert_eq!(Edit::from_payload(&newer), Err(PayloadError::Newer(2)));
    for malformed in [
        "",
        "{}",
        r#"{"version":1,"film":"A B","kind":"hide","entry":"a/b"}"#,
        r#"{"version":1,"film":"a","kind":"hide","entry":"a/b/c"}"#,
        r#"{"version":1,"film":"a","kind":"fact","fact":"colour","value":1}"#,
        r#"{"version":1,"film":"a","kind":"dance"}"#,
    ] {
        let error = Edit::from_payload(malformed);
        assert!(
            matches!(error, Err(PayloadError::Malformed(_))),
            "{malformed}"
        );
    }
}

#[test]
fn lines_of_edits_say_which_server_they_are_for() {
    let published = [
        PublishedEdit {
            server: None,
            edit: edit(HIDES),
        },
        PublishedEdit {
            server: Some(1_100_000_000_000_000_000),
            edit: edit(ADDS),
        },
    ];
    let text: Vec<String> = published.iter().map(PublishedEdit::to_line).collect();
    let text = text.join("\n\n");
    let lines = EditLines {
        name: "e.jsonl",
        text: &text,
    };
    assert_eq!(lines.published_edits().as_deref(), Ok(&published[..]));
    let broken = EditLines {
        name: "e.jsonl",
        text: "\n{\"server\": \"x\"}",
    };
    let error = broken.published_edits().expect_err("broken").to_string();
    assert_eq!(
        error,
        "e.jsonl:2: this is no edit: \"x\" is no server's number"
    );
}
