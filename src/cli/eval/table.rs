//! The report of a measurement as a table for people: counts with their shares, in groups.

use std::io::{self, Write};

use super::report::EvalReport;

/// Writes the table.
pub(super) fn write(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    inside(out, report)?;
    outside(out, report)?;
    confidence(out, report)?;
    latency(out, report)?;
    row(out, "library", "", "")?;
    row(out, "  entries", &report.entries.to_string(), "")?;
    row(out, "  phrasings", &report.phrasings.to_string(), "")?;
    row(out, "  built in, ms", &figure(Some(report.build_ms), 1), "")
}

fn inside(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    let decided = &report.decisions;
    row(out, "in the guide", &report.in_guide.to_string(), "")?;
    row(out, "  right entry first", "", &percent(report.p_at_1))?;
    row(out, "  among the first three", "", &percent(report.p_at_3))?;
    row(out, "  mean reciprocal rank", &figure(report.mrr, 3), "")?;
    for (name, n) in [
        ("  answered right", decided.right),
        ("  answered wrong", decided.wrong),
        ("  suggested right", decided.suggested_right),
        ("  suggested wrong", decided.suggested_wrong),
        ("  unknown", decided.unknown),
    ] {
        row(out, name, &n.to_string(), &share(n, report.in_guide))?;
    }
    writeln!(out)
}

fn outside(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    let decided = &report.decisions;
    row(out, "outside", &report.outside.to_string(), "")?;
    for (name, n) in [
        ("  answered", decided.outside_answered),
        ("  suggested", decided.outside_suggested),
        ("  unknown", decided.outside_unknown),
    ] {
        row(out, name, &n.to_string(), &share(n, report.outside))?;
    }
    writeln!(out)
}

fn confidence(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    let right = &report.right_at_false_rate;
    row(out, "confidence", "", "")?;
    row(out, "  inside above outside", &figure(report.auroc, 3), "")?;
    row(
        out,
        "  right at  2 % false",
        "",
        &percent(right.two_percent),
    )?;
    row(
        out,
        "  right at  5 % false",
        "",
        &percent(right.five_percent),
    )?;
    row(
        out,
        "  right at 10 % false",
        "",
        &percent(right.ten_percent),
    )?;
    writeln!(out)
}

fn latency(out: &mut impl Write, report: &EvalReport) -> io::Result<()> {
    let latency = &report.latency_us;
    row(out, "latency, µs", "", "")?;
    row(out, "  half within", &figure(latency.p50, 1), "")?;
    row(out, "  90 % within", &figure(latency.p90, 1), "")?;
    row(out, "  99 % within", &figure(latency.p99, 1), "")?;
    row(out, "  longest", &figure(latency.max, 1), "")?;
    writeln!(out)
}

fn row(out: &mut impl Write, name: &str, figure: &str, share: &str) -> io::Result<()> {
    let row = format!("{name:<24}{figure:>9}{share:>10}");
    writeln!(out, "{}", row.trim_end())
}

fn share(n: usize, of: usize) -> String {
    percent((of > 0).then(|| n as f64 / of as f64))
}

fn percent(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{:.1} %", value * 100.0))
}

fn figure(value: Option<f64>, n_decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.n_decimals$}"))
}
