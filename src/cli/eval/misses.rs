//! The list that `eval --misses` adds: the questions that went wrong, each with its place and what was said.

use std::io::{self, Write};

use super::measure::MeasuredOutcome;
use crate::answer::Decision;

/// Writes guide questions that were neither ranked first nor answered right, and outside questions that were
/// answered or got suggestions.
pub(super) fn write(out: &mut impl Write, outcomes: &[MeasuredOutcome<'_>]) -> io::Result<()> {
    for outcome in outcomes {
        let missed = if outcome.is_inside() {
            outcome.rank != Some(1) && !is_answered_right(outcome)
        } else {
            outcome.answer.decision != Decision::Unknown
        };
        if missed {
            write_one(out, outcome)?;
        }
    }
    Ok(())
}

fn is_answered_right(outcome: &MeasuredOutcome<'_>) -> bool {
    outcome.answer.decision == Decision::Confident && outcome.decided_right
}

fn write_one(out: &mut impl Write, outcome: &MeasuredOutcome<'_>) -> io::Result<()> {
    let case = outcome.case;
    let wanted = if case.gold.is_empty() {
        "none".to_owned()
    } else {
        let rank = outcome
            .rank
            .map_or_else(|| "not ranked".to_owned(), |rank| format!("place {rank}"));
        format!("{} ({rank})", case.gold.join("|"))
    };
    let decision = match outcome.answer.decision {
        Decision::Confident => "answered",
        Decision::Suggest => "suggested",
        Decision::Unknown => "unknown",
    };
    let got: Vec<String> = if outcome.answer.hits.is_empty() {
        outcome
            .first
            .iter()
            .map(|hit| hit.entry.to_string())
            .collect()
    } else {
        outcome
            .answer
            .hits
            .iter()
            .map(|hit| hit.entry.to_string())
            .collect()
    };
    writeln!(
        out,
        "{}: {}\n    wanted {wanted}\n    {decision} {:.3}: {}",
        case.place,
        case.question,
        outcome.answer.confidence,
        got.join(", ")
    )
}
