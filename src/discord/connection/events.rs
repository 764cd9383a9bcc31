//! The way of an event of the gateway: it is counted, it may begin a session, and then it is dispatched.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serenity::all::{Context, Event, RawEventHandler};
use serenity::async_trait;
use tracing::info;

use super::heartbeat::Heartbeat;
use super::unknown_events::UnknownEvents;
use super::{preflight, ratelimit_pruning};
use crate::discord::commands::registration::CommandRegistration;
use crate::discord::dispatch::Dispatcher;

/// Takes every event of the gateway.
pub(super) struct GatewayHandler {
    dispatcher: Arc<Dispatcher>,
    heartbeat: Arc<Heartbeat>,
    unknown_events: UnknownEvents,
    registration: CommandRegistration,
    has_logged_invite: AtomicBool,
}

impl GatewayHandler {
    /// Hands events on to `dispatcher`.
    pub(super) fn new(
        dispatcher: Arc<Dispatcher>,
        heartbeat: Arc<Heartbeat>,
        registration: CommandRegistration,
        has_logged_invite: bool,
    ) -> Self {
        Self {
            dispatcher,
            heartbeat,
            unknown_events: UnknownEvents::default(),
            registration,
            has_logged_invite: AtomicBool::new(has_logged_invite),
        }
    }
}

#[async_trait]
impl RawEventHandler for GatewayHandler {
    async fn raw_event(&self, ctx: Context, event: Event) {
        self.heartbeat.events.increment();
        match &event {
            Event::Ready(ready) => {
                self.heartbeat.session_starts.increment();
                info!("connected to Discord");
                let application = ready.ready.application.id.get();
                if !self.has_logged_invite.swap(true, Ordering::Relaxed) {
                    preflight::log_invite(application);
                }
                let registered = self.registration.register(&ctx.http, application);
                // What a READY says is wanted before commands are, and both take their time.
                // Apart, as what follows once is larger than what follows every message.
                Box::pin(async { tokio::join!(self.dispatcher.dispatch(&ctx, event), registered) })
                    .await;
            }
            Event::InteractionCreate(created) => {
                let id = created.interaction.id();
                self.dispatcher.dispatch(&ctx, event).await;
                ratelimit_pruning::forget(&ctx.http, id).await;
            }
            other => {
                match other {
                    Event::Resumed(_) => {
                        self.heartbeat.session_starts.increment();
                        info!("connected to Discord again");
                    }
                    Event::Unknown(unknown) => self.unknown_events.count(&unknown.kind),
                    _ => {}
                }
                self.dispatcher.dispatch(&ctx, event).await;
            }
        }
    }
}
