//! The memory that the bot holds: at rest, and after many commands and buttons, of which it should keep nothing.

use std::fs;
use std::ops::Range;
use std::thread::sleep;
use std::time::Duration;

use super::asked::{QUESTIONS, TYPED};
use super::harness::discord::Discord;
use super::harness::discord::interact::components;
use super::harness::discord::places::stranger;
use super::replies::FIRST_PERSON;
use super::way::Way;
use crate::Sizes;

/// The number of people who use the bot at the same time.
const N_AT_ONCE: usize = 16;
/// The number of interactions of a visit.
const PER_VISIT: usize = 4;
/// The time that the bot may take to tidy up.
const REST: Duration = Duration::from_secs(2);

/// Memory in MB.
pub(crate) struct Measured {
    /// The program that people run, at rest.
    pub(crate) program: f64,
    /// At rest, in production's way.
    pub(crate) at_rest: f64,
    /// After some interactions.
    pub(crate) after_few: f64,
    /// After many of them.
    pub(crate) after_many: f64,
}

/// Measures all of it.
pub(crate) fn measure(sizes: &Sizes) -> Measured {
    let program = rested_mb(&Way::Plain.frontrow());
    let discord = Way::Tls.frontrow();
    let at_rest = rested_mb(&discord);
    let (few, many) = (sizes.few / PER_VISIT, sizes.many / PER_VISIT);
    visited(&discord, 0..few);
    let after_few = rested_mb(&discord);
    visited(&discord, few..many);
    Measured {
        program,
        at_rest,
        after_few,
        after_many: rested_mb(&discord),
    }
}

/// Returns how much memory the bot holds after a rest; 0 where the system does not say so in Linux's way.
fn rested_mb(discord: &Discord) -> f64 {
    sleep(REST);
    let status = fs::read_to_string(format!("/proc/{}/status", discord.process()));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let figure = line.and_then(|line| line.split_whitespace().next());
    let kb: u32 = figure.and_then(|kb| kb.parse().ok()).unwrap_or(0);
    f64::from(kb) / 1024.0
}

/// Lets these people visit, some of them at the same time.
fn visited(discord: &Discord, people: Range<usize>) {
    let people: Vec<usize> = people.collect();
    for group in people.chunks(N_AT_ONCE) {
        visit(discord, group);
        discord.forgets();
    }
}

/// Each of these asks, presses a button below the answer, types, and opens what was found.
fn visit(discord: &Discord, people: &[usize]) {
    let person = |n: usize| discord.by(stranger(FIRST_PERSON + n as u64));
    let group = || people.iter().map(|&n| (n, person(n)));
    let asked = group().map(|(n, person)| {
        let question = [("question", QUESTIONS[n % QUESTIONS.len()])];
        person.begins_slash("ask", &question)
    });
    let asked: Vec<_> = asked.collect();
    let pressed = asked.into_iter().zip(group()).map(|(asked, (n, person))| {
        let answer = asked.reply();
        let buttons = components(answer.json()).filter(|button| button["custom_id"].is_string());
        let labels: Vec<&str> = buttons
            .filter_map(|button| button["label"].as_str())
            .collect();
        let label = labels[n / QUESTIONS.len() % labels.len()];
        person.begins_press(answer.id(), label)
    });
    let pressed: Vec<_> = pressed.collect();
    for one in pressed {
        one.reply();
    }
    let opened = group().map(|(n, person)| {
        let typed = TYPED[n % TYPED.len()];
        let found = person.types("section", "name", typed);
        let (_, found) = found.first().expect("something is found");
        person.begins_slash("section", &[("name", found)])
    });
    let opened: Vec<_> = opened.collect();
    for one in opened {
        one.reply();
    }
}
