//! The film that a question is about: the chosen one, one that it names, that of the place, the only one, else any.

use frontrow::answer::ScopedQuestion;

use crate::harness::asking::{RED_ROCKET, SAMPLES, check, check_all, check_question, film};

/// Checks a question about a chosen film, asked in the place of another; an empty id is none.
#[track_caller]
fn check_in(chosen: &str, place: &str, text: &str, expected: &str) {
    let known = |id: &str| (!id.is_empty()).then(|| film(&SAMPLES, id));
    let question = ScopedQuestion {
        text,
        film: known(chosen),
        place: known(place),
        ..ScopedQuestion::default()
    };
    check_question(&SAMPLES, &question, expected);
}

const OLDER: &str = "the-glass-harbor-1974";
const NEWER: &str = "the-glass-harbor-2016";
const BIRDS: &str = "nine-loud-birds";
const SEA: &str = "saltwater-accountants";

#[test]
fn a_film_that_is_named_is_meant() {
    check_all(
        &SAMPLES,
        &[
            (
                "who directed Nine Loud Birds",
                "nine-loud-birds:facts/director",
            ),
            ("nine loud birds runtime", "nine-loud-birds:facts/runtime"),
            (
                "Who directed Saltwater Accountants?",
                "saltwater-accountants:facts/director",
            ),
            (
                "what is the message of saltwater accountants",
                "saltwater-accountants:themes",
            ),
            (
                "can kids watch nine loud birds",
                "nine-loud-birds:faq/suitable-for-children",
            ),
        ],
    );
}

#[test]
fn by_another_name_too() {
    check_all(
        &SAMPLES,
        &[
            (
                "who directed 9 loud birds",
                "nine-loud-birds:facts/director",
            ),
            ("how long is the bird film", "nine-loud-birds:facts/runtime"),
            (
                "who composed the music of glass harbour",
                "the-glass-harbor-1974:music",
            ),
        ],
    );
}

#[test]
fn and_misspelt() {
    check_all(
        &SAMPLES,
        &[
            (
                "who directed nine lowd birds",
                "nine-loud-birds:facts/director",
            ),
            (
                "who directed saltwater acountants",
                "saltwater-accountants:facts/director",
            ),
            (
                "what is the mesage of saltwatter accountants",
                "saltwater-accountants:themes",
            ),
            (
                "who directed the glas harbor 1974",
                "the-glass-harbor-1974:facts/director",
            ),
        ],
    );
}

#[test]
fn the_year_tells_films_of_one_title_apart() {
    check_all(
        &SAMPLES,
        &[
            (
                "who directed The Glass Harbor 1974",
                "the-glass-harbor-1974:facts/director",
            ),
            (
                "who directed The Glass Harbor (2016)",
                "the-glass-harbor-2016:facts/director",
            ),
            (
                "how does the 2016 glass harbor end",
                "the-glass-harbor-2016:plot/ending",
            ),
            (
                "the glass harbor from 1974, how does it end?",
                "the-glass-harbor-1974:plot/ending",
            ),
        ],
    );
}

#[test]
fn without_a_year_both_are_offered() {
    check_all(
        &SAMPLES,
        &[
            (
                "who directed The Glass Harbor",
                "? the-glass-harbor-1974:facts/director | the-glass-harbor-2016:facts/director",
            ),
            (
                "how does glass harbor end",
                "? the-glass-harbor-1974:plot/ending | the-glass-harbor-2016:plot/ending",
            ),
            (
                "runtime of the glass harbor",
                "? the-glass-harbor-1974:facts/runtime | the-glass-harbor-2016:facts/runtime",
            ),
        ],
    );
}

#[test]
fn what_only_one_of_them_has_needs_no_year() {
    check_all(
        &SAMPLES,
        &[
            (
                "is the glass harbor a remake",
                "the-glass-harbor-2016:faq/remake",
            ),
            (
                "who wrote the music of the glass harbor",
                "the-glass-harbor-1974:music",
            ),
            (
                "budget of the glass harbor",
                "the-glass-harbor-2016:facts/budget",
            ),
        ],
    );
}

#[test]
fn where_no_film_is_named_all_are_searched() {
    check_all(
        &SAMPLES,
        &[
            (
                "how many parrots are there",
                "nine-loud-birds:characters/the-birds",
            ),
            (
                "does the captain survive",
                "the-glass-harbor-2016:plot/ending",
            ),
            ("what does the ledger mean", "saltwater-accountants:themes"),
        ],
    );
}

#[test]
fn films_that_tie_are_all_offered() {
    check_all(
        &SAMPLES,
        &[
            (
                "how does it end",
                "? the-glass-harbor-1974:plot/ending | the-glass-harbor-2016:plot/ending",
            ),
            (
                "runtime",
                "? nine-loud-birds:facts/runtime | the-glass-harbor-1974:facts/runtime | the-glass-harbor-2016:facts/runtime",
            ),
        ],
    );
    // Four films have a director and three are offered.
    check(&SAMPLES, "who directed it", "?");
}

#[test]
fn a_chosen_film_is_kept() {
    check_in(
        BIRDS,
        "",
        "who directed it",
        "nine-loud-birds:facts/director",
    );
    check_in(
        OLDER,
        "",
        "how does it end",
        "the-glass-harbor-1974:plot/ending",
    );
    check_in(
        NEWER,
        "",
        "how does it end",
        "the-glass-harbor-2016:plot/ending",
    );
    check_in(
        NEWER,
        "",
        "who directed the glass harbor",
        "the-glass-harbor-2016:facts/director",
    );
    check_in(
        NEWER,
        BIRDS,
        "how long is it",
        "the-glass-harbor-2016:facts/runtime",
    );
}

#[test]
fn another_film_that_is_named_while_one_is_chosen_is_not_answered() {
    check_in(BIRDS, "", "who directed Saltwater Accountants", "~");
    check_in(SEA, "", "how long is Nine Loud Birds", "~");
    check_in(SEA, "", "who directed the glass harbor", "~");
}

#[test]
fn the_film_of_the_place_gives_way_to_one_that_is_named() {
    check_in(
        "",
        BIRDS,
        "who directed it",
        "nine-loud-birds:facts/director",
    );
    check_in(
        "",
        OLDER,
        "how does it end",
        "the-glass-harbor-1974:plot/ending",
    );
    // Of two films of one title that of the place is meant.
    check_in(
        "",
        OLDER,
        "who directed the glass harbor",
        "the-glass-harbor-1974:facts/director",
    );
    check_in(
        "",
        BIRDS,
        "who directed saltwater accountants",
        "saltwater-accountants:facts/director",
    );
    check_in(
        "",
        SEA,
        "runtime of nine loud birds",
        "nine-loud-birds:facts/runtime",
    );
}

#[test]
fn a_place_whose_film_has_no_answer_does_not_borrow_one() {
    check_in("", SEA, "how many parrots are there", "~");
    check_in(SEA, "", "does the captain survive", "~");
}

#[test]
fn a_film_that_the_library_does_not_know_is_unknown() {
    for question in [
        "plot of Vertigo",
        "who directed Parasite",
        "how long is Oppenheimer",
        "who plays Batman",
    ] {
        check(&SAMPLES, question, "-");
        check(&RED_ROCKET, question, "-");
        check_in("", BIRDS, question, "-");
    }
}

#[test]
fn the_only_film_needs_no_name() {
    check(&RED_ROCKET, "who directed it", "facts/director");
    check(&RED_ROCKET, "who directed redrocket", "facts/director");
    check(
        &RED_ROCKET,
        "who directed the 2021 film red rocket",
        "facts/director",
    );
}
