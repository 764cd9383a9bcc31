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
const RECORDED: [Set; 12] = [
    // set                                                                               P@1    P@3    AUROC  right  wrong  outside: answered, suggested
    ours("tests/data/red_rocket/report.tsv",                                           [0.916, 0.961, 0.947, 0.740, 0.018, 0.054, 0.059]),
    fewer("--phrasings 3", "tests/data/red_rocket/report.tsv",                         [0.862, 0.946, 0.921, 0.596, 0.045, 0.044, 0.108]),
    fewer("--phrasings 0", "tests/data/red_rocket/report.tsv",                         [0.817, 0.928, 0.920, 0.563, 0.054, 0.044, 0.103]),
    fewer("--guides strangers --film the-salt-orchard", "tests/data/strangers/the-salt-orchard-report.tsv", [0.882, 0.941, 0.971, 0.647, 0.000, 0.000, 0.000]),
    fewer("--guides strangers --film the-salt-orchard --phrasings 0", "tests/data/strangers/the-salt-orchard-report.tsv", [0.794, 0.882, 0.952, 0.618, 0.000, 0.000, 0.125]),
    fewer("--guides strangers --film nightbus-to-halden", "tests/data/strangers/nightbus-to-halden-report.tsv", [0.806, 0.917, 0.944, 0.500, 0.028, 0.000, 0.250]),
    fewer("--guides strangers --film nightbus-to-halden --phrasings 0", "tests/data/strangers/nightbus-to-halden-report.tsv", [0.722, 0.917, 0.951, 0.389, 0.028, 0.000, 0.125]),
    theirs("", "movie_questions/queries.jsonl",                                        [ NONE,  NONE,  NONE,  NONE,  NONE, 0.007, 0.020]),
    theirs("sofmattress/entries.jsonl", "sofmattress/queries.jsonl",                   [0.802, 0.972, 0.897, 0.605, 0.055, 0.090, 0.479]),
    theirs("covidfaq/entries.jsonl", "covidfaq/queries.jsonl",                         [0.752, 0.939,  NONE, 0.589, 0.118,  NONE,  NONE]),
    theirs("covidfaq/entries.jsonl", "covidfaq/queries_typo.jsonl",                    [0.710, 0.916,  NONE, 0.501, 0.134,  NONE,  NONE]),
    theirs("clinc150_dev/entries.jsonl", "clinc150_dev/queries_dev.jsonl",             [0.782, 0.920, 0.940, 0.643, 0.076, 0.050, 0.585]),
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
