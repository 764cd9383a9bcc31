//! A film's name is evidence, not a verdict: everyday words, numbers and years beside it, the film of the place.

use frontrow::answer::ScopedQuestion;
use frontrow::chat;
use frontrow::library::Library;

use crate::harness::asking::{check, check_all, check_question, film, library};
use crate::harness::chat::context;
use crate::harness::guides::{Folder, found};

/// Builds the library of guides to invented films, each `id`, title and further lines of `[film]`.
fn films(films: &[(&str, &str, &str)]) -> Library {
    let folder = films.iter().fold(Folder::new(), |folder, film| {
        folder.file(&format!("{}.toml", film.0), guide(film.1, film.2))
    });
    library(folder.path())
}

fn guide(title: &str, more: &str) -> String {
    format!(
        r#"[film]
title = {title:?}
director = ["Ines Calloway"]
runtime_minutes = 101
{more}

[[section]]
id = "plot"
title = "Plot"
[[section.entry]]
id = "ending"
title = "The Ending"
ask = ["how does it end", "what happens at the end", "the ending explained"]
text = "The ferry comes back."
[[section.entry]]
id = "age"
title = "Is It for Children?"
ask = ["is it ok for kids", "can children watch it", "is it suitable for kids"]
text = "From twelve years on."
"#
    )
}

/// Checks what is decided on questions in the place of a film.
#[track_caller]
fn check_in(library: &Library, place: &str, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let question = ScopedQuestion {
            text,
            place: Some(film(library, place)),
            ..ScopedQuestion::default()
        };
        check_question(library, &question, expected);
    }
}

#[test]
fn everyday_words_do_not_overrule_the_place() {
    let library = films(&[
        ("red-lantern-ferry", "Red Lantern Ferry", "year = 2011"),
        ("it", "It", "year = 2017"),
        ("kids", "Kids", "year = 1995"),
    ]);
    check_in(
        &library,
        "red-lantern-ferry",
        &[
            ("who directed it", "red-lantern-ferry:facts/director"),
            ("how long is it", "red-lantern-ferry:facts/runtime"),
            ("how does it end", "red-lantern-ferry:plot/ending"),
            ("is it ok for kids", "red-lantern-ferry:plot/age"),
            (
                "is this film suitable for kids",
                "red-lantern-ferry:plot/age",
            ),
        ],
    );
}

#[test]
fn everyday_words_are_titles_where_they_are_marked_as_such() {
    let library = films(&[
        ("red-lantern-ferry", "Red Lantern Ferry", "year = 2011"),
        ("it", "It", "year = 2017"),
        ("kids", "Kids", "year = 1995"),
    ]);
    check_in(
        &library,
        "red-lantern-ferry",
        &[
            ("who directed \"it\"", "it:facts/director"),
            ("who directed *kids*", "kids:facts/director"),
            ("how long is It", "it:facts/runtime"),
            ("who directed Kids?", "kids:facts/director"),
            ("who directed kids", "kids:facts/director"),
            ("how long is the movie kids", "kids:facts/runtime"),
            ("who directed it (2017)", "it:facts/director"),
            ("how long is kids 1995", "kids:facts/runtime"),
        ],
    );
}

#[test]
fn common_words_in_a_row_do_not_overrule_the_place_either() {
    let library = films(&[
        ("red-lantern-ferry", "Red Lantern Ferry", "year = 2011"),
        ("the-end", "The End", ""),
        ("a-good-way", "A Good Way", ""),
        ("2012", "2012", ""),
    ]);
    check_in(
        &library,
        "red-lantern-ferry",
        &[
            ("what happens at the end", "red-lantern-ferry:plot/ending"),
            ("does it end in a good way", "red-lantern-ferry:plot/ending"),
            ("who directed A Good Way", "a-good-way:facts/director"),
            ("who directed a good way", "a-good-way:facts/director"),
            ("who directed 2012", "2012:facts/director"),
        ],
    );
    check(&library, "what came out in 2012", "~");
    check(&library, "how long is 2012", "2012:facts/runtime");
}

#[test]
fn a_number_after_a_name_is_a_sequel() {
    let library = films(&[
        ("harbour-wolves", "Harbour Wolves", "year = 1990"),
        ("harbour-wolves-ii", "Harbour Wolves II", "year = 1994"),
        ("keel-runner", "Keel Runner", "year = 1983"),
    ]);
    check_all(
        &library,
        &[
            (
                "who directed Harbour Wolves 2",
                "harbour-wolves-ii:facts/director",
            ),
            (
                "who directed harbour wolves part two",
                "harbour-wolves-ii:facts/director",
            ),
            (
                "who directed Harbour Wolves: Part II",
                "harbour-wolves-ii:facts/director",
            ),
            (
                "who directed harbour wolves",
                "harbour-wolves:facts/director",
            ),
            (
                "who directed harbour wolves 1",
                "harbour-wolves:facts/director",
            ),
            ("who directed harbour wolves 3", "-"),
            ("how does Keel Runner 2 end", "-"),
            ("who directed keel runner iii", "-"),
            ("who directed Keel Runner", "keel-runner:facts/director"),
        ],
    );
    let only = films(&[("keel-runner", "Keel Runner", "year = 1983")]);
    check_all(
        &only,
        &[
            ("how does Keel Runner 2 end", "-"),
            ("how does Keel Runner end", "plot/ending"),
            ("who directed keel runner (2009)", "-"),
            (
                "is keel runner 2 hours long",
                "facts/runtime or plot/ending",
            ),
        ],
    );
    assert_eq!(library.film_called("Keel Runner 2"), None);
    assert_eq!(
        library.film_called("harbor wolves 2"),
        library.film("harbour-wolves-ii")
    );
}

#[test]
fn a_year_beside_a_name_is_that_of_the_film_or_of_another() {
    let library = films(&[
        ("keel-runner", "Keel Runner", "year = 1983"),
        ("otter", "Otter", "year = 2011"),
    ]);
    check_all(
        &library,
        &[
            (
                "who directed Keel Runner (1983)",
                "keel-runner:facts/director",
            ),
            (
                "who directed the 1983 film keel runner",
                "keel-runner:facts/director",
            ),
            ("who directed Keel Runner (2019)", "-"),
            ("who directed the 2019 keel runner", "-"),
            ("who directed keel runner from 2019", "-"),
            // People are wrong by a year about films that festivals showed first.
            (
                "who directed Keel Runner (1984)",
                "? keel-runner:facts/director",
            ),
        ],
    );
}

#[test]
fn names_are_found_in_the_ways_that_people_write_them() {
    let library = films(&[
        ("salt-and-tide", "Salt & Tide", ""),
        ("nest", "N.E.S.T.", ""),
        ("bash", "B*A*S*H", ""),
        ("otter", "Otter", ""),
        ("otters", "Otters", ""),
        ("the-big-quay", "The Big Quay", ""),
        ("big-quay", "Big Quay", ""),
    ]);
    check_all(
        &library,
        &[
            ("who directed salt and tide", "salt-and-tide:facts/director"),
            ("who directed Salt & Tide", "salt-and-tide:facts/director"),
            ("who directed NEST", "nest:facts/director"),
            ("who directed n.e.s.t.", "nest:facts/director"),
            ("who directed B*A*S*H", "bash:facts/director"),
            ("who directed bash", "bash:facts/director"),
            ("who directed otter", "otter:facts/director"),
            ("who directed Otters", "otters:facts/director"),
            (
                "who is the director of the big quay",
                "the-big-quay:facts/director",
            ),
            ("who is the director of Big Quay", "big-quay:facts/director"),
        ],
    );
    assert_eq!(library.film_called("NEST"), library.film("nest"));
    for (typed, id) in [
        ("nest", "nest"),
        ("bash", "bash"),
        ("salt and t", "salt-and-tide"),
    ] {
        let offered = chat::offer_films(&context(&library), typed);
        assert_eq!(
            offered.first().map(|one| one.value.as_str()),
            Some(id),
            "{typed}"
        );
    }
    let channels = [
        ("big-quay-spoilers", Some("big-quay")),
        ("it-support", None),
        ("the-last-otter", None),
    ];
    for (name, id) in channels {
        assert_eq!(
            library.film_named_in(name),
            id.and_then(|id| library.film(id)),
            "{name}"
        );
    }
}

#[test]
fn a_longer_name_is_another_film() {
    let library = films(&[("otter", "Otter", ""), ("keel-runner", "Keel Runner", "")]);
    for question in [
        "who directed The Last Otter",
        "who directed the last otter",
        "who directed Keel Runner Returns",
        "who directed Frozen",
        "how long is Red Pocket",
    ] {
        check(&library, question, "~");
    }
}

#[test]
fn a_note_tells_films_of_one_title_and_year_apart() {
    let library = films(&[
        (
            "lantern-man",
            "Lantern Man",
            "year = 2025\nnote = \"Spain\"",
        ),
        (
            "lantern-man-2025",
            "Lantern Man",
            "year = 2025\nnote = \"Norway\"",
        ),
    ]);
    check_all(
        &library,
        &[
            (
                "who directed lantern man from Norway",
                "lantern-man-2025:facts/director",
            ),
            (
                "how long is Lantern Man (2025, Spain)",
                "lantern-man:facts/runtime",
            ),
            (
                "how long is Lantern Man",
                "? lantern-man:facts/runtime | lantern-man-2025:facts/runtime",
            ),
        ],
    );
    let labels = library.guides().iter().map(|guide| guide.film.label());
    let labels: Vec<String> = labels.collect();
    assert_eq!(
        labels,
        ["Lantern Man (2025, Spain)", "Lantern Man (2025, Norway)"]
    );
}

#[test]
fn films_that_nothing_tells_apart_are_refused() {
    let twin = guide("Lantern Man", "year = 2025");
    let folder = Folder::new()
        .file("lantern-man.toml", &twin)
        .file("other.toml", &twin);
    let found = found(folder.load().diagnostics());
    assert!(
        found.contains(&"duplicate-film other.toml:2:9".to_owned()),
        "{found:?}"
    );
}

#[test]
fn the_year_answers_when_a_film_came_out() {
    let library = films(&[("red-lantern-ferry", "Red Lantern Ferry", "year = 2011")]);
    check_all(
        &library,
        &[
            ("what year is it from", "facts/release-date"),
            ("when did Red Lantern Ferry come out", "facts/release-date"),
        ],
    );
    let known = films(&[("red-lantern-ferry", "Red Lantern Ferry", "")]);
    check(&known, "what year is it from", "~");
}

#[test]
fn the_only_films_title_is_part_of_a_question() {
    let inn = guide("The Lantern Inn", "").replace(
        "[[section.entry]]\nid = \"age\"",
        r#"[[section.entry]]
id = "inn"
title = "The Inn Itself"
ask = ["does the inn exist", "who owns the inn", "is the inn a real place"]
text = "The inn was built for the film and stands in Cork."
[[section.entry]]
id = "age""#,
    );
    let folder = Folder::new().file("the-lantern-inn.toml", inn);
    let library = library(folder.path());
    check_all(
        &library,
        &[
            ("is the lantern inn a real place", "plot/inn"),
            ("who owns the lantern inn", "plot/inn"),
            ("who directed the lantern inn", "facts/director"),
            ("how does the lantern inn end", "plot/ending"),
        ],
    );
}
