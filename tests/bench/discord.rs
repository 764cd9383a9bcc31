//! The bot in a fake Discord, beside a bare bot that only echoes: how fast it replies, how much memory it holds.
//!
//! | command | |
//! |---|---|
//! | `cargo bench --bench discord` | everything, in a minute or two |
//! | `cargo bench --bench discord -- replies` | from a message's event to the reply to it |
//! | `cargo bench --bench discord -- memory` | at rest and after thousands of commands and buttons |
//! | `cargo bench -- --test` | everything once, to see that it works |
//!
//! The fake is that of the tests, in this process; each bot is a process of its own, which for some of them is this program again. Figures of
//! both bots come from the same minutes, a hundred messages each in turn, so that other load strikes both alike.
#![expect(clippy::print_stdout, reason = "a bench talks to the one who runs it")]

#[expect(dead_code, reason = "the tests use the rest of it")]
#[path = "../suite/harness/mod.rs"]
mod harness;

/// The bots, and what is measured.
mod discord {
    use super::harness;

    pub(crate) mod asked;
    pub(crate) mod bot;
    pub(crate) mod memory;
    pub(crate) mod replies;
    pub(crate) mod way;
}

use discord::way::Way;
use discord::{bot, memory, replies};

/// The sizes of what is measured.
pub(crate) struct Sizes {
    /// Rounds of messages; each bot gets one hundred of them a round, the first two to warm up.
    pub(crate) n_rounds: usize,
    /// Messages in a round.
    pub(crate) n_messages: usize,
    /// Commands and buttons until memory is looked at first …
    pub(crate) few: usize,
    /// … and last.
    pub(crate) many: usize,
}

const FULL: Sizes = Sizes {
    n_rounds: 22,
    n_messages: 100,
    few: 2_000,
    many: 20_000,
};

const TINY: Sizes = Sizes {
    n_rounds: 3,
    n_messages: 8,
    few: 16,
    many: 64,
};

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["bot", kind, ref way @ ..] => bot::run(kind, way),
        ["--test"] => try_everything(),
        [] => {
            replies(&FULL);
            memory(&FULL);
        }
        ["replies"] => replies(&FULL),
        ["memory"] => memory(&FULL),
        // Meant for another bench.
        _ => {}
    }
}

/// Runs everything, small: what does not work panics, and figures would mean nothing.
fn try_everything() {
    for way in [Way::Plain, Way::Tls] {
        println!("Testing discord/replies/{way}");
        replies::measure(way, &TINY);
    }
    println!("Testing discord/memory");
    memory::measure(&TINY);
    println!("Success");
}

fn replies(sizes: &Sizes) {
    println!(
        "From the event of a message to the reply to it, in us; load {}",
        load()
    );
    println!(
        "{:<28}{:>9}{:>9}{:>14}{:>9}{:>12}{:>7}",
        "", "echo p50", "p99", "frontrow p50", "p99", "ratio p50", "p99"
    );
    for way in [Way::Plain, Way::Tls] {
        for (pace, [echo, frontrow]) in replies::measure(way, sizes) {
            let ratio = |share| frontrow.at(share) / echo.at(share);
            println!(
                "{:<28}{:>9.0}{:>9.0}{:>14.0}{:>9.0}{:>12.2}{:>7.2}",
                format!("{way}, {pace}"),
                echo.at(0.5),
                echo.at(0.99),
                frontrow.at(0.5),
                frontrow.at(0.99),
                ratio(0.5),
                ratio(0.99)
            );
        }
    }
    println!("load {}", load());
}

fn memory(sizes: &Sizes) {
    let Sizes { few, many, .. } = sizes;
    let measured = memory::measure(sizes);
    println!("Memory of frontrow, in MB; load {}", load());
    println!(
        "the program at rest, {:<12}{:>8.1}",
        "plain", measured.program
    );
    println!("at rest, {:<24}{:>8.1}", "tls", measured.at_rest);
    println!("after {few:>6} interactions {:>15.1}", measured.after_few);
    println!("after {many:>6} interactions {:>15.1}", measured.after_many);
    println!("growth {:>33.2}", measured.after_many - measured.after_few);
}

/// Returns how many processes want to run on this machine; nothing where the system does not say so in Linux's way.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}
