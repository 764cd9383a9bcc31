//! Asks every `[[check]]` of the guides and says which ones got another answer than they must.

use super::diagnostic::{Diagnostic, quoted};
use super::source_file::SourceFile;
use crate::answer::{Answer, Decision, Hit, ScopedQuestion};
use crate::guide::{Check, EntryId, FilmId, FilmIndex, Guide};
use crate::library::Library;

/// The code of a check that got another answer than it must.
pub(super) const FAILED_CHECK: &str = "failed-check";

/// A check that got another answer than it must.
#[derive(Clone, Debug, PartialEq)]
pub struct BrokenCheck {
    /// The question.
    pub ask: String,
    /// The answers that it may get; none where the guide must stay silent.
    pub wanted: Vec<EntryId>,
    /// The decision on it.
    pub decision: Decision,
    /// The entries that it got.
    pub got: Vec<EntryId>,
}

/// Runs the checks of all guides, each asked about its own film.
pub(super) fn run(library: &Library, files: &[SourceFile]) -> Vec<Diagnostic> {
    let mut failed = Vec::new();
    for (film, guide) in library.films() {
        let number = files
            .iter()
            .position(|file| file.film_id.as_ref() == Some(&guide.id));
        let Some(number) = number else {
            continue;
        };
        for (check, answer) in failing(library, film, guide) {
            let line = rest_of_line(&files[number].text, check.offset);
            let error = Diagnostic::error(FAILED_CHECK, message(check, &answer, library));
            failed.push(error.at(number, &line).help(help(check)));
        }
    }
    failed
}

/// Returns the checks of a film that hold in one library and break in another.
pub fn broken_checks(before: &Library, after: &Library, film: &FilmId) -> Vec<BrokenCheck> {
    let of = |library: &Library| library.film(film.as_str());
    let Some((film_after, guide)) = of(after).and_then(|film| Some((film, after.guide(film)?)))
    else {
        return Vec::new();
    };
    let held = |check: &Check| {
        let film = of(before);
        film.is_none_or(|film| passes(check, &ask(before, film, check), film))
    };
    let failing = failing(after, film_after, guide);
    let broken = failing.filter(|(check, _)| held(check));
    broken
        .map(|(check, answer)| BrokenCheck {
            ask: check.ask.clone(),
            wanted: check.answers.clone(),
            decision: answer.decision,
            got: answer.hits.into_iter().map(|hit| hit.entry).collect(),
        })
        .collect()
}

/// Returns the checks of a guide that get another answer than they must, with that answer.
fn failing<'a>(
    library: &'a Library,
    film: FilmIndex,
    guide: &'a Guide,
) -> impl Iterator<Item = (&'a Check, Answer)> {
    let asked = guide.checks.iter();
    let asked = asked.map(move |check| (check, ask(library, film, check)));
    asked.filter(move |(check, answer)| !passes(check, answer, film))
}

/// Asks a check about its own film.
fn ask(library: &Library, film: FilmIndex, check: &Check) -> Answer {
    library.ask(&ScopedQuestion {
        text: &check.ask,
        film: Some(film),
        ..ScopedQuestion::default()
    })
}

/// Returns whether the answer is one that the check accepts; a suggestion never is.
fn passes(check: &Check, answer: &Answer, film: FilmIndex) -> bool {
    if check.answers.is_empty() {
        return answer.decision == Decision::Unknown;
    }
    let accepted = |hit: &Hit| hit.film == film && check.answers.contains(&hit.entry);
    answer.decision == Decision::Confident && answer.hits.first().is_some_and(accepted)
}

fn message(check: &Check, answer: &Answer, library: &Library) -> String {
    let ask = quoted(&check.ask);
    let wanted = match check.answers.as_slice() {
        [] => "no answer".to_owned(),
        ids => {
            let ids: Vec<&str> = ids.iter().map(EntryId::as_str).collect();
            ids.join(" or ")
        }
    };
    let named = |hit: &Hit| match library.entry(hit) {
        Some((_, entry)) => format!("{} {}", hit.entry, quoted(&entry.title)),
        None => hit.entry.to_string(),
    };
    let hits: Vec<String> = answer.hits.iter().map(named).collect();
    let got = match answer.decision {
        Decision::Confident => hits.join(", "),
        Decision::Suggest => format!("suggested: {}", hits.join(", ")),
        Decision::Unknown => "no answer".to_owned(),
    };
    let confidence = answer.confidence;
    format!("the check {ask} wants {wanted}, but got {got} (confidence {confidence:.2})")
}

fn help(check: &Check) -> &'static str {
    if check.answers.is_empty() {
        "take out the phrasing that comes too near, or remove the check if the guide does answer it"
    } else {
        "add this wording to the `ask` of the right entry, or change the check"
    }
}

fn rest_of_line(text: &str, offset: usize) -> std::ops::Range<usize> {
    let rest = text.get(offset..).unwrap_or_default();
    offset..offset + rest.find('\n').unwrap_or(rest.len())
}
