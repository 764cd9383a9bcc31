//! Libraries with edits: a server with edits is answered from its guides everywhere, all others from what they share.

use std::sync::Arc;

use frontrow::answer::{Decision, ScopedQuestion};
use frontrow::app::{LibraryVariants, ServerEdits};
use frontrow::chat::{self, CardPart};
use frontrow::content::Reloader;
use frontrow::content::edits::{Edit, edited_library};
use frontrow::guide::{FilmIndex, Guide};
use frontrow::library::Library;

use crate::harness::asking::{RED_ROCKET, check_all, check_question, library};
use crate::harness::chat::{ADA, context, title};
use crate::harness::edits::{KEPT, edit, edit_of, edits, film_id, kept, kept_library, parked_of};
use crate::harness::guides::{Folder, samples};
use crate::harness::program::read;

/// Edits of every kind, as one server may have them.
const CHANGES: [&str; 7] = [
    r#"{"kind": "entry", "entry": "story/setting", "replaces": true, "title": "Where It Plays",
        "ask": ["where is it set", "which harbour is it"], "text": "In a harbour town called Zorvik."}"#,
    r#"{"kind": "entry", "entry": "making/paper", "new_section": "Making", "title": "The Paper",
        "ask": ["how was the lighthouse folded", "what paper did they use"], "text": "Folded from old sea charts."}"#,
    r#"{"kind": "hide", "entry": "music"}"#,
    r#"{"kind": "phrasing", "entry": "facts/director", "text": "which genius is behind this"}"#,
    r#"{"kind": "fact", "fact": "composer", "value": ["Ylva Brandt"]}"#,
    r#"{"kind": "faq", "entry": "faq/dog", "question": "Does the dog survive?",
        "ask": ["does the dog die", "is the dog okay"], "answer": "The dog is fine."}"#,
    r#"{"kind": "fact", "fact": "budget", "value": null}"#,
];

fn edited(base: &Library, edits: &[Edit]) -> Library {
    let edited = edited_library(base, edits);
    assert_eq!(edited.parked, []);
    edited.library.expect("edits that change something")
}

/// Returns the library of the samples and the guide that is edited.
fn with_samples() -> Library {
    let folder = Folder::new().file("paper-lighthouse.toml", kept());
    for file in std::fs::read_dir(samples()).expect("samples").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a guide");
        folder.write(&file.file_name().to_string_lossy(), text);
    }
    library(folder.path())
}

#[test]
fn questions_are_answered_from_the_edited_guide() {
    let base: &Library = &KEPT;
    let library = edited(base, &edits(&CHANGES));
    check_all(
        &library,
        &[
            ("which harbour is it", "story/setting"),
            ("what is in zorvik", "? story/setting"),
            ("wich harbor is it", "story/setting"),
            ("what paper did they use", "making/paper"),
            (
                "was it folded from sea charts",
                "making/paper or ? making/paper",
            ),
            ("which genius is behind this", "facts/director"),
            ("who composed it", "facts/composer"),
            ("who is Ylva Brandt", "facts/composer"),
            ("does the dog die", "faq/dog"),
            ("how does it end", "story/ending"),
            ("is it a sad film", "faq/sad"),
            ("what did it cost", "~"),
        ],
    );
    check_all(base, &[("does the dog die", "~"), ("who composed it", "~")]);
}

#[test]
fn several_films_are_told_apart_with_edits_as_without() {
    let base = with_samples();
    let mut all = edits(&CHANGES);
    all.push(edit_of(
        "zebra-parade",
        r#"{"kind": "film", "title": "The Zebra Parade", "year": 2003}"#,
    ));
    all.push(edit_of(
        "zebra-parade",
        r#"{"kind": "fact", "fact": "director", "value": ["Olle Grip"]}"#,
    ));
    let library = edited(&base, &all);
    check_all(
        &library,
        &[
            (
                "who directed the zebra parade",
                "zebra-parade:facts/director",
            ),
            (
                "who directed the zebar parade",
                "zebra-parade:facts/director",
            ),
            (
                "when did Zebra Parade come out",
                "zebra-parade:facts/release-date",
            ),
            (
                "who directed The Paper Lighthouse",
                "paper-lighthouse:facts/director",
            ),
            (
                "does the dog die in the paper lighthouse",
                "paper-lighthouse:faq/dog",
            ),
            (
                "how was the lighthouse folded",
                "paper-lighthouse:making/paper",
            ),
            (
                "how does The Paper Lighthouse end",
                "paper-lighthouse:story/ending",
            ),
        ],
    );
    let zebra = library.film("zebra-parade").expect("a film");
    assert_eq!(library.film_called("zebra parade 2003"), Some(zebra));
    let asked = ScopedQuestion {
        text: "who made it",
        film: Some(zebra),
        ..ScopedQuestion::default()
    };
    check_question(&library, &asked, "zebra-parade:facts/director");
    for (film, guide) in base.films() {
        assert_eq!(library.guide(film).map(|guide| &guide.id), Some(&guide.id));
    }
}

#[test]
fn what_is_shared_ranks_as_in_a_library_of_its_own() {
    let rocket = RED_ROCKET.guides()[0].as_ref();
    let change =
        r#"{"kind": "phrasing", "entry": "facts/director", "text": "which genius is behind this"}"#;
    let all = [edit_of("red-rocket", change)];
    let laid_over = edited(&RED_ROCKET, &all);
    let guide: Guide = laid_over.guides()[0].as_ref().clone();
    assert_ne!(&guide, rocket);
    let rebuilt = Library::build(vec![guide], &[]);
    let questions = read("tests/data/red_rocket/tune.tsv");
    let mut n_asked = 0;
    let mut others = Vec::new();
    for line in questions.lines().filter(|line| !line.starts_with('#')) {
        let text = line.split('\t').next().unwrap_or_default();
        let question = ScopedQuestion {
            text,
            ..ScopedQuestion::default()
        };
        let ids = |library: &Library| {
            let answer = library.ask(&question);
            let hits: Vec<String> = answer
                .hits
                .iter()
                .map(|hit| hit.entry.to_string())
                .collect();
            (answer.decision, hits)
        };
        n_asked += 1;
        if ids(&laid_over) != ids(&rebuilt) {
            others.push(text.to_owned());
        }
    }
    // One phrasing more changes how common a word is, by less than a decision in two hundred turns on.
    assert!(
        n_asked > 100 && others.len() * 200 <= n_asked,
        "{n_asked}: {others:#?}"
    );
}

#[test]
fn guides_are_looked_through_with_their_edits() {
    let base: &Library = &KEPT;
    let library = edited(base, &edits(&CHANGES));
    let context = context(&library);
    let opened = chat::open_section(&context, None, Some("making"), ADA).message;
    assert_eq!(title(&opened), "Making");
    let gone = chat::open_section(&context, None, Some("music"), ADA).message;
    assert_ne!(title_of(&gone), Some("Music"));
    let offered = chat::offer_sections(&context, None, "paper");
    assert!(
        offered
            .iter()
            .any(|choice| choice.label.contains("The Paper")),
        "{offered:?}"
    );
    let offered = chat::offer_questions(&context, None, "dog");
    assert_eq!(offered[0].label, "Does the dog survive?");
    let ending = chat::open_section(&context, None, Some("story/ending"), ADA).message;
    assert!(ending.card.is_some());
    let setting = chat::open_section(&context, None, Some("story/setting"), ADA).message;
    let parts = setting.card.expect("a card").parts;
    let says = |part: &CardPart| format!("{part:?}").contains("Zorvik");
    assert!(parts.iter().any(says), "{parts:?}");
}

fn title_of(message: &chat::Message) -> Option<&str> {
    message.card.as_ref().map(|card| card.title.as_str())
}

#[test]
fn an_edited_library_costs_what_differs() {
    let edits: Vec<Edit> = (0..3)
        .map(|n| {
            let change = format!(
                r#"{{"kind": "phrasing", "entry": "facts/director", "text": "which genius number {n} is behind this"}}"#
            );
            edit_of("red-rocket", &change)
        })
        .collect();
    let library = edited(&RED_ROCKET, &edits);
    let n_bytes = library.n_own_bytes(&RED_ROCKET);
    assert!((2_000..60_000).contains(&n_bytes), "{n_bytes}");
    let (before, after) = (&RED_ROCKET.guides()[0], &library.guides()[0]);
    let shared = before.sections[1]
        .entries
        .iter()
        .zip(&after.sections[1].entries);
    assert!(
        shared
            .into_iter()
            .all(|(before, after)| Arc::ptr_eq(before, after))
    );
}

#[test]
fn servers_without_edits_share_one_library() {
    let base = Arc::clone(&KEPT);
    let variants = LibraryVariants::default();
    let none = variants.library_for(&base, &ServerEdits::default());
    assert!(Arc::ptr_eq(&none, &base));
    let nothing = ServerEdits::new(vec![edit(r#"{"kind": "hide", "entry": "story/nothing"}"#)]);
    assert!(Arc::ptr_eq(&variants.library_for(&base, &nothing), &base));
}

#[test]
fn a_server_keeps_its_library_until_its_edits_or_the_guides_change() {
    let base = Arc::new(kept_library());
    let variants = LibraryVariants::default();
    let few = ServerEdits::new(edits(&CHANGES[..2]));
    let more = ServerEdits::new(edits(&CHANGES));
    let first = variants.library_for(&base, &few);
    assert!(Arc::ptr_eq(&first, &variants.library_for(&base, &few)));
    let second = variants.library_for(&base, &more);
    assert_ne!(first.revision(), second.revision());
    assert_ne!(first.revision(), base.revision());
    assert!(variants.n_bytes() > 0);
    let reloaded = Arc::new(with_samples());
    let third = variants.library_for(&reloaded, &few);
    assert_eq!(third.guides().len(), reloaded.guides().len());
    // Nothing holds on to the library that was there before, once somebody asks.
    let (few_before, more_before) = (Arc::downgrade(&first), Arc::downgrade(&second));
    drop((first, second));
    assert!(few_before.upgrade().is_none() && more_before.upgrade().is_none());
    variants.library_for(&base, &few);
    assert!(variants.n_bytes() > 0);
    variants.library_for(&reloaded, &ServerEdits::default());
    assert_eq!(variants.n_bytes(), 0);
    let gone = r#"{"kind": "phrasing", "entry": "story/gone", "text": "what is gone"}"#;
    let parked = ServerEdits::new(edits(&[gone, CHANGES[0]]));
    assert_eq!(
        parked_of(&variants.parked_for(&reloaded, &parked)),
        [(0, "gone".to_owned())]
    );
}

#[test]
fn five_hundred_servers_with_edits_fit_into_the_room() {
    let base = Arc::new(library(&crate::harness::program::project("faq")));
    let variants = LibraryVariants::default();
    let server = |number: usize| {
        let change = format!(
            r#"{{"kind": "phrasing", "entry": "facts/director", "text": "which genius of server {number} made it"}}"#
        );
        ServerEdits::new(vec![edit_of("red-rocket", &change)])
    };
    let first = variants.library_for(&base, &server(0));
    let per_server = variants.n_bytes();
    assert!(per_server < 40_000, "{per_server}");
    // In a small room the oldest make way, and are made again.
    let small = LibraryVariants::with_room(per_server * 6);
    for number in 0..40 {
        let library = small.library_for(&base, &server(number));
        let text = format!("which genius of server {number} made it");
        let answer = library.ask(&ScopedQuestion {
            text: &text,
            ..ScopedQuestion::default()
        });
        assert_eq!(answer.decision, Decision::Confident);
    }
    assert!(small.n_bytes() <= per_server * 6);
    assert_eq!(
        small.library_for(&base, &server(0)).revision(),
        first.revision()
    );
}

#[test]
fn edits_are_tried_out_beside_those_that_hold() {
    let base = Arc::clone(&KEPT);
    let variants = LibraryVariants::default();
    let held = ServerEdits::new(edits(&CHANGES[..2]));
    let taught = r#"{"kind": "phrasing", "entry": "making/paper", "text": "which harbour is it"}"#;
    let tried = variants.try_edit(&base, &held, &edit(taught));
    assert_eq!(tried.problems[0].code, "repeated-phrasing");
    assert_eq!(tried.problems[0].other.as_deref(), Some("Where It Plays"));
    let alone = variants.try_edit(&base, &ServerEdits::default(), &edit(taught));
    assert_eq!(alone.problems[0].code, "gone");
}

#[test]
fn edits_for_everybody_are_part_of_what_all_share() {
    let folder = Folder::new().file("paper-lighthouse.toml", kept());
    let sound = folder.load().strict().expect("a sound guide");
    let live = Reloader::new(folder.path(), sound, Arc::default());
    let gone = r#"{"kind": "phrasing", "entry": "story/gone", "text": "what is gone"}"#;
    let mut all = edits(&CHANGES[..2]);
    all.push(edit(gone));
    all.push(edit_of(
        "zebra-parade",
        r#"{"kind": "film", "title": "The Zebra Parade", "year": 2003}"#,
    ));
    let reloaded = live.replace_edits(all).expect("sound guides");
    assert_eq!(reloaded.changes.to_string(), "2 added, 1 changed");
    assert_eq!(parked_of(&reloaded.parked), [(2, "gone".to_owned())]);
    check_all(
        &live.current(),
        &[(
            "which harbour is it in the paper lighthouse",
            "paper-lighthouse:story/setting",
        )],
    );
    // A reload of the files keeps them.
    folder.write(
        "paper-lighthouse.toml",
        kept().replace("Ida Holm", "Ida Holms"),
    );
    live.reload().expect("a good edit");
    let library = live.current();
    let film = library
        .film("paper-lighthouse")
        .unwrap_or(FilmIndex::new(9));
    assert!(
        library
            .guide(film)
            .expect("there")
            .entry("making/paper")
            .is_some()
    );
    // What is exported has them, with the comments of the file.
    let own = edits(&[r#"{"kind": "hide", "entry": "music"}"#]);
    let text = live
        .export_guide(&film_id("paper-lighthouse"), &own)
        .expect("a guide");
    assert!(text.contains("# leads first") && text.contains("Zorvik") && !text.contains("choir"));
    assert!(
        live.export_guide(&film_id("zebra-parade"), &[])
            .expect("a guide")
            .contains("Zebra")
    );
    assert_eq!(live.export_guide(&film_id("nothing"), &[]), None);
    // A broken file does not: what answers is exported then.
    folder.write("paper-lighthouse.toml", "[film");
    let text = live
        .export_guide(&film_id("paper-lighthouse"), &own)
        .expect("a guide");
    assert!(text.contains("Ida Holms") && !text.contains('#'), "{text}");
}
