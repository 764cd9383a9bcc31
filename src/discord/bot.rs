//! The bot from its first look around to its end.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::Client;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::doors::Doors;
use super::events::Events;
use super::pulse::Pulse;
use super::register::Registration;
use super::rest::Rest;
use super::{Ended, Setup, client, routes, sessions, start};
use crate::app::App;

/// How long replies that were begun may take, once the bot shall stop.
const TIME_TO_FINISH: Duration = Duration::from_secs(3);
/// How long serenity may take to close the connection: a healthy one takes some milliseconds.
const TIME_TO_CLOSE: Duration = Duration::from_secs(1);

/// Lives until something ends it.
pub(super) async fn live(setup: Setup, pulse: Arc<Pulse>) -> Ended {
    let stop = setup.stop.clone();
    let beating = Arc::clone(&pulse);
    // A task of its own, so that it shows whether the runtime gets to its tasks.
    let _beating = AbortOnDropHandle::new(tokio::spawn(async move { beating.beat().await }));
    let doors = Arc::new(Doors::new(Arc::clone(&setup.app), &setup.discord));
    let beginning = begin(&setup, Arc::clone(&doors), Arc::clone(&pulse));
    let mut client = match stop.run_until_cancelled(beginning).await {
        None => return Ended::Stopped,
        Some(Err(ended)) => return ended,
        Some(Ok(client)) => client,
    };
    doors.connect(&client.shard_manager);
    let ended = stay(&mut client, pulse, &setup.app, &stop).await;
    if ended == Ended::Stopped {
        finish(&doors, &client).await;
    }
    ended
}

/// Looks around, and returns what connects when it is started.
async fn begin(setup: &Setup, doors: Arc<Doors>, pulse: Arc<Pulse>) -> Result<Client, Ended> {
    let (discord, token) = (&setup.discord, &setup.token);
    let rest = match &setup.rest {
        Some(rest) => rest.clone(),
        None => client::rest(discord).map_err(|error| Ended::Unreachable(error.to_string()))?,
    };
    let asking = Rest::new(rest.clone(), discord, token);
    let known = start::look_around(&asking, discord.message_content).await?;
    let registration = Registration::new(discord.guild);
    let events = Events::new(doors, pulse, registration, known.is_introduced);
    let http = client::http(discord, token, rest);
    client::connect(http, discord, known.gateway, events).await
}

/// Stays connected until something ends that.
async fn stay(
    client: &mut Client,
    pulse: Arc<Pulse>,
    app: &App,
    stop: &CancellationToken,
) -> Ended {
    let sessions = sessions::watch(
        Arc::clone(&client.shard_manager),
        pulse,
        Arc::clone(&app.health),
    );
    let routes = routes::keep_few(Arc::clone(&client.http));
    tokio::select! {
        () = stop.cancelled() => Ended::Stopped,
        outcome = client.start() => Ended::from_client(outcome),
        ended = sessions => ended,
        () = routes => Ended::Stopped,
    }
}

/// Lets running replies end, then says good-bye. Both may fail; the time for it is over soon either way.
async fn finish(doors: &Doors, client: &Client) {
    doors.close();
    let _ = timeout(TIME_TO_FINISH, doors.drained()).await;
    // Does nothing where no shard has connected yet.
    let _ = timeout(TIME_TO_CLOSE, client.shard_manager.shutdown_all()).await;
}
