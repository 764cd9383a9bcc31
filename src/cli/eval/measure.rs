//! Runs the questions through the library, just as all surfaces do, and notes what came of each.

use std::hint::black_box;
use std::time::Instant;

use super::gold::AskedCase;
use crate::answer::{Answer, Decision, Hit, ScopedQuestion};
use crate::library::Library;

/// The outcome of a question.
#[derive(Debug)]
pub(super) struct MeasuredOutcome<'a> {
    /// The question.
    pub(super) asked: &'a AskedCase<'a>,
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
        self.asked.is_inside()
    }
}

/// Asks and ranks a question.
pub(super) fn outcome<'a>(library: &Library, asked: &'a AskedCase<'a>) -> MeasuredOutcome<'a> {
    let is_right = |hit: &Hit| asked.is_right(hit);
    let answer = library.ask(&asked.question);
    let ranking = library.rank(&asked.question);
    let directly = library.ask(&ScopedQuestion {
        is_addressed: true,
        ..asked.question
    });
    let has_right = |answer: &Answer| answer.hits.iter().any(is_right);
    MeasuredOutcome {
        asked,
        decided_right: has_right(&answer),
        asked_directly: (directly.decision, has_right(&directly)),
        answer,
        rank: ranking.iter().position(is_right).map(|index| index + 1),
        first: ranking.into_iter().next(),
    }
}

/// Returns how many microseconds each question takes from text to decision, sorted.
///
/// All are asked once before, so that memory and caches are as in a program that has run for a while.
pub(super) fn latencies(library: &Library, cases: &[AskedCase<'_>]) -> Vec<f64> {
    let ask = |asked: &AskedCase<'_>| {
        black_box(library.ask(black_box(&asked.question)));
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
