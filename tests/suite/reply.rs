//! Replies: what is said to a decision, at every spoiler policy, with links that lead to the right place.

use std::sync::Arc;

use frontrow::answer::{Answer, Decision, Hit, Shortfall};
use frontrow::guide::{EntryId, FilmIndex, Guide};
use frontrow::markup::{self, RichText};
use frontrow::reply::{self, Body, EntryView, Reply, ReplyContent, Settings, SpoilerPolicy};

use crate::harness::sample::guide;

fn guides() -> Vec<Arc<Guide>> {
    let guides = [guide("rye", "Rye", 1999), guide("rye-again", "Rye", 2024)];
    guides.map(Arc::new).into()
}

fn hit(film: usize, id: &str, cast: &[usize]) -> Hit {
    Hit {
        film: FilmIndex::new(film),
        entry: EntryId::opaque(id),
        confidence: 0.5,
        cast: cast.to_vec(),
        sentence: None,
    }
}

fn say(decision: Decision, hits: Vec<Hit>, settings: &Settings<'_>) -> Reply {
    let answer = Answer {
        decision,
        hits,
        shortfall: Shortfall::Unsure,
        confidence: 0.5,
        film: Some(FilmIndex::new(0)),
        others: Vec::new(),
    };
    reply::reply(&guides(), &answer, settings)
}

#[track_caller]
fn answered(id: &str, cast: &[usize], settings: &Settings<'_>) -> EntryView {
    match say(Decision::Confident, vec![hit(0, id, cast)], settings).content {
        ReplyContent::Entry { entry, .. } => *entry,
        other => panic!("not answered: {other:?}"),
    }
}

#[track_caller]
fn choices(hits: Vec<Hit>) -> Vec<String> {
    match say(Decision::Suggest, hits, &Settings::default()).content {
        ReplyContent::Choices { choices, .. } => choices.into_iter().map(|one| one.title).collect(),
        other => panic!("no suggestions: {other:?}"),
    }
}

/// The first lines of three suggestions, one of each spoiler level.
fn first_lines(spoilers: SpoilerPolicy) -> Vec<Option<String>> {
    let hits = ["introduction", "story/people", "story/end"].map(|id| hit(0, id, &[]));
    let settings = Settings {
        spoilers,
        ..Settings::default()
    };
    match say(Decision::Suggest, hits.to_vec(), &settings).content {
        ReplyContent::Choices { choices, .. } => {
            choices.into_iter().map(|one| one.first_line).collect()
        }
        other => panic!("no suggestions: {other:?}"),
    }
}

#[test]
fn a_suggestion_shows_its_first_line_unless_that_is_hidden() {
    let introduction = "A film about bread. See The End [of it], who made it.";
    let all = [
        introduction,
        "Mina and the baker.",
        "The bakery burns down.",
    ];
    for (spoilers, n_shown) in [
        (SpoilerPolicy::Hide, 1),
        (SpoilerPolicy::Mild, 2),
        (SpoilerPolicy::All, 3),
    ] {
        let shown = all
            .iter()
            .take(n_shown)
            .map(|line| Some((*line).to_owned()));
        let hidden = std::iter::repeat_n(None, 3 - n_shown);
        let expected: Vec<Option<String>> = shown.chain(hidden).collect();
        assert_eq!(first_lines(spoilers), expected, "{spoilers:?}");
    }
}

fn is_unknown(reply: &Reply) -> bool {
    matches!(reply.content, ReplyContent::Unknown { .. })
}

#[test]
fn an_answer_says_where_it_stands_and_where_to_read_on() {
    let rows: [(&str, &[&str], &str, &str, &str); 5] = [
        (
            "introduction",
            &["Rye (1999)", "Introduction"],
            "/rye/introduction",
            "introduction",
            "/rye/introduction",
        ),
        (
            "story/people",
            &["Rye (1999)", "The Story", "People"],
            "/rye/story#people",
            "story",
            "/rye/story",
        ),
        (
            "facts/director",
            &["Rye (1999)", "Facts", "Director"],
            "/rye/facts#director",
            "facts",
            "/rye/facts",
        ),
        // A question has its own anchor, and a section where one can read more.
        (
            "faq/sad",
            &["Rye (1999)", "Questions", "Is it sad?"],
            "/rye/faq#sad",
            "story",
            "/rye/story",
        ),
        (
            "faq/bread",
            &["Rye (1999)", "Questions", "Is there bread?"],
            "/rye/faq#bread",
            "faq",
            "/rye/faq",
        ),
    ];
    for (id, breadcrumb, link, section, section_link) in rows {
        let answered = answered(id, &[], &Settings::default());
        assert_eq!(answered.breadcrumb, breadcrumb, "{id}");
        assert_eq!(answered.link, link, "{id}");
        assert_eq!(
            (answered.section.id.as_str(), answered.section.link.as_str()),
            (section, section_link),
            "{id}"
        );
    }
}

#[test]
fn links_are_absolute_where_the_pages_are_published() {
    let settings = Settings {
        public_url: Some("https://films.example/guide"),
        ..Settings::default()
    };
    let answered = answered("faq/sad", &[], &settings);
    assert_eq!(answered.link, "https://films.example/guide/rye/faq#sad");
    assert_eq!(
        answered.section.link,
        "https://films.example/guide/rye/story"
    );
    assert_eq!(answered.section.title, "The Story");
}

#[test]
fn each_policy_shows_what_it_may() {
    let people = markup::parse("Mina and the baker.");
    let end = markup::parse("The bakery burns down.");
    let rows = [
        (
            SpoilerPolicy::Hide,
            Body::Folded(people.clone()),
            Body::Withheld,
        ),
        (
            SpoilerPolicy::Mild,
            Body::Open(people.clone()),
            Body::Withheld,
        ),
        (SpoilerPolicy::All, Body::Open(people), Body::Open(end)),
    ];
    for (spoilers, people, end) in rows {
        let settings = Settings {
            spoilers,
            public_url: None,
        };
        assert_eq!(
            answered("story/people", &[], &settings).body,
            people,
            "{spoilers:?}"
        );
        assert_eq!(
            answered("story/end", &[], &settings).body,
            end,
            "{spoilers:?}"
        );
    }
}

#[test]
fn questions_about_the_cast_are_answered_with_the_members_asked_about() {
    let said = |cast: &[usize]| {
        let body = answered("facts/cast", cast, &Settings::default()).body;
        let Body::Open(text) = &body else {
            panic!("hidden: {body:?}");
        };
        markup::plain(text, 80)
    };
    assert_eq!(said(&[1]), "Joe Marsh plays The Baker.");
    assert_eq!(
        said(&[0, 1]),
        "Ada Bell plays Mina.\n\nJoe Marsh plays The Baker."
    );
    let whole = "Who plays whom in Rye:\n\n- Ada Bell as Mina\n- Joe Marsh as The Baker";
    assert_eq!(said(&[]), whole);
    assert_eq!(said(&[7]), whole, "a member there is not");
}

#[test]
fn links_between_entries_become_ordinary_links() {
    let answered = answered("introduction", &[], &Settings::default());
    let expected = r"A film about bread. See [The End \[of it\]](/rye/story#end), [who made it](/rye/facts#director).";
    let shown = answered.body.open().map(RichText::to_markup);
    assert_eq!(shown.as_deref(), Some(expected));
}

#[test]
fn suggestions_name_the_film_only_where_there_are_several() {
    assert_eq!(
        choices(vec![hit(0, "story/people", &[]), hit(0, "story/end", &[])]),
        ["People", "The End [of it]"]
    );
    assert_eq!(
        choices(vec![
            hit(0, "facts/director", &[]),
            hit(1, "facts/director", &[])
        ]),
        ["Rye (1999): Director", "Rye (2024): Director"]
    );
}

#[test]
fn there_are_at_most_three_suggestions() {
    let ids = ["story/people", "story/end", "faq/sad", "faq/bread"];
    assert_eq!(choices(ids.map(|id| hit(0, id, &[])).to_vec()).len(), 3);
}

#[test]
fn what_points_nowhere_is_unknown_rather_than_a_panic() {
    let settings = Settings::default();
    assert!(is_unknown(&say(Decision::Unknown, Vec::new(), &settings)));
    assert!(is_unknown(&say(Decision::Confident, Vec::new(), &settings)));
    assert!(is_unknown(&say(Decision::Suggest, Vec::new(), &settings)));
    let gone = vec![hit(9, "story/people", &[]), hit(0, "story/gone", &[])];
    assert!(is_unknown(&say(
        Decision::Confident,
        gone.clone(),
        &settings
    )));
    assert!(is_unknown(&say(Decision::Suggest, gone, &settings)));
}

#[test]
fn a_page_shows_each_entry_at_its_own_level() {
    let guide = guide("rye", "Rye", 1999);
    let section = guide.section("story").expect("the story");
    let page = reply::section(&guide, section, &Settings::default());
    let bodies: Vec<bool> = page
        .entries
        .iter()
        .map(|one| one.body.open().is_some())
        .collect();
    assert_eq!(bodies, [false, false]);
    assert_eq!(page.section.link, "/rye/story");
    assert!(!page.one_text);
}

#[test]
fn the_contents_list_every_entry_once_in_reading_order() {
    let guide = guide("rye", "Rye", 1999);
    let contents = reply::contents(&guide, &Settings::default());
    let lines: Vec<(String, usize)> = contents
        .iter()
        .map(|heading| (heading.section.id.clone(), heading.entries.len()))
        .collect();
    let expected = [("facts", 2), ("introduction", 0), ("story", 2), ("faq", 2)];
    assert_eq!(lines, expected.map(|(id, n)| (id.to_owned(), n)));
}
