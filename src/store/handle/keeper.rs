//! Keeps the store in order: says that the process lives, and removes what is too old.

use tokio::time::{Interval, MissedTickBehavior, interval};
use tracing::debug;

use super::shared::Shared;
use super::writer::purge_all;
use crate::store::error::StoreError;
use crate::store::records::{Day, ProcessRecord, unix_now};
use crate::store::write::{Purge, Write};

/// The number of days that counts are kept: they are summed over thirty days, and compared with the thirty before.
const COUNT_DAYS: u32 = 62;
/// The time after which nothing is known of a process that ended without a word, in seconds: a day.
const PROCESS_SECONDS: i64 = 86_400;
/// The number of signs of life that may be missing before a process counts as ended: one may be late.
const MISSED_BEATS: i64 = 3;

/// Keeps order until it is dropped.
pub(super) async fn keep_order(shared: &Shared) {
    let mut beats = every(shared.pace.heartbeat);
    let mut purges = every(shared.pace.purge);
    loop {
        tokio::select! {
            _ = beats.tick() => beat(shared).await,
            _ = purges.tick() => {
                // The next round tries again.
                let removed = remove_old(shared).await;
                debug!(?removed, "old records are removed");
            }
        }
    }
}

fn every(period: std::time::Duration) -> Interval {
    let mut interval = interval(period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// Says that this process lives, which also shows whether the store is there.
pub(super) async fn beat(shared: &Shared) {
    let alive = Write::SeeProcess(ProcessRecord {
        id: shared.process,
        started_at: shared.started_at,
        seen_at: unix_now(),
    });
    // That it failed is noted.
    let _ = shared
        .within(shared.pace.work, shared.store.apply(&[alive]))
        .await;
}

/// Returns the moment since when a process must have been seen to count as alive.
pub(super) fn alive_since(shared: &Shared) -> i64 {
    let beat = i64::try_from(shared.pace.heartbeat.as_secs()).unwrap_or(i64::MAX);
    unix_now().saturating_sub(beat.saturating_mul(MISSED_BEATS).max(MISSED_BEATS))
}

/// Removes what is too old, a few records at a time.
pub(super) async fn remove_old(shared: &Shared) -> Result<u64, StoreError> {
    let day = Day::today().minus(shared.retention_days);
    let mut removed = 0;
    for purge in [
        Purge::QuestionsBefore(day),
        Purge::TrialsBefore(day),
        Purge::CountsBefore(Day::today().minus(COUNT_DAYS)),
        Purge::ProcessesBefore(unix_now() - PROCESS_SECONDS),
    ] {
        removed += purge_all(shared, purge).await?;
    }
    Ok(removed)
}
