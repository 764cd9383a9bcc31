//! Hears what other processes announce through PostgreSQL.
//!
//! Announcements are lost while the connection is: once it is back, everybody looks everything up. Every process hears its
//! own signs of life too, so a connection that is silent for long is dead, even where nothing says so.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use tokio::sync::{broadcast, oneshot};
use tokio::time::{sleep, timeout};
use tracing::debug;

use super::failure;
use crate::store::change::Change;
use crate::store::error::StoreError;

/// The longest silence: four signs of life.
const SILENCE: Duration = Duration::from_secs(60);
/// The waits between attempts to connect again; changes of others show within the longer one after the server is back.
const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Listens until it is dropped; `ready` is told once announcements are heard.
pub(super) async fn listen(
    options: PgConnectOptions,
    channel: String,
    changes: broadcast::Sender<Change>,
    ready: oneshot::Sender<()>,
) {
    let (mut ready, mut wait) = (Some(ready), FIRST_WAIT);
    loop {
        let ended = hear(&options, &channel, &changes, &mut ready).await;
        if let Err(failure) = ended {
            debug!("announcements are not heard: {failure}");
            sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        } else {
            wait = FIRST_WAIT;
        }
    }
}

/// Connects and passes on what is announced, until the connection is lost.
async fn hear(
    options: &PgConnectOptions,
    channel: &str,
    changes: &broadcast::Sender<Change>,
    ready: &mut Option<oneshot::Sender<()>>,
) -> Result<(), StoreError> {
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .max_lifetime(None)
        .idle_timeout(None)
        .acquire_timeout(LONGEST_WAIT)
        .connect_lazy_with(options.clone());
    let mut listener = PgListener::connect_with(&pool)
        .await
        .map_err(failure::of_request)?;
    listener.eager_reconnect(false);
    listener
        .listen(channel)
        .await
        .map_err(failure::of_request)?;
    match ready.take() {
        // Everything is looked up after this.
        Some(ready) => drop(ready.send(())),
        None => drop(changes.send(Change::All)),
    }
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(Ok(Some(heard))) => {
                if let Some(change) = Change::parse(heard.payload()) {
                    // Nobody may be listening.
                    let _ = changes.send(change);
                }
            }
            Ok(Ok(None)) | Err(_) => return Ok(()),
            Ok(Err(error)) => return Err(failure::of_request(error)),
        }
    }
}
