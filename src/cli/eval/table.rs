//! The report of a measurement as a table for people: counts with their shares, in groups.

use std::io::{self, Write};

use super::report::EvalReport;
use crate::cli::table::{self, Column, left, right};

/// A name, a figure, and a share of the group.
type TableRow = [String; 3];

const COLUMNS: [Column; 3] = [left(24, 0), right(9, 0), right(10, 0)];

/// Writes the table.
pub(super) fn write(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    let groups = [inside, outside, directly, confidence, latency, library];
    let rows = groups.iter().enumerate().flat_map(|(at, group)| {
        let between = (at > 0).then(|| row("", "", ""));
        between.into_iter().chain(group(report))
    });
    table::write(out, &COLUMNS, rows)
}

fn inside(report: &EvalReport) -> Vec<TableRow> {
    let decided = &report.decisions;
    let n = report.in_guide;
    vec![
        row("in the guide", &n.to_string(), ""),
        row("  right entry first", "", &percent(report.p_at_1)),
        row("  among the first three", "", &percent(report.p_at_3)),
        row("  mean reciprocal rank", &figure(report.mrr, 3), ""),
        counted("  answered right", decided.right, n),
        counted("  answered wrong", decided.wrong, n),
        counted("  suggested right", decided.suggested_right, n),
        counted("  suggested wrong", decided.suggested_wrong, n),
        counted("  unknown", decided.unknown, n),
    ]
}

fn outside(report: &EvalReport) -> Vec<TableRow> {
    let decided = &report.decisions;
    let n = report.outside;
    vec![
        row("outside", &n.to_string(), ""),
        counted("  answered", decided.outside_answered, n),
        counted("  suggested", decided.outside_suggested, n),
        counted("  unknown", decided.outside_unknown, n),
    ]
}

fn directly(report: &EvalReport) -> Vec<TableRow> {
    let decided = &report.asked_directly;
    let (n, n_outside) = (report.in_guide, report.outside);
    vec![
        row("asked directly", "", ""),
        counted("  answered right", decided.right, n),
        counted("  offered right", decided.suggested_right, n),
        row("  right or offered", "", &percent(report.right_or_offered)),
        counted("  answered wrong", decided.wrong, n),
        counted("  outside answered", decided.outside_answered, n_outside),
        counted("  outside offered", decided.outside_suggested, n_outside),
    ]
}

fn confidence(report: &EvalReport) -> Vec<TableRow> {
    let right = &report.right_at_false_rate;
    vec![
        row("confidence", "", ""),
        row("  inside above outside", &figure(report.auroc, 3), ""),
        row("  right at  2 % false", "", &percent(right.two_percent)),
        row("  right at  5 % false", "", &percent(right.five_percent)),
        row("  right at 10 % false", "", &percent(right.ten_percent)),
    ]
}

fn latency(report: &EvalReport) -> Vec<TableRow> {
    let latency = &report.latency_us;
    vec![
        row("latency, µs", "", ""),
        row("  half within", &figure(latency.p50, 1), ""),
        row("  90 % within", &figure(latency.p90, 1), ""),
        row("  99 % within", &figure(latency.p99, 1), ""),
        row("  longest", &figure(latency.max, 1), ""),
    ]
}

fn library(report: &EvalReport) -> Vec<TableRow> {
    vec![
        row("library", "", ""),
        row("  films", &report.films.to_string(), ""),
        row("  entries", &report.entries.to_string(), ""),
        row("  phrasings", &report.phrasings.to_string(), ""),
        row("  built in, ms", &figure(Some(report.build_ms), 1), ""),
    ]
}

fn row(name: &str, figure: &str, share: &str) -> TableRow {
    [name, figure, share].map(str::to_owned)
}

fn counted(name: &str, n: usize, of: usize) -> TableRow {
    let share = (of > 0).then(|| n as f64 / of as f64);
    row(name, &n.to_string(), &percent(share))
}

fn percent(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{:.1} %", value * 100.0))
}

fn figure(value: Option<f64>, n_decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.n_decimals$}"))
}
