//! Gives up where Discord lets no session begin.
//!
//! serenity identifies every five seconds for ever, and Discord takes the token away after a thousand times a day.
//! It tells nobody when a session ends before its READY, so the list of its shards is looked at instead. That list is
//! held while there is no session: serenity has to wait to change it, and no change goes unseen.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use serenity::all::{ConnectionStage, ShardManager};
use tokio::time::sleep;

use super::exit_reason::ExitReason;
use super::heartbeat::Heartbeat;
use crate::health::Health;
use crate::reply::texts::connection as texts;

/// The number of sessions that may end before their READY.
const MAX_FAILED: usize = 5;
/// Within how long they count, and how long there may be no session at all.
const WINDOW: Duration = Duration::from_secs(120);
/// The time that the first connection may take to be made: serenity tries every five seconds, three times by then.
const FIRST: Duration = Duration::from_secs(12);
/// The time to hold the list between two looks while there is no session: a READY may come that much later.
const LOOK: Duration = Duration::from_millis(20);
/// The interval between two looks while there is one.
const LOOK_AT_EASE: Duration = Duration::from_secs(1);

/// The state of the shard in serenity's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShardState {
    /// It is not there.
    Gone,
    /// It has connected and not said anything yet.
    New,
    /// It is on its way to a session.
    Beginning,
    /// It has a session.
    Online,
}

/// Remembers what happened to the sessions so far.
#[derive(Debug)]
pub(super) struct SessionHistory {
    shard: ShardState,
    /// True once a connection was made.
    has_connected: bool,
    /// True where the shard that is there has had a session.
    has_begun: bool,
    session_starts: u64,
    /// The times when sessions ended before their READY.
    failed: VecDeque<Duration>,
    /// The time when there was a session for the last time.
    online: Duration,
}

impl SessionHistory {
    /// Returns a history in which nothing has happened at `now`.
    fn new(now: Duration) -> Self {
        Self {
            shard: ShardState::Gone,
            has_connected: false,
            has_begun: false,
            session_starts: 0,
            failed: VecDeque::new(),
            online: now,
        }
    }

    /// Returns whether the watchdog is to see that things move: a connection comes or goes, or none was ever made. Trying
    /// to connect keeps a slow machine busy, and nothing can turn in circles yet; `observe` gives up on that by itself.
    fn shows_life(&self, shard: ShardState) -> bool {
        shard != self.shard || !self.has_connected
    }

    /// Takes in what can be seen at `now`; returns why to give up, if that is so.
    fn observe(
        &mut self,
        now: Duration,
        shard: ShardState,
        session_starts: u64,
    ) -> Option<&'static str> {
        let was = std::mem::replace(&mut self.shard, shard);
        self.has_connected |= shard != ShardState::Gone;
        if !self.has_connected && now.saturating_sub(self.online) >= FIRST {
            return Some(texts::NO_GATEWAY);
        }
        let is_replaced = shard == ShardState::New && was != ShardState::New;
        let is_over = was != ShardState::Gone && (shard == ShardState::Gone || is_replaced);
        if is_over && !self.has_begun {
            self.failed.push_back(now);
        }
        if is_over {
            self.has_begun = false;
        }
        if session_starts > self.session_starts || shard == ShardState::Online {
            self.session_starts = session_starts;
            self.has_begun = true;
            self.online = now;
            self.failed.clear();
        }
        let is_old = |at: &Duration| now.saturating_sub(*at) > WINDOW;
        while self.failed.front().is_some_and(is_old) {
            self.failed.pop_front();
        }
        if self.failed.len() >= MAX_FAILED {
            return Some(texts::SESSIONS_FAIL);
        }
        (now.saturating_sub(self.online) >= WINDOW).then_some(texts::OFFLINE)
    }
}

/// Watches until it is time to give up.
pub(super) async fn watch(
    shards: Arc<ShardManager>,
    heartbeat: Arc<Heartbeat>,
    health: Arc<Health>,
) -> ExitReason {
    let begun = Instant::now();
    let mut sessions = SessionHistory::new(begun.elapsed());
    let list = || Arc::clone(&shards.runners).lock_owned();
    let mut runners = list().await;
    loop {
        let stage = runners.values().next().map(|runner| runner.stage);
        let shard = ShardState::at(stage);
        if sessions.shows_life(shard) {
            heartbeat.events.increment();
        }
        health.set_gateway(shard == ShardState::Online);
        if let Some(why) = sessions.observe(begun.elapsed(), shard, heartbeat.session_starts.get())
        {
            return ExitReason::Unreachable(why.to_owned());
        }
        let mut next = Box::pin(list());
        if shard == ShardState::Online {
            drop(runners);
            sleep(LOOK_AT_EASE).await;
        } else {
            sleep(LOOK).await;
            // Lines up before it lets go: whoever waits already changes the list once, and then it is looked at again.
            poll_fn(|cx| Poll::Ready(next.as_mut().poll(cx).is_ready())).await;
            drop(runners);
        }
        runners = next.await;
    }
}

impl ShardState {
    /// Reads the stage of the only shard.
    fn at(stage: Option<ConnectionStage>) -> Self {
        match stage {
            None => Self::Gone,
            Some(ConnectionStage::Disconnected) => Self::New,
            Some(ConnectionStage::Connected) => Self::Online,
            Some(_) => Self::Beginning,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ShardState::{Beginning, Gone, New, Online};
    use super::*;

    /// Shows what can be seen from each second on, and returns when it is given up, and why.
    fn gives_up(seen: &[(u64, ShardState, u64)], until: u64) -> Option<(u64, &'static str)> {
        let mut sessions = SessionHistory::new(Duration::ZERO);
        (0..until).find_map(|second| {
            let now = seen.iter().rev().find(|(from, ..)| *from <= second);
            let (_, shard, session_starts) = *now.expect("something from second 0 on");
            let why = sessions.observe(Duration::from_secs(second), shard, session_starts);
            Some((second, why?))
        })
    }

    /// A session every `period` seconds that ends before its READY.
    fn failing(period: u64) -> Vec<(u64, ShardState, u64)> {
        let sessions = (0..60).map(|n| n * period);
        sessions
            .flat_map(|at| [(at, New, 0), (at + 1, Beginning, 0), (at + 2, Gone, 0)])
            .collect()
    }

    #[test]
    fn a_session_that_lasts_is_kept() {
        assert_eq!(
            gives_up(&[(0, Gone, 0), (1, New, 0), (2, Online, 1)], 600),
            None
        );
        // Lost every minute, and resumed.
        let lost = (1..10).flat_map(|n| [(60 * n, Beginning, n), (60 * n + 5, Online, n + 1)]);
        let seen: Vec<_> = [(0, New, 0), (1, Online, 1)]
            .into_iter()
            .chain(lost)
            .collect();
        assert_eq!(gives_up(&seen, 600), None);
    }

    #[test]
    fn five_sessions_that_never_begin_are_enough() {
        assert_eq!(gives_up(&failing(5), 600), Some((22, texts::SESSIONS_FAIL)));
        // One that is replaced between two looks counts too.
        let replaced: Vec<_> = (0..60)
            .flat_map(|n| [(4 * n, New, 0), (4 * n + 2, Beginning, 0)])
            .collect();
        assert_eq!(gives_up(&replaced, 600), Some((20, texts::SESSIONS_FAIL)));
    }

    #[test]
    fn sessions_that_begin_in_between_count_anew() {
        let mut seen = failing(5);
        seen.truncate(12);
        seen.extend([(20, New, 0), (21, Online, 1), (100, Gone, 1)]);
        // The one that had begun is no failure; the two minutes without any begin at its end.
        assert_eq!(gives_up(&seen, 600), Some((219, texts::OFFLINE)));
    }

    #[test]
    fn sessions_that_fail_slowly_end_with_two_minutes_without_any() {
        assert_eq!(gives_up(&failing(40), 600), Some((120, texts::OFFLINE)));
        let quiet = [(0, Gone, 0), (11, New, 0), (13, Gone, 0)];
        assert_eq!(gives_up(&quiet, 600), Some((120, texts::OFFLINE)));
    }

    #[test]
    fn trying_to_connect_is_no_turning_in_circles() {
        let mut sessions = SessionHistory::new(Duration::ZERO);
        let seen = [
            // Not connected yet: every look counts.
            (Gone, true),
            (Gone, true),
            (New, true),
            // From here on only what changes.
            (New, false),
            (Online, true),
            (Online, false),
            (Gone, true),
            (Gone, false),
        ];
        for (second, (shard, expected)) in (0..).zip(seen) {
            assert_eq!(sessions.shows_life(shard), expected, "second {second}");
            sessions.observe(Duration::from_secs(second), shard, 0);
        }
    }

    #[test]
    fn a_gateway_that_is_not_there_is_not_waited_for() {
        assert_eq!(
            gives_up(&[(0, Gone, 0)], 600),
            Some((12, texts::NO_GATEWAY))
        );
    }
}
