//! Asks questions and compares what is decided, written as a short text:
//!
//! | text | decision |
//! |---|---|
//! | `facts/cast` | answered with this entry |
//! | `facts/gross or plot` | answered with one of these |
//! | `? facts/gross \| plot` | these are among the suggestions |
//! | `?` | suggestions, whichever they are |
//! | `~` | not answered: suggestions or nothing |
//! | `-` | nothing |
//!
//! An entry is `film:entry` where a library has several films.

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use frontrow::answer::{Answer, Decision, Hit, ScopedQuestion};
use frontrow::content::{LoadOptions, load};
use frontrow::guide::FilmIndex;
use frontrow::library::Library;

use super::guides::samples;
use super::program::project;

/// The guide that comes with the program.
pub(crate) static RED_ROCKET: LazyLock<Library> = LazyLock::new(|| library(&project("faq")));
/// The guides of invented films.
pub(crate) static SAMPLES: LazyLock<Library> = LazyLock::new(|| library(&samples()));

/// Loads the guides of a folder; a check of theirs that fails is no matter here.
pub(crate) fn library(folder: &Path) -> Library {
    let loaded = load(folder, &LoadOptions::default());
    loaded.lenient().expect("guides").library
}

/// Checks what is decided on a question that comes with nothing but its text.
#[track_caller]
pub(crate) fn check(library: &Library, text: &str, expected: &str) {
    check_all(library, &[(text, expected)]);
}

/// Checks what is decided on each question of a table, and shows all that went wrong.
#[track_caller]
pub(crate) fn check_all(library: &Library, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let question = ScopedQuestion {
                text,
                ..ScopedQuestion::default()
            };
            wrong(library, &question, expected)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Checks what is decided on a question asked in some place or about a chosen film.
#[track_caller]
pub(crate) fn check_question(library: &Library, question: &ScopedQuestion<'_>, expected: &str) {
    let wrong = wrong(library, question, expected);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

/// Says what is decided on a question and why, where it is not what is expected.
fn wrong(library: &Library, question: &ScopedQuestion<'_>, expected: &str) -> Option<String> {
    let answer = library.ask(question);
    let hits: Vec<String> = answer.hits.iter().map(|hit| name(library, hit)).collect();
    let is_expected = match (answer.decision, expected) {
        (Decision::Unknown, "-" | "~") | (Decision::Suggest, "?" | "~") => true,
        (Decision::Suggest, expected) => expected
            .strip_prefix("? ")
            .is_some_and(|ids| ids.split(" | ").all(|id| hits.iter().any(|hit| hit == id))),
        (Decision::Confident, expected) => expected.split(" or ").any(|id| hits == [id]),
        (Decision::Unknown, _) => false,
    };
    let explained = || explained(library, question, &answer);
    (!is_expected).then(|| format!("expected {expected}\n{}", explained()))
}

/// Returns a film by its id.
#[track_caller]
pub(crate) fn film(library: &Library, id: &str) -> FilmIndex {
    library.film(id).expect("a film of the library")
}

/// Returns `entry`, or `film:entry` where there are several films.
pub(crate) fn name(library: &Library, hit: &Hit) -> String {
    match library.guide(hit.film) {
        Some(guide) if library.guides().len() > 1 => format!("{}:{}", guide.id, hit.entry),
        _ => hit.entry.to_string(),
    }
}

/// Says what was decided and why.
pub(crate) fn explained(
    library: &Library,
    question: &ScopedQuestion<'_>,
    answer: &Answer,
) -> String {
    let explanation = library.explain(question);
    let mut shown = format!(
        "{question:?}\n{:?} {:.3}",
        answer.decision, answer.confidence
    );
    for hit in &answer.hits {
        let _ = write!(shown, "\n  {} {:.3}", name(library, hit), hit.confidence);
    }
    let _ = write!(shown, "\n{:?}", explanation.evidence);
    for hit in &explanation.hits {
        let phrasing = hit.phrasing.as_deref().unwrap_or("(built in)");
        let _ = write!(
            shown,
            "\n{:.3} {} by {phrasing:?}\n   ",
            hit.score,
            name(library, &hit.hit)
        );
        for word in &hit.words {
            let _ = write!(
                shown,
                " {}>{}:{:?}*{:.2}*{:.2}",
                word.typed, word.word, word.found, word.explained, word.weight
            );
        }
    }
    shown
}
