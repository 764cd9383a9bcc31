//! Edits judged before they hold: each problem at its field in plain words, the checks that break, and what another
//! moderator changed meanwhile.

use frontrow::app::edit_words;
use frontrow::content::Severity;
use frontrow::content::edits::{FieldProblem, entry_difference, judge_edit, try_edit};
use frontrow::library::Library;
use frontrow::reply::texts::edits::ProblemText;

use crate::harness::edits::{KEPT, edit, edit_of, edited};

/// Returns the errors that an edit of the guide has, each as `Field: problem advice`.
fn errors(change: &str) -> Vec<String> {
    let (problems, _) = judge_edit(&KEPT, &edit(change));
    told(&problems, Severity::Error)
}

pub(crate) fn told(problems: &[FieldProblem], severity: Severity) -> Vec<String> {
    let chosen = problems
        .iter()
        .filter(|problem| problem.severity == severity);
    let told = chosen.map(|problem| {
        let told = edit_words::problem(problem);
        let ProblemText { problem, advice } = told.text;
        format!("{}: {problem} {advice}", told.field)
    });
    told.collect()
}

/// Edits of which one thing is wrong, and what people are told of it.
const WRONG: [(&str, &str); 19] = [
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "", "text": "X"}"#,
        "Title: Nothing is filled in here, or nothing with a word in it. Write it in words.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "An entry with a title that is far longer than any menu of any chat could ever show", "text": "X"}"#,
        "Title: The title \"An entry with a title that is far longer than any menu of an…\" has 82 characters. Shorten it to 80 or fewer: menus show no more.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "text": "A `word`."}"#,
        "Text: Code is not possible here. A text has paragraphs, **bold**, *italic*, lists and [links](https://example.org)",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "text": "It ||burns||."}"#,
        "Text: The bars || hide a part of the text. Choose a spoiler level instead: then the text is hidden as a whole.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "text": "See [it](entry:story/seting)."}"#,
        "Text: The link leads to \"entry:story/seting\", which does not exist. Did you mean \"story/setting\"?",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "ask": ["how is it", "How does it end?"], "text": "X"}"#,
        "Phrasing 2: The phrasing \"How does it end?\" asks for two entries. Ending has it: keep it there, or say in both what sets them apart.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/setting", "replaces": true, "title": "X", "ask": ["how does it end"], "text": "X"}"#,
        "Phrasing 1: The phrasing \"how does it end\" asks for two entries. Ending has it: keep it there, or say in both what sets them apart.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "ask": ["?!"], "text": "X"}"#,
        "Phrasing 1: Nothing is filled in here, or nothing with a word in it. Write it in words.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/x", "title": "X", "topics": ["weather"], "text": "X"}"#,
        "Topics: \"weather\" is no topic. Leave the topic out: the title tells what the entry is about.",
    ),
    (
        r#"{"kind": "entry", "entry": "music/x", "title": "X", "text": "X"}"#,
        "Section: That section is one text and has no entries. Choose another section, or begin a new one.",
    ),
    (
        r#"{"kind": "entry", "entry": "storm/x", "title": "X", "text": "X"}"#,
        "Section: There is no section \"storm\". Choose one of the sections that are there.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/setting", "title": "X", "text": "X"}"#,
        "Id: There is an entry of that name already. Edit that one, or choose another title.",
    ),
    (
        r#"{"kind": "entry", "entry": "story/gone", "replaces": true, "title": "X", "text": "X"}"#,
        "Edit: The entry is no longer there. Look at the guide as it is now, and add the entry anew if it is missing.",
    ),
    (
        r#"{"kind": "faq", "entry": "faq/x", "question": "X?", "section": "storm", "answer": "X"}"#,
        "Section: There is no section \"storm\". Choose one of the sections that are there.",
    ),
    (
        r#"{"kind": "hide", "entry": "story/setting"}"#,
        "Edit: Other parts of the guide lead here: Ending. Take the link out there first.",
    ),
    (
        r#"{"kind": "fact", "fact": "runtime_minutes", "value": 0}"#,
        "Value: `runtime_minutes` is 0. Write a year with four digits, such as 2021, and a running time in minutes, such as 130.",
    ),
    (
        r#"{"kind": "fact", "fact": "budget", "value": "3 million @everyone"}"#,
        "Value: @everyone would call everybody. Write it without the @.",
    ),
    (
        r#"{"kind": "phrasing", "entry": "story/setting", "text": "how does it end"}"#,
        "Phrasing 1: The phrasing \"how does it end\" asks for two entries. Ending has it: keep it there, or say in both what sets them apart.",
    ),
    (
        r#"{"kind": "hide", "entry": "facts/release-date"}"#,
        "Edit: The date comes from the film's year, which stays. Nothing to do: the year tells films apart.",
    ),
];

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let wrong = WRONG
        .iter()
        .map(|(change, expected)| (errors(change), vec![*expected]));
    let wrong: Vec<_> = wrong.filter(|(said, expected)| said != expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let change = r#"{"kind": "entry", "entry": "story/x", "title": "\u0007", "ask": ["?", "who survives"],
        "text": "<b>", "topics": ["weather"]}"#;
    let fields: Vec<String> = errors(change);
    let fields: Vec<&str> = fields
        .iter()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        fields,
        ["Title", "Phrasing 1", "Phrasing 2", "Text", "Topics"]
    );
}

#[test]
fn warnings_keep_nothing_from_being_published() {
    let change = r#"{"kind": "entry", "entry": "story/x", "title": "X", "text": "X"}"#;
    let (problems, guide) = judge_edit(&KEPT, &edit(change));
    assert_eq!(
        told(&problems, Severity::Warning),
        [
            "Phrasing 1: There are few ways of asking for it. Add how people put it, three ways or more, one a line."
        ]
    );
    assert!(guide.is_some());
    let known = r#"{"kind": "phrasing", "entry": "story/ending", "text": "Who survives?"}"#;
    let (problems, guide) = judge_edit(&KEPT, &edit(known));
    assert_eq!(
        told(&problems, Severity::Warning),
        ["Phrasing 1: The guide says so already. Nothing to do."]
    );
    assert!(guide.is_none());
}

#[test]
fn films_are_begun_once() {
    let library: &Library = &KEPT;
    let begin = |id: &str, change: &str| {
        let (problems, guide) = judge_edit(library, &edit_of(id, change));
        (told(&problems, Severity::Error), guide.is_some())
    };
    let same = r#"{"kind": "film", "title": "the paper lighthouse", "year": 2009}"#;
    let line = "Title: The Paper Lighthouse (2009) has a guide already. Edit that one, or tell the two films apart with a year or a note.";
    assert_eq!(begin("lighthouse", same), (vec![line.to_owned()], false));
    let remake = r#"{"kind": "film", "title": "The Paper Lighthouse", "year": 2020}"#;
    assert_eq!(
        begin("the-paper-lighthouse-2020", remake),
        (Vec::new(), true)
    );
    let wrong =
        r#"{"kind": "film", "title": "", "year": 1500, "note": "<@1>", "also": ["a", " "]}"#;
    let fields = begin("wrong", wrong).0;
    let fields: Vec<&str> = fields
        .iter()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(fields, ["Title", "Year", "Note", "Other names"]);
    let nothing = r#"{"kind": "hide", "entry": "facts/cast"}"#;
    assert_eq!(
        begin("glass-boat", nothing).0,
        ["Edit: The film has no guide. Begin one first."]
    );
}

#[test]
fn checks_that_an_edit_breaks_are_named() {
    let library: &Library = &KEPT;
    let taught = r#"{"kind": "phrasing", "entry": "music", "text": "is it sad music"}"#;
    let tried = try_edit(library, library, &[], &edit(taught));
    assert_eq!(tried.broken_checks, []);
    let retold = r#"{"kind": "entry", "entry": "story/ending", "replaces": true, "title": "Catering",
        "ask": ["who cooked for the crew", "what did the crew eat", "was there soup"], "spoiler": "none",
        "text": "Soup, every day."}"#;
    let tried = try_edit(library, library, &[], &edit(retold));
    assert_eq!(tried.problems, []);
    let [broken] = tried.broken_checks.as_slice() else {
        panic!("{tried:?}");
    };
    let guide = edited(&[retold]);
    let told = edit_words::broken_check(&guide, broken);
    let wanted = "The guide's own check \"how does it end\" must get Catering, and would get ";
    assert!(told.starts_with(wanted), "{told}");
    let unsound = r#"{"kind": "entry", "entry": "story/x", "title": "", "text": "X"}"#;
    let tried = try_edit(library, library, &[], &edit(unsound));
    assert!(!tried.problems.is_empty() && tried.broken_checks.is_empty());
}

#[test]
fn the_second_moderator_reads_what_the_first_one_changed() {
    let before = edited(&[]);
    let after = edited(&[
        r#"{"kind": "entry", "entry": "story/setting", "replaces": true, "title": "The Place", "spoiler": "none",
            "ask": ["where is it set", "which sea is it"], "text": "A lighthouse of *card* on an island in the north."}"#,
        r#"{"kind": "fact", "fact": "director", "value": ["Ida Holm", "Per By"]}"#,
    ]);
    let said = |id: &str| {
        let entry = |guide| frontrow::guide::Guide::entry(guide, id).expect("there");
        let difference = entry_difference((&before, entry(&before)), (&after, entry(&after)));
        edit_words::difference(&difference)
    };
    assert_eq!(
        said("story/setting"),
        [
            "The title was \"Setting\" and is now \"The Place\".",
            "The spoiler level was mild and is now none.",
            "New phrasings: \"which sea is it\".",
            "Phrasings taken out: \"which island is it\", \"what year does it play in\".",
            "After \"of\", \"*paper*\" is now \"*card*\".",
        ]
    );
    assert_eq!(
        said("facts/director"),
        ["After \"Holm\", \"Per By\" was put in."]
    );
    assert_eq!(said("music"), ["Nothing is different."]);
}
