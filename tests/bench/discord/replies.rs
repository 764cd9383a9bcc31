//! From the event of a message to the reply to it, for both bots in turn.

use std::fmt;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::asked::QUESTIONS;
use super::harness::discord::Discord;
use super::harness::discord::places::stranger;
use super::way::Way;
use crate::Sizes;

/// The first person who asks; each asks once.
pub(super) const FIRST_PERSON: u64 = 1_180_000_300_000_000_000;
/// Time between two messages of those that don't wait for each other: about 450 a second.
const PERIOD: Duration = Duration::from_micros(2_222);
/// Rounds that warm up.
const N_WARM_UP: usize = 2;

/// The rhythm of the messages.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pace {
    /// One after the reply to the other.
    OneAtATime,
    /// One every two milliseconds, whatever becomes of it.
    OpenLoop,
}

/// The times that replies took, in microseconds, the shortest first.
#[derive(Debug)]
pub(crate) struct Times(Vec<f64>);

/// Returns how long the echo and frontrow took, at each pace.
pub(crate) fn measure(way: Way, sizes: &Sizes) -> Vec<(Pace, [Times; 2])> {
    let bots = [way.echo(), way.frontrow()];
    let mut people = FIRST_PERSON..;
    let paces = [Pace::OneAtATime, Pace::OpenLoop];
    paces
        .map(|pace| (pace, rounds(&bots, pace, sizes, &mut people)))
        .into()
}

fn rounds(
    bots: &[Discord; 2],
    pace: Pace,
    sizes: &Sizes,
    people: &mut impl Iterator<Item = u64>,
) -> [Times; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..sizes.n_rounds {
        // Neither is always the first.
        let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
        for which in order {
            let questions = QUESTIONS.iter().cycle().take(sizes.n_messages);
            let asked: Vec<(u64, &str)> = people.by_ref().zip(questions.copied()).collect();
            let took = ask(&bots[which], pace, &asked);
            if round >= N_WARM_UP {
                times[which].extend(took);
            }
            bots[which].forgets();
        }
    }
    times.map(Times::new)
}

/// Has each of these people ask their question.
fn ask(discord: &Discord, pace: Pace, asked: &[(u64, &str)]) -> Vec<Duration> {
    let ask = |(person, text): &(u64, &str)| discord.by(stranger(*person)).mentions(text);
    match pace {
        Pace::OneAtATime => {
            let took = asked.iter().map(|one| discord.time_to_reply(ask(one)));
            took.collect()
        }
        Pace::OpenLoop => {
            let begun = Instant::now();
            let messages: Vec<u64> = (0..)
                .zip(asked)
                .map(|(n, one)| {
                    sleep((PERIOD * n).saturating_sub(begun.elapsed()));
                    ask(one)
                })
                .collect();
            let took = messages.into_iter().map(|one| discord.time_to_reply(one));
            took.collect()
        }
    }
}

impl Times {
    fn new(took: Vec<Duration>) -> Self {
        let mut times: Vec<f64> = took.iter().map(|took| took.as_secs_f64() * 1e6).collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// Returns the time within which this share of all replies came.
    pub(crate) fn at(&self, share: f64) -> f64 {
        let rank = (self.0.len() as f64 * share).ceil() as usize;
        self.0[rank.clamp(1, self.0.len()) - 1]
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneAtATime => "one at a time",
            Self::OpenLoop => "450 a second",
        })
    }
}
