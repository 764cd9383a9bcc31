//! The share of right answers, measured on questions with known answers, must not fall.
//!
//! The figures are those that `frontrow eval` prints: the very path that every question takes. To take over
//! new figures after a change that made things better (or worse for a good reason), run
//!
//!     FRONTROW_EVAL_DIR=…/eval cargo test accuracy -- --nocapture
//!
//! and paste the rows that it prints into [`RECORDED`]. Without the variable only the questions of our own
//! are measured. `report.tsv` is kept to report: look at its figures, never at its questions or its misses.

use std::env;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::Value;

use crate::harness::program::{Frontrow, project};

/// The distance by which a figure may fall behind what is recorded: one point.
const ALLOWED: f64 = 0.01;

/// A figure without questions behind it.
const NONE: f64 = f64::NAN;

/// The figures of each set, as `frontrow eval` with these arguments gives them.
///
/// Arguments are relative to this project for our own questions, to `FRONTROW_EVAL_DIR` for the others.
#[rustfmt::skip]
#[expect(clippy::approx_constant, reason = "shares of questions are near many constants")]
const RECORDED: [Set; 27] = [
    // set                                                                               P@1    P@3    AUROC  right  wrong  outside: answered, suggested
    ours("tests/data/red_rocket/report.tsv",                                           [0.904, 0.958, 0.940, 0.737, 0.027, 0.054, 0.078]),
    fewer("--phrasings 3", "tests/data/red_rocket/report.tsv",                         [0.886, 0.961, 0.927, 0.674, 0.039, 0.044, 0.162]),
    fewer("--phrasings 0", "tests/data/red_rocket/report.tsv",                         [0.856, 0.943, 0.929, 0.575, 0.042, 0.029, 0.176]),
    fewer("--guides strangers --film the-salt-orchard", "tests/data/strangers/the-salt-orchard-report.tsv", [0.882, 0.941, 0.974, 0.676, 0.029, 0.000, 0.125]),
    fewer("--guides strangers --film the-salt-orchard --phrasings 0", "tests/data/strangers/the-salt-orchard-report.tsv", [0.794, 0.882, 0.974, 0.559, 0.029, 0.000, 0.125]),
    fewer("--guides strangers --film nightbus-to-halden", "tests/data/strangers/nightbus-to-halden-report.tsv", [0.806, 0.917, 0.986, 0.361, 0.028, 0.000, 0.125]),
    fewer("--guides strangers --film nightbus-to-halden --phrasings 0", "tests/data/strangers/nightbus-to-halden-report.tsv", [0.722, 0.917, 0.951, 0.278, 0.000, 0.000, 0.125]),
    ours("tests/data/red_rocket/asked-report.tsv",                                     [0.890, 0.950, 0.965, 0.760, 0.030, 0.040, 0.070]),
    fewer("--phrasings 3", "tests/data/red_rocket/asked-report.tsv",                   [0.850, 0.950, 0.948, 0.660, 0.060, 0.060, 0.130]),
    fewer("--phrasings 0", "tests/data/red_rocket/asked-report.tsv",                   [0.810, 0.930, 0.947, 0.570, 0.040, 0.040, 0.180]),
    fewer("--guides strangers --film a-lullaby-for-the-glassblower", "tests/data/strangers/a-lullaby-for-the-glassblower-report.tsv", [0.725, 0.925, 0.805, 0.300, 0.000, 0.045, 0.455]),
    fewer("--guides strangers --film a-lullaby-for-the-glassblower --phrasings 0", "tests/data/strangers/a-lullaby-for-the-glassblower-report.tsv", [0.625, 0.850, 0.743, 0.175, 0.000, 0.000, 0.500]),
    fewer("--guides strangers --film midnight-at-lo-fu-pier", "tests/data/strangers/midnight-at-lo-fu-pier-report.tsv", [0.875, 0.925, 0.739, 0.350, 0.000, 0.136, 0.227]),
    fewer("--guides strangers --film midnight-at-lo-fu-pier --phrasings 0", "tests/data/strangers/midnight-at-lo-fu-pier-report.tsv", [0.650, 0.800, 0.738, 0.175, 0.000, 0.091, 0.273]),
    fewer("--guides strangers --film second-mowing", "tests/data/strangers/second-mowing-report.tsv", [0.750, 0.900, 0.789, 0.325, 0.050, 0.136, 0.182]),
    fewer("--guides strangers --film second-mowing --phrasings 0", "tests/data/strangers/second-mowing-report.tsv", [0.525, 0.800, 0.753, 0.150, 0.025, 0.091, 0.318]),
    fewer("--guides strangers --film the-patience-of-orbits", "tests/data/strangers/the-patience-of-orbits-report.tsv", [0.675, 0.825, 0.863, 0.350, 0.025, 0.045, 0.273]),
    fewer("--guides strangers --film the-patience-of-orbits --phrasings 0", "tests/data/strangers/the-patience-of-orbits-report.tsv", [0.700, 0.825, 0.842, 0.275, 0.025, 0.000, 0.364]),
    fewer("--guides strangers --film thirty-for-miss-tully", "tests/data/strangers/thirty-for-miss-tully-report.tsv", [0.650, 0.725, 0.817, 0.200, 0.000, 0.045, 0.364]),
    fewer("--guides strangers --film thirty-for-miss-tully --phrasings 0", "tests/data/strangers/thirty-for-miss-tully-report.tsv", [0.525, 0.750, 0.762, 0.150, 0.000, 0.045, 0.409]),
    fewer("--guides strangers --film tuppence-and-the-weather-oven", "tests/data/strangers/tuppence-and-the-weather-oven-report.tsv", [0.775, 0.875, 0.767, 0.375, 0.000, 0.136, 0.318]),
    fewer("--guides strangers --film tuppence-and-the-weather-oven --phrasings 0", "tests/data/strangers/tuppence-and-the-weather-oven-report.tsv", [0.725, 0.750, 0.748, 0.300, 0.000, 0.136, 0.273]),
    theirs("", "movie_questions/queries.jsonl",                                        [ NONE,  NONE,  NONE,  NONE,  NONE, 0.005, 0.030]),
    theirs("sofmattress/entries.jsonl", "sofmattress/queries.jsonl",                   [0.802, 0.972, 0.902, 0.605, 0.059, 0.090, 0.528]),
    theirs("covidfaq/entries.jsonl", "covidfaq/queries.jsonl",                         [0.752, 0.939,  NONE, 0.591, 0.115,  NONE,  NONE]),
    theirs("covidfaq/entries.jsonl", "covidfaq/queries_typo.jsonl",                    [0.710, 0.916,  NONE, 0.506, 0.131,  NONE,  NONE]),
    theirs("clinc150_dev/entries.jsonl", "clinc150_dev/queries_dev.jsonl",             [0.782, 0.920, 0.941, 0.646, 0.075, 0.050, 0.650]),
];

/// A set of questions and its figures.
#[derive(Clone, Copy)]
struct Set {
    /// The folder it is in.
    home: Home,
    /// The entries to ask, or nothing for the guides.
    corpus: &'static str,
    /// The film's guide and how many phrasings its entries keep, or nothing for the guides as they are.
    options: &'static str,
    /// The questions.
    questions: &'static str,
    /// The figures that are recorded.
    figures: Figures,
}

/// The folder in which a set of questions lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// In this project.
    Ours,
    /// In the folder of the development sets.
    Theirs,
}

/// P@1, P@3, AUROC; the shares of the guide's questions answered right and wrong; those of the others answered and met with suggestions.
type Figures = [f64; 7];

/// The names of the figures, each with true if more is better.
const NAMES: [(&str, bool); 7] = [
    ("P@1", true),
    ("P@3", true),
    ("AUROC", true),
    ("right", true),
    ("wrong", false),
    ("outside answered", false),
    ("outside suggested", false),
];

const fn ours(questions: &'static str, figures: Figures) -> Set {
    Set {
        home: Home::Ours,
        corpus: "",
        options: "",
        questions,
        figures,
    }
}

/// The guides of this project, or those of invented films as a stranger writes them, with fewer phrasings.
const fn fewer(options: &'static str, questions: &'static str, figures: Figures) -> Set {
    Set {
        options,
        ..ours(questions, figures)
    }
}

const fn theirs(corpus: &'static str, questions: &'static str, figures: Figures) -> Set {
    Set {
        home: Home::Theirs,
        corpus,
        options: "",
        questions,
        figures,
    }
}

#[test]
fn our_questions_are_answered_as_well_as_before() {
    check(Home::Ours, &project(""));
}

#[test]
fn the_development_sets_are_answered_as_well_as_before() {
    match env::var_os("FRONTROW_EVAL_DIR").filter(|dir| !dir.is_empty()) {
        Some(dir) => check(Home::Theirs, &project("").join(dir)),
        None => {
            // Written past the test's captured output, to be seen in every run.
            let line = "skipped: the development sets, because FRONTROW_EVAL_DIR is not set";
            let _ = writeln!(io::stderr(), "{line}");
        }
    }
}

/// Measures the sets of one folder and compares them with what is recorded.
#[track_caller]
#[expect(
    clippy::print_stdout,
    reason = "captured, and shown when the test fails or with --nocapture"
)]
fn check(home: Home, dir: &Path) {
    let sets: Vec<Set> = RECORDED
        .into_iter()
        .filter(|set| set.home == home)
        .collect();
    let measured: Vec<Figures> = thread::scope(|scope| {
        let running: Vec<_> = sets
            .iter()
            .map(|set| scope.spawn(|| measure(dir, set)))
            .collect();
        running
            .into_iter()
            .map(|set| set.join().expect("measured"))
            .collect()
    });
    let rows: Vec<Set> = sets
        .iter()
        .zip(&measured)
        .map(|(set, &figures)| Set { figures, ..*set })
        .collect();
    for row in &rows {
        println!("{row}");
    }
    let worse: Vec<String> = sets
        .iter()
        .zip(&rows)
        .flat_map(|(old, new)| worse(old, new))
        .collect();
    assert!(
        worse.is_empty(),
        "{worse:#?}\nthe new figures stand above, to be pasted into RECORDED"
    );
}

/// Says which figures fell.
fn worse(old: &Set, new: &Set) -> Vec<String> {
    let figures = NAMES
        .into_iter()
        .zip(old.figures.into_iter().zip(new.figures));
    figures
        .filter(|&((_, more_is_better), (old, new))| {
            let fallen = if more_is_better { old - new } else { new - old };
            fallen > ALLOWED || old.is_nan() != new.is_nan()
        })
        .map(|((name, _), (was, is))| {
            format!("{}: {name} was {was:.3} and is {is:.3}", new.questions)
        })
        .collect()
}

#[track_caller]
fn measure(dir: &Path, set: &Set) -> Figures {
    let path = |name: &str| -> PathBuf { dir.join(name) };
    let mut line = format!("eval --json \"{}\"", path(set.questions).display());
    if !set.corpus.is_empty() {
        line += &format!(" --corpus \"{}\"", path(set.corpus).display());
    }
    if !set.options.is_empty() {
        let options = set.options.replace(
            "strangers",
            &path("tests/data/strangers").display().to_string(),
        );
        line += &format!(" {options}");
    }
    let ran = Frontrow::with_real_guides().run(&line).ends_with(0);
    let report: Value = serde_json::from_str(&ran.out).expect("a report");
    let figure = |name: &str| report[name].as_f64().unwrap_or(NONE);
    let share = |part: &str, whole: &str| figure(part) / figure(whole);
    [
        figure("p_at_1"),
        figure("p_at_3"),
        figure("auroc"),
        share("right", "in_guide"),
        share("wrong", "in_guide"),
        share("outside_answered", "outside"),
        share("outside_suggested", "outside"),
    ]
}

/// The row of [`RECORDED`] that says this.
impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let figures = self.figures.map(|figure| {
            if figure.is_nan() {
                " NONE".to_owned()
            } else {
                format!("{figure:.3}")
            }
        });
        let call = match self.home {
            Home::Ours if !self.options.is_empty() => {
                format!("fewer({:?}, {:?},", self.options, self.questions)
            }
            Home::Ours => format!("ours({:?},", self.questions),
            Home::Theirs => format!("theirs({:?}, {:?},", self.corpus, self.questions),
        };
        write!(f, "    {call:<82} [{}]),", figures.join(", "))
    }
}
