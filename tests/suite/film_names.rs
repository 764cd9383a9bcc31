//! The share of films that are found by their names in a large library must not fall, whichever way names are written.
//!
//! To take over new figures, run
//!
//!     FRONTROW_EVAL_DIR=…/eval cargo test film_names -- --nocapture
//!
//! and paste the rows that it prints into [`OURS`] and [`THEIRS`]. Of the real titles one half is kept to report: what
//! is missed is printed for the other half only, where `FRONTROW_MISSES` is set.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use crate::harness::film_list::{ListedFilm, Namesakes, Outcome, ask, library};
use crate::harness::name_variants::{VARIANTS, Variant};
use crate::harness::program::project;

/// The share that may be lost against what is recorded: one point.
const ALLOWED: f64 = 0.01;
/// Of a hundred series of real films, so many are in the library …
const SERIES_IN_100: u64 = 13;
/// … and of those with a number, a subtitle or a sign in their names, which are few: 1,770 films in all.
const SPECIAL_IN_100: u64 = 45;

/// The number of questions and the shares that are right, asked back, silent and wrong.
type Row = (Variant, u32, [f64; 4]);

/// The figures of our invented films.
#[rustfmt::skip]
const OURS: [Row; 15] = [
    // name                  asked  right  asked  silent wrong
    (Variant::AsWritten,       40, [1.000, 0.000, 0.000, 0.000]),
    (Variant::AndForSign,       2, [1.000, 0.000, 0.000, 0.000]),
    (Variant::SignForAnd,       1, [1.000, 0.000, 0.000, 0.000]),
    (Variant::Digits,           2, [1.000, 0.000, 0.000, 0.000]),
    (Variant::Spelt,            5, [1.000, 0.000, 0.000, 0.000]),
    (Variant::NoSubtitle,       6, [1.000, 0.000, 0.000, 0.000]),
    (Variant::NoPunctuation,   18, [1.000, 0.000, 0.000, 0.000]),
    (Variant::LowerCase,       40, [1.000, 0.000, 0.000, 0.000]),
    (Variant::Typo,            29, [1.000, 0.000, 0.000, 0.000]),
    (Variant::NoArticle,        8, [1.000, 0.000, 0.000, 0.000]),
    (Variant::WithYear,        40, [1.000, 0.000, 0.000, 0.000]),
    (Variant::OtherSequel,     40, [0.000, 0.000, 1.000, 0.000]),
    (Variant::OtherYear,       38, [0.000, 0.000, 1.000, 0.000]),
    (Variant::OtherTitle,      40, [0.000, 0.000, 1.000, 0.000]),
    (Variant::Absent,          16, [0.000, 0.000, 1.000, 0.000]),
];

/// The figures of the half of the real films that is kept to report.
#[rustfmt::skip]
const THEIRS: [Row; 15] = [
    // name                  asked  right  asked  silent wrong
    (Variant::AsWritten,      899, [0.998, 0.001, 0.001, 0.000]),
    (Variant::AndForSign,      15, [1.000, 0.000, 0.000, 0.000]),
    (Variant::SignForAnd,      25, [1.000, 0.000, 0.000, 0.000]),
    (Variant::Digits,          14, [1.000, 0.000, 0.000, 0.000]),
    (Variant::Spelt,           41, [1.000, 0.000, 0.000, 0.000]),
    (Variant::NoSubtitle,      69, [0.971, 0.000, 0.029, 0.000]),
    (Variant::NoPunctuation,  163, [1.000, 0.000, 0.000, 0.000]),
    (Variant::LowerCase,      897, [0.998, 0.000, 0.002, 0.000]),
    (Variant::Typo,           729, [0.962, 0.026, 0.012, 0.000]),
    (Variant::NoArticle,      192, [1.000, 0.000, 0.000, 0.000]),
    (Variant::WithYear,       899, [0.999, 0.000, 0.001, 0.000]),
    (Variant::OtherSequel,    899, [0.000, 0.000, 1.000, 0.000]),
    (Variant::OtherYear,      798, [0.000, 0.000, 1.000, 0.000]),
    (Variant::OtherTitle,     899, [0.000, 0.000, 1.000, 0.000]),
    (Variant::Absent,         708, [0.000, 0.000, 0.990, 0.010]),
];

#[test]
fn invented_films_are_found_by_every_way_of_writing_their_names() {
    let films = ListedFilm::read(&project("tests/data/film_titles.tsv"));
    check(&OURS, &measure(&films, |_| true, true));
}

#[test]
fn real_films_are_found_by_every_way_of_writing_their_names() {
    let Some(dir) = env::var_os("FRONTROW_EVAL_DIR").filter(|dir| !dir.is_empty()) else {
        // Written past the test's captured output, to be seen in every run.
        let line = "skipped: real titles, because FRONTROW_EVAL_DIR is not set";
        let _ = writeln!(io::stderr(), "{line}");
        return;
    };
    let list = project("").join(dir).join("film_titles/films.tsv");
    let films = sample(&list);
    if env::var_os("FRONTROW_MISSES").is_some() {
        let rows = measure(&films, |film| !is_to_report(film), true);
        say(&format!("{rows:?}"));
    }
    check(&THEIRS, &measure(&films, is_to_report, false));
}

/// Returns films that are here, then films that are not: of both whole series, as far as one rule takes them.
fn sample(list: &Path) -> Vec<ListedFilm> {
    let limit = |film: &ListedFilm| match film.title.contains([':', '&', '–', 'I', '2', '3']) {
        true => SPECIAL_IN_100,
        false => SERIES_IN_100,
    };
    let films = ListedFilm::read(list).into_iter();
    let (mut sample, absent): (Vec<_>, Vec<_>) = films
        .filter(|film| film.series() % 100 < limit(film) + SERIES_IN_100)
        .partition(|film| film.series() % 100 < limit(film));
    let absent = absent.into_iter();
    sample.extend(absent.map(|film| ListedFilm {
        is_here: false,
        ..film
    }));
    sample
}

fn is_to_report(film: &ListedFilm) -> bool {
    (film.series() / 100).is_multiple_of(2)
}

/// Asks about some of the films in every way; `shows` prints what was not right.
fn measure(films: &[ListedFilm], is_asked: impl Fn(&ListedFilm) -> bool, shows: bool) -> Vec<Row> {
    let (library, namesakes) = (library(films), Namesakes::of(films));
    let asked = || films.iter().enumerate().filter(|(_, film)| is_asked(film));
    let rows = VARIANTS.map(|variant| {
        let mut counts = [0; 4];
        for (place, film) in asked() {
            let Some(question) = variant.question(film) else {
                continue;
            };
            if film.is_here == (variant == Variant::Absent) {
                continue;
            }
            let place = Some(place).filter(|_| !variant.is_of_another());
            let name = variant.part_of_title(film);
            let other_year = variant == Variant::OtherYear && namesakes.is_shared(&name);
            if other_year || namesakes.is_another(&name, film) {
                continue;
            }
            let outcome = match ask(&library, &question, place) {
                Outcome::AskedBack if namesakes.is_shared(&name) => Outcome::Right,
                outcome => outcome,
            };
            let right = place.map_or(Outcome::Silent, |_| Outcome::Right);
            counts[outcome as usize] += 1;
            if shows && outcome != right {
                let answer = library.film_named_in(&question);
                let answer = answer.and_then(|film| library.guide(film));
                let answer = answer.map(|guide| guide.film.label());
                say(&format!(
                    "{outcome:?}: {question} ({answer:?})   [{} {}]",
                    film.title, film.year
                ));
            }
        }
        let n: u32 = counts.iter().sum();
        (
            variant,
            n,
            counts.map(|count| f64::from(count) / f64::from(n.max(1))),
        )
    });
    rows.to_vec()
}

#[track_caller]
fn check(recorded: &[Row], measured: &[Row]) {
    for (variant, n, [right, asked, silent, wrong]) in measured {
        let variant = format!("{variant:?},");
        say(&format!(
            "    (Variant::{variant:<14} {n:>4}, [{right:.3}, {asked:.3}, {silent:.3}, {wrong:.3}]),"
        ));
    }
    let mut all = recorded.iter().zip(measured);
    let held = all.all(|(old, new)| {
        let (old_right, new_right) = (old.2[0], new.2[0]);
        let (old_wrong, new_wrong) = (old.2[3], new.2[3]);
        old.1 == new.1 && new_right >= old_right - ALLOWED && new_wrong <= old_wrong + ALLOWED
    });
    assert!(held, "the new figures stand above, beside {recorded:#?}");
}

#[expect(
    clippy::print_stdout,
    reason = "captured, and shown when the test fails or with --nocapture"
)]
fn say(line: &str) {
    println!("{line}");
}
