//! Follows the announcements of changes, so that what is remembered is what the store holds.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::sleep;

use super::shared::Shared;
use crate::store::change::Change;
use crate::store::error::StoreError;
use crate::store::records::{ReloadId, unix_now};

/// A reload that was asked for longer ago is not carried out late: whoever asked has gone. In seconds.
const RELOAD_MATTERS: i64 = 60;

/// Follows changes for as long as the store announces them.
pub(super) async fn follow(shared: &Shared, mut changes: Receiver<Change>) {
    let mut reloads = BTreeSet::new();
    loop {
        let change = match changes.recv().await {
            Ok(change) => change,
            Err(RecvError::Lagged(_)) => Change::All,
            Err(RecvError::Closed) => return,
        };
        let mut batch = vec![change];
        // Those that came together are looked up once.
        loop {
            match changes.try_recv() {
                Ok(change) if batch.contains(&change) => {}
                Ok(change) => batch.push(change),
                Err(TryRecvError::Lagged(_)) => batch.push(Change::All),
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        take_over(shared, &batch, &mut reloads).await;
    }
}

/// Remembers changes and passes them on; goes on trying while the store is away.
async fn take_over(shared: &Shared, batch: &[Change], reloads: &mut BTreeSet<ReloadId>) {
    let mut wait = Duration::ZERO;
    let batch = match batch.contains(&Change::All) {
        true => missed(batch),
        false => batch.to_vec(),
    };
    loop {
        match refresh(shared, &batch).await {
            Ok(late) => {
                let all = batch.iter().copied().chain(late);
                all.filter(|change| is_new(*change, reloads))
                    .for_each(|change| shared.tell(change));
                return;
            }
            Err(_) => {
                wait = shared.pace.next_retry(wait);
                sleep(wait).await;
            }
        }
    }
}

/// Returns the changes to look up where some were missed: everything, and reloads, which are no matter of memory.
fn missed(batch: &[Change]) -> Vec<Change> {
    let reloads = batch.iter().copied();
    let reloads = reloads.filter(|one| matches!(one, Change::Reload(_) | Change::Reloaded(_)));
    std::iter::once(Change::All).chain(reloads).collect()
}

/// Looks changes up and returns reloads that were asked for unnoticed.
async fn refresh(shared: &Shared, batch: &[Change]) -> Result<Vec<Change>, StoreError> {
    let work = async {
        for change in batch {
            shared.cache.refresh(&*shared.store, *change).await?;
        }
        if !batch.contains(&Change::All) {
            return Ok(Vec::new());
        }
        let since = (unix_now() - RELOAD_MATTERS).max(shared.started_at);
        let late = shared.store.reload_requests(since).await?;
        Ok(late.into_iter().map(Change::Reload).collect())
    };
    shared.within(shared.pace.work, work).await
}

/// Returns whether a change was not told before; only reloads are told once.
fn is_new(change: Change, reloads: &mut BTreeSet<ReloadId>) -> bool {
    match change {
        Change::Reload(request) => reloads.insert(request.id),
        _ => true,
    }
}
