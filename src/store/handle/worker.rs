//! The thread that works on the store. Connections belong to its runtime, which lives as long as the program, while those
//! of Discord's connection come and go.

use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::runtime::{self, Handle};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::shared::Shared;
use super::{follower, keeper, writer};
use crate::store::change::Change;
use crate::store::error::StoreError;
use crate::store::write::Write;

/// The time that the last writes may take at the end of the program. The bot takes up to four seconds to say good-bye, and
/// service managers were promised an end within five.
const TIME_TO_FINISH: Duration = Duration::from_millis(500);
/// The time that it may take to leave the store after that.
const TIME_TO_LEAVE: Duration = Duration::from_millis(300);

/// A thread that works on a store until it is stopped.
#[derive(Debug)]
pub(super) struct Worker {
    runtime: Handle,
    stop: CancellationToken,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Worker {
    /// Starts to work, and returns how the first attempt to open the store ended; where the store is away, further
    /// attempts follow.
    ///
    /// # Errors
    /// Fails where the system gives no thread.
    pub(super) fn start(shared: &Arc<Shared>) -> io::Result<(Self, Result<(), StoreError>)> {
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let handle = runtime.handle().clone();
        let stop = CancellationToken::new();
        let (opened, first) = sync_channel(1);
        let (shared, stopped) = (Arc::clone(shared), stop.clone());
        let work = move || {
            runtime.block_on(work(&shared, &stopped, opened));
            // A connection that hangs may hang forever.
            runtime.shutdown_background();
        };
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(work)?;
        let worker = Self {
            runtime: handle,
            stop,
            thread: Mutex::new(Some(thread)),
        };
        let first = first.recv();
        let gone = |_| Err(StoreError::Away("its thread ended".to_owned()));
        Ok((worker, first.unwrap_or_else(gone)))
    }

    /// Runs a request on the thread and waits for what it returns.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        request: impl Future<Output = Result<T, StoreError>> + Send + 'static,
    ) -> Result<T, StoreError> {
        let ended = self.runtime.spawn(request).await;
        ended.unwrap_or_else(|_| Err(StoreError::Away("the program is ending".to_owned())))
    }

    /// Carries out what still waits, within limits, and ends the thread.
    pub(super) fn stop(&self) {
        self.stop.cancel();
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = thread.take() {
            // It ends by itself within the time to finish; one that panicked has said so.
            let _ = thread.join();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Opens the store, works on it until the end, and closes it.
async fn work(
    shared: &Shared,
    stop: &CancellationToken,
    opened: SyncSender<Result<(), StoreError>>,
) {
    let changes = shared.store.changes();
    let opening = stop.run_until_cancelled(open(shared, opened)).await;
    if opening.is_some() {
        tokio::select! {
            // Ends after the last write.
            () = writer::write_forever(shared, stop) => {}
            _ = async { tokio::join!(follower::follow(shared, changes), keeper::keep_order(shared)) } => {}
            () = overtime(stop) => {}
        }
    }
    let leave = async {
        // Others notice by themselves, after a while, where it does not get through.
        let _ = shared
            .store
            .apply(&[Write::EndProcess(shared.process)])
            .await;
        shared.store.close().await;
    };
    let _ = timeout(TIME_TO_LEAVE, leave).await;
}

/// Ends when the time to finish is over.
async fn overtime(stop: &CancellationToken) {
    stop.cancelled().await;
    sleep(TIME_TO_FINISH).await;
}

/// Opens the store and reads what is remembered of it, in as many attempts as it takes.
async fn open(shared: &Shared, opened: SyncSender<Result<(), StoreError>>) {
    let (mut opened, mut wait) = (Some(opened), Duration::ZERO);
    loop {
        let attempt = async {
            shared.store.open().await?;
            shared.cache.refresh(&*shared.store, Change::All).await
        };
        let limit = match opened {
            Some(_) => shared.pace.open,
            None => shared.pace.work,
        };
        let ended = shared.within(limit, attempt).await;
        let is_open = ended.is_ok();
        if is_open && opened.is_none() {
            shared.tell(Change::All);
        }
        if let Some(opened) = opened.take() {
            // Whoever started this waits for it.
            let _ = opened.send(ended);
        }
        if is_open {
            return;
        }
        wait = shared.pace.next_retry(wait);
        sleep(wait).await;
    }
}
