//! From the event of a message to the reply to it, for both bots in turn.

use std::fmt;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::interval;

use super::asked::QUESTIONS;
use super::child::Bot;
use super::events::mention;
use super::fake::{Fake, Way};
use crate::Sizes;

/// Time between two messages of those that don't wait for each other: about 450 a second.
const PERIOD: Duration = Duration::from_micros(2_222);
/// Rounds that warm up.
const N_WARM_UP: usize = 2;

/// How messages follow each other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pace {
    /// One after the reply to the other.
    OneAtATime,
    /// One every two milliseconds, whatever becomes of it.
    OpenLoop,
}

/// How long replies took, in microseconds, the shortest first.
#[derive(Debug)]
pub(crate) struct Times(Vec<f64>);

/// Returns how long the echo and frontrow took, at each pace.
pub(crate) fn measure(way: Way, sizes: &Sizes) -> Vec<(Pace, [Times; 2])> {
    runtime().block_on(async {
        let fakes = [Fake::start(way).await, Fake::start(way).await];
        let _bots = match way {
            Way::Plain => [Bot::echo(&fakes[0]), Bot::program(&fakes[1])],
            Way::Tls => [Bot::echo(&fakes[0]), Bot::frontrow(&fakes[1])],
        };
        for fake in &fakes {
            fake.settles().await;
        }
        let mut n = 0;
        let mut measured = Vec::new();
        for pace in [Pace::OneAtATime, Pace::OpenLoop] {
            measured.push((pace, rounds(&fakes, pace, sizes, &mut n).await));
        }
        measured
    })
}

/// Returns a runtime for the fake: one thread, so that the bots get what there is of processors.
pub(super) fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

async fn rounds(fakes: &[Fake; 2], pace: Pace, sizes: &Sizes, n: &mut u64) -> [Times; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..sizes.n_rounds {
        // Neither is always the first.
        let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
        for which in order {
            let took = ask(&fakes[which], pace, *n, sizes.n_messages).await;
            if round >= N_WARM_UP {
                times[which].extend(took);
            }
        }
        *n += sizes.n_messages as u64;
    }
    times.map(Times::new)
}

/// Asks from person `first` on.
async fn ask(fake: &Fake, pace: Pace, first: u64, n_messages: usize) -> Vec<Duration> {
    let events = (first..).zip(QUESTIONS.iter().cycle().take(n_messages));
    let events: Vec<_> = events.map(|(n, text)| mention(n, text)).collect();
    let mut took = Vec::with_capacity(n_messages);
    match pace {
        Pace::OneAtATime => {
            for event in events {
                took.push(fake.send(event).await.took);
            }
        }
        Pace::OpenLoop => {
            let mut ticks = interval(PERIOD);
            let mut answers = Vec::with_capacity(n_messages);
            for event in events {
                ticks.tick().await;
                answers.push(fake.send(event));
            }
            for answer in answers {
                took.push(answer.await.took);
            }
        }
    }
    took
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
