//! Carries out the writes that wait: in batches, again and again while the store is away, and not forever.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::queue::Work;
use super::shared::Shared;
use crate::store::error::StoreError;
use crate::store::write::{Purge, Write};

/// The number of records that a removal takes in one step: some milliseconds, between which others have their turn.
pub(super) const PURGE_STEP: u32 = 500;

/// Carries writes out until the end, and then those that still wait, each tried once.
pub(super) async fn write_forever(shared: &Shared, stop: &CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => {}
            () = shared.queue.came.notified() => {
                let _ = stop.run_until_cancelled(sleep(shared.pace.gather)).await;
            }
        }
        // Asked for before the queue is emptied, so that what came before the end is not left.
        let is_end = stop.is_cancelled();
        while let Some(work) = shared.queue.take() {
            carry_out(shared, &work, stop).await;
            shared.queue.done();
        }
        if is_end {
            return;
        }
    }
}

async fn carry_out(shared: &Shared, work: &Work, stop: &CancellationToken) {
    let (begun, mut wait) = (Instant::now(), Duration::ZERO);
    loop {
        let ended = match work {
            Work::Batch(batch) => apply(shared, batch).await,
            Work::Purge(purge) => purge_all(shared, *purge).await.map(|_| ()),
        };
        match ended {
            Err(failure) if failure.is_away() => {}
            _ => return,
        }
        if stop.is_cancelled() || begun.elapsed() > shared.pace.give_up {
            let n = match work {
                Work::Batch(batch) => batch.len(),
                Work::Purge(_) => 1,
            };
            warn!("{n} writes are given up: the store has been away for too long");
            shared.availability.drop_writes(n);
            return;
        }
        wait = shared.pace.next_retry(wait);
        let _ = stop.run_until_cancelled(sleep(wait)).await;
    }
}

/// Carries a batch out. Where the store refuses it as a whole, each write is tried by itself, so that a strange one takes
/// no others with it.
async fn apply(shared: &Shared, batch: &[Write]) -> Result<(), StoreError> {
    let limit = shared.pace.work;
    match shared.commit(batch, limit).await {
        Err(failure) if failure.is_away() => Err(failure),
        Err(_) if batch.len() > 1 => {
            for write in batch.chunks(1) {
                give_up_if_refused(shared, shared.commit(write, limit).await);
            }
            Ok(())
        }
        ended => {
            give_up_if_refused(shared, ended);
            Ok(())
        }
    }
}

fn give_up_if_refused<T>(shared: &Shared, ended: Result<T, StoreError>) {
    if let Err(failure) = ended {
        warn!("a write is given up: {failure}");
        shared.availability.drop_writes(1);
    }
}

/// Removes records until none is left and returns how many it were.
pub(super) async fn purge_all(shared: &Shared, purge: Purge) -> Result<u64, StoreError> {
    let mut total = 0;
    loop {
        let step = shared.store.purge(purge, PURGE_STEP);
        let removed = shared.within(shared.pace.work, step).await?;
        total += removed;
        if removed < u64::from(PURGE_STEP) {
            return Ok(total);
        }
        // Whoever waits for the database comes first.
        sleep(Duration::from_millis(5)).await;
    }
}
