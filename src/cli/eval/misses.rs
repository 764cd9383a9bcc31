//! The list that `eval --misses` adds: the questions that went wrong, each with its place and what was said.

use std::io::{self, Write};

use super::measure::MeasuredOutcome;
use crate::answer::{Decision, Hit};
use crate::library::Library;

/// Writes guide questions that were neither ranked first nor answered right, and outside questions that were
/// answered or got suggestions.
pub(super) fn write(
    out: &mut impl Write,
    library: &Library,
    outcomes: &[MeasuredOutcome<'_>],
) -> io::Result<()> {
    for outcome in outcomes {
        let missed = if outcome.is_inside() {
            outcome.rank != Some(1) && !is_answered_right(outcome)
        } else {
            outcome.answer.decision != Decision::Unknown
        };
        if missed {
            write_one(out, library, outcome)?;
        }
    }
    Ok(())
}

fn is_answered_right(outcome: &MeasuredOutcome<'_>) -> bool {
    outcome.answer.decision == Decision::Confident && outcome.decided_right
}

fn write_one(
    out: &mut impl Write,
    library: &Library,
    outcome: &MeasuredOutcome<'_>,
) -> io::Result<()> {
    let case = outcome.asked.case;
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
    let decided = &outcome.answer.hits;
    let best = outcome.first.iter().filter(|_| decided.is_empty());
    let got: Vec<String> = decided
        .iter()
        .chain(best)
        .map(|hit| id(library, hit))
        .collect();
    writeln!(
        out,
        "{}: {}\n    wanted {wanted}\n    {decision} {:.3}: {}",
        case.place,
        case.question,
        outcome.answer.confidence,
        got.join(", ")
    )
}

/// Returns the id of an entry as a set of questions has it: after its film's where there are several films.
fn id(library: &Library, hit: &Hit) -> String {
    match (library.guide(hit.film), library.guides().len()) {
        (Some(guide), 2..) => format!("{}:{}", guide.id, hit.entry),
        _ => hit.entry.to_string(),
    }
}
