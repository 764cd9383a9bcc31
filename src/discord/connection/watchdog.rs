//! Tells a bot that hangs from one that works or rests.
//!
//! After some closes of the connection (codes 4003, 4010, 4011, or none at all) serenity 0.12.5 polls a dead socket
//! without ever yielding: a processor is busy, and timers of the whole runtime stand still. Nothing inside the runtime
//! can end that, so samples are taken and judged outside of it.

use std::collections::VecDeque;
use std::time::Duration;

use crate::reply::texts::connection as texts;

/// The time that things may stand still: longer than any pause of a machine under load, shorter than people's patience.
const WINDOW: Duration = Duration::from_secs(10);
/// The share of a processor from which on the bot is called busy. One that spins takes all it gets, which is less where
/// others want it too; one that rests, or waits for Discord, takes a hundredth of it.
const BUSY: f64 = 0.25;
/// Longest time between two samples that still says something: after a longer one the whole process was suspended.
const MAX_GAP: Duration = Duration::from_secs(3);

/// Holds what could be seen at one moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    /// The time of the sample, since some moment before all samples.
    pub(super) at: Duration,
    /// Ticks of the runtime so far.
    pub(super) beats: u64,
    /// Events so far.
    pub(super) events: u64,
    /// Time of processors used so far, over all threads.
    pub(super) cpu: Duration,
    /// True where the guides are being loaded, which is work without events.
    pub(super) is_reloading: bool,
}

/// Holds the latest samples.
#[derive(Debug, Default)]
pub(super) struct Samples(VecDeque<Sample>);

impl Samples {
    /// Adds what can be seen now and returns how the bot hangs, if it does.
    pub(super) fn add(&mut self, now: Sample) -> Option<&'static str> {
        let is_late = |last: &Sample| now.at.saturating_sub(last.at) > MAX_GAP;
        if self.0.back().is_some_and(is_late) {
            self.0.clear();
        }
        self.0.push_back(now);
        // The oldest one is the last that is a whole window back.
        let is_old = |sample: &Sample| now.at.saturating_sub(sample.at) >= WINDOW;
        while self.0.get(1).is_some_and(is_old) {
            self.0.pop_front();
        }
        let oldest = self.0.front().filter(|sample| is_old(sample))?;
        if oldest.beats == now.beats {
            return Some(texts::NO_HEARTBEAT);
        }
        let has_reloaded = self.0.iter().any(|sample| sample.is_reloading);
        let spins = oldest.events == now.events && !has_reloaded && self.is_busy_all_the_time();
        spins.then_some(texts::SPINNING)
    }

    /// Returns whether a processor was busy from each sample to the next: work that comes to an end has moments of rest.
    fn is_busy_all_the_time(&self) -> bool {
        let mut steps = self.0.iter().zip(self.0.iter().skip(1));
        steps.all(|(then, now)| {
            let time = now.at.saturating_sub(then.at).as_secs_f64();
            let cpu = now.cpu.saturating_sub(then.cpu).as_secs_f64();
            cpu >= BUSY * time
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the second in which a bot is found to hang, and how, within a minute of samples.
    fn hangs(sample: impl Fn(u64) -> Sample) -> Option<(u64, &'static str)> {
        let mut samples = Samples::default();
        (0..60).find_map(|second| Some((second, samples.add(sample(second))?)))
    }

    /// A bot at rest.
    fn rests(second: u64) -> Sample {
        Sample {
            at: Duration::from_secs(second),
            beats: 2 * second,
            events: 0,
            cpu: Duration::from_millis(second),
            is_reloading: false,
        }
    }

    #[test]
    fn rest_and_work_are_no_hanging() {
        assert_eq!(hangs(rests), None);
        let cpu = |second| Duration::from_secs(2 * second);
        let works = |second| Sample {
            cpu: cpu(second),
            events: second / 5,
            ..rests(second)
        };
        assert_eq!(hangs(works), None);
        let loads = |second| Sample {
            cpu: cpu(second),
            is_reloading: second % 9 == 0,
            ..rests(second)
        };
        assert_eq!(hangs(loads), None);
    }

    #[test]
    fn a_heart_that_stops_is_found_after_ten_seconds() {
        let stops = |second: u64| Sample {
            beats: second.min(20),
            ..rests(second)
        };
        assert_eq!(hangs(stops), Some((30, texts::NO_HEARTBEAT)));
        let never_began = |second| Sample {
            beats: 0,
            ..rests(second)
        };
        assert_eq!(hangs(never_began), Some((10, texts::NO_HEARTBEAT)));
        // Even where events still come in.
        let stops = |second: u64| Sample {
            events: second,
            beats: 1,
            ..rests(second)
        };
        assert_eq!(hangs(stops), Some((10, texts::NO_HEARTBEAT)));
    }

    #[test]
    fn a_busy_processor_without_events_is_found_after_ten_seconds() {
        let spins = |second: u64| {
            let cpu = Duration::from_millis(950 * second.saturating_sub(20));
            Sample {
                cpu,
                events: second.min(5),
                ..rests(second)
            }
        };
        assert_eq!(hangs(spins), Some((30, texts::SPINNING)));
        // Three others want the same processor.
        let shares = |second| Sample {
            cpu: Duration::from_millis(260 * second),
            ..rests(second)
        };
        assert_eq!(hangs(shares), Some((10, texts::SPINNING)));
        let rests_now_and_then = |second: u64| Sample {
            cpu: Duration::from_millis(950 * (second - second / 9)),
            ..rests(second)
        };
        assert_eq!(hangs(rests_now_and_then), None);
    }

    #[test]
    fn a_process_that_was_suspended_gets_its_time() {
        // A minute passes between seconds 9 and 10, in which nothing moved.
        let was_suspended = |second: u64| {
            let at = Duration::from_secs(second + if second > 9 { 60 } else { 0 });
            Sample {
                at,
                beats: second.min(9),
                ..rests(second)
            }
        };
        assert_eq!(hangs(was_suspended), Some((20, texts::NO_HEARTBEAT)));
    }
}
