//! Asks every `[[check]]` of the guides and says which ones got another answer than they must.

use super::diagnostic::{Diagnostic, quoted};
use super::source_file::SourceFile;
use crate::answer::{Answer, Decision, Hit, ScopedQuestion};
use crate::guide::{Check, EntryId, FilmIndex};
use crate::library::Library;

/// The code of a check that got another answer than it must.
pub(super) const FAILED_CHECK: &str = "failed-check";

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
        for check in &guide.checks {
            let question = ScopedQuestion {
                text: &check.ask,
                film: Some(film),
                ..ScopedQuestion::default()
            };
            let answer = library.ask(&question);
            if !passes(check, &answer, film) {
                let error = Diagnostic::error(FAILED_CHECK, message(check, &answer, library));
                failed.push(error.at(number, &check.span).help(help(check)));
            }
        }
    }
    failed
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
