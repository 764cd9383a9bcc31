//! Runs the questions through the library, just as all surfaces do, and notes what came of each.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Result, bail};

use super::questions::Case;
use crate::answer::{Answer, Decision, Hit, ScopedQuestion};
use crate::guide::{EntryId, FilmIndex};
use crate::library::Library;

/// The outcome of a question.
#[derive(Debug)]
pub(super) struct MeasuredOutcome<'a> {
    /// The question.
    pub(super) case: &'a Case,
    /// The decision.
    pub(super) answer: Answer,
    /// The best of the ranking, whatever the decision.
    pub(super) first: Option<Hit>,
    /// The place of the first right entry in the ranking of all entries, from 1.
    pub(super) rank: Option<usize>,
    /// True if a decided hit is right.
    pub(super) decided_right: bool,
    /// The decision where somebody asks the program itself, and whether a hit of it is right.
    pub(super) asked_directly: (Decision, bool),
}

impl MeasuredOutcome<'_> {
    /// Returns whether the guide has the answer.
    pub(super) fn is_inside(&self) -> bool {
        !self.case.gold.is_empty()
    }
}

/// Asks and ranks every question, each with its text in place of the blank one's.
pub(super) fn outcomes<'a>(
    library: &Library,
    blank: ScopedQuestion<'_>,
    cases: &'a [Case],
) -> Result<Vec<MeasuredOutcome<'a>>> {
    cases
        .iter()
        .map(|case| outcome(library, blank, case))
        .collect()
}

fn outcome<'a>(
    library: &Library,
    blank: ScopedQuestion<'_>,
    case: &'a Case,
) -> Result<MeasuredOutcome<'a>> {
    let gold = gold_ids(library, blank.film, case)?;
    let is_right = |hit: &Hit| gold.contains(&hit.entry);
    let question = ScopedQuestion {
        text: &case.question,
        ..blank
    };
    let answer = library.ask(&question);
    let ranking = library.rank(&question);
    let directly = library.ask(&ScopedQuestion {
        is_addressed: true,
        ..question
    });
    let has_right = |answer: &Answer| answer.hits.iter().any(is_right);
    Ok(MeasuredOutcome {
        case,
        decided_right: has_right(&answer),
        asked_directly: (directly.decision, has_right(&directly)),
        answer,
        rank: ranking.iter().position(is_right).map(|index| index + 1),
        first: ranking.into_iter().next(),
    })
}

/// Returns the ids of the right answers as they are today; a question may name former ones.
fn gold_ids(library: &Library, film: Option<FilmIndex>, case: &Case) -> Result<Vec<EntryId>> {
    let mut ids = Vec::new();
    for id in &case.gold {
        let found = library
            .films()
            .filter(|(index, _)| film.is_none_or(|film| film == *index))
            .filter_map(|(_, guide)| guide.entry(id));
        let n_before = ids.len();
        ids.extend(found.map(|entry| entry.id.clone()));
        if ids.len() == n_before {
            bail!("{}: there is no entry `{id}`", case.place);
        }
    }
    Ok(ids)
}

/// Returns how many microseconds each question takes from text to decision, sorted.
///
/// All are asked once before, so that memory and caches are as in a program that has run for a while.
pub(super) fn latencies(library: &Library, blank: ScopedQuestion<'_>, cases: &[Case]) -> Vec<f64> {
    let ask = |case: &Case| {
        black_box(library.ask(&ScopedQuestion {
            text: black_box(&case.question),
            ..blank
        }));
    };
    cases.iter().for_each(ask);
    let mut times: Vec<f64> = cases
        .iter()
        .map(|case| {
            let start = Instant::now();
            ask(case);
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times
}
