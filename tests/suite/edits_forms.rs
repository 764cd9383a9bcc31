//! Forms: what people type into the fields of one becomes an edit, or it is said which field cannot be understood.

use frontrow::content::Severity;
use frontrow::content::edits::{
    EditField, EntryForm, FaqForm, FilmForm, GuideChange, entry_edit, fact_edit, faq_edit,
    filled_in, filled_in_fact, film_edit, judge_edit, phrasing_edit,
};
use frontrow::guide::{EntryId, FACTS, FactKind};
use frontrow::library::Library;

use crate::edits_judged::told;
use crate::harness::edits::KEPT;

#[test]
fn a_form_is_read_as_people_fill_it_in() {
    let library: &Library = &KEPT;
    let guide = library.guides()[0].as_ref();
    let form = EntryForm {
        section: "STORY",
        title: "  The   Keeper's Dog ",
        phrasings: "- what about the dog\r\n\r\n* who is the dog\nWhat about the DOG?",
        text: "\nIt barks.\r\n\r\nIt lives.\n",
        spoiler: "Ending",
        ..EntryForm::default()
    };
    let made = entry_edit(guide, &form).expect("understood");
    let GuideChange::Entry(entry) = &made.change else {
        panic!("{made:?}");
    };
    assert_eq!(entry.entry.as_str(), "story/the-keepers-dog");
    assert_eq!(entry.title, "The Keeper's Dog");
    assert_eq!(entry.ask, ["what about the dog", "who is the dog"]);
    assert_eq!(entry.text, "It barks.\n\nIt lives.");
    assert_eq!(
        (entry.spoiler.as_str(), &entry.new_section),
        ("ending", &None)
    );
    assert!(judge_edit(library, &made).1.is_some());
    let new = EntryForm {
        section: "Behind the Scenes",
        title: "Setting",
        text: "X",
        ..form
    };
    let made = entry_edit(guide, &new).expect("understood");
    assert_eq!(
        made.entry().expect("an entry").as_str(),
        "behind-the-scenes/setting"
    );
    let taken = EntryForm {
        section: "plot",
        title: "Setting",
        ..form
    };
    let made = entry_edit(guide, &taken).expect("understood");
    assert_eq!(made.entry().expect("an entry").as_str(), "story/setting-2");
}

#[test]
fn a_form_that_cannot_be_understood_says_where() {
    let library: &Library = &KEPT;
    let guide = library.guides()[0].as_ref();
    let problems = entry_edit(
        guide,
        &EntryForm {
            spoiler: "endng",
            ..EntryForm::default()
        },
    );
    let problems = problems.expect_err("nothing is filled in");
    let fields: Vec<EditField> = problems.iter().map(|problem| problem.field).collect();
    use EditField::{Section, Spoiler, Text, Title};
    assert_eq!(fields, [Title, Text, Spoiler, Section]);
    assert!(told(&problems, Severity::Error)[2].contains("Did you mean ending?"));
    let facts = EntryForm {
        section: "facts",
        title: "X",
        text: "X",
        ..EntryForm::default()
    };
    let problems = entry_edit(guide, &facts).expect_err("no section of entries");
    assert_eq!(
        told(&problems, Severity::Error),
        ["Section: The bot makes a section of that name itself. Choose another section."]
    );
    let problems = fact_edit(guide, FactKind::Runtime, "long").expect_err("no number");
    assert!(told(&problems, Severity::Error)[0].starts_with("Value: \"long\" is no running time."));
    let film = FilmForm {
        title: "千",
        year: "soon",
        ..FilmForm::default()
    };
    let problems = film_edit(library, &film).expect_err("no year");
    assert_eq!(problems[0].field, EditField::Year);
    let film = FilmForm {
        title: "千",
        ..FilmForm::default()
    };
    let problems = film_edit(library, &film).expect_err("no file name");
    assert_eq!(problems[0].code, "bad-file-name");
}

#[test]
fn a_form_filled_in_from_the_guide_changes_nothing() {
    let library: &Library = &KEPT;
    let guide = library.guides()[0].as_ref();
    for id in ["story/setting", "story/ending", "music"] {
        let section = guide.section(EntryId::opaque(id).section()).expect("there");
        let entry = guide.entry(id).expect("there");
        let filled = filled_in(section, entry);
        let form = EntryForm {
            entry: Some(&entry.id),
            section: &filled.section,
            title: &filled.title,
            phrasings: &filled.phrasings,
            text: &filled.text,
            spoiler: filled.spoiler,
            topics: None,
        };
        let edit = entry_edit(guide, &form).expect("understood");
        assert_eq!(judge_edit(library, &edit).0[0].code, "no-change", "{id}");
    }
    let section = guide.section("faq").expect("there");
    let filled = filled_in(section, &section.entries[0]);
    let form = FaqForm {
        entry: Some(&section.entries[0].id),
        question: &filled.title,
        phrasings: &filled.phrasings,
        answer: &filled.text,
        section: &filled.section,
        spoiler: filled.spoiler,
        topics: None,
    };
    let edit = faq_edit(guide, &form).expect("understood");
    assert_eq!(judge_edit(library, &edit).0[0].code, "no-change");
    for fact in FACTS {
        let typed = filled_in_fact(guide, fact.kind);
        let edit = fact_edit(guide, fact.kind, &typed).expect("understood");
        assert_eq!(
            judge_edit(library, &edit).0[0].code,
            "no-change",
            "{}",
            fact.key
        );
    }
}

#[test]
fn questions_films_and_phrasings_come_from_forms_too() {
    let library: &Library = &KEPT;
    let guide = library.guides()[0].as_ref();
    let form = FaqForm {
        question: "Is it a  long film?",
        answer: "No.",
        section: "Story",
        ..FaqForm::default()
    };
    let made = faq_edit(guide, &form).expect("understood");
    let GuideChange::Faq(faq) = &made.change else {
        panic!("{made:?}");
    };
    assert_eq!(
        (faq.entry.as_str(), faq.section.as_deref()),
        ("faq/long-film", Some("story"))
    );
    let film = FilmForm {
        title: "Paper Lighthouse",
        year: " 2020",
        names: "PL\nthe lighthouse",
        ..FilmForm::default()
    };
    let made = film_edit(library, &film).expect("understood");
    // The plain id is the other film's.
    assert_eq!(made.film.as_str(), "paper-lighthouse-2020");
    assert!(judge_edit(library, &made).1.is_some());
    let taught = phrasing_edit(guide, &EntryId::opaque("plot/setting"), " where\nis  it ");
    assert_eq!(taught.entry().expect("an entry").as_str(), "story/setting");
    assert!(judge_edit(library, &taught).1.is_some());
}
