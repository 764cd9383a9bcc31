//! The report of a measurement: its shape as JSON, and as a table.

use std::io::{self, Write};

use serde::Serialize;

use super::measure::Outcome;
use super::metrics;
use crate::answer::Decision;
use crate::content::Library;

/// All figures of a measurement, in the order in which `--json` prints them.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    questions: usize,
    in_guide: usize,
    outside: usize,
    p_at_1: Option<f64>,
    p_at_3: Option<f64>,
    mrr: Option<f64>,
    auroc: Option<f64>,
    #[serde(flatten)]
    decisions: Decisions,
    right_at_false_rate: RightAtFalseRate,
    latency_us: Latency,
    entries: usize,
    phrasings: usize,
    build_ms: f64,
}

/// How many questions were decided how.
#[derive(Debug, Default, Serialize)]
struct Decisions {
    right: usize,
    wrong: usize,
    suggested_right: usize,
    suggested_wrong: usize,
    unknown: usize,
    outside_answered: usize,
    outside_suggested: usize,
    outside_unknown: usize,
}

#[derive(Debug, Serialize)]
struct RightAtFalseRate {
    #[serde(rename = "0.02")]
    two_percent: Option<f64>,
    #[serde(rename = "0.05")]
    five_percent: Option<f64>,
    #[serde(rename = "0.10")]
    ten_percent: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Latency {
    p50: Option<f64>,
    p90: Option<f64>,
    p99: Option<f64>,
    max: Option<f64>,
}

impl Report {
    /// Sums up what came of the questions, how long each took (sorted), and how long the library took to build.
    pub(super) fn new(
        library: &Library,
        outcomes: &[Outcome<'_>],
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
        Self {
            questions: outcomes.len(),
            in_guide: inside.len(),
            outside: outside.len(),
            p_at_1: metrics::precision_at(1, &ranks),
            p_at_3: metrics::precision_at(3, &ranks),
            mrr: metrics::mean_reciprocal_rank(&ranks),
            auroc: metrics::auroc(&inside_sure, &outside_sure),
            decisions: Decisions::count(outcomes),
            right_at_false_rate: RightAtFalseRate::new(&first, &outside_sure),
            latency_us: Latency::new(latencies),
            entries: library
                .guides()
                .iter()
                .map(|guide| guide.entries().count())
                .sum(),
            phrasings: library.index().n_phrasings(),
            build_ms,
        }
    }

    /// Writes the report as a table for people.
    pub(super) fn write_table(&self, out: &mut impl Write) -> io::Result<()> {
        let mut row = |name: &str, value: String| writeln!(out, "{name:<26}{value:>10}");
        let decided = &self.decisions;
        row("questions", self.questions.to_string())?;
        row("in the guide", self.in_guide.to_string())?;
        row("  first is right", percent(self.p_at_1))?;
        row("  right among three", percent(self.p_at_3))?;
        row("  mean reciprocal rank", figure(self.mrr, 3))?;
        row("  answered right", decided.right.to_string())?;
        row("  answered wrong", decided.wrong.to_string())?;
        row("  suggested right", decided.suggested_right.to_string())?;
        row("  suggested wrong", decided.suggested_wrong.to_string())?;
        row("  unknown", decided.unknown.to_string())?;
        row("outside", self.outside.to_string())?;
        row("  answered", decided.outside_answered.to_string())?;
        row("  suggested", decided.outside_suggested.to_string())?;
        row("  unknown", decided.outside_unknown.to_string())?;
        row("inside surer than outside", figure(self.auroc, 3))?;
        row(
            "right at  2 % false",
            percent(self.right_at_false_rate.two_percent),
        )?;
        row(
            "right at  5 % false",
            percent(self.right_at_false_rate.five_percent),
        )?;
        row(
            "right at 10 % false",
            percent(self.right_at_false_rate.ten_percent),
        )?;
        row("latency p50, µs", figure(self.latency_us.p50, 1))?;
        row("latency p90, µs", figure(self.latency_us.p90, 1))?;
        row("latency p99, µs", figure(self.latency_us.p99, 1))?;
        row("latency max, µs", figure(self.latency_us.max, 1))?;
        row("entries", self.entries.to_string())?;
        row("phrasings", self.phrasings.to_string())?;
        row("built in, ms", figure(Some(self.build_ms), 1))
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
    fn count(outcomes: &[Outcome<'_>]) -> Self {
        let mut count = Self::default();
        for outcome in outcomes {
            let right = outcome.decided_right;
            *match (outcome.is_inside(), &outcome.answer.decision) {
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
}

fn percent(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{:.1} %", value * 100.0))
}

fn figure(value: Option<f64>, n_decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.n_decimals$}"))
}
