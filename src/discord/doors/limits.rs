//! How often the bot speaks: cooldowns for what nobody asked for, a pace for those who ask, messages already answered.
//!
//! The clock comes in as an argument; all of it is bounded in memory and forgotten at a restart.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use crate::answer::Decision;
use crate::chat::{ChannelId, UserId};
use crate::guide::{EntryId, FilmId};

/// How long an answer that nobody asked for is not given again in the same channel.
pub(super) const COOLDOWN: Duration = Duration::from_secs(10 * 60);
/// How many questions a person may put …
pub(super) const QUESTIONS: usize = 5;
/// … within this time: faster than anybody reads the answers.
pub(super) const WITHIN: Duration = Duration::from_secs(20);
/// How many things each of these remembers: a few less than make a table of 4,096 places grow, so that it takes some
/// hundred kilobytes at most.
const MAX_REMEMBERED: usize = 3_500;

/// When which entry was last given in which channel without being asked for.
#[derive(Debug, Default)]
pub(super) struct Cooldowns(HashMap<(ChannelId, FilmId, EntryId), Instant>);

impl Cooldowns {
    /// Whether an entry may be given in a channel; if so, it is noted as given.
    pub(super) fn allow(
        &mut self,
        channel: ChannelId,
        film: &FilmId,
        entry: &EntryId,
        now: Instant,
    ) -> bool {
        let key = (channel, film.clone(), entry.clone());
        let is_fresh = |given: &Instant| now.saturating_duration_since(*given) < COOLDOWN;
        if self.0.get(&key).is_some_and(is_fresh) {
            return false;
        }
        if self.0.len() >= MAX_REMEMBERED {
            self.0.retain(|_, given| is_fresh(given));
        }
        if self.0.len() >= MAX_REMEMBERED {
            self.0.clear();
        }
        self.0.insert(key, now);
        true
    }
}

/// What a person who asks gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// An answer.
    Go,
    /// A line that asks for patience.
    SlowDown,
    /// Nothing: the line was said.
    Silence,
}

/// The recent questions of each person.
#[derive(Debug)]
pub(super) struct Paces {
    people: HashMap<UserId, Person>,
    /// What the times of questions are counted from.
    begun: Option<Instant>,
}

/// The latest questions of a person: small, because there are thousands of people.
#[derive(Debug, Default)]
struct Person {
    /// When they were put, in milliseconds, the oldest first. These begin anew every 49 days.
    asked: [u32; QUESTIONS],
    n_asked: u8,
    was_told: bool,
}

impl Default for Paces {
    /// Has room for all people from the start: a table that grows leaves holes behind.
    fn default() -> Self {
        Self {
            people: HashMap::with_capacity(MAX_REMEMBERED),
            begun: None,
        }
    }
}

impl Paces {
    /// Notes a question and returns what the person gets.
    pub(super) fn pace(&mut self, person: UserId, now: Instant) -> Pace {
        let begun = *self.begun.get_or_insert(now);
        let now = now.saturating_duration_since(begun).as_millis() as u32;
        if self.people.len() >= MAX_REMEMBERED && !self.people.contains_key(&person) {
            self.people.retain(|_, person| person.asks_still(now));
            if self.people.len() >= MAX_REMEMBERED {
                self.people.clear();
            }
        }
        self.people.entry(person).or_default().pace(now)
    }
}

impl Person {
    fn pace(&mut self, now: u32) -> Pace {
        self.forget(now);
        if let Some(free) = self.asked.get_mut(usize::from(self.n_asked)) {
            *free = now;
            self.n_asked += 1;
            self.was_told = false;
            return Pace::Go;
        }
        match std::mem::replace(&mut self.was_told, true) {
            false => Pace::SlowDown,
            true => Pace::Silence,
        }
    }

    /// Forgets questions that are too old to count.
    fn forget(&mut self, now: u32) {
        let asked = &self.asked[..usize::from(self.n_asked)];
        let n_old = asked
            .iter()
            .take_while(|asked| is_old(**asked, now))
            .count();
        self.asked.rotate_left(n_old);
        self.n_asked -= n_old as u8;
    }

    /// Whether a question of theirs still counts.
    fn asks_still(&self, now: u32) -> bool {
        let asked = &self.asked[..usize::from(self.n_asked)];
        asked.last().is_some_and(|asked| !is_old(*asked, now))
    }
}

fn is_old(asked: u32, now: u32) -> bool {
    u128::from(now.wrapping_sub(asked)) >= WITHIN.as_millis()
}

/// The decisions that the latest messages were answered with, so that none is answered twice.
#[derive(Debug)]
pub(super) struct Replied {
    decisions: HashMap<u64, Decision>,
    order: VecDeque<u64>,
}

impl Default for Replied {
    /// Has room for all messages from the start, as [`Paces`] has for people.
    fn default() -> Self {
        Self {
            decisions: HashMap::with_capacity(MAX_REMEMBERED + 1),
            order: VecDeque::with_capacity(MAX_REMEMBERED + 1),
        }
    }
}

impl Replied {
    /// Returns the decision that a message was answered with, if it was.
    pub(super) fn get(&self, message: u64) -> Option<Decision> {
        self.decisions.get(&message).copied()
    }

    /// Notes the decision that a message was answered with.
    pub(super) fn note(&mut self, message: u64, decision: Decision) {
        if self.decisions.insert(message, decision).is_none() {
            self.order.push_back(message);
        }
        if self.order.len() > MAX_REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.decisions.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids() -> (FilmId, EntryId, EntryId) {
        let film = FilmId::parse("fog").expect("an id");
        (film, EntryId::opaque("a"), EntryId::opaque("b"))
    }

    #[test]
    fn an_entry_rests_in_its_channel() {
        let (film, a, b) = ids();
        let (mut cooldowns, start) = (Cooldowns::default(), Instant::now());
        let rows = [
            (1, &a, 0, true),
            (1, &a, 599, false),
            (2, &a, 599, true),
            (1, &b, 599, true),
            (1, &a, 600, true),
            (1, &a, 601, false),
        ];
        for (channel, entry, seconds, expected) in rows {
            let now = start + Duration::from_secs(seconds);
            assert_eq!(
                cooldowns.allow(ChannelId(channel), &film, entry, now),
                expected,
                "{channel} {entry} {seconds}"
            );
        }
    }

    #[test]
    fn who_asks_too_fast_is_told_once() {
        let (mut paces, start) = (Paces::default(), Instant::now());
        let mut at =
            |person, seconds| paces.pace(UserId(person), start + Duration::from_secs(seconds));
        for second in 0..5 {
            assert_eq!(at(1, second), Pace::Go);
        }
        assert_eq!(
            [at(1, 5), at(1, 6), at(2, 6)],
            [Pace::SlowDown, Pace::Silence, Pace::Go]
        );
        // The first question is 20 seconds old.
        assert_eq!(
            [at(1, 20), at(1, 20), at(1, 20)],
            [Pace::Go, Pace::SlowDown, Pace::Silence]
        );
    }

    #[test]
    fn all_of_it_stays_small() {
        let (film, a, _) = ids();
        let now = Instant::now();
        let (mut cooldowns, mut paces, mut replied) =
            (Cooldowns::default(), Paces::default(), Replied::default());
        for id in 0..10_000 {
            cooldowns.allow(ChannelId(id), &film, &a, now);
            paces.pace(UserId(id), now);
            replied.note(id, Decision::Unknown);
        }
        let sizes = [
            cooldowns.0.len(),
            paces.people.len(),
            replied.decisions.len(),
            replied.order.len(),
        ];
        assert!(
            sizes.iter().all(|size| (1..=MAX_REMEMBERED).contains(size)),
            "{sizes:?}"
        );
        assert_eq!(
            (replied.get(9_999), replied.get(0)),
            (Some(Decision::Unknown), None)
        );
    }
}
