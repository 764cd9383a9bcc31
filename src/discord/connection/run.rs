//! The bot from its first look around to its end.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serenity::all::Client;
use tokio::runtime;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;
use tracing::error;

use super::events::GatewayHandler;
use super::exit_reason::ExitReason;
use super::heartbeat::Heartbeat;
use super::rest::RestClient;
use super::setup::Setup;
use super::{client, preflight, ratelimit_pruning, sessions, supervisor};
use crate::app::App;
use crate::discord::commands::registration::CommandRegistration;
use crate::discord::dispatch::Dispatcher;
use crate::reply::texts::connection as texts;

/// Fewest threads that work on events. One may be held up by serenity, and then another has to go on.
const MIN_WORKERS: usize = 2;
/// The time that replies that were begun may take, once the bot shall stop.
const TIME_TO_FINISH: Duration = Duration::from_secs(3);
/// The time that serenity may take to close the connection: a healthy one takes some milliseconds.
const TIME_TO_CLOSE: Duration = Duration::from_secs(1);

/// The wait before the first new attempt, where the bot goes on trying: a hiccup is over by then.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
/// The longest wait. An attempt may begin five sessions, and Discord takes the token away after a thousand a day.
const LONGEST_PAUSE: Duration = Duration::from_secs(600);

/// Runs the bot until it ends.
///
/// # Errors
/// Fails where the system gives no thread or no signals.
pub fn run(setup: Setup) -> io::Result<ExitReason> {
    let heartbeat = Arc::new(Heartbeat::default());
    let supervisor = supervisor::start(&setup, Arc::clone(&heartbeat))?;
    let workers = std::thread::available_parallelism().map_or(MIN_WORKERS, usize::from);
    let mut pause = Duration::ZERO;
    let reason = loop {
        let runtime = runtime::Builder::new_multi_thread()
            .worker_threads(workers.max(MIN_WORKERS))
            .enable_all()
            .build()?;
        let begun = Instant::now();
        let reason = runtime.block_on(connect_and_stay(&setup, Arc::clone(&heartbeat), pause));
        // What still runs may never end by itself.
        runtime.shutdown_background();
        setup.app.health.set_gateway(false);
        if !setup.keeps_trying || !matches!(reason, ExitReason::Unreachable(_)) {
            break reason;
        }
        pause = next_pause(pause, begun.elapsed());
        error!("{}", texts::tries_again(&reason.message(), pause.as_secs()));
    };
    supervisor.end();
    Ok(reason)
}

/// Returns how long to wait before another attempt, after one that waited for `pause` and took `took` in all.
fn next_pause(pause: Duration, took: Duration) -> Duration {
    if took > LONGEST_PAUSE * 2 {
        // It was connected for a while: this is another trouble than the last one.
        return FIRST_PAUSE;
    }
    (pause * 2).clamp(FIRST_PAUSE, LONGEST_PAUSE)
}

/// Waits, connects, and stays connected until something ends that.
async fn connect_and_stay(setup: &Setup, heartbeat: Arc<Heartbeat>, pause: Duration) -> ExitReason {
    let stop = setup.stop.clone();
    let beating = Arc::clone(&heartbeat);
    // A task of its own, so that it shows whether the runtime gets to its tasks.
    let _beating = AbortOnDropHandle::new(tokio::spawn(async move { beating.beat().await }));
    if stop.run_until_cancelled(sleep(pause)).await.is_none() {
        return ExitReason::Stopped;
    }
    let dispatcher = Arc::new(Dispatcher::new(Arc::clone(&setup.app), &setup.discord));
    let connecting = connect(setup, Arc::clone(&dispatcher), Arc::clone(&heartbeat));
    let mut client = match stop.run_until_cancelled(connecting).await {
        None => return ExitReason::Stopped,
        Some(Err(reason)) => return reason,
        Some(Ok(client)) => client,
    };
    dispatcher.connect(&client.shard_manager);
    let reason = stay(&mut client, heartbeat, &setup.app, &stop).await;
    if reason == ExitReason::Stopped {
        finish(&dispatcher, &client).await;
    }
    reason
}

/// Looks around, and returns what connects when it is started.
async fn connect(
    setup: &Setup,
    dispatcher: Arc<Dispatcher>,
    heartbeat: Arc<Heartbeat>,
) -> Result<Client, ExitReason> {
    let (discord, token) = (&setup.discord, &setup.token);
    let rest = match &setup.rest {
        Some(rest) => rest.clone(),
        None => {
            client::rest(discord).map_err(|error| ExitReason::Unreachable(error.to_string()))?
        }
    };
    let rest_client = RestClient::new(rest.clone(), discord, token);
    let found = preflight::look_around(&rest_client, discord.message_content).await?;
    let registration = CommandRegistration::new(discord.guild);
    let handler = GatewayHandler::new(dispatcher, heartbeat, registration, found.has_logged_invite);
    let http = client::http(discord, token, rest);
    client::connect(http, discord, found.gateway, handler).await
}

/// Stays connected until something ends that.
async fn stay(
    client: &mut Client,
    heartbeat: Arc<Heartbeat>,
    app: &App,
    stop: &CancellationToken,
) -> ExitReason {
    let shards = Arc::clone(&client.shard_manager);
    let sessions = sessions::watch(shards, heartbeat, Arc::clone(&app.health));
    let pruning = ratelimit_pruning::prune_forever(Arc::clone(&client.http));
    tokio::select! {
        () = stop.cancelled() => ExitReason::Stopped,
        outcome = client.start() => ExitReason::from_client(outcome),
        reason = sessions => reason,
        () = pruning => ExitReason::Stopped,
    }
}

/// Lets running replies end, then says good-bye. Both may fail; the time for it is over soon either way.
async fn finish(dispatcher: &Dispatcher, client: &Client) {
    let _ = timeout(TIME_TO_FINISH, dispatcher.close()).await;
    // Does nothing where no shard has connected yet.
    let _ = timeout(TIME_TO_CLOSE, client.shard_manager.shutdown_all()).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_until_a_connection_has_lasted() {
        let soon = Duration::from_secs(12);
        let mut pauses = vec![Duration::ZERO];
        for _ in 0..12 {
            pauses.push(next_pause(pauses[pauses.len() - 1], soon));
        }
        let seconds: Vec<u64> = pauses.iter().map(Duration::as_secs).collect();
        assert_eq!(
            seconds,
            [0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]
        );
        let long = Duration::from_secs(86_400);
        assert_eq!(next_pause(LONGEST_PAUSE, long), FIRST_PAUSE);
    }
}
