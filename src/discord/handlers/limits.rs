//! The limits of speaking: cooldowns for answers that nobody asked for, a rate for those who ask.
//!
//! The clock comes in as an argument; all of it is bounded in memory and forgotten at a restart.

use std::hash::Hash;
use std::time::{Duration, Instant};

use quick_cache::unsync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, UnitWeighter};

use crate::chat::{ChannelId, UserId};
use crate::guide::{EntryId, FilmId};

/// The time that an answer that nobody asked for is not given again in the same channel.
const COOLDOWN: Duration = Duration::from_secs(10 * 60);
/// The number of questions that a person may put …
const QUESTIONS: usize = 5;
/// … within this time: faster than anybody reads the answers.
const WITHIN: Duration = Duration::from_secs(20);
/// The number of people who are remembered: more than ask within [`WITHIN`] where thousands of servers have the bot.
const MAX_PEOPLE: usize = 1_024;
/// The number of entries and messages that are remembered: some hundred kilobytes each at most.
pub(super) const MAX_REMEMBERED: usize = 3_500;

/// Remembers what was asked and given lately.
pub(crate) struct Limits {
    /// The time when an entry was last given in a channel without being asked for.
    given: Cache<(ChannelId, FilmId, EntryId), Instant>,
    /// The recent questions of each person.
    questions: Cache<UserId, RecentQuestions>,
}

/// The latest questions of a person that were allowed.
#[derive(Clone, Copy, Debug, Default)]
struct RecentQuestions {
    /// The times when they were put; in turn, so that the next one takes the place of the oldest.
    asked: [Option<Instant>; QUESTIONS],
    next: usize,
    was_told: bool,
}

/// The decision about a person's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RateDecision {
    /// An answer.
    Allowed,
    /// A line that asks for patience.
    FirstRefusal,
    /// Nothing: the line was said.
    Refused,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            given: bounded(MAX_REMEMBERED),
            questions: bounded(MAX_PEOPLE),
        }
    }
}

/// Returns a map that forgets what nobody looked at for longest once it is full. It has room for all from the start: a
/// table that grows leaves holes in memory behind.
pub(super) fn bounded<K: Eq + Hash, V>(capacity: usize) -> Cache<K, V> {
    let options = OptionsBuilder::new()
        .estimated_items_capacity(capacity)
        .weight_capacity(capacity as u64)
        // The newest counts here, not what is asked for most.
        .hot_allocation(0.0)
        .ghost_allocation(0.0)
        .build()
        .expect("both capacities are given");
    let mut cache = Cache::with_options(
        options,
        UnitWeighter,
        DefaultHashBuilder::default(),
        DefaultLifecycle::default(),
    );
    cache.reserve(capacity + 1);
    cache
}

impl Limits {
    /// Returns whether an entry may be given unasked in a channel; if so, it is noted as given.
    pub(super) fn allow_entry(
        &mut self,
        channel: ChannelId,
        film: &FilmId,
        entry: &EntryId,
        now: Instant,
    ) -> bool {
        let key = (channel, film.clone(), entry.clone());
        let is_fresh = |given: &Instant| now.saturating_duration_since(*given) < COOLDOWN;
        if self.given.get(&key).is_some_and(is_fresh) {
            return false;
        }
        self.given.insert(key, now);
        true
    }

    /// Notes a question and returns what the person gets.
    pub(crate) fn note_question(&mut self, person: UserId, now: Instant) -> RateDecision {
        let known = self.questions.get(&person).copied();
        let mut recent = known.unwrap_or_default();
        let decision = recent.add(now);
        self.questions.insert(person, recent);
        decision
    }
}

impl RecentQuestions {
    fn add(&mut self, now: Instant) -> RateDecision {
        let oldest = &mut self.asked[self.next];
        if oldest.is_some_and(|asked| now.saturating_duration_since(asked) < WITHIN) {
            return match std::mem::replace(&mut self.was_told, true) {
                false => RateDecision::FirstRefusal,
                true => RateDecision::Refused,
            };
        }
        *oldest = Some(now);
        self.next = (self.next + 1) % QUESTIONS;
        self.was_told = false;
        RateDecision::Allowed
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
        let (mut limits, start) = (Limits::default(), Instant::now());
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
                limits.allow_entry(ChannelId(channel), &film, entry, now),
                expected,
                "{channel} {entry} {seconds}"
            );
        }
    }

    #[test]
    fn who_asks_too_fast_is_told_once() {
        use RateDecision::{Allowed, FirstRefusal, Refused};
        let (mut limits, start) = (Limits::default(), Instant::now());
        let mut at = |person, seconds| {
            limits.note_question(UserId(person), start + Duration::from_secs(seconds))
        };
        for second in 0..5 {
            assert_eq!(at(1, second), Allowed);
        }
        assert_eq!(
            [at(1, 5), at(1, 6), at(2, 6)],
            [FirstRefusal, Refused, Allowed]
        );
        // The first question is 20 seconds old.
        assert_eq!(
            [at(1, 20), at(1, 20), at(1, 20)],
            [Allowed, FirstRefusal, Refused]
        );
        // So are the second and the third.
        assert_eq!(
            [at(1, 22), at(1, 22), at(1, 22)],
            [Allowed, Allowed, FirstRefusal]
        );
    }

    #[test]
    fn all_of_it_stays_small() {
        let (film, a, _) = ids();
        let now = Instant::now();
        let mut limits = Limits::default();
        for id in 0..10_000 {
            limits.allow_entry(ChannelId(id), &film, &a, now);
            limits.note_question(UserId(id), now);
        }
        let sizes = [limits.given.len(), limits.questions.len()];
        assert_eq!(sizes, [MAX_REMEMBERED, MAX_PEOPLE]);
    }
}
