//! The doors: what people do in Discord, and what they get for it.

use std::sync::Arc;

use serenity::all::{Context, CreateCommand, Event};

use crate::app::App;

/// Everything that people can do in Discord.
pub(super) struct Doors {
    app: Arc<App>,
}

impl Doors {
    /// Opens the doors.
    pub(super) fn new(app: Arc<App>) -> Self {
        Self { app }
    }

    /// Returns the commands that Discord shall know.
    pub(super) fn commands() -> Vec<CreateCommand> {
        Vec::new()
    }

    /// Handles an event from start to end.
    pub(super) async fn handle(&self, _ctx: Context, _event: Event) {
        let _ = &self.app;
    }

    /// Takes no new events.
    pub(super) fn close(&self) {}

    /// Waits until everything that was begun is done.
    pub(super) async fn drained(&self) {}
}
