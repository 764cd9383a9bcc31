//! Fits the weights of the ranking (`src/search/score.rs`) and of the confidence (`src/answer/confidence.rs`).
//!
//!     FRONTROW_EVAL_DIR=…/eval cargo bench --bench fit
//!
//! It asks the tuning halves of all question sets, each guide also with eight, three and no phrasings an entry, prints
//! the weights beside those of today, and how much better they would be. The best entries by today's weights are what is
//! fitted on, so that a second run after new weights goes a little further. Nothing is written: take over what helps,
//! then look at `cargo test accuracy`.
#![expect(clippy::print_stdout, reason = "a bench talks to the one who runs it")]

mod gradient;
mod sets;

use gradient::minimize;
use sets::{Asked, Input, Set};

/// The strength with which weights are held near today's. Cross-validated on the tuning questions: held near zero
/// instead, the confidence loses a point of AUROC on collections and on guides with few phrasings.
const RIDGE: f64 = 1e-3;
/// The weight of a wrong best entry: the guide has the answer, but this is not it.
const WRONG_ENTRY: f64 = 0.5;

fn main() {
    let sets = sets::all();
    for set in &sets {
        println!("{:<40} {} questions", set.name, set.asked.len());
    }
    ranking(&sets);
    confidence(&sets);
}

/// Fits the ranking: a softmax over the entries of each question.
fn ranking(sets: &[Set]) {
    let weight_of_all: f64 = sets.iter().map(|set| set.weight).sum();
    let mut questions: Vec<(f64, &Asked)> = Vec::new();
    for set in sets {
        let inside = || set.asked.iter().filter(|asked| asked.has_right_entry());
        let weight = set.weight / weight_of_all / inside().count().max(1) as f64;
        questions.extend(inside().map(|asked| (weight, asked)));
    }
    let Some(first) = questions
        .first()
        .and_then(|(_, asked)| asked.entries.first())
    else {
        return;
    };
    let loss = |weights: &[f64], gradient: &mut [f64]| {
        let losses = questions
            .iter()
            .map(|(weight, asked)| weight * softmax(asked, *weight, weights, gradient));
        losses.sum()
    };
    report("ranking", &first.inputs, &loss);
}

/// Returns how unlikely the right entries of a question are, and adds `weight` times its gradient.
fn softmax(asked: &Asked, weight: f64, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let scores: Vec<f64> = asked
        .entries
        .iter()
        .map(|entry| dot(&entry.inputs, weights))
        .collect();
    let best = scores.iter().copied().fold(f64::MIN, f64::max);
    let odds: Vec<f64> = scores.iter().map(|score| (score - best).exp()).collect();
    let all: f64 = odds.iter().sum();
    let of_right = asked
        .entries
        .iter()
        .zip(&odds)
        .filter(|(entry, _)| entry.is_right);
    let right: f64 = of_right.map(|(_, odds)| odds).sum();
    for (entry, odds) in asked.entries.iter().zip(&odds) {
        let wanted = if entry.is_right { odds / right } else { 0.0 };
        add(gradient, &entry.inputs, weight * (odds / all - wanted));
    }
    -(right / all).ln()
}

/// Fits the confidence: a logistic regression.
fn confidence(sets: &[Set]) {
    let weight_of_all: f64 = sets.iter().map(|set| set.weight + set.outside).sum();
    let mut cases: Vec<(f64, f64, &[Input])> = Vec::new();
    for set in sets {
        for (is_inside, weight) in [(true, set.weight), (false, set.outside)] {
            let asked = || {
                set.asked
                    .iter()
                    .filter(move |asked| asked.is_inside == is_inside)
            };
            let weight = weight / weight_of_all / asked().count().max(1) as f64;
            cases.extend(asked().filter_map(|asked| {
                let label = match (is_inside, asked.entries.first()?.is_right) {
                    (true, true) => 1.0,
                    (true, false) => WRONG_ENTRY,
                    (false, _) => 0.0,
                };
                Some((weight, label, asked.evidence.as_slice()))
            }));
        }
    }
    let Some((.., first)) = cases.first() else {
        return;
    };
    let loss = |weights: &[f64], gradient: &mut [f64]| {
        let losses = cases.iter().map(|(weight, label, inputs)| {
            let sure = 1.0 / (1.0 + (-dot(inputs, weights)).exp());
            add(gradient, inputs, weight * (sure - label));
            -weight * (label * (sure + 1e-9).ln() + (1.0 - label) * (1.0 - sure + 1e-9).ln())
        });
        losses.sum()
    };
    report("confidence", first, &loss);
}

fn report(what: &str, inputs: &[Input], loss: &impl Fn(&[f64], &mut [f64]) -> f64) {
    let today: Vec<f64> = inputs.iter().map(|input| input.weight).collect();
    let fitted = minimize(&today, RIDGE, loss);
    let at = |weights: &[f64]| loss(weights, &mut vec![0.0; weights.len()]);
    println!(
        "\n{what}: loss {:.4} today, {:.4} fitted",
        at(&today),
        at(&fitted)
    );
    for (input, is) in inputs.iter().zip(&fitted) {
        println!("{:<36} {:>7.2} {is:>7.2}", input.name, input.weight);
    }
}

fn dot(inputs: &[Input], weights: &[f64]) -> f64 {
    inputs
        .iter()
        .zip(weights)
        .map(|(input, weight)| input.value * weight)
        .sum()
}

fn add(gradient: &mut [f64], inputs: &[Input], push: f64) {
    for (gradient, input) in gradient.iter_mut().zip(inputs) {
        *gradient += push * input.value;
    }
}
