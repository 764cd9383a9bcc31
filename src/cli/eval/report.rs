//! The report of a measurement, in the shape in which `--json` prints it.

use serde::Serialize;

use super::measure::MeasuredOutcome;
use super::metrics;
use crate::answer::Decision;
use crate::library::Library;

/// All figures of a measurement, in the order in which `--json` prints them.
#[derive(Debug, Serialize)]
pub(super) struct EvalReport {
    pub(super) questions: usize,
    pub(super) in_guide: usize,
    pub(super) outside: usize,
    pub(super) p_at_1: Option<f64>,
    pub(super) p_at_3: Option<f64>,
    pub(super) mrr: Option<f64>,
    pub(super) auroc: Option<f64>,
    #[serde(flatten)]
    pub(super) decisions: Decisions,
    /// The same where somebody asks the program itself, and is offered more.
    pub(super) asked_directly: Decisions,
    /// The share of the guide's questions that are then answered right or offered the right entry.
    pub(super) right_or_offered: Option<f64>,
    pub(super) right_at_false_rate: RightAtFalseRate,
    pub(super) latency_us: Latency,
    pub(super) films: usize,
    pub(super) entries: usize,
    pub(super) phrasings: usize,
    pub(super) build_ms: f64,
}

/// The number of questions for each decision.
#[derive(Debug, Default, Serialize)]
pub(super) struct Decisions {
    pub(super) right: usize,
    pub(super) wrong: usize,
    pub(super) suggested_right: usize,
    pub(super) suggested_wrong: usize,
    pub(super) unknown: usize,
    pub(super) outside_answered: usize,
    pub(super) outside_suggested: usize,
    pub(super) outside_unknown: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct RightAtFalseRate {
    #[serde(rename = "0.02")]
    pub(super) two_percent: Option<f64>,
    #[serde(rename = "0.05")]
    pub(super) five_percent: Option<f64>,
    #[serde(rename = "0.10")]
    pub(super) ten_percent: Option<f64>,
}

#[derive(Debug, Serialize)]
pub(super) struct Latency {
    pub(super) p50: Option<f64>,
    pub(super) p90: Option<f64>,
    pub(super) p99: Option<f64>,
    pub(super) max: Option<f64>,
}

impl EvalReport {
    /// Sums up what came of the questions, how long each took (sorted), and how long the library took to build.
    pub(super) fn new(
        library: &Library,
        outcomes: &[MeasuredOutcome<'_>],
        latencies: &[f64],
        build_ms: f64,
    ) -> Self {
        let (inside, outside): (Vec<_>, Vec<_>) =
            outcomes.iter().partition(|outcome| outcome.is_inside());
        let ranks: Vec<_> = inside.iter().map(|outcome| outcome.rank).collect();
        let first: Vec<_> = inside
            .iter()
            .map(|outcome| (outcome.rank == Some(1), outcome.answer.confidence))
            .collect();
        let inside_sure: Vec<_> = first.iter().map(|(_, confidence)| *confidence).collect();
        let outside_sure: Vec<_> = outside.iter().map(|one| one.answer.confidence).collect();
        let asked_directly = Decisions::count(outcomes, |one| one.asked_directly);
        Self {
            questions: outcomes.len(),
            in_guide: inside.len(),
            outside: outside.len(),
            p_at_1: metrics::precision_at(1, &ranks),
            p_at_3: metrics::precision_at(3, &ranks),
            mrr: metrics::mean_reciprocal_rank(&ranks),
            auroc: metrics::auroc(&inside_sure, &outside_sure),
            decisions: Decisions::count(outcomes, |one| (one.answer.decision, one.decided_right)),
            right_or_offered: asked_directly.right_or_offered(inside.len()),
            asked_directly,
            right_at_false_rate: RightAtFalseRate::new(&first, &outside_sure),
            latency_us: Latency::new(latencies),
            films: library.guides().len(),
            entries: library
                .guides()
                .iter()
                .map(|guide| guide.entries().count())
                .sum(),
            phrasings: library.index().n_phrasings(),
            build_ms,
        }
    }
}

impl RightAtFalseRate {
    fn new(inside: &[(bool, f32)], outside: &[f32]) -> Self {
        let right_at = |rate| metrics::right_at_false_rate(rate, inside, outside);
        Self {
            two_percent: right_at(0.02),
            five_percent: right_at(0.05),
            ten_percent: right_at(0.10),
        }
    }
}

impl Latency {
    fn new(sorted: &[f64]) -> Self {
        let at = |percent| metrics::percentile(percent, sorted);
        Self {
            p50: at(50.0),
            p90: at(90.0),
            p99: at(99.0),
            max: at(100.0),
        }
    }
}

impl Decisions {
    /// Counts decisions, each with whether a hit of it is right.
    fn count<'a>(
        outcomes: &[MeasuredOutcome<'a>],
        decided: impl Fn(&MeasuredOutcome<'a>) -> (Decision, bool),
    ) -> Self {
        let mut count = Self::default();
        for outcome in outcomes {
            let (decision, right) = decided(outcome);
            *match (outcome.is_inside(), decision) {
                (true, Decision::Confident) if right => &mut count.right,
                (true, Decision::Confident) => &mut count.wrong,
                (true, Decision::Suggest) if right => &mut count.suggested_right,
                (true, Decision::Suggest) => &mut count.suggested_wrong,
                (true, Decision::Unknown) => &mut count.unknown,
                (false, Decision::Confident) => &mut count.outside_answered,
                (false, Decision::Suggest) => &mut count.outside_suggested,
                (false, Decision::Unknown) => &mut count.outside_unknown,
            } += 1;
        }
        count
    }

    fn right_or_offered(&self, n_inside: usize) -> Option<f64> {
        let n_right = self.right + self.suggested_right;
        (n_inside > 0).then(|| n_right as f64 / n_inside as f64)
    }
}
