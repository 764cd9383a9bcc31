//! Facts: each row of their table is answered at every surface, from a guide that has them all.

use frontrow::guide::{EntryKind, FACTS};
use frontrow::health::Health;
use frontrow::search::topics;

use crate::harness::asking::{RED_ROCKET, check_all, library};
use crate::harness::discord::Discord;
use crate::harness::discord::places::stranger;
use crate::harness::guides::Folder;
use crate::harness::program::{Frontrow, project, read};
use crate::harness::site::Served;

/// The folder of a guide that has every fact.
const FOLDER: &str = "tests/data/facts";
const FILE: &str = "the-lantern-keepers.toml";

/// A question, the fact that answers it, its heading, and what is said.
const QUESTIONS: [(&str, &str, &str, &str); 24] = [
    (
        "who composed the score?",
        "composer",
        "Composer",
        "Nuala Reyes",
    ),
    ("who did the music", "composer", "Composer", "Nuala Reyes"),
    ("whos the compser", "composer", "Composer", "Nuala Reyes"),
    ("who edited it?", "editor", "Editor", "Bram Okoye"),
    (
        "who did the editing of this movie",
        "editor",
        "Editor",
        "Bram Okoye",
    ),
    ("editor", "editor", "Editor", "Bram Okoye"),
    (
        "who produced it?",
        "producers",
        "Producers",
        "Lena Holt and Yusuf Crane",
    ),
    (
        "who were the producers",
        "producers",
        "Producers",
        "Lena Holt and Yusuf Crane",
    ),
    (
        "produced by",
        "producers",
        "Producers",
        "Lena Holt and Yusuf Crane",
    ),
    (
        "which country is it from?",
        "country",
        "Country",
        "Ireland and Norway",
    ),
    (
        "country of origin",
        "country",
        "Country",
        "Ireland and Norway",
    ),
    (
        "what country is this movie from",
        "country",
        "Country",
        "Ireland and Norway",
    ),
    (
        "what language is it in?",
        "language",
        "Language",
        "Irish and Norwegian",
    ),
    (
        "which language do they speak",
        "language",
        "Language",
        "Irish and Norwegian",
    ),
    (
        "is it in english?",
        "language",
        "Language",
        "Irish and Norwegian",
    ),
    (
        "is it based on a book?",
        "based-on",
        "Based On",
        "The Last Light by Edda Moe",
    ),
    (
        "what is it based on",
        "based-on",
        "Based On",
        "The Last Light by Edda Moe",
    ),
    (
        "is it a true story",
        "based-on",
        "Based On",
        "The Last Light by Edda Moe",
    ),
    (
        "where was it filmed?",
        "filming-locations",
        "Filming Locations",
        "Clare Island, Ireland",
    ),
    (
        "where was it shot",
        "filming-locations",
        "Filming Locations",
        "Lofoten, Norway",
    ),
    (
        "filming locatons",
        "filming-locations",
        "Filming Locations",
        "Lofoten, Norway",
    ),
    ("what genre is it?", "genre", "Genre", "drama and mystery"),
    (
        "what kind of movie is it",
        "genre",
        "Genre",
        "drama and mystery",
    ),
    (
        "is it a comedy or a drama",
        "genre",
        "Genre",
        "drama and mystery",
    ),
];

#[test]
fn the_facts_answer_their_questions() {
    let library = library(&project(FOLDER));
    let rows: Vec<(&str, String)> = QUESTIONS
        .iter()
        .map(|(question, fact, ..)| (*question, format!("facts/{fact}")))
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(text, id)| (*text, id.as_str())).collect();
    check_all(&library, &rows);
}

#[test]
fn a_guide_may_say_how_people_ask_for_a_fact() {
    let text = read(&format!("{FOLDER}/{FILE}"));
    let asked = "[film.ask]\ndirector = ['which wizard is behind it']\n\n[[section]]";
    let folder = Folder::with(&text.replacen("[[section]]", asked, 1));
    let question = "which wizard is behind it";
    check_all(&library(folder.path()), &[(question, "facts/director")]);
    check_all(&library(&project(FOLDER)), &[(question, "~")]);
}

#[test]
fn every_fact_is_an_entry_that_its_phrasings_find() {
    let library = library(&project(FOLDER));
    let entries = library.guides().iter().flat_map(|guide| guide.entries());
    let kinds: Vec<_> = entries
        .filter_map(|entry| match entry.kind {
            EntryKind::Fact(kind) => Some(kind),
            _ => None,
        })
        .collect();
    assert_eq!(
        kinds,
        FACTS.iter().map(|fact| fact.kind).collect::<Vec<_>>()
    );
    for fact in FACTS {
        let id = fact.kind.entry_id();
        let mut topics = topics().iter();
        let topic = topics.find(|topic| topic.id == fact.id).expect("a topic");
        let rows: Vec<(&str, &str)> = topic
            .ask
            .iter()
            .map(|text| (text.as_str(), id.as_str()))
            .collect();
        check_all(&library, &rows);
    }
}

#[test]
fn facts_are_answered_in_the_terminal() {
    let frontrow = Frontrow::in_empty_folder();
    frontrow.write(&format!("faq/{FILE}"), &read(&format!("{FOLDER}/{FILE}")));
    for (question, _, title, said) in QUESTIONS {
        let ran = frontrow.run(&format!("ask \"{question}\"")).ends_with(0);
        assert!(
            ran.out.contains(title) && ran.out.contains(said),
            "{question}\n{ran:?}"
        );
    }
}

#[test]
fn facts_are_answered_on_the_pages() {
    let settings = [("HTTP_TRUSTED_PROXY", "127.0.0.1")];
    let site = Served::with(&project(FOLDER), &settings, Health::new());
    let film = site.get("/the-lantern-keepers");
    let facts = site.get("/the-lantern-keepers/facts");
    for (at, (question, fact, title, said)) in QUESTIONS.into_iter().enumerate() {
        let from = format!("192.0.2.{at}");
        let path = format!("/ask?q={}", question.replace(' ', "+"));
        let answer = site.get_with(&path, &[("x-forwarded-for", &from)]);
        for (page, part) in [
            (&answer, said),
            (&answer, &format!("the-lantern-keepers/facts#{fact}")),
            (&facts, said),
            (&facts, &format!("id=\"{fact}\"")),
            (&film, title),
        ] {
            assert!(
                page.text().contains(part),
                "{question}: {part}\n{}",
                page.text()
            );
        }
    }
    for credit in [
        "<dd>Wren Calloway</dd>",
        "<dd>Petra Lund as Ilse Brandt</dd>",
        "<dd>104 minutes</dd>",
        "<dd>Mystery</dd>",
    ] {
        assert!(film.text().contains(credit), "{credit}\n{}", film.text());
    }
    let head =
        "<meta name=\"description\" content=\"The Lantern Keepers was directed by Orla Finch.\">";
    assert!(facts.text().contains(head), "{}", facts.text());
}

#[test]
fn facts_are_answered_in_discord() {
    let t = Discord::with(|_, frontrow| {
        frontrow.write(&format!("faq/{FILE}"), &read(&format!("{FOLDER}/{FILE}")));
        frontrow
    });
    for (at, (question, _, title, said)) in (0..).zip(QUESTIONS) {
        t.by(stranger(9_000 + at))
            .slash(
                "ask",
                &[("question", question), ("film", "The Lantern Keepers")],
            )
            .has_title(title)
            .has_text(said);
    }
}

/// Guides like to tell in a section what may be a fact as well: where a film lacks the fact, the section answers.
#[test]
fn a_section_answers_where_the_fact_is_missing() {
    check_all(
        &RED_ROCKET,
        &[
            ("where was it filmed", "behind-the-scenes/production"),
            ("filming locations", "behind-the-scenes/production"),
            ("where was Red Rocket shot", "behind-the-scenes/production"),
            (
                "what songs are played in it",
                "soundtrack-and-sound-design/music",
            ),
            ("who edited it", "-"),
        ],
    );
}

#[test]
fn an_amount_says_once_how_sure_it_is() {
    let frontrow = Frontrow::in_empty_folder();
    let guide = |budget: &str| {
        format!("[film]\ntitle = \"Fog\"\nbudget = \"{budget}\"\ngross = \"{budget}\"\n")
    };
    for (budget, said) in [
        ("2 million crowns", "about 2 million crowns"),
        ("about 2 million", "about 2 million"),
        ("Over $2 million", "Over $2 million"),
        ("~2 million", "~2 million"),
        ("an estimated 2 million", "an estimated 2 million"),
    ] {
        frontrow.write("faq/fog.toml", &guide(budget));
        for question in ["what was the budget", "how much did it earn"] {
            let ran = frontrow.run(&format!("ask {question}"));
            assert!(
                ran.out.contains(&format!(" {said}")) && !ran.out.contains("about about"),
                "{ran:?}"
            );
            assert_eq!(said.contains("about"), ran.out.contains("about"), "{ran:?}");
        }
    }
}
