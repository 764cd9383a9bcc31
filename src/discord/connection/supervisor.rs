//! Supervises the bot from a thread of its own: signals, and whether it still lives.
//!
//! The thread has a runtime of its own too, so that a bot that hangs cannot hold up what ends it.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use tokio::runtime::{self, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::{MissedTickBehavior, interval, sleep};
use tokio_util::sync::CancellationToken;
use tracing::{error, info};

use super::exit_reason::ExitReason;
use super::heartbeat::Heartbeat;
use super::setup::Setup;
use super::watchdog::{Sample, Samples};
use crate::content::Reloader;
use crate::metrics::Metrics;

/// The interval at which the bot's heartbeat is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// The time that the bot may take to stop. Service managers wait longer; people who press Ctrl-C hardly do.
const TIME_TO_STOP: Duration = Duration::from_millis(4500);

/// A handle to the thread that watches.
pub(super) struct Supervisor {
    done: CancellationToken,
    thread: JoinHandle<()>,
}

/// Holds what the thread watches and ends.
struct Watcher {
    guides: Arc<Reloader>,
    heartbeat: Arc<Heartbeat>,
    metrics: Arc<Metrics>,
    stop: CancellationToken,
    done: CancellationToken,
    leave: fn(&ExitReason) -> !,
}

/// Holds the signals that mean something.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
}

/// Starts to watch.
///
/// # Errors
/// Fails where the system gives no thread or no signals.
pub(super) fn start(setup: &Setup, heartbeat: Arc<Heartbeat>) -> io::Result<Supervisor> {
    let done = CancellationToken::new();
    let watcher = Watcher {
        guides: Arc::clone(&setup.app.guides),
        heartbeat,
        metrics: Arc::clone(&setup.app.metrics),
        stop: setup.stop.clone(),
        done: done.clone(),
        leave: setup.leave,
    };
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    // Signals that come before the thread runs wait for it.
    let signals = signals(&runtime)?;
    let thread = thread::Builder::new()
        .name("supervisor".to_owned())
        .spawn(move || runtime.block_on(watcher.watch(signals)))?;
    Ok(Supervisor { done, thread })
}

impl Supervisor {
    /// Ends the watching, because the bot ended.
    pub(super) fn end(self) {
        self.done.cancel();
        // A thread that panicked has said so.
        let _ = self.thread.join();
    }
}

fn signals(runtime: &Runtime) -> io::Result<Signals> {
    let _inside = runtime.enter();
    Ok(Signals {
        terminate: signal(SignalKind::terminate())?,
        interrupt: signal(SignalKind::interrupt())?,
        hangup: signal(SignalKind::hangup())?,
    })
}

impl Watcher {
    async fn watch(self, mut signals: Signals) {
        let begun = Instant::now();
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut samples = Samples::default();
        loop {
            tokio::select! {
                () = self.done.cancelled() => return,
                () = self.stop.cancelled() => break,
                _ = signals.terminate.recv() => break,
                _ = signals.interrupt.recv() => break,
                _ = signals.hangup.recv() => self.reload(),
                _ = looks.tick() => {
                    if let Some(how) = samples.add(self.look(begun.elapsed())) {
                        let reason = ExitReason::Stuck(how);
                        error!("{}", reason.message());
                        (self.leave)(&reason);
                    }
                }
            }
        }
        info!("stopping");
        self.stop.cancel();
        tokio::select! {
            () = self.done.cancelled() => {}
            // Whatever holds it up, serenity most likely.
            () = sleep(TIME_TO_STOP) => (self.leave)(&ExitReason::Stopped),
        }
    }

    fn look(&self, at: Duration) -> Sample {
        let cpu = clock_gettime(ClockId::ProcessCPUTime);
        let cpu = Duration::new(
            cpu.tv_sec.try_into().unwrap_or_default(),
            cpu.tv_nsec.try_into().unwrap_or_default(),
        );
        Sample {
            at,
            beats: self.heartbeat.beats.get(),
            // Pages are work too.
            events: self.heartbeat.events.get() + self.metrics.n_requests(),
            cpu,
            is_reloading: self.guides.is_reloading(),
        }
    }

    /// Reloads the guides on a thread that ends by itself: meanwhile the watching goes on.
    fn reload(&self) {
        let guides = Arc::clone(&self.guides);
        let reloading = thread::Builder::new()
            .name("reload guides".to_owned())
            .spawn(move || _ = guides.reload());
        if let Err(error) = reloading {
            error!("guides not reloaded, there is no thread for it: {error}");
        }
    }
}
