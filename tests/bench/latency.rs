//! `cargo bench -- latency [N…]`: how long single questions take, as percentiles, and what building costs.
//!
//! Criterion reports means; what people notice are the slowest. Each row asks every question once to warm
//! up, then once on the clock. For the peak of memory run one size under `/usr/bin/time -v`.

use std::hint::black_box;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Instant;

use frontrow::answer::{Decision, ScopedQuestion};
use frontrow::guide::Guide;
use frontrow::library::Library;

use super::generated::Generated;
use super::{ON_RED_ROCKET, red_rocket};

/// The sizes that are measured where none is named, in entries.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// The number of generated questions that are asked.
const N_QUESTIONS: usize = 5_000;
/// The number of times that the questions on the real guide are asked: they are few.
const ROUNDS: usize = 500;

/// Prints a table; `sizes` in entries.
pub(crate) fn print(sizes: &[usize]) -> io::Result<()> {
    let out = &mut io::stdout();
    writeln!(
        out,
        "{:<24}{:>10}{:>10}{:>9}{:>9}{:>9}{:>9}{:>10}",
        "guides", "build ms", "index kB", "p50 us", "p90 us", "p99 us", "max us", "hits for"
    )?;
    if sizes.is_empty() {
        let asked: Vec<&str> = ON_RED_ROCKET
            .iter()
            .copied()
            .cycle()
            .take(ROUNDS * ON_RED_ROCKET.len())
            .collect();
        row(out, "Red Rocket", red_rocket().guides().to_vec(), &asked)?;
    }
    for &n_entries in if sizes.is_empty() { &SIZES[..] } else { sizes } {
        let generated = Generated::new(n_entries);
        let questions = generated.questions(N_QUESTIONS);
        let asked: Vec<&str> = questions.iter().map(|asked| asked.text.as_str()).collect();
        row(
            out,
            &format!("corpus of {n_entries}"),
            generated.as_corpus(),
            &asked,
        )?;
        row(
            out,
            &format!("films with {n_entries}"),
            generated.as_films(),
            &asked,
        )?;
    }
    Ok(())
}

fn row(
    out: &mut impl Write,
    name: &str,
    guides: Vec<impl Into<Arc<Guide>>>,
    questions: &[&str],
) -> io::Result<()> {
    // What every library shares is loaded with the first question, and is none of this one's cost.
    black_box(red_rocket().ask(&ScopedQuestion::default()));
    let before = resident_kb();
    let start = Instant::now();
    let library = Library::build(guides, &[]);
    let build_ms = start.elapsed().as_secs_f64() * 1e3;
    let index_kb = resident_kb() - before;
    let ask = |text: &str| {
        let question = ScopedQuestion {
            text,
            ..ScopedQuestion::default()
        };
        black_box(library.ask(black_box(&question))).decision
    };
    let is_answered = |text: &&&str| ask(text) != Decision::Unknown;
    let n_answered = questions.iter().filter(is_answered).count();
    let mut times: Vec<f64> = questions
        .iter()
        .map(|text| {
            let start = Instant::now();
            ask(text);
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1]
    };
    let answered = n_answered as f64 / questions.len() as f64 * 100.0;
    writeln!(
        out,
        "{name:<24}{build_ms:>10.1}{index_kb:>10}{:>9.1}{:>9.1}{:>9.1}{:>9.1}{answered:>8.1} %",
        at(0.5),
        at(0.9),
        at(0.99),
        at(1.0)
    )
}

/// Returns how much memory the program holds, in kB; 0 where the system does not say so in Linux's way.
fn resident_kb() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let figure = line.and_then(|line| line.split_whitespace().next());
    figure.and_then(|kb| kb.parse().ok()).unwrap_or(0)
}
